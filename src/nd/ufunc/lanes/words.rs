//! A `float64` by its bits: arrays of these become vectors by themselves where processors have wide ones.
//! `vectors.rs` says the same for wasm.

pub type Part = u64;

/// Elements of one [`Part`].
pub const LANES: usize = 1;

pub const PARTS: usize = 8;

#[inline(always)]
pub fn of(value: impl Fn(usize) -> u64) -> Part {
    value(0)
}

/// The first one, and the second one.
#[inline(always)]
pub fn of_pairs(value: impl Fn(usize) -> (u64, u64)) -> (Part, Part) {
    value(0)
}

#[inline(always)]
pub fn words(a: Part) -> [u64; LANES] {
    [a]
}

#[inline(always)]
pub fn word(value: u64) -> Part {
    value
}

#[inline(always)]
pub fn abs(a: Part) -> Part {
    f64::from_bits(a).abs().to_bits()
}

/// All bits, where it is less.
#[inline(always)]
pub fn less(a: Part, b: Part) -> Part {
    if f64::from_bits(a) < f64::from_bits(b) { !0 } else { 0 }
}

#[inline(always)]
pub fn all(a: Part) -> bool {
    a != 0
}

#[inline(always)]
pub fn select(a: Part, b: Part, mask: Part) -> Part {
    a & mask | b & !mask
}

#[inline(always)]
pub fn shift_up(a: Part, by: u32) -> Part {
    a << by
}

#[inline(always)]
pub fn shift_down(a: Part, by: u32) -> Part {
    a >> by
}

macro_rules! of_two {
    ($($name:ident |$a:ident, $b:ident| $result:expr;)*) => {
        $(#[inline(always)]
        pub fn $name($a: Part, $b: Part) -> Part {
            $result
        })*
    };
}

of_two! {
    add |a, b| (f64::from_bits(a) + f64::from_bits(b)).to_bits();
    sub |a, b| (f64::from_bits(a) - f64::from_bits(b)).to_bits();
    mul |a, b| (f64::from_bits(a) * f64::from_bits(b)).to_bits();
    div |a, b| (f64::from_bits(a) / f64::from_bits(b)).to_bits();
    and |a, b| a & b;
    integer_add |a, b| a.wrapping_add(b);
    integer_sub |a, b| a.wrapping_sub(b);
}
