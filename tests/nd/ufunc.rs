//! Ufuncs against NumPy: values to the bit, dtypes, events and refusals. Expected values:
//! tests/golden/ufunc.py, numpy 2.4.

use super::golden::{assert_all_agree, cases, difference, read_array};
use stridelab::nd::ufunc::{
    self, CallOptions, Casting, Operand, ReduceOptions, Warnings, Weak, can_cast, find, promote_types, result_type,
};
use stridelab::nd::{Array, Bool, DType, Error, ErrorKind, Order, Shape, Strides};

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
                let ours: Vec<String> = warnings.events().map(|(_, sentence)| sentence).collect();
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
    let cases = cases(include_str!("../golden/ufunc.txt"));
    let mut wrong = Vec::new();
    for case in &cases {
        let problem = match case[..] {
            ["call", name, inputs, expected, said] => {
                let arrays: Vec<Array> = inputs.split(' ').map(read_array).collect();
                let operands: Vec<Operand> = arrays.iter().map(Operand::from).collect();
                let outcome = ufunc::call(find(name).expect("in the table"), &operands, &CallOptions::default());
                let types: Vec<_> = arrays.iter().map(|array| array.dtype().name()).collect();
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
    assert_all_agree(&wrong, cases.len());
}

#[test]
fn refusals_are_of_numpys_kind() {
    let array = Array::vector(vec![1i8, 2]);
    let add = find("add").expect("in the table");
    let error = ufunc::call(add, &[(&array).into(), Weak::Int(300).into()], &CallOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Overflow);
}

fn floats(values: &[f64]) -> Array {
    Array::vector(values.to_vec())
}

fn part(array: &Array, from: usize, length: usize) -> Array {
    let offset = array.offset() + from * array.itemsize();
    array.with_geometry(Shape::from_slice(&[length]), Strides::from_slice(array.strides()), offset)
}

#[test]
fn where_leaves_the_others_alone_and_hears_nothing_of_them() {
    // np.divide([1, 2, 4], [0, 2, 0], out=np.full(3, 9.0), where=[False, True, False]) -> [9. 1. 9.], silently
    let (a, b, out) = (floats(&[1.0, 2.0, 4.0]), floats(&[0.0, 2.0, 0.0]), floats(&[9.0; 3]));
    let mask = Array::vector([false, true, false].map(Bool::from).to_vec());
    let options = CallOptions { out: &[Some(&out)], where_: Some(&mask), ..CallOptions::default() };
    let divide = find("divide").expect("in the table");
    let (_, warnings) = ufunc::call(divide, &[(&a).into(), (&b).into()], &options).expect("floats divide");
    assert_eq!(out.to_vec::<f64>().unwrap(), [9.0, 1.0, 9.0]);
    assert!(warnings.flags.is_empty());
}

#[test]
fn an_output_that_overlaps_an_input_is_read_before_it_is_written() {
    // a = np.arange(6.0); np.add(a[:-1], a[1:], out=a[1:]) -> a is [0. 1. 3. 5. 7. 9.]
    let a = floats(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    let (head, tail) = (part(&a, 0, 5), part(&a, 1, 5));
    let options = CallOptions { out: &[Some(&tail)], ..CallOptions::default() };
    let add = find("add").expect("in the table");
    ufunc::call(add, &[(&head).into(), (&tail).into()], &options).expect("floats add");
    assert_eq!(a.to_vec::<f64>().unwrap(), [0.0, 1.0, 3.0, 5.0, 7.0, 9.0]);
}

#[test]
fn blocks_of_converted_operands_equal_a_conversion_beforehand() {
    let bytes: Vec<u8> = (0..30_000u32).map(|i| (i * 7 % 251) as u8).collect();
    let small = Array::from_vec(&[100, 300], bytes).expect("sizes agree");
    let wide = small.astype(DType::Float64, Order::C).expect("memory for a test");
    let divide = find("divide").expect("in the table");
    for (narrow, wide) in [(small.clone(), wide.clone()), (small.reversed_axes(), wide.reversed_axes())] {
        let by = Operand::from(Weak::Float(255.0));
        let ours = ufunc::call(divide, &[(&narrow).into(), by], &CallOptions::default()).expect("bytes divide").0;
        let plain = ufunc::call(divide, &[(&wide).into(), by], &CallOptions::default()).expect("floats divide").0;
        assert_eq!(difference(&ours[0], &plain[0]), None);
        assert_eq!(ours[0].strides(), plain[0].strides());
    }
}

#[test]
fn fresh_outputs_lie_as_their_inputs_do() {
    let f = Array::zeros(&[2, 3], DType::Float64, Order::F).expect("memory for a test");
    let row = floats(&[1.0; 3]);
    let add = find("add").expect("in the table");
    let sum = ufunc::call(add, &[(&f).into(), (&row).into()], &CallOptions::default()).expect("floats add").0;
    assert!(sum[0].is_f_contiguous());
}

#[test]
fn methods_of_binary_ufuncs() {
    let ints = |shape: &[usize], values: &[i64]| Array::from_vec(shape, values.to_vec()).expect("sizes agree");
    let named = |name: &str| find(name).expect("in the table");
    let listed = |array: Array| array.to_vec::<i64>().expect("memory for a test");

    // np.add.accumulate([[1, 2, 3], [4, 5, 6]], axis=0); np.subtract.accumulate([10, 1, 2])
    let table = ints(&[2, 3], &[1, 2, 3, 4, 5, 6]);
    assert_eq!(listed(ufunc::accumulate(named("add"), &table, 0, None, None).unwrap().0), [1, 2, 3, 5, 7, 9]);
    let line = ints(&[3], &[10, 1, 2]);
    assert_eq!(listed(ufunc::accumulate(named("subtract"), &line, 0, None, None).unwrap().0), [10, 9, 7]);

    // np.add.reduceat(np.arange(8.0), [0, 4, 1, 5, 2, 6, 3, 7]) -> [6. 4. 10. 5. 14. 6. 18. 7.]
    let eight = floats(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
    let pieces = ufunc::reduceat(named("add"), &eight, &[0, 4, 1, 5, 2, 6, 3, 7], 0, None, None).unwrap().0;
    assert_eq!(pieces.to_vec::<f64>().unwrap(), [6.0, 4.0, 10.0, 5.0, 14.0, 6.0, 18.0, 7.0]);
    let twelve = ints(&[3, 4], &(0..12).collect::<Vec<_>>());
    let pieces = ufunc::reduceat(named("add"), &twelve, &[0, 2], 1, None, None).unwrap().0;
    assert_eq!(listed(pieces), [1, 5, 9, 13, 17, 21]);

    // np.subtract.outer([1, 2, 3], [10, 20])
    let (three, two) = (ints(&[3], &[1, 2, 3]), ints(&[2], &[10, 20]));
    let pairs = ufunc::outer(named("subtract"), (&three).into(), (&two).into(), &CallOptions::default()).unwrap().0;
    assert_eq!(pairs[0].shape(), [3, 2]);
    assert_eq!(listed(pairs[0].clone()), [-9, -19, -8, -18, -7, -17]);

    // b = np.zeros(4); np.add.at(b, [0, 0, 3], [1, 2, 0.5]) -> [3. 0. 0. 0.5]
    let b = floats(&[0.0; 4]);
    ufunc::at(named("add"), &b, &[0, 0, 24], Some(&floats(&[1.0, 2.0, 0.5]))).unwrap();
    assert_eq!(b.to_vec::<f64>().unwrap(), [3.0, 0.0, 0.0, 0.5]);
    let c = Array::vector(vec![1i8, 2, 3]);
    ufunc::at(named("negative"), &c, &[0, 2], None).unwrap();
    assert_eq!(c.to_vec::<i8>().unwrap(), [-1, 2, -3]);

    // np.subtract.reduce([10, 1, 2]) -> 7; np.power.reduce([2, 3, 2]) -> 64
    let axis = ReduceOptions { axes: Some(&[0]), ..ReduceOptions::default() };
    assert_eq!(listed(ufunc::reduce(named("subtract"), &line, &axis).unwrap().0), [7]);
    assert_eq!(listed(ufunc::reduce(named("power"), &ints(&[3], &[2, 3, 2]), &axis).unwrap().0), [64]);
}

#[test]
fn refusals_read_as_numpys() {
    let (two, three) = (floats(&[1.0; 2]), floats(&[1.0; 3]));
    let ints = Array::vector(vec![1i64, 2]);
    let add = find("add").expect("in the table");
    let refused =
        |inputs: &[Operand], options: &CallOptions| ufunc::call(add, inputs, options).unwrap_err().to_string();
    let plain = CallOptions::default();
    // np.add(np.ones(2), np.ones(3))
    assert_eq!(
        refused(&[(&two).into(), (&three).into()], &plain),
        "operands could not be broadcast together with shapes (2,) (3,) "
    );
    // np.add(np.ones(2), np.ones(2), out=np.ones(2, int))
    assert_eq!(
        refused(&[(&two).into(), (&two).into()], &CallOptions { out: &[Some(&ints)], ..plain }),
        "Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'"
    );
    // np.add(1.5, 2, dtype=int)
    let weak = [Operand::from(Weak::Float(1.5)), Operand::from(Weak::Int(2))];
    assert_eq!(
        refused(&weak, &CallOptions { dtype: Some(DType::Int64), ..plain }),
        "Cannot cast ufunc 'add' input 0 from dtype('float64') to dtype('int64') with casting rule 'same_kind'"
    );
    let reduce = |name: &str, array: &Array, axes: &[isize]| {
        let options = ReduceOptions { axes: Some(axes), ..ReduceOptions::default() };
        ufunc::reduce(find(name).expect("in the table"), array, &options).unwrap_err().to_string()
    };
    // np.maximum.reduce([]); np.subtract.reduce(np.ones((2, 2)), axis=(0, 1)); np.add.reduce(np.ones(2), axis=2)
    assert_eq!(
        reduce("maximum", &floats(&[]), &[0]),
        "zero-size array to reduction operation maximum which has no identity"
    );
    let square = Array::zeros(&[2, 2], DType::Float64, Order::C).expect("memory for a test");
    assert_eq!(
        reduce("subtract", &square, &[0, 1]),
        "reduction operation 'subtract' is not reorderable, so at most one axis may be specified"
    );
    assert_eq!(reduce("add", &two, &[2]), "axis 2 is out of bounds for array of dimension 1");
    assert_eq!(reduce("sqrt", &two, &[0]), "reduce only supported for binary functions");
    // np.add.reduce([1e308, 1e308]) warns: overflow encountered in reduce
    let huge = floats(&[1e308, 1e308]);
    let (_, warnings) = ufunc::reduce(add, &huge, &ReduceOptions::default()).expect("floats add");
    assert_eq!(warnings.events().map(|(_, sentence)| sentence).collect::<Vec<_>>(), ["overflow encountered in reduce"]);
}
