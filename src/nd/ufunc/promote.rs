//! Which dtype operands agree on: NumPy's promotion table and NEP 50's rules for Python scalars.
//! Dtypes in, a dtype out; never meets an array.

use num_complex::Complex64;
use smallvec::SmallVec;

use crate::nd::dtype::{DType, Kind};
use crate::nd::error::{Error, ErrorKind, Result};
use crate::nd::record::convert as records;
use crate::nd::scalar::Scalar;
use crate::nd::strings;
use crate::nd::text;
use crate::nd::time;

/// How freely one dtype may become another: NumPy's `casting=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Casting {
    /// No change at all.
    No,
    /// Byte order at most.
    Equiv,
    /// Every value is preserved.
    Safe,
    /// Safe, or within one kind, or to a higher kind.
    #[default]
    SameKind,
    /// Anything.
    Unsafe,
}

impl Casting {
    /// NumPy's name of the rule.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Equiv => "equiv",
            Self::Safe => "safe",
            Self::SameKind => "same_kind",
            Self::Unsafe => "unsafe",
        }
    }

    /// The rule of that name.
    ///
    /// # Errors
    /// A `ValueError` when there is none.
    pub fn parse(name: &str) -> Result<Self> {
        [Self::No, Self::Equiv, Self::Safe, Self::SameKind, Self::Unsafe]
            .into_iter()
            .find(|rule| rule.name() == name)
            .ok_or_else(|| {
                Error::value(format!(
                    "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe', or \
                     'same_value' (got '{name}')"
                ))
            })
    }
}

/// Whether `from` may become `to` under a rule: NumPy's `can_cast`.
pub fn can_cast(from: DType, to: DType, casting: Casting) -> bool {
    // Text and bytes without a length take the length that they need.
    let open = matches!(to, DType::Str(0) | DType::Bytes(0) | DType::Void(0));
    if from == to || (open && from.kind() == to.kind()) {
        return true;
    }
    if let (DType::Swapped(_), _) | (_, DType::Swapped(_)) = (from, to) {
        return casting != Casting::No && can_cast(from.native(), to.native(), casting);
    }
    if from.kind() == Kind::Void || to.kind() == Kind::Void {
        return records::may_cast(from, to, casting);
    }
    if !from.is_number() || !to.is_number() {
        return match casting {
            Casting::No | Casting::Equiv => from == to,
            Casting::Safe => from == to || becomes(from, to) == Some(true),
            Casting::SameKind => from == to || becomes(from, to).is_some(),
            Casting::Unsafe => true,
        };
    }
    match casting {
        Casting::No | Casting::Equiv => from == to,
        Casting::Safe => promote_numbers(from, to) == to,
        Casting::SameKind => promote_numbers(from, to) == to || kind_rank(from) <= kind_rank(to),
        Casting::Unsafe => true,
    }
}

/// How a dtype becomes one that is no number, or is one itself: `Some(true)` safely, `Some(false)` cut off, `None`
/// only by force.
fn becomes(from: DType, to: DType) -> Option<bool> {
    let room = |length: u32| length == 0 || text::width_of(from) <= length;
    match (from.kind(), to) {
        (_, DType::Object) => Some(true),
        (Kind::Text, DType::Strings(_)) => Some(true),
        (_, DType::Strings(_)) => Some(false),
        (Kind::Text, _) => None,
        (
            Kind::Date | Kind::Span,
            DType::Datetime(time::TimeUnit::GENERIC) | DType::Timedelta(time::TimeUnit::GENERIC),
        ) => None,
        (Kind::Date, DType::Datetime(other)) => time::unit_of(from).map(|unit| unit.fits_in(other, false)),
        (Kind::Span, DType::Timedelta(other)) => {
            time::unit_of(from).filter(|unit| unit.is_alike(other, true)).map(|unit| unit.fits_in(other, true))
        }
        (Kind::Bool | Kind::Signed, DType::Timedelta(_)) => Some(true),
        (Kind::Unsigned, DType::Timedelta(_)) => Some(from.itemsize() < 8),
        (_, DType::Datetime(_) | DType::Timedelta(_)) | (Kind::Date | Kind::Span, _) => None,
        (Kind::Object, _) => None,
        (_, DType::Str(length)) => Some(room(length)),
        (Kind::Str, _) => None,
        (_, DType::Bytes(length)) => Some(room(length)),
        _ => None,
    }
}

