//! Every way a learner may describe a structured dtype, and its description in turn: lists, dicts and tuples of
//! fields, and texts such as `'i4, (2,3)f8'`.
//!
//! The class `dtype` is in `dtype`; what records are in memory, in the engine's `record`.

use rustpython_vm::builtins::{PyDict, PyInt, PyList, PyStr, PyTuple, PyType};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::array::shape_tuple;
use super::errors::OrRaise;
use super::{args, dtype, void};
use crate::nd::DType;
use crate::nd::record::{Field, Missing, Record};
use crate::nd::text::sized_to;

/// A dtype's name, or a list of fields' between commas, each perhaps with a shape before it.
pub fn parse_text(text: &str, align: bool, vm: &VirtualMachine) -> PyResult<DType> {
    let parts = between_commas(text);
    if let [only] = &parts[..] {
        if has_one_in_parentheses(only) {
            return Err(vm.new_type_error(format!("data type '{text}' not understood")));
        }
        return if only.starts_with(|c: char| c == '(' || c.is_ascii_digit()) {
            parse_part(only, vm)
        } else {
            dtype::parse_name(text, vm)
        };
    }
    let parts = match parts.split_last() {
        Some((last, rest)) if last.trim().is_empty() => rest,
        _ => &parts,
    };
    if parts.iter().any(|part| has_one_in_parentheses(part)) {
        let message = "Passing in a parenthesized single number for repeats is deprecated; pass either a single number or \
                       indicate a tuple with a comma, like \"(2,)\".";
        super::errors::warn(vm.ctx.exceptions.deprecation_warning, message, vm)?;
    }
    let fields = parts.iter().enumerate().map(|(at, part)| Ok((format!("f{at}"), None, parse_part(part, vm)?)));
    Record::packed(fields.collect::<PyResult<_>>()?, align).or_raise(vm)
}

/// Whether a part begins with a length in parentheses without a comma: `(2)f4`.
fn has_one_in_parentheses(part: &str) -> bool {
    let rest = part.trim().trim_start_matches(['<', '>', '=', '|']);
    let lengths = rest.strip_prefix('(').and_then(|inner| inner.split_once(')'));
    lengths.is_some_and(|(lengths, _)| !lengths.trim().is_empty() && lengths.trim().bytes().all(|c| c.is_ascii_digit()))
}

/// The pieces between the commas that stand in no parentheses and brackets.
fn between_commas(text: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0i32, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts
}

/// `3u8`, `(2,3)f4`, `>(2,)i4`, `U5`.
fn parse_part(part: &str, vm: &VirtualMachine) -> PyResult<DType> {
    let part = part.trim();
    let order = &part[..part.find(|c| !matches!(c, '<' | '>' | '=' | '|')).unwrap_or(0)];
    let rest = &part[order.len()..];
    let (repeats, name) = match rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((lengths, name)) => (Some(lengths), name),
        None => {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            ((end > 0).then_some(&rest[..end]), &rest[end..])
        }
    };
    let Some(repeats) = repeats else { return dtype::parse_name(part, vm) };
    let name = format!("{order}{}", name.trim());
    let lengths: Option<Vec<usize>> = repeats
        .split(',')
        .map(str::trim)
        .filter(|length| !length.is_empty())
        .map(|length| length.parse().ok())
        .collect();
    let lengths =
        lengths.ok_or_else(|| vm.new_value_error(format!("format number 1 of \"{part}\" is not recognized")))?;
    let one = dtype::parse_name(&name, vm)?;
    match lengths[..] {
        // Of text and bytes it is the length.
        [length] if one.itemsize() == 0 && one.record().is_none() && !rest.starts_with('(') => {
            dtype::parse_name(&format!("{name}{length}"), vm)
        }
        _ => one.in_blocks(&lengths).or_raise(vm),
    }
}

