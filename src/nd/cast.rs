//! Conversion between dtypes: `astype`'s element rules, and copying one array into another.
//!
//! Float to integer follows what NumPy does on x86-64, where its documentation leaves it open: out of
//! range and NaN become the smallest value of the intermediate integer, then truncate.

use half::f16;
use num_complex::{Complex32, Complex64};

use super::array::{Array, Order};
use super::dtype::{Bool, DType, Element, Kind};
use super::error::{Error, Result};
use super::object;
use super::record::{convert as records, order::copy_swapped};
use super::scalar::Scalar;
use super::text;
use super::time;
use super::ufunc::flags::Flags;
use super::ufunc::loops::{Never, unary};
use super::ufunc::strip::{LoopFn, Strips, drive};
use super::ufunc::{Casting, can_cast};
use crate::with_dtype;

/// Conversion of one element to `Self`, never failing: C's cast as NumPy uses it.
pub trait CastFrom<S>: Sized {
    /// The converted element.
    fn cast_from(value: S) -> Self;
}

/// What goes wrong where elements of `source` become `target`: imaginary parts left out, finite numbers too large for a
/// float, numbers that no integer is.
pub fn events(source: &Array, target: DType) -> Flags {
    let (from, to) = (source.dtype(), target);
    let mut flags = Flags::NONE;
    let real = match from.kind() {
        Kind::Complex if matches!(to.kind(), Kind::Signed | Kind::Unsigned | Kind::Float) => {
            flags |= Flags::DISCARDED;
            source.real_part()
        }
        Kind::Complex if to == DType::Complex64 && from != to => {
            return events(&source.real_part(), DType::Float32) | events(&source.imaginary_part(), DType::Float32);
        }
        _ if to == DType::Complex64 && from != to => return events(source, DType::Float32),
        _ => source.view(),
    };
    if matches!(to.kind(), Kind::Date | Kind::Span) {
        if matches!(real.dtype(), DType::Float16 | DType::Float32 | DType::Float64)
            && some_number(&real, |x| !x.is_nan() && !(i64::MIN as f64..i64::MAX as f64).contains(&x.trunc()))
        {
            flags |= Flags::INVALID;
        }
    } else if to.kind() == Kind::Float
        && real.dtype().kind() != Kind::Complex
        && !can_cast(real.dtype(), to, Casting::Safe)
    {
        let largest = if to == DType::Float16 { 65519.99 } else { f64::from(f32::MAX) };
        if some_number(&real, |x| x.is_finite() && x.abs() > largest) {
            flags |= Flags::OVER;
        }
    } else if real.dtype().kind() == Kind::Float && to.is_integer() {
        // The integer that the processor converts to, before it is cut down to the target.
        let (low, end) = match to {
            DType::UInt64 => (i64::MIN as f64, u64::MAX as f64),
            DType::Int64 | DType::UInt32 => (i64::MIN as f64, i64::MAX as f64),
            _ => (f64::from(i32::MIN), 2_147_483_648.0),
        };
        if some_number(&real, |x| !(x.trunc() >= low && x.trunc() < end)) {
            flags |= Flags::INVALID;
        }
    }
    flags
}

/// Whether a test holds for an element of a real dtype or a count of time, seen as a double.
fn some_number(source: &Array, test: impl Fn(f64) -> bool) -> bool {
    let mut found = false;
    let mut look = |x: f64| found |= test(x);
    match source.dtype() {
        DType::Float16 => source.for_each::<f16>(|x| look(x.to_f64())),
        DType::Float32 => source.for_each::<f32>(|x| look(x.into())),
        DType::Float64 => source.for_each::<f64>(look),
        DType::Int64 => source.for_each::<i64>(|x| look(x as f64)),
        DType::UInt64 => source.for_each::<u64>(|x| look(x as f64)),
        DType::Int32 => source.for_each::<i32>(|x| look(x.into())),
        DType::UInt32 => source.for_each::<u32>(|x| look(x.into())),
        DType::UInt16 => source.for_each::<u16>(|x| look(x.into())),
        DType::Datetime(_) | DType::Timedelta(_) => source.retyped(DType::Int64).for_each::<i64>(|x| look(x as f64)),
        _ => {}
    }
    found
}

macro_rules! cast_int_to_number {
    ($($from:ty => [$($to:ty),*];)*) => {
        $($(impl CastFrom<$from> for $to {
            #[inline(always)]
            fn cast_from(value: $from) -> Self { value as $to }
        })*)*
    };
}

cast_int_to_number! {
    i8 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    i16 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    i32 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    i64 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    u8 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    u16 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    u32 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    u64 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    f32 => [f32, f64];
    f64 => [f32, f64];
}

/// `cvttsd2si` with a 32-bit result.
#[inline(always)]
fn truncate_to_i32(value: f64) -> i32 {
    if value > -2_147_483_649.0 && value < 2_147_483_648.0 { value as i32 } else { i32::MIN }
}

/// `cvttsd2si` with a 64-bit result.
#[inline(always)]
pub(super) fn truncate_to_i64(value: f64) -> i64 {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if (-LIMIT..LIMIT).contains(&value) { value as i64 } else { i64::MIN }
}

