//! Reductions against NumPy, to the last bit. Expected values: tests/golden/reduce.py, numpy 2.4.

use super::golden::{assert_all_agree, cases, difference_from, read_array};
use stridelab::nd::reduce::{self, MomentOptions};
use stridelab::nd::ufunc::{Initial, ReduceOptions};
use stridelab::nd::{Array, Bool, DType, Scalar};

#[test]
fn reductions_equal_numpys_to_the_last_bit() {
    let cases = cases(include_str!("../golden/reduce.txt"));
    let mut wrong = Vec::new();
    for case in &cases {
        let [name, axes, keepdims, dtype, ddof, input, mask, expected] = case[..] else { panic!("eight fields") };
        let array = read_array(input);
        let mask = read_mask(mask, &array);
        let axes_list: Vec<isize> = match axes {
            "all" => Vec::new(),
            list => list.split(',').map(|axis| axis.parse().expect("an axis")).collect(),
        };
        let options = ReduceOptions {
            axes: (axes != "all").then_some(&axes_list[..]),
            keepdims: keepdims == "1",
            dtype: DType::parse(dtype),
            where_: mask.as_ref(),
            initial: match (name, &mask) {
                ("max", Some(_)) => Initial::Value(Scalar::Int(0)),
                _ => Initial::Identity,
            },
            out: None,
        };
        let ours = apply(name, &array, &options, ddof.parse().expect("a number"));
        if let Some(difference) = difference_from(&ours, expected) {
            let layout = input.rsplit_once(';').expect("five parts").0;
            wrong.push(format!(
                "{name} axes={axes} dtype={dtype:?} masked={} of {layout}: {difference}",
                mask.is_some()
            ));
        }
    }
    assert_all_agree(&wrong, cases.len());
}

/// The masks of `reduce.py`, by their recipes.
fn read_mask(recipe: &str, array: &Array) -> Option<Array> {
    let truth = |values: Vec<bool>, shape: &[usize]| {
        Array::from_vec(shape, values.into_iter().map(Bool::from).collect()).expect("sizes agree")
    };
    match recipe.split_once(' ') {
        Some(("every", length)) => {
            let length: usize = length.parse().expect("a length");
            Some(truth((0..length).map(|i| i % 3 > 0).collect(), &[length]))
        }
        _ if recipe == "scattered" => {
            Some(truth((0..array.size()).map(|i| i * 7919 % 11 > 3).collect(), array.shape()))
        }
        _ => None,
    }
}

fn apply(name: &str, array: &Array, options: &ReduceOptions, ddof: f64) -> Array {
    let moments = MomentOptions { reduce: *options, ddof, mean: None };
    match name {
        "sum" => reduce::sum(array, options).map(|r| r.0),
        "prod" => reduce::prod(array, options).map(|r| r.0),
        "max" => reduce::max(array, options).map(|r| r.0),
        "min" => reduce::min(array, options).map(|r| r.0),
        "mean" => reduce::mean(array, options).map(|r| r.0),
        "var" => reduce::var(array, &moments).map(|r| r.0),
        "std" => reduce::std(array, &moments).map(|r| r.0),
        other => panic!("unknown reduction {other}"),
    }
    .expect("NumPy computed it")
}
