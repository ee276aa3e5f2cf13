//! Arrays made from numbers against NumPy: elements to the last bit, layouts, and the sentences of what fails.
#![cfg(not(target_arch = "wasm32"))]

mod nd_table;

#[test]
fn every_row_is_what_numpy_answers() {
    nd_table::check(include_str!("golden/nd_create.txt"));
}
