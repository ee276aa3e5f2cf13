//! A file of the reader's on its way in, piece by piece, whatever it is: a batch, a pickle, a list of
//! names, or an archive, unpacked while it comes.
//!
//! Holds what has come so far and gives it to a [`Dataset`] at the end, all or nothing: a file that is
//! given up half way, or an archive whose checksum is wrong, changes nothing. Opens no file itself.

use super::dataset::{Dataset, FileReport, Incoming, Outcome, Split};
use super::formats::{LARGEST_BYTES, LONGEST_NAMES, OPENING_BYTES, Opening, Refusal};
use super::gzip::{Gunzip, GzipError};
use super::tarball::{Members, Untar, UntarError};

/// No archive of CIFAR unpacks to more, all of its versions in one included.
const LARGEST_UNPACKED_BYTES: u64 = 2_000_000_000;

/// A file on its way in.
pub struct Intake {
    name: String,
    length: u64,
    first_bytes: Vec<u8>,
    gunzip: Option<Gunzip>,
    content: Content,
    unpacked: u64,
    refusal: Option<Refusal>,
}

/// The file itself, or what was in the gzip.
enum Content {
    /// Too little has come to tell.
    Opening(Vec<u8>),
    Archive(Untar, Shelf),
    File(Collector),
}

/// One plain file's bytes, kept unless they are of no use.
struct Collector {
    file: Incoming,
    judged: bool,
    refusal: Option<Refusal>,
}

/// The files of an archive.
struct Shelf {
    archive: String,
    done: Vec<Collector>,
    open: Option<Collector>,
    kept: u64,
}

impl Intake {
    /// Begins with a file of `length` bytes.
    pub fn new(name: &str, length: u64) -> Intake {
        Intake {
            name: name.to_owned(),
            length,
            first_bytes: Vec::new(),
            gunzip: None,
            content: Content::Opening(Vec::new()),
            unpacked: 0,
            refusal: None,
        }
    }

    /// Takes the file's next bytes. False: no more are needed, for what they are is clear.
    pub fn push(&mut self, piece: &[u8]) -> bool {
        if self.refusal.is_none()
            && let Err(refusal) = self.take(piece)
        {
            self.content = Content::Opening(Vec::new());
            self.refusal = Some(refusal);
        }
        match &self.content {
            Content::File(file) if self.gunzip.is_none() => self.refusal.is_none() && file.refusal.is_none(),
            _ => self.refusal.is_none(),
        }
    }

    fn take(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        if self.first_bytes.len() < 8 {
            self.first_bytes.extend(piece.iter().take(8 - self.first_bytes.len()));
            let gzip = self.first_bytes.starts_with(&[0x1f, 0x8b, 8]);
            if self.gunzip.is_none() && gzip {
                self.gunzip = Some(Gunzip::new());
                // Bytes that came before the third one told.
                if let Content::Opening(before) = &mut self.content {
                    let before = std::mem::take(before);
                    return self.inflate(&before).and_then(|()| self.inflate(piece));
                }
            }
        }
        if self.gunzip.is_some() {
            self.inflate(piece)
        } else {
            self.content.push(piece, &self.name, Some(self.length))
        }
    }

    fn inflate(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        let Some(gunzip) = &mut self.gunzip else { return Ok(()) };
        let (content, unpacked, name) = (&mut self.content, &mut self.unpacked, self.name.as_str());
        gunzip.push(piece, |bytes| {
            *unpacked += bytes.len() as u64;
            if *unpacked > LARGEST_UNPACKED_BYTES {
                return Err(Refusal::TooLarge { length: LARGEST_UNPACKED_BYTES, unpacked: true });
            }
            content.push(bytes, name, None)
        })
    }

