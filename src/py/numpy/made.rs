//! Ufuncs of Python functions: what `numpy.frompyfunc` gives.
//!
//! The engine knows such a ufunc as a row without loops, one for each name and number of operands, and asks for every
//! element. Which function is meant is the one whose ufunc is running; the ufunc's class stands in [`super::ufunc`].

use std::cell::RefCell;

use rustpython_vm::builtins::PyTuple;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::nd::ufunc::Ufunc;

thread_local! {
    static ROWS: RefCell<Vec<&'static Ufunc>> = const { RefCell::new(Vec::new()) };
    static RUNNING: RefCell<Vec<(&'static Ufunc, PyObjectRef)>> = const { RefCell::new(Vec::new()) };
}

/// The row of functions of that name.
pub fn row(name: &str, nin: usize, nout: usize) -> &'static Ufunc {
    ROWS.with_borrow_mut(|rows| {
        let known = rows.iter().find(|row| row.name == name && row.nin == nin && row.nout == nout);
        known.copied().unwrap_or_else(|| {
            let made = Ufunc::made(name.to_owned(), nin, nout);
            rows.push(made);
            made
        })
    })
}

/// While it lives, elements are given to a function.
pub struct Running;

impl Running {
    /// Elements of the ufunc of that row are given to `function`.
    pub fn new(row: &'static Ufunc, function: PyObjectRef) -> Self {
        RUNNING.with_borrow_mut(|running| running.push((row, function)));
        Running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.with_borrow_mut(Vec::pop);
    }
}

/// What the running function of the row of that very name gives; `None` where there is none.
pub fn apply(name: &str, operands: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Option<Vec<PyObjectRef>>> {
    let found =
        RUNNING.with_borrow(|running| running.iter().rev().find(|(row, _)| std::ptr::eq(row.name, name)).cloned());
    let Some((row, function)) = found else { return Ok(None) };
    let result = function.call(operands.to_vec(), vm)?;
    if row.nout == 0 {
        return Ok(Some(Vec::new()));
    }
    if row.nout == 1 {
        return Ok(Some(vec![result]));
    }
    match result.downcast_ref::<PyTuple>() {
        Some(results) if results.as_slice().len() == row.nout => Ok(Some(results.as_slice().to_vec())),
        _ => Err(vm.new_type_error("Result of ufunc was not a tuple of the right length")),
    }
}
