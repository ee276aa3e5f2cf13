//! Which engine function stands behind which NumPy name, and with which defaults.

use stridelab::nd::create::grid::{self, Indexing};
use stridelab::nd::create::spaced::{self, Spacing};
use stridelab::nd::create::{like, matrix, range};
use stridelab::nd::error::Result;
use stridelab::nd::fancy::take::Mode;
use stridelab::nd::fancy::{along, ravel, take};
use stridelab::nd::manip::block::{Blocks, block};
use stridelab::nd::manip::edit::{self, Places};
use stridelab::nd::manip::pad::{PadMode, Reflection, Statistic, pad, unsupported_mode};
use stridelab::nd::manip::{axes, join, reshape, split, tile, windows};
use stridelab::nd::{Array, DType, Order, Scalar};

use super::parse::copied;
use super::value::{Value, promoted};

pub struct Args {
    pub positional: Vec<Value>,
    pub named: Vec<(String, Value)>,
}

impl Args {
    /// The argument at `place` or called `name`.
    pub fn find(&self, place: usize, name: &str) -> Option<&Value> {
        self.positional
            .get(place)
            .or_else(|| self.named.iter().find(|(known, _)| known == name).map(|(_, value)| value))
    }

    fn present(&self, place: usize, name: &str) -> Option<&Value> {
        self.find(place, name).filter(|value| !matches!(value, Value::None))
    }

    fn array(&self, place: usize) -> Result<Array> {
        self.positional[place].array()
    }

    fn int(&self, place: usize, name: &str, default: isize) -> isize {
        self.find(place, name).map_or(default, Value::int)
    }

    fn flag(&self, place: usize, name: &str, default: bool) -> bool {
        self.find(place, name).map_or(default, Value::truth)
    }

    fn dtype(&self, place: usize) -> Option<DType> {
        self.present(place, "dtype").map(Value::dtype)
    }

    fn order(&self, place: usize, default: Order) -> Order {
        self.find(place, "order").map_or(default, Value::order)
    }

    /// `None`, one axis or several.
    fn axes(&self, place: usize, name: &str) -> Option<Vec<isize>> {
        self.present(place, name).map(Value::ints)
    }

    /// The integers from `place` on, alone or as one tuple.
    fn rest(&self, place: usize) -> Vec<isize> {
        match &self.positional[place..] {
            [one] => one.ints(),
            several => several.iter().map(Value::int).collect(),
        }
    }
}

fn arrays(list: Vec<Array>) -> Result<Value> {
    Ok(Value::List(list.into_iter().map(Value::Array).collect()))
}

fn as_references(list: &[Array]) -> (Vec<&Array>, DType) {
    let dtypes: Vec<DType> = list.iter().map(Array::dtype).collect();
    (list.iter().collect(), promoted(&dtypes))
}

