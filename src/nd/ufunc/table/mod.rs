//! The table of ufuncs: every one NumPy has a name for, with its loops by dtype, identity and doc line.
//!
//! Adding a function is a row in [`arithmetic`], [`elementary`] or [`logic`]; calling it, its
//! methods, its Python object and the page that lists it follow from the row. Loops are searched in
//! order, so they stand from the narrowest dtype to the widest, as in NumPy's table.

mod arithmetic;
mod elementary;
mod listed;
mod logic;

use super::strip::{Folds, LoopFn};
use crate::nd::dtype::{Bool, DType, Element};

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
    /// Faster ways to fold with it than one element after another.
    pub fold: Option<Folds>,
}

impl Loop {
    /// Whether it maps two of a dtype to one of the same, so that reductions can use it.
    pub fn can_fold(&self) -> bool {
        self.types.len() == 3 && self.types.iter().all(|&dtype| dtype == self.types[0])
    }
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
    /// Operands count as true or false, whatever their dtype.
    Logical,
    /// The second operand is an integer, whatever the first is.
    IntegerSecond,
    /// `bool` is refused with this sentence.
    NoBool(&'static str),
    /// `bool` is not promoted to another dtype, and refusals name the operands' types.
    Strict,
    /// A generalised ufunc: runs on whole arrays.
    General,
    /// A function of the host language: its operands are objects.
    Made,
}

impl Ufunc {
    /// A ufunc of a function of the host language, which finds the function by this very name. It is never freed.
    pub fn made(name: String, nin: usize, nout: usize) -> &'static Ufunc {
        Box::leak(Box::new(Ufunc { name: name.leak(), nin, nout, rule: Rule::Made, ..Ufunc::PLAIN }))
    }

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

    /// NumPy's `types`: `["??->?", "bb->b", …]`.
    pub fn types(&self) -> Vec<String> {
        if self.rule == Rule::Made {
            return vec![format!("{}->{}", "O".repeat(self.nin), "O".repeat(self.nout))];
        }
        if let Some((_, listed)) = listed::LISTED.iter().find(|(name, _)| *name == self.name) {
            return listed.split(' ').map(String::from).collect();
        }
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

/// Loops of two operands of a dtype: `binary2!([types], shape, function, check, fold)`.
macro_rules! binary2 {
    ([$($t:ty),*], $shape:ident, $f:expr, $check:expr, $fold:ident) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE; 3],
            run: |s| loops::$shape::<$t, $t, $t>(s, $f, $check),
            fold: fold_of!($t, $f, $fold),
        }),*]
    };
}

/// Loops whose function reports its own events.
macro_rules! flagged2 {
    ([$($t:ty),*], $f:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE; 3],
            run: |s| loops::binary_flagged::<$t, $t, $t>(s, $f),
            fold: None,
        }),*]
    };
}

/// Loops that do the same to signed and unsigned integers.
macro_rules! bits2 {
    ($f:ident, $fold:ident) => {
        bits2!(@ $f, $fold; Int8 u8, UInt8 u8, Int16 u16, UInt16 u16, Int32 u32, UInt32 u32, Int64 u64, UInt64 u64)
    };
    (@ $f:ident, $fold:ident; $($dtype:ident $t:ty),*) => {
        &[$(Loop {
            types: &[DType::$dtype; 3],
            run: |s| loops::binary::<$t, $t, $t>(s, bits::$f::<$t>, Never),
            fold: fold_of!($t, bits::$f::<$t>, $fold),
        }),*]
    };
}

/// As [`bits2`], of one operand.
macro_rules! bits1 {
    ($f:ident) => {
        bits1!(@ $f; Int8 u8, UInt8 u8, Int16 u16, UInt16 u16, Int32 u32, UInt32 u32, Int64 u64, UInt64 u64)
    };
    (@ $f:ident; $($dtype:ident $t:ty),*) => {
        &[$(Loop {
            types: &[DType::$dtype; 2],
            run: |s| loops::unary::<$t, $t>(s, bits::$f::<$t>, Never),
            fold: None,
        }),*]
    };
}

/// How a loop folds: `none` goes element by element.
macro_rules! fold_of {
    ($t:ty, $f:expr, none) => {
        None
    };
    ($t:ty, $f:expr, any_order) => {
        Some(super::Folds { run: |n, out, input| run::any_order::<$t>(n, out, input, $f), rows: None })
    };
    ($t:ty, $f:expr, any_order_rows) => {
        Some(super::Folds {
            run: |n, out, input| run::any_order::<$t>(n, out, input, $f),
            rows: Some(|rows| run::rows::<$t>(rows, $f)),
        })
    };
    ($t:ty, $f:expr, pairwise) => {
        Some(super::Folds { run: run::pairwise::<$t>, rows: None })
    };
    ($t:ty, $f:expr, pairwise_rows) => {
        Some(super::Folds { run: run::pairwise::<$t>, rows: Some(|rows| run::rows::<$t>(rows, $f)) })
    };
}

/// Loops of one operand: `unary1!([types] -> same | TYPE, shape, function, check)`.
macro_rules! unary1 {
    ([$($t:ty),*] -> same, $shape:ident, $f:expr, $check:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE; 2],
            run: |s| loops::$shape::<$t, $t>(s, $f, $check),
            fold: None,
        }),*]
    };
    ([$($t:ty),*] -> $to:ty, $shape:ident, $f:expr, $check:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, <$to as Element>::DTYPE],
            run: |s| loops::$shape::<$t, $to>(s, $f, $check),
            fold: None,
        }),*]
    };
}

use {binary2, bits1, bits2, flagged2, fold_of, unary1};
