//! Reading golden files: cases with arrays as bytes (see `record.py`), and comparing bits.

use stridelab::nd::{Array, Buffer, DType, Kind, Order, Shape, Strides};

/// The cases of a file, fields split.
pub fn cases(text: &str) -> Vec<Vec<&str>> {
    let mut lines = text.lines();
    let oracle = lines.next().expect("a golden file names its oracle");
    assert!(oracle.starts_with("# numpy 2.4"), "{oracle}");
    lines.map(|line| line.split('\t').collect()).collect()
}

fn numbers<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> Vec<T> {
    text.split(',').filter(|part| !part.is_empty()).map(|part| part.parse().expect("a number")).collect()
}

/// An array of a golden file.
pub fn read_array(field: &str) -> Array {
    let parts: Vec<&str> = field.split(';').collect();
    let [dtype, shape, strides, offset, buffer] = parts[..] else { panic!("five parts in {field}") };
    let dtype = DType::parse(dtype).expect("a dtype of the table");
    let memory = match buffer.strip_prefix('@') {
        Some(recipe) => grown(recipe, dtype),
        None => Array::vector(
            (0..buffer.len() / 2)
                .map(|i| u8::from_str_radix(&buffer[2 * i..2 * i + 2], 16).expect("hexadecimal"))
                .collect::<Vec<u8>>(),
        ),
    };
    // Bytes at an aligned address.
    let aligned = Buffer::zeroed(memory.nbytes()).expect("memory for a test");
    let bytes = memory.to_bytes().expect("memory for a test");
    for (cell, byte) in aligned.cells::<u8>(0).expect("bytes are aligned").iter().zip(bytes) {
        cell.set(byte);
    }
    Array::from_buffer(aligned, dtype, 0).with_geometry(
        Shape::from_vec(numbers(shape)),
        Strides::from_vec(numbers(strides)),
        offset.parse().expect("an offset"),
    )
}

fn grown(recipe: &str, dtype: DType) -> Array {
    let parts: Vec<&str> = recipe.split(',').collect();
    let mut state: u64 = parts[0].parse().expect("a seed");
    let count: usize = parts[1].parse().expect("a count");
    let scale: f64 = parts[2].parse().expect("a scale");
    let values: Vec<f64> = (0..count)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 11) as f64 / 2f64.powi(53) * 2.0 - 1.0) * scale
        })
        .collect();
    let values = Array::vector(values);
    // A complex number is two of them.
    values.astype(dtype.real(), Order::C).expect("memory for a test")
}

/// Fails with the first sentences on what differs, if anything does, of so many cases.
pub fn assert_all_agree(wrong: &[String], cases: usize) {
    assert!(wrong.is_empty(), "{} of {cases} differ:\n{}", wrong.len(), wrong[..wrong.len().min(80)].join("\n"));
}

/// What differs from a recorded result, which may be only its digest.
pub fn difference_from(ours: &Array, field: &str) -> Option<String> {
    let parts: Vec<&str> = field.split(';').collect();
    let [dtype, shape, digest] = parts[..] else { return difference(ours, &read_array(field)) };
    if ours.dtype().name() != dtype || ours.shape() != numbers::<usize>(shape).as_slice() {
        return Some(format!("{} {:?} instead of {dtype} ({shape})", ours.dtype(), ours.shape()));
    }
    let bytes = ours.to_bytes().expect("memory for a test");
    let fnv = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |value, &byte| (value ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    (format!("#{fnv:016x}") != digest).then(|| "other bytes".to_string())
}

/// What differs, if bits do; NaNs are equal whatever their bits.
pub fn difference(ours: &Array, theirs: &Array) -> Option<String> {
    if ours.dtype() != theirs.dtype() || ours.shape() != theirs.shape() {
        return Some(format!("{} {:?} instead of {} {:?}", ours.dtype(), ours.shape(), theirs.dtype(), theirs.shape()));
    }
    let bytes = |array: &Array| array.to_bytes().expect("memory for a test");
    let (a, b) = (bytes(ours), bytes(theirs));
    if a == b {
        return None;
    }
    let values = |array: &Array| -> Vec<f64> {
        let packed = Array::vector(bytes(array));
        let parts = match array.dtype().kind() {
            Kind::Complex => Array::from_buffer(packed.buffer().clone(), array.dtype().real(), 0),
            _ => array.clone(),
        };
        parts.to_vec::<f64>().expect("memory for a test")
    };
    let (ours, theirs) = (values(ours), values(theirs));
    ours.iter()
        .zip(&theirs)
        .enumerate()
        .find(|(_, (x, y))| x.to_bits() != y.to_bits() && !(x.is_nan() && y.is_nan()))
        .map(|(i, (x, y))| format!("element {i}: {x:e} instead of {y:e}"))
}
