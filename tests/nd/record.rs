//! Structured dtypes: where fields lie, what is a view of what, and what stays as it is. Layouts are those of
//! `numpy.dtype` 2.4, the call beside each.

use stridelab::nd::record::order::ByteOrder;
use stridelab::nd::record::{Field, Record};
use stridelab::nd::{Array, DType, Order, Scalar};

fn named(formats: &[&str]) -> Vec<(String, Option<String>, DType)> {
    let field = |(at, format): (usize, &&str)| {
        (format!("f{at}"), None, DType::parse(format).unwrap_or_else(|| panic!("{format} is a dtype")))
    };
    formats.iter().enumerate().map(field).collect()
}

fn record(dtype: DType) -> &'static Record {
    dtype.record().expect("a structured dtype")
}

fn pair() -> DType {
    Record::packed(named(&["i4", "f8"]), false).expect("a dtype")
}

#[test]
fn fields_lie_where_numpy_lays_them() {
    // numpy.dtype(','.join(formats), align=align): offsets, itemsize, alignment
    let cases: [(&[&str], bool, &[usize], usize, usize); 5] = [
        (&["u1", "i4", "i8", "u1", "i8", "u2"], false, &[0, 1, 5, 13, 14, 22], 24, 1),
        (&["u1", "i4", "i8", "u1", "i8", "u2"], true, &[0, 4, 8, 16, 24, 32], 40, 8),
        (&["S3", "U2", "c16"], false, &[0, 3, 11], 27, 1),
        (&["S3", "U2", "c16"], true, &[0, 4, 16], 32, 8),
        (&[], false, &[], 0, 1),
    ];
    for (formats, align, offsets, itemsize, alignment) in cases {
        let made = record(Record::packed(named(formats), align).expect("a dtype"));
        let found: Vec<usize> = made.fields.iter().map(|field| field.offset).collect();
        assert_eq!((found.as_slice(), made.itemsize, made.alignment), (offsets, itemsize, alignment), "{formats:?}");
    }
}

#[test]
fn layouts_that_cannot_be_are_refused() {
    let field = |name: &str, offset| Field { name: name.into(), title: None, dtype: DType::Int32, offset };
    let refusals = [
        // numpy.dtype([('a', 'i4'), ('a', 'i4')])
        (Record::placed(vec![field("a", 0), field("a", 4)], None, false), "field 'a' occurs more than once"),
        // numpy.dtype({'names': ['a'], 'formats': ['i4'], 'itemsize': 2})
        (
            Record::placed(vec![field("a", 0)], Some(2), false),
            "NumPy dtype descriptor requires 4 bytes, cannot override to smaller itemsize of 2",
        ),
        // numpy.dtype({'names': ['a'], 'formats': ['i4'], 'offsets': [1]}, align=True)
        (
            Record::placed(vec![field("a", 1)], None, true),
            "offset 1 for NumPy dtype with fields is not divisible by the field alignment 4 with align=True",
        ),
    ];
    for (made, sentence) in refusals {
        assert_eq!(made.expect_err(sentence).to_string(), sentence);
    }
}

#[test]
fn one_layout_is_one_dtype() {
    assert_eq!(pair(), pair());
    let aligned = Record::packed(named(&["i4", "i4"]), true).expect("a dtype");
    let packed = Record::packed(named(&["i4", "i4"]), false).expect("a dtype");
    // numpy: dtype('i4,i4', align=True) == dtype('i4,i4'), though they print differently.
    assert_eq!(aligned, packed);
    assert_ne!(record(aligned).aligned, record(packed).aligned);
}

#[test]
fn a_field_is_a_view() {
    let array = Array::zeros(&[3], pair(), Order::C).expect("memory");
    let second = array.field(&record(pair()).fields[1]);
    assert_eq!((second.dtype(), second.strides(), second.offset()), (DType::Float64, &[12isize][..], 4));
    second.fill(Scalar::Float(2.5)).expect("writable");
    assert_eq!(&array.to_bytes().expect("memory")[4..12], &2.5f64.to_le_bytes());
    assert_eq!(array.field(&record(pair()).fields[0]).to_vec::<i32>().expect("memory"), [0, 0, 0]);
}

#[test]
fn a_block_adds_axes() {
    let block = DType::Float32.in_blocks(&[2, 3]).expect("a dtype");
    let dtype = Record::packed(vec![("n".into(), None, DType::Int8), ("x".into(), None, block)], false);
    let array = Array::zeros(&[4], dtype.expect("a dtype"), Order::C).expect("memory");
    let x = array.field(&record(array.dtype()).fields[1]);
    assert_eq!((x.shape(), x.strides()), (&[4usize, 2, 3][..], &[25isize, 12, 4][..]));
}

#[test]
fn bytes_between_fields_stay() {
    let array = Array::full(
        &[2],
        Scalar::Int(7),
        Record::packed(named(&["i1", "i1", "i1"]), false).expect("a dtype"),
        Order::C,
    );
    let array = array.expect("memory");
    let outer = record(array.dtype()).some(&["f0".into(), "f2".into()]).expect("fields");
    let ends = array.reinterpret(outer).expect("of one size");
    let source = Array::zeros(&[2], outer, Order::C).expect("memory");
    ends.assign(&source).expect("writable");
    assert_eq!(array.to_bytes().expect("memory"), [0, 7, 0, 0, 7, 0]);
}

#[test]
fn fields_that_change_places_are_not_lost() {
    let dtype = Record::packed(named(&["i4", "i4"]), false).expect("a dtype");
    let array = Array::zeros(&[1], dtype, Order::C).expect("memory");
    array.field(&record(dtype).fields[0]).fill(Scalar::Int(1)).expect("writable");
    array.field(&record(dtype).fields[1]).fill(Scalar::Int(2)).expect("writable");
    let crossed = record(dtype).some(&["f1".into(), "f0".into()]).expect("fields");
    array.assign(&array.reinterpret(crossed).expect("of one size")).expect("writable");
    assert_eq!(array.retyped(DType::Int64).to_vec::<i64>().expect("memory"), [2 | 1 << 32]);
}

#[test]
fn other_byte_orders_are_read_and_written() {
    let big = DType::parse(">i4").expect("a dtype");
    let array = Array::full(&[2], Scalar::Int(0x0102_0304), big, Order::C).expect("memory");
    assert_eq!(array.to_bytes().expect("memory"), [1, 2, 3, 4, 1, 2, 3, 4]);
    assert_eq!(array.to_vec::<i64>().expect("memory"), [0x0102_0304; 2]);
    assert_eq!(array.astype(big.swapped(), Order::C).expect("memory").to_bytes().expect("memory")[..4], [4, 3, 2, 1]);
    // A complex number is two numbers, and bytes have no order.
    let complex = Array::full(&[1], Scalar::Float(1.0), DType::parse(">c8").expect("a dtype"), Order::C);
    assert_eq!(complex.expect("memory").to_bytes().expect("memory"), [0x3f, 0x80, 0, 0, 0, 0, 0, 0]);
    assert_eq!(DType::parse(">S4"), DType::parse("S4"));
    let ordered = pair().ordered(ByteOrder::Other);
    assert_eq!(record(ordered).fields[1].dtype, DType::parse(">f8").expect("a dtype"));
    assert_eq!(ordered.native(), pair());
}
