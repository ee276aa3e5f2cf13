//! Files on their way in: archives made by a real Python, whole, cut off and damaged, and what the
//! doctor says of what was found.

use super::made_by_python::python;
use stridelab::data::dataset::{Dataset, FileReport, Outcome};
use stridelab::data::doctor::{Grade, examine};
use stridelab::data::formats::Refusal;
use stridelab::data::gzip::GzipError;
use stridelab::data::intake::Intake;
use stridelab::data::member::{MemberError, unpack};
use stridelab::data::record::RECORD;

/// Python that defines `records(first, n)`: n records, and `tar(mode, members)`: an archive's bytes.
const ARCHIVE: &str = r#"
import gzip, io, sys, tarfile

def records(first, n):
    return b"".join(bytes([(first + i) % 10]) + bytes((first * 5 + i * 11 + p) % 251 for p in range(3072)) for i in range(n))

FOLDER = "cifar-10-batches-bin/"
FILES = [("data_batch_1.bin", records(1, 6)), ("readme.html", b"<html>read me</html>" * 100),
         ("test_batch.bin", records(2, 4)), ("batches.meta.txt", b"\n".join(b"n%d" % i for i in range(10)) + b"\n\n")]

def tar(mode="w:gz", members=FILES, format=tarfile.PAX_FORMAT, folder=FOLDER):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=format) as archive:
        entry = tarfile.TarInfo(folder.rstrip("/"))
        entry.type = tarfile.DIRTYPE
        archive.addfile(entry)
        for name, data in members:
            entry = tarfile.TarInfo(folder + name)
            entry.size = len(data)
            entry.mtime = 1.5
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()
"#;

fn made(expression: &str) -> Vec<u8> {
    python(&format!("{ARCHIVE}\nsys.stdout.buffer.write({expression})"))
}

/// Pushes a file in pieces of this many bytes.
fn bring(dataset: &mut Dataset, name: &str, bytes: &[u8], piece: usize) -> Vec<FileReport> {
    let mut intake = Intake::new(name, bytes.len() as u64);
    for piece in bytes.chunks(piece) {
        if !intake.push(piece) {
            break;
        }
    }
    intake.finish(dataset)
}

fn sentences(reports: &[FileReport]) -> Vec<String> {
    reports.iter().map(FileReport::to_string).collect()
}

#[test]
fn an_archive_is_unpacked_whatever_the_size_of_the_pieces() {
    let kinds = [
        ("tar()", "a gzip"),
        ("tar('w')", "no gzip"),
        ("tar(format=tarfile.GNU_FORMAT, folder='./' + 'deep/' * 30)", "GNU long names"),
        ("tar(format=tarfile.PAX_FORMAT, folder='deep/' * 30)", "pax long names"),
        ("tar(format=tarfile.USTAR_FORMAT)", "an old format"),
        ("tar() + bytes(1000)", "zeros after the end"),
        ("gzip.compress(tar('w')[:9000]) + gzip.compress(tar('w')[9000:])", "two members"),
    ];
    for (expression, kind) in kinds {
        let bytes = made(expression);
        for piece in [1, 700, 1 << 20] {
            let mut dataset = Dataset::sample(2);
            let reports = bring(&mut dataset, "cifar.tar.gz", &bytes, piece);
            assert_eq!(
                reports[0].to_string(),
                "cifar.tar.gz: 4 files unpacked, 6 training images and 4 test images added",
                "{kind}, {piece}"
            );
            assert!(reports[1].to_string().ends_with("/data_batch_1.bin: 6 training images"), "{}", reports[1]);
            assert_eq!((dataset.len(), dataset.train_len(), dataset.class_names()[9].as_str()), (10, 6, "n9"));
            assert_eq!(reports.iter().map(FileReport::is_ok).collect::<Vec<_>>(), [true, true, false, true, true]);
        }
    }
}

#[test]
fn one_file_in_a_gzip_is_unpacked() {
    let mut dataset = Dataset::new();
    let reports = bring(&mut dataset, "data_batch_1.bin.gz", &made("gzip.compress(records(1, 6))"), 999);
    assert_eq!(sentences(&reports), ["data_batch_1.bin: 6 training images"]);
}

