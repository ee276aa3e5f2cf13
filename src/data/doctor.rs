//! The data set doctor: what each file is, and whether the set is whole and sound.
//!
//! Turns the facts of a [`Dataset`] into a plain description, a row a file and a few verdicts. Reads no
//! file and draws nothing.

use super::dataset::{Added, Dataset, FileReport, Form, Outcome, Split};
use super::formats::{BadLabel, counted, grouped};
use super::identity::{Evidence, Published};
use super::record::{CHANNELS, Family};
use super::sums::{CIFAR_10_TRAINING, ChannelSums};

/// What the doctor has to say of a data set.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// A row for each file, in the order they came.
    pub files: Vec<FileRow>,
    /// Files that were refused and have no row, for there were too many.
    pub unlisted: usize,
    /// What holds of the set as a whole.
    pub verdicts: Vec<Verdict>,
    /// The running sums beside the published ones, for a full training set of CIFAR-10.
    pub sums: Option<SumCheck>,
}

/// How serious something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// As it should be.
    Good,
    /// Worth knowing.
    Note,
    /// Something is wrong.
    Bad,
}

/// A sentence on the set.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How serious.
    pub grade: Grade,
    /// The sentence.
    pub text: String,
}

/// One file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRow {
    /// Its name, or its path in the archive.
    pub name: String,
    /// The archive that it came in.
    pub archive: Option<String>,
    /// Its length in bytes.
    pub length: u64,
    /// Its first bytes in hexadecimal.
    pub first_bytes: String,
    /// What it is: "CIFAR-10, binary".
    pub kind: String,
    /// Which part of the published set: "training batch 3"; empty where there is none.
    pub part: String,
    /// By what that was known.
    pub evidence: String,
    /// Whole records.
    pub records: usize,
    /// Bytes after the last whole record.
    pub trailing_bytes: usize,
    /// Records with a label out of range.
    pub bad_labels: usize,
    /// The first of those labels.
    pub bad: Vec<BadLabel>,
    /// Images of each class; empty where there are none.
    pub class_counts: Vec<usize>,
    /// How serious what was found is.
    pub grade: Grade,
    /// All of it in one sentence.
    pub sentence: String,
}

/// The sums over all training pixels, a channel each, beside the published ones.
#[derive(Clone, Debug, PartialEq)]
pub struct SumCheck {
    /// Σ v, here and as published.
    pub sum: [[u64; CHANNELS]; 2],
    /// Σ v², here and as published.
    pub sum_of_squares: [[u64; CHANNELS]; 2],
    /// Whether all six agree.
    pub equal: bool,
}

/// Examines a set.
pub fn examine(dataset: &Dataset) -> Diagnosis {
    let files: Vec<FileRow> = dataset.log().iter().map(row).collect();
    let sums = compare(dataset);
    let mut verdicts = Vec::new();
    if !dataset.is_sample() && !dataset.is_empty() {
        verdicts.push(completeness(dataset));
        let bad_labels: usize = files.iter().map(|file| file.bad_labels).sum();
        let cut = files.iter().filter(|file| file.trailing_bytes > 0).count();
        let said = [
            (
                bad_labels,
                "1 label is out of range: its record is left out.",
                "labels are out of range: their records are left out.",
            ),
            (
                cut,
                "1 of the files was cut off: its whole records are kept.",
                "of the files were cut off: their whole records are kept.",
            ),
        ];
        for (count, one, many) in said.into_iter().filter(|&(count, ..)| count > 0) {
            let text = if count == 1 { one.to_owned() } else { format!("{} {many}", grouped(count)) };
            verdicts.push(Verdict { grade: Grade::Bad, text });
        }
        verdicts.extend(sums.as_ref().map(SumCheck::verdict));
    }
    Diagnosis { files, unlisted: dataset.unlisted(), verdicts, sums }
}

fn row(report: &FileReport) -> FileRow {
    let added = match &report.outcome {
        Outcome::Added(added) => Some(added),
        _ => None,
    };
    let records = added.map(|added| &added.records);
    FileRow {
        name: report.name.clone(),
        archive: report.archive.clone(),
        length: report.length,
        first_bytes: report.first_bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" "),
        kind: kind(&report.outcome),
        part: added.map(part).unwrap_or_default(),
        evidence: added.map(evidence).unwrap_or_default(),
        records: records.map_or(0, |records| records.whole),
        trailing_bytes: records.map_or(0, |records| records.trailing_bytes),
        bad_labels: records.map_or(0, |records| records.bad_labels),
        bad: records.map(|records| records.bad.clone()).unwrap_or_default(),
        class_counts: added.map(|added| added.class_counts.clone()).unwrap_or_default(),
        grade: grade(report),
        sentence: report.to_string(),
    }
}

fn kind(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Added(Added { records, form, .. }) => {
            let form = if *form == Form::Binary { "binary" } else { "Python pickle" };
            format!("{}, {form}", records.family.name())
        }
        Outcome::Duplicate { .. } => "a duplicate".to_owned(),
        Outcome::Names(family) => format!("class names of {}", family.name()),
        Outcome::GroupNames => "group names of CIFAR-100".to_owned(),
        Outcome::Unpacked { .. } => "an archive".to_owned(),
        Outcome::Refused(_) => "not CIFAR".to_owned(),
    }
}

