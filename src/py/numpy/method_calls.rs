//! How methods of `ndarray` refuse a call: in NumPy they are written in three ways, each with words of its own.
//!
//! A method is a function with the array in front; what is said of wrong arguments is not the function's. Here calls
//! are only checked: the functions bind the arguments.

use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyResult, VirtualMachine};

/// Whose words a method has.
#[derive(Clone, Copy)]
enum Words {
    /// A Python function's, which counts the array: `_mean() takes from 1 to 5 positional arguments but 6 were given`.
    Python,
    /// Those of NumPy's own reader of arguments: `dot() missing required argument 'b' (pos 0)`.
    Numpy,
    /// Those of Python's reader for C: `cumsum() takes at most 3 arguments (4 given)`.
    C,
    /// Those of a function of C that reads positions only: `swapaxes() takes exactly 2 arguments (1 given)`.
    Positions,
}

/// What a method takes, without the array.
pub struct Call {
    words: Words,
    name: &'static str,
    parameters: &'static [&'static str],
    required: usize,
    positional: usize,
}

const fn call(words: Words, name: &'static str, parameters: &'static [&'static str], required: usize) -> Call {
    Call { words, name, parameters, required, positional: parameters.len() }
}

impl Call {
    const fn keyword_after(mut self, positional: usize) -> Call {
        self.positional = positional;
        self
    }

    /// Whether the arguments fit.
    ///
    /// # Errors
    /// A `TypeError` in the method's words.
    pub fn check(&self, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        match self.refusal(args) {
            Some(sentence) => Err(vm.new_type_error(sentence)),
            None => Ok(()),
        }
    }

    fn refusal(&self, args: &FuncArgs) -> Option<String> {
        let (name, given, most) = (self.name, args.args.len(), self.positional);
        let all = given + args.kwargs.len();
        let unknown =
            args.kwargs.keys().find(|key| !self.parameters.iter().any(|known| key.as_bytes() == known.as_bytes()));
        let missing = || {
            let named = |parameter: &str| args.kwargs.keys().any(|key| key.as_bytes() == parameter.as_bytes());
            (given.min(self.required)..self.required).find(|&place| !named(self.parameters[place]))
        };
        let s = |count: usize| if count == 1 { "" } else { "s" };
        match self.words {
            Words::Python if given > most => {
                let range = format!("from {} to {}", self.required + 1, most + 1);
                Some(format!("{name}() takes {range} positional arguments but {} were given", given + 1))
            }
            Words::Numpy if given > most => {
                let range = format!("from {} to {most}", self.required);
                Some(format!("{name}() takes {range} positional arguments but {given} were given"))
            }
            Words::C if all > most => Some(format!("{name}() takes at most {most} argument{} ({all} given)", s(most))),
            Words::C => missing()
                .map(|place| {
                    format!("{name}() missing required argument '{}' (pos {})", self.parameters[place], place + 1)
                })
                .or_else(|| unknown.map(|key| format!("'{key}' is an invalid keyword argument for {name}()"))),
            Words::Positions if unknown.is_some() => Some(format!("ndarray.{name}() takes no keyword arguments")),
            Words::Positions if given != self.required => {
                Some(format!("{name}() takes exactly {} argument{} ({given} given)", self.required, s(self.required)))
            }
            Words::Positions => None,
            Words::Python | Words::Numpy => {
                unknown.map(|key| format!("{name}() got an unexpected keyword argument '{key}'")).or_else(|| {
                    missing().filter(|_| matches!(self.words, Words::Numpy)).map(|place| {
                        format!("{name}() missing required argument '{}' (pos {place})", self.parameters[place])
                    })
                })
            }
        }
    }
}

pub const ALL: Call = call(Words::Python, "_all", &["axis", "dtype", "out", "keepdims", "where"], 0).keyword_after(4);
pub const ANY: Call = call(Words::Python, "_any", &["axis", "dtype", "out", "keepdims", "where"], 0).keyword_after(4);
pub const ARGMAX: Call = call(Words::Numpy, "argmax", &["axis", "out", "keepdims"], 0).keyword_after(2);
pub const ARGMIN: Call = call(Words::Numpy, "argmin", &["axis", "out", "keepdims"], 0).keyword_after(2);
pub const ARGPARTITION: Call = call(Words::Numpy, "argpartition", &["kth", "axis", "kind", "order"], 1);
pub const ARGSORT: Call = call(Words::Numpy, "argsort", &["axis", "kind", "order", "stable"], 0).keyword_after(3);
pub const ASTYPE: Call = call(Words::Numpy, "astype", &["dtype", "order", "casting", "subok", "copy"], 1);
pub const BYTESWAP: Call = call(Words::C, "byteswap", &["inplace"], 0);
pub const COMPRESS: Call = call(Words::C, "compress", &["condition", "axis", "out"], 1);
pub const COPY: Call = call(Words::Numpy, "copy", &["order"], 0);
pub const CUMPROD: Call = call(Words::C, "cumprod", &["axis", "dtype", "out"], 0);
pub const CUMSUM: Call = call(Words::C, "cumsum", &["axis", "dtype", "out"], 0);
pub const DIAGONAL: Call = call(Words::C, "diagonal", &["offset", "axis1", "axis2"], 0);
pub const DOT: Call = call(Words::Numpy, "dot", &["b", "out"], 1);
pub const FLATTEN: Call = call(Words::Numpy, "flatten", &["order"], 0);
pub const GETFIELD: Call = call(Words::C, "getfield", &["dtype", "offset"], 1);
pub const MAX: Call = call(Words::Python, "_amax", &["axis", "out", "keepdims", "initial", "where"], 0);
pub const MEAN: Call = call(Words::Python, "_mean", &["axis", "dtype", "out", "keepdims", "where"], 0).keyword_after(4);
pub const MIN: Call = call(Words::Python, "_amin", &["axis", "out", "keepdims", "initial", "where"], 0);
pub const PARTITION: Call = call(Words::Numpy, "partition", &["kth", "axis", "kind", "order"], 1);
pub const PROD: Call = call(Words::Python, "_prod", &["axis", "dtype", "out", "keepdims", "initial", "where"], 0);
pub const PUT: Call = call(Words::C, "put", &["indices", "values", "mode"], 2);
pub const RAVEL: Call = call(Words::Numpy, "ravel", &["order"], 0);
pub const REPEAT: Call = call(Words::C, "repeat", &["repeats", "axis"], 1);
pub const ROUND: Call = call(Words::C, "round", &["decimals", "out"], 0);
pub const SEARCHSORTED: Call = call(Words::Numpy, "searchsorted", &["v", "side", "sorter"], 1);
pub const SETFIELD: Call = call(Words::C, "setfield", &["value", "dtype", "offset"], 2);
pub const SETFLAGS: Call = call(Words::C, "setflags", &["write", "align", "uic"], 0);
pub const SORT: Call = call(Words::Numpy, "sort", &["axis", "kind", "order", "stable"], 0).keyword_after(3);
pub const SQUEEZE: Call = call(Words::Numpy, "squeeze", &["axis"], 0);
pub const STD: Call =
    call(Words::Python, "_std", &["axis", "dtype", "out", "ddof", "keepdims", "where", "mean"], 0).keyword_after(5);
pub const SUM: Call = call(Words::Python, "_sum", &["axis", "dtype", "out", "keepdims", "initial", "where"], 0);
pub const SWAPAXES: Call = call(Words::Positions, "swapaxes", &[], 2);
pub const TAKE: Call = call(Words::Numpy, "take", &["indices", "axis", "out", "mode"], 1);
pub const TRACE: Call = call(Words::Numpy, "trace", &["offset", "axis1", "axis2", "dtype", "out"], 0);
pub const VAR: Call =
    call(Words::Python, "_var", &["axis", "dtype", "out", "ddof", "keepdims", "where", "mean"], 0).keyword_after(5);