pub fn call(name: &str, args: &Args) -> Result<Value> {
    if name == "slice" {
        let part = |place: usize| match &args.positional[place] {
            Value::None => None,
            number => Some(number.int()),
        };
        return Ok(Value::Slice(part(0), part(1), part(2)));
    }
    if let Some(value) = creation(name, args)? {
        return Ok(value);
    }
    if let Some(value) = joining(name, args)? {
        return Ok(value);
    }
    if let Some(value) = building(name, args)? {
        return Ok(value);
    }
    if let Some(value) = picking(name, args)? {
        return Ok(value);
    }
    let a = args.array(0);
    Ok(Value::Array(match name {
        "copy" => return copied(&a?, args.order(1, Order::C)),
        "reshape" => {
            let shape = args.rest(1);
            let copy = args.present(9, "copy").map(Value::truth);
            reshape::reshape(&a?, &shape, args.order(9, Order::C), copy)?
        }
        "ravel" => reshape::ravel(&a?, args.order(1, Order::C))?,
        "flatten" => reshape::flatten(&a?, args.order(1, Order::C))?,
        "transpose" if args.positional.len() == 1 => axes::transpose(&a?, None)?,
        "transpose" => axes::transpose(&a?, Some(&args.rest(1)))?,
        "swapaxes" => axes::swapaxes(&a?, args.int(1, "", 0), args.int(2, "", 0))?,
        "moveaxis" => axes::moveaxis(&a?, &args.positional[1].ints(), &args.positional[2].ints())?,
        "rollaxis" => axes::rollaxis(&a?, args.int(1, "axis", 0), args.int(2, "start", 0))?,
        "expand_dims" => axes::expand_dims(&a?, &args.axes(1, "axis").expect("an axis"))?,
        "squeeze" => axes::squeeze(&a?, args.axes(1, "axis").as_deref())?,
        "flip" => axes::flip(&a?, args.axes(1, "axis").as_deref())?,
        "flipud" => axes::flipud(&a?)?,
        "fliplr" => axes::fliplr(&a?)?,
        "rot90" => axes::rot90(&a?, args.int(1, "k", 1), &args.axes(2, "axes").unwrap_or(vec![0, 1]))?,
        "atleast_1d" => axes::atleast_nd(&a?, 1)?,
        "atleast_2d" => axes::atleast_nd(&a?, 2)?,
        "atleast_3d" => axes::atleast_nd(&a?, 3)?,
        "broadcast_to" => axes::broadcast_to(&a?, &args.positional[1].lengths())?,
        other => panic!("rows know no {other}"),
    }))
}

fn creation(name: &str, args: &Args) -> Result<Option<Value>> {
    let number = |value: &Value| match value {
        Value::Scalar(value) | Value::Typed(value, _) => *value,
        other => panic!("a number, not {other:?}"),
    };
    Ok(Some(Value::Array(match name {
        "array" | "asarray" => {
            let made = args.array(0)?;
            made.astype(args.dtype(1).unwrap_or(made.dtype()), args.order(9, Order::K))?
        }
        "asfortranarray" => args.array(0)?.copy(Order::F)?,
        "zeros" | "ones" | "empty" => {
            let value = Scalar::Int(i64::from(name == "ones"));
            let dtype = args.dtype(1).unwrap_or(DType::Float64);
            Array::full(&args.positional[0].lengths(), value, dtype, args.order(2, Order::C))?
        }
        "zeros_like" | "ones_like" | "full_like" => {
            let full = name == "full_like";
            let value = if full { number(&args.positional[1]) } else { Scalar::Int(i64::from(name == "ones_like")) };
            let shape = args.present(9, "shape").map(Value::lengths);
            let dtype = args.dtype(1 + usize::from(full));
            like::full_like(&args.array(0)?, value, dtype, args.order(9, Order::K), shape.as_deref())?
        }
        "arange" => {
            let given: Vec<Scalar> = args.positional.iter().map(number).collect();
            let (start, stop, step) = match given[..] {
                [stop] => (Scalar::Int(0), stop, Scalar::Int(1)),
                [start, stop] => (start, stop, Scalar::Int(1)),
                [start, stop, step] => (start, stop, step),
                _ => panic!("one to three numbers"),
            };
            let all = Value::List(args.positional.clone()).array()?;
            range::arange(
                start,
                stop,
                step,
                args.dtype(9).unwrap_or(if all.dtype() == DType::Bool { DType::Int64 } else { all.dtype() }),
            )?
        }
        "linspace" | "logspace" | "geomspace" => return spacing(name, args).map(Some),
        "eye" => {
            let rows = args.int(0, "N", 0) as usize;
            let columns = args.present(1, "M").map_or(rows, |value| value.int() as usize);
            let dtype = args.dtype(3).unwrap_or(DType::Float64);
            matrix::eye(rows, columns, args.int(2, "k", 0), dtype, args.order(9, Order::C))?
        }
        "identity" => matrix::identity(args.int(0, "n", 0) as usize, args.dtype(1).unwrap_or(DType::Float64))?,
        "diag" => matrix::diag(&args.array(0)?, args.int(1, "k", 0))?,
        "diagflat" => matrix::diagflat(&args.array(0)?, args.int(1, "k", 0))?,
        "diagonal" => {
            let (first, second) = (args.int(2, "axis1", 0), args.int(3, "axis2", 1));
            matrix::diagonal(&args.array(0)?, args.int(1, "offset", 0), first, second)?
        }
        "tri" => {
            let rows = args.int(0, "N", 0) as usize;
            let columns = args.present(1, "M").map_or(rows, |value| value.int() as usize);
            matrix::tri(rows, columns, args.int(2, "k", 0), args.dtype(3).unwrap_or(DType::Float64))?
        }
        "tril" => matrix::tril(&args.array(0)?, args.int(1, "k", 0))?,
        "triu" => matrix::triu(&args.array(0)?, args.int(1, "k", 0))?,
        "tril_indices" | "triu_indices" => {
            let rows = args.int(0, "n", 0) as usize;
            let columns = args.present(2, "m").map_or(rows, |value| value.int() as usize);
            let positions = if name == "tril_indices" { matrix::tril_indices } else { matrix::triu_indices };
            return arrays(positions(rows, args.int(1, "k", 0), columns)?).map(Some);
        }
        "vander" => {
            let x = args.array(0)?;
            let columns = args.present(1, "N").map_or(x.size(), |value| value.int() as usize);
            let dtype = promoted(&[x.dtype(), DType::Int64]);
            matrix::vander(&x, columns, args.flag(2, "increasing", false), dtype)?
        }
        "meshgrid" => {
            let coordinates = args.positional.iter().map(Value::array).collect::<Result<Vec<_>>>()?;
            let indexing = args.find(9, "indexing").map_or(Ok(Indexing::XY), |text| Indexing::parse(text.text()))?;
            let (sparse, copy) = (args.flag(9, "sparse", false), args.flag(9, "copy", true));
            return arrays(grid::meshgrid(&as_references(&coordinates).0, indexing, sparse, copy)?).map(Some);
        }
        "indices" => {
            let shape = args.positional[0].lengths();
            let dtype = args.dtype(1).unwrap_or(DType::Int64);
            if args.flag(2, "sparse", false) {
                return arrays(grid::sparse_indices(&shape, dtype)?).map(Some);
            }
            grid::indices(&shape, dtype)?
        }
        _ => return Ok(None),
    })))
}

