//! Reads a row: literals, names, calls, methods, subscripts, comparison and a sign. Evaluates as it reads.

use num_complex::Complex64;
use stridelab::nd::error::Result;
use stridelab::nd::index::{self, Selected};
use stridelab::nd::{Array, Bool, DType, Order, Scalar};

use super::calls::{self, Args};
use super::value::Value;

pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    scope: &'a [(String, Value)],
}

/// `target[subscript] = value`; gives the fixture `a` afterwards.
pub fn assign(target: &str, value: &str, scope: &[(String, Value)]) -> Result<Value> {
    let value = Reader::new(value, scope).value()?;
    let mut reader = Reader::new(target, scope);
    let array = reader.primary()?.array()?;
    assert!(reader.eat("["), "an assignment is to a subscript");
    let subscript = reader.subscript()?;
    index::set(&array, &subscript.index_items()?, &value.array()?)?;
    let (_, shown) = scope.iter().find(|(name, _)| name == "a").expect("the fixture a is shown");
    Ok(shown.clone())
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, scope: &'a [(String, Value)]) -> Self {
        Self { text, at: 0, scope }
    }

    /// The whole text as one value.
    pub fn value(mut self) -> Result<Value> {
        let value = self.expression()?;
        self.space();
        assert_eq!(self.at, self.text.len(), "read to the end: {}", self.text);
        Ok(value)
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, token: &str) -> bool {
        self.space();
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn expect(&mut self, token: &str) {
        assert!(self.eat(token), "{token} at {} in {}", self.at, self.text);
    }

    fn word(&mut self) -> &'a str {
        self.space();
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn expression(&mut self) -> Result<Value> {
        let mut left = self.sum()?;
        if self.eat(">") {
            let right = self.sum()?.array()?.to_vec::<f64>()?[0];
            let array = left.array()?;
            let above: Vec<Bool> = array.to_vec::<f64>()?.iter().map(|&x| Bool::from(x > right)).collect();
            let mask = Array::from_vec(array.shape(), above).expect("one flag an element");
            // A ufunc's result lies in memory as its operand does.
            let laid_out = array.zeros_like(DType::Bool)?;
            laid_out.assign(&mask)?;
            left = Value::Array(laid_out);
        }
        Ok(left)
    }

    fn sum(&mut self) -> Result<Value> {
        let mut left = self.product()?;
        loop {
            let sign = if self.eat("+") {
                1.0
            } else if self.eat("-") {
                -1.0
            } else {
                return Ok(left);
            };
            let right = self.product()?;
            left = match (&left, &right) {
                (Value::Scalar(a), Value::Scalar(Scalar::Complex(_)))
                | (Value::Scalar(a @ Scalar::Complex(_)), Value::Scalar(_)) => {
                    let Value::Scalar(b) = &right else { unreachable!("matched above") };
                    let (a, b) = (Array::scalar(*a, DType::Complex128), Array::scalar(*b, DType::Complex128));
                    let (a, b) = (a.to_vec::<Complex64>()?[0], b.to_vec::<Complex64>()?[0]);
                    Value::Scalar(Scalar::Complex(Complex64::new(a.re + sign * b.re, a.im + sign * b.im)))
                }
                (Value::Scalar(a), Value::Scalar(b)) => {
                    let real = |x: &Scalar| Array::scalar(*x, DType::Float64).to_vec::<f64>();
                    Value::Scalar(Scalar::Float(real(a)?[0] + sign * real(b)?[0]))
                }
                _ => panic!("sums are of numbers: {}", self.text),
            };
        }
    }

    /// `(1,) * 3` is the only product.
    fn product(&mut self) -> Result<Value> {
        let left = self.signed()?;
        if self.eat("*") {
            let times = self.signed()?.int() as usize;
            return Ok(match left {
                Value::Tuple(items) => Value::Tuple(vec![items; times].concat()),
                Value::List(items) => Value::List(vec![items; times].concat()),
                other => panic!("a repeated sequence, not {other:?}"),
            });
        }
        Ok(left)
    }

    fn signed(&mut self) -> Result<Value> {
        if self.eat("-") {
            return Ok(match self.signed()? {
                Value::Scalar(Scalar::Int(value)) => Value::Scalar(Scalar::Int(value.wrapping_neg())),
                Value::Scalar(Scalar::UInt(value)) => Value::Scalar(Scalar::Int((value as i64).wrapping_neg())),
                Value::Scalar(Scalar::Float(value)) => Value::Scalar(Scalar::Float(-value)),
                Value::Scalar(Scalar::Complex(value)) => Value::Scalar(Scalar::Complex(-value)),
                other => panic!("a number after a sign, not {other:?}"),
            });
        }
        self.postfix()
    }

    fn postfix(&mut self) -> Result<Value> {
        let mut value = self.primary()?;
        loop {
            if self.eat("[") {
                let subscript = self.subscript()?;
                value = match value {
                    Value::List(items) => items[subscript.int() as usize].clone(),
                    other => {
                        let array = other.array()?;
                        match index::get(&array, &subscript.index_items()?)? {
                            Selected::Scalar(value) => Value::Typed(value, array.dtype()),
                            Selected::Element(picked) | Selected::Array(picked) => Value::Array(picked),
                        }
                    }
                };
            } else if self.rest().starts_with('.') {
                self.at += 1;
                let name = self.word();
                if self.eat("(") {
                    let args = self.arguments(vec![value])?;
                    value = calls::call(name, &args)?;
                } else {
                    assert_eq!(name, "T", "an attribute of arrays that rows know");
                    value = Value::Array(value.array()?.reversed_axes());
                }
            } else {
                return Ok(value);
            }
        }
    }

    fn primary(&mut self) -> Result<Value> {
        self.space();
        let next = self.rest().chars().next().expect("a value");
        if next.is_ascii_digit() {
            return Ok(self.number());
        }
        if self.eat("...") {
            return Ok(Value::Ellipsis);
        }
        if self.eat("'") {
            let end = self.rest().find('\'').expect("a closing quote");
            let text = self.rest()[..end].to_owned();
            self.at += end + 1;
            return Ok(Value::Text(text));
        }
        if self.eat("[") {
            return Ok(Value::List(self.sequence("]")?.0));
        }
        if self.eat("(") {
            let (mut items, comma) = self.sequence(")")?;
            return Ok(if items.len() == 1 && !comma { items.remove(0) } else { Value::Tuple(items) });
        }
        let name = self.word();
        match name {
            "None" => return Ok(Value::None),
            "True" => return Ok(Value::Scalar(Scalar::Bool(true))),
            "False" => return Ok(Value::Scalar(Scalar::Bool(false))),
            "slice" => {
                self.expect("(");
                let args = self.arguments(Vec::new())?;
                return calls::call(name, &args);
            }
            "np" => {
                let mut path = String::new();
                while self.eat(".") {
                    path = self.word().to_owned();
                }
                match path.as_str() {
                    "nan" => return Ok(Value::Scalar(Scalar::Float(f64::NAN))),
                    "inf" => return Ok(Value::Scalar(Scalar::Float(f64::INFINITY))),
                    _ => {}
                }
                self.expect("(");
                let args = self.arguments(Vec::new())?;
                return calls::call(&path, &args);
            }
            _ => {}
        }
        let (_, value) = self.scope.iter().find(|(known, _)| known == name).expect("a name of the table");
        Ok(value.clone())
    }

    fn number(&mut self) -> Value {
        let rest = self.rest();
        let mut end = 0;
        for (i, c) in rest.char_indices() {
            let exponent_sign = matches!(c, '+' | '-') && rest[..i].ends_with('e');
            if !(c.is_ascii_digit() || c == '.' || c == 'e' || exponent_sign) {
                break;
            }
            end = i + 1;
        }
        self.at += end;
        let digits = &rest[..end];
        if self.rest().starts_with('j') {
            self.at += 1;
            return Value::Scalar(Scalar::Complex(Complex64::new(0.0, digits.parse().expect("a number"))));
        }
        Value::Scalar(match digits.parse::<i64>() {
            Ok(value) => Scalar::Int(value),
            Err(_) => match digits.parse::<u64>() {
                Ok(value) => Scalar::UInt(value),
                Err(_) => Scalar::Float(digits.parse().expect("a number")),
            },
        })
    }

    fn sequence(&mut self, end: &str) -> Result<(Vec<Value>, bool)> {
        let mut items = Vec::new();
        let mut comma = false;
        while !self.eat(end) {
            items.push(self.expression()?);
            comma = self.eat(",");
        }
        Ok((items, comma))
    }

    fn arguments(&mut self, mut positional: Vec<Value>) -> Result<Args> {
        let mut named = Vec::new();
        while !self.eat(")") {
            let start = self.at;
            let name = self.word();
            if !name.is_empty() && self.eat("=") {
                named.push((name.to_owned(), self.expression()?));
            } else {
                self.at = start;
                positional.push(self.expression()?);
            }
            self.eat(",");
        }
        Ok(Args { positional, named })
    }

    /// What stands between `[` and `]`, the latter included.
    fn subscript(&mut self) -> Result<Value> {
        let mut items = Vec::new();
        let mut comma = false;
        while !self.eat("]") {
            items.push(self.slice_or_value()?);
            comma = self.eat(",");
        }
        Ok(if items.len() == 1 && !comma { items.remove(0) } else { Value::Tuple(items) })
    }

    fn slice_or_value(&mut self) -> Result<Value> {
        let mut parts: [Option<isize>; 3] = [None; 3];
        for place in 0..3 {
            self.space();
            if !self.rest().starts_with([':', ',', ']']) {
                let value = self.expression()?;
                self.space();
                if place == 0 && !self.rest().starts_with(':') {
                    return Ok(value);
                }
                parts[place] = Some(value.int());
            }
            if !self.eat(":") {
                break;
            }
        }
        Ok(Value::Slice(parts[0], parts[1], parts[2]))
    }
}

/// A fresh copy in the order named, as `np.array(x, order=…)` makes it.
pub fn copied(array: &Array, order: Order) -> Result<Value> {
    Ok(Value::Array(array.copy(order)?))
}
