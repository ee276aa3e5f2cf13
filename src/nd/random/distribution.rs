//! The table of distributions: names, parameters, what these may be, and how a value is drawn. A
//! new distribution is a row here and a function in `continuous` or `discrete`; whoever offers
//! distributions to a program goes through [`DISTRIBUTIONS`] and [`sample`].

use super::draw::{broadcast_parameters, filled, filled_in_blocks};
use super::generator::BitGenerator;
use super::source::Primitives;
use super::{continuous, discrete, hypergeometric};
use crate::nd::array::Array;
use crate::nd::error::{Error, ErrorKind, Result};
use crate::nd::shape::Shape;

/// One distribution.
#[derive(Debug)]
pub struct Distribution {
    /// NumPy's name of the method, of both generators.
    pub name: &'static str,
    /// What it depends on, in the order of the method's arguments.
    pub parameters: &'static [Parameter],
    /// Rules that several parameters must keep together.
    together: &'static [Together],
    draw: Draw,
}

/// One parameter.
#[derive(Debug)]
pub struct Parameter {
    /// NumPy's name of the argument.
    pub name: &'static str,
    /// Its value if not given.
    pub default: Option<f64>,
    rule: Rule,
}

impl Parameter {
    /// Whether NumPy reads it as a whole number.
    pub fn is_whole(&self) -> bool {
        matches!(self.rule, Rule::Whole | Rule::Drawn)
    }
}

/// How a value is drawn from checked parameters, or many of them.
#[derive(Clone, Copy, Debug)]
enum Draw {
    Floats(fn(&mut dyn Primitives, &[f64], &mut [f64])),
    Float(fn(&mut dyn Primitives, &[f64]) -> f64),
    Integer(fn(&mut dyn Primitives, &[f64]) -> i64),
}

/// What a parameter must be.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rule {
    Any,
    NonNegative,
    Positive,
    PositiveNumber,
    Probability,
    ProbabilityAboveZero,
    ProbabilityBelowOne,
    AboveOne,
    Rate,
    Whole,
    Drawn,
}

/// The largest rate of a Poisson distribution whose values still fit.
pub const LARGEST_RATE: f64 = 9.223372006484771e+18;

/// How many things a box may hold for the new generator to draw from it; the frozen one takes more, at the price of
/// its last digits.
const LARGEST_BOX: f64 = 1e9;

impl Rule {
    /// The sentence for a value that breaks the rule; the wording differs for arrays.
    fn refuse(self, name: &str, value: f64, array: bool, frozen: bool) -> Option<String> {
        let nan = if array { "contains NaNs" } else { "is NaN" };
        let (broken, sentence) = match self {
            Rule::Any => return None,
            Rule::Drawn if frozen => (value < 1.0 || value.is_nan(), format!("{name} < 1 or {name} {nan}")),
            Rule::Whole | Rule::Drawn => (value.trunc() < 0.0 || value.is_nan(), format!("{name} < 0")),
            Rule::NonNegative => (!value.is_nan() && value.is_sign_negative(), format!("{name} < 0")),
            Rule::PositiveNumber if value.is_nan() => (true, format!("{name} must not be NaN")),
            Rule::Positive | Rule::PositiveNumber => (value <= 0.0, format!("{name} <= 0")),
            Rule::Probability => (!(0.0..=1.0).contains(&value), format!("{name} < 0, {name} > 1 or {name} {nan}")),
            Rule::ProbabilityAboveZero => {
                (!(value > 0.0 && value <= 1.0), format!("{name} <= 0, {name} > 1 or {name} contains NaNs"))
            }
            Rule::ProbabilityBelowOne => {
                (!(0.0..1.0).contains(&value), format!("{name} < 0, {name} >= 1 or {name} {nan}"))
            }
            Rule::AboveOne => (value <= 1.0 || value.is_nan(), format!("{name} <= 1 or {name} {nan}")),
            Rule::Rate if value > LARGEST_RATE => (true, format!("{name} value too large")),
            Rule::Rate => (value < 0.0 || value.is_nan(), format!("{name} < 0 or {name} {nan}")),
        };
        broken.then_some(sentence)
    }
}

