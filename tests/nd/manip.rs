//! Shape, joints, borders and positions against NumPy: results, layouts, views, and the sentences of what fails.

use stridelab::nd::manip::windows::as_strided;
use stridelab::nd::{Array, Error};

#[test]
fn every_row_is_what_numpy_answers() {
    super::table::check(include_str!("../golden/nd_manip.txt"));
}

#[test]
fn free_geometry_stays_within_its_buffer() {
    // DIFFERENCE: NumPy's as_strided leaves the buffer when told to; here that is an error.
    let a = Array::vector((0..6i64).collect());
    let cases: &[(&[isize], &[isize], &str)] = &[
        (&[7], &[8], "shape (7,) with strides (8,) reaches bytes 0 to 56 of a buffer that has bytes 0 to 48"),
        (
            &[2, 2],
            &[-8, 8],
            "shape (2, 2) with strides (-8, 8) reaches bytes -8 to 16 of a buffer that has bytes 0 to 48",
        ),
        (
            &[2],
            &[isize::MAX],
            "shape (2,) with strides (9223372036854775807,) reaches more bytes than can be counted of \
                              a buffer that has bytes 0 to 48",
        ),
    ];
    for (shape, strides, sentence) in cases {
        let error = as_strided(&a, Some(shape), Some(strides), true).expect_err(sentence);
        assert_eq!(error.to_string(), format!("as_strided: {sentence}"));
    }
    assert_eq!(as_strided(&a, Some(&[-1]), Some(&[8]), true).expect_err("negative"), Error::NegativeDimension);
}