fn kind_rank(dtype: DType) -> u8 {
    match dtype.kind() {
        Kind::Bool => 0,
        Kind::Unsigned => 1,
        Kind::Signed => 2,
        Kind::Float => 3,
        Kind::Complex => 4,
        Kind::Str | Kind::Bytes | Kind::Object | Kind::Date | Kind::Span | Kind::Void | Kind::Text => 5,
    }
}

/// The smallest dtype that holds every value of both: NumPy's `promote_types`; `object` where there is no other.
pub fn promote_types(a: DType, b: DType) -> DType {
    try_promote(a, b).unwrap_or(DType::Object)
}

/// As [`promote_types`].
///
/// # Errors
/// NumPy's `DTypePromotionError` where only `object` would hold both.
pub fn try_promote(a: DType, b: DType) -> Result<DType> {
    if let (DType::Swapped(_), _) | (_, DType::Swapped(_)) = (a, b) {
        return try_promote(a.native(), b.native());
    }
    if a.is_number() && b.is_number() {
        return Ok(promote_numbers(a, b));
    }
    let width = text::width_of(a).max(text::width_of(b));
    let exact = |dtype: DType| matches!(dtype.kind(), Kind::Bool | Kind::Signed | Kind::Unsigned);
    Ok(match (a.kind(), b.kind()) {
        (Kind::Object, _) | (_, Kind::Object) => DType::Object,
        (Kind::Text, Kind::Str) => a,
        (Kind::Str, Kind::Text) => b,
        (Kind::Text, _) | (_, Kind::Text) => return both_texts(a, b),
        (Kind::Void, _) | (_, Kind::Void) => return records::promote(a, b),
        (Kind::Date, Kind::Date) | (Kind::Span, Kind::Span) => {
            let spans = a.kind() == Kind::Span;
            let (Some(first), Some(second)) = (time::unit_of(a), time::unit_of(b)) else { return Ok(a) };
            let unit = first.common(second, spans)?;
            if spans { DType::Timedelta(unit) } else { DType::Datetime(unit) }
        }
        (Kind::Date, Kind::Span) | (Kind::Span, Kind::Date) => {
            let (Some(first), Some(second)) = (time::unit_of(a), time::unit_of(b)) else { return Ok(a) };
            DType::Datetime(first.common(second, false)?)
        }
        (Kind::Span, _) if exact(b) && b != DType::UInt64 => a,
        (_, Kind::Span) if exact(a) && a != DType::UInt64 => b,
        (Kind::Date | Kind::Span, _) | (_, Kind::Date | Kind::Span) => {
            return Err(nothing_in_common(a, b));
        }
        (Kind::Str, _) | (_, Kind::Str) => DType::Str(width),
        _ => DType::Bytes(width),
    })
}

fn both_texts(a: DType, b: DType) -> Result<DType> {
    match (a, b) {
        (DType::Strings(a), DType::Strings(b)) => strings::common(a, b),
        _ => Err(nothing_in_common(a, b)),
    }
}

fn nothing_in_common(a: DType, b: DType) -> Error {
    Error::new(
        ErrorKind::DTypePromotion,
        format!(
            "The DTypes <class 'numpy.dtypes.{}'> and <class 'numpy.dtypes.{}'> do not have a common DType. For example \
             they cannot be stored in a single array unless the dtype is `object`.",
            a.class_name(),
            b.class_name()
        ),
    )
}

