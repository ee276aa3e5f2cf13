//! What becomes of records and plain bytes in conversions, comparisons and promotion.
//!
//! Fields go by position, never by name; a single value goes into every field.

use super::{Field, Record, text};
use crate::nd::array::{Array, Order};
use crate::nd::broadcast::broadcast_shapes;
use crate::nd::cast::copy_elements;
use crate::nd::dtype::{Bool, DType, Kind};
use crate::nd::error::{Error, ErrorKind, Result};
use crate::nd::object;
use crate::nd::scalar::Scalar;
use crate::nd::shape::Shape;
use crate::nd::strides::Strides;
use crate::nd::ufunc::{self, CallOptions, Casting, Operand, ReduceOptions, can_cast, try_promote};

fn cannot_cast(from: DType, to: DType) -> Error {
    Error::type_error(format!(
        "Cannot cast array data from dtype({}) to dtype({}) according to the rule 'unsafe'",
        from.repr(),
        to.repr()
    ))
}

/// Converts every element of `src` into `dst`, where either dtype is structured or plain bytes. Both have one shape.
///
/// # Errors
/// [`Error::ReadOnly`]; NumPy's `TypeError` where fields do not go with one another.
pub(in crate::nd) fn convert(dst: &Array, src: &Array) -> Result<()> {
    match (dst.dtype(), src.dtype()) {
        (DType::Object, DType::Record(_) | DType::Void(_)) => {
            let host = object::host()?;
            for (to, from) in dst.deltas().into_iter().zip(src.deltas()) {
                dst.set_at(to, Scalar::Object(host.of_element(&src.element(from))?))?;
            }
            Ok(())
        }
        (DType::Record(_), DType::Object) => {
            let host = object::host()?;
            for (to, from) in dst.deltas().into_iter().zip(src.deltas()) {
                host.set_element(&dst.element(to), src.handle_at(from))?;
            }
            Ok(())
        }
        (DType::Record(to), DType::Record(from)) if to.fields.len() == from.fields.len() => to
            .fields
            .iter()
            .zip(&from.fields)
            .try_for_each(|(to, from)| copy_field(&dst.field(to), &src.field(from), src.ndim())),
        (DType::Record(to), plain) if plain.record().is_none() => {
            to.fields.iter().try_for_each(|field| copy_field(&dst.field(field), src, src.ndim()))
        }
        (plain, DType::Record(from)) if plain.kind() != Kind::Void && from.fields.len() == 1 => {
            copy_field(dst, &src.field(&from.fields[0]), src.ndim())
        }
        (DType::Void(_), plain) if plain.record().is_none() && plain != DType::Object => copy_bytes(dst, src),
        (DType::Bytes(_), DType::Void(_)) => copy_bytes(dst, src),
        (DType::Bool, DType::Void(_)) => dst.assign(&truth(src)?),
        (to, from) => Err(cannot_cast(from, to)),
    }
}

/// Copies a field's elements; axes of a block that only one side has, or that have length one, are stretched.
fn copy_field(dst: &Array, src: &Array, outer: usize) -> Result<()> {
    let own = &src.shape()[outer..];
    let missing = dst.ndim().saturating_sub(src.ndim());
    let mut shape = Shape::from_slice(&src.shape()[..outer]);
    let mut strides = Strides::from_slice(&src.strides()[..outer]);
    shape.extend(std::iter::repeat_n(1, missing));
    strides.extend(std::iter::repeat_n(0, missing));
    shape.extend_from_slice(own);
    strides.extend_from_slice(&src.strides()[outer..]);
    let widened = src.with_geometry(shape, strides, src.offset());
    let stretched = widened.broadcast_to(dst.shape()).map_err(|_| Error::BroadcastInto {
        from: Shape::from_slice(own),
        into: Shape::from_slice(dst.shape().get(outer..).unwrap_or_default()),
    })?;
    copy_elements(dst, &stretched)
}

/// Copies the bytes of elements, cut off or filled up with zeros.
fn copy_bytes(dst: &Array, src: &Array) -> Result<()> {
    let bytes = |array: &Array| {
        let (mut shape, mut strides) = (Shape::from_slice(array.shape()), Strides::from_slice(array.strides()));
        shape.push(array.itemsize());
        strides.push(1);
        array.reread(DType::UInt8, shape, strides, array.offset())
    };
    let (to, from) = (bytes(dst), bytes(src));
    let (last, common) = (to.ndim() - 1, dst.itemsize().min(src.itemsize()));
    let head = |array: &Array| crate::nd::manip::along(array, last, 0, common);
    head(&to).assign(&head(&from))?;
    crate::nd::manip::along(&to, last, common, dst.itemsize() - common).fill(Scalar::UInt(0))
}