#[test]
fn an_archive_that_came_before_adds_nothing() {
    let bytes = made("tar()");
    let mut dataset = Dataset::new();
    bring(&mut dataset, "a.tar.gz", &bytes, 5000);
    let again = bring(&mut dataset, "b.tar.gz", &bytes, 5000);
    assert_eq!(again[0].to_string(), "b.tar.gz: 4 files unpacked, 10 images loaded before and not added again");
    assert_eq!(dataset.len(), 10);
}

#[test]
fn an_intake_given_up_half_way_changes_nothing() {
    let bytes = made("tar()");
    let dataset = Dataset::sample(2);
    let mut intake = Intake::new("a.tar.gz", bytes.len() as u64);
    assert!(intake.push(&bytes[..bytes.len() / 2]));
    drop(intake);
    assert!(dataset.is_sample());
}

#[test]
fn a_damaged_archive_gets_one_sentence_and_costs_nothing() {
    let good = made("tar()");
    let mut checksum = good.clone();
    let end = checksum.len();
    checksum[end - 5] ^= 1;
    let rows = [
        (
            checksum,
            "a.gz: this is a gzip file, but its checksum (CRC-32) does not match what is in it, so it is damaged: download it again; nothing of it was kept",
        ),
        (
            good[..300].to_vec(),
            "a.gz: this is a gzip file, but it was cut off after 300 bytes, before any image: download it again; nothing of it was kept",
        ),
        (
            made("gzip.compress(tar('w', [('a.bin', b'a' * 512)], tarfile.USTAR_FORMAT)[:1536] + b'x' * 4000)"),
            "a.gz: this tar archive is damaged: no file begins at byte 1,536 of it, where one should; nothing of it was kept",
        ),
        (
            made("tar(members=[('notes.txt', b'hello')])"),
            "a.gz: this archive holds 1 file, but none of CIFAR; expected files of CIFAR-10 or CIFAR-100: data_batch_1.bin and its like, the Python version, or their .tar.gz",
        ),
    ];
    for (bytes, sentence) in rows {
        let mut dataset = Dataset::new();
        dataset.add_file("data_batch_5.bin", made("records(3, 5)"));
        let reports = bring(&mut dataset, "a.gz", &bytes, 4096);
        assert_eq!(sentences(&reports), [sentence]);
        assert_eq!(dataset.len(), 5);
    }
    let mut flipped = good.clone();
    for at in (200..good.len()).step_by(good.len() / 40) {
        flipped[at] ^= 0x10;
        let reports = bring(&mut Dataset::new(), "a.gz", &flipped, 4096);
        let is_refused = |report: &FileReport| {
            matches!(
                report.outcome,
                Outcome::Refused(
                    Refusal::Gzip(GzipError::Corrupt { .. } | GzipError::Checksum)
                        | Refusal::Tar { .. }
                        | Refusal::Gzip(GzipError::Cut { .. })
                )
            )
        };
        assert!(reports.iter().all(is_refused), "byte {at}: {:?}", sentences(&reports));
        flipped[at] ^= 0x10;
    }
}

#[test]
fn a_truncated_archive_keeps_its_whole_records_and_says_so() {
    let whole = made("tar('w')");
    let first = made("records(2, 1)");
    let start = whole.windows(8).position(|window| window == &first[..8]).expect("test_batch.bin");
    let cut = &whole[..start + 2 * RECORD + 50];
    let mut packed = made("gzip.compress(tar('w'))");
    packed.truncate(packed.len() - 20);
    for (bytes, test) in [(cut, Some(2)), (&packed[..], None)] {
        let mut dataset = Dataset::new();
        let reports = bring(&mut dataset, "cut.tar", bytes, 4096);
        assert!(
            reports[0].to_string().ends_with("; it was cut off, and what came after is missing: download it again"),
            "{}",
            reports[0]
        );
        assert_eq!(dataset.train_len(), 6);
        if let Some(test) = test {
            assert_eq!(dataset.len(), 6 + test);
            let report = reports.iter().find(|report| report.file_name() == "test_batch.bin").expect("it was begun");
            assert_eq!(
                report.to_string(),
                "cifar-10-batches-bin/test_batch.bin: 2 test images; it was cut off: 50 bytes after the last whole record cannot be used; 2 of its 4 images are missing"
            );
        }
    }
}