    /// Gives what has come to `dataset`; one report, or, for an archive, one for each file in it after
    /// the archive's own.
    pub fn finish(mut self, dataset: &mut Dataset) -> Vec<FileReport> {
        let refusal = self.refusal.take();
        let ended = match (refusal, &self.gunzip) {
            (Some(refusal), _) => Err(refusal),
            (None, Some(gunzip)) => match gunzip.finish() {
                Ok(()) => Ok(false),
                Err(error @ GzipError::Cut { .. }) => self.content.has_images().then_some(true).ok_or(error.into()),
                Err(error) => Err(error.into()),
            },
            (None, None) => Ok(false),
        };
        let report = |outcome| FileReport {
            name: self.name.clone(),
            archive: None,
            length: self.length,
            first_bytes: self.first_bytes.clone(),
            outcome,
        };
        let cut = match ended {
            Ok(cut) => cut,
            Err(refusal) => {
                let report = report(Outcome::Refused(refusal));
                dataset.note(report.clone());
                return vec![report];
            }
        };
        let mut file = match self.content {
            Content::Archive(untar, shelf) => return shelf.finish(dataset, report, cut || !untar.is_whole()),
            Content::File(file) => file,
            Content::Opening(bytes) => {
                let mut file = Collector::new(Incoming { name: self.name.clone(), ..Incoming::default() });
                file.file.bytes = bytes;
                file
            }
        };
        if self.gunzip.is_some() {
            // A single file in a gzip: `data_batch_1.bin.gz`.
            file.file.name = self.name.trim_end_matches(".gz").to_owned();
            file.file.archive = Some(self.name.clone());
        }
        vec![file.finish(dataset)]
    }
}

impl Content {
    fn push(&mut self, piece: &[u8], name: &str, length: Option<u64>) -> Result<(), Refusal> {
        match self {
            Content::Archive(untar, shelf) => untar.push(piece, shelf).map_err(Refusal::from),
            Content::File(file) => {
                file.push(piece);
                Ok(())
            }
            Content::Opening(opening) => {
                opening.extend_from_slice(piece);
                if opening.len() < OPENING_BYTES {
                    return Ok(());
                }
                let opening = std::mem::take(opening);
                if Opening::of(&opening) == Opening::Tar {
                    let shelf = Shelf { archive: name.to_owned(), done: Vec::new(), open: None, kept: 0 };
                    *self = Content::Archive(Untar::default(), shelf);
                } else {
                    let length = length.unwrap_or_default();
                    *self = Content::File(Collector::new(Incoming {
                        name: name.to_owned(),
                        length,
                        ..Incoming::default()
                    }));
                }
                self.push(&opening, name, length)
            }
        }
    }

    /// Whether anything has come that may hold a whole image.
    fn has_images(&self) -> bool {
        let holds = |file: &Collector| file.refusal.is_none() && file.file.bytes.len() > super::record::PIXELS;
        match self {
            Content::Opening(_) => false,
            Content::File(file) => holds(file),
            Content::Archive(_, shelf) => shelf.done.iter().chain(&shelf.open).any(holds),
        }
    }
}

impl Collector {
    fn new(file: Incoming) -> Collector {
        Collector { file, judged: false, refusal: None }
    }

    fn push(&mut self, piece: &[u8]) {
        if self.refusal.is_some() {
            return;
        }
        if let Err(refusal) = self.keep(piece) {
            // The first bytes stay for the report.
            self.file.bytes.truncate(8);
            self.file.bytes.shrink_to_fit();
            self.refusal = Some(refusal);
        }
    }

    fn keep(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        let Incoming { bytes, length, .. } = &mut self.file;
        let come = (bytes.len() + piece.len()) as u64;
        let expected = come.max(*length);
        if come > LARGEST_BYTES {
            return Err(Refusal::TooLarge { length: expected, unpacked: false });
        }
        bytes.try_reserve(piece.len()).map_err(|_| Refusal::NoMemory { length: expected })?;
        bytes.extend_from_slice(piece);
        if !self.judged && come >= OPENING_BYTES as u64 {
            self.judged = true;
            refuse_early(bytes, expected)?;
            // Room for all of it at once, and for the labels of a pickle.
            let room = (expected + expected / 2048 - come) as usize;
            bytes.try_reserve_exact(room).map_err(|_| Refusal::NoMemory { length: expected })?;
        }
        Ok(())
    }

