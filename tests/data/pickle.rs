//! The Python version: pickles made by a real Python, whole, cut off and damaged.

use super::made_by_python::python;
use stridelab::data::dataset::Dataset;
use stridelab::data::pickle::{self, Contents};
use stridelab::data::record::{Family, PIXELS, RECORD};

/// Python that defines `pickled(protocol, **more)`: a batch of 12 images as NumPy's own pickles lay it
/// out, made without NumPy; `bytes_` stands for NumPy's data.
const BATCH: &str = r#"
import pickle, sys

class Call:
    def __init__(self, *reduced): self.reduced = reduced
    def __reduce_ex__(self, protocol): return self.reduced

import types
for name in ("numpy", "numpy.core", "numpy.core.multiarray", "numpy._core", "numpy._core.numeric"):
    sys.modules[name] = types.ModuleType(name)
def here(module, name):
    def function(*arguments): return None
    function.__module__, function.__name__, function.__qualname__ = module, name, name
    setattr(sys.modules[module], name, function)
    return function
dtype_ = here("numpy", "dtype")
ndarray_ = here("numpy", "ndarray")
reconstruct = here("numpy.core.multiarray", "_reconstruct")
frombuffer = here("numpy._core.numeric", "_frombuffer")

N = 12
labels = [(7 * i) % 10 for i in range(N)]
pixels = bytes((i * 31 + 7) % 256 for i in range(N * 3072))
dtype = Call(dtype_, ("u1", False, True), (3, "|", None, None, None, -1, -1, 0))
array = Call(reconstruct, (ndarray_, (0,), b"b"), (1, (N, 3072), dtype, False, pixels))
buffered = Call(frombuffer, (bytearray(pixels), dtype, (N, 3072), "C"))
def batch(data=array, **more):
    return {b"batch_label": b"training batch 2 of 5", b"labels": labels, b"data": data, b"filenames": [b"a.png"] * N, **more}
"#;

fn made(expression: &str, protocol: u8) -> Vec<u8> {
    python(&format!("{BATCH}\nsys.stdout.buffer.write(pickle.dumps({expression}, {protocol}))"))
}

fn expected() -> Vec<u8> {
    let pixel = |i: usize| ((i * 31 + 7) % 256) as u8;
    let record = |i: usize| std::iter::once((7 * i % 10) as u8).chain((0..PIXELS).map(move |p| pixel(i * PIXELS + p)));
    (0..12).flat_map(record).collect()
}

#[test]
fn what_every_protocol_writes_is_read_into_records() {
    let forms = [
        ("batch()", 2),
        ("batch()", 3),
        ("batch()", 4),
        ("batch()", 5),
        ("batch(buffered)", 5),
        ("{'data': array, 'labels': labels}", 4),
        ("{'data': pixels, 'labels': tuple(labels)}", 3),
    ];
    for (expression, protocol) in forms {
        let mut dataset = Dataset::new();
        let report = dataset.add_file("data_batch_2", made(expression, protocol));
        let sentence = "data_batch_2: 12 training images, from a Python pickle (read, not run)";
        assert_eq!(report.to_string(), sentence, "{expression}, protocol {protocol}");
        assert!(dataset.records_of(0) == Some(&expected()[..]), "{expression}, protocol {protocol}");
    }
}

#[test]
fn a_pickle_and_the_binary_file_of_the_same_images_count_once() {
    let mut dataset = Dataset::new();
    dataset.add_file("data_batch_2.bin", expected());
    let twin = dataset.add_file("data_batch_2", made("batch()", 2));
    assert_eq!(
        twin.to_string(),
        "data_batch_2: its 12 images are already loaded as data_batch_2.bin; nothing was added"
    );
}

#[test]
fn an_image_is_located_where_the_pickle_has_it() {
    let bytes = made("batch()", 2);
    let mut dataset = Dataset::new();
    dataset.add_file("data_batch_2", bytes[..].to_vec());
    let place = dataset.location(5).expect("12 images");
    // BININT1, then the label 5 · 7 mod 10.
    assert_eq!(bytes[place.label..place.label + 2], [b'K', 5]);
    // Protocol 2 has no bytes: Python 3 writes them as a text.
    assert_eq!(place.pixels, None);
    let bytes = made("batch()", 4);
    dataset.add_file("data_batch_2", bytes[..].to_vec());
    let mut dataset = Dataset::new();
    dataset.add_file("data_batch_2", bytes[..].to_vec());
    let pixels = dataset.location(5).and_then(|place| place.pixels).expect("stored byte by byte");
    assert_eq!(bytes[pixels..pixels + PIXELS], expected()[5 * RECORD + 1..6 * RECORD]);
}

