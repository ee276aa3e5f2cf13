//! Many files as one set of images, with exact statistics.
//!
//! A file's images are kept once, as records: pixels stay uint8, planes lie as on disk, and an image is
//! an offset into them. Nothing is decoded here. CIFAR-10 and CIFAR-100 may both be loaded; one of them
//! is shown at a time, and its images are the set's.

use super::formats::{self, Format, Records, Refusal};
use super::identity::{self, Evidence, Published};
use super::names::CLASS_NAMES_100;
use super::pickle::{self, Places};
use super::record::{CLASS_NAMES, Family, Record};
pub use super::report::{Added, FileReport, Form, Outcome};
use super::sample;
pub use super::sums::ChannelSums;

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
    family: Family,
    /// Where each image is; bad labels are left out, and the family that is not shown.
    entries: Vec<Entry>,
    train: usize,
    class_names: [Vec<String>; 2],
    is_sample: bool,
    /// The number of the next file.
    next: u32,
    log: Vec<FileReport>,
    unlisted: usize,
}

/// One file's records and what was found in them.
#[derive(Debug)]
struct Source {
    number: u32,
    name: String,
    split: Split,
    family: Family,
    /// Whole records.
    bytes: Vec<u8>,
    /// Where the images stood in a file that was no sequence of records.
    places: Option<Places>,
    published: Option<(Published, Evidence)>,
    class_counts: Vec<usize>,
    sums: ChannelSums,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    source: u32,
    record: u32,
}

/// A file's bytes with all that is known of where they come from.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// The file's name, or its path in an archive.
    pub name: String,
    /// The archive that it came in.
    pub archive: Option<String>,
    /// Its length, where that is more than the bytes there are: the archive was cut off.
    pub length: u64,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Where an image is in the file as the reader gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location<'a> {
    /// The file's name.
    pub name: &'a str,
    /// Which record it is, from 0, of how many whole ones.
    pub record: usize,
    /// Whole records in the file.
    pub records: usize,
    /// The byte offset of its record in a binary file, of its label in a pickle.
    pub label: usize,
    /// The byte offset of its first red pixel; `None` where pixels are not stored byte by byte.
    pub pixels: Option<usize>,
}

/// Reports kept for files that are no data; more are counted only.
const MOST_REFUSALS: usize = 50;

impl Dataset {
    /// A set with no images.
    pub fn new() -> Dataset {
        Dataset {
            sources: Vec::new(),
            family: Family::Cifar10,
            entries: Vec::new(),
            train: 0,
            class_names: [CLASS_NAMES.map(str::to_owned).to_vec(), CLASS_NAMES_100.map(str::to_owned).to_vec()],
            is_sample: false,
            next: 0,
            log: Vec::new(),
            unlisted: 0,
        }
    }

    /// The drawn sample set: five training files and a test file of `records` images each. The first
    /// file with images takes its place.
    pub fn sample(records: usize) -> Dataset {
        let mut dataset = Dataset::new();
        for batch in (1..=5).chain([sample::TEST_BATCH]) {
            let bytes = sample::sample_batch(batch, records);
            let source = Source::read(dataset.next, sample::file_name(batch), Family::Cifar10, bytes);
            dataset.next += 1;
            dataset.sources.push(source);
        }
        dataset.index();
        dataset.is_sample = true;
        dataset
    }

    /// Adds one plain file. Archives are for [`super::intake`].
    pub fn add_file(&mut self, name: &str, bytes: Vec<u8>) -> FileReport {
        self.add(Incoming { name: name.to_owned(), archive: None, length: bytes.len() as u64, bytes })
    }

    /// Adds a file. Whatever the bytes are, what was loaded before stays, unless this file takes the
    /// place of the sample set, or of one that is the same published file or has the same name.
    pub fn add(&mut self, file: Incoming) -> FileReport {
        let Incoming { name, archive, length, bytes } = file;
        let first_bytes = bytes.iter().copied().take(8).collect();
        let outcome = match formats::recognise(&bytes) {
            Ok(Format::Binary(records)) => self.add_binary(&name, bytes, length, records),
            Ok(Format::Pickle(batch)) => self.add_pickle(&name, bytes, &batch),
            Ok(Format::ClassNames(family, names)) => {
                self.class_names[family as usize] = names;
                Outcome::Names(family)
            }
            Ok(Format::GroupNames) => Outcome::GroupNames,
            Err(refusal) => Outcome::Refused(refusal),
        };
        let report = FileReport { name, archive, length, first_bytes, outcome };
        self.note(report.clone());
        report
    }

