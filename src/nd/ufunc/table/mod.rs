//! The table of ufuncs: every one NumPy has a name for, with its loops by dtype, identity and doc line.
//!
//! Adding a function is a row in [`arithmetic`], [`elementary`] or [`logic`]; calling it, its
//! methods, its Python object and the page that lists it follow from the row. Loops are searched in
//! order, so they stand from the narrowest dtype to the widest, as in NumPy's table.

mod arithmetic;
mod elementary;
mod logic;

use super::loops::{FoldFn, LoopFn};
use crate::nd::dtype::{Bool, DType, Element};
use crate::nd::error::Result;

/// One row: a function of elements.
pub struct Ufunc {
    /// NumPy's `__name__`.
    pub name: &'static str,
    /// Other names in NumPy's namespace.
    pub aliases: &'static [&'static str],
    /// Inputs.
    pub nin: usize,
    /// Outputs.
    pub nout: usize,
    /// What a reduction starts from.
    pub identity: Identity,
    /// One sentence for `help`.
    pub doc: &'static str,
    /// The loops, narrow dtypes first, in groups.
    pub groups: &'static [&'static [Loop]],
    /// What is unusual about choosing a loop.
    pub rule: Rule,
    /// The core dimensions of a generalised ufunc, `(n?,k),(k,m?)->(n?,m?)`.
    pub signature: Option<&'static str>,
}

/// The loop of one set of dtypes.
pub struct Loop {
    /// Inputs' dtypes, then outputs'.
    pub types: &'static [DType],
    /// Runs it.
    pub run: LoopFn,
    /// Folds with it; `None` unless it maps two of a dtype to one of the same.
    pub fold: Option<FoldFn>,
}

/// What a reduction starts from, and whether its order matters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Identity {
    /// No identity; only one axis at a time.
    None,
    /// No identity, but axes may be taken in any order.
    Reorderable,
    /// 0
    Zero,
    /// 1
    One,
    /// All bits set.
    MinusOne,
    /// Negative infinity.
    NegativeInfinity,
    /// True
    True,
    /// False
    False,
}

/// What is unusual about choosing a loop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// Nothing: operands are promoted together and the first loop that holds them is taken.
    Promote,
    /// Exact integers are divided as doubles.
    IntegersAsDouble,
    /// Comparisons: Python integers outside a dtype's range are compared, not refused.
    Compare,
    /// Reductions count truth, whatever the dtype.
    Logical,
    /// The second operand is an integer, whatever the first is.
    IntegerSecond,
    /// `bool` is refused with this sentence.
    NoBool(&'static str),
    /// `bool` has no loop and is not promoted to one.
    NoBoolLoop,
    /// A generalised ufunc: runs on whole arrays.
    General,
}

impl Ufunc {
    const PLAIN: Self = Self {
        name: "",
        aliases: &[],
        nin: 1,
        nout: 1,
        identity: Identity::None,
        doc: "",
        groups: &[],
        rule: Rule::Promote,
        signature: None,
    };

    /// The loops in search order.
    pub fn loops(&self) -> impl Iterator<Item = &'static Loop> + use<> {
        self.groups.iter().flat_map(|group| group.iter())
    }

    /// Number of operands.
    pub fn nargs(&self) -> usize {
        self.nin + self.nout
    }

    /// NumPy's `types`: `["??->?", "bb->b", …]`, as far as the loops are here.
    pub fn types(&self) -> Vec<String> {
        self.loops()
            .map(|row| {
                let (inputs, outputs) = row.types.split_at(self.nin);
                let codes = |dtypes: &[DType]| dtypes.iter().map(|dtype| dtype.char()).collect::<String>();
                format!("{}->{}", codes(inputs), codes(outputs))
            })
            .collect()
    }
}

impl std::fmt::Debug for Ufunc {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<ufunc '{}'>", self.name)
    }
}

/// Every ufunc.
pub fn all() -> impl Iterator<Item = &'static Ufunc> {
    [arithmetic::ROWS, elementary::ROWS, logic::ROWS].into_iter().flatten()
}

/// The ufunc of that name or alias.
pub fn find(name: &str) -> Option<&'static Ufunc> {
    all().find(|ufunc| ufunc.name == name || ufunc.aliases.contains(&name))
}

/// Refuses negative exponents of integers.
fn refuse_negative<T: super::integer::Integer>(exponents: &crate::nd::Array) -> Result<()> {
    let mut negative = false;
    exponents.for_each::<T>(|exponent| negative |= exponent.is_negative());
    if negative {
        return Err(crate::nd::Error::value("Integers to negative integer powers are not allowed."));
    }
    Ok(())
}

/// Loops of two operands: `binary2!([types] -> same | bool, function, check, fold)`.
macro_rules! binary2 {
    ([$($t:ty),*] -> same, $f:expr, $check:expr, $fold:ident) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, <$t as Element>::DTYPE, <$t as Element>::DTYPE],
            run: |args| loops::binary::<$t, $t, $t>(args, $f, $check),
            fold: fold_of!($t, $f, $fold),
        }),*]
    };
    ([$($t:ty),*] -> bool, $f:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, <$t as Element>::DTYPE, DType::Bool],
            run: |args| loops::binary::<$t, $t, Bool>(args, |a, b| Bool::from($f(a, b)), loops::Never),
            fold: None,
        }),*]
    };
}

/// Loops whose function reports its own events.
macro_rules! flagged2 {
    ([$($t:ty),*], $f:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, <$t as Element>::DTYPE, <$t as Element>::DTYPE],
            run: |args| loops::binary_flagged::<$t, $t, $t>(args, $f),
            fold: Some(|out, input| {
                loops::fold::<$t>(out, input, |a, b| $f(a, b, &mut Flags::default()),
                    |start, r| run::in_order(start, r, |a, b| $f(a, b, &mut Flags::default())))
            }),
        }),*]
    };
}

macro_rules! fold_of {
    ($t:ty, $f:expr, in_order) => {
        Some(|out, input| loops::fold::<$t>(out, input, $f, |start, r| run::in_order(start, r, $f)))
    };
    ($t:ty, $f:expr, any_order) => {
        Some(|out, input| loops::fold::<$t>(out, input, $f, |start, r| run::any_order(start, r, $f)))
    };
    ($t:ty, $f:expr, pairwise) => {
        Some(|out, input| loops::fold::<$t>(out, input, $f, <$t as run::PairwiseSum>::sum))
    };
}

/// Loops of one operand: `unary1!([types] -> same | bool | TYPE, function, check)`.
macro_rules! unary1 {
    ([$($t:ty),*] -> same, $f:expr, $check:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, <$t as Element>::DTYPE],
            run: |args| loops::unary::<$t, $t>(args, $f, $check),
            fold: None,
        }),*]
    };
    ([$($t:ty),*] -> bool, $f:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, DType::Bool],
            run: |args| loops::unary::<$t, Bool>(args, |x| Bool::from($f(x)), loops::Never),
            fold: None,
        }),*]
    };
    ([$($t:ty),*] -> $to:ty, $f:expr, $check:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, <$to as Element>::DTYPE],
            run: |args| loops::unary::<$t, $to>(args, $f, $check),
            fold: None,
        }),*]
    };
}

use {binary2, flagged2, fold_of, unary1};

/// Results without a change of the operand: NumPy's `+x`, `conjugate` of reals.
fn unchanged<T: Element>(x: T) -> T {
    x
}

/// Whether an element is not zero.
fn truth<T: Element>(x: T) -> bool {
    x != T::default()
}

/// [`truth`] for `bool`, whose default is false.
fn truth_of(x: Bool) -> bool {
    x.get()
}
