//! Functions that change shape, join, split and rearrange: thin names over `nd::manip`, `nd::fancy`.

use rustpython_vm::builtins::PyListRef;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature, required};
use super::array::{PyNdArray, order_of, shape_of, shape_tuple, wrap, wrap_view};
use super::convert::array_of;
use super::errors::OrRaise;
use super::ufunc::Input;
use super::{casting, dtype, scalar, subclass};
use crate::nd::manip::{self, Sections};
use crate::nd::ufunc::try_result_type;
use crate::nd::{Array, DType, Order, Result};

/// What Python numbers among arrays are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbers {
    /// Of the dtype of the arrays beside them.
    Adapt,
    /// Arrays of their own.
    Stand,
}

/// The arrays of a sequence, and the dtype that holds all their elements.
fn arrays_of(sequence: &PyObjectRef, numbers: Numbers, vm: &VirtualMachine) -> PyResult<(Vec<Array>, PyResult<DType>)> {
    if is_no_sequence(sequence, vm) {
        return Err(vm.new_type_error("The first input argument needs to be a sequence"));
    }
    let items: Vec<PyObjectRef> =
        sequence.try_to_value(vm).map_err(|_| vm.new_type_error("The first input argument needs to be a sequence"))?;
    let mut arrays = items.iter().map(|item| array_of(item, None, vm)).collect::<PyResult<Vec<_>>>()?;
    let (mut strong, mut weak, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for (place, (item, array)) in items.iter().zip(&arrays).enumerate() {
        match super::convert::number_of(item, vm) {
            Ok(Some(number)) if numbers == Numbers::Adapt && number.weak && number.dtype != DType::Bool => {
                match Input::read(item, vm)? {
                    Input::Weak(number) => {
                        weak.push(number);
                        places.push(place);
                    }
                    Input::Array(array) => strong.push(array.dtype()),
                }
            }
            _ => strong.push(array.dtype()),
        }
    }
    let dtype = try_result_type(&strong, &weak).or_raise(vm);
    let dtype = dtype.map(|dtype| dtype.unwrap_or(DType::Float64));
    if let Ok(dtype) = &dtype
        && dtype.is_number()
    {
        for place in places {
            arrays[place] = arrays[place].astype(*dtype, Order::K).or_raise(vm)?;
        }
    }
    Ok((arrays, dtype))
}

/// What can be walked through but not counted, as a generator.
fn is_no_sequence(object: &PyObjectRef, vm: &VirtualMachine) -> bool {
    !matches!(vm.get_attribute_opt(object, "__getitem__"), Ok(Some(_)))
}

/// `stack` and its kin take no generator.
fn check_sequence(sequence: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    if is_no_sequence(sequence, vm) {
        return Err(vm.new_type_error("arrays to stack must be passed as a \"sequence\" type such as list or tuple."));
    }
    Ok(())
}

/// A join of a sequence of arrays, by a function of the engine; `casting` is the rule for `dtype`.
fn join(
    sequence: &PyObjectRef,
    dtype: Option<PyObjectRef>,
    casting: Option<PyObjectRef>,
    numbers: Numbers,
    join: impl Fn(&[&Array], DType) -> Result<Array>,
    vm: &VirtualMachine,
) -> PyResult {
    let (arrays, natural) = arrays_of(sequence, numbers, vm)?;
    let dtype = dtype::parse_optional(dtype, vm)?;
    // Shapes that do not meet are told of first.
    let meet = || -> PyResult<()> {
        let flags = arrays.iter().map(|array| Array::zeros(array.shape(), DType::Bool, Order::C));
        let flags = flags.collect::<Result<Vec<_>>>().or_raise(vm)?;
        join(&flags.iter().collect::<Vec<_>>(), DType::Bool).or_raise(vm)?;
        Ok(())
    };
    let natural = natural.or_else(|no_common_dtype| {
        meet()?;
        dtype.ok_or(no_common_dtype)
    })?;
    if let Some(dtype) = dtype {
        meet()?;
        let casting = args::text(casting, "same_kind", "casting", vm)?;
        for array in &arrays {
            casting::check(array.dtype(), dtype, &casting, vm)?;
            casting::warn_about(array, dtype, vm)?;
        }
    } else if arrays.iter().any(|array| array.dtype() != natural) {
        meet()?;
        check_casts(&arrays, natural, casting, vm)?;
    }
    let mut dtype = dtype.unwrap_or(natural);
    if matches!(dtype, DType::Str(0) | DType::Bytes(0)) {
        // As much text as the longest of the parts needs.
        let widths = arrays.iter().map(|array| crate::nd::text::sized(dtype, array).or_raise(vm));
        let widths = widths.collect::<PyResult<Vec<_>>>()?;
        dtype = widths.into_iter().max_by_key(|sized| sized.itemsize()).unwrap_or(dtype);
    }
    let arrays: Vec<&Array> = arrays.iter().collect();
    let made = wrap(join(&arrays, dtype).or_raise(vm)?, vm);
    let parts: Vec<PyObjectRef> = sequence.try_to_value(vm)?;
    subclass::joined(&parts, vm).map_or(Ok(made.clone()), |model| subclass::like(made, model, vm))
}

/// Whether the elements of all may become those of the result.
fn check_casts(arrays: &[Array], to: DType, casting: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
    let casting = args::text(casting, "same_kind", "casting", vm)?;
    arrays.iter().try_for_each(|array| super::casting::check(array.dtype(), to, &casting, vm))
}

/// `out=` and `dtype=` exclude each other.
fn check_one(out: &Option<PyObjectRef>, dtype: &Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
    let given = |value: &Option<PyObjectRef>| value.as_ref().is_some_and(|value| !vm.is_none(value));
    if given(out) && given(dtype) {
        return Err(
            vm.new_type_error("concatenate() only takes `out` or `dtype` as an argument, but both were provided.")
        );
    }
    Ok(())
}

/// `indices_or_sections=`: a number of parts, or where to cut.
fn sections(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Sections> {
    if args::is_sequence(value) || value.try_index_opt(vm).is_none() {
        return Ok(Sections::At(args::integers(value, vm)?));
    }
    Ok(Sections::Count(args::to_isize(value, vm)?))
}

fn views(parts: Result<Vec<Array>>, owner: &PyObjectRef, vm: &VirtualMachine) -> PyResult<PyListRef> {
    let parts = parts.or_raise(vm)?;
    let parts = parts.into_iter().map(|part| wrap_view(part, owner, vm)).collect::<PyResult<Vec<_>>>()?;
    Ok(vm.ctx.new_list(parts))
}

/// `numpy.asarray`, or, with `subok`, the object itself.
fn as_plain(object: PyObjectRef, subok: bool, vm: &VirtualMachine) -> PyResult {
    if subok || !subclass::is_derived(&object, vm) {
        return Ok(object);
    }
    subclass::plain(&object, vm)
}

/// Applies a function of the engine to the first argument and wraps the view it gives.
fn view_of(object: &PyObjectRef, view: impl FnOnce(&Array) -> Result<Array>, vm: &VirtualMachine) -> PyResult {
    let array = array_of(object, None, vm)?;
    wrap_view(view(&array).or_raise(vm)?, object, vm)
}

#[rustpython_vm::pymodule(sub)]
pub mod functions {
    use super::*;

    /// reshape(a, /, shape, order='C', *, copy=None)
    ///
    /// The elements in another shape: a view where the strides allow it, else a copy.
    #[pyfunction]
    fn reshape(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::new("reshape", ["a", "shape", "order", "copy"], 2);
        let [a, shape, order, copy] = SIGNATURE.bind(args, vm)?;
        let (shape, order) = (args::integers(&required(shape), vm)?, order_of(order, Order::C, vm)?);
        let copy = args::present(copy, vm).map(|copy| copy.try_to_bool(vm)).transpose()?;
        view_of(&required(a), |array| manip::reshape(array, &shape, order, copy), vm)
    }

    /// ravel(a, order='C')
    ///
    /// The elements in one dimension: a view where the layout allows it.
    #[pyfunction]
    pub(in super::super) fn ravel(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("ravel", ["a", "order"], 1);
        let [a, order] = SIGNATURE.bind(args, vm)?;
        let order = order_of(order, Order::C, vm)?;
        view_of(&required(a), |array| manip::ravel(array, order), vm)
    }

    /// transpose(a, axes=None)
    ///
    /// The axes in another order, reversed by default, as a view.
    #[pyfunction]
    #[pyfunction(name = "permute_dims")]
    fn transpose(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("transpose", ["a", "axes"], 1);
        let [a, axes] = SIGNATURE.bind(args, vm)?;
        let axes = args::axes(axes, vm)?;
        view_of(&required(a), |array| manip::transpose(array, axes.as_deref()), vm)
    }

    /// matrix_transpose(x)
    ///
    /// The last two axes swapped, as a view.
    #[pyfunction]
    fn matrix_transpose(x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let ndim = array_of(&x, None, vm)?.ndim();
        if ndim < 2 {
            return Err(vm.new_value_error(format!("Input array must be at least 2-dimensional, but it is {ndim}")));
        }
        view_of(&x, |array| manip::swapaxes(array, -1, -2), vm)
    }

    /// swapaxes(a, axis1, axis2)
    ///
    /// Two axes exchanged, as a view.
    #[pyfunction]
    pub(in super::super) fn swapaxes(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("swapaxes", ["a", "axis1", "axis2"], 3);
        let [a, first, second] = SIGNATURE.bind(args, vm)?;
        let (first, second) = (args::to_isize(&required(first), vm)?, args::to_isize(&required(second), vm)?);
        view_of(&required(a), |array| manip::swapaxes(array, first, second), vm)
    }

    /// moveaxis(a, source, destination)
    ///
    /// Axes moved to new places, the others in their order, as a view.
    #[pyfunction]
    fn moveaxis(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("moveaxis", ["a", "source", "destination"], 3);
        let [a, source, destination] = SIGNATURE.bind(args, vm)?;
        let (from, to) = (args::integers(&required(source), vm)?, args::integers(&required(destination), vm)?);
        view_of(&required(a), |array| manip::moveaxis(array, &from, &to), vm)
    }

    /// rollaxis(a, axis, start=0)
    ///
    /// An axis moved backwards until it lies before another, as a view.
    #[pyfunction]
    fn rollaxis(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("rollaxis", ["a", "axis", "start"], 2);
        let [a, axis, start] = SIGNATURE.bind(args, vm)?;
        let (axis, start) = (args::to_isize(&required(axis), vm)?, args::integer(start, 0, vm)?);
        view_of(&required(a), |array| manip::rollaxis(array, axis, start), vm)
    }

    /// expand_dims(a, axis)
    ///
    /// New axes of length one, as a view.
    #[pyfunction]
    fn expand_dims(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("expand_dims", ["a", "axis"], 2);
        let [a, axis] = SIGNATURE.bind(args, vm)?;
        let axes = args::integers(&required(axis), vm)?;
        let mut a = required(a);
        if subclass::is_matrix(&a, vm) {
            // No matrix has more axes.
            a = subclass::plain(&a, vm)?;
        }
        view_of(&a, |array| manip::expand_dims(array, &axes), vm)
    }

    /// squeeze(a, axis=None)
    ///
    /// Without axes of length one, as a view.
    #[pyfunction]
    pub(in super::super) fn squeeze(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("squeeze", ["a", "axis"], 1);
        let [a, axis] = SIGNATURE.bind(args, vm)?;
        let (axes, a) = (args::axes(axis, vm)?, required(a));
        let array = array_of(&a, None, vm)?;
        let squeezed = manip::squeeze(&array, axes.as_deref()).or_raise(vm)?;
        // With nothing to take away, all axes asked for, it is the array itself.
        if squeezed.ndim() == array.ndim() && a.downcastable::<PyNdArray>() {
            return Ok(a);
        }
        wrap_view(squeezed, &a, vm)
    }

    /// flip(m, axis=None)
    ///
    /// Elements in reverse along axes (all by default), as a view.
    #[pyfunction]
    fn flip(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("flip", ["m", "axis"], 1);
        let [m, axis] = SIGNATURE.bind(args, vm)?;
        let (axes, m) = (args::axes(axis, vm)?, required(m));
        let flipped = view_of(&m, |array| manip::flip(array, axes.as_deref()), vm)?;
        // NumPy subscripts, and a subscript of nothing takes the element out.
        match flipped.downcast_ref::<PyNdArray>().map(|array| array.array()).filter(|array| array.ndim() == 0) {
            Some(array) => Ok(scalar::element(&array, 0, vm)),
            None => Ok(flipped),
        }
    }

    /// flipud(m)
    ///
    /// Rows in reverse order, as a view.
    #[pyfunction]
    fn flipud(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [m] = Signature::new("flipud", ["m"], 1).bind(args, vm)?.map(required);
        view_of(&m, manip::flipud, vm)
    }

    /// fliplr(m)
    ///
    /// Columns in reverse order, as a view.
    #[pyfunction]
    fn fliplr(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [m] = Signature::new("fliplr", ["m"], 1).bind(args, vm)?.map(required);
        view_of(&m, manip::fliplr, vm)
    }

    /// rot90(m, k=1, axes=(0, 1))
    ///
    /// Rotated by k quarter turns in the plane of two axes, as a view.
    #[pyfunction]
    fn rot90(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("rot90", ["m", "k", "axes"], 1);
        let [m, k, axes] = SIGNATURE.bind(args, vm)?;
        let (k, axes) = (args::integer(k, 1, vm)?, args::axes(axes, vm)?.unwrap_or_else(|| vec![0, 1]));
        view_of(&required(m), |array| manip::rot90(array, k, &axes), vm)
    }

    /// broadcast_to(array, shape, subok=False)
    ///
    /// A read-only view stretched to a shape.
    #[pyfunction]
    fn broadcast_to(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("broadcast_to", ["array", "shape", "subok"], 2);
        let [array, shape, subok] = SIGNATURE.bind(args, vm)?;
        let shape = shape_of(&required(shape), vm)?;
        let source = as_plain(required(array), args::truth(subok, false, vm)?, vm)?;
        view_of(&source, |array| manip::broadcast_to(array, &shape), vm)
    }

    /// broadcast_shapes(*args)
    ///
    /// The shape that shapes broadcast to.
    #[pyfunction]
    fn broadcast_shapes(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        no_keywords("broadcast_shapes", &args, vm)?;
        let shapes = args.args.iter().map(|shape| shape_of(shape, vm)).collect::<PyResult<Vec<_>>>()?;
        let shapes: Vec<&[usize]> = shapes.iter().map(|shape| shape.as_slice()).collect();
        let shape = manip::broadcast_shapes_of(&shapes).or_raise(vm)?;
        Ok(shape_tuple(&shape, vm).into())
    }

    /// broadcast_arrays(*args, subok=False)
    ///
    /// Each array as a view stretched to the common shape.
    #[pyfunction]
    fn broadcast_arrays(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let subok = args::truth(args.take_keyword("subok"), false, vm)?;
        no_keywords("broadcast_arrays", &args, vm)?;
        let given = args.args.into_iter().map(|array| as_plain(array, subok, vm)).collect::<PyResult<Vec<_>>>()?;
        let arrays = given.iter().map(|array| array_of(array, None, vm)).collect::<PyResult<Vec<_>>>()?;
        let arrays: Vec<&Array> = arrays.iter().collect();
        let stretched = manip::broadcast_arrays(&arrays).or_raise(vm)?;
        let stretched = stretched.into_iter().zip(&given).map(|(view, owner)| {
            let is_itself =
                owner.downcast_ref::<PyNdArray>().is_some_and(|given| given.borrow().shape() == view.shape());
            if is_itself { Ok(owner.clone()) } else { wrap_view(view, owner, vm) }
        });
        Ok(vm.ctx.new_tuple(stretched.collect::<PyResult<_>>()?).into())
    }

    /// concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting='same_kind')
    ///
    /// Arrays one after the other along an axis.
    #[pyfunction]
    #[pyfunction(name = "concat")]
    fn concatenate(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<5> =
            Signature::new("concatenate", ["arrays", "axis", "out", "dtype", "casting"], 1).keyword_after(3);
        let [arrays, axis, out, dtype, casting] = SIGNATURE.bind(args, vm)?;
        check_one(&out, &dtype, vm)?;
        let axis = match axis {
            None => Some(0),
            given => args::axis(given, vm)?,
        };
        let arrays = required(arrays);
        let Some(out) = args::present(out, vm) else {
            let joined = |arrays: &[&Array], dtype| manip::concatenate(arrays, axis, dtype);
            return join(&arrays, dtype, casting, Numbers::Adapt, joined, vm);
        };
        let target = super::super::ufunc::out_array(&out, vm)?;
        let (arrays, _) = arrays_of(&arrays, Numbers::Adapt, vm)?;
        check_casts(&arrays, target.dtype(), casting, vm)?;
        let arrays: Vec<&Array> = arrays.iter().collect();
        manip::concatenate_into(&target, &arrays, axis.unwrap_or(0)).or_raise(vm)?;
        Ok(out)
    }

    /// stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')
    ///
    /// Arrays of one shape along a new axis.
    #[pyfunction]
    fn stack(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<5> =
            Signature::new("stack", ["arrays", "axis", "out", "dtype", "casting"], 1).keyword_after(3);
        let [arrays, axis, out, dtype, casting] = SIGNATURE.bind(args, vm)?;
        check_one(&out, &dtype, vm)?;
        let axis = args::integer(axis, 0, vm)?;
        let arrays = required(arrays);
        if is_no_sequence(&arrays, vm) && vm.get_attribute_opt(&arrays, "__iter__").ok().flatten().is_some() {
            check_sequence(&arrays, vm)?;
        }
        let stacked =
            join(&arrays, dtype, casting, Numbers::Stand, |arrays, dtype| manip::stack(arrays, axis, dtype), vm)?;
        let Some(out) = args::present(out, vm) else { return Ok(stacked) };
        super::super::ufunc::out_array(&out, vm)?.assign(&array_of(&stacked, None, vm)?).or_raise(vm)?;
        Ok(out)
    }

    /// vstack(tup, *, dtype=None, casting='same_kind')
    ///
    /// Arrays one below the other.
    #[pyfunction]
    fn vstack(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("vstack", ["tup", "dtype", "casting"], 1).keyword_after(1);
        let [arrays, dtype, casting] = SIGNATURE.bind(args, vm)?;
        let arrays = required(arrays);
        check_sequence(&arrays, vm)?;
        join(&arrays, dtype, casting, Numbers::Stand, manip::vstack, vm)
    }

    /// hstack(tup, *, dtype=None, casting='same_kind')
    ///
    /// Arrays side by side.
    #[pyfunction]
    fn hstack(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("hstack", ["tup", "dtype", "casting"], 1).keyword_after(1);
        let [arrays, dtype, casting] = SIGNATURE.bind(args, vm)?;
        let arrays = required(arrays);
        check_sequence(&arrays, vm)?;
        join(&arrays, dtype, casting, Numbers::Stand, manip::hstack, vm)
    }

    /// dstack(tup)
    ///
    /// Arrays behind one another, along the third axis.
    #[pyfunction]
    fn dstack(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [arrays] = Signature::new("dstack", ["tup"], 1).bind(args, vm)?.map(required);
        check_sequence(&arrays, vm)?;
        join(&arrays, None, None, Numbers::Stand, manip::dstack, vm)
    }

    /// column_stack(tup)
    ///
    /// Vectors as the columns of a matrix.
    #[pyfunction]
    fn column_stack(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [arrays] = Signature::new("column_stack", ["tup"], 1).bind(args, vm)?.map(required);
        check_sequence(&arrays, vm)?;
        join(&arrays, None, None, Numbers::Stand, manip::column_stack, vm)
    }

    /// split(ary, indices_or_sections, axis=0)
    ///
    /// Equal parts, or parts cut before indices, as views.
    #[pyfunction]
    fn split(args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        const SIGNATURE: Signature<3> = Signature::new("split", ["ary", "indices_or_sections", "axis"], 2);
        let [array, where_, axis] = SIGNATURE.bind(args, vm)?;
        let (owner, axis) = (required(array), args::integer(axis, 0, vm)?);
        ask_shape(&owner, &required(where_.clone()), 0, vm)?;
        views(manip::split(&array_of(&owner, None, vm)?, &sections(&required(where_), vm)?, axis), &owner, vm)
    }

    /// array_split(ary, indices_or_sections, axis=0)
    ///
    /// As `split`, the parts' lengths differing by one where they must.
    #[pyfunction]
    fn array_split(args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        const SIGNATURE: Signature<3> = Signature::new("array_split", ["ary", "indices_or_sections", "axis"], 2);
        let [array, where_, axis] = SIGNATURE.bind(args, vm)?;
        let (owner, axis) = (required(array), args::integer(axis, 0, vm)?);
        views(manip::array_split(&array_of(&owner, None, vm)?, &sections(&required(where_), vm)?, axis), &owner, vm)
    }

    /// hsplit(ary, indices_or_sections)
    ///
    /// Parts side by side, as views.
    #[pyfunction]
    fn hsplit(args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        let [owner, where_] = Signature::new("hsplit", ["ary", "indices_or_sections"], 2).bind(args, vm)?.map(required);
        if array_of(&owner, None, vm)?.ndim() > 0 {
            // NumPy asks the argument itself: a list has no axes.
            owner.get_attr("ndim", vm)?;
        }
        views(manip::hsplit(&array_of(&owner, None, vm)?, &sections(&where_, vm)?), &owner, vm)
    }

    /// vsplit(ary, indices_or_sections)
    ///
    /// Parts one below the other, as views.
    #[pyfunction]
    fn vsplit(args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        let [owner, where_] = Signature::new("vsplit", ["ary", "indices_or_sections"], 2).bind(args, vm)?.map(required);
        ask_shape(&owner, &where_, 2, vm)?;
        views(manip::vsplit(&array_of(&owner, None, vm)?, &sections(&where_, vm)?), &owner, vm)
    }

    /// dsplit(ary, indices_or_sections)
    ///
    /// Parts along the third axis, as views.
    #[pyfunction]
    fn dsplit(args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        let [owner, where_] = Signature::new("dsplit", ["ary", "indices_or_sections"], 2).bind(args, vm)?.map(required);
        ask_shape(&owner, &where_, 3, vm)?;
        views(manip::dsplit(&array_of(&owner, None, vm)?, &sections(&where_, vm)?), &owner, vm)
    }

    /// atleast_1d(*arys)
    ///
    /// Arrays of at least one axis.
    #[pyfunction]
    fn atleast_1d(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        at_least(args, 1, vm)
    }

    /// atleast_2d(*arys)
    ///
    /// Arrays of at least two axes.
    #[pyfunction]
    fn atleast_2d(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        at_least(args, 2, vm)
    }

    /// atleast_3d(*arys)
    ///
    /// Arrays of at least three axes.
    #[pyfunction]
    fn atleast_3d(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        at_least(args, 3, vm)
    }

    /// A number of parts is measured against the shape that the argument itself has: a list has none.
    fn ask_shape(owner: &PyObjectRef, parts: &PyObjectRef, least: usize, vm: &VirtualMachine) -> PyResult<()> {
        if parts.length_opt(vm).is_some() || array_of(owner, None, vm)?.ndim() < least {
            return Ok(());
        }
        owner.get_attr("shape", vm).map(drop)
    }

    fn no_keywords(name: &str, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        match args.kwargs.keys().next() {
            Some(keyword) => Err(vm.new_type_error(format!("{name}() got an unexpected keyword argument '{keyword}'"))),
            None => Ok(()),
        }
    }

    fn at_least(args: FuncArgs, ndim: usize, vm: &VirtualMachine) -> PyResult {
        no_keywords(&format!("atleast_{ndim}d"), &args, vm)?;
        let one = |object: &PyObjectRef| {
            let array = array_of(object, None, vm)?;
            if array.ndim() >= ndim && object.downcastable::<super::super::array::PyNdArray>() {
                return Ok(object.clone());
            }
            wrap_view(manip::atleast_nd(&array, ndim).or_raise(vm)?, object, vm)
        };
        match args.args.as_slice() {
            [only] => one(only),
            many => Ok(vm.ctx.new_tuple(many.iter().map(one).collect::<PyResult<_>>()?).into()),
        }
    }
}
