//! The published files, known by how many images of each class they hold, or by their first labels.
//!
//! Both identify a renamed file, or one dropped twice; they are no checksum and prove nothing about the
//! pixels. Source: counted over the files of `cifar-10-binary.tar.gz` and `cifar-100-binary.tar.gz`.

use super::record::{CLASSES, Family, RECORDS_PER_FILE};

/// Which of the published files a set of records is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// CIFAR-10's `data_batch_N.bin`, N from 1 to 5.
    Train(u8),
    /// CIFAR-10's `test_batch.bin`.
    Test,
    /// CIFAR-100's `train.bin`.
    Train100,
    /// CIFAR-100's `test.bin`.
    Test100,
}

/// What a file was known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// As many images of each class as the published file.
    ClassCounts,
    /// The same first ten labels, in a file with fewer images or other counts.
    FirstLabels,
    /// The `batch_label` that the Python version carries.
    BatchLabel,
}

/// Images of each class in `data_batch_1.bin` to `data_batch_5.bin`.
const TRAIN_COUNTS: [[usize; CLASSES]; 5] = [
    [1005, 974, 1032, 1016, 999, 937, 1030, 1001, 1025, 981],
    [984, 1007, 1010, 995, 1010, 988, 1008, 1026, 987, 985],
    [994, 1042, 965, 997, 990, 1029, 978, 1015, 961, 1029],
    [1003, 963, 1041, 976, 1004, 1021, 1004, 981, 1024, 983],
    [1014, 1014, 952, 1016, 997, 1025, 980, 977, 1003, 1022],
];

/// Images of each class in `test_batch.bin`.
const TEST_COUNTS: [usize; CLASSES] = [1000; CLASSES];

/// The first ten labels of `test_batch.bin`, then of `data_batch_1.bin` to `data_batch_5.bin`.
const FIRST_LABELS: [[u8; 10]; 6] = [
    [3, 8, 8, 0, 6, 6, 1, 6, 3, 1],
    [6, 9, 9, 4, 1, 1, 2, 7, 8, 3],
    [1, 6, 6, 8, 8, 3, 4, 6, 0, 6],
    [8, 5, 0, 6, 9, 2, 8, 3, 6, 2],
    [0, 6, 0, 2, 7, 2, 1, 2, 4, 1],
    [1, 8, 5, 1, 5, 7, 4, 3, 8, 2],
];

/// Images of each class in CIFAR-100's `train.bin` and `test.bin`.
const COUNT_100: [(usize, Published); 2] = [(500, Published::Train100), (100, Published::Test100)];

/// The published file with these class counts, or, failing that, with these first labels and no more
/// than its number of records.
pub fn identify(family: Family, class_counts: &[usize], first: &[u8], records: usize) -> Option<(Published, Evidence)> {
    let by_counts = match family {
        Family::Cifar10 if *class_counts == TEST_COUNTS => Some(Published::Test),
        Family::Cifar10 => {
            let batch = TRAIN_COUNTS.iter().position(|counts| counts == class_counts);
            batch.map(|batch| Published::Train(batch as u8 + 1))
        }
        Family::Cifar100 => {
            let alike = |of: usize| class_counts.iter().all(|&count| count == of);
            COUNT_100.into_iter().find(|&(count, _)| alike(count)).map(|(_, published)| published)
        }
    };
    if let Some(published) = by_counts {
        return Some((published, Evidence::ClassCounts));
    }
    let first = first.first_chunk::<10>().filter(|_| family == Family::Cifar10 && records <= RECORDS_PER_FILE)?;
    let batch = FIRST_LABELS.iter().position(|labels| labels == first)?;
    let published = if batch == 0 { Published::Test } else { Published::Train(batch as u8) };
    Some((published, Evidence::FirstLabels))
}

/// The published file that a `batch_label` of the Python version names: "training batch 1 of 5".
pub fn by_batch_label(family: Family, label: &str) -> Option<Published> {
    let mut words = label.split(' ');
    match (family, words.next()?, words.nth(1)) {
        (Family::Cifar10, "training", Some(number)) => {
            let number = number.parse().ok().filter(|number| (1..=5).contains(number))?;
            Some(Published::Train(number))
        }
        (Family::Cifar100, "training", _) => Some(Published::Train100),
        (Family::Cifar10, "testing", _) => Some(Published::Test),
        (Family::Cifar100, "testing", _) => Some(Published::Test100),
        _ => None,
    }
}

impl Published {
    /// The name it was published under, binary version.
    pub fn file_name(self) -> String {
        match self {
            Published::Train(batch) => format!("data_batch_{batch}.bin"),
            Published::Test => "test_batch.bin".to_owned(),
            Published::Train100 => "train.bin".to_owned(),
            Published::Test100 => "test.bin".to_owned(),
        }
    }

    /// The folder of the published archive that it lies in.
    pub fn folder(self) -> &'static str {
        match self {
            Published::Train(_) | Published::Test => "cifar-10-batches-bin",
            Published::Train100 | Published::Test100 => "cifar-100-binary",
        }
    }

    /// Whether it is for testing.
    pub fn is_test(self) -> bool {
        matches!(self, Published::Test | Published::Test100)
    }

    /// How many images it holds.
    pub fn records(self) -> usize {
        match self {
            Published::Train100 => 5 * RECORDS_PER_FILE,
            Published::Train(_) | Published::Test | Published::Test100 => RECORDS_PER_FILE,
        }
    }
}
