#![cfg(not(target_arch = "wasm32"))]
//! What a file is, said by its bytes: each kind of file, whole and broken, with its sentence.

use stridelab::data::dataset::{Dataset, Outcome};
use stridelab::data::formats::{Format, Refusal, recognise};
use stridelab::data::record::{CLASS_NAMES, RECORD, class_names_text};

/// `labels.len()` records whose pixels are not all alike.
fn records(labels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (index, &label) in labels.iter().enumerate() {
        bytes.push(label);
        bytes.extend((0..RECORD - 1).map(|pixel| (pixel * 7 + index) as u8));
    }
    bytes
}

/// CIFAR-100 records: coarse label, fine label, pixels.
fn records_100(count: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    for index in 0..count {
        bytes.extend([(index % 20) as u8, (index * 13 % 100) as u8]);
        bytes.extend((0..3072).map(|pixel| 100 + (pixel * 3 + index) as u8 % 100));
    }
    bytes
}

#[test]
fn each_kind_of_file_gets_its_sentence() {
    let mut tar = vec![0; 512];
    tar[257..262].copy_from_slice(b"ustar");
    let random: Vec<u8> = (0..9219_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8 | 16).collect();
    let expected = "; expected a CIFAR-10 binary file such as data_batch_1.bin (records of 3,073 bytes: a label from 0 to 9, then 3,072 pixel bytes)";
    let unpack =
        "archives are not read yet: unpack cifar-10-binary.tar.gz and drop the data_batch_N.bin files that are in it";
    let pickle = "this is a Python pickle (protocol 2), as in the Python version of CIFAR, which is not read yet: drop data_batch_1.bin to data_batch_5.bin from cifar-10-binary.tar.gz instead";
    let rows: [(&str, Vec<u8>, String); 13] = [
        ("empty", vec![], format!("this file is empty (0 bytes){expected}")),
        ("pickle", b"\x80\x02}q\x00(U\x0bbatch_label".to_vec(), pickle.to_owned()),
        ("gzip", b"\x1f\x8b\x08\x00abc".to_vec(), format!("this is a gzip file, and {unpack}")),
        ("html", b"<!DOCTYPE html><title>404</title>".to_vec(), format!("this is a web page (HTML or XML), perhaps a download error saved under this name{expected}")),
        ("html after blanks", b"\n\n <html>".to_vec(), format!("this is a web page (HTML or XML), perhaps a download error saved under this name{expected}")),
        ("zip", b"PK\x03\x04rest".to_vec(), format!("this is a ZIP archive{expected}")),
        ("tar", tar, format!("this is a tar archive{expected}")),
        ("png", b"\x89PNG\r\n\x1a\n".to_vec(), format!("this is a PNG image{expected}")),
        ("text", b"label,pixel\n3,4\n".to_vec(), format!("this is a text file{expected}")),
        ("short", vec![3, 200, 1, 0], format!("this file has 4 bytes, less than one record{expected}")),
        ("zeros", vec![0; 6146], format!("all 6,146 bytes of this file are 0, so it holds no images{expected}")),
        ("noise", random, format!("this file has 9,219 bytes, but 3 of the 3 bytes where labels would be are above 9{expected}")),
        ("cifar-100", records_100(12), "this is CIFAR-100 (12 records of 3,074 bytes, with two labels each), which is not read yet: drop data_batch_1.bin to data_batch_5.bin of CIFAR-10 instead".to_owned()),
    ];
    for (name, bytes, sentence) in rows {
        let refusal = recognise(&bytes).expect_err(name);
        assert_eq!(refusal.to_string(), sentence, "{name}");
    }
}

#[test]
fn the_published_archives_are_known_by_their_length() {
    let named = |length| Refusal::Gzip { length }.to_string();
    assert!(named(170_052_171).starts_with("this is the archive cifar-10-binary.tar.gz, and"));
    assert!(named(170_498_071).starts_with("this is the archive cifar-10-python.tar.gz, the Python version"));
    assert!(named(168_513_733).starts_with("this is the archive cifar-100-binary.tar.gz, CIFAR-100"));
}

#[test]
fn a_truncated_file_keeps_its_whole_records_and_says_what_is_lost() {
    let mut bytes = records(&[1, 2, 3]);
    bytes.truncate(2 * RECORD + 100);
    let mut dataset = Dataset::new();
    let report = dataset.add_file("data_batch_2.bin", bytes);
    assert_eq!(dataset.len(), 2);
    assert_eq!(
        report.to_string(),
        "data_batch_2.bin: 2 training images; it was cut off: 100 bytes after the last whole record cannot be used"
    );
}

#[test]
fn labels_above_nine_are_left_out_with_their_offsets() {
    let mut dataset = Dataset::new();
    let report = dataset.add_file("a.bin", records(&[4, 12, 5, 255, 6]));
    assert_eq!(
        report.to_string(),
        "a.bin: 3 training images; 2 records left out for a label above 9 (12 at byte 3,073, 255 at byte 9,219)"
    );
    let labels: Vec<u8> = (0..dataset.len()).filter_map(|index| Some(dataset.record(index)?.label)).collect();
    assert_eq!(labels, [4, 5, 6]);
    assert_eq!(dataset.location(1), Some(("a.bin", 2 * RECORD)));
}

#[test]
fn a_truncated_cifar_100_file_is_not_taken_for_cifar_10() {
    let mut bytes = records_100(30);
    bytes.truncate(20 * 3074 + 55);
    assert_eq!(recognise(&bytes), Err(Refusal::Cifar100 { records: 20 }));
}

#[test]
fn class_names_are_read_with_their_blank_line() {
    let names = CLASS_NAMES.map(str::to_owned).to_vec();
    assert_eq!(recognise(class_names_text().as_bytes()), Ok(Format::ClassNames(names)));
    let mut dataset = Dataset::new();
    dataset.add_file("batches.meta.txt", b"a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n".to_vec());
    assert_eq!(dataset.class_names()[9], "j");
}

#[test]
fn no_bytes_make_it_panic_and_what_was_loaded_stays() {
    let mut dataset = Dataset::new();
    dataset.add_file("good.bin", records(&[0, 1, 2]));
    let good = records(&[3; 4]);
    for length in (0..good.len()).step_by(97) {
        for first in [0_u8, 9, 10, 31, 60, 128, 255] {
            let mut bytes = good[..length].to_vec();
            if let Some(byte) = bytes.first_mut() {
                *byte = first;
            }
            if let Err(refusal) = recognise(&bytes) {
                let report = dataset.add_file("bad.bin", bytes);
                assert_eq!(report.outcome, Outcome::Refused(refusal));
                assert_eq!(dataset.len(), 3);
            }
        }
    }
}
