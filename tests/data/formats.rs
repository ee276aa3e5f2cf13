//! What a file is, said by its bytes: each kind of file, whole and broken, with its sentence.

use stridelab::data::dataset::{Dataset, Outcome};
use stridelab::data::formats::{Format, recognise};
use stridelab::data::names::CLASS_NAMES_100;
use stridelab::data::record::{CLASS_NAMES, Family, RECORD, RECORD_100, class_names_text};

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
    let expected = "; expected files of CIFAR-10 or CIFAR-100: data_batch_1.bin and its like, the Python version, or their .tar.gz";
    let nested = "this is an archive inside an archive, which is not unpacked: unpack it and drop what is in it";
    let page = "this is a web page (HTML or XML), perhaps a download error saved under this name";
    let pickle = "this is a Python pickle (protocol 2), but";
    let rows: [(&str, Vec<u8>, String); 17] = [
        ("empty", vec![], format!("this file is empty (0 bytes){expected}")),
        (
            "cut pickle",
            b"\x80\x02}q\x00(U\x0bbatch_label".to_vec(),
            format!("{pickle} it was cut off after 19 bytes, before any whole image with its label{expected}"),
        ),
        (
            "other pickle",
            b"\x80\x02}q\x00.".to_vec(),
            format!("{pickle} it is no dictionary with data and labels{expected}"),
        ),
        (
            "pickle with an instruction of its own",
            b"\x80\x02i".to_vec(),
            format!(
                "{pickle} it holds an instruction that no CIFAR file has (0x69 at byte 2), and pickles are never run here{expected}"
            ),
        ),
        (
            "senseless pickle",
            b"\x80\x02Ne".to_vec(),
            format!("{pickle} its instructions make no sense at byte 3{expected}"),
        ),
        ("gzip", b"\x1f\x8b\x08\x00abc".to_vec(), nested.to_owned()),
        ("html", b"<!DOCTYPE html><title>404</title>".to_vec(), format!("{page}{expected}")),
        ("html after blanks", b"\n\n <html>".to_vec(), format!("{page}{expected}")),
        (
            "pickle 0",
            b"(dp0\nS'data'\np1\n".to_vec(),
            format!("this is a Python pickle of protocol 0, where the published ones have 2{expected}"),
        ),
        ("zip", b"PK\x03\x04rest".to_vec(), format!("this is a ZIP archive{expected}")),
        ("tar", tar, nested.to_owned()),
        ("png", b"\x89PNG\r\n\x1a\n".to_vec(), format!("this is a PNG image{expected}")),
        ("text", b"label,pixel\n3,4\n".to_vec(), format!("this is a text file{expected}")),
        ("short", vec![3, 200, 1, 0], format!("this file has 4 bytes, less than one record{expected}")),
        ("zeros", vec![0; 6146], format!("all 6,146 bytes of this file are 0, so it holds no images{expected}")),
        (
            "noise",
            random,
            format!("this file has 9,219 bytes, but 3 of the 3 bytes where labels would be are above 9{expected}"),
        ),
        ("eleven names", b"a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n".to_vec(), format!("this is a text file{expected}")),
    ];
    for (name, bytes, sentence) in rows {
        let refusal = recognise(&bytes).expect_err(name);
        assert_eq!(refusal.to_string(), sentence, "{name}");
    }
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
    let place = dataset.location(1).expect("3 images");
    assert_eq!((place.name, place.label, place.pixels), ("a.bin", 2 * RECORD, Some(2 * RECORD + 1)));
}

#[test]
fn cifar_100_has_its_coarse_label_first_and_two_labels_that_can_be_wrong() {
    let mut bytes = records_100(30);
    bytes[2 * RECORD_100] = 20;
    bytes[5 * RECORD_100 + 1] = 100;
    let mut dataset = Dataset::new();
    let report = dataset.add_file("train.bin", bytes);
    assert_eq!(
        report.to_string(),
        "train.bin: 28 training images of CIFAR-100; 2 records left out for a label out of range (20 at byte 6,148, 100 at byte 15,371)"
    );
    let record = dataset.record(1).expect("28 images");
    assert_eq!((record.coarse, record.label, record.pixels[..2].to_vec()), (Some(1), 13, vec![101, 104]));
    assert_eq!(dataset.class_names()[13], "bus");
    let place = dataset.location(2).expect("28 images");
    assert_eq!((place.label, place.pixels), (3 * RECORD_100, Some(3 * RECORD_100 + 2)));
}

#[test]
fn a_truncated_cifar_100_file_is_not_taken_for_cifar_10() {
    let mut bytes = records_100(30);
    bytes.truncate(20 * RECORD_100 + 55);
    let Ok(Format::Binary(records)) = recognise(&bytes) else { panic!("records") };
    assert_eq!((records.family, records.whole, records.trailing_bytes), (Family::Cifar100, 20, 55));
}

#[test]
fn class_names_are_read_with_their_blank_line() {
    let names = CLASS_NAMES.map(str::to_owned).to_vec();
    assert_eq!(recognise(class_names_text().as_bytes()), Ok(Format::ClassNames(Family::Cifar10, names)));
    let many: String = CLASS_NAMES_100.map(|name| format!("{name}\n")).concat();
    assert!(
        matches!(recognise(many.as_bytes()), Ok(Format::ClassNames(Family::Cifar100, names)) if names[99] == "worm")
    );
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
