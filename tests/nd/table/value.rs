//! Values of the rows' little language, and how they become what the engine takes.

use stridelab::nd::create::nested::{self, Nested};
use stridelab::nd::error::Result;
use stridelab::nd::index::IndexItem;
use stridelab::nd::manip::split::Sections;
use stridelab::nd::ufunc::promote_types;
use stridelab::nd::{Array, DType, Error, Kind, Order, Scalar};

#[derive(Clone, Debug)]
pub enum Value {
    None,
    Scalar(Scalar),
    /// NumPy's scalar, which has a dtype.
    Typed(Scalar, DType),
    Text(String),
    List(Vec<Value>),
    Tuple(Vec<Value>),
    Array(Array),
    Slice(Option<isize>, Option<isize>, Option<isize>),
    Ellipsis,
}

impl Value {
    pub fn int(&self) -> isize {
        match self {
            Self::Scalar(Scalar::Int(value)) => *value as isize,
            Self::Scalar(Scalar::Bool(value)) => isize::from(*value),
            other => panic!("an integer, not {other:?}"),
        }
    }

    pub fn truth(&self) -> bool {
        match self {
            Self::Scalar(value) => value.is_truthy(),
            other => panic!("a bool, not {other:?}"),
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            other => panic!("a string, not {other:?}"),
        }
    }

    pub fn order(&self) -> Order {
        match self.text() {
            "C" => Order::C,
            "F" => Order::F,
            "A" => Order::A,
            "K" => Order::K,
            other => panic!("order {other}"),
        }
    }

    pub fn dtype(&self) -> DType {
        DType::parse(self.text()).expect("a dtype of the table")
    }

    /// An integer, or several.
    pub fn ints(&self) -> Vec<isize> {
        match self {
            Self::List(items) | Self::Tuple(items) => items.iter().map(Self::int).collect(),
            Self::Array(array) => array.to_vec::<i64>().expect("memory").iter().map(|&i| i as isize).collect(),
            one => vec![one.int()],
        }
    }

    pub fn lengths(&self) -> Vec<usize> {
        self.ints().iter().map(|&length| length as usize).collect()
    }

    pub fn items(&self) -> Vec<Value> {
        match self {
            Self::List(items) | Self::Tuple(items) => items.clone(),
            Self::Array(array) => (0..array.shape()[0])
                .map(|i| {
                    let part = stridelab::nd::index::view(array, &[IndexItem::Int(i as isize)]);
                    Self::Array(part.expect("within the axis"))
                })
                .collect(),
            other => panic!("a sequence, not {other:?}"),
        }
    }

    pub fn arrays(&self) -> Result<Vec<Array>> {
        self.items().iter().map(Self::array).collect()
    }

    pub fn sections(&self) -> Sections {
        match self {
            Self::Scalar(_) => Sections::Count(self.int()),
            _ => Sections::At(self.ints()),
        }
    }

    fn nested(&self) -> Nested {
        match self {
            Self::Scalar(value) | Self::Typed(value, _) => Nested::Scalar(*value),
            Self::List(items) | Self::Tuple(items) => Nested::List(items.iter().map(Self::nested).collect()),
            Self::Array(array) => Nested::Array(array.clone()),
            other => panic!("no array is made of {other:?}"),
        }
    }

    /// What `np.asarray` makes of it.
    pub fn array(&self) -> Result<Array> {
        match self {
            Self::Array(array) => Ok(array.clone()),
            Self::Typed(value, dtype) => Ok(Array::scalar(*value, *dtype)),
            other => {
                let values = other.nested();
                nested::array(&values, widest(&values), Order::C)
            }
        }
    }

    /// What a function that wants indices makes of it: numbers in a list become `int64` at once.
    pub fn indices(&self) -> Result<Array> {
        match self {
            Self::Array(array) => Ok(array.clone()),
            other if other.array()?.dtype() == DType::Bool => other.array(),
            other => other.array()?.astype(DType::Int64, Order::C),
        }
    }

    /// A zero-dimensional result as NumPy returns it: as a scalar.
    pub fn from_result(array: Array) -> Self {
        if array.ndim() == 0 { Self::Typed(array.get_at(0), array.dtype()) } else { Self::Array(array) }
    }

    /// What a subscript of it means.
    pub fn index_items(&self) -> Result<Vec<IndexItem>> {
        match self {
            Self::Tuple(items) => items.iter().map(Self::index_item).collect(),
            one => Ok(vec![one.index_item()?]),
        }
    }

    fn index_item(&self) -> Result<IndexItem> {
        Ok(match self {
            Self::None => IndexItem::NewAxis,
            Self::Ellipsis => IndexItem::Ellipsis,
            Self::Slice(start, stop, step) => IndexItem::Slice { start: *start, stop: *stop, step: *step },
            Self::Scalar(Scalar::Int(index)) | Self::Typed(Scalar::Int(index), _) => IndexItem::Int(*index as isize),
            Self::Scalar(Scalar::Bool(flag)) => IndexItem::Bool(*flag),
            Self::Array(array) => IndexItem::Array(array.clone()),
            Self::List(_) => {
                let array = self.array()?;
                if array.size() == 0 {
                    IndexItem::Array(array.astype(DType::Int64, Order::C)?)
                } else if array.dtype().is_inexact() {
                    return Err(Error::index(stridelab::nd::index::INVALID_INDEX));
                } else {
                    IndexItem::Array(array)
                }
            }
            _ => return Err(Error::index(stridelab::nd::index::INVALID_INDEX)),
        })
    }
}

/// The dtype of Python numbers together: enough of promotion for rows of literals.
fn widest(values: &Nested) -> DType {
    fn kinds(values: &Nested, found: &mut Vec<DType>) {
        match values {
            Nested::Scalar(value) => found.push(match value.kind() {
                Kind::Bool => DType::Bool,
                Kind::Signed | Kind::Unsigned => DType::Int64,
                Kind::Float => DType::Float64,
                Kind::Complex => DType::Complex128,
                other => panic!("rows of literals hold numbers, not {other:?}"),
            }),
            Nested::Array(array) => found.push(array.dtype()),
            Nested::List(items) => items.iter().for_each(|item| kinds(item, found)),
        }
    }
    let mut found = Vec::new();
    kinds(values, &mut found);
    promoted(&found)
}

/// As [`widest`], of arrays.
pub fn promoted(dtypes: &[DType]) -> DType {
    dtypes.iter().copied().reduce(promote_types).unwrap_or(DType::Float64)
}
