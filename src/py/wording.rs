//! The interpreter's own sentences, as CPython words them.
//!
//! RustPython says some errors in words of its own: `Cannot add list and tuple`. A reader compares what is
//! printed with a book or searches for it, so `str` of an exception of the four classes below gives CPython's
//! sentence for such a text. Only whole sentences that the interpreter is known to say are replaced; what a
//! program words itself stays. Not here: sentences that lack what CPython's would name.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyListRef, PyStr, PyStrRef, PyType};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::PyNumberTernaryFunc;
use rustpython_vm::{AsObject, Py, PyObject, PyRef, PyResult, VirtualMachine};
use std::cell::Cell;

/// Gives the exception classes whose sentences differ a `__str__` that corrects them.
pub fn install(vm: &VirtualMachine) {
    let classes = &vm.ctx.exceptions;
    let name = vm.ctx.intern_str("__str__");
    let corrected: [(_, fn(&str) -> Option<String>); 4] = [
        (classes.type_error, type_error),
        (classes.value_error, value_error),
        (classes.unbound_local_error, unbound_local),
        (classes.recursion_error, recursion),
    ];
    for (class, correct) in corrected {
        let method = move |exception: PyBaseExceptionRef, vm: &VirtualMachine| -> rustpython_vm::PyResult<PyStrRef> {
            let plain = vm.ctx.exceptions.base_exception_type.as_object().get_attr("__str__", vm)?;
            let text = plain.call((exception.clone(),), vm)?.str(vm)?;
            if text.to_str().is_some_and(|text| depends_on_place(&exception, text, vm)) {
                let boot = vm.import("_stridelab", 0)?;
                return vm.call_method(&boot, "reword", (exception, text))?.str(vm);
            }
            Ok(text.to_str().and_then(correct).map_or(text.clone(), |sentence| vm.ctx.new_str(sentence)))
        };
        class.set_attr(name, vm.new_method("__str__", class, method).into());
    }
    show_mapping(vm);
}

/// Gives views of dictionaries the text of what they show, as CPython does: `print(dtype.fields)`.
fn show_mapping(vm: &VirtualMachine) {
    let class = vm.ctx.types.mappingproxy_type;
    let name = vm.ctx.intern_str("__str__");
    let method = |view: rustpython_vm::PyObjectRef, vm: &VirtualMachine| {
        let shown = vm.call_method(&view, "copy", ())?;
        shown.str(vm)
    };
    class.set_attr(name, vm.new_method("__str__", class, method).into());
}

/// Whether CPython says this in other words in other places of a program.
fn depends_on_place(exception: &PyBaseExceptionRef, text: &str, vm: &VirtualMachine) -> bool {
    let of_text = text.starts_with("Expected type 'str' but '");
    (of_text || text.starts_with("'numpy.") && text.ends_with("' object is not iterable"))
        && exception.class().is(vm.ctx.exceptions.type_error)
}

/// Gives methods whose sentence cannot be told from another's by its words alone CPython's.
pub fn install_methods(vm: &VirtualMachine) -> PyResult<()> {
    let types = &vm.ctx.types;
    for (name, list_lacks) in LIST_LACKS {
        let interned = vm.ctx.intern_str(name);
        let plain = types.list_type.as_object().get_attr(interned, vm)?;
        let method = move |list: PyListRef, args: FuncArgs, vm: &VirtualMachine| -> PyResult {
            let value = args.args.first().cloned();
            let mut all = args;
            all.args.insert(0, list.into());
            plain.call(all, vm).map_err(|error| {
                let value = value.filter(|_| is_said(&error, vm.ctx.exceptions.value_error, "' is not in list", vm));
                value.and_then(|value| list_lacks(&value, vm)).map_or(error, |sentence| vm.new_value_error(sentence))
            })
        };
        types.list_type.set_attr(interned, vm.new_method(name, types.list_type, method).into());
    }
    METHOD.set(types.builtin_function_or_method_type.slots.repr.load());
    types.builtin_function_or_method_type.slots.repr.store(Some(method));
    POWER.set(types.float_type.slots.as_number.power.load());
    types.float_type.slots.as_number.power.store(Some(power));
    Ok(())
}

/// What a method of lists says of a value that is not among the items.
type Lacks = fn(&PyObject, &VirtualMachine) -> Option<String>;

const LIST_LACKS: [(&str, Lacks); 2] = [
    ("index", |value, vm| Some(format!("{} is not in list", value.repr(vm).ok()?.to_string_lossy()))),
    ("remove", |_, _| Some("list.remove(x): x not in list".to_owned())),
];

