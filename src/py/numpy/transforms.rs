//! `numpy.fft`'s native part: thin names over `nd::fft`.

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::array::wrap;
use super::convert::array_of;
use super::errors::OrRaise;
use crate::nd::fft;

#[rustpython_vm::pymodule(sub)]
pub mod functions {
    use super::*;

    /// The transform of length `n` along an axis, or its inverse.
    #[pyfunction]
    fn _fft(a: PyObjectRef, n: usize, axis: isize, scale: f64, forward: bool, vm: &VirtualMachine) -> PyResult {
        Ok(wrap(fft::fft(&array_of(&a, None, vm)?, n, axis, scale, forward).or_raise(vm)?, vm))
    }

    /// Half of the frequencies of `n` real numbers along an axis.
    #[pyfunction]
    fn _rfft(a: PyObjectRef, n: usize, axis: isize, scale: f64, vm: &VirtualMachine) -> PyResult {
        Ok(wrap(fft::rfft(&array_of(&a, None, vm)?, n, axis, scale).or_raise(vm)?, vm))
    }

    /// `n` real numbers along an axis from half of their frequencies.
    #[pyfunction]
    fn _irfft(a: PyObjectRef, n: usize, axis: isize, scale: f64, vm: &VirtualMachine) -> PyResult {
        Ok(wrap(fft::irfft(&array_of(&a, None, vm)?, n, axis, scale).or_raise(vm)?, vm))
    }
}