/// A double as an unsigned 64-bit integer, as compilers emit it for x86-64.
#[inline(always)]
fn truncate_to_u64(value: f64) -> u64 {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if value < LIMIT || value.is_nan() {
        truncate_to_i64(value) as u64
    } else {
        (truncate_to_i64(value - LIMIT) as u64) ^ (1 << 63)
    }
}

/// What the vector instructions of x86-64 make of a float as `u32`, four elements at a time: 32-bit conversions, of what
/// is left of a large number when half the range is taken off.
#[inline(always)]
fn as_vector_to_u32(value: f64) -> u32 {
    const HALF: f64 = 2_147_483_648.0;
    if value >= HALF { truncate_to_i32(value - HALF) as u32 ^ (1 << 31) } else { truncate_to_i32(value) as u32 }
}

/// Floats to `u32` as NumPy's compiler has made its loop: adjacent elements by vectors of four, all others one by one.
fn to_u32<S: Element + Into<f64>>(strips: &Strips) -> Result<Flags>
where
    u32: CastFrom<S>,
{
    let [out, a] = strips.operands else { unreachable!("a conversion has two operands") };
    let n = strips.n;
    let (Some(to), Some(from)) = (out.adjacent_cells::<u32>(n), a.adjacent::<S>(n)) else {
        return unary::<S, u32>(strips, <u32 as CastFrom<S>>::cast_from, Never);
    };
    let (to_vectors, to_rest) = to.split_at(n / 4 * 4);
    let (from_vectors, from_rest) = from.split_at(n / 4 * 4);
    to_vectors.iter().zip(from_vectors).for_each(|(to, x)| to.set(as_vector_to_u32(x.get().into())));
    to_rest.iter().zip(from_rest).for_each(|(to, x)| to.set(u32::cast_from(x.get())));
    Ok(Flags::NONE)
}

macro_rules! cast_float_to_int {
    ($($from:ty),*) => {
        $(cast_float_to_int!(@ $from, truncate_to_i32 => i8, i16, i32, u8, u16);
          cast_float_to_int!(@ $from, truncate_to_i64 => i64, u32);
          cast_float_to_int!(@ $from, truncate_to_u64 => u64);)*
    };
    (@ $from:ty, $truncate:ident => $($to:ty),*) => {
        $(impl CastFrom<$from> for $to {
            #[inline(always)]
            fn cast_from(value: $from) -> Self { $truncate(f64::from(value)) as $to }
        })*
    };
}

cast_float_to_int!(f16, f32, f64);

macro_rules! cast_half {
    ($($number:ty),*) => {
        $(impl CastFrom<$number> for f16 {
            /// By way of `float32`, as NumPy takes it.
            #[inline(always)]
            fn cast_from(value: $number) -> Self { f16::from_f32(value as f32) }
        })*
    };
}

cast_half!(i8, i16, i32, i64, u8, u16, u32, u64, f32);

impl CastFrom<f64> for f16 {
    #[inline(always)]
    fn cast_from(value: f64) -> Self {
        // Single precision rounded to odd on the way, so that the second rounding is the only one that shows;
        // `f16::from_f64` looks at the upper bits alone.
        let near = value as f32;
        let back = f64::from(near);
        if back == value || !back.is_finite() {
            return f16::from_f32(near);
        }
        let towards_zero = if back.abs() > value.abs() { near.to_bits() - 1 } else { near.to_bits() };
        f16::from_f32(f32::from_bits(towards_zero | 1))
    }
}

impl CastFrom<f16> for f16 {
    #[inline(always)]
    fn cast_from(value: f16) -> Self {
        value
    }
}

impl CastFrom<f16> for f32 {
    #[inline(always)]
    fn cast_from(value: f16) -> Self {
        value.to_f32()
    }
}

impl CastFrom<f16> for f64 {
    #[inline(always)]
    fn cast_from(value: f16) -> Self {
        value.to_f64()
    }
}

macro_rules! cast_bool {
    ($($number:ty),*) => {
        $(impl CastFrom<Bool> for $number {
            #[inline(always)]
            fn cast_from(value: Bool) -> Self { <$number>::cast_from(u8::from(value.get())) }
        }
        impl CastFrom<$number> for Bool {
            #[inline(always)]
            fn cast_from(value: $number) -> Self { Bool::from(value != <$number>::default()) }
        })*
    };
}

cast_bool!(i8, i16, i32, i64, u8, u16, u32, u64, f16, f32, f64, Complex32, Complex64);

impl CastFrom<Bool> for Bool {
    #[inline(always)]
    fn cast_from(value: Bool) -> Self {
        Bool::from(value.get())
    }
}