/// NumPy's sentence for dtypes that no dtype but `object` holds, two of which do not meet; classes as in
/// `numpy.dtypes.Float64DType`.
fn no_common_dtype(first: &str, last: &str, classes: &[String]) -> Error {
    let classes: Vec<String> = classes.iter().map(|class| format!("<class 'numpy.dtypes.{class}'>")).collect();
    let all = if let [only] = &classes[..] { format!("{only},") } else { classes.join(", ") };
    Error::new(
        ErrorKind::DTypePromotion,
        format!(
            "The DType <class 'numpy.dtypes.{first}'> could not be promoted by <class 'numpy.dtypes.{last}'>. This means \
             that no common DType exists for the given inputs. For example they cannot be stored in a single array \
             unless the dtype is `object`. The full list of DTypes is: ({all})"
        ),
    )
}

fn promote_numbers(a: DType, b: DType) -> DType {
    use Kind::{Bool, Complex, Float, Signed, Unsigned};
    let (low, high) = if kind_rank(a) <= kind_rank(b) { (a, b) } else { (b, a) };
    let wider = if low.itemsize() > high.itemsize() { low } else { high };
    match (low.kind(), high.kind()) {
        (Bool, _) => high,
        (Unsigned, Unsigned) | (Signed, Signed) | (Float, Float) | (Complex, Complex) => wider,
        (Unsigned, Signed) if low.itemsize() < high.itemsize() => high,
        (Unsigned, Signed) => match low.itemsize() {
            1 => DType::Int16,
            2 => DType::Int32,
            4 => DType::Int64,
            _ => DType::Float64,
        },
        (_, Float) => wider_float(high, exact_float(low)),
        (Float, Complex) if low == DType::Float64 => DType::Complex128,
        (Float, Complex) => high,
        (_, Complex) if exact_float(low) == DType::Float64 => DType::Complex128,
        (_, Complex) => high,
        _ => unreachable!("numbers have five kinds and `low` has the lower one"),
    }
}

/// The narrowest float that holds every value of an integer dtype; `float64` for those that none holds.
fn exact_float(integer: DType) -> DType {
    match integer.itemsize() {
        1 => DType::Float16,
        2 => DType::Float32,
        _ => DType::Float64,
    }
}

fn wider_float(a: DType, b: DType) -> DType {
    if a.itemsize() >= b.itemsize() { a } else { b }
}

/// A Python number: it adapts to the dtypes it meets (NEP 50). A Python `bool` is not weak, it is a
/// `bool` array of no dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Weak {
    /// An `int`.
    Int(i128),
    /// An `int` outside 128 bits, as the nearest float.
    HugeInt(f64),
    /// A `float`.
    Float(f64),
    /// A `complex`.
    Complex(Complex64),
}

impl Weak {
    /// The dtype it has when it meets no array: `int64`, `float64`, `complex128`.
    pub fn default_dtype(self) -> DType {
        match self {
            Self::Int(_) | Self::HugeInt(_) => DType::Int64,
            Self::Float(_) => DType::Float64,
            Self::Complex(_) => DType::Complex128,
        }
    }

    /// NumPy's class of it among dtypes: `_PyLongDType`.
    pub fn class_name(self) -> String {
        match self {
            Self::Int(_) | Self::HugeInt(_) => "_PyLongDType",
            Self::Float(_) => "_PyFloatDType",
            Self::Complex(_) => "_PyComplexDType",
        }
        .into()
    }

    /// The dtype it takes beside one of dtype `other`.
    pub fn beside(self, other: DType) -> DType {
        match (self, other.kind()) {
            (_, Kind::Object) => DType::Object,
            (Self::Int(_) | Self::HugeInt(_), Kind::Bool) => DType::Int64,
            (Self::Int(_) | Self::HugeInt(_), _) => other,
            (Self::Float(_), Kind::Float | Kind::Complex) => other,
            (Self::Float(_), _) => DType::Float64,
            (Self::Complex(_), Kind::Complex) => other,
            (Self::Complex(_), Kind::Float) if other != DType::Float64 => DType::Complex64,
            (Self::Complex(_), _) => DType::Complex128,
        }
    }