fn spacing(name: &str, args: &Args) -> Result<Value> {
    let (start, stop) = (args.array(0)?, args.array(1)?);
    // Python numbers are weak: they take the dtype of the arrays beside them.
    let given = [&args.positional[0], &args.positional[1]];
    let strong: Vec<DType> = given
        .iter()
        .zip([&start, &stop])
        .filter(|(value, _)| !matches!(value, Value::Scalar(_)))
        .map(|(_, array)| array.dtype())
        .collect();
    let wide = promoted(&if strong.is_empty() { vec![start.dtype(), stop.dtype()] } else { strong });
    let spacing = Spacing {
        num: args.int(2, "num", 50),
        endpoint: args.flag(3, "endpoint", true),
        computed: if wide.is_inexact() { wide } else { DType::Float64 },
        dtype: args.dtype(9),
        axis: args.int(9, "axis", 0),
    };
    Ok(Value::Array(match name {
        "linspace" => {
            let made = spaced::linspace(&start, &stop, spacing)?;
            if args.flag(9, "retstep", false) {
                let step = made.step.map_or(Value::Scalar(Scalar::Float(f64::NAN)), Value::from_result);
                return Ok(Value::Tuple(vec![Value::Array(made.samples), step]));
            }
            made.samples
        }
        "logspace" => {
            let base = args.find(9, "base").map_or(Ok(vec![10.0]), |base| base.array()?.to_vec::<f64>())?;
            spaced::logspace(&start, &stop, base[0], spacing)?.0
        }
        _ => spaced::geomspace(&start, &stop, spacing)?.0,
    }))
}

