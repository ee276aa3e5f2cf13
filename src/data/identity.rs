//! The published files, known by how many images of each class they hold.
//!
//! Counts identify a renamed file or one dropped twice; they are no checksum and prove nothing about
//! the pixels. Source: counted over the files of `cifar-10-binary.tar.gz`.

use super::record::CLASSES;

/// Which of the six published files a set of records is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// `data_batch_N.bin`, N from 1 to 5.
    Train(u8),
    /// `test_batch.bin`.
    Test,
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

/// The published file with these class counts, if there is one.
pub fn identify(class_counts: &[usize; CLASSES]) -> Option<Published> {
    if *class_counts == TEST_COUNTS {
        return Some(Published::Test);
    }
    let batch = TRAIN_COUNTS.iter().position(|counts| counts == class_counts)?;
    Some(Published::Train(batch as u8 + 1))
}

impl Published {
    /// The name it was published under.
    pub fn file_name(self) -> String {
        match self {
            Published::Train(batch) => format!("data_batch_{batch}.bin"),
            Published::Test => "test_batch.bin".to_owned(),
        }
    }
}
