//! The text of records: each field is written as a column of its own would be, between parentheses. And of plain
//! bytes.

use super::element::ElementFormat;
use super::layout::{shown, shown_indices};
use super::options::{Legacy, PrintOptions};
use super::scalar_str;
use crate::nd::array::Array;
use crate::nd::dtype::{DType, Kind};
use crate::nd::error::Result;
use crate::nd::object::element_text_at;
use crate::nd::record::{Field, Record};
use crate::nd::strides::c_strides;

/// How the records of one array are written.
pub(super) struct RecordFormat {
    fields: Vec<FieldFormat>,
}

struct FieldFormat {
    field: &'static Field,
    part: PartFormat,
    /// A block of more elements than this is summarised.
    threshold: usize,
    edgeitems: usize,
}

enum PartFormat {
    /// Numbers, in one notation for all.
    Numbers(ElementFormat),
    /// Floats as their scalars are written.
    Scalars,
    /// Dates and spans, right-aligned.
    Times(usize),
    /// What writes itself.
    Plain,
    Records(RecordFormat),
}

impl RecordFormat {
    /// Looks at the elements that will be shown. `scalars`: floats are written as scalars are.
    pub(super) fn fit(
        array: &Array,
        record: &'static Record,
        edgeitems: Option<usize>,
        options: &PrintOptions,
        scalars: bool,
    ) -> Self {
        let delta = |index: &Vec<usize>| index.iter().zip(array.strides()).map(|(&at, &step)| at as isize * step).sum();
        let deltas: Vec<isize> = shown_indices(array.shape(), edgeitems).iter().map(delta).collect();
        Self::fit_at(array, &deltas, array.ndim() > 0, record, options, scalars)
    }

    fn fit_at(
        array: &Array,
        deltas: &[isize],
        padded: bool,
        record: &'static Record,
        options: &PrintOptions,
        scalars: bool,
    ) -> Self {
        let fit_field = |field: &'static Field| {
            let view = array.field(field);
            let (base, inner) = field.dtype.out_of_block();
            let within = deltas_within(inner, base.itemsize());
            let all: Vec<isize> =
                deltas.iter().flat_map(|&outer| within.iter().map(move |&inner| outer + inner)).collect();
            let padded = padded || !inner.is_empty();
            let part = match base.kind() {
                Kind::Float if scalars => PartFormat::Scalars,
                Kind::Date | Kind::Span => {
                    let texts = all.iter().filter_map(|&delta| element_text_at(&view, delta).ok());
                    PartFormat::Times(texts.map(|text| text.chars().count()).max().unwrap_or(0))
                }
                _ => {
                    let values: Vec<_> = all.iter().map(|&delta| view.get_at(delta)).collect();
                    match (base, ElementFormat::fit_values(&values, base, padded, options)) {
                        (DType::Record(nested), _) => {
                            PartFormat::Records(Self::fit_at(&view, &all, padded, nested, options, scalars))
                        }
                        (_, Some(format)) => PartFormat::Numbers(format),
                        (_, None) => PartFormat::Plain,
                    }
                }
            };
            FieldFormat { field, part, threshold: options.threshold, edgeitems: options.edgeitems }
        };
        Self { fields: record.fields.iter().map(fit_field).collect() }
    }

    /// The text of the record so many bytes after the array's first.
    ///
    /// # Errors
    /// What an object's own `repr` raises.
    pub(super) fn text(&self, array: &Array, delta: isize) -> Result<String> {
        let texts = self.fields.iter().map(|format| format.text(array, delta)).collect::<Result<Vec<_>>>()?;
        Ok(match &texts[..] {
            [only] => format!("({only},)"),
            several => format!("({})", several.join(", ")),
        })
    }
}

/// Byte distances of the elements of a block, in C order.
fn deltas_within(shape: &[usize], itemsize: usize) -> Vec<isize> {
    let mut all = vec![0isize];
    for (&length, &step) in shape.iter().zip(&c_strides(shape, itemsize)) {
        all = all.iter().flat_map(|&from| (0..length as isize).map(move |at| from + at * step)).collect();
    }
    all
}

impl FieldFormat {
    fn text(&self, array: &Array, delta: isize) -> Result<String> {
        let view = array.field(self.field);
        let (base, inner) = self.field.dtype.out_of_block();
        let edgeitems = (inner.iter().product::<usize>() > self.threshold).then_some(self.edgeitems);
        self.block(&view, inner, &c_strides(inner, base.itemsize()), delta, edgeitems)
    }

    fn block(
        &self,
        view: &Array,
        shape: &[usize],
        strides: &[isize],
        delta: isize,
        edgeitems: Option<usize>,
    ) -> Result<String> {
        let (Some((&length, inner)), Some((&step, inner_strides))) = (shape.split_first(), strides.split_first())
        else {
            return self.element(view, delta);
        };
        let (head, dots, tail) = shown(length, edgeitems);
        let one = |at: usize| self.block(view, inner, inner_strides, delta + at as isize * step, edgeitems);
        let mut texts = head.map(one).collect::<Result<Vec<_>>>()?;
        if dots {
            texts.push("...".to_owned());
        }
        for at in tail {
            texts.push(one(at)?);
        }
        Ok(format!("[{}]", texts.join(", ")))
    }

    fn element(&self, view: &Array, delta: isize) -> Result<String> {
        match &self.part {
            PartFormat::Numbers(format) => Ok(format.text(view.get_at(delta))),
            PartFormat::Scalars => Ok(scalar_str(view.get_at(delta), view.dtype().native())),
            PartFormat::Times(width) => Ok(format!("{:>width$}", element_text_at(view, delta)?)),
            PartFormat::Plain => element_text_at(view, delta),
            PartFormat::Records(format) => format.text(view, delta),
        }
    }
}

/// `str` of an array's only element, a record or plain bytes: `(1, 2.0)`, `b'\x00'`.
pub fn element_str(element: &Array) -> String {
    element_str_as(element, &PrintOptions::default())
}

/// As [`element_str`], under options of which scalars heed one: the version to print as.
pub fn element_str_as(element: &Array, options: &PrintOptions) -> String {
    record_text(element, options)
}

/// `repr` of the same under the session's options, of the scalar class of that name: `np.void((1, 2.0), dtype=…)`.
/// Up to NumPy 1.25 without its type.
pub fn element_repr(element: &Array, class: &str, options: &PrintOptions) -> String {
    let text = record_text(element, options);
    if options.legacy <= Legacy::V1_25 {
        return if matches!(element.dtype(), DType::Record(_)) { text } else { format!("void({text})") };
    }
    match element.dtype() {
        DType::Record(record) => {
            let plain = Record { attributes: false, ..record.clone() };
            format!("{class}({text}, dtype={})", plain.text(true))
        }
        _ => format!("{class}({text})"),
    }
}

fn record_text(element: &Array, options: &PrintOptions) -> String {
    match element.dtype() {
        DType::Record(record) => {
            let format = RecordFormat::fit(element, record, None, options, options.legacy > Legacy::V1_25);
            format.text(element, 0).unwrap_or_else(|error| format!("<{error}>"))
        }
        _ => {
            let bytes = element.to_bytes().unwrap_or_default();
            let digits: String = bytes.iter().map(|byte| format!("\\x{byte:02X}")).collect();
            format!("b'{digits}'")
        }
    }
}
