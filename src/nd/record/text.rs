//! How NumPy writes structured dtypes: as a list of fields, or, where fields have places of their own, as a dict.

use super::{Block, Field, Record};
use crate::nd::dtype::DType;
use crate::nd::error::{Error, Result};
use crate::nd::shape::ShapeText;
use crate::nd::text::quoted;

impl Record {
    /// Whether the fields lie as a list of them alone would lay them.
    fn is_as_listed(&self) -> bool {
        let (mut end, mut most) = (0usize, 1);
        for field in &self.fields {
            if self.aligned {
                let alignment = field.dtype.alignment();
                most = most.max(alignment);
                end = end.next_multiple_of(alignment);
            }
            if field.offset != end {
                return false;
            }
            end += field.dtype.itemsize();
        }
        end.next_multiple_of(most) == self.itemsize
    }

    /// NumPy's `str(dtype)`, which says whether fields are aligned, or, without `aligned`, what stands in its `repr`.
    pub fn text(&self, aligned: bool) -> String {
        let layout = if self.is_as_listed() && !(aligned && self.aligned) { self.list() } else { self.dict(aligned) };
        if self.attributes { format!("(numpy.record, {layout})") } else { layout }
    }

    fn list(&self) -> String {
        let fields: Vec<String> = self.fields.iter().map(Field::text).collect();
        format!("[{}]", fields.join(", "))
    }

    fn dict(&self, aligned: bool) -> String {
        let all = |write: fn(&Field) -> String| -> String {
            let texts: Vec<String> = self.fields.iter().map(write).collect();
            format!("[{}]", texts.join(", "))
        };
        let mut parts = vec![
            format!("'names': {}", all(|field| quoted(&field.name))),
            format!("'formats': {}", all(|field| short(field.dtype))),
            format!("'offsets': {}", all(|field| field.offset.to_string())),
        ];
        if self.fields.iter().any(|field| field.title.is_some()) {
            let titles = all(|field| field.title.as_deref().map_or_else(|| "None".to_owned(), quoted));
            parts.push(format!("'titles': {titles}"));
        }
        parts.push(format!("'itemsize': {}", self.itemsize));
        if aligned && self.aligned {
            parts.push("'aligned': True".to_owned());
        }
        format!("{{{}}}", parts.join(", "))
    }

    /// The fields and the gaps between them, in order: what NumPy's `dtype.descr` lists. A gap is its bytes.
    ///
    /// # Errors
    /// NumPy's `ValueError` where fields overlap or are out of order.
    pub fn parts(&self) -> Result<Vec<std::result::Result<&Field, usize>>> {
        let mut parts = Vec::new();
        let mut end = 0;
        for field in &self.fields {
            let gap = field.offset.checked_sub(end).ok_or_else(out_of_order)?;
            if gap > 0 {
                parts.push(Err(gap));
            }
            parts.push(Ok(field));
            end = field.offset + field.dtype.itemsize();
        }
        if end < self.itemsize {
            parts.push(Err(self.itemsize - end));
        }
        Ok(parts)
    }
}

fn out_of_order() -> Error {
    Error::value("dtype.descr is not defined for types with overlapping or out-of-order fields")
}

impl Field {
    fn text(&self) -> String {
        let name = match &self.title {
            Some(title) => format!("({}, {})", quoted(title), quoted(&self.name)),
            None => quoted(&self.name),
        };
        match self.dtype {
            DType::Block(block) => format!("({name}, {}, {})", short(block.base), ShapeText::tuple(&block.shape)),
            other => format!("({name}, {})", short(other)),
        }
    }
}

impl Block {
    /// NumPy's `str(dtype)`.
    pub fn text(&self) -> String {
        format!("({}, {})", short(self.base), ShapeText::tuple(&self.shape))
    }
}

/// A dtype as it stands within another: `'<i4'`.
pub fn short(dtype: DType) -> String {
    match dtype {
        DType::Record(record) => record.text(false),
        DType::Block(block) => block.text(),
        DType::Bool => "'?'".into(),
        number if number.is_number() => format!("'{}'", number.array_protocol().trim_start_matches('|')),
        other => other.repr(),
    }
}

/// The names of the fields as Python's tuple.
pub fn names(record: &Record) -> String {
    let names: Vec<String> = record.fields.iter().map(|field| quoted(&field.name)).collect();
    match &names[..] {
        [only] => format!("({only},)"),
        several => format!("({})", several.join(", ")),
    }
}