#[test]
fn what_is_far_too_large_is_refused_before_it_is_read() {
    let mut intake = Intake::new("zeros.bin", 3_000_000_000);
    assert!(!intake.push(&[0; 4096]));
    let mut dataset = Dataset::sample(1);
    let reports = intake.finish(&mut dataset);
    assert_eq!(
        sentences(&reports),
        [
            "zeros.bin: this file has 3,000,000,000 bytes, and no file of CIFAR has more than 400,000,000; expected files of CIFAR-10 or CIFAR-100: data_batch_1.bin and its like, the Python version, or their .tar.gz"
        ]
    );
    assert!(dataset.is_sample());
    // 500 MB of zeros, packed: given up when they are too many, not when memory ends.
    let bomb = made("gzip.compress(bytes(10_000_000), 9) * 50");
    let reports = bring(&mut dataset, "zeros.gz", &bomb, 1 << 16);
    assert!(matches!(reports[0].outcome, Outcome::Refused(Refusal::TooLarge { .. })), "{}", reports[0]);
}

#[test]
fn no_bytes_make_it_panic() {
    let bytes = made("tar('w', members=FILES[:2])");
    let mut state = 1_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for _ in 0..500 {
        let mut damaged = bytes.clone();
        for _ in 0..=random(4) {
            let at = random(damaged.len().min(4096));
            damaged[at] = random(256) as u8;
        }
        damaged.truncate(random(damaged.len()) + 1);
        bring(&mut Dataset::new(), "damaged", &damaged, 1 + random(5000));
        let noise: Vec<u8> = (0..random(3000)).map(|_| random(256) as u8).collect();
        let mut gzip = vec![0x1f, 0x8b, 8];
        gzip.extend(&noise);
        bring(&mut Dataset::new(), "noise", &noise, 1 + random(900));
        bring(&mut Dataset::new(), "noise.gz", &gzip, 1 + random(900));
    }
}

#[test]
fn the_doctor_tells_each_file_for_what_it_is() {
    let mut dataset = Dataset::new();
    assert_eq!(examine(&Dataset::sample(3)).verdicts, []);
    let mut first = made("records(1, 12)");
    // The published first labels of data_batch_2.bin, then one label out of range.
    for (record, label) in first.chunks_mut(RECORD).zip([1, 6, 6, 8, 8, 3, 4, 6, 0, 6, 77]) {
        record[0] = label;
    }
    first.extend([1, 2, 3]);
    dataset.add_file("mine.bin", first.clone());
    dataset.add_file("copy.bin", first);
    dataset.add_file("page.bin", b"<html>".to_vec());
    // The set's own page, and what a file manager leaves in a folder.
    dataset.add_file("readme.html", b"<html>".to_vec());
    dataset.add_file(".DS_Store", vec![0; 8]);
    let diagnosis = examine(&dataset);
    let row = &diagnosis.files[0];
    assert_eq!((row.kind.as_str(), row.part.as_str()), ("CIFAR-10, binary", "training batch 2"));
    assert_eq!(row.evidence, "its first ten labels");
    assert_eq!((row.length, row.records, row.trailing_bytes, row.bad_labels), (12 * 3073 + 3, 12, 3, 1));
    assert_eq!((row.bad[0].offset, row.bad[0].label), (10 * 3073, 77));
    assert_eq!(row.class_counts, [1, 1, 1, 1, 1, 0, 4, 0, 2, 0]);
    assert_eq!(&row.first_bytes[..5], "01 05");
    let kinds: Vec<_> = diagnosis.files.iter().map(|file| (file.kind.as_str(), file.grade)).collect();
    assert_eq!(
        kinds,
        [
            ("CIFAR-10, binary", Grade::Bad),
            ("a duplicate", Grade::Note),
            ("not CIFAR", Grade::Bad),
            ("not CIFAR", Grade::Note),
            ("not CIFAR", Grade::Note)
        ]
    );
    let verdicts: Vec<&str> = diagnosis.verdicts.iter().map(|verdict| verdict.text.as_str()).collect();
    assert_eq!(
        verdicts,
        [
            "A part of CIFAR-10: data_batch_1.bin, data_batch_3.bin, data_batch_4.bin, data_batch_5.bin, test_batch.bin are not here.",
            "1 label is out of range: its record is left out.",
            "1 of the files was cut off: its whole records are kept.",
        ]
    );
}