    /// Its value as an element of `dtype`, which is at least as general as itself.
    ///
    /// # Errors
    /// An `OverflowError` when an integer dtype does not hold it.
    pub fn to_scalar(self, dtype: DType) -> Result<Scalar> {
        let overflow = |message: String| Err(Error::new(ErrorKind::Overflow, message));
        let too_large = "Python int too large to convert to C long";
        match (self, dtype.kind()) {
            (Self::Int(value), Kind::Signed | Kind::Unsigned) => {
                let (low, high) = integer_range(dtype);
                if (low..=high).contains(&value) {
                    return Ok(i64::try_from(value).map_or(Scalar::UInt(value as u64), Scalar::Int));
                }
                let read =
                    if matches!(dtype, DType::UInt32 | DType::UInt64) { u64::try_from(value).is_ok() } else { false };
                match i64::try_from(value) {
                    _ if read => overflow(format!("Python integer {value} out of bounds for {dtype}")),
                    Ok(_) => overflow(format!("Python integer {value} out of bounds for {dtype}")),
                    Err(_) => overflow(too_large.to_string()),
                }
            }
            (Self::HugeInt(_), Kind::Signed | Kind::Unsigned) => overflow(too_large.to_string()),
            (Self::Int(value), Kind::Object) if i64::try_from(value).is_ok() => Ok(Scalar::Int(value as i64)),
            (Self::Int(value), Kind::Bool) if i64::try_from(value).is_ok() => Ok(Scalar::Bool(value != 0)),
            (Self::Int(_) | Self::HugeInt(_), Kind::Bool) => overflow(too_large.to_string()),
            (Self::HugeInt(value), _) if value.is_infinite() => {
                overflow("int too large to convert to float".to_string())
            }
            (Self::Int(value), _) => Ok(Scalar::Float(value as f64)),
            (Self::HugeInt(value) | Self::Float(value), _) => Ok(Scalar::Float(value)),
            (Self::Complex(value), _) => Ok(Scalar::Complex(value)),
        }
    }
}

/// The smallest and largest value of an integer dtype.
pub fn integer_range(dtype: DType) -> (i128, i128) {
    let bits = 8 * dtype.itemsize() as u32;
    if dtype.kind() == Kind::Signed {
        (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1)
    } else {
        (0, (1i128 << bits) - 1)
    }
}

/// A class among dtypes, as NumPy promotes them.
#[derive(Clone, Copy)]
enum Class {
    Own(DType),
    Python(Weak),
}

impl Class {
    fn name(self) -> String {
        match self {
            Self::Own(dtype) => dtype.class_name(),
            Self::Python(number) => number.class_name(),
        }
    }

    /// What this class says of the dtype it shares with another; `None` where it leaves that to the other, which may be of
    /// a higher kind.
    fn common(self, other: Self) -> Option<Self> {
        use Kind::{Bool, Bytes, Complex, Date, Float, Object, Signed, Span, Str, Unsigned, Void};
        if self.name() == other.name() {
            return Some(self);
        }
        match (self, other) {
            (Self::Own(own), Self::Own(dtype)) => match (own.kind(), dtype.kind()) {
                (Object, Bytes | Str | Void | Date | Span) => None,
                (Object, _) => Some(self),
                (Bytes | Str | Void | Date | Span, Object) => Some(other),
                (Bytes | Str, Bool | Signed | Unsigned | Float | Complex) | (Str, Bytes) | (Date, Span) => Some(self),
                (Span, Date) => Some(other),
                (Span, Bool | Signed | Unsigned) if dtype != DType::UInt64 => Some(self),
                (Bytes | Str | Void | Date | Span, _) | (_, Bytes | Str | Void | Date | Span | Object) => None,
                _ => Some(Self::Own(promote_numbers(own, dtype))),
            },
            (Self::Python(number), Self::Own(dtype)) => match (number, dtype.kind()) {
                (_, Bytes | Str | Void | Date) => None,
                (Weak::Float(_) | Weak::Complex(_), Span) => None,
                _ => Some(Self::Own(number.beside(dtype))),
            },
            (Self::Python(first), Self::Python(second)) => {
                let dtype = promote_types(first.default_dtype(), second.default_dtype());
                Some(if dtype == first.default_dtype() { self } else { other })
            }
            (Self::Own(DType::Object), Self::Python(_)) => Some(self),
            (Self::Own(_), Self::Python(_)) => None,
        }
    }
}

