//! Programs that the fuzzer grew (`fuzz/`), with what numpy 2.4 answered: `fuzz/recorded.txt`, written by
//! `python tests/fuzz --record tests/fuzz/recorded.txt --programs 600`. For machines without NumPy; where it is installed,
//! `cargo xtask test` grows programs anew.
#![cfg(all(feature = "python", not(target_arch = "wasm32")))]

use std::rc::Rc;

use stridelab::host::Recording;
use stridelab::session::Session;

/// Runs a recorded pair of a program and its outcomes; says the first statement whose outcome is another.
const REPLAY: &str = "
def replay(pair):
    program, expected = pair
    for number, (here, there) in enumerate(zip(run(program), expected)):
        if same(here) != same(there):
            print(*program[:number + 1], '--- here', *here, '--- NumPy', *there, sep='\\n')
            return

def same(lines):
    # The bits of a NaN are the processor's.
    return [line for line in lines if 'nan' not in lines[-1] or not line.startswith(('data', 'end'))]
";

#[test]
fn recorded_programs_end_as_under_numpy() {
    // The interpreter's frames need more stack than a test's thread has.
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(replay_all);
    thread.expect("a thread can be started").join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}

fn replay_all() {
    let host = Rc::new(Recording::new());
    let session = Session::new(host.clone());
    for code in [include_str!("fuzz/probe.py"), REPLAY] {
        assert!(session.run("probe", code).ok(), "{:?}", host.take_texts());
    }
    let (oracle, programs) = include_str!("fuzz/recorded.txt").split_once('\n').expect("a first line names the oracle");
    assert!(oracle.starts_with("# numpy 2.4"), "{oracle}");
    let mut failures = Vec::new();
    for pair in programs.lines() {
        let outcome = session.run("program", &format!("replay({pair})"));
        assert!(outcome.ok(), "the probe catches every error: {:?}", outcome.error);
        let (differs, _) = host.take_texts();
        if !differs.is_empty() {
            failures.push(differs);
        }
    }
    assert!(programs.lines().count() > 100, "programs were recorded");
    assert!(failures.is_empty(), "{} programs differ\n{}", failures.len(), failures.join("\n"));
}
