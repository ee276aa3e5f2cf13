//! The walls of the array engine: geometry, views, copies, casts. Expected values: numpy 2.4, the call beside each.

use stridelab::nd::broadcast::{broadcast_shapes, broadcast_strides};
use stridelab::nd::strides::{c_strides, f_strides, is_c_contiguous, is_f_contiguous};
use stridelab::nd::{Array, DType, Order, Scalar, Shape, Strides};

fn arange(shape: &[usize]) -> Array {
    Array::from_vec(shape, (0..shape.iter().product::<usize>() as i64).collect()).expect("sizes agree")
}

#[test]
fn broadcasts_from_the_right() {
    let cases: &[(&[&[usize]], &[usize])] = &[
        (&[&[3, 4], &[4]], &[3, 4]),
        (&[&[3, 4], &[3, 1]], &[3, 4]),
        (&[&[3], &[2, 1]], &[2, 3]),
        (&[&[], &[2, 1]], &[2, 1]),
        (&[&[0], &[1]], &[0]),
        (&[&[8, 1, 6, 1], &[7, 1, 5]], &[8, 7, 6, 5]),
    ];
    for (shapes, expected) in cases {
        assert_eq!(broadcast_shapes(shapes).unwrap().as_slice(), *expected, "{shapes:?}");
    }
    // numpy 2.4: np.ones((3, 4)) + np.ones(3)
    assert_eq!(
        broadcast_shapes(&[&[3, 4], &[3]]).unwrap_err().to_string(),
        "operands could not be broadcast together with shapes (3,4) (3,) "
    );
    assert_eq!(broadcast_strides(&[3, 1], &[8, 8], &[2, 3, 4]).unwrap().as_slice(), [0, 8, 0]);
}

#[test]
fn contiguity_ignores_axes_of_length_one_and_empty_arrays() {
    assert_eq!(c_strides(&[2, 3, 4], 8).as_slice(), [96, 32, 8]);
    assert_eq!(f_strides(&[2, 3, 4], 8).as_slice(), [8, 16, 48]);
    assert!(is_c_contiguous(&[1, 4], &[999, 8], 8));
    assert!(is_f_contiguous(&[1, 4], &[999, 8], 8));
    assert!(is_c_contiguous(&[0, 4], &[1, 1], 8));
    assert!(!is_c_contiguous(&[3, 2], &[8, 24], 8));
}

#[test]
fn a_view_writes_to_its_owner_and_a_copy_does_not() {
    let a = arange(&[2, 3]);
    let t = a.reversed_axes();
    t.set(&[2, 0], Scalar::Int(9)).unwrap();
    assert_eq!(a.get(&[0, 2]), Scalar::Int(9));
    assert!(!t.owns_data() && a.owns_data() && t.is_f_contiguous());
    let c = t.copy(Order::C).unwrap();
    c.set(&[0, 0], Scalar::Int(7)).unwrap();
    assert_eq!(a.get(&[0, 0]), Scalar::Int(0));
    assert_eq!(c.to_vec::<i64>().unwrap(), [7, 3, 1, 4, 9, 5]);
}

#[test]
fn overlapping_assignment_reads_before_it_writes() {
    // numpy 2.4: a = np.arange(6); a[1:] = a[:-1] -> [0 0 1 2 3 4]
    let a = arange(&[6]);
    let head = a.with_geometry(Shape::from_slice(&[5]), Strides::from_slice(&[8]), 0);
    let tail = a.with_geometry(Shape::from_slice(&[5]), Strides::from_slice(&[8]), 8);
    tail.assign(&head).unwrap();
    assert_eq!(a.to_vec::<i64>().unwrap(), [0, 0, 1, 2, 3, 4]);
    // a[::-1] of itself: a = np.arange(6); a[:] = a[::-1]
    let a = arange(&[6]);
    let reversed = a.with_geometry(Shape::from_slice(&[6]), Strides::from_slice(&[-8]), 40);
    a.assign(&reversed).unwrap();
    assert_eq!(a.to_vec::<i64>().unwrap(), [5, 4, 3, 2, 1, 0]);
}

#[test]
fn casts_as_numpy_does_on_x86_64() {
    // numpy 2.4: np.array([300., -1., 1e10, np.nan, 1.9]).astype(np.uint8) / int32 / uint64
    let a = Array::vector(vec![300.0, -1.0, 1e10, f64::NAN, 1.9]);
    assert_eq!(a.astype(DType::Int32, Order::C).unwrap().to_vec::<i32>().unwrap(), [300, -1, i32::MIN, i32::MIN, 1]);
    assert_eq!(
        a.astype(DType::Int64, Order::C).unwrap().to_vec::<i64>().unwrap(),
        [300, -1, 10_000_000_000, i64::MIN, 1]
    );
    assert_eq!(a.astype(DType::UInt8, Order::C).unwrap().to_vec::<u8>().unwrap(), [44, 255, 0, 0, 1]);
}

#[test]
fn an_unaligned_array_reads_and_writes_like_any_other() {
    let bytes = Array::vector((0u8..32).collect());
    let view = Array::from_buffer(bytes.buffer().clone(), DType::UInt32, 1);
    assert!(!view.is_aligned());
    assert_eq!(view.get(&[1]), Scalar::UInt(u64::from(u32::from_le_bytes([5, 6, 7, 8]))));
    view.fill(Scalar::UInt(0x0101_0101)).unwrap();
    let expected: Vec<u8> = std::iter::once(0).chain(std::iter::repeat_n(1, 28)).chain([29, 30, 31]).collect();
    assert_eq!(bytes.to_vec::<u8>().unwrap(), expected);
}

#[test]
fn sizes_that_no_memory_holds_are_errors() {
    // numpy 2.4: np.zeros((100000, 100000, 100000))
    let error = Array::zeros(&[100_000, 100_000, 100_000], DType::Float64, Order::C).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Unable to allocate 7.11 PiB for an array with shape (100000, 100000, 100000) and data type float64"
    );
    assert!(Array::zeros(&[usize::MAX, 2], DType::Int8, Order::C).is_err());
}