/// A rule on the parameters of one draw.
#[derive(Debug)]
struct Together {
    breaks: fn(&[f64]) -> bool,
    error: fn(array: bool) -> Error,
    /// Whether the frozen generator keeps to it too.
    frozen: bool,
}

macro_rules! parameters {
    ($($name:ident $(= $default:literal)?: $rule:ident),*) => {
        &[$(Parameter { name: stringify!($name), default: parameters!(@ $($default)?), rule: Rule::$rule }),*]
    };
    (@) => { None };
    (@ $default:literal) => { Some($default) };
}

macro_rules! distribution {
    ($kind:ident $name:literal, ($($parameters:tt)*), $draw:expr) => {
        distribution!($kind $name, ($($parameters)*), $draw, [])
    };
    ($kind:ident $name:literal, ($($parameters:tt)*), $draw:expr, [$($together:expr),*]) => {
        Distribution {
            name: $name,
            parameters: parameters!($($parameters)*),
            together: &[$($together),*],
            draw: Draw::$kind($draw),
        }
    };
}

/// Every distribution that is drawn value by value.
pub static DISTRIBUTIONS: &[Distribution] = &[
    distribution!(Floats "uniform", (low = 0.0: Any, high = 1.0: Any), |s, p, out| {
        s.doubles(out);
        scale(out, p[0], p[1] - p[0]);
    }, [
        Together {
            breaks: |p| !(p[1] - p[0]).is_finite(),
            error: |array| Error::new(
                ErrorKind::Overflow,
                if array { "Range exceeds valid bounds" } else { "high - low range exceeds valid bounds" },
            ),
            frozen: true
        },
        Together {
            breaks: |p| (p[1] - p[0]).is_sign_negative(),
            error: |_| Error::value("high - low < 0"),
            frozen: false
        }
    ]),
    distribution!(Floats "standard_normal", (), |s, _, out| s.standard_normals(out)),
    distribution!(Floats "normal", (loc = 0.0: Any, scale = 1.0: NonNegative), |s, p, out| {
        s.standard_normals(out);
        scale(out, p[0], p[1]);
    }),
    distribution!(Float "lognormal", (mean = 0.0: Any, sigma = 1.0: NonNegative), |s, p| {
        super::elementary::exp(p[0] + p[1] * s.standard_normal())
    }),
    distribution!(Float "standard_exponential", (), |s, _| s.standard_exponential()),
    distribution!(Float "exponential", (scale = 1.0: NonNegative), |s, p| p[0] * s.standard_exponential()),
    distribution!(Float "standard_gamma", (shape: NonNegative), |s, p| continuous::standard_gamma(s, p[0])),
    distribution!(Float "gamma", (shape: NonNegative, scale = 1.0: NonNegative), |s, p| {
        p[1] * continuous::standard_gamma(s, p[0])
    }),
    distribution!(Float "beta", (a: Positive, b: Positive), |s, p| continuous::beta(s, p[0], p[1])),
    distribution!(Float "chisquare", (df: Positive), |s, p| continuous::chisquare(s, p[0])),
    distribution!(Float "noncentral_chisquare", (df: Positive, nonc: NonNegative), |s, p| {
        continuous::noncentral_chisquare(s, p[0], p[1])
    }),
    distribution!(Float "f", (dfnum: Positive, dfden: Positive), |s, p| continuous::f(s, p[0], p[1])),
    distribution!(Float "noncentral_f", (dfnum: Positive, dfden: Positive, nonc: NonNegative), |s, p| {
        continuous::noncentral_f(s, p[0], p[1], p[2])
    }),
    distribution!(Float "standard_t", (df: Positive), |s, p| continuous::standard_t(s, p[0])),
    distribution!(Float "standard_cauchy", (), |s, _| continuous::standard_cauchy(s)),
    distribution!(Float "laplace", (loc = 0.0: Any, scale = 1.0: NonNegative), |s, p| continuous::laplace(s, p[0], p[1])),
    distribution!(Float "logistic", (loc = 0.0: Any, scale = 1.0: NonNegative), |s, p| continuous::logistic(s, p[0], p[1])),
    distribution!(Float "gumbel", (loc = 0.0: Any, scale = 1.0: NonNegative), |s, p| continuous::gumbel(s, p[0], p[1])),
    distribution!(Float "pareto", (a: Positive), |s, p| continuous::pareto(s, p[0])),
    distribution!(Float "weibull", (a: NonNegative), |s, p| continuous::weibull(s, p[0])),
    distribution!(Float "power", (a: Positive), |s, p| continuous::power(s, p[0])),
    distribution!(Float "rayleigh", (scale = 1.0: NonNegative), |s, p| continuous::rayleigh(s, p[0])),
    distribution!(Float "triangular", (left: Any, mode: Any, right: Any), |s, p| continuous::triangular(s, p[0], p[1], p[2]), [
        Together { breaks: |p| p[0] > p[1], error: |_| Error::value("left > mode"), frozen: true },
        Together { breaks: |p| p[1] > p[2], error: |_| Error::value("mode > right"), frozen: true },
        Together { breaks: |p| p[0] == p[2], error: |_| Error::value("left == right"), frozen: true }
    ]),
    distribution!(Float "vonmises", (mu: Any, kappa: NonNegative), |s, p| continuous::vonmises(s, p[0], p[1])),
    distribution!(Float "wald", (mean: Positive, scale: Positive), |s, p| continuous::wald(s, p[0], p[1])),
    distribution!(Integer "poisson", (lam = 1.0: Rate), |s, p| discrete::poisson(s, p[0])),
    distribution!(Integer "binomial", (n: Whole, p: Probability), |s, p| discrete::binomial(s, p[0], p[1])),
    distribution!(Integer "negative_binomial", (n: PositiveNumber, p: ProbabilityAboveZero), |s, p| {
        discrete::negative_binomial(s, p[0], p[1])
    }, [
        Together {
            breaks: |p| {
                let rate = (1.0 - p[1]) / p[1] * (p[0] + 10.0 * p[0].sqrt());
                p[0] > 0.0 && p[1] > 0.0 && rate > LARGEST_RATE
            },
            error: |_| Error::value("n too large or p too small, see Generator.negative_binomial Notes"),
            frozen: false
        }
    ]),
    distribution!(Integer "hypergeometric", (ngood: Whole, nbad: Whole, nsample: Drawn), |s, p| {
        hypergeometric::hypergeometric(s, p[0], p[1], p[2])
    }, [
        Together {
            breaks: |p| p[0] >= LARGEST_BOX || p[1] >= LARGEST_BOX,
            error: |_| Error::value("both ngood and nbad must be less than 1000000000"),
            frozen: false
        },
        Together {
            breaks: |p| p[0].trunc() + p[1].trunc() < p[2].trunc(),
            error: |_| Error::value("ngood + nbad < nsample"),
            frozen: true
        }
    ]),
    distribution!(Integer "geometric", (p: ProbabilityAboveZero), |s, p| discrete::geometric(s, p[0])),
    distribution!(Integer "logseries", (p: ProbabilityBelowOne), |s, p| discrete::logseries(s, p[0])),
    distribution!(Integer "zipf", (a: AboveOne), |s, p| discrete::zipf(s, p[0])),
];

