//! The text of the elements of one array: widths, notation and number of digits are chosen by
//! looking at all the elements that will be shown, then each is written alike.
//!
//! Holds NumPy's rules for booleans, integers, floats and complex numbers. Text and objects print one by one, each
//! as its own `repr`: see `object::element_text`. Fields of records: `record`. Line breaks: `layout`.

use half::f16;

use super::digits::Real;
use super::float::{FloatLayout, Trim, positional, scientific};
use super::layout::shown_indices;
use super::options::{FloatMode, Legacy, PrintOptions, Sign};
use crate::nd::array::Array;
use crate::nd::dtype::{DType, Kind};
use crate::nd::scalar::Scalar;

/// How the elements of one array are written.
#[derive(Clone, Debug)]
pub(super) enum ElementFormat {
    /// Booleans.
    Bool(BoolFormat),
    /// Integers of any width.
    Integer(IntegerFormat),
    /// Floats; narrow ones have fewer digits.
    Float { format: FloatFormat, width: Width },
    /// Complex numbers.
    Complex { format: ComplexFormat, width: Width },
}

/// The width of a float, or of a complex number's parts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Width {
    Half,
    Single,
    Double,
}

impl Width {
    fn of(dtype: DType) -> Width {
        match dtype.real() {
            DType::Float16 => Width::Half,
            DType::Float32 => Width::Single,
            _ => Width::Double,
        }
    }
}

/// Runs `$body` with `$T` standing for the float of a width.
macro_rules! with_width {
    ($width:expr, $T:ident => $body:expr) => {
        match $width {
            Width::Half => {
                type $T = f16;
                $body
            }
            Width::Single => {
                type $T = f32;
                $body
            }
            Width::Double => {
                type $T = f64;
                $body
            }
        }
    };
}

impl ElementFormat {
    /// Looks at the elements that will be shown: all, or `edgeitems` at each end of each axis. `None` for elements
    /// that are no numbers.
    pub(super) fn fit(array: &Array, edgeitems: Option<usize>, options: &PrintOptions) -> Option<ElementFormat> {
        if !array.dtype().native().is_number() {
            return None;
        }
        let values: Vec<Scalar> =
            shown_indices(array.shape(), edgeitems).iter().map(|index| array.get(index)).collect();
        Self::fit_values(&values, array.dtype(), array.ndim() > 0, options)
    }

    /// Looks at values of a dtype; booleans are `padded` except in an array of no axes. `None` for elements that are
    /// no numbers.
    pub(super) fn fit_values(
        values: &[Scalar],
        dtype: DType,
        padded: bool,
        options: &PrintOptions,
    ) -> Option<ElementFormat> {
        let width = Width::of(dtype.native());
        Some(match dtype.kind() {
            Kind::Bool => ElementFormat::Bool(BoolFormat { padded }),
            Kind::Signed | Kind::Unsigned => ElementFormat::Integer(IntegerFormat::fit(
                values.iter().map(|&value| integer_part(value)),
                options.sign,
            )),
            Kind::Float => {
                let floats = values.iter().map(|&value| parts(value).0);
                let format = with_width!(width, T => {
                    let floats: Vec<T> = floats.map(<T as Real>::from_f64).collect();
                    FloatFormat::fit(&floats, options, sign_of(padded, options), options.floatmode)
                });
                ElementFormat::Float { format, width }
            }
            Kind::Complex => {
                let parts = values.iter().map(|&value| parts(value));
                let format = with_width!(width, T => {
                    let narrow = |(re, im)| (<T as Real>::from_f64(re), <T as Real>::from_f64(im));
                    let (real, imaginary): (Vec<T>, Vec<T>) = parts.map(narrow).unzip();
                    ComplexFormat::fit(&real, &imaginary, sign_of(padded, options), options)
                });
                ElementFormat::Complex { format, width }
            }
            Kind::Str | Kind::Bytes | Kind::Object | Kind::Date | Kind::Span | Kind::Void | Kind::Text => {
                return None;
            }
        })
    }

    /// The text of one element.
    pub(super) fn text(&self, value: Scalar) -> String {
        match self {
            ElementFormat::Bool(format) => format.text(value.is_truthy()),
            ElementFormat::Integer(format) => format.text(integer_part(value)),
            ElementFormat::Float { format, width } => {
                with_width!(width, T => format.text(<T as Real>::from_f64(parts(value).0)))
            }
            ElementFormat::Complex { format, width } => {
                let (real, imaginary) = parts(value);
                with_width!(width, T => format.text(<T as Real>::from_f64(real), <T as Real>::from_f64(imaginary)))
            }
        }
    }
}

