//! Printing, byte for byte as NumPy 2.4 prints: `repr` and `str` of arrays and of scalars.
//!
//! In reading order: [`PrintOptions`] (what can be set), `digits` and `float` (one float as text),
//! `element` (how the elements of one array agree on widths), `layout` (brackets and line breaks),
//! `record`, `scalar`. A caller with its own text for elements, such as NumPy's `formatter=`, uses [`lay_out`].

mod digits;
mod element;
mod float;
mod layout;
mod options;
mod record;
mod scalar;

use std::convert::Infallible;

pub use digits::Real;
pub use float::{FloatLayout, Trim, positional, scientific};
pub use layout::{Frame, lay_out};
pub use options::{FloatMode, Legacy, PrintOptions, Sign};
pub use record::{element_repr, element_str, element_str_as};
pub use scalar::{scalar_repr, scalar_str, scalar_str_as};

use self::element::ElementFormat;
use self::layout::shown_indices;
use self::record::RecordFormat;
use super::array::Array;
use super::dtype::{DType, Kind};
use super::object;
use super::shape::ShapeText;
use super::time::TimeUnit;

/// `numpy.array2string`: the brackets and elements, without `array(…)`.
///
/// `prefix` and `suffix` are not written; their lengths indent and shorten the lines.
pub fn array2string(array: &Array, options: &PrintOptions, separator: &str, prefix: &str, suffix: &str) -> String {
    if array.size() == 0 {
        return "[]".into();
    }
    let edgeitems = (array.size() > options.threshold).then_some(options.edgeitems);
    let frame = Frame::new(options, edgeitems, [separator, prefix, suffix]);
    if let DType::Record(record) = array.dtype() {
        let format = RecordFormat::fit(array, record, edgeitems, options, false);
        let text = lay_out(array.shape(), &frame, &mut |index| {
            let delta = index.iter().zip(array.strides()).map(|(&at, &step)| at as isize * step).sum();
            format.text(array, delta)
        });
        return text.unwrap_or_else(|error| format!("<{error}>"));
    }
    let Some(format) = ElementFormat::fit(array, edgeitems, options) else {
        // Dates and spans are right-aligned, which shows where there is a NaT among them.
        let width = match array.dtype().kind() {
            Kind::Date if options.legacy == Legacy::V1_13 => 0,
            Kind::Date | Kind::Span => {
                let shown = shown_indices(array.shape(), edgeitems);
                let texts = shown.iter().filter_map(|index| object::element_text(array, index).ok());
                texts.map(|text| text.chars().count()).max().unwrap_or(0)
            }
            _ => 0,
        };
        let text = lay_out(array.shape(), &frame, &mut |index| {
            object::element_text(array, index).map(|text| format!("{text:>width$}"))
        });
        // What raised is the host's to tell; it prints its arrays itself where that matters.
        return text.unwrap_or_else(|error| format!("<{error}>"));
    };
    let text = lay_out(array.shape(), &frame, &mut |index| Ok::<_, Infallible>(format.text(array.get(index))));
    match text {
        Ok(text) => text,
        Err(never) => match never {},
    }
}

/// `repr(array)`: `array([1, 2, 3])`.
pub fn array_repr(array: &Array, options: &PrintOptions) -> String {
    array_repr_as(array, "array", options)
}

/// As [`array_repr`], for an array of another class: its name stands in front.
pub fn array_repr_as(array: &Array, class: &str, options: &PrintOptions) -> String {
    let text = array2string(array, options, ", ", &format!("{class}("), ")");
    repr_around(array, class, options, &text)
}

/// What `repr` writes around the text of the elements: `array(…, shape=…, dtype=…)`.
pub fn repr_around(array: &Array, class: &str, options: &PrintOptions, text: &str) -> String {
    let mut extras = Vec::new();
    let hidden = array.size() > options.threshold && options.legacy == Legacy::Off;
    if hidden || (array.size() == 0 && array.shape() != [0]) {
        extras.push(format!("shape={}", ShapeText::tuple(array.shape())));
    }
    if array.size() == 0 || !is_implied(array.dtype(), options.legacy) {
        extras.push(match array.dtype() {
            DType::Record(record) => format!("dtype={}", record.text(true)),
            DType::Datetime(TimeUnit::GENERIC) | DType::Timedelta(TimeUnit::GENERIC) => {
                format!("dtype={}", array.dtype())
            }
            quoted if !quoted.is_number() && !matches!(quoted, DType::Object | DType::Strings(_)) => {
                format!("dtype='{quoted}'")
            }
            other => format!("dtype={other}"),
        });
    }
    if extras.is_empty() {
        return format!("{class}({text})");
    }
    let text = format!("{class}({text},");
    let extras = format!("{})", extras.join(", "));
    let last_line = text.rsplit('\n').next().unwrap_or(&text);
    let room = match options.legacy {
        Legacy::V1_13 => !matches!(array.dtype().kind(), Kind::Str | Kind::Bytes | Kind::Void),
        _ => last_line.chars().count() + extras.chars().count() < options.linewidth,
    };
    let spacer = if room { " ".to_owned() } else { format!("\n{}", " ".repeat(class.chars().count() + 1)) };
    format!("{text}{spacer}{extras}")
}

/// `str(array)`: `[1 2 3]`. An array without axes prints as its scalar.
pub fn array_str(array: &Array, options: &PrintOptions) -> String {
    if array.ndim() == 0 {
        return array.text();
    }
    array2string(array, options, " ", "", "")
}

/// Whether values written out are read back as this dtype, so that `repr` need not name it.
fn is_implied(dtype: DType, legacy: Legacy) -> bool {
    match dtype {
        DType::Bool => legacy > Legacy::V1_13,
        other => matches!(other, DType::Int64 | DType::Float64 | DType::Complex128),
    }
}
