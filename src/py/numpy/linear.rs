//! Products of arrays, and `numpy.linalg`'s native part: thin names over `nd::linalg`.

use rustpython_vm::builtins::PyStr;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature, required};
use super::array::{wrap, wrap_result, wrap_view};
use super::convert::operand_of as array_of;
use super::errors::{OrRaise, with_classes};
use super::ufunc::out_array;
use super::{settings, subclass};
use crate::nd::linalg;
use crate::nd::linalg::{NormOrder, QrMode, Vectors};
use crate::nd::ufunc::Warnings;
use crate::nd::{Array, DType, Result};

fn product(
    a: &PyObjectRef,
    b: &PyObjectRef,
    multiply: fn(&Array, &Array) -> Result<Array>,
    vm: &VirtualMachine,
) -> PyResult<Array> {
    multiply(&array_of(a, None, vm)?, &array_of(b, None, vm)?).or_raise(vm)
}

/// A product as NumPy's `dot` tells of it.
fn told(a: &Array, b: &Array, product: Array, vm: &VirtualMachine) -> PyResult<Array> {
    settings::report(Warnings::of("dot", linalg::spoilt::events(a, b, &product).or_raise(vm)?), vm)?;
    Ok(product)
}

/// Matrices as one of NumPy's functions of linear algebra takes them: numbers.
///
/// # Errors
/// NumPy's `UFuncTypeError` for elements that no safe cast makes numbers of.
fn matrices(a: &PyObjectRef, ufunc: &str, input: &str, vm: &VirtualMachine) -> PyResult<Array> {
    let array = array_of(a, None, vm)?;
    // That there is no matrix is told of before what it would be of.
    if array.dtype().is_number() || array.ndim() < 2 && input != " 1" {
        return Ok(array);
    }
    let message = format!(
        "Cannot cast ufunc '{ufunc}' input{input} from dtype({}) to dtype('float64') with casting rule 'same_kind'",
        array.dtype().repr()
    );
    Err(with_classes(vm, |classes| vm.new_exception_msg(classes.ufunc[2].clone(), message.into())))
}

