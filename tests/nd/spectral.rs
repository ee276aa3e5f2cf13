//! Relations that factorisations keep, for matrices of every shape up to sizes where the methods iterate long:
//! the factors multiply to the matrix, bases are orthonormal, eigenvectors are turned into multiples of themselves.
//! Signs, order and refusals are compared with NumPy's in `tests/python/numpy.rs`.

use num_complex::Complex64;
use stridelab::nd::linalg::{QrMode, Vectors, eig, eigh, qr, svd};
use stridelab::nd::ufunc::{CallOptions, call, find};
use stridelab::nd::{Array, DType, Order};

/// Elements of [-1, 1) by a linear congruence.
fn grown(shape: &[usize], complex: bool, mut state: u64) -> Array {
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / 2f64.powi(52) - 1.0
    };
    let count = shape.iter().product();
    if complex {
        let elements: Vec<Complex64> = (0..count).map(|_| Complex64::new(next(), next())).collect();
        return Array::from_vec(shape, elements).expect("that many elements");
    }
    let elements: Vec<f64> = (0..count).map(|_| next()).collect();
    Array::from_vec(shape, elements).expect("that many elements")
}

fn apply(name: &str, operands: &[&Array]) -> Array {
    let operands: Vec<_> = operands.iter().map(|&array| array.into()).collect();
    let (mut made, _) = call(find(name).expect("a ufunc"), &operands, &CallOptions::default()).expect("it fits");
    made.remove(0)
}

fn times(a: &Array, b: &Array) -> Array {
    stridelab::nd::linalg::dot(a, b).expect("shapes agree")
}

fn adjoint(a: &Array) -> Array {
    apply("conjugate", &[&a.reversed_axes()])
}

fn assert_near(a: &Array, b: &Array, what: &str) {
    assert_eq!(a.shape(), b.shape(), "{what}");
    let gap = apply("absolute", &[&apply("subtract", &[a, b])]).to_vec::<f64>().expect("memory for a test");
    let largest = gap.iter().fold(0.0f64, |m, &x| m.max(x));
    assert!(largest < 1e-11 && !gap.iter().any(|x| x.is_nan()), "{what}: off by {largest:e}");
}

fn assert_orthonormal(q: &Array, what: &str) {
    let columns = q.shape()[1];
    let identity = Array::from_vec(
        &[columns, columns],
        (0..columns * columns).map(|k| f64::from(u8::from(k % (columns + 1) == 0))).collect::<Vec<f64>>(),
    );
    assert_near(&times(&adjoint(q), q), &identity.expect("a square"), what);
}

const SIZES: [(usize, usize); 12] =
    [(1, 1), (1, 4), (4, 1), (2, 2), (3, 2), (2, 3), (5, 5), (9, 4), (4, 9), (30, 30), (41, 26), (26, 41)];

#[test]
fn qr_factors_multiply_to_the_matrix() {
    for complex in [false, true] {
        for (m, n) in SIZES {
            let a = grown(&[m, n], complex, (m * 64 + n) as u64);
            for mode in [QrMode::Reduced, QrMode::Complete] {
                let (q, r) = qr(&a, mode).expect("finite");
                assert_orthonormal(&q, &format!("q of {m} x {n}"));
                assert_near(&times(&q, &r), &a, &format!("q r of {m} x {n}"));
            }
        }
    }
}

#[test]
fn singular_vectors_multiply_to_the_matrix() {
    for complex in [false, true] {
        for (m, n) in SIZES {
            let a = grown(&[m, n], complex, (m * 64 + n) as u64);
            let (u, s, vh) = svd(&a, Vectors::Thin).expect("finite");
            let what = format!("svd of {m} x {n}");
            assert_near(&times(&apply("multiply", &[&u, &s]), &vh), &a, &what);
            let values = s.to_vec::<f64>().expect("memory for a test");
            assert!(values.windows(2).all(|pair| pair[0] >= pair[1]) && values.iter().all(|&x| x >= 0.0), "{what}");
            let (u, same, vh) = svd(&a, Vectors::Full).expect("finite");
            assert_orthonormal(&u, &what);
            assert_orthonormal(&adjoint(&vh), &what);
            assert_near(&same, &s, &what);
            assert_near(&svd(&a, Vectors::No).expect("finite").1, &s, &what);
        }
    }
}

#[test]
fn eigenvectors_are_turned_into_multiples_of_themselves() {
    for complex in [false, true] {
        for n in [1, 2, 3, 4, 7, 26, 40] {
            let a = grown(&[n, n], complex, n as u64);
            let (w, v) = eig(&a, true).expect("finite");
            assert_near(&times(&a, &v), &apply("multiply", &[&v, &w]), &format!("eig of {n}"));
            let hermitian = apply("add", &[&a, &adjoint(&a)]);
            let (w, v) = eigh(&hermitian, false, true).expect("finite");
            assert_orthonormal(&v, &format!("eigh of {n}"));
            assert_near(&times(&hermitian, &v), &apply("multiply", &[&v, &w]), &format!("eigh of {n}"));
            let values = w.to_vec::<f64>().expect("memory for a test");
            assert!(values.windows(2).all(|pair| pair[0] <= pair[1]), "eigenvalues ascend");
            assert_near(&eigh(&hermitian, true, false).expect("finite").0, &w, "the upper triangle says the same");
        }
    }
}

#[test]
fn defective_and_extreme_matrices_come_to_an_end() {
    let shift = Array::from_vec(&[6, 6], (0..36).map(|k| f64::from(u8::from(k % 7 == 1))).collect::<Vec<f64>>());
    let shift = shift.expect("a square");
    let (w, _) = eig(&shift, true).expect("finite");
    assert!(w.to_vec::<f64>().expect("memory for a test").iter().all(|&x| x == 0.0), "a nilpotent matrix");
    for scale in [1e-200, 1e150] {
        let factor =
            Array::full(&[], stridelab::nd::Scalar::Float(scale), DType::Float64, Order::C).expect("one element");
        let a = apply("multiply", &[&grown(&[5, 5], false, 7), &factor]);
        let (u, s, vh) = svd(&a, Vectors::Thin).expect("finite");
        let back = apply("divide", &[&times(&apply("multiply", &[&u, &s]), &vh), &factor]);
        assert_near(&back, &apply("divide", &[&a, &factor]), &format!("elements near {scale:e}"));
    }
    let zeros = Array::zeros(&[4, 3], DType::Float64, Order::C).expect("memory for a test");
    assert_near(&svd(&zeros, Vectors::Thin).expect("finite").1, &Array::vector(vec![0.0; 3]), "zeros");
}
