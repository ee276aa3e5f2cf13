//! NumPy as a learner types it: expressions and statements, and what they give under numpy 2.4, from
//! `tests/golden/python_*.txt`, each written by the script of the same name.

use std::rc::Rc;

use stridelab::host::Recording;
use stridelab::session::Session;

#[test]
fn code_gives_what_numpy_gives() {
    check(include_str!("../golden/python_numpy.txt"));
}

#[test]
fn element_types_are_numpys() {
    check(include_str!("../golden/python_dtypes.txt"));
}

#[test]
fn mistakes_are_answered_as_numpy_answers_them() {
    check(include_str!("../golden/python_mistakes.txt"));
}

#[test]
fn text_and_objects_are_numpys() {
    check(include_str!("../golden/python_text.txt"));
}

#[test]
fn dates_and_spans_are_numpys() {
    check(include_str!("../golden/python_times.txt"));
}

#[test]
fn the_breadth_is_numpys() {
    check(include_str!("../golden/python_breadth.txt"));
}

#[test]
fn classes_derived_from_arrays_are_numpys() {
    check(include_str!("../golden/python_classes.txt"));
}

#[test]
fn what_numpys_tests_of_its_core_ask_for_is_here() {
    check(include_str!("../golden/python_core.txt"));
}

#[test]
fn records_are_numpys() {
    check(include_str!("../golden/python_records.txt"));
}

#[test]
fn pickles_are_numpys() {
    check(include_str!("../golden/python_pickles.txt"));
}

#[test]
fn seldom_used_names_are_numpys() {
    check(include_str!("../golden/python_names.txt"));
}

#[test]
fn texts_of_any_length_are_numpys() {
    check(include_str!("../golden/python_strings.txt"));
}

#[test]
fn masked_arrays_are_numpys() {
    check(include_str!("../golden/python_ma.txt"));
}

#[test]
fn functions_on_records_are_numpys() {
    check(include_str!("../golden/python_recfunctions.txt"));
}

#[test]
fn byte_orders_are_numpys() {
    check(include_str!("../golden/python_byteorder.txt"));
}

#[test]
fn examples_of_help_texts_are_numpys() {
    check(include_str!("../golden/python_pages.txt"));
}

#[test]
fn documented_uses_are_numpys() {
    check(include_str!("../golden/python_documented.txt"));
}

#[test]
fn edges_are_numpys() {
    check(include_str!("../golden/python_edges.txt"));
}

#[test]
fn shared_memory_is_numpys() {
    check(include_str!("../golden/python_memory.txt"));
}

#[test]
fn files_without_headers_are_numpys() {
    check(include_str!("../golden/python_scanning.txt"));
}

#[test]
fn objects_and_answering_classes_are_numpys() {
    check(include_str!("../golden/python_objects.txt"));
}

#[test]
fn what_grown_programs_met_is_numpys() {
    check(include_str!("../golden/python_grown.txt"));
}

#[test]
fn last_digits_are_numpys() {
    check(include_str!("../golden/python_digits.txt"));
}

#[test]
fn operators_are_numpys() {
    check(include_str!("../golden/python_operators.txt"));
}

#[test]
fn older_versions_print_is_numpys() {
    check(include_str!("../golden/python_legacy.txt"));
}

#[test]
fn tables_in_text_are_numpys() {
    check(include_str!("../golden/python_genfromtxt.txt"));
}

#[test]
fn what_guides_lead_to_is_numpys() {
    check(include_str!("../golden/python_guides.txt"));
}

#[test]
fn refused_and_rare_draws_are_numpys() {
    check(include_str!("../golden/python_draws.txt"));
}

#[test]
fn loadtxt_reads_as_numpys() {
    check(include_str!("../golden/python_loadtxt.txt"));
}

#[test]
fn functions_without_nan_are_numpys() {
    check(include_str!("../golden/python_nan.txt"));
}

#[test]
fn edges_of_less_used_functions_are_numpys() {
    check(include_str!("../golden/python_refusals.txt"));
}

#[test]
fn every_pair_of_dtypes_and_operands_meets_as_in_numpy() {
    check(include_str!("../golden/python_sweeps.txt"));
}

fn check(golden: &'static str) {
    // The interpreter's frames need more stack than a test's thread has.
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(|| compare(golden));
    thread.expect("a thread can be started").join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}

fn compare(golden: &str) {
    let host = Rc::new(Recording::new());
    let session = Session::new(host.clone());
    let (_, text) = golden.split_once('\n').expect("a first line names the oracle");
    let mut cases = text.split("\n====\n");
    let setup = cases.next().expect("the set-up comes first");
    assert!(session.run("setup", setup).ok(), "{:?}", host.take_texts());
    let mut failures = String::new();
    for case in cases.filter(|case| !case.is_empty()) {
        let (code, expected) = case.split_once('\n').unwrap_or((case, ""));
        let outcome = session.run("code", &format!("show({code:?})"));
        assert!(outcome.ok(), "show() catches every error: {:?}", outcome.error);
        let (actual, _) = host.take_texts();
        if actual.trim_end_matches('\n') != expected.trim_end_matches('\n') {
            failures += &format!("--- {code}\n{expected}\n--- here\n{actual}\n");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