/// Whether elements of both are equal, field by field: NumPy's `==` of arrays of which one has a void dtype.
///
/// # Errors
/// NumPy's `TypeError` for arrays that cannot be compared; shapes that do not broadcast; memory.
pub fn equal(a: &Array, b: &Array) -> Result<Array> {
    match (a.dtype(), b.dtype()) {
        (DType::Record(_), DType::Record(_)) => {
            let dtype = try_promote(a.dtype(), b.dtype()).map_err(|_| {
                Error::type_error(
                    "Cannot compare structured arrays unless they have a common dtype.  I.e. `np.result_type(arr1, \
                     arr2)` must be defined.",
                )
            })?;
            let shape = broadcast_shapes(&[a.shape(), b.shape()])?;
            let stretched = |array: &Array| -> Result<Array> {
                // Fields are compared where they are, unless they are of several kinds.
                let apart = if a.dtype() == b.dtype() { array.clone() } else { array.astype(dtype, Order::C)? };
                apart.broadcast_to(&shape)
            };
            equal_records(&stretched(a)?, &stretched(b)?)
        }
        (DType::Void(length), DType::Void(other)) if length == other => {
            let same = |array: &Array| array.astype(DType::Bytes(length), Order::C);
            equal_plain(&same(a)?, &same(b)?)
        }
        (DType::Void(_), DType::Void(_)) => Err(Error::type_error(
            "cannot compare unstructured voids of different length. Use bytes to compare. (This may return array of \
             False in the future.)",
        )),
        _ => Err(Error::type_error("Cannot compare structured or void to non-void arrays.")),
    }
}

fn equal_plain(a: &Array, b: &Array) -> Result<Array> {
    let equal = ufunc::find("equal").expect("a row of the table");
    let (mut answers, _) = ufunc::call(equal, &[Operand::Array(a), Operand::Array(b)], &CallOptions::default())?;
    Ok(answers.remove(0))
}

/// Of two arrays of one structured dtype and one shape.
fn equal_records(a: &Array, b: &Array) -> Result<Array> {
    let DType::Record(record) = a.dtype() else { return Err(Error::no_numbers(a.dtype())) };
    let answers = Array::full(a.shape(), Scalar::Bool(true), DType::Bool, Order::C)?;
    let mut flags = answers.to_vec::<Bool>()?;
    for field in &record.fields {
        let (x, y) = (a.field(field), b.field(field));
        let same = if x.dtype().kind() == Kind::Void { equal(&x, &y)? } else { equal_plain(&x, &y)? };
        let same = if same.ndim() > a.ndim() { all_within(&same, a.ndim())? } else { same };
        for (flag, same) in flags.iter_mut().zip(same.to_vec::<Bool>()?) {
            *flag = Bool::from(flag.get() && same.get());
        }
    }
    Ok(Array::from_vec(a.shape(), flags).expect("one answer for each element"))
}

/// Whether elements are true as a mask has it: records with a field that is, plain bytes that are not all zero.
///
/// # Errors
/// Memory.
pub(in crate::nd) fn truth(array: &Array) -> Result<Array> {
    let mut flags = vec![Bool::from(false); array.size()];
    let mut add = |part: &Array| -> Result<()> {
        let mask = part.to_mask()?.to_vec::<Bool>()?;
        let within = mask.len().checked_div(flags.len()).unwrap_or(0).max(1);
        for (flag, parts) in flags.iter_mut().zip(mask.chunks(within)) {
            *flag = Bool::from(flag.get() || parts.iter().any(|part| part.get()));
        }
        Ok(())
    };
    match array.dtype() {
        DType::Record(record) => record.fields.iter().try_for_each(|field| add(&array.field(field)))?,
        _ => add(&array.as_words())?,
    }
    Ok(Array::from_vec(array.shape(), flags).expect("one flag for each element"))
}

/// Whether all answers along the axes from `outer` on are true.
fn all_within(answers: &Array, outer: usize) -> Result<Array> {
    let axes: Vec<isize> = (outer as isize..answers.ndim() as isize).collect();
    let all = ufunc::find("logical_and").expect("a row of the table");
    Ok(ufunc::reduce(all, answers, &ReduceOptions { axes: Some(&axes), ..ReduceOptions::default() })?.0)
}

