//! What went wrong in floating point while a ufunc ran, as facts. Whether a fact becomes a
//! `RuntimeWarning`, an exception or nothing (`np.errstate`) is the caller's to decide.
//!
//! Flags are read off results (an infinity from finite operands, a NaN from none), because
//! WebAssembly has no floating-point status word. Underflow, of which NumPy tells only on demand, is
//! looked for in `underflow`.

use std::ops::{BitOr, BitOrAssign};

use half::f16;
use num_complex::Complex;

use crate::nd::dtype::Bool;

/// A set of floating-point events.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Flags(u8);

impl Flags {
    /// Nothing happened.
    pub const NONE: Self = Self(0);
    /// A finite operand divided by zero, or a pole.
    pub const DIVIDE: Self = Self(1);
    /// A result too large for its dtype.
    pub const OVER: Self = Self(2);
    /// An imaginary part that a conversion left out: NumPy's `ComplexWarning`.
    pub const DISCARDED: Self = Self(4);
    /// A result too small for all its digits.
    pub const UNDER: Self = Self(16);
    /// A result that no number is: NaN from operands that were not.
    pub const INVALID: Self = Self(8);

    /// Whether nothing happened.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all events of `other` are in `self`.
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Flags {
    type Output = Self;
    #[inline(always)]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Flags {
    #[inline(always)]
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The events of one call, with the name that NumPy's sentences give it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Warnings {
    /// What was called: a ufunc's name, `reduce`, `accumulate`.
    pub name: &'static str,
    /// What happened.
    pub flags: Flags,
    /// What happened before, while operands were converted.
    pub cast: Flags,
}

/// Which setting of `np.errstate` an event belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// `divide=`
    Divide,
    /// `over=`
    Over,
    /// `under=`
    Under,
    /// `invalid=`
    Invalid,
}

impl Event {
    /// NumPy's words for the event: `divide by zero`.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Divide => "divide by zero",
            Self::Over => "overflow",
            Self::Under => "underflow",
            Self::Invalid => "invalid value",
        }
    }
}

impl Warnings {
    /// No event.
    pub const NONE: Self = Self::of("", Flags::NONE);

    /// The events of a call of that name.
    pub const fn of(name: &'static str, flags: Flags) -> Self {
        Self { name, flags, cast: Flags::NONE }
    }

    /// Events of conversions alone.
    pub const fn of_cast(cast: Flags) -> Self {
        Self { name: "", flags: Flags::NONE, cast }
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(self) -> bool {
        (self.flags | self.cast).is_empty()
    }

    /// The events that happened, in the order in which NumPy reports them, each with NumPy's sentence: `divide by zero
    /// encountered in divide`.
    pub fn events(self) -> impl Iterator<Item = (Event, String)> {
        const ALL: [(Flags, Event); 4] = [
            (Flags::DIVIDE, Event::Divide),
            (Flags::OVER, Event::Over),
            (Flags::UNDER, Event::Under),
            (Flags::INVALID, Event::Invalid),
        ];
        [("cast", self.cast), (self.name, self.flags)].into_iter().flat_map(|(name, flags)| {
            let happened = ALL.into_iter().filter(move |&(flag, _)| flags.contains(flag));
            happened.map(move |(_, event)| (event, format!("{} encountered in {name}", event.phrase())))
        })
    }
}

/// An element that can show that an operation went wrong.
pub(crate) trait Suspect: Copy {
    /// NaN or infinite; never, for exact types.
    fn is_suspect(self) -> bool;
    /// NaN in some part.
    fn has_nan(self) -> bool;
    /// An infinity in some part.
    #[inline(always)]
    fn has_infinity(self) -> bool {
        self.is_suspect() && !self.has_nan()
    }
    /// Whether any may be suspect. `N` is a power of two.
    #[inline(always)]
    fn any_suspect<const N: usize>(block: &[Self; N]) -> bool {
        block.iter().fold(false, |any, y| any | y.is_suspect())
    }
}

macro_rules! exact_is_never_suspect {
    ($($exact:ty),*) => {
        $(impl Suspect for $exact {
            #[inline(always)]
            fn is_suspect(self) -> bool { false }
            #[inline(always)]
            fn has_nan(self) -> bool { false }
        })*
    };
}

exact_is_never_suspect!(Bool, i8, i16, i32, i64, u8, u16, u32, u64);

macro_rules! float_is_suspect {
    ($($float:ty),*) => {
        $(impl Suspect for $float {
            #[inline(always)]
            fn is_suspect(self) -> bool { self - self != 0.0 }
            #[inline(always)]
            fn has_nan(self) -> bool { self.is_nan() }
            /// By their sum, which is not finite unless all are.
            #[inline(always)]
            fn any_suspect<const N: usize>(block: &[Self; N]) -> bool {
                let mut sums = *block;
                let mut half = N / 2;
                while half > 0 {
                    for k in 0..half {
                        sums[k] += sums[k + half];
                    }
                    half /= 2;
                }
                sums[0].is_suspect()
            }
        })*
    };
}

float_is_suspect!(f32, f64);

impl Suspect for f16 {
    #[inline(always)]
    fn is_suspect(self) -> bool {
        !self.is_finite()
    }
    #[inline(always)]
    fn has_nan(self) -> bool {
        self.is_nan()
    }
}

impl<F: Suspect> Suspect for Complex<F> {
    #[inline(always)]
    fn is_suspect(self) -> bool {
        self.re.is_suspect() || self.im.is_suspect()
    }
    #[inline(always)]
    fn has_nan(self) -> bool {
        self.re.has_nan() || self.im.has_nan()
    }
    #[inline(always)]
    fn has_infinity(self) -> bool {
        self.re.has_infinity() || self.im.has_infinity()
    }
}

/// The event of a result computed from operands, when a pole is not to be told from an overflow.
#[inline]
pub(crate) fn from_result<D: Suspect>(operand_nan: bool, operands_finite: bool, result: D) -> Flags {
    if result.has_nan() {
        if operand_nan { Flags::NONE } else { Flags::INVALID }
    } else if result.is_suspect() && operands_finite {
        Flags::OVER
    } else {
        Flags::NONE
    }
}