thread_local! {
    static POWER: Cell<Option<PyNumberTernaryFunc>> = const { Cell::new(None) };
    static METHOD: Cell<Option<fn(&PyObject, &VirtualMachine) -> PyResult<PyRef<PyStr>>>> = const { Cell::new(None) };
}

/// The interpreter's power of floats, whose overflow is an error of the machine's and not of `math`.
fn power(a: &PyObject, b: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult {
    let plain = POWER.get().expect("the interpreter's own power is kept when this one is installed");
    plain(a, b, modulus, vm).map_err(|error| {
        let overflow = vm.ctx.exceptions.overflow_error;
        if !is_said(&error, overflow, "math range error", vm) {
            return error;
        }
        let told = vec![vm.ctx.new_int(34).into(), vm.ctx.new_str("Numerical result out of range").into()];
        vm.new_exception(overflow.to_owned(), told)
    })
}

/// A method of an object, as `a.mean` without parentheses shows it: CPython names the class with its module.
fn method(function: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let plain = METHOD.get().expect("the interpreter's own repr is kept when this one is installed");
    let text = plain(function, vm)?;
    let qualified = text.to_str().and_then(|text| {
        let (start, rest) = text.split_once(" of ")?;
        let (name, end) = rest.split_once(" object at ")?;
        Some(format!("{start} of {} object at {end}", full(name)?))
    });
    Ok(qualified.map_or(text, |text| vm.ctx.new_str(text)))
}

/// Whether `error` is just of that class and its words end so.
fn is_said(error: &PyBaseExceptionRef, class: &Py<PyType>, end: &str, vm: &VirtualMachine) -> bool {
    let words = || error.as_object().str(vm).is_ok_and(|words| words.to_string_lossy().ends_with(end));
    error.class().is(class) && words()
}

/// Classes that CPython's sentences call by module and name: module, names.
const QUALIFIED: [(&str, &str); 4] = [
    ("datetime", " date datetime time timedelta timezone "),
    ("decimal", " Decimal "),
    ("collections", " deque defaultdict OrderedDict "),
    (
        "numpy",
        " ndarray bool_ int8 int16 int32 int64 longlong uint8 uint16 uint32 uint64 ulonglong float16 float32 float64 \
         longdouble complex64 complex128 clongdouble str_ bytes_ void datetime64 timedelta64 ",
    ),
];

/// Functions of one argument, and methods with the class that CPython names before them.
const OF_ONE: &str = " len abs id callable ord chr hash bin hex oct repr ascii any all list.append list.extend list.remove \
                      math.sqrt math.sin math.cos math.tan math.asin math.acos math.atan math.exp math.exp2 math.log2 \
                      math.log10 math.log1p math.expm1 math.floor math.ceil math.fabs math.trunc math.factorial math.radians \
                      math.degrees math.isnan math.isinf math.isfinite math.isqrt math.gamma math.cbrt math.fsum ";
const OF_NONE: &str = " str.upper str.lower str.title str.capitalize str.swapcase str.casefold str.isdigit str.isalpha \
                        str.isalnum str.isupper str.islower str.isspace str.isnumeric list.reverse dict.items dict.keys \
                        dict.values ";

/// What is said of an object by its class, which CPython gives with its module.
const OF_OBJECTS: [&str; 6] = [
    "' object is not callable",
    "' object is not iterable",
    "' object is not subscriptable",
    "' object is not an iterator",
    "' object does not support item assignment",
    "' object does not support item deletion",
];

fn type_error(text: &str) -> Option<String> {
    let between = |start: &str, end: &str| text.strip_prefix(start)?.strip_suffix(end);
    if let Some(kind) = between("Cannot add list and ", "") {
        return Some(format!("can only concatenate list (not \"{kind}\") to list"));
    }
    if let Some(kind) = between("can only concatenate tuple (not '", "') to tuple") {
        return Some(format!("can only concatenate tuple (not \"{kind}\") to tuple"));
    }
    if let Some(kind) =
        between("sequence indices be integers or slices or classes that override __index__ operator, not '", "'")
    {
        return Some(format!("range indices must be integers or slices, not {kind}"));
    }
    if let Some(kind) = between("expected string got ", "") {
        return Some(format!("expected string or bytes-like object, got {kind}"));
    }
    if text.starts_with("class ") && text.contains(" without an implementation for abstract method") {
        return Some(format!("Can't instantiate abstract {text}"));
    }
    if text.starts_with("exceptions must be classes or instances deriving from BaseException, not ") {
        return Some("exceptions must derive from BaseException".to_owned());
    }
    if text == "cannot compare naive and aware datetimes" {
        return Some("can't compare offset-naive and offset-aware datetimes".to_owned());
    }
    if let Some(kind) = between("keys must be str, int, float, bool or None, not ", "") {
        return Some(format!("keys must be str, int, float, bool or None, not {}", full(kind)?));
    }
    if let Some(name) = between("sorted() got an unexpected keyword argument '", "'") {
        return Some(format!("sort() got an unexpected keyword argument '{name}'"));
    }
    if text == "sort expected 0 arguments, got 1" {
        return Some("sort() takes no positional arguments".to_owned());
    }
    if text == "object is not iterable" {
        // It is said of what should be pairs; of which of them, it is not.
        return Some("cannot convert dictionary update sequence element #0 to a sequence".to_owned());
    }
    if text == "multiple bases have instance layout conflict" {
        return Some("multiple bases have instance lay-out conflict".to_owned());
    }
    count(text).or_else(|| qualify(text))
}

/// How many arguments a function wants: CPython has other words where the number is fixed at one or none.
fn count(text: &str) -> Option<String> {
    let (name, rest) = text.split_once(" expected ")?;
    let full = |names: &'static str| {
        names
            .split_whitespace()
            .find(|full| full.strip_suffix(name).is_some_and(|class| class.is_empty() || class.ends_with('.')))
    };
    if let Some(given) = rest.strip_prefix("1 argument, got ") {
        return Some(format!("{}() takes exactly one argument ({given} given)", full(OF_ONE)?));
    }
    let given = rest.strip_prefix("0 arguments, got ").filter(|given| *given != "0")?;
    Some(format!("{}() takes no arguments ({given} given)", full(OF_NONE)?))
}

