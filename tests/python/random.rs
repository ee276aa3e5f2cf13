//! `numpy.random` from Python: programs and what they print under numpy 2.4, from
//! `tests/golden/python_random.txt`, which `tests/golden/python_random.py` writes.

use std::rc::Rc;

use stridelab::host::Recording;
use stridelab::session::Session;

const GOLDEN: &str = include_str!("../golden/python_random.txt");

/// What a program prints in a session of its own; its traceback if it fails.
fn printed(session: &Session, host: &Recording, program: &str) -> String {
    let outcome = session.run("program", program);
    let (out, err) = host.take_texts();
    match outcome.error {
        None => out,
        Some(failure) => format!("{out}{err}{}", failure.traceback),
    }
}

/// The interpreter's frames need more stack than a test's thread has.
fn on_deep_stack(body: impl FnOnce() + Send) {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(256 << 20).spawn_scoped(scope, body);
        thread.expect("a thread can be started").join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    });
}

fn start() -> (Session, Rc<Recording>) {
    let host = Rc::new(Recording::new());
    let session = Session::new(host.clone());
    assert_eq!(printed(&session, &host, "import numpy as np"), "");
    (session, host)
}

#[test]
fn programs_print_what_numpy_prints() {
    on_deep_stack(|| {
        let (session, host) = start();
        let (_, cases) = GOLDEN.split_once('\n').expect("a first line names the oracle");
        let mut failures = String::new();
        for case in cases.split_terminator("\n====\n") {
            let (program, expected) = case.split_once("\n----\n").expect("a program and what it prints");
            let actual = printed(&session, &host, program);
            if actual.trim_end_matches('\n') != expected.trim_end_matches('\n') {
                failures += &format!("--- program\n{program}\n--- numpy\n{expected}\n--- here\n{actual}\n");
            }
        }
        assert!(failures.is_empty(), "{failures}");
    });
}

#[test]
fn sessions_do_not_share_the_module_generator() {
    on_deep_stack(|| {
        let ((one, one_host), (two, two_host)) = (start(), start());
        printed(&one, &one_host, "np.random.seed(42)");
        printed(&two, &two_host, "np.random.seed(7)");
        // numpy 2.4: np.random.seed(42); np.random.rand()
        assert_eq!(printed(&one, &one_host, "print(np.random.rand())"), "0.3745401188473625\n");
        // numpy 2.4: np.random.seed(7); np.random.rand()
        assert_eq!(printed(&two, &two_host, "print(np.random.rand())"), "0.07630828937395717\n");
    });
}

#[test]
fn unseeded_generators_differ() {
    on_deep_stack(|| {
        let (session, host) = start();
        let program = "print(len({np.random.default_rng().random() for _ in range(4)} | {np.random.rand()}))";
        assert_eq!(printed(&session, &host, program), "5\n");
    });
}

#[test]
fn a_missing_name_says_that_this_page_lacks_it() {
    on_deep_stack(|| {
        let (session, host) = start();
        let text = printed(&session, &host, "np.float128");
        assert!(text.contains("module 'numpy' has no attribute 'float128'"), "{text}");
        assert!(text.contains("this page's NumPy lacks it"), "{text}");
    });
}

#[test]
fn every_function_has_help() {
    on_deep_stack(|| {
        let (session, host) = start();
        let program =
            "print([name for name in dir(np.random) if name[0] != '_' and not getattr(np.random, name).__doc__])";
        assert_eq!(printed(&session, &host, program), "[]\n");
    });
}
