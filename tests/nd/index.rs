//! Indexing against NumPy: basic and advanced, read and assigned, and the sentences of what fails.

use std::rc::Rc;

use stridelab::nd::create::memory::frombuffer;
use stridelab::nd::index::{self, IndexItem, slice_bounds};
use stridelab::nd::{Array, Buffer, DType, Order, Scalar};

#[test]
fn every_row_is_what_numpy_answers() {
    super::table::check(include_str!("../golden/nd_index.txt"));
}

#[test]
fn slices_have_pythons_bounds() {
    // Python: (s := slice(start, stop, step).indices(length), len(range(*s)))
    let cases: &[(usize, Option<isize>, Option<isize>, isize, (usize, usize))] = &[
        (10, None, None, 3, (0, 4)),
        (10, None, None, -3, (9, 4)),
        (10, Some(-3), None, 1, (7, 3)),
        (10, Some(isize::MIN), Some(isize::MAX), isize::MAX, (0, 1)),
        (10, Some(isize::MAX), Some(isize::MIN), isize::MIN, (9, 1)),
        (10, Some(5), Some(2), 1, (0, 0)),
        (0, None, None, -1, (0, 0)),
    ];
    for &(length, start, stop, step, expected) in cases {
        assert_eq!(slice_bounds(length, start, stop, step), expected, "{length} {start:?} {stop:?} {step}");
    }
}

#[test]
fn picks_from_and_assigns_to_unaligned_memory() {
    // numpy 2.4: a = np.frombuffer(bytearray(range(33)), 'int16', 16, 1); a[[0, 2]] is [513, 1541]
    let bytes: Vec<u8> = (0..33).collect();
    let a = frombuffer(Buffer::from_vec(bytes), DType::Int16, 16, 1).expect("32 bytes after the first");
    assert!(!a.is_aligned());
    let picks = [IndexItem::Array(Array::vector(vec![0i64, 2]))];
    let picked = index::get(&a, &picks).expect("within bounds").into_array(DType::Int16);
    assert_eq!(picked.to_vec::<i16>().expect("memory"), [513, 1541]);
    index::set(&a, &picks, &Array::vector(vec![-1i64, -2])).expect("within bounds");
    assert_eq!(a.to_vec::<i16>().expect("memory")[..4], [-1, 1027, -2, 2055]);
    let mask = a.astype(DType::Bool, Order::C).expect("memory");
    index::set(&a, &[IndexItem::Array(mask)], &Array::scalar(Scalar::Int(7), DType::Int64)).expect("one value");
    assert_eq!(a.to_vec::<i16>().expect("memory"), [7; 16]);
}

#[test]
fn refuses_to_assign_to_read_only_memory() {
    // numpy 2.4: np.frombuffer(b'\x00' * 8, 'uint8')[...] = 1, and with [[0, 1]], [True], [0]
    let a = frombuffer(Buffer::from_owner(Rc::<[u8]>::from(vec![0u8; 8])), DType::UInt8, -1, 0).expect("8 bytes");
    let one = Array::scalar(Scalar::Int(1), DType::Int64);
    let flags = Array::full(&[8], Scalar::Bool(true), DType::Bool, Order::C).expect("8 bytes");
    let subscripts = [
        IndexItem::Ellipsis,
        IndexItem::Int(0),
        IndexItem::Bool(true),
        IndexItem::Array(Array::vector(vec![0i64, 1])),
        IndexItem::Array(flags),
    ];
    for item in subscripts {
        let error = index::set(&a, &[item], &one).expect_err("read-only");
        assert_eq!(error.to_string(), "assignment destination is read-only");
    }
}