/// Whether all share a dtype, asked in NumPy's order: pairs from both ends, the one that knows more to the front, until
/// one is left, which must know all others.
///
/// # Errors
/// NumPy's `DTypePromotionError`, which names the two that did not meet.
fn check_sequence(dtypes: &[DType], weak: &[Weak]) -> Result<()> {
    let all: Vec<Class> = dtypes
        .iter()
        .map(|dtype| Class::Own(dtype.native()))
        .chain(weak.iter().map(|&number| Class::Python(number)))
        .collect();
    let mut left: Vec<Option<Class>> = all.iter().copied().map(Some).collect();
    let mut length = left.len();
    let mut result = None;
    while length > 1 {
        let half = length / 2;
        for low in 0..half {
            let high = length - 1 - low;
            let (Some(first), Some(last)) = (left[low], left[high]) else { continue };
            result = if let Class::Python(_) = last { last.common(first) } else { first.common(last) };
            match result {
                None => left.swap(low, high),
                Some(common) if common.name() == first.name() => left[high] = None,
                Some(common) if common.name() == last.name() => {
                    left[low] = left[high].take();
                }
                Some(_) => {}
            }
        }
        if length == 2 {
            break;
        }
        length -= half;
    }
    let start = if result.is_some() { 2 } else { 1 };
    let Some(main) = left[0] else { return Ok(()) };
    for other in left.iter().skip(start).flatten() {
        if main.common(*other).is_none() {
            let classes: Vec<String> = all.iter().map(|class| class.name()).collect();
            return Err(no_common_dtype(&other.name(), &main.name(), &classes));
        }
    }
    Ok(())
}

/// The dtype of a result that combines dtypes and Python numbers: NumPy's `result_type`.
/// `None` when there is neither.
pub fn result_type(dtypes: &[DType], weak: &[Weak]) -> Option<DType> {
    try_result_type(dtypes, weak).unwrap_or(Some(DType::Object))
}

/// As [`result_type`].
///
/// # Errors
/// NumPy's `DTypePromotionError` where only `object` would hold all.
pub fn try_result_type(dtypes: &[DType], weak: &[Weak]) -> Result<Option<DType>> {
    // Text of any length has rules of its own.
    let any_length = dtypes.iter().any(|dtype| dtype.kind() == Kind::Text);
    if !any_length && dtypes.iter().any(|dtype| !dtype.is_number()) && dtypes.len() + weak.len() > 1 {
        check_sequence(dtypes, weak)?;
    }
    let mut so_far = None;
    let mut ranked: SmallVec<[DType; 4]> = dtypes.iter().copied().collect();
    if dtypes.len() > 2 && dtypes.iter().all(|dtype| dtype.native().is_number()) {
        // The most general kind is asked of every other: two integers do not meet on their own beside a float.
        ranked.sort_by_key(|dtype| std::cmp::Reverse(kind_rank(dtype.native())));
        let (first, rest) = ranked.split_at_mut(1);
        let among = |dtype: &DType| kind_rank(dtype.native()) >= kind_rank(DType::Float16);
        if among(&first[0]) {
            let common = rest.iter().fold(first[0].native(), |known, &dtype| {
                let met = promote_numbers(first[0].native(), dtype.native());
                promote_numbers(known, met)
            });
            so_far = Some(common);
            ranked.clear();
        }
    }
    for &dtype in &ranked {
        let known = so_far.map_or_else(|| records::canonical(dtype.native()), |known| try_promote(known, dtype));
        so_far = Some(known?);
    }
    if so_far.is_some_and(|dtype| matches!(dtype.kind(), Kind::Str | Kind::Bytes)) {
        // Numbers beside text were looked at above: a Python number takes the dtype of a NumPy one.
        return Ok(so_far);
    }
    Ok(weak.iter().fold(so_far, |so_far, &number| {
        Some(match so_far {
            None => number.default_dtype(),
            // Without a dtype among the operands, Python's own kinds are promoted.
            Some(dtype) if dtypes.is_empty() => promote_types(dtype, number.default_dtype()),
            Some(dtype) => number.beside(dtype),
        })
    }))
}