/// A product as an instance of the first factor's class, or of the second's where its priority is higher;
/// a scalar where it has no axes.
fn of_first(result: Array, a: &PyObjectRef, b: &PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let rank = |factor: &PyObjectRef| {
        // What is no array becomes a plain one.
        if subclass::is_derived(factor, vm) { subclass::priority(factor, vm) } else { 0.0 }
    };
    let model = if rank(b) > rank(a) { b } else { a };
    subclass::like(wrap_result(result, vm), model, vm)
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
        let (a, b) = (required(a), required(b));
        let (first, second) = (array_of(&a, None, vm)?, array_of(&b, None, vm)?);
        let result = told(&first, &second, linalg::product::dot(&first, &second).or_raise(vm)?, vm)?;
        let Some(out) = args::present(out, vm) else { return of_first(result, &a, &b, vm) };
        let given = out_array(&out, vm)?;
        if given.dtype() != result.dtype() || given.ndim() != result.ndim() || !given.is_c_contiguous() {
            return Err(vm.new_value_error(
                "output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)",
            ));
        }
        given.assign(&result).or_raise(vm)?;
        Ok(if result.ndim() == 0 { wrap_result(result, vm) } else { out })
    }

    /// inner(a, b, /)
    ///
    /// The sum of products over the last axes.
    #[pyfunction]
    fn inner(a: PyObjectRef, b: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (first, second) = (array_of(&a, None, vm)?, array_of(&b, None, vm)?);
        let made = linalg::product::inner(&first, &second).or_raise(vm)?;
        // Rows meet rows here.
        let made = told(&first, &second.reversed_axes(), made, vm)?;
        of_first(made, &a, &b, vm)
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
        // NumPy's is another shape of a matrix product, and so a view of it.
        let made = linalg::product::tensordot(&a, &b, &a_axes, &b_axes).or_raise(vm)?;
        Ok(wrap(told(&a, &b, made, vm)?.view(), vm))
    }

    /// norm(x, ord=None, axis=None, keepdims=False)
    ///
    /// The norm of vectors along an axis, or of matrices along two. Orders of vectors: None or 2 (Euclidean), inf,
    /// -inf, 0, any number. Orders of matrices: None or 'fro', 'nuc', inf, -inf, 1, -1, 2, -2.
    #[pyfunction]
    fn _norm(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::new("norm", ["x", "ord", "axis", "keepdims"], 1);
        let [x, ord, axis, keepdims] = SIGNATURE.bind(args, vm)?;
        let order = match args::present(ord, vm) {
            None => NormOrder::Default,
            Some(ord) => match ord.downcast_ref::<PyStr>() {
                Some(name) => NormOrder::Name(name.to_string()),
                None => NormOrder::Number(ord.try_float(vm)?.to_f64()),
            },
        };
        let axes = args::axes(axis, vm)?;
        let array = array_of(&required(x), None, vm)?;
        let keepdims = args::truth(keepdims, false, vm)?;
        Ok(wrap_result(linalg::norm(&array, &order, axes.as_deref(), keepdims).or_raise(vm)?, vm))
    }

    /// det(a)
    ///
    /// The determinant of square matrices.
    #[pyfunction]
    fn _det(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(wrap_result(linalg::det(&matrices(&a, "det", "", vm)?).or_raise(vm)?, vm))
    }

    /// slogdet(a): sign and logarithm of the determinant.
    #[pyfunction]
    fn _slogdet(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (sign, logarithm) = linalg::slogdet(&matrices(&a, "slogdet", "", vm)?).or_raise(vm)?;
        Ok(vm.ctx.new_tuple(vec![wrap_result(sign, vm), wrap_result(logarithm, vm)]).into())
    }

    /// inv(a)
    ///
    /// The inverse of square matrices.
    #[pyfunction]
    fn _inv(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(wrap_result(linalg::inv(&matrices(&a, "inv", "", vm)?).or_raise(vm)?, vm))
    }

    /// solve(a, b)
    ///
    /// The solution of linear equations.
    #[pyfunction]
    fn _solve(a: PyObjectRef, b: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let second = array_of(&b, None, vm)?;
        let name = if second.ndim() == 1 { "solve1" } else { "solve" };
        let (first, second) = (matrices(&a, name, " 0", vm)?, matrices(&b, name, " 1", vm)?);
        Ok(wrap_result(linalg::solve(&first, &second).or_raise(vm)?, vm))
    }

    /// Least squares of doubles: x, residuals, rank, singular values; None where it is left to the decomposition.
    #[pyfunction]
    fn _lstsq(a: PyObjectRef, b: PyObjectRef, rcond: f64, vm: &VirtualMachine) -> PyResult {
        matrices(&a, "lstsq", " 0", vm)?;
        matrices(&b, "lstsq", " 1", vm)?;
        let (a, b) = (array_of(&a, Some(DType::Float64), vm)?, array_of(&b, Some(DType::Float64), vm)?);
        let Some(found) = linalg::least_squares(&a, &b, rcond).or_raise(vm)? else { return Ok(vm.ctx.none()) };
        let rank = vm.ctx.new_int(found.rank).into();
        let parts = vec![wrap(found.x, vm), wrap(found.residuals, vm), rank, wrap(found.s, vm)];
        Ok(vm.ctx.new_tuple(parts).into())
    }

    /// cholesky(a)
    ///
    /// The lower triangular factor of positive definite matrices.
    #[pyfunction]
    fn _cholesky(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(wrap_result(linalg::cholesky(&matrices(&a, "cholesky_lo", "", vm)?).or_raise(vm)?, vm))
    }

    /// svdvals(x, /)
    ///
    /// The singular values, the largest first.
    #[pyfunction]
    fn _svdvals(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(wrap_result(linalg::singular_values(&matrices(&a, "svd", "", vm)?).or_raise(vm)?, vm))
    }

    /// einsum of operands by subscripts, `->` included or not.
    #[pyfunction]
    fn _einsum(subscripts: String, operands: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let arrays = operands.iter().map(|operand| array_of(operand, None, vm)).collect::<PyResult<Vec<_>>>()?;
        let made = linalg::einsum(&subscripts, &arrays).or_raise(vm)?.owning();
        let seen = arrays.iter().position(|array| std::rc::Rc::ptr_eq(array.buffer(), made.buffer()));
        match seen {
            Some(at) if !made.owns_data() && made.ndim() > 0 => wrap_view(made, &operands[at], vm),
            _ => Ok(wrap_result(made, vm)),
        }
    }

    /// qr: the factors, for a mode's name.
    #[pyfunction]
    fn _qr(a: PyObjectRef, mode: String, vm: &VirtualMachine) -> PyResult {
        let mode = match mode.as_str() {
            "reduced" => QrMode::Reduced,
            "complete" => QrMode::Complete,
            "r" => QrMode::R,
            "raw" => QrMode::Raw,
            other => return Err(vm.new_value_error(format!("Unrecognized mode '{other}'"))),
        };
        let (first, second) = linalg::qr(&array_of(&a, None, vm)?, mode).or_raise(vm)?;
        Ok(tuple([first, second], vm))
    }

    /// svd: U, the singular values, Vh.
    #[pyfunction]
    fn _svd(a: PyObjectRef, full_matrices: bool, vm: &VirtualMachine) -> PyResult {
        let vectors = if full_matrices { Vectors::Full } else { Vectors::Thin };
        let (u, s, vh) =
            linalg::svd(&matrices(&a, if full_matrices { "svd_f" } else { "svd_s" }, "", vm)?, vectors).or_raise(vm)?;
        Ok(tuple([u, s, vh], vm))
    }

    /// eigh: eigenvalues and eigenvectors from one triangle.
    #[pyfunction]
    fn _eigh(a: PyObjectRef, upper: bool, vectors: bool, vm: &VirtualMachine) -> PyResult {
        let name = format!("{}_{}", if vectors { "eigh" } else { "eigvalsh" }, if upper { "up" } else { "lo" });
        let (values, vectors) = linalg::eigh(&matrices(&a, &name, "", vm)?, upper, vectors).or_raise(vm)?;
        Ok(tuple([values, vectors], vm))
    }

    /// eig: eigenvalues and eigenvectors.
    #[pyfunction]
    fn _eig(a: PyObjectRef, vectors: bool, vm: &VirtualMachine) -> PyResult {
        let array = array_of(&a, None, vm)?;
        if !array.dtype().is_number() {
            return Err(vm.new_type_error(
                "ufunc 'isfinite' not supported for the input types, and the inputs could not be safely coerced to any \
                 supported types according to the casting rule ''safe''",
            ));
        }
        let (values, vectors) = linalg::eig(&array, vectors).or_raise(vm)?;
        Ok(tuple([values, vectors], vm))
    }

    fn tuple<const N: usize>(arrays: [Array; N], vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.new_tuple(arrays.map(|array| wrap(array, vm)).into()).into()
    }

    /// The last `count` axes of the first array and the first of the second.
    fn last_and_first(count: isize) -> (Vec<isize>, Vec<isize>) {
        ((-count..0).collect(), (0..count).collect())
    }
}