/// A list of fields: `(name, dtype)` or `(name, dtype, shape)`, where a name may be `(title, name)`.
pub fn parse_list(items: &[PyObjectRef], align: bool, vm: &VirtualMachine) -> PyResult<DType> {
    let mut fields = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let shown = || item.repr(vm).map_or_else(|_| String::new(), |text| text.to_string_lossy().into_owned());
        let parts = item.downcast_ref::<PyTuple>().map(|tuple| tuple.as_slice()).unwrap_or_default();
        let (name, format, shape) = match parts {
            [name, format] => (name, format, None),
            [name, format, shape] => (name, format, Some(shape)),
            [] | [_] => {
                return Err(vm.new_type_error(format!("Field elements must be 2- or 3-tuples, got '{}'", shown())));
            }
            _ => {
                let sentence = "Field elements must be tuples with at most 3 elements, got";
                return Err(vm.new_type_error(format!("{sentence} '{}'", shown())));
            }
        };
        let (title, name) = match name.downcast_ref::<PyTuple>().map(|pair| pair.as_slice()) {
            Some([title, name]) => (Some(title), name),
            Some(_) => return Err(vm.new_type_error("Field name tuples must be (title, name) pairs")),
            None => (None, name),
        };
        let Some(name) = name.downcast_ref::<PyStr>() else {
            return Err(vm.new_type_error("First element of field tuple is neither a tuple nor str"));
        };
        let title = title.filter(|title| !vm.is_none(title)).map(|title| text_of(title, vm)).transpose()?;
        let name = match name.to_string_lossy().into_owned() {
            // A field without a name goes by its title, else by its number.
            none if none.is_empty() => title.clone().unwrap_or_else(|| format!("f{at}")),
            name => name,
        };
        let title = title.filter(|title| *title != name);
        let format = dtype::parse_aligned(format, align, vm)?;
        let format = match shape {
            Some(shape) if format.itemsize() == 0 && format.record().is_none() && shape.downcastable::<PyInt>() => {
                sized(format, shape, vm)?
            }
            Some(shape) => format.in_blocks(&block_shape(shape, vm)?).or_raise(vm)?,
            None => format,
        };
        if format.kind() == crate::nd::Kind::Text {
            return Err(vm.new_type_error("StringDType is not currently supported for structured dtype fields."));
        }
        fields.push((name, title, format));
    }
    Record::packed(fields, align).or_raise(vm)
}

fn text_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<String> {
    match object.downcast_ref::<PyStr>() {
        Some(text) => Ok(text.to_string_lossy().into_owned()),
        None => Err(vm.new_type_error(format!(
            "this page's NumPy has names and titles of fields that are str, not {}",
            object.class().name()
        ))),
    }
}

