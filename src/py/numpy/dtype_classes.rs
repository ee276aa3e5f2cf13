//! The classes of dtypes, one a family, that `numpy.dtypes` lists: `type(np.dtype("f8"))` is `Float64DType`.
//!
//! A class is made when the first dtype of its family is. What a dtype knows stands in [`super::dtype`].

use std::cell::RefCell;

use rustpython_vm::builtins::{PyType, PyTypeRef};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, Py, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::dtype::{self, PyDType};
use super::{args, objects, scalar};
use crate::nd::strings::{Missing, PLAIN, Strings};
use crate::nd::time::TimeUnit;
use crate::nd::{DType, Kind};

struct Family {
    /// The dtype that the class stands for where one is asked for.
    dtype: DType,
    class: PyTypeRef,
}

thread_local! {
    static FAMILIES: RefCell<Vec<Family>> = const { RefCell::new(Vec::new()) };
    static PARENTS: RefCell<Vec<(&'static str, PyTypeRef)>> = const { RefCell::new(Vec::new()) };
}

/// The dtype without its parameter.
fn family(dtype: DType) -> DType {
    match dtype {
        DType::Str(_) => DType::Str(0),
        DType::Bytes(_) => DType::Bytes(0),
        DType::Datetime(_) => DType::Datetime(TimeUnit::GENERIC),
        DType::Timedelta(_) => DType::Timedelta(TimeUnit::GENERIC),
        DType::Void(_) | DType::Record(_) | DType::Block(_) => DType::Void(0),
        DType::Strings(_) => DType::Strings(&PLAIN),
        DType::Swapped(native) => family(*native),
        other => other,
    }
}

/// The class of a dtype.
pub fn class_of(dtype: DType, vm: &VirtualMachine) -> PyTypeRef {
    let dtype = family(dtype);
    let known = FAMILIES.with_borrow(|families| {
        families.iter().find(|family| family.dtype == dtype).map(|family| family.class.clone())
    });
    known.unwrap_or_else(|| {
        let class = make(dtype, vm).expect("dtype can be derived from");
        FAMILIES.with_borrow_mut(|families| families.push(Family { dtype, class: class.clone() }));
        class
    })
}

/// The dtype that a class of dtypes stands for; `None` for other classes.
pub fn dtype_of(class: &Py<PyType>) -> Option<DType> {
    FAMILIES.with_borrow(|families| families.iter().find(|family| class.is(&family.class)).map(|family| family.dtype))
}

fn name(dtype: DType) -> String {
    match dtype {
        DType::Datetime(_) => "DateTime64DType".into(),
        DType::Timedelta(_) => "TimeDelta64DType".into(),
        DType::Strings(_) => "StringDType".into(),
        _ => {
            let name = dtype.name();
            let capitals = if name.starts_with("ui") { 2 } else { 1 };
            format!("{}{}DType", name[..capitals].to_uppercase(), &name[capitals..])
        }
    }
}

fn make(dtype: DType, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    let root = PyDType::make_static_type();
    let parent = match dtype.kind() {
        Kind::Signed | Kind::Unsigned => abstract_class("_IntegerAbstractDType", &root, vm)?,
        Kind::Float => abstract_class("_FloatAbstractDType", &root, vm)?,
        Kind::Complex => abstract_class("_ComplexAbstractDType", &root, vm)?,
        _ => root,
    };
    let made = derive(&name(dtype), &parent, vm)?;
    made.slots.new.store(Some(construct));
    if dtype.kind() == Kind::Text {
        let no_setter = |_: PyObjectRef, _: PyObjectRef, vm: &VirtualMachine| -> PyResult<()> {
            Err(vm.new_attribute_error("readonly attribute"))
        };
        let missing = vm.ctx.new_getset("na_object", &made, na_object, no_setter);
        let coerce = vm.ctx.new_getset("coerce", &made, coerces, no_setter);
        made.set_attr(vm.ctx.intern_str("na_object"), missing.into());
        made.set_attr(vm.ctx.intern_str("coerce"), coerce.into());
    }
    super::signatures::install(&made, vm);
    super::signatures::install_text(&made, vm);
    // NumPy's own private marks, which libraries read.
    let kind = dtype.kind();
    let parametric = matches!(kind, Kind::Str | Kind::Bytes | Kind::Void | Kind::Date | Kind::Span | Kind::Text);
    let marks = [("_abstract", false), ("_parametric", parametric), ("_is_numeric", dtype.is_number())];
    for (mark, holds) in marks {
        made.set_attr(vm.ctx.intern_str(mark), vm.ctx.new_bool(holds).into());
    }
    // Of a dtype with fields the scalar class may be another.
    if dtype.kind() != Kind::Void {
        made.set_attr(vm.ctx.intern_str("type"), scalar::class_of(dtype, vm).into());
    }
    Ok(made)
}

fn abstract_class(name: &'static str, root: &PyTypeRef, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    let known =
        PARENTS.with_borrow(|parents| parents.iter().find(|(known, _)| *known == name).map(|(_, class)| class.clone()));
    if let Some(known) = known {
        return Ok(known);
    }
    let made = derive(name, root, vm)?;
    PARENTS.with_borrow_mut(|parents| parents.push((name, made.clone())));
    Ok(made)
}

fn derive(name: &str, parent: &PyTypeRef, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    let namespace = vm.ctx.new_dict();
    namespace.set_item("__slots__", vm.ctx.empty_tuple.clone().into(), vm)?;
    namespace.set_item("__module__", vm.ctx.new_str("numpy.dtypes").into(), vm)?;
    let bases = vm.ctx.new_tuple(vec![parent.clone().into()]);
    let made = vm.ctx.types.type_type.as_object().call((vm.ctx.new_str(name), bases, namespace), vm)?;
    made.downcast::<PyType>().map_err(|_| vm.new_type_error("type() makes types"))
}

/// `np.dtypes.Float64DType()`: the dtype itself, of text with its length.
fn construct(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let dtype = class.mro_map_collect(dtype_of).into_iter().flatten().next();
    let dtype = dtype.ok_or_else(|| vm.new_type_error(format!("cannot create '{}' instances", class.name())))?;
    let made = match dtype {
        DType::Str(_) | DType::Bytes(_) => {
            let [length] = &args.args[..] else {
                let given = args.args.len();
                return Err(vm.new_type_error(format!("function takes exactly 1 positional argument ({given} given)")));
            };
            let length = args::to_isize(length, vm)?;
            let code = if dtype.kind() == Kind::Str { 'U' } else { 'S' };
            let sized = usize::try_from(length).ok().and_then(|length| DType::parse(&format!("{code}{length}")));
            sized.ok_or_else(|| {
                let class = class.name().to_string();
                vm.new_value_error(format!("Requested {length} is not a valid length of a {class}"))
            })?
        }
        DType::Strings(_) => DType::Strings(strings(args, vm)?),
        DType::Datetime(_) | DType::Timedelta(_) | DType::Void(_) => {
            return Err(vm.new_type_error(format!(
                "Preliminary-API: Flexible/Parametric legacy DType '{}' can only be instantiated using `np.dtype(...)`",
                class.as_object().repr(vm)?.to_string_lossy()
            )));
        }
        _ if !args.is_empty() => {
            return Err(
                vm.new_type_error("currently only the no-argument instantiation is supported; use `np.dtype` instead.")
            );
        }
        dtype => dtype,
    };
    Ok(dtype::object(made, vm).into())
}

/// `StringDType(na_object=..., coerce=...)`
fn strings(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<&'static Strings> {
    if !args.args.is_empty() {
        return Err(vm.new_type_error("StringDType() takes no positional arguments"));
    }
    let missing = args.take_keyword("na_object");
    let coerces = args::truth(args.take_keyword("coerce"), true, vm)?;
    if let Some((name, _)) = args.kwargs.into_iter().next() {
        return Err(vm.new_type_error(format!("'{name}' is an invalid keyword argument for StringDType()")));
    }
    let missing = missing.map(|value| {
        let shown = value.repr(vm)?.to_string_lossy().into_owned();
        PyResult::Ok(Missing { number: objects::missing_number(&value), is_nan: objects::is_nan(&value), shown })
    });
    Ok(Strings { coerces, missing: missing.transpose()? }.kept())
}

fn of_dtype(dtype: &PyRef<PyDType>) -> &'static Strings {
    match dtype.dtype() {
        DType::Strings(strings) => strings,
        _ => &PLAIN,
    }
}

fn na_object(dtype: PyRef<PyDType>, vm: &VirtualMachine) -> PyResult {
    match &of_dtype(&dtype).missing {
        Some(missing) => Ok(objects::missing_value(missing.number, vm)),
        None => Err(vm.new_attribute_error("'numpy.dtypes.StringDType' object has no attribute 'na_object'")),
    }
}

fn coerces(dtype: PyRef<PyDType>, _vm: &VirtualMachine) -> bool {
    of_dtype(&dtype).coerces
}