/// The sentence with the module before a class's name, where it is one that says what an object cannot do.
fn qualify(text: &str) -> Option<String> {
    let of_operands = text.starts_with("unsupported operand type(s) for ")
        || text.contains(" not supported between instances of ")
        || text.ends_with(" object cannot be interpreted as an integer")
        || text.ends_with(" has no len()")
        || text.starts_with("bad operand type for ")
        || OF_OBJECTS.iter().any(|what| text.ends_with(what));
    if let Some((start, name)) = text.rsplit_once(" indices must be integers or slices, not ") {
        return Some(format!("{start} indices must be integers or slices, not {}", full(name)?));
    }
    if let Some((start, name)) =
        text.rsplit_once(" (not \"").filter(|(start, _)| start.starts_with("can only concatenate "))
    {
        let (name, end) = name.split_once('"')?;
        return Some(format!("{start} (not \"{}\"{end}", full(name)?));
    }
    if let Some((start, name)) = text.rsplit_once("indices must be integers, not '") {
        return Some(format!("{start}indices must be integers, not '{}'", full(name.strip_suffix('\'')?)?));
    }
    if let Some((start, name)) = text.rsplit_once(": expected str instance, ") {
        return Some(format!("{start}: expected str instance, {} found", full(name.strip_suffix(" found")?)?));
    }
    if !of_operands {
        return None;
    }
    let parts: Vec<String> = text.split('\'').map(|part| full(part).unwrap_or_else(|| part.to_owned())).collect();
    let sentence = parts.join("'");
    // Of these two CPython says more.
    let dates = "instances of 'datetime.date' and 'datetime.datetime'";
    let turned = "instances of 'datetime.datetime' and 'datetime.date'";
    if sentence.ends_with(dates) || sentence.ends_with(turned) {
        return Some("can't compare datetime.datetime to datetime.date".to_owned());
    }
    (sentence != text).then_some(sentence)
}

/// The name with the module that CPython puts before it; `None` where it says the name alone.
fn full(name: &str) -> Option<String> {
    let module =
        QUALIFIED.iter().find(|(_, names)| names.split(' ').any(|known| !known.is_empty() && known == name))?.0;
    Some(format!("{module}.{name}"))
}

// DIFFERENCE: of a closed StringIO CPython says it without the full stop; the interpreter says the same of both, and
// a file is what programs close too early.
fn value_error(text: &str) -> Option<String> {
    (text == "I/O operation on closed file").then(|| format!("{text}."))
}

fn unbound_local(text: &str) -> Option<String> {
    let name = text.strip_prefix("local variable '")?.strip_suffix("' referenced before assignment")?;
    Some(format!("cannot access local variable '{name}' where it is not associated with a value"))
}

fn recursion(text: &str) -> Option<String> {
    (text == "maximum recursion depth exceeded ").then(|| text.trim_end().to_owned())
}
