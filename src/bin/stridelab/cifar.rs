//! `stridelab cifar FILE… [--sheet OUT.png] [--bench]`: what data files and archives are, whether they are
//! sound, their statistics, a contact sheet, the loader's speed.
//!
//! Reads files piece by piece and prints; all judgement is in [`stridelab::data`].

use std::fmt::Write as _;
use std::fs;
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use crate::cifar_bench;
use stridelab::data::dataset::{Dataset, FileReport};
use stridelab::data::doctor::{self, Diagnosis, Grade};
use stridelab::data::formats::{counted, grouped};
use stridelab::data::intake::Intake;
use stridelab::data::sheet::{Sheet, contact_sheet};

/// Bytes read at a time.
const PIECE_BYTES: usize = 1 << 20;

/// Images to a row and rows on a contact sheet.
const SHEET: (usize, usize) = (40, 25);

/// Runs the command on the arguments after `cifar`. Exit status: 0 when every file could be read,
/// 1 when one could not. A wrong command line is the error.
pub fn main(arguments: &[String]) -> Result<ExitCode, String> {
    let (files, sheet, bench) = parse(arguments)?;
    let mut dataset = Dataset::new();
    let mut failed = false;
    for file in files {
        let name = Path::new(file).file_name().map_or_else(|| file.clone(), |name| name.to_string_lossy().into_owned());
        match read(file, &name, &mut dataset) {
            Ok(reports) => {
                for report in &reports {
                    // A web page beside the data in an archive is no failure.
                    failed |= !report.is_ok() && report.archive.is_none();
                    print(&format!("{report}\n"));
                }
            }
            Err(error) => {
                failed = true;
                eprintln!("stridelab cifar: cannot read {file}: {error}");
            }
        }
    }
    let diagnosis = doctor::examine(&dataset);
    if !diagnosis.files.is_empty() {
        print(&findings(&diagnosis));
    }
    if !dataset.is_empty() {
        print(&summary(&dataset));
    }
    if let Some(path) = sheet {
        match contact_sheet(&dataset, SHEET.0.min(dataset.len().max(1)), SHEET.1, 0) {
            None => {
                eprintln!("stridelab cifar: there are no images to put on a sheet; {path} was not written");
                failed = true;
            }
            Some(sheet) => match write_png(path, &sheet) {
                Ok(()) => print(&format!("{path}: {} × {} pixels\n", sheet.width, sheet.height)),
                Err(error) => {
                    eprintln!("stridelab cifar: cannot write {path}: {error}");
                    failed = true;
                }
            },
        }
    }
    if bench {
        match cifar_bench::report(&dataset) {
            Ok(lines) => print(&lines.replace('\t', ": ").replace('\n', " images/s\n")),
            Err(error) => {
                eprintln!("stridelab cifar: {error}");
                failed = true;
            }
        }
    }
    Ok(ExitCode::from(u8::from(failed)))
}

/// Reads a file or an archive, a piece at a time.
fn read(path: &str, name: &str, dataset: &mut Dataset) -> io::Result<Vec<FileReport>> {
    let mut file = fs::File::open(path)?;
    let mut intake = Intake::new(name, file.metadata()?.len());
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        let count = file.read(&mut piece)?;
        if count == 0 || !intake.push(&piece[..count]) {
            return Ok(intake.finish(dataset));
        }
    }
}

fn parse(arguments: &[String]) -> Result<(Vec<&String>, Option<&String>, bool), String> {
    let (mut files, mut sheet, mut bench) = (Vec::new(), None, false);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--sheet" => sheet = Some(arguments.next().ok_or("--sheet needs a file name")?),
            "--bench" => bench = true,
            option if option.starts_with("--") => return Err(format!("cifar has no option {option}")),
            _ => files.push(argument),
        }
    }
    if files.is_empty() { Err("cifar needs at least one file".to_owned()) } else { Ok((files, sheet, bench)) }
}

/// The doctor's table and verdicts.
fn findings(diagnosis: &Diagnosis) -> String {
    let header =
        ["file", "bytes", "first bytes", "what it is", "part", "known by", "records", "trailing", "bad labels"];
    let mut rows = vec![header.map(str::to_owned)];
    for file in &diagnosis.files {
        let count = |count: usize| if file.records == 0 { String::new() } else { grouped(count) };
        rows.push([
            file.name.clone(),
            grouped(file.length),
            file.first_bytes.clone(),
            file.kind.clone(),
            file.part.clone(),
            file.evidence.clone(),
            count(file.records),
            count(file.trailing_bytes),
            count(file.bad_labels),
        ]);
    }
    let widths: [usize; 9] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0));
    let mut text = String::from("\n");
    for row in rows {
        let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| match column {
            1 | 6.. => format!("{cell:>width$}"),
            _ => format!("{cell:<width$}"),
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    if diagnosis.unlisted > 0 {
        let _ = writeln!(text, "and {} more that are not CIFAR", counted(diagnosis.unlisted, "file"));
    }
    for verdict in &diagnosis.verdicts {
        let mark = match verdict.grade {
            Grade::Good => "good",
            Grade::Note => "note",
            Grade::Bad => "bad",
        };
        let _ = writeln!(text, "{mark:<6}{}", verdict.text);
    }
    text
}

/// Counts and statistics of everything that was read.
fn summary(dataset: &Dataset) -> String {
    let mut text = format!("\n{}\n", counted(dataset.len(), "image"));
    for (name, count) in dataset.class_names().iter().zip(dataset.class_counts()) {
        let _ = writeln!(text, "  {name:<16}{count:>7}");
    }
    let sums = dataset.sums();
    let _ = writeln!(text, "        {:>20}{:>20}{:>20}", "red", "green", "blue");
    for (name, values) in [("mean", sums.mean()), ("std", sums.std())] {
        let [red, green, blue] = values;
        let _ = writeln!(text, "  {name:<6}{red:>20.16}{green:>20.16}{blue:>20.16}");
    }
    text
}

fn write_png(path: &str, sheet: &Sheet) -> io::Result<()> {
    let mut encoder =
        png::Encoder::new(BufWriter::new(fs::File::create(path)?), sheet.width as u32, sheet.height as u32);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&sheet.rgba)?;
    writer.finish()?;
    Ok(())
}

/// To stdout; a reader that has gone away (`| head`) is no error.
fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}