    fn finish(self, dataset: &mut Dataset) -> FileReport {
        let Incoming { name, archive, length, bytes } = self.file;
        let length = length.max(bytes.len() as u64);
        match self.refusal {
            None => dataset.add(Incoming { name, archive, length, bytes }),
            Some(refusal) => {
                let report =
                    FileReport { name, archive, length, first_bytes: bytes, outcome: Outcome::Refused(refusal) };
                dataset.note(report.clone());
                report
            }
        }
    }
}

/// What need not be read to its end: the first bytes or the length say that it is no data.
fn refuse_early(opening: &[u8], length: u64) -> Result<(), Refusal> {
    match Opening::of(opening) {
        Opening::Gzip | Opening::Tar => Err(Refusal::Nested),
        Opening::Html => Err(Refusal::Html),
        Opening::OtherType(name) => Err(Refusal::OtherType { name }),
        Opening::Text if length > LONGEST_NAMES as u64 => Err(Refusal::Text),
        _ if length > LARGEST_BYTES => Err(Refusal::TooLarge { length, unpacked: false }),
        Opening::Text | Opening::Pickle(_) | Opening::Unknown => Ok(()),
    }
}

impl Members for Shelf {
    type Error = Refusal;

    fn begin(&mut self, path: &str, length: u64) -> Result<(), Refusal> {
        let name = path.trim_start_matches("./").to_owned();
        self.open =
            Some(Collector::new(Incoming { name, archive: Some(self.archive.clone()), length, bytes: Vec::new() }));
        Ok(())
    }

    fn bytes(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        if let Some(file) = &mut self.open {
            file.push(piece);
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Refusal> {
        let Some(file) = self.open.take() else { return Ok(()) };
        self.kept += file.file.bytes.len() as u64;
        if self.kept > 2 * LARGEST_BYTES {
            return Err(Refusal::TooLarge { length: 2 * LARGEST_BYTES, unpacked: true });
        }
        self.done.push(file);
        Ok(())
    }
}

impl Shelf {
    fn finish(mut self, dataset: &mut Dataset, report: impl Fn(Outcome) -> FileReport, cut: bool) -> Vec<FileReport> {
        self.done.extend(self.open.take());
        let files = self.done.len();
        let of_use = |file: &Collector| file.refusal.is_none();
        if !self.done.iter().any(of_use) {
            let report = report(Outcome::Refused(Refusal::NothingInside { files }));
            dataset.note(report.clone());
            return vec![report];
        }
        let reports: Vec<FileReport> = self.done.into_iter().map(|file| file.finish(dataset)).collect();
        let (mut images, mut known) = ([0, 0], 0);
        for member in &reports {
            match &member.outcome {
                Outcome::Added(added) => images[usize::from(added.split == Split::Test)] += added.images(),
                Outcome::Duplicate { records, .. } => known += records,
                _ => {}
            }
        }
        if reports.iter().all(|report| !report.is_ok()) {
            return vec![report(Outcome::Refused(Refusal::NothingInside { files }))];
        }
        let whole = report(Outcome::Unpacked { files, images, known, cut });
        std::iter::once(whole).chain(reports).collect()
    }
}

impl From<GzipError> for Refusal {
    fn from(error: GzipError) -> Refusal {
        Refusal::Gzip(error)
    }
}

impl From<UntarError<Refusal>> for Refusal {
    fn from(error: UntarError<Refusal>) -> Refusal {
        match error {
            UntarError::NoHeader { at } => Refusal::Tar { at },
            UntarError::Members(refusal) => refusal,
        }
    }
}
