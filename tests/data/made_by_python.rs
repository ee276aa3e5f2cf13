//! Bytes that a real Python makes while a test runs. Not a test by itself.

use std::io::Write;
use std::process::{Command, Stdio};

/// What `code` writes to standard output under `python3`, with nothing but its standard library.
///
/// Panics where there is no Python: these tests have nothing else to stand on.
pub fn python(code: &str) -> Vec<u8> {
    let mut child = Command::new("python3")
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("this test needs a Python 3 on the PATH, called python3: it makes the files that are read");
    child.stdin.take().expect("piped").write_all(code.as_bytes()).expect("python3 reads its program");
    let output = child.wait_with_output().expect("python3 ends");
    assert!(output.status.success(), "python3 failed on a program of this test (its message stands above)");
    output.stdout
}
