//! Binding a call's arguments to names, with the errors a Python function would give.
//!
//! NumPy's functions take many optional keywords; a table of names is shorter than a struct for each,
//! and its wording is Python's.

use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::array::PyNdArray;

/// What a function takes: names in order, how many are required, how many may be given by position.
pub struct Signature<const N: usize> {
    /// The function's name, for errors.
    pub name: &'static str,
    /// Every parameter, positional ones first.
    pub parameters: [&'static str; N],
    /// How many of the first parameters have no default.
    pub required: usize,
    /// How many of the first parameters may be given by position.
    pub positional: usize,
    /// Whether NumPy's own is compiled by Cython, which counts arguments in other words.
    pub compiled: bool,
}

impl<const N: usize> Signature<N> {
    /// All parameters may be given by position.
    pub const fn new(name: &'static str, parameters: [&'static str; N], required: usize) -> Self {
        Self { name, parameters, required, positional: N, compiled: false }
    }

    /// As [`Signature::new`], of a function that NumPy has from Cython: those of `numpy.random`.
    pub const fn compiled(name: &'static str, parameters: [&'static str; N], required: usize) -> Self {
        Self { name, parameters, required, positional: N, compiled: true }
    }

    /// Only the first `positional` parameters may be given by position.
    pub const fn keyword_after(mut self, positional: usize) -> Self {
        self.positional = positional;
        self
    }

    /// One value a parameter; `None` where the caller gave nothing.
    pub fn bind(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult<[Option<PyObjectRef>; N]> {
        let mut bound = [const { None }; N];
        let given = args.args.len();
        if given > self.positional {
            return Err(vm.new_type_error(self.too_many(given)));
        }
        for (slot, value) in bound.iter_mut().zip(args.args) {
            *slot = Some(value);
        }
        for (name, value) in args.kwargs {
            let place = self.parameters.iter().position(|parameter| parameter.as_bytes() == name.as_bytes());
            let Some(place) = place else {
                return Err(vm.new_type_error(format!("{}() got an unexpected keyword argument '{name}'", self.name)));
            };
            if bound[place].replace(value).is_some() {
                let keyword = if self.compiled { "keyword " } else { "" };
                let text = format!("{}() got multiple values for {keyword}argument '{name}'", self.name);
                return Err(vm.new_type_error(text));
            }
        }
        let missing: Vec<String> = (0..self.required)
            .filter(|&place| bound[place].is_none())
            .map(|place| format!("'{}'", self.parameters[place]))
            .collect();
        if missing.is_empty() {
            return Ok(bound);
        }
        // NumPy's functions in C word it in ways of their own.
        const FIRST_IS_0: [&str; 7] =
            ["array", "asanyarray", "asarray", "ascontiguousarray", "asfortranarray", "empty", "zeros"];
        let place = match self.name {
            name if FIRST_IS_0.contains(&name) => Some(0),
            "frombuffer" | "dtype" => Some(1),
            _ => None,
        };
        if let Some(place) = place {
            let sentence = format!("{}() missing required argument {} (pos {place})", self.name, missing[0]);
            return Err(vm.new_type_error(sentence));
        }
        if self.compiled {
            return Err(vm.new_type_error(self.counted(bound.iter().take_while(|value| value.is_some()).count())));
        }
        let plural = if missing.len() == 1 { "" } else { "s" };
        let names = match missing.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, [only])) => format!("{only} and {last}"),
            Some((last, rest)) => format!("{}, and {last}", rest.join(", ")),
            None => String::new(),
        };
        Err(vm.new_type_error(format!(
            "{}() missing {} required positional argument{plural}: {names}",
            self.name,
            missing.len()
        )))
    }

    /// What Cython says of too many or too few.
    fn counted(&self, given: usize) -> String {
        let (least, most) = (self.required.min(self.positional), self.positional);
        let (how, count) = match given > most {
            _ if least == most => ("exactly", most),
            true => ("at most", most),
            false => ("at least", least),
        };
        let plural = if count == 1 { "" } else { "s" };
        format!("{}() takes {how} {count} positional argument{plural} ({given} given)", self.name)
    }

    fn too_many(&self, given: usize) -> String {
        if self.compiled {
            return self.counted(given);
        }
        let (least, most) = (self.required.min(self.positional), self.positional);
        let range = if least == most { format!("{most}") } else { format!("from {least} to {most}") };
        let plural = if most == 1 { "" } else { "s" };
        let verb = if given == 1 { "was" } else { "were" };
        format!("{}() takes {range} positional argument{plural} but {given} {verb} given", self.name)
    }
}

