//! Arrays made from numbers against NumPy: elements to the last bit, layouts, and the sentences of what fails.

use std::rc::Rc;

use stridelab::nd::create::memory::frombuffer;
use stridelab::nd::{Array, Buffer, DType, Order, Scalar};

#[test]
fn every_row_is_what_numpy_answers() {
    super::table::check(include_str!("../golden/nd_create.txt"));
}

#[test]
fn an_array_over_a_buffer_shares_it_and_knows_its_length() {
    let buffer = Buffer::from_vec((0..10u8).collect());
    let a = frombuffer(buffer.clone(), DType::Int16, -1, 2).expect("8 bytes are four elements");
    assert!(Rc::ptr_eq(a.buffer(), &buffer) && !a.owns_data() && a.is_writeable());
    // numpy 2.4: np.frombuffer(bytes(range(10)), '<i2', -1, 2)
    assert_eq!(a.to_vec::<i16>().expect("memory"), [770, 1284, 1798, 2312]);
    a.set(&[0], Scalar::Int(0)).expect("writeable");
    assert_eq!(Array::from_buffer(buffer.clone(), DType::UInt8, 0).to_vec::<u8>().expect("memory")[..4], [0, 1, 0, 0]);
    // numpy 2.4: np.frombuffer(bytes(10), dtype, count, offset)
    let failing: &[(DType, isize, isize, &str)] = &[
        (DType::Int32, -1, 0, "buffer size must be a multiple of element size"),
        (DType::Int16, 6, 0, "buffer is smaller than requested size"),
        (DType::Int16, -1, 11, "offset must be non-negative and no greater than buffer length (10)"),
        (DType::Int16, -1, -1, "offset must be non-negative and no greater than buffer length (10)"),
    ];
    for &(dtype, count, offset, sentence) in failing {
        let error = frombuffer(buffer.clone(), dtype, count, offset).expect_err(sentence);
        assert_eq!(error.to_string(), sentence);
    }
    let read_only =
        frombuffer(Buffer::from_owner(Rc::<[u8]>::from(vec![1u8; 4])), DType::UInt8, 2, 1).expect("2 bytes");
    assert!(!read_only.is_writeable() && read_only.size() == 2);
}

#[test]
fn memory_that_is_not_there_is_an_error() {
    // numpy 2.4: np.zeros((1 << 40, 1 << 10)) -> _ArrayMemoryError
    let error = Array::zeros(&[1 << 40, 1 << 10], DType::Float64, Order::C).expect_err("8 PiB");
    assert_eq!(
        error.to_string(),
        "Unable to allocate 8.00 PiB for an array with shape (1099511627776, 1024) and data type float64"
    );
}