fn part(added: &Added) -> String {
    match (added.published, added.split) {
        (Some((Published::Train(number), _)), _) => format!("training batch {number}"),
        (_, Split::Train) => "training".to_owned(),
        (_, Split::Test) => "test".to_owned(),
    }
}

fn evidence(added: &Added) -> String {
    match (added.published, added.split) {
        (Some((_, evidence)), _) => evidence.words().to_owned(),
        (None, Split::Test) => "its name".to_owned(),
        (None, Split::Train) => "no sign of a test set".to_owned(),
    }
}

/// No file that is called so is taken for one of the data: a page, or what a file manager leaves behind.
fn lies_beside(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    name == "readme.html" || name.starts_with('.')
}

fn grade(report: &FileReport) -> Grade {
    match &report.outcome {
        Outcome::Added(added) => {
            let damaged = added.records.bad_labels > 0 || added.records.trailing_bytes > 0;
            let incomplete = added.expected.is_some_and(|expected| expected > added.records.whole);
            let odd_counts = added.published.is_some_and(|(published, evidence)| {
                evidence != Evidence::ClassCounts && published.records() == added.records.whole
            });
            match (damaged, incomplete || odd_counts) {
                (true, _) => Grade::Bad,
                (false, true) => Grade::Note,
                (false, false) => Grade::Good,
            }
        }
        Outcome::Names(_) | Outcome::GroupNames | Outcome::Unpacked { cut: false, .. } => Grade::Good,
        Outcome::Duplicate { .. } => Grade::Note,
        Outcome::Unpacked { cut: true, .. } => Grade::Bad,
        // What lies beside the data does no harm, be it in an archive or in a folder.
        Outcome::Refused(_) => {
            if report.archive.is_some() || lies_beside(&report.name) {
                Grade::Note
            } else {
                Grade::Bad
            }
        }
    }
}

/// Which of the published files are there.
fn completeness(dataset: &Dataset) -> Verdict {
    let wanted = match dataset.family() {
        Family::Cifar10 => [1, 2, 3, 4, 5].map(Published::Train).into_iter().chain([Published::Test]).collect(),
        Family::Cifar100 => vec![Published::Train100, Published::Test100],
    };
    let here: Vec<Published> = dataset.published().collect();
    let missing: Vec<String> = wanted.iter().filter(|file| !here.contains(file)).map(|file| file.file_name()).collect();
    let images: usize = wanted.iter().map(|file| file.records()).sum();
    let family = dataset.family().name();
    if missing.is_empty() && dataset.len() == images {
        let text =
            format!("All {} of {family} are here, with {}.", counted(wanted.len(), "file"), counted(images, "image"));
        Verdict { grade: Grade::Good, text }
    } else if missing.is_empty() {
        let text = format!(
            "All {} of {family} are here, with {} of {} images.",
            counted(wanted.len(), "file"),
            grouped(dataset.len()),
            grouped(images)
        );
        Verdict { grade: Grade::Bad, text }
    } else if missing.len() == wanted.len() {
        let text = format!(
            "None of these is one of {family}'s {} published files, judged by class counts and first labels.",
            wanted.len()
        );
        Verdict { grade: Grade::Note, text }
    } else {
        let text = format!(
            "A part of {family}: {} not here.",
            missing.join(", ") + if missing.len() == 1 { " is" } else { " are" }
        );
        Verdict { grade: Grade::Note, text }
    }
}

/// For a full training set: its sums and the published ones.
fn compare(dataset: &Dataset) -> Option<SumCheck> {
    let here = dataset.sums();
    let there = CIFAR_10_TRAINING;
    let full = dataset.family() == Family::Cifar10 && dataset.train_len() > 0 && here.count == there.count;
    full.then(|| SumCheck::of(&here, &there))
}

impl SumCheck {
    fn of(here: &ChannelSums, there: &ChannelSums) -> SumCheck {
        SumCheck {
            sum: [here.sum, there.sum],
            sum_of_squares: [here.sum_of_squares, there.sum_of_squares],
            equal: here == there,
        }
    }

    fn verdict(&self) -> Verdict {
        if self.equal {
            let text = "The sums over all 51,200,000 training pixels a channel are exactly the published ones.";
            return Verdict { grade: Grade::Good, text: text.to_owned() };
        }
        let differences: Vec<String> = ["red", "green", "blue"]
            .into_iter()
            .zip(self.sum[0].into_iter().zip(self.sum[1]))
            .map(|(channel, (here, there))| format!("{channel} {:+}", i128::from(here) - i128::from(there)))
            .collect();
        Verdict {
            grade: Grade::Bad,
            text: format!(
                "The sums over the training pixels differ from the published ones ({}): some pixels are not the published set's.",
                differences.join(", ")
            ),
        }
    }
}