/// The value unless it is missing or Python's `None`.
pub fn present(value: Option<PyObjectRef>, vm: &VirtualMachine) -> Option<PyObjectRef> {
    value.filter(|value| !vm.is_none(value))
}

/// A truth value with a default.
pub fn truth(value: Option<PyObjectRef>, default: bool, vm: &VirtualMachine) -> PyResult<bool> {
    value.map_or(Ok(default), |value| value.try_to_bool(vm))
}

/// An integer with a default; anything with `__index__` will do.
pub fn integer(value: Option<PyObjectRef>, default: isize, vm: &VirtualMachine) -> PyResult<isize> {
    present(value, vm).map_or(Ok(default), |value| to_isize(&value, vm))
}

/// An integer that fits the machine's.
pub fn to_isize(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<isize> {
    let index = value.try_index(vm)?;
    num_traits::ToPrimitive::to_isize(index.as_bigint())
        .ok_or_else(|| vm.new_overflow_error("Python int too large to convert to C long"))
}

/// A string with a default.
pub fn text(value: Option<PyObjectRef>, default: &str, what: &str, vm: &VirtualMachine) -> PyResult<String> {
    let Some(value) = present(value, vm) else { return Ok(default.to_owned()) };
    match value.downcast_ref::<rustpython_vm::builtins::PyStr>().and_then(|text| text.to_str()) {
        Some(text) => Ok(text.to_owned()),
        None => Err(vm.new_type_error(format!("{what} must be str, not {}", value.class().name()))),
    }
}

/// Whether a value is an array with axes: Python takes every array for an integer at first.
pub fn is_sequence(value: &PyObjectRef) -> bool {
    value.downcast_ref::<PyNdArray>().is_some_and(|array| array.borrow().ndim() > 0)
}

/// An integer or a sequence of integers, as `shape` and `axis` are given.
pub fn integers(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<isize>> {
    if !is_sequence(value) && value.try_index_opt(vm).is_some() {
        return Ok(vec![to_isize(value, vm)?]);
    }
    let items: Vec<PyObjectRef> = value.try_to_value(vm).map_err(|_| {
        vm.new_type_error(format!(
            "expected a sequence of integers or a single integer, got '{}'",
            repr_or_class(value, vm)
        ))
    })?;
    items
        .iter()
        .map(|item| match item.try_index_opt(vm) {
            Some(_) if item.class().is(vm.ctx.types.bool_type) => Err(vm.new_type_error("an integer is required")),
            Some(_) => to_isize(item, vm),
            None => {
                Err(vm.new_type_error(format!("'{}' object cannot be interpreted as an integer", item.class().name())))
            }
        })
        .collect()
}

fn repr_or_class(value: &PyObjectRef, vm: &VirtualMachine) -> String {
    value.repr(vm).map_or_else(|_| value.class().name().to_string(), |text| text.to_string_lossy().into_owned())
}

/// The axes of `axis=`: `None` when it is missing or Python's `None`.
pub fn axes(value: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<Vec<isize>>> {
    present(value, vm).map(|value| integers(&value, vm)).transpose()
}

/// A single axis; `None` when it is missing or Python's `None`.
pub fn axis(value: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<isize>> {
    present(value, vm).map(|value| to_isize(&value, vm)).transpose()
}

/// The value of a parameter that [`Signature::bind`] has found.
pub fn required(value: Option<PyObjectRef>) -> PyObjectRef {
    value.expect("Signature::bind refuses a call without its required parameters")
}
