//! Lessons run in a session of ours, from top to bottom, and print what CPython and NumPy print: the
//! `NAME.output.txt` files, which `tests/lesson/golden.py` writes. Times are masked on both sides.
#![cfg(all(feature = "python", not(target_arch = "wasm32")))]

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use stridelab::host::{Host, Recording, Stream};
use stridelab::lesson::check::{Failure, Report, Runner, Step, StepSession};
use stridelab::lesson::output::{masked, outputs};
use stridelab::session::Session;

/// A recording whose clocks run: lessons measure themselves, and divide by what they measure.
struct Clocked {
    recording: Recording,
    started: Instant,
}

impl Host for Clocked {
    fn write(&self, stream: Stream, text: &str) {
        self.recording.write(stream, text);
    }
    fn now(&self) -> Duration {
        self.recording.now() + self.started.elapsed()
    }
    fn monotonic(&self) -> Duration {
        self.started.elapsed()
    }
    fn sleep(&self, length: Duration) {
        std::thread::sleep(length);
    }
    fn entropy(&self, buffer: &mut [u8]) {
        self.recording.entropy(buffer);
    }
}

/// Runs steps in real sessions and keeps what each cell printed.
struct Sessions {
    host: Rc<Clocked>,
    open: HashMap<StepSession, Session>,
    printed: HashMap<usize, String>,
}

impl Runner for Sessions {
    fn run(&mut self, step: &Step) -> Result<(), Failure> {
        let host = Rc::clone(&self.host) as Rc<dyn Host>;
        let session = self.open.entry(step.session.clone()).or_insert_with(|| Session::new(host));
        let error = session.run(&step.name, &step.code).error;
        let (mut text, _) = self.host.recording.take_texts();
        if let Some(error) = &error {
            text.push_str(&format!("{}: {}\n", error.kind, error.message));
        }
        if let Some(block) = step.block.filter(|block| step.name == format!("cell {block}")) {
            self.printed.insert(block, masked(&text));
        }
        match error {
            None => Ok(()),
            Some(error) => {
                let line = error.line.map(|line| line as usize);
                Err(Failure { kind: error.kind, message: error.message, line })
            }
        }
    }
}

/// Runs a lesson, and fails with every cell that printed something else than NumPy's.
fn run(lesson: &str, setup: Option<&str>, expected: &str) -> Report {
    let (report, printed) = on_deep_stack(|| {
        let recording = Clocked { recording: Recording::new(), started: Instant::now() };
        let mut sessions = Sessions { host: Rc::new(recording), open: HashMap::new(), printed: HashMap::new() };
        let report = stridelab::lesson::check(lesson, setup, &mut sessions).expect("the lesson is well formed");
        (report, sessions.printed)
    });
    let expected = outputs(expected).expect("golden.py wrote it");
    let cells: BTreeSet<usize> = expected.keys().chain(printed.keys()).copied().collect();
    let empty = String::new();
    let differing: Vec<String> = cells
        .into_iter()
        .filter_map(|cell| {
            let ours = printed.get(&cell).unwrap_or(&empty);
            let numpys = expected.get(&cell).unwrap_or(&empty);
            (aligned(ours) != aligned(numpys)).then(|| format!("cell {cell}\nNumPy prints:\n{numpys}\nhere:\n{ours}"))
        })
        .collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    report
}

/// Without the padding before a masked number: how wide it was depends on the machine.
fn aligned(text: &str) -> String {
    let mut parts = text.split('…');
    let first = parts.next().unwrap_or_default();
    parts.fold(first.to_owned(), |whole, part| format!("{} …{part}", whole.trim_end_matches(' ')))
}

/// The interpreter's frames need more stack than a test's thread has.
fn on_deep_stack<T: Send>(body: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(256 << 20).spawn_scoped(scope, body);
        thread.expect("a thread can be started").join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

#[test]
fn the_shipped_lesson_prints_what_numpy_prints() {
    let read = |name: &str| std::fs::read_to_string(Path::new("www/lessons").join(name)).expect("shipped");
    let report = run(&read("1.1-python-and-numpy.md"), None, &read("1.1-python-and-numpy.output.txt"));
    assert_eq!(report.faults.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(report.exercises, 1);
}

/// The author's page is not ours to keep; where it is at hand it runs as it stands.
#[test]
fn the_authors_page_prints_what_numpy_prints() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = "shared/lesson/1.1-python-numpy.md";
    let Some(page) = here.ancestors().skip(1).find_map(|folder| std::fs::read_to_string(folder.join(page)).ok()) else {
        return;
    };
    let ours = |name: &str| std::fs::read_to_string(Path::new("tests/lesson").join(name)).expect("ours");
    let report = run(&page, Some(&ours("1.1-python-numpy.setup.py")), &ours("1.1-python-numpy.output.txt"));
    assert_eq!(report.faults.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

/// Writes the sample data set where `golden.py` can read it: run by hand, with `--ignored`.
#[test]
#[ignore = "writes files for tests/lesson/golden.py"]
fn write_the_sample_set() {
    let folder = Path::new("target/sample/data/cifar-10-batches-bin");
    std::fs::create_dir_all(folder).expect("target is writeable");
    on_deep_stack(|| {
        let host = Rc::new(Recording::new());
        let session = Session::new(Rc::clone(&host) as Rc<dyn Host>);
        for name in (1..=5).map(|i| format!("data_batch_{i}.bin")).chain(["test_batch.bin".to_owned()]) {
            // Read as a lesson reads it, and handed out as text: a session's files are its own.
            let read = format!("print(open('data/cifar-10-batches-bin/{name}', 'rb').read().hex())");
            assert_eq!(session.run("read", &read).error, None);
            let (hex, _) = host.take_texts();
            let byte = |pair: &[u8]| (pair[0] as char).to_digit(16).zip((pair[1] as char).to_digit(16));
            let bytes: Option<Vec<u8>> = hex
                .trim()
                .as_bytes()
                .chunks(2)
                .map(|pair| byte(pair).map(|(high, low)| (high * 16 + low) as u8))
                .collect();
            std::fs::write(folder.join(name), bytes.expect("hex digits")).expect("target is writeable");
        }
    });
}
