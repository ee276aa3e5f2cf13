//! Linear algebra against NumPy. Expected values: tests/golden/linalg.py, numpy 2.4. Products of whole numbers
//! are exact; what depends on the order of a BLAS or LAPACK's additions is compared to a few units in
//! the last place of the largest element.

use super::golden::{assert_all_agree, cases, difference, read_array};
use stridelab::nd::linalg::{self, NormOrder};
use stridelab::nd::ufunc::{CallOptions, call, find};
use stridelab::nd::{Array, DType, Result};

#[test]
fn linear_algebra_equals_numpys() {
    let cases = cases(include_str!("../golden/linalg.txt"));
    let mut wrong = Vec::new();
    for case in &cases {
        let problem = match case[..] {
            ["norm", order, axes, array, expected] => {
                let axes_list: Vec<isize> = axes.split(',').filter_map(|axis| axis.parse().ok()).collect();
                let axes = (!axes_list.is_empty()).then_some(&axes_list[..]);
                let order = match order {
                    "None" => NormOrder::Default,
                    text => text.parse().map_or(NormOrder::Name(text.to_string()), NormOrder::Number),
                };
                let ours = linalg::norm(&read_array(array), &order, axes, false);
                near(&ours, &read_array(expected)).map(|m| format!("norm {order:?} {axes:?}: {m}"))
            }
            ["near", name, a, b, expected] => {
                near(&compute(name, a, b), &read_array(expected)).map(|m| format!("{name} of {a:.40}: {m}"))
            }
            ["refused", name, a, b, sentence] => match compute(name, a, b) {
                Ok(_) => Some(format!("{name} was not refused")),
                Err(error) => {
                    let theirs = sentence.split_once(": ").expect("an exception and its sentence").1;
                    (error.to_string() != theirs).then(|| format!("{name}: {error} instead of {theirs}"))
                }
            },
            ["tensordot", _, a, b, expected] => {
                let ours = linalg::tensordot(&read_array(a), &read_array(b), &[0, 1], &[1, 0]);
                difference(&ours.expect("NumPy computed it"), &read_array(expected))
            }
            ["einsum", subscripts, operands, expected] => {
                let operands: Vec<Array> = operands.split(' ').map(read_array).collect();
                let ours =
                    linalg::einsum(subscripts, &operands).unwrap_or_else(|error| panic!("{subscripts}: {error}"));
                difference(&ours, &read_array(expected)).map(|m| format!("einsum {subscripts}: {m}"))
            }
            ["refused einsum", subscripts, operands, sentence] => {
                let operands: Vec<Array> = operands.split(' ').map(read_array).collect();
                let error = linalg::einsum(subscripts, &operands).expect_err("NumPy refused it").to_string();
                let theirs = sentence.split_once(": ").expect("an exception and its sentence").1;
                (error != theirs).then(|| format!("einsum {subscripts}: {error} instead of {theirs}"))
            }
            [name, a, b, expected] => {
                let ours = compute(name, a, b);
                let theirs = read_array(expected);
                // The sign of a complex zero depends on the BLAS.
                let mistake = match &ours {
                    Ok(ours) if theirs.dtype() != DType::Complex128 => difference(ours, &theirs),
                    _ => near(&ours, &theirs),
                };
                mistake.map(|m| format!("{name} of {a:.40} and {b:.40}: {m}"))
            }
            _ => panic!("unknown case {case:?}"),
        };
        wrong.extend(problem);
    }
    assert_all_agree(&wrong, cases.len());
}

fn compute(name: &str, a: &str, b: &str) -> Result<Array> {
    let a = read_array(a);
    let b = (!b.is_empty()).then(|| read_array(b));
    match (name, &b) {
        ("det", _) => linalg::det(&a),
        ("inv", _) => linalg::inv(&a),
        ("cholesky", _) => linalg::cholesky(&a),
        ("solve", Some(b)) => linalg::solve(&a, b),
        ("dot", Some(b)) => linalg::dot(&a, b),
        ("inner", Some(b)) => linalg::inner(&a, b),
        ("vdot", Some(b)) => linalg::vdot(&a, b),
        (name, Some(b)) => {
            let row = find(name).expect("in the table");
            Ok(call(row, &[(&a).into(), b.into()], &CallOptions::default())?.0.remove(0))
        }
        _ => panic!("unknown function {name}"),
    }
}

/// What is wrong beyond rounding: 64 units in the last place of the largest element.
fn near(ours: &Result<Array>, theirs: &Array) -> Option<String> {
    let ours = match ours {
        Ok(ours) => ours,
        Err(error) => return Some(format!("refused: {error}")),
    };
    if ours.dtype() != theirs.dtype() || ours.shape() != theirs.shape() {
        return difference(ours, theirs);
    }
    let parts = |array: &Array| -> Vec<f64> {
        match array.dtype() {
            DType::Complex128 => array
                .to_bytes()
                .expect("memory for a test")
                .chunks(8)
                .map(|bytes| f64::from_le_bytes(bytes.try_into().expect("eight bytes")))
                .collect(),
            _ => array.to_vec::<f64>().expect("memory for a test"),
        }
    };
    let (ours_values, theirs_values) = (parts(ours), parts(theirs));
    let largest = theirs_values.iter().fold(0.0f64, |m, x| m.max(x.abs()));
    let unit = if theirs.dtype() == DType::Float32 { f64::from(f32::EPSILON) } else { f64::EPSILON };
    ours_values
        .iter()
        .zip(&theirs_values)
        .find(|(x, y)| (*x - *y).abs() > 64.0 * unit * largest)
        .map(|(x, y)| format!("{x:e} instead of {y:e}"))
}
