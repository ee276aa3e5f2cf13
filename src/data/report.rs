//! What became of a file that was given to the data set, and the sentence that says so.
//!
//! Facts with one `Display`; nothing is judged here.

use std::fmt;

use super::dataset::Split;
use super::formats::{Records, Refusal, counted, grouped};
use super::identity::{Evidence, Published};
use super::record::Family;

/// What became of a file. `Display` is one line for the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct FileReport {
    /// The file's name as it was given; its path, of a file from an archive.
    pub name: String,
    /// The archive that it came in.
    pub archive: Option<String>,
    /// Its length in bytes.
    pub length: u64,
    /// Its first bytes, at most eight.
    pub first_bytes: Vec<u8>,
    /// The outcome.
    pub outcome: Outcome,
}

/// What adding a file did.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Images were added.
    Added(Added),
    /// Every image is already loaded.
    Duplicate {
        /// The name of the file loaded before.
        of: String,
        /// How many images there are.
        records: usize,
        /// Whether the file loaded before has more.
        part: bool,
    },
    /// Class names were read, of this family.
    Names(Family),
    /// The names of CIFAR-100's groups of classes, which no picture here shows.
    GroupNames,
    /// An archive was taken apart; its files have reports of their own.
    Unpacked {
        /// Files in it.
        files: usize,
        /// Images added, training and test.
        images: [usize; 2],
        /// Images that were there already.
        known: usize,
        /// Whether it ended before its data did.
        cut: bool,
    },
    /// Not read; what was loaded is untouched.
    Refused(Refusal),
}

/// A file whose images were added.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// The number by which the set knows the file.
    pub source: u32,
    /// What the file holds.
    pub records: Records,
    /// How it holds them.
    pub form: Form,
    /// Training or test.
    pub split: Split,
    /// The published file that it is, and by what it was known.
    pub published: Option<(Published, Evidence)>,
    /// Images of each class.
    pub class_counts: Vec<usize>,
    /// Images that the file should have, by what it is or what it says.
    pub expected: Option<usize>,
    /// The name of the file that it takes the place of.
    pub replaced: Option<String>,
}

/// How a file holds its images.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Records, as the binary version.
    Binary,
    /// A pickled dictionary, as the Python version.
    Pickle,
}

impl FileReport {
    /// Whether the file was of use: images or names were read, or are already there.
    pub fn is_ok(&self) -> bool {
        !matches!(self.outcome, Outcome::Refused(_))
    }

    /// The name without folders.
    pub fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }
}

impl Added {
    /// Images of use: those whose labels are in range.
    pub fn images(&self) -> usize {
        self.records.whole - self.records.bad_labels
    }
}

impl fmt::Display for FileReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        match &self.outcome {
            Outcome::Added(added) => added.sentence(self.file_name(), f),
            Outcome::Duplicate { of, records, part } => {
                let images = counted(*records, "image");
                let already = if *part { "are all among those of" } else { "are already loaded as" };
                write!(f, "its {images} {already} {of}; nothing was added")
            }
            Outcome::Names(family) => write!(f, "the class names of {} were read", family.name()),
            Outcome::GroupNames => write!(f, "these are the names of CIFAR-100's groups, which no picture here shows"),
            Outcome::Unpacked { files, images, known, cut } => {
                let [training, test] = images;
                write!(f, "{} unpacked", counted(*files, "file"))?;
                if training + test > 0 || *known == 0 {
                    write!(f, ", {} and {} added", counted(*training, "training image"), counted(*test, "test image"))?;
                }
                if *known > 0 {
                    write!(f, ", {} loaded before and not added again", counted(*known, "image"))?;
                }
                if *cut {
                    write!(f, "; it was cut off, and what came after is missing: download it again")?;
                }
                Ok(())
            }
            Outcome::Refused(refusal) => refusal.fmt(f),
        }
    }
}

impl Added {
    fn sentence(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let split = match self.split {
            Split::Train => "training",
            Split::Test => "test",
        };
        let records = &self.records;
        write!(f, "{}", counted(self.images(), &format!("{split} image")))?;
        if records.family == Family::Cifar100 {
            write!(f, " of CIFAR-100")?;
        }
        if self.form == Form::Pickle {
            write!(f, ", from a Python pickle (read, not run)")?;
        }
        if let Some((published, evidence)) = self.published {
            let known = published.file_name();
            let stem = known.trim_end_matches(".bin");
            if name != known && name != stem {
                write!(f, "; by {} it is {known}", evidence.words())?;
            }
        }
        if records.trailing_bytes > 0 {
            write!(
                f,
                "; it was cut off: {} after the last whole record cannot be used",
                counted(records.trailing_bytes, "byte")
            )?;
        }
        if let Some(expected) = self.expected.filter(|&expected| expected > records.whole) {
            write!(f, "; {} of its {} images are missing", grouped(expected - records.whole), grouped(expected))?;
        }
        if records.bad_labels > 0 {
            let listed: Vec<String> =
                records.bad.iter().map(|bad| format!("{} at byte {}", bad.label, grouped(bad.offset))).collect();
            let more = if records.bad_labels > listed.len() { ", …" } else { "" };
            let range = match records.family {
                Family::Cifar10 => "label above 9",
                Family::Cifar100 => "label out of range",
            };
            let left_out = counted(records.bad_labels, "record");
            write!(f, "; {left_out} left out for a {range} ({}{more})", listed.join(", "))?;
        }
        match &self.replaced {
            Some(old) if old == name => write!(f, "; it takes the place of the file loaded before under this name"),
            Some(old) => write!(f, "; it takes the place of {old}"),
            None => Ok(()),
        }
    }
}

impl Evidence {
    /// As a sentence has it: "by its class counts".
    pub fn words(self) -> &'static str {
        match self {
            Evidence::ClassCounts => "its class counts",
            Evidence::FirstLabels => "its first ten labels",
            Evidence::BatchLabel => "its batch_label",
        }
    }
}
