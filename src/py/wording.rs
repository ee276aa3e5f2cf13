//! The interpreter's own sentences, as CPython words them.
//!
//! RustPython says some errors in words of its own: `Cannot add list and tuple`. A reader compares what is
//! printed with a book or searches for it, so `str` of an exception of the four classes below gives CPython's
//! sentence for such a text. Only whole sentences that the interpreter is known to say are replaced; what a
//! program words itself stays. Not here: sentences that lack what CPython's would name.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyStrRef};
use rustpython_vm::{AsObject, VirtualMachine};

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
            let text = plain.call((exception,), vm)?.str(vm)?;
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
const OF_ONE: &str = " len abs id callable ord chr hash bin hex oct repr ascii any all list.append list.extend ";
const OF_NONE: &str = " str.upper str.lower str.title str.capitalize str.swapcase str.casefold str.isdigit str.isalpha \
                        str.isalnum str.isupper str.islower str.isspace str.isnumeric list.reverse dict.items dict.keys \
                        dict.values ";

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
        || text.ends_with(" has no len()");
    let full = |name: &str| {
        let module =
            QUALIFIED.iter().find(|(_, names)| names.split(' ').any(|known| !known.is_empty() && known == name))?.0;
        Some(format!("{module}.{name}"))
    };
    if let Some((start, name)) = text.rsplit_once(" indices must be integers or slices, not ") {
        return Some(format!("{start} indices must be integers or slices, not {}", full(name)?));
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
