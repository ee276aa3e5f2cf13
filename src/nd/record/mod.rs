//! Structured dtypes: an element is a record of named fields, each at its place among the element's bytes.
//!
//! A [`Record`] says which fields there are and where; a [`Block`] is the dtype of a field that holds several
//! elements. Both are kept for good once made, one object for each layout, so that a dtype stays a plain value
//! ([`laid_down`]). [`convert`] has what becomes of records in casts, comparisons and promotion, [`text`] how NumPy
//! writes their dtypes, [`order`] byte orders. How elements print is in `format`.

pub mod convert;
pub mod order;
pub mod text;

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use super::array::Array;
use super::dtype::DType;
use super::error::{Error, Result};
use super::shape::{Shape, byte_count};
use super::strides::{Strides, c_strides};

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// What it is called.
    pub name: String,
    /// A second name.
    pub title: Option<String>,
    /// What it holds; a [`DType::Block`] for several elements.
    pub dtype: DType,
    /// Bytes before it in an element.
    pub offset: usize,
}

/// The layout of a structured dtype. Two are equal when their fields are, whatever else differs.
///
/// Invariant **R1**: every field lies within `itemsize`.
#[derive(Clone, Debug)]
pub struct Record {
    /// The fields, in order; names and titles differ from one another.
    pub fields: Vec<Field>,
    /// Bytes of an element.
    pub itemsize: usize,
    /// Bytes an element's address must be a multiple of; 1 unless `aligned`.
    pub alignment: usize,
    /// Fields lie where a C compiler would put them: `align=True`.
    pub aligned: bool,
    /// Elements are NumPy's `record` scalars, whose fields are attributes.
    pub attributes: bool,
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || (self.itemsize == other.itemsize && self.fields == other.fields)
    }
}

impl Eq for Record {}

impl Hash for Record {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.fields.hash(state);
    }
}

/// Several elements as one field, or what a program asks for as the dtype of an array's last axes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What each is; never a block itself.
    pub base: DType,
    /// Their shape, of at least one axis.
    pub shape: Shape,
    /// Bytes of all of them.
    pub bytes: usize,
}

thread_local! {
    static RECORDS: RefCell<Vec<&'static Record>> = const { RefCell::new(Vec::new()) };
    static BLOCKS: RefCell<Vec<&'static Block>> = const { RefCell::new(Vec::new()) };
    static SWAPPED: RefCell<Vec<&'static DType>> = const { RefCell::new(Vec::new()) };
}

/// The one object that is the same as `wanted`, made when it is first asked for and never given back: a program has
/// few dtypes.
fn laid_down<T>(
    known: &'static std::thread::LocalKey<RefCell<Vec<&'static T>>>,
    wanted: T,
    same: impl Fn(&T, &T) -> bool,
) -> &'static T {
    known.with_borrow_mut(|known| {
        known.iter().copied().find(|one| same(one, &wanted)).unwrap_or_else(|| {
            let kept: &'static T = Box::leak(Box::new(wanted));
            known.push(kept);
            kept
        })
    })
}

impl Record {
    /// Fields one after another; with `align`, each where a C compiler would put it.
    ///
    /// # Errors
    /// A `ValueError` for a name that occurs twice, or a size that no integer holds.
    pub fn packed(fields: Vec<(String, Option<String>, DType)>, align: bool) -> Result<DType> {
        let mut offset = 0usize;
        let mut placed = Vec::with_capacity(fields.len());
        for (name, title, dtype) in fields {
            if align {
                offset = offset.next_multiple_of(dtype.alignment());
            }
            placed.push(Field { name, title, dtype, offset });
            offset =
                offset.checked_add(dtype.itemsize()).filter(|&end| end <= i32::MAX as usize).ok_or_else(too_large)?;
        }
        Self::placed(placed, None, align)
    }

