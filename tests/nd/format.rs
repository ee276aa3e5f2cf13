//! Printing against NumPy 2.4: `tests/golden/nd_format.txt`, which `tests/golden/nd_format.py` writes.
//! Rebuilds each array from its recorded bytes and compares the text to the byte.

use stridelab::nd::cast::CastFrom;
use stridelab::nd::format::{
    FloatLayout, FloatMode, Legacy, PrintOptions, Sign, Trim, array_repr, array_str, array2string, positional,
    scalar_repr, scalar_str, scientific,
};
use stridelab::nd::{Array, Buffer, DType, Scalar};

const GOLDEN: &str = include_str!("../golden/nd_format.txt");

struct Case<'a> {
    head: Vec<&'a str>,
    texts: Vec<String>,
}

/// The cases: a head line, then texts whose lines stand after bars.
fn cases() -> Vec<Case<'static>> {
    let mut cases: Vec<Case> = Vec::new();
    let mut fresh = false;
    for line in GOLDEN.lines().skip(1) {
        if let Some(text) = line.strip_prefix('|') {
            let texts = &mut cases.last_mut().expect("a head before texts").texts;
            match texts.last_mut() {
                Some(last) if !fresh => {
                    last.push('\n');
                    last.push_str(text);
                }
                _ => texts.push(text.to_string()),
            }
            fresh = false;
        } else if line.ends_with(':') {
            fresh = true;
        } else {
            cases.push(Case { head: line.split('|').map(str::trim).collect(), texts: Vec::new() });
        }
    }
    cases
}

fn array(dtype: &str, shape: &str, hex: &str) -> Array {
    let bytes: Vec<u8> =
        (0..hex.len() / 2).map(|byte| u8::from_str_radix(&hex[2 * byte..2 * byte + 2], 16).expect("hex")).collect();
    let dtype = DType::parse(dtype).expect("a dtype");
    let shape: Vec<usize> = shape.split_whitespace().map(|length| length.parse().expect("a length")).collect();
    let flat = Array::from_buffer(Buffer::from_vec(bytes), dtype, 0);
    let mut strides = vec![dtype.itemsize() as isize; shape.len()];
    for axis in (1..shape.len()).rev() {
        strides[axis - 1] = strides[axis] * shape[axis].max(1) as isize;
    }
    flat.with_geometry(shape.as_slice().into(), strides.as_slice().into(), 0)
}

fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split_whitespace().map(|pair| pair.split_once('=').expect("key=value"))
}

fn print_options(text: &str) -> PrintOptions {
    let mut options = PrintOptions::default();
    for (key, value) in pairs(text) {
        let number = || value.parse::<usize>().expect("a number");
        match key {
            "precision" => options.precision = Some(number()),
            "threshold" => options.threshold = number(),
            "edgeitems" => options.edgeitems = number(),
            "linewidth" => options.linewidth = number(),
            "suppress" => options.suppress = value == "True",
            "sign" => options.sign = Sign::from_symbol(&value.replace("space", " ")).expect("a sign"),
            "floatmode" => options.floatmode = FloatMode::from_name(value).expect("a mode"),
            "nanstr" => options.nanstr = value.into(),
            "infstr" => options.infstr = value.into(),
            other => panic!("unknown option {other}"),
        }
    }
    options
}

fn float_layout(text: &str) -> FloatLayout {
    let mut layout = FloatLayout::default();
    for (key, value) in pairs(text) {
        let number = || value.parse::<usize>().expect("a number");
        match key {
            "precision" => layout.precision = Some(number()),
            "min_digits" => layout.min_digits = Some(number()),
            "unique" => layout.unique = value == "True",
            "fractional" => layout.fractional = value == "True",
            "sign" => layout.sign = value == "True",
            "pad_left" => layout.pad_left = number(),
            "pad_right" => layout.pad_right = Some(number()),
            "exp_digits" => layout.exp_digits = Some(number()),
            "trim" => {
                layout.trim = match value {
                    "k" => Trim::Keep,
                    "." => Trim::Zeros,
                    "0" => Trim::LeaveOneZero,
                    _ => Trim::ZerosAndPoint,
                }
            }
            other => panic!("unknown option {other}"),
        }
    }
    layout
}

