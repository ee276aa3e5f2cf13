//! Files as one set: what is kept, replaced and counted, and statistics that are exact.

use stridelab::data::dataset::{ChannelSums, Dataset, Outcome, Split};
use stridelab::data::identity::{Evidence, Published, identify};
use stridelab::data::record::{Family, RECORD};

fn records(labels: &[u8], pixel: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    for &label in labels {
        bytes.push(label);
        bytes.extend((0..RECORD - 1).map(|index| pixel ^ (index / 1024) as u8));
    }
    bytes
}

#[test]
fn the_first_file_takes_the_samples_place_and_a_bad_one_does_not() {
    let mut dataset = Dataset::sample(3);
    assert_eq!((dataset.len(), dataset.train_len()), (18, 15));
    dataset.add_file("page.html", b"<html>".to_vec());
    assert!(dataset.is_sample());
    assert_eq!(dataset.len(), 18);
    dataset.add_file("data_batch_1.bin", records(&[3, 5], 40));
    assert!(!dataset.is_sample());
    assert_eq!(dataset.class_counts(), [0, 0, 0, 1, 0, 1, 0, 0, 0, 0]);
}

#[test]
fn the_same_bytes_count_once_and_a_new_file_replaces_its_namesake() {
    let mut dataset = Dataset::new();
    dataset.add_file("a.bin", records(&[1, 2], 7));
    let twin = dataset.add_file("copy of a.bin", records(&[1, 2], 7));
    assert_eq!(twin.outcome, Outcome::Duplicate { of: "a.bin".into(), records: 2, part: false });
    assert_eq!(dataset.len(), 2);
    let newer = dataset.add_file("a.bin", records(&[1, 2, 3], 7));
    assert_eq!(
        newer.to_string(),
        "a.bin: 3 training images; it takes the place of the file loaded before under this name"
    );
    assert_eq!(dataset.len(), 3);
    let part = dataset.add_file("part.bin", records(&[1, 2], 7));
    assert_eq!(part.to_string(), "part.bin: its 2 images are all among those of a.bin; nothing was added");
    assert_eq!(dataset.len(), 3);
}

#[test]
fn training_images_come_first_whatever_the_order_of_dropping() {
    let mut dataset = Dataset::new();
    dataset.add_file("test_batch.bin", records(&[9], 1));
    dataset.add_file("data_batch_2.bin", records(&[2], 2));
    dataset.add_file("data_batch_1.bin", records(&[1], 3));
    let labels: Vec<u8> = (0..3).filter_map(|index| Some(dataset.record(index)?.label)).collect();
    assert_eq!(labels, [1, 2, 9]);
    assert_eq!(dataset.train_len(), 2);
    assert_eq!(dataset.files().map(|(name, split, _)| (name, split)).last(), Some(("test_batch.bin", Split::Test)));
}

#[test]
fn statistics_come_from_exact_sums() {
    // Source: exact sums over the 51,200,000 training pixels a channel. Mean and standard deviation:
    // Python's decimal with 50 digits, D(s) / (255 * n) and (D(n) * q - D(s) * s).sqrt() / (255 * n),
    // rounded to float64.
    let published = ChannelSums {
        count: 51_200_000,
        sum: [6_415_714_204, 6_295_060_180, 5_829_907_619],
        sum_of_squares: [1_007_102_432_534, 971_356_520_230, 891_641_299_129],
    };
    assert_eq!(published.mean(), [0.49139967861519607, 0.48215840839460783, 0.44653091444546567]);
    assert_eq!(published.std(), [0.24703223246328201, 0.24348512800005553, 0.2615878417279645]);
}

#[test]
fn sums_run_over_the_training_images() {
    let mut dataset = Dataset::new();
    dataset.add_file("test_batch.bin", records(&[9], 200));
    assert_eq!(dataset.sums().sum, [1024 * 200, 1024 * 201, 1024 * 202]);
    dataset.add_file("data_batch_1.bin", records(&[1], 2));
    let sums = dataset.sums();
    assert_eq!((sums.count, sums.sum, sums.sum_of_squares), (1024, [2048, 3072, 0], [4096, 9216, 0]));
    assert_eq!(Dataset::new().sums().std(), [0.0; 3]);
}