    /// Keeps a report for the doctor.
    pub fn note(&mut self, report: FileReport) {
        let refused = |report: &FileReport| !report.is_ok();
        if refused(&report) && self.log.iter().filter(|old| refused(old)).count() >= MOST_REFUSALS {
            self.unlisted += 1;
        } else {
            self.log.push(report);
        }
    }

    fn add_binary(&mut self, name: &str, mut bytes: Vec<u8>, length: u64, records: Records) -> Outcome {
        let announced = length as usize / records.family.record_bytes();
        bytes.truncate(records.whole * records.family.record_bytes());
        let source = Source::read(self.next, name.to_owned(), records.family, bytes);
        self.take(source, records, Form::Binary, announced)
    }

    fn add_pickle(&mut self, name: &str, bytes: Vec<u8>, batch: &pickle::Batch) -> Outcome {
        let length = bytes.len() as u64;
        let records = Records::of_pickle(batch);
        let Some(bytes) = pickle::into_records(bytes, batch) else {
            return Outcome::Refused(Refusal::NoMemory { length });
        };
        let mut source = Source::read(self.next, name.to_owned(), batch.family, bytes);
        source.places = Some(batch.places());
        let said = batch.batch_label.as_deref().and_then(|label| identity::by_batch_label(batch.family, label));
        if let (None, Some(published)) = (source.published, said) {
            source.published = Some((published, Evidence::BatchLabel));
            source.split = if published.is_test() { Split::Test } else { Split::Train };
        }
        self.take(source, records, Form::Pickle, batch.announced)
    }

    /// Puts the source among the others, unless its images are there.
    fn take(&mut self, source: Source, records: Records, form: Form, announced: usize) -> Outcome {
        if self.is_sample {
            self.sources.clear();
            self.is_sample = false;
        }
        let here = |other: &&Source| other.family == source.family && other.bytes.starts_with(&source.bytes);
        if let Some(twin) = self.sources.iter().find(here) {
            let part = twin.bytes.len() > source.bytes.len();
            return Outcome::Duplicate { of: twin.name.clone(), records: records.whole, part };
        }
        let old = self.sources.iter().position(|other| other.is_replaced_by(&source));
        let replaced = old.map(|place| self.sources.remove(place));
        if let Some(old) = &replaced {
            self.log.retain(|report| !matches!(&report.outcome, Outcome::Added(added) if added.source == old.number));
        }
        let published = source.published;
        let whole_file = published.is_some_and(|(_, evidence)| evidence != Evidence::BatchLabel);
        let added = Added {
            source: source.number,
            records,
            form,
            split: source.split,
            published,
            class_counts: source.class_counts.clone(),
            expected: published
                .filter(|_| whole_file)
                .map(|(published, _)| published.records().max(announced))
                .or(Some(announced)),
            replaced: replaced.map(|old| old.name),
        };
        self.next += 1;
        self.family = source.family;
        self.sources.push(source);
        self.index();
        Outcome::Added(added)
    }

