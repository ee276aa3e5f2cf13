//! Exports of the `core` module for files on their way in, and for what was found in them.
//! Not here: what any of that is.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use super::core::Dataset;
use super::wire::to_js;
use crate::data::dataset::{FileReport, Outcome};
use crate::data::doctor::{self, Diagnosis, FileRow, Grade, SumCheck};
use crate::data::identity::Published;
use crate::data::intake;
use crate::data::record::Family;

/// A file on its way into a data set, a piece at a time. `free()` gives it up and changes nothing.
#[wasm_bindgen]
pub struct Intake {
    inner: intake::Intake,
}

#[wasm_bindgen]
impl Intake {
    /// A file of `length` bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, length: f64) -> Intake {
        Intake { inner: intake::Intake::new(name, length as u64) }
    }

    /// Takes the file's next bytes. False: no more are needed, for what they are is clear.
    pub fn push(&mut self, piece: &[u8]) -> bool {
        self.inner.push(piece)
    }
}

#[wasm_bindgen]
impl Dataset {
    /// Takes in what has come of a file: a `FileReport`, and one more for each file of an archive.
    pub fn finish(&mut self, intake: Intake) -> Result<JsValue, JsError> {
        let reports = intake.inner.finish(&mut self.inner);
        to_js(&reports.iter().map(FileReportWire::from).collect::<Vec<_>>())
    }

    /// Bytes `offset` and on of a file's records, at most `length`, as a binary file has them, whatever
    /// it was; none when the file has been replaced. Copied: ask for pieces.
    pub fn file_records(&self, source: u32, offset: usize, length: usize) -> Vec<u8> {
        let records = self.inner.records_of(source).unwrap_or_default();
        let begin = offset.min(records.len());
        records[begin..begin.saturating_add(length).min(records.len())].to_vec()
    }

    /// Shows the images of this family, "CIFAR-10" or "CIFAR-100", from now on.
    pub fn show(&mut self, family: &str) {
        for known in [Family::Cifar10, Family::Cifar100] {
            if known.name() == family {
                self.inner.show(known);
            }
        }
    }

    /// `Diagnosis`: what each file is, and whether the set is whole and sound.
    pub fn examine(&self) -> Result<JsValue, JsError> {
        to_js(&DiagnosisWire::from(doctor::examine(&self.inner)))
    }
}

/// `FileReport` of the protocol.
#[derive(Serialize)]
struct FileReportWire<'a> {
    name: &'a str,
    archive: Option<&'a str>,
    length: f64,
    ok: bool,
    outcome: &'static str,
    images: usize,
    message: String,
    source: Option<u32>,
    is_binary: bool,
    place: Option<String>,
}

impl<'a> From<&'a FileReport> for FileReportWire<'a> {
    fn from(report: &'a FileReport) -> FileReportWire<'a> {
        let (outcome, images) = match &report.outcome {
            Outcome::Added(added) => ("added", added.images()),
            Outcome::Duplicate { .. } => ("duplicate", 0),
            Outcome::Names(_) | Outcome::GroupNames => ("names", 0),
            Outcome::Unpacked { images, .. } => ("unpacked", images.iter().sum()),
            Outcome::Refused(_) => ("refused", 0),
        };
        let added = match &report.outcome {
            Outcome::Added(added) => Some(added),
            _ => None,
        };
        let place = |published: Published| format!("{}/{}", published.folder(), published.file_name());
        FileReportWire {
            name: &report.name,
            archive: report.archive.as_deref(),
            length: report.length as f64,
            ok: report.is_ok(),
            outcome,
            images,
            message: report.to_string(),
            source: added.map(|added| added.source),
            is_binary: added.is_some_and(|added| added.form == crate::data::dataset::Form::Binary),
            place: added.and_then(|added| added.published).map(|(published, _)| place(published)),
        }
    }
}

/// `Diagnosis` of the protocol.
#[derive(Serialize)]
struct DiagnosisWire {
    files: Vec<FileRowWire>,
    unlisted: usize,
    verdicts: Vec<VerdictWire>,
    sums: Option<SumCheckWire>,
}

#[derive(Serialize)]
struct VerdictWire {
    grade: &'static str,
    text: String,
}

#[derive(Serialize)]
struct FileRowWire {
    name: String,
    archive: Option<String>,
    length: u64,
    first_bytes: String,
    kind: String,
    part: String,
    evidence: String,
    records: usize,
    trailing_bytes: usize,
    bad_labels: usize,
    bad: Vec<(usize, i64)>,
    class_counts: Vec<usize>,
    grade: &'static str,
    sentence: String,
}

/// Each list: as counted here, then as published.
#[derive(Serialize)]
struct SumCheckWire {
    sum: [[u64; 3]; 2],
    sum_of_squares: [[u64; 3]; 2],
    equal: bool,
}

fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "good",
        Grade::Note => "note",
        Grade::Bad => "bad",
    }
}

impl From<Diagnosis> for DiagnosisWire {
    fn from(diagnosis: Diagnosis) -> DiagnosisWire {
        let verdicts = diagnosis.verdicts.into_iter();
        DiagnosisWire {
            files: diagnosis.files.into_iter().map(FileRowWire::from).collect(),
            unlisted: diagnosis.unlisted,
            verdicts: verdicts.map(|verdict| VerdictWire { grade: grade(verdict.grade), text: verdict.text }).collect(),
            sums: diagnosis.sums.map(|SumCheck { sum, sum_of_squares, equal }| SumCheckWire {
                sum,
                sum_of_squares,
                equal,
            }),
        }
    }
}

impl From<FileRow> for FileRowWire {
    fn from(row: FileRow) -> FileRowWire {
        FileRowWire {
            name: row.name,
            archive: row.archive,
            length: row.length,
            first_bytes: row.first_bytes,
            kind: row.kind,
            part: row.part,
            evidence: row.evidence,
            records: row.records,
            trailing_bytes: row.trailing_bytes,
            bad_labels: row.bad_labels,
            bad: row.bad.into_iter().map(|bad| (bad.offset, bad.label)).collect(),
            class_counts: row.class_counts,
            grade: grade(row.grade),
            sentence: row.sentence,
        }
    }
}
