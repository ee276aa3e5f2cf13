//! Many files as one set of images, with exact statistics.
//!
//! A file's bytes are kept once, as they came: pixels stay uint8, planes lie as on disk, and a record
//! is an offset into them. Nothing is decoded here.

use std::fmt;

use super::formats::{self, Format, Records, Refusal, counted, grouped};
use super::identity::{self, Published};
use super::record::{CHANNELS, CLASS_NAMES, CLASSES, RECORD, Record};
use super::sample;

/// What an image is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Split {
    /// Training: the pipeline draws from these.
    Train,
    /// Test: shown, never trained on.
    Test,
}

/// The images of all files added so far, training files first, then in the order of their names.
#[derive(Debug)]
pub struct Dataset {
    sources: Vec<Source>,
    /// Where each image is; bad labels are left out.
    entries: Vec<Entry>,
    train: usize,
    class_names: Vec<String>,
    is_sample: bool,
}

/// One file's bytes and what was found in them.
#[derive(Debug)]
struct Source {
    name: String,
    split: Split,
    bytes: Vec<u8>,
    class_counts: [usize; CLASSES],
    sums: ChannelSums,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    source: u32,
    record: u32,
}

/// What became of a file. `Display` is one line for the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct FileReport {
    /// The file's name as it was given.
    pub name: String,
    /// The outcome.
    pub outcome: Outcome,
}

/// What adding a file did.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Images were added.
    Added {
        /// What the file holds.
        records: Records,
        /// Training or test.
        split: Split,
        /// The published file that it is, by its class counts.
        published: Option<Published>,
        /// Whether a file of this name was loaded before and has been replaced.
        replaced: bool,
    },
    /// Every byte is already loaded, under this name.
    Duplicate {
        /// The name of the file loaded before.
        of: String,
    },
    /// Class names were read.
    Names,
    /// Not read; what was loaded is untouched.
    Refused(Refusal),
}

impl Dataset {
    /// A set with no images.
    pub fn new() -> Dataset {
        Dataset {
            sources: Vec::new(),
            entries: Vec::new(),
            train: 0,
            class_names: CLASS_NAMES.map(str::to_owned).to_vec(),
            is_sample: false,
        }
    }

    /// The drawn sample set: five training files and a test file of `records` images each. The first
    /// CIFAR-10 file added takes its place.
    pub fn sample(records: usize) -> Dataset {
        let mut dataset = Dataset::new();
        for batch in (1..=5).chain([sample::TEST_BATCH]) {
            let bytes = sample::sample_batch(batch, records);
            dataset.sources.push(Source::read(sample::file_name(batch), bytes));
        }
        dataset.index();
        dataset.is_sample = true;
        dataset
    }

    /// Adds a file. Whatever the bytes are, what was loaded before stays, unless this is a CIFAR-10 file
    /// that takes the place of the sample set or of a file of the same name.
    pub fn add_file(&mut self, name: &str, bytes: Vec<u8>) -> FileReport {
        let report = |outcome| FileReport { name: name.to_owned(), outcome };
        let records = match formats::recognise(&bytes) {
            Ok(Format::Cifar10(records)) => records,
            Ok(Format::ClassNames(names)) => {
                self.class_names = names;
                return report(Outcome::Names);
            }
            Err(refusal) => return report(Outcome::Refused(refusal)),
        };
        if !self.is_sample
            && let Some(twin) = self.sources.iter().find(|source| source.bytes == bytes)
        {
            return report(Outcome::Duplicate { of: twin.name.clone() });
        }
        if self.is_sample {
            self.sources.clear();
            self.is_sample = false;
        }
        let before = self.sources.len();
        self.sources.retain(|source| source.name != name);
        let replaced = self.sources.len() < before;
        let source = Source::read(name.to_owned(), bytes);
        let outcome = Outcome::Added {
            records,
            split: source.split,
            published: identity::identify(&source.class_counts),
            replaced,
        };
        self.sources.push(source);
        self.index();
        report(outcome)
    }

    /// Orders the files and lists the images.
    fn index(&mut self) {
        self.sources.sort_by(|a, b| (a.split, &a.name).cmp(&(b.split, &b.name)));
        self.entries.clear();
        self.train = 0;
        for (number, source) in self.sources.iter().enumerate() {
            for (record, bytes) in source.bytes.chunks_exact(RECORD).enumerate() {
                if usize::from(bytes[0]) < CLASSES {
                    self.entries.push(Entry { source: number as u32, record: record as u32 });
                    self.train += usize::from(source.split == Split::Train);
                }
            }
        }
    }

    /// Number of images, training and test.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no image is loaded.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Number of training images; they are the first, at 0 to `train_len() - 1`.
    pub fn train_len(&self) -> usize {
        self.train
    }

    /// Whether this is the drawn sample set.
    pub fn is_sample(&self) -> bool {
        self.is_sample
    }

    /// The files, as (name, split, images by class).
    pub fn files(&self) -> impl Iterator<Item = (&str, Split, &[usize; CLASSES])> {
        self.sources.iter().map(|source| (source.name.as_str(), source.split, &source.class_counts))
    }

    /// The class names in label order.
    pub fn class_names(&self) -> &[String] {
        &self.class_names
    }

    /// Images of each class, over all files.
    pub fn class_counts(&self) -> [usize; CLASSES] {
        let mut counts = [0; CLASSES];
        for source in &self.sources {
            for (total, count) in counts.iter_mut().zip(source.class_counts) {
                *total += count;
            }
        }
        counts
    }

