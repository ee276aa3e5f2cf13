//! The stand-in for torch: what it prints is what PyTorch prints, from `tests/golden/python_torch.txt`; it says what it is.

use std::rc::Rc;

use stridelab::host::Recording;
use stridelab::session::Session;

#[test]
fn code_prints_what_pytorch_prints() {
    in_a_session(|session, host| {
        let golden = include_str!("../golden/python_torch.txt");
        let (oracle, text) = golden.split_once('\n').expect("a first line names the oracle");
        assert!(oracle.starts_with("# torch 1.13.0a0"), "{oracle}");
        let mut failures = String::new();
        for case in text.split("====\n") {
            let (code, expected) = case.split_once("\n----\n").expect("code, then what it prints");
            let outcome = session.run("code", code);
            let (actual, errors) = host.take_texts();
            if !outcome.ok() || actual != expected {
                failures += &format!("--- {code}\n{expected}--- here\n{actual}{errors}{:?}\n", outcome.error);
            }
        }
        assert!(failures.is_empty(), "{failures}");
    });
}

#[test]
fn it_says_that_it_is_a_stand_in() {
    in_a_session(|session, host| {
        let code = "import torch\nprint('standin' in torch.__version__, 'NOT PyTorch' in torch.__doc__)\nimport torch";
        assert!(session.run("code", code).ok());
        let (out, errors) = host.take_texts();
        assert_eq!(out, "True True\n");
        assert_eq!(errors.matches("stand-in for PyTorch").count(), 1, "{errors}");
        let outcome = session.run("code", "torch.nn");
        assert!(outcome.error.expect("there is no nn").message.contains("torch.utils.data only"));
        let outcome = session.run("code", "torch.zeros(2).to('cuda')");
        assert!(outcome.error.expect("there is no cuda").message.contains("device 'cuda' is not here"));
    });
}

/// The interpreter's frames need more stack than a test's thread has.
fn in_a_session(test: impl FnOnce(Session, Rc<Recording>) + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(|| {
        let host = Rc::new(Recording::new());
        test(Session::new(host.clone()), host);
    });
    thread.expect("a thread can be started").join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}
