//! What a program can set about printing: `numpy.set_printoptions`. Plain values; who holds the
//! current ones, and for how long, is not decided here.

/// How many digits a float in an array gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FloatMode {
    /// `precision` digits after the point, always.
    Fixed,
    /// As many as make each value unique; `precision` is ignored.
    Unique,
    /// At most `precision`, fewer where fewer make a value unique.
    #[default]
    MaxPrec,
    /// As `MaxPrec`, but the same number for all values of the array.
    MaxPrecEqual,
}

impl FloatMode {
    /// NumPy's name of the mode.
    pub fn name(self) -> &'static str {
        match self {
            FloatMode::Fixed => "fixed",
            FloatMode::Unique => "unique",
            FloatMode::MaxPrec => "maxprec",
            FloatMode::MaxPrecEqual => "maxprec_equal",
        }
    }

    /// The mode NumPy calls `name`.
    pub fn from_name(name: &str) -> Option<FloatMode> {
        [FloatMode::Fixed, FloatMode::Unique, FloatMode::MaxPrec, FloatMode::MaxPrecEqual]
            .into_iter()
            .find(|mode| mode.name() == name)
    }
}

/// What stands in the sign position of a positive number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// Nothing (`'-'`).
    #[default]
    Minus,
    /// `+`.
    Plus,
    /// A space (`' '`).
    Space,
}

impl Sign {
    /// The character NumPy names this choice by.
    pub fn symbol(self) -> &'static str {
        match self {
            Sign::Minus => "-",
            Sign::Plus => "+",
            Sign::Space => " ",
        }
    }

    /// The choice NumPy names by `symbol`.
    pub fn from_symbol(symbol: &str) -> Option<Sign> {
        [Sign::Minus, Sign::Plus, Sign::Space].into_iter().find(|sign| sign.symbol() == symbol)
    }
}

/// An older NumPy whose way of printing is asked for; later ones are greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Legacy {
    /// Room for a sign before every float, scalars with 12 digits.
    V1_13,
    /// Fields of complex numbers.
    V1_21,
    /// Scalars without the name of their type.
    V1_25,
    /// A summarised array does not say its shape.
    V2_1,
    /// Exponents from 1e16 on, whatever the width of a float.
    V2_2,
    /// None: this NumPy's own.
    #[default]
    Off,
}

impl Legacy {
    const NAMES: [(&'static str, Self); 5] =
        [("1.13", Self::V1_13), ("1.21", Self::V1_21), ("1.25", Self::V1_25), ("2.1", Self::V2_1), ("2.2", Self::V2_2)];

    /// The version, as a program writes it; `None` for none.
    pub fn name(self) -> Option<&'static str> {
        Self::NAMES.iter().find(|(_, mode)| *mode == self).map(|&(name, _)| name)
    }

    /// The mode of a version.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, mode)| mode)
    }
}

/// NumPy's print options; `Default` gives NumPy's defaults.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintOptions {
    /// Digits after the point; `None` for as many as make a value unique.
    pub precision: Option<usize>,
    /// An array of more elements than this is summarised.
    pub threshold: usize,
    /// Items shown at each end of a summarised axis.
    pub edgeitems: usize,
    /// Characters a line may have.
    pub linewidth: usize,
    /// Whether small floats print as zero rather than with an exponent.
    pub suppress: bool,
    /// The text of not-a-number.
    pub nanstr: String,
    /// The text of infinity.
    pub infstr: String,
    /// What stands before positive numbers.
    pub sign: Sign,
    /// How `precision` is understood.
    pub floatmode: FloatMode,
    /// The version whose printing is wanted.
    pub legacy: Legacy,
}

impl Default for PrintOptions {
    fn default() -> Self {
        PrintOptions {
            precision: Some(8),
            threshold: 1000,
            edgeitems: 3,
            linewidth: 75,
            suppress: false,
            nanstr: "nan".into(),
            infstr: "inf".into(),
            sign: Sign::Minus,
            floatmode: FloatMode::MaxPrec,
            legacy: Legacy::Off,
        }
    }
}
