//! Sorting, searching, counting and order statistics against NumPy. Expected values: tests/golden/sort.py,
//! numpy 2.4.

use super::golden::{assert_all_agree, cases, difference, read_array};
use stridelab::nd::reduce::{self, Method, MomentOptions, QuantileOptions};
use stridelab::nd::sort::{self, Side};
use stridelab::nd::ufunc::ReduceOptions;
use stridelab::nd::{Array, Result};

#[test]
fn order_equals_numpys() {
    let cases = cases(include_str!("../golden/sort.txt"));
    let mut wrong = Vec::new();
    for case in &cases {
        let (name, option) = (case[0], case[1]);
        let ours = compute(name, option, &case[2..]).unwrap_or_else(|error| panic!("{name}({option}): {error}"));
        let expected = &case[case.len() - ours.len()..];
        for (ours, theirs) in ours.iter().zip(expected) {
            if let Some(difference) = difference(ours, &read_array(theirs)) {
                wrong.push(format!("{name}({option}) of {:.60}: {difference}", case[2]));
            }
        }
    }
    assert_all_agree(&wrong, cases.len());
}

fn compute(name: &str, option: &str, operands: &[&str]) -> Result<Vec<Array>> {
    let array = read_array(operands[0]);
    let mut parts = option.split('|');
    let axis: Option<isize> = parts.next().and_then(|axis| axis.parse().ok());
    let axis_list = axis.map(|axis| [axis]);
    let axes = axis_list.as_ref().map(|axes| &axes[..]);
    let options = ReduceOptions { axes, ..ReduceOptions::default() };
    let moments = MomentOptions { reduce: options, ..MomentOptions::default() };
    let one = |array| Ok(vec![array]);
    match name {
        "sort" => one(sort::sort(&array, axis)?),
        "argsort" => one(sort::argsort(&array, axis)?),
        "argmax" => one(reduce::argmax(&array, axis, false)?),
        "argmin" => one(reduce::argmin(&array, axis, false)?),
        "count_nonzero" => one(reduce::count_nonzero(&array, axes, false)?),
        "cumsum" => one(reduce::cumsum(&array, axis, None, None)?.0),
        "median" => one(reduce::median(&array, axes, false)?.0),
        "quantile" => {
            let q: f64 = parts.next().and_then(|q| q.parse().ok()).expect("a quantile");
            let method = Method::parse(parts.next().expect("a method"))?;
            one(reduce::quantile(
                &array,
                &QuantileOptions { q: &[q], whole: false, scalar: true, axes, keepdims: false, method },
            )?
            .0)
        }
        "nansum" => one(reduce::nansum(&array, &options)?.0),
        "nanprod" => one(reduce::nanprod(&array, &options)?.0),
        "nanmean" => one(reduce::nanmean(&array, &options)?.0),
        "nanmax" => one(reduce::nanmax(&array, &options)?.0),
        "nanmin" => one(reduce::nanmin(&array, &options)?.0),
        "nanvar" => one(reduce::nanvar(&array, &moments)?.0),
        "nanstd" => one(reduce::nanstd(&array, &moments)?.0),
        "nanmedian" => one(reduce::nanmedian(&array, axes, false)?.0),
        "nancumsum" => one(reduce::nancumsum(&array, axis, None, None)?.0),
        "searchsorted" => one(sort::searchsorted(&array, &read_array(operands[1]), Side::parse(option)?, None)?),
        "digitize" => one(sort::digitize(&array, &read_array(operands[1]), option == "1")?),
        "unique" => {
            let found = sort::unique(&array)?;
            Ok(vec![found.values, found.first, found.inverse, found.counts])
        }
        "bincount" => {
            let weights = (!operands[1].is_empty()).then(|| read_array(operands[1]));
            one(sort::bincount(&array, weights.as_ref(), axis.map_or(0, |length| length as usize))?)
        }
        other => panic!("unknown case {other}"),
    }
}