fn joining(name: &str, args: &Args) -> Result<Option<Value>> {
    let parts = || args.positional[0].arrays();
    Ok(Some(Value::Array(match name {
        "concatenate" => {
            let parts = parts()?;
            let (parts, dtype) = as_references(&parts);
            let axis = match args.find(1, "axis") {
                None => Some(0),
                Some(Value::None) => None,
                Some(axis) => Some(axis.int()),
            };
            join::concatenate(&parts, axis, args.dtype(9).unwrap_or(dtype))?
        }
        "stack" => {
            let parts = parts()?;
            let (parts, dtype) = as_references(&parts);
            join::stack(&parts, args.int(1, "axis", 0), dtype)?
        }
        "vstack" | "hstack" | "dstack" | "column_stack" => {
            let parts = parts()?;
            let (parts, dtype) = as_references(&parts);
            match name {
                "vstack" => join::vstack(&parts, dtype)?,
                "hstack" => join::hstack(&parts, dtype)?,
                "dstack" => join::dstack(&parts, dtype)?,
                _ => join::column_stack(&parts, dtype)?,
            }
        }
        "split" => {
            let sections = args.positional[1].sections();
            return arrays(split::split(&args.array(0)?, &sections, args.int(2, "axis", 0))?).map(Some);
        }
        "array_split" => {
            let sections = args.positional[1].sections();
            return arrays(split::array_split(&args.array(0)?, &sections, args.int(2, "axis", 0))?).map(Some);
        }
        "hsplit" => return arrays(split::hsplit(&args.array(0)?, &args.positional[1].sections())?).map(Some),
        "vsplit" => return arrays(split::vsplit(&args.array(0)?, &args.positional[1].sections())?).map(Some),
        "dsplit" => return arrays(split::dsplit(&args.array(0)?, &args.positional[1].sections())?).map(Some),
        "broadcast_arrays" => {
            let given = args.positional.iter().map(Value::array).collect::<Result<Vec<_>>>()?;
            return arrays(axes::broadcast_arrays(&as_references(&given).0)?).map(Some);
        }
        _ => return Ok(None),
    })))
}

fn places(value: &Value) -> Result<Places> {
    Ok(match value {
        Value::Slice(start, stop, step) => Places::Slice { start: *start, stop: *stop, step: step.unwrap_or(1) },
        Value::Scalar(Scalar::Int(index)) => Places::Index(*index as isize),
        Value::List(items) if items.is_empty() => Places::Array(Array::vector(Vec::<i64>::new())),
        other => Places::Array(other.array()?),
    })
}

fn blocks(value: &Value) -> Result<Blocks> {
    Ok(match value {
        Value::List(items) => Blocks::List(items.iter().map(blocks).collect::<Result<_>>()?),
        other => Blocks::Array(other.array()?),
    })
}

fn axis_or_none(args: &Args, place: usize) -> Option<isize> {
    args.present(place, "axis").map(Value::int)
}