#[test]
fn cifar_100_and_class_names_are_read() {
    let fine =
        "{'fine_labels': [99] * N, 'coarse_labels': [19] * N, 'data': array, 'batch_label': 'testing batch 1 of 1'}";
    let mut dataset = Dataset::new();
    let report = dataset.add_file("test", made(fine, 2));
    assert_eq!(report.to_string(), "test: 12 test images of CIFAR-100, from a Python pickle (read, not run)");
    let record = dataset.record(3).expect("12 images");
    assert_eq!((dataset.family(), record.coarse, record.label), (Family::Cifar100, Some(19), 99));

    let meta = "{b'num_cases_per_batch': 10000, b'label_names': [b'c%d' % i for i in range(10)], b'num_vis': 3072}";
    let names = (0..10).map(|i| format!("c{i}")).collect();
    assert_eq!(pickle::read(&made(meta, 2)), Ok(Contents::ClassNames(Family::Cifar10, names)));
}

#[test]
fn labels_out_of_range_are_told_with_their_places() {
    let bytes = made("{'data': pixels, 'labels': [1, 2, 10, 300, -1] + labels[5:]}", 3);
    let mut dataset = Dataset::new();
    let report = dataset.add_file("batch", bytes).to_string();
    assert!(report.contains("9 training images, from a Python pickle (read, not run); 3 records left out"), "{report}");
    assert!(report.contains("for a label above 9 (10 at byte ") && report.contains(", -1 at byte "), "{report}");
    assert_eq!(dataset.len(), 9);
}

#[test]
fn a_pickle_that_does_not_fit_together_gets_its_sentence() {
    let rows = [
        ("{'data': pixels, 'labels': labels[:7]}", "it has pixels for 12 images but 7 labels"),
        ("{'data': pixels[:-1], 'labels': labels}", "its data are not rows of 3,072 uint8 in C order"),
        ("{'data': pixels, 'labels': ['cat'] * N}", "it is no dictionary with data and labels"),
        ("{'data': pixels}", "it is no dictionary with data and labels"),
        ("[1, 2]", "it is no dictionary with data and labels"),
        (
            "{'labels': labels, 'data': Call(reconstruct, (ndarray_, (0,), b'b'), (1, (N, 3072), dtype, True, pixels))}",
            "its data are not rows of 3,072 uint8 in C order",
        ),
        ("{'data': Call(print, ('run!',)), 'labels': labels}", "its data are not rows of 3,072 uint8 in C order"),
    ];
    for (expression, reason) in rows {
        let error = pickle::read(&made(expression, 4)).expect_err(expression);
        assert_eq!(error.to_string(), reason, "{expression}");
    }
}

#[test]
fn a_pickle_that_was_cut_off_keeps_its_whole_images() {
    for protocol in [3, 4, 5] {
        let mut bytes = made("batch()", protocol);
        let pixels = bytes.windows(5).position(|window| window == &expected()[1..6]).expect("the pixels");
        bytes.truncate(pixels + 7 * PIXELS + 100);
        let mut dataset = Dataset::new();
        let report = dataset.add_file("data_batch_2", bytes);
        assert_eq!(
            report.to_string(),
            "data_batch_2: 7 training images, from a Python pickle (read, not run); it was cut off: 100 bytes after the last whole record cannot be used; 5 of its 12 images are missing",
        );
        assert!(dataset.records_of(0) == Some(&expected()[..7 * RECORD]));
    }
}

#[test]
fn no_damage_makes_it_panic() {
    for protocol in [2, 4, 5] {
        let bytes = made("batch(buffered)", protocol);
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        for _ in 0..3000 {
            let mut damaged = bytes.clone();
            // The instructions before and after the pixels: there a change changes the meaning.
            for _ in 0..=random(3) {
                let at = if random(2) == 0 { random(400) } else { damaged.len() - 1 - random(200) };
                damaged[at] = random(256) as u8;
            }
            if random(4) == 0 {
                damaged.truncate(random(damaged.len()));
            }
            Dataset::new().add_file("damaged", damaged);
        }
    }
}
