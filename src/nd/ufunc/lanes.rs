//! A few `float64` at once, by name: the compiler finds the vectors of wasm in short loops, but not in the long
//! ones of [`super::blocks`], or only as long as little else is in the module. The same steps give the same bits
//! on every processor.

#[cfg(target_arch = "wasm32")]
#[path = "lanes/vectors.rs"]
mod part;
#[cfg(not(target_arch = "wasm32"))]
#[path = "lanes/words.rs"]
mod part;

use std::ops::{Add, BitAnd, Div, Mul, Sub};

use part::{PARTS, Part};

/// Elements of [`Lanes`].
pub(crate) const LANES: usize = PARTS * part::LANES;

/// Some `float64`, computed with element by element.
#[derive(Clone, Copy)]
pub(crate) struct Lanes([Part; PARTS]);

/// As many words of 64 bits: those of numbers, or integers. Sums and differences wrap.
#[derive(Clone, Copy)]
pub(crate) struct Bits([Part; PARTS]);

/// For which elements something holds.
#[derive(Clone, Copy)]
pub(crate) struct Mask([Part; PARTS]);

#[inline(always)]
fn each(a: [Part; PARTS], f: impl Fn(Part) -> Part) -> [Part; PARTS] {
    std::array::from_fn(|k| f(a[k]))
}

#[inline(always)]
fn pairs(a: [Part; PARTS], b: [Part; PARTS], f: impl Fn(Part, Part) -> Part) -> [Part; PARTS] {
    std::array::from_fn(|k| f(a[k], b[k]))
}

impl Lanes {
    #[inline(always)]
    pub(crate) fn new(values: &[f64; LANES]) -> Self {
        Self(std::array::from_fn(|k| part::of(|lane| values[k * part::LANES + lane].to_bits())))
    }

    #[inline(always)]
    pub(crate) fn values(self) -> [f64; LANES] {
        let parts = self.0.map(part::words);
        std::array::from_fn(|k| f64::from_bits(parts[k / part::LANES][k % part::LANES]))
    }

    #[inline(always)]
    pub(crate) fn bits(self) -> Bits {
        Bits(self.0)
    }

    #[inline(always)]
    pub(crate) fn abs(self) -> Self {
        Self(each(self.0, |a| part::abs(a)))
    }

    #[inline(always)]
    pub(crate) fn with_sign_of(self, other: Self) -> Self {
        const SIGN: u64 = 1 << 63;
        Self(pairs(self.0, other.0, |a, b| part::select(b, a, part::word(SIGN))))
    }

    /// NaN never is.
    #[inline(always)]
    pub(crate) fn less(self, than: impl Into<Self>) -> Mask {
        Mask(pairs(self.0, than.into().0, |a, b| part::less(a, b)))
    }
}

impl From<f64> for Lanes {
    #[inline(always)]
    fn from(value: f64) -> Self {
        Self([part::word(value.to_bits()); PARTS])
    }
}

impl Bits {
    #[inline(always)]
    pub(crate) fn floats(self) -> Lanes {
        Lanes(self.0)
    }

    /// The number of a table for each word.
    #[inline(always)]
    pub(crate) fn look_up(self, number: impl Fn(u64) -> f64) -> Lanes {
        Lanes(each(self.0, |a| {
            let words = part::words(a);
            part::of(|lane| number(words[lane]).to_bits())
        }))
    }

    /// Two words, side by side in a table, for each word.
    #[inline(always)]
    pub(crate) fn look_up_pairs(self, pair: impl Fn(u64) -> (u64, u64)) -> (Self, Self) {
        let found = self.0.map(|a| {
            let words = part::words(a);
            part::of_pairs(|lane| pair(words[lane]))
        });
        (Self(found.map(|(first, _)| first)), Self(found.map(|(_, second)| second)))
    }

    #[inline(always)]
    pub(crate) fn shift_up(self, by: u32) -> Self {
        Self(each(self.0, |a| part::shift_up(a, by)))
    }

    #[inline(always)]
    pub(crate) fn shift_down(self, by: u32) -> Self {
        Self(each(self.0, |a| part::shift_down(a, by)))
    }
}

impl From<u64> for Bits {
    #[inline(always)]
    fn from(value: u64) -> Self {
        Self([part::word(value); PARTS])
    }
}

impl Mask {
    /// For all.
    #[inline(always)]
    pub(crate) fn everywhere() -> Self {
        Self([part::word(!0); PARTS])
    }

    #[inline(always)]
    pub(crate) fn all(self) -> bool {
        let [first, rest @ ..] = self.0;
        part::all(rest.into_iter().fold(first, |all, part| part::and(all, part)))
    }

    /// The first where it holds, elsewhere the second.
    #[inline(always)]
    pub(crate) fn select(self, yes: impl Into<Lanes>, no: Lanes) -> Lanes {
        let yes = yes.into();
        Lanes(std::array::from_fn(|k| part::select(yes.0[k], no.0[k], self.0[k])))
    }
}

macro_rules! operators {
    ($($type:ident: $operator:ident $method:ident $function:ident;)*) => {
        $(impl<T: Into<$type>> $operator<T> for $type {
            type Output = $type;
            #[inline(always)]
            fn $method(self, other: T) -> $type {
                $type(pairs(self.0, other.into().0, |a, b| part::$function(a, b)))
            }
        })*
    };
}

operators! {
    Lanes: Add add add;
    Lanes: Sub sub sub;
    Lanes: Mul mul mul;
    Lanes: Div div div;
    Bits: Add add integer_add;
    Bits: Sub sub integer_sub;
    Bits: BitAnd bitand and;
    Mask: BitAnd bitand and;
}
