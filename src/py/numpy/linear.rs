//! Products of arrays, and `numpy.linalg`'s native part: thin names over `nd::linalg`.

use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature, required};
use super::array::wrap_result;
use super::convert::array_of;
use super::errors::OrRaise;
use super::ufunc::out_array;
use crate::nd::linalg;
use crate::nd::{Array, Result};

fn product(
    a: &PyObjectRef,
    b: &PyObjectRef,
    multiply: fn(&Array, &Array) -> Result<Array>,
    vm: &VirtualMachine,
) -> PyResult<Array> {
    multiply(&array_of(a, None, vm)?, &array_of(b, None, vm)?).or_raise(vm)
}

#[rustpython_vm::pymodule(sub)]
pub mod functions {
    use super::*;

    /// dot(a, b, out=None)
    ///
    /// The sum of products over the last axis of `a` and the second to last of `b`.
    #[pyfunction]
    pub(in super::super) fn dot(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("dot", ["a", "b", "out"], 2);
        let [a, b, out] = SIGNATURE.bind(args, vm)?;
        let result = product(&required(a), &required(b), linalg::product::dot, vm)?;
        let Some(out) = args::present(out, vm) else { return Ok(wrap_result(result, vm)) };
        out_array(&out, vm)?.assign(&result).or_raise(vm)?;
        Ok(out)
    }

    /// inner(a, b, /)
    ///
    /// The sum of products over the last axes.
    #[pyfunction]
    fn inner(a: PyObjectRef, b: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(wrap_result(product(&a, &b, linalg::product::inner, vm)?, vm))
    }

    /// vdot(a, b, /)
    ///
    /// The sum of products of all elements, those of `a` conjugated.
    #[pyfunction]
    fn vdot(a: PyObjectRef, b: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(wrap_result(product(&a, &b, linalg::product::vdot, vm)?, vm))
    }

    /// tensordot(a, b, axes=2)
    ///
    /// The sum of products over chosen axes of both arrays.
    #[pyfunction]
    fn tensordot(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("tensordot", ["a", "b", "axes"], 2);
        let [a, b, axes] = SIGNATURE.bind(args, vm)?;
        let (a, b) = (array_of(&required(a), None, vm)?, array_of(&required(b), None, vm)?);
        let (a_axes, b_axes) = match args::present(axes, vm) {
            None => last_and_first(2),
            Some(axes) if axes.try_index_opt(vm).is_some() => last_and_first(args::to_isize(&axes, vm)?),
            Some(axes) => {
                let pair: Vec<PyObjectRef> = axes.try_to_value(vm)?;
                let [first, second] = pair.as_slice() else {
                    return Err(vm.new_value_error("axes must be an integer or a pair of axis sequences"));
                };
                (args::integers(first, vm)?, args::integers(second, vm)?)
            }
        };
        Ok(wrap_result(linalg::product::tensordot(&a, &b, &a_axes, &b_axes).or_raise(vm)?, vm))
    }

    /// The last `count` axes of the first array and the first of the second.
    fn last_and_first(count: isize) -> (Vec<isize>, Vec<isize>) {
        ((-count..0).collect(), (0..count).collect())
    }
}