/// The dtype that holds elements of both, where one is structured, a block or plain bytes.
///
/// # Errors
/// NumPy's `DTypePromotionError`.
pub(in crate::nd) fn promote(a: DType, b: DType) -> Result<DType> {
    let refuse = |sentence: String| Err(Error::new(ErrorKind::DTypePromotion, sentence));
    match (a, b) {
        (DType::Record(first), DType::Record(second)) => promote_records(first, second),
        (DType::Block(first), DType::Block(second)) if first.shape == second.shape => {
            try_promote(first.base, second.base)?.in_blocks(&first.shape)
        }
        (DType::Void(first), DType::Void(second)) if first == second => Ok(a),
        (DType::Void(_), DType::Void(_)) => refuse(
            "Invalid type promotion with void datatypes of different lengths. Use the `np.bytes_` datatype instead to \
             pad the shorter value with trailing zero bytes."
                .into(),
        ),
        (DType::Block(_), DType::Block(_)) => {
            refuse("invalid type promotion with subarray datatypes (shape mismatch).".into())
        }
        _ if a.kind() == b.kind() => refuse("invalid type promotion with structured datatype(s).".into()),
        _ => refuse(format!(
            "The DTypes <class 'numpy.dtypes.{}'> and <class 'numpy.dtypes.{}'> do not have a common DType. For example \
             they cannot be stored in a single array unless the dtype is `object`.",
            a.class_name(),
            b.class_name()
        )),
    }
}

/// The dtype that elements of one dtype are promoted to: of records, one without gaps.
///
/// # Errors
/// Those of [`promote`].
pub(in crate::nd) fn canonical(dtype: DType) -> Result<DType> {
    if dtype.record().is_some() { promote(dtype, dtype) } else { Ok(dtype) }
}

/// Field by field, without the gaps that either had.
fn promote_records(a: &Record, b: &Record) -> Result<DType> {
    let names = |record: &Record| record.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
    if names(a) != names(b) {
        let sentence = format!("field names `{}` and `{}` mismatch.", text::names(a), text::names(b));
        return Err(Error::new(ErrorKind::DTypePromotion, sentence));
    }
    let both = |(x, y): (&Field, &Field)| {
        if x.title != y.title {
            let sentence = format!("field titles of field '{}' mismatch", x.name);
            return Err(Error::new(ErrorKind::DTypePromotion, sentence));
        }
        Ok((x.name.clone(), x.title.clone(), try_promote(x.dtype, y.dtype)?))
    };
    let fields = a.fields.iter().zip(&b.fields).map(both).collect::<Result<_>>()?;
    let made = Record::packed(fields, a.aligned || b.aligned)?;
    Ok(match made {
        DType::Record(packed) if a.attributes && b.attributes => Record { attributes: true, ..packed.clone() }.dtype(),
        other => other,
    })
}

/// Whether a cast is allowed, where one dtype is structured, a block or plain bytes.
pub(in crate::nd) fn may_cast(from: DType, to: DType, casting: Casting) -> bool {
    if casting == Casting::No {
        return from == to;
    }
    if casting == Casting::Equiv {
        // The same elements elsewhere, or in another byte order.
        return match (from, to) {
            (DType::Record(first), DType::Record(second)) => {
                let mut fields = first.fields.iter().zip(&second.fields);
                let named = |(x, y): (&Field, &Field)| x.name == y.name && x.title == y.title;
                first.fields.len() == second.fields.len()
                    && fields.all(|(x, y)| named((x, y)) && can_cast(x.dtype, y.dtype, casting))
            }
            (DType::Block(first), DType::Block(second)) => {
                first.shape == second.shape && can_cast(first.base, second.base, casting)
            }
            _ => from == to,
        };
    }
    match (from, to) {
        _ if from == to => true,
        (_, DType::Object) => true,
        (DType::Record(first), DType::Record(second)) => {
            let fields = || first.fields.iter().zip(&second.fields);
            first.fields.len() == second.fields.len() && fields().all(|(x, y)| can_cast(x.dtype, y.dtype, casting))
        }
        (DType::Block(first), DType::Block(second)) => {
            (first.shape == second.shape || casting == Casting::Unsafe) && can_cast(first.base, second.base, casting)
        }
        (plain, DType::Block(block)) => can_cast(plain, block.base, casting),
        (DType::Block(block), plain) => casting == Casting::Unsafe && can_cast(block.base, plain, casting),
        (plain, DType::Record(record)) => {
            casting == Casting::Unsafe && record.fields.iter().all(|field| can_cast(plain, field.dtype, casting))
        }
        (DType::Record(record), plain) => {
            let [field] = &record.fields[..] else { return false };
            casting == Casting::Unsafe && plain.kind() != Kind::Void && can_cast(field.dtype, plain, casting)
        }
        (plain, DType::Void(length)) => {
            let cuts_off = plain.itemsize() > length as usize;
            let fits = length == 0 || !cuts_off || (plain.kind() == Kind::Void && casting == Casting::SameKind);
            casting == Casting::Unsafe || (fits && plain.kind() != Kind::Object)
        }
        _ => casting == Casting::Unsafe,
    }
}