/// 50,000 records whose pixels have these sums and sums of squares in each channel: pairs of bytes far from the mean
/// to both sides make the squares, single steps what is left.
fn full_training_set(sums: [i64; 3], squares: [i64; 3]) -> Vec<u8> {
    const PIXELS: i64 = 51_200_000;
    const FAR: i64 = 100;
    let mut bytes = vec![0; 50_000 * RECORD];
    for (index, record) in bytes.chunks_exact_mut(RECORD).enumerate() {
        record[0] = (index % 10) as u8;
    }
    for channel in 0..3 {
        let mean = (sums[channel] + PIXELS / 2) / PIXELS;
        let sum = sums[channel] - PIXELS * mean;
        let square = squares[channel] - 2 * mean * sums[channel] + PIXELS * mean * mean;
        let pairs = (square - sum.abs()) / (2 * FAR * FAR);
        let steps = square - pairs * 2 * FAR * FAR;
        let (up, down) = ((steps + sum) / 2, (steps - sum) / 2);
        let runs = [(pairs, FAR), (pairs, -FAR), (up, 1), (down, -1), (PIXELS - 2 * pairs - steps, 0)];
        let mut values = runs.into_iter().flat_map(|(count, off)| {
            std::iter::repeat_n(u8::try_from(mean + off).expect("the mean lies in the middle"), count as usize)
        });
        for record in bytes.chunks_exact_mut(RECORD) {
            record[1 + 1024 * channel..][..1024].fill_with(|| values.next().expect("as many as pixels"));
        }
    }
    bytes
}

#[test]
fn a_full_training_set_is_compared_with_the_published_sums() {
    // Published (counted over the real files): Σ and Σ² over the training pixels of each channel.
    let (sums, squares) =
        ([6_415_714_204, 6_295_060_180, 5_829_907_619], [1_007_102_432_534, 971_356_520_230, 891_641_299_129]);
    let verdict_on = |bytes: Vec<u8>| {
        let mut dataset = Dataset::new();
        dataset.add_file("all.bin", bytes);
        let diagnosis = examine(&dataset);
        assert!(diagnosis.sums.is_some());
        diagnosis.verdicts.last().expect("a verdict on the sums").text.clone()
    };
    let published = full_training_set(sums, squares);
    let mut spoilt = published.clone();
    spoilt[1] += 3;
    assert_eq!(
        verdict_on(published),
        "The sums over all 51,200,000 training pixels a channel are exactly the published ones."
    );
    assert_eq!(
        verdict_on(spoilt),
        "The sums over the training pixels differ from the published ones (red +3, green +0, blue +0): some pixels are not the published set's."
    );
}

#[test]
fn a_file_of_an_archive_is_found_again_by_its_name() {
    let find = |archive: &[u8], name: &str, length: usize| {
        let mut rest = archive;
        unpack(name, length as u64, |piece| {
            // A disk gives what it likes.
            let count = rest.len().min(piece.len()).min(1000);
            let (now, later) = rest.split_at(count);
            piece[..count].copy_from_slice(now);
            rest = later;
            Some(count)
        })
    };
    let pages = made("FILES[1][1]");
    let test = made("FILES[2][1]");
    for archive in ["tar()", "tar('w')", "tar(folder='./cifar-10-batches-bin/')"].map(made) {
        assert_eq!(find(&archive, "cifar-10-batches-bin/readme.html", pages.len()).as_ref(), Ok(&pages));
        assert_eq!(find(&archive, "cifar-10-batches-bin/test_batch.bin", test.len()).as_ref(), Ok(&test));
        assert_eq!(find(&archive, "cifar-10-batches-bin/nothing", 9), Err(MemberError::Unreadable));
        assert_eq!(find(&archive, "cifar-10-batches-bin/test_batch.bin", 9), Err(MemberError::Unreadable));
        assert_eq!(find(&archive[..500], "cifar-10-batches-bin/test_batch.bin", 9), Err(MemberError::Unreadable));
    }
    for alone in ["gzip.compress(FILES[1][1])", "gzip.compress(b'few')"].map(made) {
        let length = if alone.len() < 40 { 3 } else { pages.len() };
        assert_eq!(find(&alone, "readme.html", length).map(|bytes| bytes.len()), Ok(length));
        assert_eq!(find(&alone, "readme.html", length - 1), Err(MemberError::Unreadable));
    }
    assert_eq!(unpack("any", 3, |_| None), Err(MemberError::Unreadable));
    assert_eq!(unpack("any", u64::MAX, |_| Some(0)), Err(MemberError::NoMemory));
}