#[test]
fn a_published_file_is_known_by_its_class_counts() {
    // Source: class counts of the published data_batch_3.bin.
    let counts = [994, 1042, 965, 997, 990, 1029, 978, 1015, 961, 1029];
    let by_counts = |counts: &[usize]| identify(Family::Cifar10, counts, &[], 10_000);
    assert_eq!(by_counts(&counts), Some((Published::Train(3), Evidence::ClassCounts)));
    assert_eq!(by_counts(&[1000; 10]), Some((Published::Test, Evidence::ClassCounts)));
    assert_eq!(by_counts(&[1; 10]), None);
    let all = Some((Published::Train100, Evidence::ClassCounts));
    assert_eq!(identify(Family::Cifar100, &[500; 100], &[], 50_000), all);

    let labels: Vec<u8> = counts.iter().enumerate().flat_map(|(label, &count)| vec![label as u8; count]).collect();
    let report = Dataset::new().add_file("renamed.bin", records(&labels, 1));
    assert_eq!(report.to_string(), "renamed.bin: 10,000 training images; by its class counts it is data_batch_3.bin");
}

#[test]
fn a_part_of_a_published_file_is_known_by_its_first_labels() {
    // Source: the first labels of the published data_batch_4.bin.
    let labels = [0, 6, 0, 2, 7, 2, 1, 2, 4, 1, 5, 5];
    let mut dataset = Dataset::new();
    let mut bytes = records(&labels, 9);
    bytes.extend([0; 7]);
    let report = dataset.add_file("test.bin", bytes);
    assert_eq!(
        report.to_string(),
        "test.bin: 12 training images; by its first ten labels it is data_batch_4.bin; it was cut off: 7 bytes after the last whole record cannot be used; 9,988 of its 10,000 images are missing"
    );
    // Another part of the same file takes its place, whatever it is called; a file under the same name
    // that is another one does not.
    let other = dataset.add_file("b4.bin", records(&labels, 10));
    assert!(other.to_string().ends_with("it takes the place of test.bin"), "{other}");
    dataset.add_file("b4.bin", records(&[1, 6, 6, 8, 8, 3, 4, 6, 0, 6], 1));
    assert_eq!(dataset.len(), 22);
}

#[test]
fn both_families_can_be_loaded_and_one_is_shown() {
    let mut dataset = Dataset::new();
    dataset.add_file("data_batch_1.bin", records(&[3, 5], 40));
    let hundred: Vec<u8> = records(&[3; 5], 40).chunks(RECORD).flat_map(|record| [&[7], record].concat()).collect();
    dataset.add_file("train.bin", hundred);
    assert_eq!((dataset.family(), dataset.len(), dataset.class_counts()[3]), (Family::Cifar100, 5, 5));
    assert_eq!(dataset.families(), [Family::Cifar10, Family::Cifar100]);
    dataset.show(Family::Cifar10);
    assert_eq!((dataset.len(), dataset.class_counts()), (2, vec![0, 0, 0, 1, 0, 1, 0, 0, 0, 0]));
}

/// The first records of the real files, where they are present beside the project.
#[test]
fn the_real_records_are_read_as_published() {
    let rows: [(&str, [u8; 10], &[u8], Split); 2] = [
        ("data_batch_1", [6, 9, 9, 4, 1, 1, 2, 7, 8, 3], &[59, 43, 50, 68, 98, 119], Split::Train),
        ("test_batch", [3, 8, 8, 0, 6, 6, 1, 6, 3, 1], &[158, 159, 165], Split::Test),
    ];
    for (name, labels, red, split) in rows {
        let path = format!("{}/../shared/data/{name}.first1017.bin", env!("CARGO_MANIFEST_DIR"));
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("skipped: {path} is not present");
            continue;
        };
        let mut dataset = Dataset::new();
        dataset.add_file(&format!("{name}.bin"), bytes);
        assert_eq!(dataset.len(), 1017);
        assert_eq!(dataset.files().next().map(|(_, split, _)| split), Some(split));
        let read: Vec<u8> = (0..10).filter_map(|index| Some(dataset.record(index)?.label)).collect();
        assert_eq!(read, labels);
        assert_eq!(&dataset.record(0).expect("1,017 records").pixels[..red.len()], red);
    }
}