/// Compares all, then fails with the first few differences.
#[derive(Default)]
struct Report {
    compared: usize,
    differences: Vec<String>,
}

impl Report {
    fn compare(&mut self, what: &str, ours: &str, numpy: &str) {
        self.compared += 1;
        if ours != numpy {
            self.differences.push(format!("{what}\nours:\n{ours}\nNumPy 2.4:\n{numpy}\n"));
        }
    }

    fn end(self, at_least: usize) {
        let count = self.differences.len();
        assert!(count == 0, "{count} of {} differ\n{}", self.compared, self.differences[..count.min(8)].join("\n"));
        assert!(self.compared >= at_least, "only {} cases were found", self.compared);
    }
}

#[test]
fn arrays_print_as_numpy_prints_them() {
    let mut report = Report::default();
    for case in cases() {
        let [name, dtype, shape, options, hex] = case.head[..] else { continue };
        let array = array(dtype, shape, hex);
        let print = print_options(options);
        let what = format!("{name} {dtype} ({shape}) {options}");
        report.compare(&format!("repr of {what}"), &array_repr(&array, &print), &case.texts[0]);
        report.compare(&format!("str of {what}"), &array_str(&array, &print), &case.texts[1]);
    }
    report.end(1000);
}

#[test]
fn scalars_print_as_numpy_prints_them() {
    let mut report = Report::default();
    for case in cases() {
        let ["scalar", dtype, hex] = case.head[..] else { continue };
        let array = array(dtype, "", hex);
        let value = array.get(&[]);
        report.compare(&format!("repr {dtype}"), &scalar_repr(value, array.dtype(), Legacy::Off), &case.texts[0]);
        report.compare(&format!("str {dtype}"), &scalar_str(value, array.dtype()), &case.texts[1]);
    }
    report.end(1000);
}

#[test]
fn single_floats_follow_their_layout() {
    let mut report = Report::default();
    for case in cases() {
        let [kind @ ("positional" | "scientific"), dtype, options, hex] = case.head[..] else { continue };
        let array = array(dtype, "", hex);
        let Scalar::Float(value) = array.get(&[]) else { panic!("{dtype} is not a float") };
        let layout = float_layout(options);
        let text = match (kind, array.dtype()) {
            ("positional", DType::Float16) => positional(half::f16::cast_from(value), &layout),
            (_, DType::Float16) => scientific(half::f16::cast_from(value), &layout),
            ("positional", DType::Float32) => positional(value as f32, &layout),
            ("positional", _) => positional(value, &layout),
            (_, DType::Float32) => scientific(value as f32, &layout),
            _ => scientific(value, &layout),
        };
        report.compare(&format!("{kind} {dtype} {value} {options}"), &text, &case.texts[0]);
    }
    report.end(2000);
}

/// A view prints as its copy: transposed, reversed, strided, and at an unaligned offset.
#[test]
fn views_print_as_their_copies() {
    let options = PrintOptions::default();
    let base = Array::from_vec(&[4, 6], (0..24).map(|value| f64::from(value) / 4.0).collect()).expect("24 elements");
    let transposed = base.reversed_axes();
    let every_other = base.with_geometry([4, 3].as_slice().into(), [-48, 16].as_slice().into(), 144);
    for view in [transposed, every_other] {
        let copy = view.copy(stridelab::nd::Order::C).expect("memory for 24 elements");
        assert_eq!(array_repr(&view, &options), array_repr(&copy, &options));
    }
}

/// numpy 2.4: np.array2string(np.arange(30.), separator='; ', prefix='x = ')
#[test]
fn separator_and_prefix_shape_the_lines() {
    let array = Array::vector((0..30).map(f64::from).collect());
    let text = array2string(&array, &PrintOptions::default(), "; ", "x = ", "");
    assert_eq!(text, SEPARATED);
}

const SEPARATED: &str = "\
[ 0.;  1.;  2.;  3.;  4.;  5.;  6.;  7.;  8.;  9.; 10.; 11.; 12.; 13.;\n\
\x20    14.; 15.; 16.; 17.; 18.; 19.; 20.; 21.; 22.; 23.; 24.; 25.; 26.; 27.;\n\
\x20    28.; 29.]";
