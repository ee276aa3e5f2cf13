//! Tells a value as `tests/golden/table.py` does, and compares two tellings.

use stridelab::nd::shape::ShapeText;
use stridelab::nd::{Array, Bool, DType, Error, ErrorKind, Scalar};

use super::value::Value;

/// The Python exception's name.
pub fn exception(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::Value => "ValueError",
        ErrorKind::Type => "TypeError",
        ErrorKind::Index => "IndexError",
        ErrorKind::Memory => "MemoryError",
        ErrorKind::Overflow => "OverflowError",
        ErrorKind::ZeroDivision => "ZeroDivisionError",
        ErrorKind::FloatingPoint => "FloatingPointError",
        ErrorKind::UnicodeEncode => "UnicodeEncodeError",
        ErrorKind::Runtime => "RuntimeError",
        ErrorKind::NotImplemented => "NotImplementedError",
        ErrorKind::Axis => "AxisError",
        ErrorKind::DTypePromotion => "DTypePromotionError",
        ErrorKind::UFuncNoLoop
        | ErrorKind::UFuncResolution
        | ErrorKind::UFuncInputCasting
        | ErrorKind::UFuncOutputCasting => "UFuncTypeError",
        ErrorKind::LinAlg => "LinAlgError",
    }
}

pub fn tell(value: &Value, scope: &[(String, Value)]) -> String {
    match value {
        Value::Array(array) => tell_array(array, scope),
        Value::Typed(value, dtype) => {
            // A stored element knows its dtype's own width.
            format!("scalar {dtype} {}", number(Array::scalar(*value, *dtype).get_at(0)))
        }
        Value::List(items) | Value::Tuple(items) => {
            format!("[{}]", items.iter().map(|item| tell(item, scope)).collect::<Vec<_>>().join(" ; "))
        }
        Value::Scalar(value) => format!("value {}", number(*value)),
        other => panic!("no row gives {other:?}"),
    }
}

fn tell_array(array: &Array, scope: &[(String, Value)]) -> String {
    let strides: Vec<String> = array.strides().iter().map(ToString::to_string).collect();
    let mut words = vec![
        array.dtype().to_string(),
        ShapeText::compact(array.shape()).to_string(),
        format!("[{}]", strides.join(",")),
        if array.owns_data() { "own" } else { "view" }.to_owned(),
        if array.is_writeable() { "rw" } else { "ro" }.to_owned(),
        place(array, scope),
        ":".to_owned(),
    ];
    let mut visit = |value: Scalar| words.push(number(value));
    match array.dtype() {
        DType::Bool => array.for_each::<Bool>(|x| visit(Scalar::Bool(x.get()))),
        dtype => stridelab::with_dtype!(dtype, T => array.for_each::<T>(|x| visit(Scalar::from(x))), else {
            panic!("rows hold numbers, not {dtype}")
        }),
    }
    words.join(" ")
}

fn place(array: &Array, scope: &[(String, Value)]) -> String {
    if array.size() == 0 {
        return "-".to_owned();
    }
    for (name, value) in scope {
        if let Value::Array(fixture) = value
            && array.may_share_memory(fixture)
        {
            let first = |array: &Array| (array.buffer().address() + array.offset()) as isize;
            return format!("{name}{:+}", first(array) - first(fixture));
        }
    }
    "copy".to_owned()
}

fn number(value: Scalar) -> String {
    match value {
        Scalar::Bool(true) => "True".to_owned(),
        Scalar::Bool(false) => "False".to_owned(),
        Scalar::Int(value) => value.to_string(),
        Scalar::UInt(value) => value.to_string(),
        Scalar::Float(value) if value.is_nan() => "nan".to_owned(),
        Scalar::Float(value) => format!("{value:?}"),
        Scalar::Complex(value) => format!("{:?},{:?}", value.re, value.im),
        other => panic!("rows hold numbers, not {other:?}"),
    }
}

/// Word by word; numbers by value, and `loose` ones to a relative 1e-14 (1e-6 for `float32`).
pub fn agrees(got: &str, expected: &str, loose: bool) -> bool {
    if got == expected {
        return true;
    }
    if got.starts_with('!') || expected.starts_with('!') {
        return false;
    }
    let single = expected.contains("float32");
    let (got, expected) = (got.split([' ', ',']), expected.split([' ', ',']));
    got.clone().count() == expected.clone().count()
        && got.zip(expected).all(|(got, expected)| {
            got == expected
                || match (got.parse::<f64>(), expected.parse::<f64>()) {
                    (Ok(a), Ok(b)) if loose => (a - b).abs() <= b.abs() * if single { 1e-6 } else { 1e-14 },
                    (Ok(a), Ok(b)) => a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan()),
                    _ => false,
                }
        })
}