    /// Fields at offsets of their own. `itemsize` is the least that holds them unless it is given.
    ///
    /// # Errors
    /// NumPy's `ValueError` for a name that occurs twice, a field beyond the given size, one that is not aligned.
    pub fn placed(fields: Vec<Field>, itemsize: Option<usize>, align: bool) -> Result<DType> {
        let mut names: Vec<&str> = Vec::new();
        for field in &fields {
            for name in std::iter::once(&field.name).chain(&field.title) {
                if names.contains(&name.as_str()) {
                    return Err(Error::value(format!("field '{name}' occurs more than once")));
                }
                names.push(name);
            }
            let alignment = field.dtype.alignment();
            if align && field.offset % alignment != 0 {
                return Err(Error::value(format!(
                    "offset {} for NumPy dtype with fields is not divisible by the field alignment {alignment} with \
                     align=True",
                    field.offset
                )));
            }
        }
        let alignment = if align { fields.iter().map(|field| field.dtype.alignment()).max().unwrap_or(1) } else { 1 };
        let end = fields.iter().map(|field| field.offset.saturating_add(field.dtype.itemsize())).max().unwrap_or(0);
        if end > i32::MAX as usize {
            return Err(too_large());
        }
        let least = end.next_multiple_of(alignment);
        let itemsize = match itemsize {
            None => least,
            Some(given) if given < end => {
                return Err(Error::value(format!(
                    "NumPy dtype descriptor requires {end} bytes, cannot override to smaller itemsize of {given}"
                )));
            }
            Some(given) if given % alignment != 0 => {
                return Err(Error::value(format!(
                    "NumPy dtype descriptor requires alignment of {alignment} bytes, which is not divisible into the \
                     specified itemsize {given}"
                )));
            }
            Some(given) if given > i32::MAX as usize => return Err(too_large()),
            Some(given) => given,
        };
        Ok(Self { fields, itemsize, alignment, aligned: align, attributes: false }.dtype())
    }

    /// The dtype of this layout.
    pub fn dtype(self) -> DType {
        let rest = |record: &Self| (record.alignment, record.aligned, record.attributes);
        let same = |a: &Self, b: &Self| a == b && rest(a) == rest(b);
        DType::Record(laid_down(&RECORDS, self, same))
    }

    /// The field of a name or title.
    pub fn field(&self, name: &str) -> Option<&Field> {
        let called = |field: &&Field| field.name == name || field.title.as_deref() == Some(name);
        self.fields.iter().find(called)
    }

    /// Whether every byte of an element belongs to a field that holds no gap itself.
    pub fn is_gapless(&self) -> bool {
        let mut end = 0;
        self.fields.iter().all(|field| {
            let follows = field.offset == end;
            end += field.dtype.itemsize();
            follows && field.dtype.is_gapless()
        }) && end == self.itemsize
    }

    /// The same fields where they are, those called first in order first: NumPy's `order=`.
    ///
    /// # Errors
    /// A `ValueError` for a name that is no field's or stands twice.
    pub fn reordered(&self, first: &[String]) -> Result<DType> {
        let mut fields: Vec<Field> = Vec::with_capacity(self.fields.len());
        for name in first {
            let field = self.field(name).ok_or_else(|| Error::value(format!("unknown field name: {name}")))?;
            if fields.iter().any(|known| known.name == field.name) {
                return Err(Error::value(format!("duplicate field name: {name}")));
            }
            fields.push(field.clone());
        }
        let rest = self.fields.iter().filter(|field| !fields.iter().any(|known| known.name == field.name));
        let rest: Vec<Field> = rest.cloned().collect();
        fields.extend(rest);
        Ok(Self { fields, ..self.clone() }.dtype())
    }

    /// Some of the fields, where they are: what `array[['a', 'b']]` has for a dtype.
    ///
    /// # Errors
    /// The name that is no field's; a `ValueError` for one that stands twice.
    pub fn some(&self, names: &[String]) -> std::result::Result<DType, Missing> {
        let mut fields: Vec<Field> = Vec::with_capacity(names.len());
        for name in names {
            let field = self.field(name).ok_or_else(|| Missing::Field(name.clone()))?;
            if field.name != *name {
                return Err(Missing::Title);
            }
            if fields.iter().any(|known| known.name == field.name) {
                return Err(Missing::Twice(field.name.clone()));
            }
            fields.push(field.clone());
        }
        Ok(Self { fields, alignment: 1, ..self.clone() }.dtype())
    }

