//! The instructions of a pickle, read into plain values. Nothing is ever run.
//!
//! A pickle is a program for a stack machine. Of its instructions this reads those that Python 2 and 3
//! (protocols 2 to 5) write for a dictionary of texts, numbers, lists and uint8 arrays; the calls among
//! them (`numpy.dtype`, `_reconstruct`, …) become notes of what was called, with what. Any other
//! instruction is an error. What the values mean is the parent module's affair.

use std::collections::BTreeMap;
use std::ops::Range;

use super::PickleError;

/// More than this many values is no CIFAR pickle: CIFAR-100's training file has 150,000 or so.
const MOST_OBJECTS: usize = 1 << 20;

/// An index into [`Machine::objects`].
pub type Id = u32;

/// A value, and where its instruction stands in the file.
#[derive(Debug)]
pub struct Object {
    pub value: Value,
    pub at: usize,
}

#[derive(Debug)]
pub enum Value {
    None,
    Bool(bool),
    Int(i64),
    /// Bytes, or a text of Python 2, where they lie in the file.
    Bytes(Range<usize>),
    /// A text, as UTF-8.
    Text(Range<usize>),
    /// Bytes that protocol 2 writes as a text: each is a character, U+0000 to U+00FF, in UTF-8.
    Latin1(Range<usize>),
    List(Vec<Id>),
    Tuple(Vec<Id>),
    Dict(Vec<(Id, Id)>),
    /// A class or function, by its module and name.
    Global(String),
    /// `numpy.dtype`'s first argument.
    Dtype(Id),
    Array(Array),
    /// Something that CIFAR has no use for.
    Other,
}

/// A NumPy array as its pickle describes it; all empty until its state is read.
#[derive(Clone, Debug, Default)]
pub struct Array {
    pub shape: Option<Id>,
    pub dtype: Option<Id>,
    pub fortran: bool,
    pub data: Option<Id>,
}

/// How reading ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With the instruction to stop.
    Stop,
    /// The file ended before.
    Cut {
        /// Where a byte string should have ended that the cut went through.
        within_until: Option<usize>,
    },
}

pub struct Machine<'a> {
    bytes: &'a [u8],
    at: usize,
    pub objects: Vec<Object>,
    /// `None` is a mark.
    pub stack: Vec<Option<Id>>,
    memo: BTreeMap<u32, Id>,
}

/// Why a step could not be taken.
enum Halt {
    Cut,
    Error(PickleError),
}

impl From<PickleError> for Halt {
    fn from(error: PickleError) -> Halt {
        Halt::Error(error)
    }
}

type Step<T> = Result<T, Halt>;

impl<'a> Machine<'a> {
    /// Reads until the program stops or the bytes end.
    pub fn read(bytes: &'a [u8]) -> Result<(Machine<'a>, End), PickleError> {
        let mut machine = Machine { bytes, at: 0, objects: Vec::new(), stack: Vec::new(), memo: BTreeMap::new() };
        loop {
            match machine.step() {
                Ok(None) => {}
                Ok(Some(end)) => return Ok((machine, end)),
                Err(Halt::Cut) => return Ok((machine, End::Cut { within_until: None })),
                Err(Halt::Error(error)) => return Err(error),
            }
        }
    }

    pub fn value(&self, id: Id) -> &Value {
        &self.objects[id as usize].value
    }

    pub fn at(&self, id: Id) -> usize {
        self.objects[id as usize].at
    }