    /// Orders the files and lists the images of the family that is shown.
    fn index(&mut self) {
        self.sources.sort_by(|a, b| (a.family, a.split, &a.name).cmp(&(b.family, b.split, &b.name)));
        self.entries.clear();
        self.train = 0;
        for (number, source) in self.sources.iter().enumerate().filter(|(_, source)| source.family == self.family) {
            for record in source.records().enumerate().filter(|(_, record)| record.is_labelled(source.family)) {
                self.entries.push(Entry { source: number as u32, record: record.0 as u32 });
                self.train += usize::from(source.split == Split::Train);
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

    /// The family whose images are shown.
    pub fn family(&self) -> Family {
        self.family
    }

    /// The families of which files are loaded.
    pub fn families(&self) -> Vec<Family> {
        let mut families: Vec<Family> = self.sources.iter().map(|source| source.family).collect();
        families.dedup();
        families
    }

    /// Shows the images of this family from now on; nothing changes where none is loaded.
    pub fn show(&mut self, family: Family) {
        if self.sources.iter().any(|source| source.family == family) {
            self.family = family;
            self.index();
        }
    }

    /// The files of the family that is shown, as (name, split, images by class).
    pub fn files(&self) -> impl Iterator<Item = (&str, Split, &[usize])> {
        self.shown().map(|source| (source.name.as_str(), source.split, source.class_counts.as_slice()))
    }

    /// The published files among those that are shown.
    pub fn published(&self) -> impl Iterator<Item = Published> {
        self.shown().filter_map(|source| Some(source.published?.0))
    }

    fn shown(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter().filter(|source| source.family == self.family)
    }

    /// The records of the file with this number (see [`Added::source`]): as in a binary file, whatever
    /// it was. `None` when it has been replaced.
    pub fn records_of(&self, source: u32) -> Option<&[u8]> {
        self.sources.iter().find(|known| known.number == source).map(|source| source.bytes.as_slice())
    }

    /// What became of each file, in the order they came; replaced ones are gone.
    pub fn log(&self) -> &[FileReport] {
        &self.log
    }

    /// Files that were refused and are not in the log, for there were too many.
    pub fn unlisted(&self) -> usize {
        self.unlisted
    }

    /// The class names in label order.
    pub fn class_names(&self) -> &[String] {
        &self.class_names[self.family as usize]
    }

    /// Images of each class, over all files.
    pub fn class_counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.family.classes()];
        for source in self.shown() {
            for (total, count) in counts.iter_mut().zip(&source.class_counts) {
                *total += count;
            }
        }
        counts
    }

    /// The image at `index` (0 to `len() - 1`), where it lies in its file's records.
    pub fn record(&self, index: usize) -> Option<Record<'_>> {
        let entry = self.entries.get(index)?;
        let source = &self.sources[entry.source as usize];
        Record::at(&source.bytes, entry.record as usize * source.family.record_bytes(), source.family)
    }

    /// Where the image at `index` was in its file.
    pub fn location(&self, index: usize) -> Option<Location<'_>> {
        let entry = self.entries.get(index)?;
        let source = &self.sources[entry.source as usize];
        let record = entry.record as usize;
        let (label, pixels) = match &source.places {
            None => {
                let label = record * source.family.record_bytes();
                (label, Some(label + source.family.label_bytes()))
            }
            Some(places) => {
                (places.labels[record] as usize, places.pixels.map(|first| first + record * super::record::PIXELS))
            }
        };
        Some(Location { name: &source.name, record, records: source.records().len(), label, pixels })
    }

    /// Exact sums over the images that the pipeline draws from: the training images, or all when there
    /// are none for training.
    pub fn sums(&self) -> ChannelSums {
        let mut sums = ChannelSums::default();
        for source in self.shown().filter(|source| source.split == Split::Train || self.train == 0) {
            sums.add(&source.sums);
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
    fn read(number: u32, name: String, family: Family, bytes: Vec<u8>) -> Source {
        let mut source = Source {
            number,
            name,
            split: Split::Train,
            family,
            bytes,
            places: None,
            published: None,
            class_counts: vec![0; family.classes()],
            sums: ChannelSums::default(),
        };
        let (mut class_counts, mut sums) = (vec![0; family.classes()], ChannelSums::default());
        for record in source.records().filter(|record| record.is_labelled(family)) {
            class_counts[usize::from(record.label)] += 1;
            sums.add_image(record);
        }
        let first: Vec<u8> = source.records().take(10).map(|record| record.label).collect();
        let records = source.records().len();
        source.published = identity::identify(family, &class_counts, &first, records);
        let test = match source.published {
            Some((published, _)) => published.is_test(),
            None => source.name.to_lowercase().contains("test"),
        };
        source.split = if test { Split::Test } else { Split::Train };
        (source.class_counts, source.sums) = (class_counts, sums);
        source
    }

    /// Every whole record, those with a label out of range included.
    fn records(&self) -> impl ExactSizeIterator<Item = Record<'_>> {
        let size = self.family.record_bytes();
        self.bytes.chunks_exact(size).map(|record| Record::at(record, 0, self.family).expect("a whole record"))
    }

    /// Whether `newer` is the same published file, or, where either is none, has the same name.
    fn is_replaced_by(&self, newer: &Source) -> bool {
        self.family == newer.family
            && match (self.published, newer.published) {
                (Some((mine, _)), Some((theirs, _))) => mine == theirs,
                _ => self.name == newer.name,
            }
    }
}