/// What stands before positive floats; NumPy 1.13 left room for a sign in every array with axes.
fn sign_of(axes: bool, options: &PrintOptions) -> Sign {
    match options.sign {
        Sign::Minus if axes && options.legacy == Legacy::V1_13 => Sign::Space,
        sign => sign,
    }
}

/// The value of an integer dtype.
fn integer_part(value: Scalar) -> i128 {
    match value {
        Scalar::Bool(value) => i128::from(value),
        Scalar::Int(value) => i128::from(value),
        Scalar::UInt(value) => i128::from(value),
        Scalar::Float(value) => value as i128,
        Scalar::Complex(value) => value.re as i128,
        Scalar::Time(value) => i128::from(value),
        Scalar::Object(_) | Scalar::Elsewhere(_) => 0,
    }
}

/// Real and imaginary part of the value of an inexact dtype.
fn parts(value: Scalar) -> (f64, f64) {
    match value {
        Scalar::Float(value) => (value, 0.0),
        Scalar::Complex(value) => (value.re, value.im),
        other => (integer_part(other) as f64, 0.0),
    }
}

/// Booleans: `True` gets a space, to be as wide as `False`, except in an array of no axes.
#[derive(Clone, Copy, Debug)]
pub(super) struct BoolFormat {
    pub(super) padded: bool,
}

impl BoolFormat {
    pub(super) fn text(self, value: bool) -> String {
        match (value, self.padded) {
            (true, true) => " True".into(),
            (true, false) => "True".into(),
            (false, _) => "False".into(),
        }
    }
}

/// Integers, right-aligned to the widest.
#[derive(Clone, Copy, Debug)]
pub(super) struct IntegerFormat {
    width: usize,
    sign: Sign,
}

impl IntegerFormat {
    /// Any integer dtype fits `i128`.
    pub(super) fn fit(values: impl Iterator<Item = i128>, sign: Sign) -> IntegerFormat {
        let extremes = values.fold(None, |seen: Option<(i128, i128)>, value| {
            Some(seen.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
        });
        let Some((low, high)) = extremes else {
            return IntegerFormat { width: 0, sign };
        };
        let sign = if sign == Sign::Space && low < 0 { Sign::Minus } else { sign };
        let signed = usize::from(high >= 0 && sign != Sign::Minus);
        let width = (high.to_string().len() + signed).max(low.to_string().len());
        IntegerFormat { width, sign }
    }

    pub(super) fn text(self, value: i128) -> String {
        let mark = match self.sign {
            Sign::Plus if value >= 0 => "+",
            Sign::Space if value >= 0 => " ",
            _ => "",
        };
        format!("{:>width$}", format!("{mark}{value}"), width = self.width)
    }
}

/// Floats: one notation for all, points under each other.
#[derive(Clone, Debug)]
pub(super) struct FloatFormat {
    with_exponent: bool,
    layout: FloatLayout,
    nan: String,
    positive_infinity: String,
    negative_infinity: String,
    /// Width of the whole text, which non-finite values are right-aligned to.
    width: usize,
}

impl FloatFormat {
    /// Chooses for these values; `sign` apart from `options` because imaginary parts always have one.
    pub(super) fn fit<T: Real>(values: &[T], options: &PrintOptions, sign: Sign, floatmode: FloatMode) -> FloatFormat {
        let oldest = options.legacy == Legacy::V1_13;
        let finite: Vec<T> = values.iter().copied().filter(|value| value.to_f64().is_finite()).collect();
        let with_exponent = needs_exponent(&finite, options);
        let precision = match floatmode {
            FloatMode::Unique => None,
            _ => options.precision,
        };
        let fixed = floatmode == FloatMode::Fixed || oldest && with_exponent;
        let mut layout = FloatLayout {
            unique: !fixed,
            precision: if fixed { Some(precision.unwrap_or(0)) } else { precision },
            trim: if fixed { Trim::Keep } else { Trim::Zeros },
            sign: sign == Sign::Plus,
            ..FloatLayout::default()
        };

        let mut whole = 0;
        let mut fraction = 0;
        let mut exponent = 0;
        for &value in &finite {
            let text = if with_exponent { scientific(value, &layout) } else { positional(value, &layout) };
            let (mantissa, power) = text.split_once('e').unwrap_or((&text, ""));
            let (left, right) = mantissa.split_once('.').unwrap_or((mantissa, ""));
            let left = if oldest { left.trim_start_matches(['-', '+']) } else { left };
            whole = whole.max(left.len());
            fraction = fraction.max(right.len());
            exponent = exponent.max(power.len());
        }

        let mut right = fraction;
        if finite.is_empty() {
            layout = FloatLayout { sign: layout.sign, trim: Trim::Zeros, ..FloatLayout::default() };
        } else if with_exponent {
            // The sign of the exponent is not one of its digits.
            let exp_digits = exponent - 1;
            layout.trim = Trim::Keep;
            layout.precision = Some(fraction);
            layout.min_digits = Some(fraction);
            layout.exp_digits = Some(exp_digits);
            right = exp_digits + 2 + fraction;
        } else if matches!(floatmode, FloatMode::Fixed | FloatMode::MaxPrecEqual) {
            layout.trim = Trim::Keep;
            layout.precision = Some(fraction);
            layout.min_digits = Some(fraction);
        } else {
            layout.trim = Trim::Zeros;
            layout.min_digits = Some(0);
        }

        let mut left = whole;
        if oldest && !finite.is_empty() {
            left = if with_exponent { 3 } else { whole + 1 };
        } else if !oldest && sign == Sign::Space && !finite.iter().any(|value| value.to_f64().is_sign_negative()) {
            left += 1;
        }
        if finite.len() != values.len() {
            let negative = values.iter().any(|value| value.to_f64() == f64::NEG_INFINITY);
            let signed = usize::from(sign != Sign::Minus || negative);
            let offset = right + 1;
            let nan = options.nanstr.chars().count();
            let infinity = options.infstr.chars().count() + signed;
            left = left.max(nan.saturating_sub(offset)).max(infinity.saturating_sub(offset));
        }
        layout.pad_left = left;
        layout.pad_right = Some(right);

        let plus = if sign == Sign::Plus { "+" } else { "" };
        FloatFormat {
            with_exponent,
            layout,
            nan: format!("{plus}{}", options.nanstr),
            positive_infinity: format!("{plus}{}", options.infstr),
            negative_infinity: format!("-{}", options.infstr),
            width: left + right + 1,
        }
    }