fn scale(values: &mut [f64], offset: f64, factor: f64) {
    for value in values {
        *value = offset + factor * *value;
    }
}

/// The distribution of this name.
pub fn distribution(name: &str) -> Option<&'static Distribution> {
    DISTRIBUTIONS.iter().find(|row| row.name == name)
}

/// Draws from a distribution: one value a combination of the broadcast parameters, or `shape` of them.
/// The array has no axes when neither the parameters nor `shape` have any.
///
/// `parameters` are in the distribution's order and as many as it has.
///
/// # Errors
/// A `ValueError` (for `uniform` an `OverflowError`) for parameters that are not allowed, or that do
/// not broadcast; those of [`Array::zeros`].
pub fn sample(
    source: &mut dyn Primitives,
    distribution: &Distribution,
    parameters: &[Array],
    shape: Option<&[usize]>,
) -> Result<Array> {
    let array = parameters.iter().any(|parameter| parameter.ndim() > 0);
    let names: Vec<&Array> = parameters.iter().collect();
    let common = if array { broadcast_parameters(&names, None)? } else { Default::default() };
    let checked = columns(parameters, &common)?;
    check(distribution, &checked, array, source.is_frozen())?;
    let shape = match shape {
        Some(shape) if array => broadcast_parameters(&names, Some(shape))?,
        Some(shape) => Shape::from_slice(shape),
        None => common,
    };
    let rows = if array { columns(parameters, &shape)? } else { checked };
    let mut rows = Rows { values: vec![0.0; rows.len()], columns: rows, vary: array, position: 0 };
    match distribution.draw {
        Draw::Floats(draw) if array => filled(&shape, || {
            let mut value = [0.0];
            draw(source, rows.next(), &mut value);
            value[0]
        }),
        Draw::Floats(draw) => filled_in_blocks(&shape, |block| draw(source, rows.next(), block)),
        Draw::Float(draw) => filled(&shape, || draw(source, rows.next())),
        Draw::Integer(draw) => filled(&shape, || draw(source, rows.next())),
    }
}