    /// The same layout under other names.
    ///
    /// # Errors
    /// NumPy's `ValueError` for names that are too few, too many or not all different.
    pub fn renamed(&self, names: Vec<String>) -> Result<DType> {
        if names.len() != self.fields.len() {
            let sentence = "must replace all names at once with a sequence of length";
            return Err(Error::value(format!("{sentence} {}", self.fields.len())));
        }
        if (1..names.len()).any(|at| names[..at].contains(&names[at])) {
            return Err(Error::value("Duplicate field names given."));
        }
        let fields = self.fields.iter().zip(names).map(|(field, name)| Field { name, ..field.clone() }).collect();
        Ok(Self { fields, ..self.clone() }.dtype())
    }
}

/// Why fields cannot be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// There is none of that name.
    Field(String),
    /// It was asked for twice.
    Twice(String),
    /// It was asked for by its second name.
    Title,
}

fn too_large() -> Error {
    Error::value("NumPy dtype descriptor is too large: its elements take more than 2147483647 bytes")
}

impl DType {
    /// Elements of this dtype in blocks of a shape; this dtype itself for a shape without axes.
    ///
    /// # Errors
    /// A `ValueError` for a block of too many bytes.
    pub fn in_blocks(self, shape: &[usize]) -> Result<DType> {
        if shape.is_empty() {
            return Ok(self);
        }
        let (base, inner) = self.out_of_block();
        let shape: Shape = shape.iter().chain(inner).copied().collect();
        let bytes = byte_count(&shape, base.itemsize()).ok().filter(|&bytes| bytes <= i32::MAX as usize);
        let Some(bytes) = bytes else {
            return Err(Error::value("invalid shape in fixed-type tuple: dtype size in bytes must fit into a C int."));
        };
        Ok(DType::Block(laid_down(&BLOCKS, Block { base, shape, bytes }, PartialEq::eq)))
    }

    /// What an array of this dtype is made of, and the axes that each element adds to it.
    pub fn out_of_block(&self) -> (DType, &[usize]) {
        match self {
            DType::Block(block) => (block.base, &block.shape),
            other => (*other, &[]),
        }
    }

    /// The layout of a structured dtype.
    pub fn record(self) -> Option<&'static Record> {
        if let DType::Record(record) = self { Some(record) } else { None }
    }

    /// Whether each byte of an element counts.
    pub fn is_gapless(self) -> bool {
        match self {
            DType::Record(record) => record.is_gapless(),
            DType::Block(block) => block.base.is_gapless(),
            _ => true,
        }
    }

    /// Whether there are handles of objects among an element's bytes.
    pub fn has_objects(self) -> bool {
        match self {
            DType::Object | DType::Strings(_) => true,
            DType::Record(record) => record.fields.iter().any(|field| field.dtype.has_objects()),
            DType::Block(block) => block.base.has_objects(),
            _ => false,
        }
    }

    /// Where in an element handles of objects stand, in bytes.
    pub fn handles(self) -> Vec<usize> {
        match self {
            DType::Object | DType::Strings(_) => vec![0],
            DType::Record(record) => record
                .fields
                .iter()
                .flat_map(|field| field.dtype.handles().into_iter().map(|at| field.offset + at))
                .collect(),
            DType::Block(block) => {
                let (inner, step) = (block.base.handles(), block.base.itemsize());
                let count: usize = if inner.is_empty() { 0 } else { block.shape.iter().product() };
                (0..count).flat_map(|at| inner.iter().map(move |offset| at * step + offset)).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Array {
    /// A field of every element, as a view: with the axes of the field's block, if it is one, at the end.
    pub fn field(&self, field: &Field) -> Self {
        let (base, inner) = field.dtype.out_of_block();
        let shape: Shape = self.shape().iter().chain(inner).copied().collect();
        let strides: Strides = self.strides().iter().copied().chain(c_strides(inner, base.itemsize())).collect();
        // An array without elements may have no memory either.
        let inside = if self.size() == 0 { 0 } else { field.offset };
        self.reread(base, shape, strides, self.offset() + inside)
    }
}