    pub(super) fn text<T: Real>(&self, value: T) -> String {
        let exact = value.to_f64();
        if !exact.is_finite() {
            let name = if exact.is_nan() {
                &self.nan
            } else if exact < 0.0 {
                &self.negative_infinity
            } else {
                &self.positive_infinity
            };
            return format!("{name:>width$}", width = self.width);
        }
        if self.with_exponent { scientific(value, &self.layout) } else { positional(value, &self.layout) }
    }
}

/// Whether the non-zero values are so large, so small or so far apart that exponents are used.
/// Compared in the width of the values, as NumPy does.
fn needs_exponent<T: Real>(finite: &[T], options: &PrintOptions) -> bool {
    let suppress = options.suppress;
    let from = if options.legacy <= Legacy::V2_2 { 8 } else { T::DECIMAL_DIGITS };
    let zero = T::from_f64(0.0);
    let magnitudes = finite.iter().filter(|&&value| value != zero).map(|value| T::from_f64(value.to_f64().abs()));
    let extremes = magnitudes.fold(None, |seen: Option<(T, T)>, value| {
        Some(seen.map_or((value, value), |(low, high)| {
            (if value < low { value } else { low }, if value > high { value } else { high })
        }))
    });
    let Some((smallest, largest)) = extremes else { return false };
    largest.to_f64() >= 10f64.powi(from)
        || (!suppress && (smallest < T::from_f64(0.0001) || largest / smallest > T::from_f64(1000.0)))
}

/// Complex numbers: the parts are formatted apart, the imaginary one always signed.
#[derive(Clone, Debug)]
pub(super) struct ComplexFormat {
    real: FloatFormat,
    imaginary: FloatFormat,
}

impl ComplexFormat {
    pub(super) fn fit<T: Real>(real: &[T], imaginary: &[T], sign: Sign, options: &PrintOptions) -> Self {
        let modes = match options.legacy {
            Legacy::V1_13 => [FloatMode::MaxPrecEqual, FloatMode::MaxPrec],
            _ => [options.floatmode; 2],
        };
        ComplexFormat {
            real: FloatFormat::fit(real, options, sign, modes[0]),
            imaginary: FloatFormat::fit(imaginary, options, Sign::Plus, modes[1]),
        }
    }

    pub(super) fn text<T: Real>(&self, real: T, imaginary: T) -> String {
        let part = self.imaginary.text(imaginary);
        let number = part.trim_end();
        format!("{}{number}j{}", self.real.text(real), &part[number.len()..])
    }
}