macro_rules! cast_complex {
    ($($complex:ident of $part:ty),* => $numbers:tt) => { $(cast_complex!(@ $complex, $part, $numbers);)* };
    (@ $complex:ident, $part:ty, [$($number:ty),*]) => {
        $(impl CastFrom<$number> for $complex {
            #[inline(always)]
            fn cast_from(value: $number) -> Self { $complex::new(<$part>::cast_from(value), 0.0) }
        }
        impl CastFrom<$complex> for $number {
            #[inline(always)]
            fn cast_from(value: $complex) -> Self { <$number>::cast_from(value.re) }
        })*
        impl CastFrom<Complex32> for $complex {
            #[inline(always)]
            fn cast_from(value: Complex32) -> Self { $complex::new(<$part>::cast_from(value.re), <$part>::cast_from(value.im)) }
        }
        impl CastFrom<Complex64> for $complex {
            #[inline(always)]
            fn cast_from(value: Complex64) -> Self { $complex::new(<$part>::cast_from(value.re), <$part>::cast_from(value.im)) }
        }
    };
}

cast_complex!(Complex32 of f32, Complex64 of f64 => [i8, i16, i32, i64, u8, u16, u32, u64, f16, f32, f64]);

/// An element type that every other one converts to.
pub trait CastFromAll: CastFrom<Bool> + CastFrom<i64> + CastFrom<u64> + CastFrom<f64> + CastFrom<Complex64> {}

impl<T> CastFromAll for T where T: CastFrom<Bool> + CastFrom<i64> + CastFrom<u64> + CastFrom<f64> + CastFrom<Complex64> {}

/// The element a scalar becomes.
pub(super) fn from_scalar<T: CastFromAll>(value: Scalar) -> T {
    match value {
        Scalar::Bool(value) => T::cast_from(Bool::from(value)),
        Scalar::Int(value) => T::cast_from(value),
        Scalar::UInt(value) => T::cast_from(value),
        Scalar::Float(value) => T::cast_from(value),
        Scalar::Complex(value) => T::cast_from(value),
        // No number at all: the callers that may hold one convert it themselves.
        Scalar::Time(value) => T::cast_from(value),
        Scalar::Object(_) | Scalar::Elsewhere(_) => T::cast_from(Bool::from(false)),
    }
}

/// Converts every element of `src` into `dst`. Both have one shape and do not overlap.
///
/// # Errors
/// [`Error::ReadOnly`](super::Error::ReadOnly) when `dst` is not writable.
pub(super) fn copy_elements(dst: &Array, src: &Array) -> Result<()> {
    if !dst.is_writeable() {
        return Err(Error::ReadOnly);
    }
    if src.dtype() == dst.dtype() && src.dtype().words().count != 1 && src.dtype().is_gapless() {
        return copy_elements(&dst.as_words(), &src.as_words());
    }
    match (src.dtype(), dst.dtype()) {
        // What lies between fields stays as it is.
        (from, to) if from == to && to.is_gapless() => {}
        (DType::Swapped(_), _) => return copy_elements(dst, &*src.native()?),
        (_, DType::Swapped(native)) if src.dtype() == *native => return copy_swapped(dst, src),
        (_, DType::Swapped(native)) => return copy_swapped(dst, &src.astype(*native, Order::K)?),
        _ => {}
    }
    match (src.dtype().kind(), dst.dtype().kind()) {
        (Kind::Text, Kind::Void) | (Kind::Void, Kind::Text)
            if src.dtype().record().or(dst.dtype().record()).is_none() =>
        {
            return super::strings::convert(dst, src);
        }
        (Kind::Void, _) | (_, Kind::Void) => return records::convert(dst, src),
        _ if src.dtype() == dst.dtype() => {}
        (Kind::Text, _) | (_, Kind::Text) => return super::strings::convert(dst, src),
        (Kind::Object, _) | (_, Kind::Object) => return object::convert(dst, src),
        (Kind::Date | Kind::Span, _) | (_, Kind::Date | Kind::Span) => return time::convert(dst, src),
        (Kind::Str | Kind::Bytes, _) | (_, Kind::Str | Kind::Bytes) => return text::convert(dst, src),
        _ => {}
    }
    let (from, into) = (src.aligned()?, dst.aligned()?);
    drive(converter(src.dtype(), dst.dtype())?, &[&into, &from], false)?;
    dst.write_back(&into)
}

/// The inner loop that converts one dtype to another.
fn converter(from: DType, to: DType) -> Result<LoopFn> {
    if from == to {
        // Equal dtypes move bits, whatever they mean: one loop for each element size.
        return Ok(match from.itemsize() {
            1 => |strips| unary::<u8, u8>(strips, |bits| bits, Never),
            2 => |strips| unary::<u16, u16>(strips, |bits| bits, Never),
            4 => |strips| unary::<u32, u32>(strips, |bits| bits, Never),
            8 => |strips| unary::<u64, u64>(strips, |bits| bits, Never),
            _ => |strips| unary::<Complex64, Complex64>(strips, |bits| bits, Never),
        });
    }
    match (from, to) {
        (DType::Float64, DType::UInt32) => return Ok(to_u32::<f64>),
        (DType::Float32, DType::UInt32) => return Ok(to_u32::<f32>),
        _ => {}
    }
    Ok(
        with_dtype!(from, S => with_dtype!(to, D => |strips| unary::<S, D>(strips, <D as CastFrom<S>>::cast_from, Never))),
    )
}