    /// The bytes of a text or byte string; those of a text's UTF-8, so compare with ASCII only.
    pub fn text(&self, id: Id) -> Option<&'a [u8]> {
        match self.value(id) {
            Value::Bytes(range) | Value::Text(range) | Value::Latin1(range) => Some(&self.bytes[range.clone()]),
            _ => None,
        }
    }

    fn step(&mut self) -> Step<Option<End>> {
        let begun = self.at;
        let [opcode] = self.take::<1>()?;
        match opcode {
            b'.' => return Ok(Some(End::Stop)),
            0x80 => drop(self.take::<1>()?),               // PROTO
            0x95 => drop(self.take::<8>()?),               // FRAME
            b'(' => self.stack.push(None),                 // MARK
            b'N' => self.push(Value::None, begun)?,        // NONE
            0x88 => self.push(Value::Bool(true), begun)?,  // NEWTRUE
            0x89 => self.push(Value::Bool(false), begun)?, // NEWFALSE
            b'K' => {
                let [value] = self.take::<1>()?; // BININT1
                self.push(Value::Int(value.into()), begun)?;
            }
            b'M' => {
                let value = u16::from_le_bytes(self.take()?); // BININT2
                self.push(Value::Int(value.into()), begun)?;
            }
            b'J' => {
                let value = i32::from_le_bytes(self.take()?); // BININT
                self.push(Value::Int(value.into()), begun)?;
            }
            0x8a => {
                let [length] = self.take::<1>()?; // LONG1
                let digits = self.slice(length.into())?;
                let value = long(&self.bytes[digits]);
                self.push(value, begun)?;
            }
            b'G' => {
                self.take::<8>()?; // BINFLOAT
                self.push(Value::Other, begun)?;
            }
            b'U' | b'C' => {
                let [length] = self.take::<1>()?; // SHORT_BINSTRING, SHORT_BINBYTES
                return self.string(length.into(), Value::Bytes, begun);
            }
            b'T' | b'B' => {
                let length = u32::from_le_bytes(self.take()?); // BINSTRING, BINBYTES
                return self.string(length.into(), Value::Bytes, begun);
            }
            0x8e | 0x96 => {
                let length = u64::from_le_bytes(self.take()?); // BINBYTES8, BYTEARRAY8
                return self.string(length, Value::Bytes, begun);
            }
            0x8c => {
                let [length] = self.take::<1>()?; // SHORT_BINUNICODE
                return self.string(length.into(), Value::Text, begun);
            }
            b'X' => {
                let length = u32::from_le_bytes(self.take()?); // BINUNICODE
                return self.string(length.into(), Value::Text, begun);
            }
            0x8d => {
                let length = u64::from_le_bytes(self.take()?); // BINUNICODE8
                return self.string(length, Value::Text, begun);
            }
            b']' => self.push(Value::List(Vec::new()), begun)?, // EMPTY_LIST
            b')' => self.push(Value::Tuple(Vec::new()), begun)?, // EMPTY_TUPLE
            b'}' => self.push(Value::Dict(Vec::new()), begun)?, // EMPTY_DICT
            0x85..=0x87 => {
                let mut items: Vec<Id> = (0..opcode - 0x84).map(|_| self.pop(begun)).collect::<Result<_, _>>()?; // TUPLE1, 2, 3
                items.reverse();
                self.push(Value::Tuple(items), begun)?;
            }
            b't' => {
                let items = self.pop_to_mark(begun)?; // TUPLE
                self.push(Value::Tuple(items), begun)?;
            }
            b'a' => {
                let item = self.pop(begun)?; // APPEND
                self.extend(vec![item], begun)?;
            }
            b'e' => {
                let items = self.pop_to_mark(begun)?; // APPENDS
                self.extend(items, begun)?;
            }
            b's' => {
                let value = self.pop(begun)?; // SETITEM
                let key = self.pop(begun)?;
                self.set(vec![key, value], begun)?;
            }
            b'u' => {
                let items = self.pop_to_mark(begun)?; // SETITEMS
                self.set(items, begun)?;
            }
            b'q' => {
                let [place] = self.take::<1>()?; // BINPUT
                self.remember(place.into(), begun)?;
            }
            b'r' => {
                let place = u32::from_le_bytes(self.take()?); // LONG_BINPUT
                self.remember(place, begun)?;
            }
            0x94 => self.remember(self.memo.len() as u32, begun)?, // MEMOIZE
            b'h' => {
                let [place] = self.take::<1>()?; // BINGET
                self.recall(place.into(), begun)?;
            }
            b'j' => {
                let place = u32::from_le_bytes(self.take()?); // LONG_BINGET
                self.recall(place, begun)?;
            }
            b'c' => {
                let (module, name) = (self.line()?, self.line()?); // GLOBAL
                let called = format!("{} {}", self.lossy(module), self.lossy(name));
                self.push(Value::Global(called), begun)?;
            }
            0x93 => {
                let (name, module) = (self.pop(begun)?, self.pop(begun)?); // STACK_GLOBAL
                let word = |id| self.text(id).map(String::from_utf8_lossy).ok_or(PickleError::Malformed { at: begun });
                let called = format!("{} {}", word(module)?, word(name)?);
                self.push(Value::Global(called), begun)?;
            }
            b'R' | 0x81 => {
                let (arguments, called) = (self.pop(begun)?, self.pop(begun)?); // REDUCE, NEWOBJ
                let made = self.noted(called, arguments);
                self.push(made, begun)?;
            }
            b'b' => {
                let state = self.pop(begun)?; // BUILD
                self.build(state, begun)?;
            }
            _ => return Err(PickleError::Instruction { opcode, at: begun }.into()),
        }
        Ok(None)
    }

    /// What a call would have made; only NumPy's own forms are told apart.
    fn noted(&self, called: Id, arguments: Id) -> Value {
        let (Value::Global(name), Value::Tuple(arguments)) = (self.value(called), self.value(arguments)) else {
            return Value::Other;
        };
        match (name.as_str(), arguments.as_slice()) {
            ("numpy.core.multiarray _reconstruct" | "numpy._core.multiarray _reconstruct", _) => {
                Value::Array(Array::default())
            }
            ("numpy.core.numeric _frombuffer" | "numpy._core.numeric _frombuffer", &[data, dtype, shape, order]) => {
                let fortran = self.text(order) == Some(b"F");
                Value::Array(Array { shape: Some(shape), dtype: Some(dtype), fortran, data: Some(data) })
            }
            ("numpy dtype", &[code, ..]) => Value::Dtype(code),
            ("_codecs encode", &[text, encoding]) if self.text(encoding) == Some(b"latin1") => match self.value(text) {
                Value::Text(range) => Value::Latin1(range.clone()),
                _ => Value::Other,
            },
            _ => Value::Other,
        }
    }

    /// The state of an array: (version, shape, dtype, is_fortran, data).
    fn build(&mut self, state: Id, at: usize) -> Step<()> {
        let state = match self.value(state) {
            Value::Tuple(items) => items.clone(),
            _ => Vec::new(),
        };
        let target = self.top(at)?;
        let filled = match (self.value(target), state.as_slice()) {
            (Value::Array(_), &[_, shape, dtype, fortran, data]) => {
                let fortran = matches!(self.value(fortran), Value::Bool(true) | Value::Int(1));
                Array { shape: Some(shape), dtype: Some(dtype), fortran, data: Some(data) }
            }
            _ => return Ok(()),
        };
        self.objects[target as usize].value = Value::Array(filled);
        Ok(())
    }

    fn push(&mut self, value: Value, at: usize) -> Step<()> {
        if self.objects.len() >= MOST_OBJECTS {
            return Err(PickleError::TooMany.into());
        }
        self.stack.push(Some(self.objects.len() as Id));
        self.objects.push(Object { value, at });
        Ok(())
    }

    /// A string whose end is missing is kept as far as it goes, and ends the reading.
    fn string(&mut self, length: u64, make: fn(Range<usize>) -> Value, begun: usize) -> Step<Option<End>> {
        let until = usize::try_from(length).ok().and_then(|length| self.at.checked_add(length));
        let until = until.ok_or(PickleError::Malformed { at: begun })?;
        let range = self.at..until.min(self.bytes.len());
        self.at = range.end;
        self.push(make(range), begun)?;
        Ok((until > self.bytes.len()).then_some(End::Cut { within_until: Some(until) }))
    }

    fn pop(&mut self, at: usize) -> Step<Id> {
        self.stack.pop().flatten().ok_or(PickleError::Malformed { at }.into())
    }

    fn top(&self, at: usize) -> Step<Id> {
        self.stack.last().copied().flatten().ok_or(PickleError::Malformed { at }.into())
    }

    fn pop_to_mark(&mut self, at: usize) -> Step<Vec<Id>> {
        let mark = self.stack.iter().rposition(Option::is_none).ok_or(PickleError::Malformed { at })?;
        let items = self.stack.split_off(mark + 1).into_iter().flatten().collect();
        self.stack.pop();
        Ok(items)
    }

    fn extend(&mut self, items: Vec<Id>, at: usize) -> Step<()> {
        let target = self.top(at)?;
        match &mut self.objects[target as usize].value {
            Value::List(list) => list.extend(items),
            _ => return Err(PickleError::Malformed { at }.into()),
        }
        Ok(())
    }

    fn set(&mut self, items: Vec<Id>, at: usize) -> Step<()> {
        let target = self.top(at)?;
        match &mut self.objects[target as usize].value {
            Value::Dict(entries) => entries.extend(items.as_chunks::<2>().0.iter().map(|&[key, value]| (key, value))),
            _ => return Err(PickleError::Malformed { at }.into()),
        }
        Ok(())
    }

    fn remember(&mut self, place: u32, at: usize) -> Step<()> {
        let top = self.top(at)?;
        self.memo.insert(place, top);
        Ok(())
    }

    fn recall(&mut self, place: u32, at: usize) -> Step<()> {
        let id = *self.memo.get(&place).ok_or(PickleError::Malformed { at })?;
        self.stack.push(Some(id));
        Ok(())
    }

    fn slice(&mut self, length: usize) -> Step<Range<usize>> {
        let end = self.at.checked_add(length).filter(|&end| end <= self.bytes.len()).ok_or(Halt::Cut)?;
        let range = self.at..end;
        self.at = end;
        Ok(range)
    }

    fn take<const N: usize>(&mut self) -> Step<[u8; N]> {
        let range = self.slice(N)?;
        Ok(self.bytes[range].try_into().expect("a slice of N bytes was taken"))
    }

    /// Up to the next line feed, which is taken and left out.
    fn line(&mut self) -> Step<Range<usize>> {
        let length = self.bytes[self.at..].iter().position(|&byte| byte == b'\n').ok_or(Halt::Cut)?;
        let range = self.slice(length)?;
        self.at += 1;
        Ok(range)
    }

    fn lossy(&self, range: Range<usize>) -> String {
        String::from_utf8_lossy(&self.bytes[range]).into_owned()
    }
}

/// Little-endian two's complement, as LONG1 has it.
fn long(digits: &[u8]) -> Value {
    if digits.len() > 8 {
        return Value::Other;
    }
    let negative = digits.last().is_some_and(|&byte| byte & 0x80 != 0);
    let mut full = [if negative { 0xff } else { 0 }; 8];
    full[..digits.len()].copy_from_slice(digits);
    Value::Int(i64::from_le_bytes(full))
}
