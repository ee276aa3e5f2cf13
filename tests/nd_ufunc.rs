//! Ufuncs against NumPy: values to the bit, dtypes, events and refusals. Expected values:
//! tests/golden/ufunc.py, numpy 2.4.
#![cfg(not(target_arch = "wasm32"))]

mod golden;

use golden::{cases, difference, read_array};
use stridelab::nd::ufunc::{
    self, CallOptions, Casting, Operand, Warnings, Weak, can_cast, find, promote_types, result_type,
};
use stridelab::nd::{Array, DType, Error, ErrorKind};

type Outcome = Result<(Vec<Array>, Warnings), Error>;

/// What is wrong with an outcome, given the recorded results and sentences.
fn mistake(outcome: &Outcome, expected: &str, said: &str) -> Option<String> {
    match outcome {
        Err(error) => {
            let theirs = said.split_once(": ").filter(|_| expected.is_empty()).map(|(_, sentence)| sentence);
            (theirs != Some(&error.to_string())).then(|| format!("refused with {error:?}; expected {said:?}"))
        }
        Ok(_) if expected.is_empty() => Some(format!("was not refused with {said}")),
        Ok((outputs, warnings)) => {
            let expected: Vec<Array> = expected.split(' ').map(read_array).collect();
            let wrong = outputs.iter().zip(&expected).find_map(|(ours, theirs)| difference(ours, theirs));
            wrong.or_else(|| {
                let ours: Vec<String> = warnings.messages().collect();
                (ours.join("|") != said).then(|| format!("says {ours:?} instead of {said:?}"))
            })
        }
    }
}

fn dtype(name: &str) -> DType {
    DType::parse(name).expect("a dtype of the table")
}

fn number(text: &str) -> Weak {
    let (kind, value) = text.split_at(1);
    match kind {
        "i" => Weak::Int(value.parse().expect("an integer")),
        "f" => Weak::Float(value.parse().expect("a number")),
        _ => Weak::Complex(num_complex::Complex64::new(0.0, value.parse().expect("a number"))),
    }
}

#[test]
fn every_loop_equals_numpys() {
    let cases = cases(include_str!("golden/ufunc.txt"));
    let mut wrong = Vec::new();
    for case in &cases {
        let problem = match case[..] {
            ["call", name, inputs, expected, said] => {
                let arrays: Vec<Array> = inputs.split(' ').map(read_array).collect();
                let operands: Vec<Operand> = arrays.iter().map(Operand::from).collect();
                let outcome = ufunc::call(find(name).expect("in the table"), &operands, &CallOptions::default());
                let types: Vec<&str> = arrays.iter().map(|array| array.dtype().name()).collect();
                mistake(&outcome, expected, said).map(|m| format!("{name}{types:?}: {m}"))
            }
            ["promote", a, b, expected] => {
                let ours = promote_types(dtype(a), dtype(b));
                (ours.name() != expected).then(|| format!("promote_types({a}, {b}) is {ours}, not {expected}"))
            }
            ["cast", a, b, rule, expected] => {
                let rule = Casting::parse(rule).expect("a rule");
                let ours = can_cast(dtype(a), dtype(b), rule);
                (ours != (expected == "1")).then(|| format!("can_cast({a}, {b}, {rule:?}) is {ours}"))
            }
            ["weak", a, text, expected] => {
                let ours = result_type(&[dtype(a)], &[number(text)]).expect("two operands have a type");
                (ours.name() != expected).then(|| format!("result_type({a}, {text}) is {ours}, not {expected}"))
            }
            ["number", name, array, text, expected, said] => {
                let array = read_array(array);
                let operands = [Operand::from(&array), Operand::from(number(text))];
                let outcome = ufunc::call(find(name).expect("in the table"), &operands, &CallOptions::default());
                mistake(&outcome, expected, said).map(|m| format!("{name}({}, {text}): {m}", array.dtype()))
            }
            _ => panic!("unknown case {case:?}"),
        };
        wrong.extend(problem);
    }
    assert!(
        wrong.is_empty(),
        "{} of {} differ:\n{}",
        wrong.len(),
        cases.len(),
        wrong[..wrong.len().min(80)].join("\n")
    );
}

#[test]
fn refusals_are_of_numpys_kind() {
    let array = Array::vector(vec![1i8, 2]);
    let add = find("add").expect("in the table");
    let error = ufunc::call(add, &[(&array).into(), Weak::Int(300).into()], &CallOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Overflow);
}