/// As [`sample`] of `standard_gamma`, in single precision.
pub fn standard_gamma_f32(bits: &mut BitGenerator, parameter: &Array, shape: Option<&[usize]>) -> Result<Array> {
    let row = distribution("standard_gamma").expect("the table has standard_gamma");
    let values = columns(std::slice::from_ref(parameter), parameter.shape())?;
    check(row, &values, parameter.ndim() > 0, false)?;
    let shape = match shape {
        Some(shape) => broadcast_parameters(&[parameter], Some(shape))?,
        None => Shape::from_slice(parameter.shape()),
    };
    let gammas: Vec<f32> = parameter.broadcast_to(&shape)?.to_vec()?;
    let mut gammas = gammas.into_iter();
    filled(&shape, || continuous::standard_gamma_f32(bits, gammas.next().expect("one parameter a draw")))
}

/// The parameters of one draw after the other.
struct Rows {
    columns: Vec<Vec<f64>>,
    vary: bool,
    position: usize,
    values: Vec<f64>,
}

impl Rows {
    fn next(&mut self) -> &[f64] {
        if self.vary || self.position == 0 {
            for (value, column) in self.values.iter_mut().zip(&self.columns) {
                *value = column[self.position];
            }
        }
        self.position += 1;
        &self.values
    }
}

/// Each parameter's values in C order of `shape`.
fn columns(parameters: &[Array], shape: &[usize]) -> Result<Vec<Vec<f64>>> {
    parameters.iter().map(|parameter| parameter.broadcast_to(shape)?.to_vec::<f64>()).collect()
}

fn check(distribution: &Distribution, columns: &[Vec<f64>], array: bool, frozen: bool) -> Result<()> {
    let draws = columns.first().map_or(0, Vec::len);
    for rule in distribution.together {
        for draw in 0..draws {
            let values: Vec<f64> = columns.iter().map(|column| column[draw]).collect();
            if (rule.frozen || !frozen) && (rule.breaks)(&values) {
                return Err((rule.error)(array || frozen));
            }
        }
    }
    for (parameter, column) in distribution.parameters.iter().zip(columns) {
        for &value in column {
            if let Some(sentence) = parameter.rule.refuse(parameter.name, value, array, frozen) {
                return Err(Error::value(sentence));
            }
        }
    }
    Ok(())
}