/// The shape of a block: a length or a tuple of lengths.
pub fn block_shape(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<usize>> {
    let lengths = args::integers(value, vm).map_err(|_| vm.new_value_error("invalid shape in fixed-type tuple."))?;
    let positive = |length: isize| {
        usize::try_from(length)
            .map_err(|_| vm.new_value_error("invalid shape in fixed-type tuple: dimension smaller then zero."))
    };
    lengths.into_iter().map(positive).collect()
}

/// `{'names': …, 'formats': …}` with `offsets`, `titles`, `itemsize` and `aligned`, or `{name: (dtype, offset)}`.
pub fn parse_dict(dict: &Py<PyDict>, align: bool, vm: &VirtualMachine) -> PyResult<DType> {
    let get = |key: &str| dict.get_item_opt(key, vm).map(|value| value.filter(|value| !vm.is_none(value)));
    let (Some(names), Some(formats)) = (get("names")?, get("formats")?) else {
        return parse_places(dict, align, vm);
    };
    let list = |value: PyObjectRef| -> PyResult<Vec<PyObjectRef>> { value.try_to_value(vm) };
    let (names, formats) = (list(names)?, list(formats)?);
    let offsets = get("offsets")?.map(list).transpose()?;
    let titles = get("titles")?.map(list).transpose()?;
    let align = match get("aligned")? {
        Some(aligned) => aligned.try_to_bool(vm)?,
        None => align,
    };
    let itemsize = get("itemsize")?.map(|size| args::to_isize(&size, vm)).transpose()?;
    let short = |list: &Option<Vec<PyObjectRef>>| list.as_ref().is_some_and(|list| list.len() < names.len());
    if formats.len() < names.len() || short(&offsets) || short(&titles) {
        return Err(
            vm.new_value_error("'names', 'formats', 'offsets', and 'titles' dict entries must have the same length")
        );
    }
    let mut fields: Vec<Field> = Vec::with_capacity(names.len());
    let mut end = 0usize;
    for (at, name) in names.iter().enumerate() {
        let format = dtype::parse_aligned(&formats[at], align, vm)?;
        let offset = match &offsets {
            Some(offsets) => offset_of(&offsets[at], vm)?,
            None if align => end.next_multiple_of(format.alignment()),
            None => end,
        };
        let title = titles.as_ref().map(|titles| &titles[at]).filter(|title| !vm.is_none(title));
        let title = title.map(|title| text_of(title, vm)).transpose()?;
        end = offset.saturating_add(format.itemsize());
        fields.push(Field { name: text_of(name, vm)?, title, dtype: format, offset });
    }
    refuse_overlapping_objects(&fields, vm)?;
    let itemsize = itemsize.map(|size| usize::try_from(size).unwrap_or(0));
    Record::placed(fields, itemsize, align).or_raise(vm)
}

/// `{name: (dtype, offset)}` or `{name: (dtype, offset, title)}`.
fn parse_places(dict: &Py<PyDict>, align: bool, vm: &VirtualMachine) -> PyResult<DType> {
    let mut fields = Vec::new();
    for (name, place) in dict.items_vec() {
        place.length(vm)?;
        let parts = place.downcast_ref::<PyTuple>().map(|place| place.as_slice()).unwrap_or_default();
        let (format, offset, title) = match parts {
            [format, offset] => (format, offset, None),
            [format, offset, title] => (format, offset, Some(title).filter(|title| !vm.is_none(title))),
            _ => return Err(vm.new_value_error("entry not a 2- or 3- tuple")),
        };
        fields.push(Field {
            name: text_of(&name, vm)?,
            title: title.map(|title| text_of(title, vm)).transpose()?,
            dtype: dtype::parse_aligned(format, align, vm)?,
            offset: offset_of(offset, vm)?,
        });
    }
    fields.sort_by_key(|field| field.offset);
    refuse_overlapping_objects(&fields, vm)?;
    Record::placed(fields, None, align).or_raise(vm)
}

fn offset_of(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
    let offset = args::to_isize(value, vm)?;
    usize::try_from(offset).map_err(|_| vm.new_value_error(format!("offset {offset} cannot be negative")))
}

fn refuse_overlapping_objects(fields: &[Field], vm: &VirtualMachine) -> PyResult<()> {
    let range = |field: &Field| field.offset..field.offset.saturating_add(field.dtype.itemsize());
    for (at, field) in fields.iter().enumerate().filter(|(_, field)| field.dtype.has_objects()) {
        let own = range(field);
        let meets = |other: &Field| own.start < range(other).end && range(other).start < own.end;
        if fields.iter().enumerate().any(|(place, other)| place != at && meets(other)) {
            return Err(vm.new_type_error("Cannot create a NumPy dtype with overlapping object fields"));
        }
    }
    Ok(())
}

/// `(dtype, shape)`, `(np.void, 10)`, `(np.record, fields)`.
pub fn parse_tuple(parts: &[PyObjectRef], align: bool, vm: &VirtualMachine) -> PyResult<DType> {
    let [first, second] = parts else {
        return Err(vm.new_type_error(format!("Tuple must have size 2, but has size {}", parts.len())));
    };
    let base = dtype::parse_aligned(first, align, vm)?;
    if base.itemsize() == 0 && base.record().is_none() && second.downcastable::<PyInt>() {
        return sized(base, second, vm);
    }
    let is_shape = |value: &PyObjectRef| {
        value.downcastable::<PyInt>()
            || value.downcast_ref::<PyTuple>().is_some_and(|tuple| {
                let at_name = tuple.as_slice().first().is_some_and(|item| item.downcastable::<PyStr>());
                !at_name && tuple.as_slice().iter().all(|item| !item.downcastable::<PyTuple>())
            })
            || value.downcastable::<PyStr>() && base.itemsize() > 0 && dtype::parse_aligned(value, align, vm).is_err()
    };
    if is_shape(second) {
        return base.in_blocks(&block_shape(second, vm)?).or_raise(vm);
    }
    let fields = dtype::parse_aligned(second, align, vm)?;
    if base == DType::Void(0) {
        let attributes = first.downcast_ref::<PyType>().is_some_and(void::is_record_class);
        return Ok(match fields {
            DType::Record(record) => Record { attributes, ..record.clone() }.dtype(),
            other => other,
        });
    }
    if base.itemsize() != fields.itemsize() {
        return Err(vm.new_value_error("mismatch in size of old and new data-descriptor"));
    }
    match (base, fields) {
        (DType::Void(_) | DType::Record(_), DType::Record(_)) => Ok(fields),
        (_, DType::Record(_)) => Err(vm.new_not_implemented_error(
            "this page's NumPy has no dtypes that are numbers with fields; view the array as the structured dtype",
        )),
        _ => Ok(base),
    }
}

/// Text, bytes or void of a length.
fn sized(dtype: DType, length: &PyObject, vm: &VirtualMachine) -> PyResult<DType> {
    let length = args::to_isize(&length.to_owned(), vm)?;
    let length = u32::try_from(length).ok().filter(|&length| length <= i32::MAX as u32 / 4);
    length
        .map(|length| sized_to(dtype, length))
        .ok_or_else(|| vm.new_value_error("invalid itemsize in generic type tuple"))
}

/// `dtype[key]`: a field's dtype, or the dtype of some fields.
pub fn subscript(dtype: DType, key: &PyObject, vm: &VirtualMachine) -> PyResult<DType> {
    let key_error = |text: String| vm.new_key_error(vm.ctx.new_str(text).into());
    let Some(record) = dtype.record() else {
        return Err(key_error(format!("There are no fields in dtype {dtype}.")));
    };
    if let Some(name) = key.downcast_ref::<PyStr>() {
        let name = name.to_string_lossy();
        let field = record.field(&name).ok_or_else(|| key_error(format!("Field named '{name}' not found.")))?;
        return Ok(field.dtype);
    }
    if let Some(names) = names_of(key) {
        return some_fields(record, &names, vm);
    }
    if key.try_index_opt(vm).is_some() {
        let at = args::to_isize(&key.to_owned(), vm)?;
        let place = if at < 0 { at + record.fields.len() as isize } else { at };
        let field = usize::try_from(place).ok().and_then(|place| record.fields.get(place));
        let field = field.ok_or_else(|| vm.new_index_error(format!("Field index {at} out of range.")))?;
        return Ok(field.dtype);
    }
    Err(vm.new_type_error("Field key must be an integer field offset, single field name, or list of field names."))
}

/// The names in a list of nothing but names.
pub fn names_of(key: &PyObject) -> Option<Vec<String>> {
    let items = key.downcast_ref::<PyList>()?.borrow_vec().to_vec();
    let names: Option<Vec<String>> =
        items.iter().map(|item| Some(item.downcast_ref::<PyStr>()?.to_string_lossy().into_owned())).collect();
    names.filter(|names| !names.is_empty())
}

/// The dtype of some fields.
pub fn some_fields(record: &Record, names: &[String], vm: &VirtualMachine) -> PyResult<DType> {
    record.some(names).map_err(|missing| match missing {
        Missing::Field(name) => vm.new_key_error(vm.ctx.new_str(name).into()),
        Missing::Title => vm.new_key_error(vm.ctx.new_str("cannot use field titles in multi-field index").into()),
        Missing::Twice(name) => vm.new_value_error(format!("duplicate field of name '{name}'")),
    })
}

/// The dtype with other names for its fields.
pub fn renamed(dtype: DType, names: &PyObject, vm: &VirtualMachine) -> PyResult<DType> {
    let Some(record) = dtype.record() else { return Err(vm.new_value_error("there are no fields defined")) };
    let names: Vec<PyObjectRef> = names.to_owned().try_to_value(vm).unwrap_or_default();
    if names.len() != record.fields.len() {
        return record.renamed(vec![String::new(); names.len()]).or_raise(vm);
    }
    let text = |(at, name): (usize, &PyObjectRef)| match name.downcast_ref::<PyStr>() {
        Some(text) => Ok(text.to_string_lossy().into_owned()),
        None => {
            let class = name.class().name().to_string();
            Err(vm.new_value_error(format!("item #{at} of names is of type {class} and not string")))
        }
    };
    let texts = names.iter().enumerate().map(text).collect::<PyResult<Vec<String>>>()?;
    record.renamed(texts).or_raise(vm)
}

/// `dtype.fields`.
pub fn mapping(record: &Record, vm: &VirtualMachine) -> PyResult {
    let dict = vm.ctx.new_dict();
    for field in &record.fields {
        let mut entry: Vec<PyObjectRef> =
            vec![dtype::object(field.dtype, vm).into(), vm.ctx.new_int(field.offset).into()];
        entry.extend(field.title.as_ref().map(|title| PyObjectRef::from(vm.ctx.new_str(&**title))));
        let entry: PyObjectRef = vm.ctx.new_tuple(entry).into();
        for name in std::iter::once(&field.name).chain(&field.title) {
            dict.set_item(name.as_str(), entry.clone(), vm)?;
        }
    }
    vm.ctx.types.mappingproxy_type.as_object().call((dict,), vm)
}

/// `dtype.descr`: the fields, and gaps as fields without a name.
pub fn descr(dtype: DType, vm: &VirtualMachine) -> PyResult {
    let text = |text: String| -> PyObjectRef { vm.ctx.new_str(text).into() };
    let Some(record) = dtype.record() else {
        let one = vm.ctx.new_tuple(vec![text(String::new()), text(dtype.array_protocol())]);
        return Ok(vm.ctx.new_list(vec![one.into()]).into());
    };
    let mut list = Vec::new();
    for part in record.parts().or_raise(vm)? {
        let entry = match part {
            Ok(field) => field_description(field, descr, vm)?,
            Err(gap) => vec![text(String::new()), text(format!("|V{gap}"))],
        };
        list.push(vm.ctx.new_tuple(entry).into());
    }
    Ok(vm.ctx.new_list(list).into())
}

/// A field as it stands in a list; `describe` gives the list of a field that is a record.
fn field_description(
    field: &Field,
    describe: fn(DType, &VirtualMachine) -> PyResult,
    vm: &VirtualMachine,
) -> PyResult<Vec<PyObjectRef>> {
    let name: PyObjectRef = vm.ctx.new_str(&*field.name).into();
    let name = match &field.title {
        Some(title) => vm.ctx.new_tuple(vec![vm.ctx.new_str(&**title).into(), name]).into(),
        None => name,
    };
    let (base, inner) = field.dtype.out_of_block();
    let format = match base {
        DType::Record(_) => describe(base, vm)?,
        plain => vm.ctx.new_str(plain.array_protocol()).into(),
    };
    let mut entry = vec![name, format];
    if !inner.is_empty() {
        entry.push(shape_tuple(inner, vm).into());
    }
    Ok(entry)
}