fn building(name: &str, args: &Args) -> Result<Option<Value>> {
    let a = args.array(0);
    Ok(Some(Value::Array(match name {
        "repeat" => tile::repeat(&a?, &args.positional[1].ints(), axis_or_none(args, 2))?,
        "tile" => tile::tile(&a?, &args.positional[1].ints())?,
        "resize" => tile::resize(&a?, &args.positional[1].ints())?,
        "roll" => tile::roll(&a?, &args.positional[1].ints(), args.axes(2, "axis").as_deref())?,
        "append" => edit::append(&a?, &args.array(1)?, axis_or_none(args, 2))?,
        "delete" => edit::delete(&a?, &places(&args.positional[1])?, axis_or_none(args, 2))?,
        "insert" => edit::insert(&a?, &places(&args.positional[1])?, &args.array(2)?, axis_or_none(args, 3))?,
        "block" => block(&blocks(&args.positional[0])?)?,
        "as_strided" => {
            let (shape, strides) = (args.axes(1, "shape"), args.axes(2, "strides"));
            windows::as_strided(&a?, shape.as_deref(), strides.as_deref(), args.flag(9, "writeable", true))?
        }
        "sliding_window_view" => {
            let axes = args.axes(2, "axis");
            let writeable = args.flag(9, "writeable", false);
            windows::sliding_window_view(&a?, &args.positional[1].ints(), axes.as_deref(), writeable)?
        }
        "pad" => {
            let values =
                |name: &str| args.find(9, name).map_or_else(|| Value::Scalar(Scalar::Int(0)).array(), Value::array);
            let limits = args.present(9, "stat_length").map(Value::array).transpose()?;
            let reflection = match args.find(9, "reflect_type").map(Value::text) {
                Some("odd") => Reflection::Odd,
                _ => Reflection::Even,
            };
            let mode = match args.find(2, "mode").map_or("constant", Value::text) {
                "constant" => PadMode::Constant(values("constant_values")?),
                "edge" => PadMode::Edge,
                "linear_ramp" => PadMode::LinearRamp(values("end_values")?),
                "maximum" => PadMode::Statistic(Statistic::Maximum, limits),
                "mean" => PadMode::Statistic(Statistic::Mean, limits),
                "median" => PadMode::Statistic(Statistic::Median, limits),
                "minimum" => PadMode::Statistic(Statistic::Minimum, limits),
                "reflect" => PadMode::Reflect(reflection),
                "symmetric" => PadMode::Symmetric(reflection),
                "wrap" => PadMode::Wrap,
                "empty" => PadMode::Empty,
                other => return Err(unsupported_mode(other)),
            };
            pad(&a?, &args.array(1)?, &mode)?.0
        }
        _ => return Ok(None),
    })))
}

fn picking(name: &str, args: &Args) -> Result<Option<Value>> {
    let mode = || args.find(9, "mode").map_or(Ok(Mode::Raise), |mode| Mode::parse(mode.text()));
    let order = args.order(9, Order::C);
    Ok(Some(Value::Array(match name {
        "take" => {
            let indices = args.positional[1].indices()?;
            let taken = take::take(&args.array(0)?, &indices, axis_or_none(args, 2), mode()?)?;
            return Ok(Some(Value::from_result(taken)));
        }
        "put" => {
            take::put(&args.array(0)?, &args.positional[1].indices()?, &args.array(2)?, mode()?)?;
            args.array(0)?
        }
        "place" => {
            take::place(&args.array(0)?, &args.array(1)?, &args.array(2)?)?;
            args.array(0)?
        }
        "putmask" => {
            take::putmask(&args.array(0)?, &args.array(1)?, &args.array(2)?)?;
            args.array(0)?
        }
        "choose" => {
            let choices = args.positional[1].arrays()?;
            take::choose(&args.array(0)?, &as_references(&choices).0, mode()?)?
        }
        "compress" => take::compress(&args.array(0)?, &args.array(1)?, axis_or_none(args, 2))?,
        "extract" => take::extract(&args.array(0)?, &args.array(1)?)?,
        "take_along_axis" => {
            let axis = if args.find(2, "axis").is_some() { axis_or_none(args, 2) } else { Some(-1) };
            along::take_along_axis(&args.array(0)?, &args.array(1)?, axis)?
        }
        "put_along_axis" => {
            let a = args.array(0)?;
            along::put_along_axis(&a, &args.array(1)?, &args.array(2)?, axis_or_none(args, 3))?;
            a
        }
        "unravel_index" => {
            let made = ravel::unravel_index(&args.array(0)?, &args.positional[1].lengths(), order)?;
            return Ok(Some(Value::List(made.into_iter().map(Value::from_result).collect())));
        }
        "ravel_multi_index" => {
            let coordinates = args.positional[0].arrays()?;
            let modes = match args.find(9, "mode") {
                Some(Value::Tuple(modes)) => {
                    modes.iter().map(|mode| Mode::parse(mode.text())).collect::<Result<_>>()?
                }
                _ => vec![mode()?],
            };
            let shape = args.positional[1].lengths();
            ravel::ravel_multi_index(&as_references(&coordinates).0, &shape, &modes, order)?
        }
        _ => return Ok(None),
    })))
}