    /// The image at `index` (0 to `len() - 1`), where it lies in its file's bytes.
    pub fn record(&self, index: usize) -> Option<Record<'_>> {
        let entry = self.entries.get(index)?;
        Record::at(&self.sources[entry.source as usize].bytes, entry.record as usize * RECORD)
    }

    /// Which file the image at `index` is in, and the byte offset of its label there.
    pub fn location(&self, index: usize) -> Option<(&str, usize)> {
        let entry = self.entries.get(index)?;
        Some((&self.sources[entry.source as usize].name, entry.record as usize * RECORD))
    }

    /// Exact sums over the images that the pipeline draws from: the training images, or all when there
    /// are none for training.
    pub fn sums(&self) -> ChannelSums {
        let mut sums = ChannelSums::default();
        for source in &self.sources {
            if source.split == Split::Train || self.train == 0 {
                sums.add(&source.sums);
            }
        }
        sums
    }
}

impl Default for Dataset {
    fn default() -> Dataset {
        Dataset::new()
    }
}

impl Source {
    fn read(name: String, bytes: Vec<u8>) -> Source {
        let mut class_counts = [0; CLASSES];
        let mut sums = ChannelSums::default();
        for record in (0..bytes.len() / RECORD).filter_map(|record| Record::at(&bytes, record * RECORD)) {
            if let Some(count) = class_counts.get_mut(usize::from(record.label)) {
                *count += 1;
                sums.add_image(record);
            }
        }
        let test = match identity::identify(&class_counts) {
            Some(published) => published == Published::Test,
            None => name.to_lowercase().contains("test"),
        };
        let split = if test { Split::Test } else { Split::Train };
        Source { name, split, bytes, class_counts, sums }
    }
}

/// Exact integer sums over pixels, a channel each: what mean and standard deviation come from.
///
/// 64 bits hold Σ v² of 2.8 × 10¹⁴ pixels; a float32 sum goes wrong after 2²⁴.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChannelSums {
    /// Pixels summed, a channel.
    pub count: u64,
    /// Σ v, red, green, blue.
    pub sum: [u64; CHANNELS],
    /// Σ v².
    pub sum_of_squares: [u64; CHANNELS],
}

impl ChannelSums {
    fn add_image(&mut self, record: Record<'_>) {
        for channel in 0..CHANNELS {
            let plane = record.plane(channel);
            // 1,024 × 255² < 2³²: a plane's sums fit 32 bits, which vectorise better.
            let sum: u32 = plane.iter().map(|&v| u32::from(v)).sum();
            let squares: u32 = plane.iter().map(|&v| u32::from(v) * u32::from(v)).sum();
            self.sum[channel] += u64::from(sum);
            self.sum_of_squares[channel] += u64::from(squares);
        }
        self.count += super::record::PLANE as u64;
    }

    fn add(&mut self, other: &ChannelSums) {
        self.count += other.count;
        for channel in 0..CHANNELS {
            self.sum[channel] += other.sum[channel];
            self.sum_of_squares[channel] += other.sum_of_squares[channel];
        }
    }

    /// The mean of each channel on the scale 0 to 1; zeros when there is no pixel.
    pub fn mean(&self) -> [f64; CHANNELS] {
        self.sum.map(|sum| if self.count == 0 { 0.0 } else { sum as f64 / (255.0 * self.count as f64) })
    }

    /// The population standard deviation of each channel on the scale 0 to 1.
    ///
    /// From n Σv² − (Σv)², taken in 128-bit integers: nothing cancels.
    pub fn std(&self) -> [f64; CHANNELS] {
        std::array::from_fn(|channel| {
            if self.count == 0 {
                return 0.0;
            }
            let [n, sum, squares] = [self.count, self.sum[channel], self.sum_of_squares[channel]].map(u128::from);
            let scaled_variance = n * squares - sum * sum; // never negative (Cauchy-Schwarz)
            (scaled_variance as f64).sqrt() / (255.0 * self.count as f64)
        })
    }
}

impl FileReport {
    /// Whether the file was of use: images or names were read, or are already there.
    pub fn is_ok(&self) -> bool {
        !matches!(self.outcome, Outcome::Refused(_))
    }
}

impl fmt::Display for FileReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        match &self.outcome {
            Outcome::Added { records, split, published, replaced } => {
                let split = match split {
                    Split::Train => "training",
                    Split::Test => "test",
                };
                write!(f, "{}", counted(records.whole - records.bad_labels, &format!("{split} image")))?;
                if let Some(published) = published.filter(|published| published.file_name() != self.name) {
                    write!(f, "; by its class counts it is {}", published.file_name())?;
                }
                if records.trailing_bytes > 0 {
                    write!(
                        f,
                        "; it was cut off: {} after the last whole record cannot be used",
                        counted(records.trailing_bytes, "byte")
                    )?;
                }
                if records.bad_labels > 0 {
                    let listed: Vec<String> = records
                        .bad
                        .iter()
                        .map(|bad| format!("{} at byte {}", bad.label, grouped(bad.offset)))
                        .collect();
                    let more = if records.bad_labels > listed.len() { ", …" } else { "" };
                    write!(
                        f,
                        "; {} left out for a label above 9 ({}{more})",
                        counted(records.bad_labels, "record"),
                        listed.join(", ")
                    )?;
                }
                if *replaced {
                    write!(f, "; it takes the place of the file loaded before under this name")?;
                }
                Ok(())
            }
            Outcome::Duplicate { of } => {
                write!(f, "the same bytes are already loaded as {of}; nothing was added")
            }
            Outcome::Names => write!(f, "the class names were read"),
            Outcome::Refused(refusal) => refusal.fmt(f),
        }
    }
}
