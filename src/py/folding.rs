//! Compiling a program, past one mistake of the compiler.
//!
//! The compiler computes constant expressions itself, and takes the floor of a quotient of floats that
//! leaves no rest for zero: `10.0 // 2.5` was 0.0. Here the left operand of such a quotient is made an
//! expression that is not constant, `[10.0][0] // 2.5`, so that the interpreter, which divides well, does it.
//! Not here: programs without such a quotient, and texts that a program itself hands to `eval`; they go the usual way.

use rustpython_vm::builtins::PyCode;
use rustpython_vm::compiler::ast::visitor::transformer::{Transformer, walk_expr};
use rustpython_vm::compiler::ast::{self, Expr, Operator};
use rustpython_vm::compiler::{Mode, codegen, parser};
use rustpython_vm::{PyRef, PyResult, VirtualMachine};
use std::cell::Cell;

/// The code of `source`, shown as `name`, or the SyntaxError that says what is wrong with it.
pub fn compile(vm: &VirtualMachine, source: &str, mode: Mode, name: &str) -> PyResult<PyRef<PyCode>> {
    let code = vm.compile(source, mode, name).map_err(|error| error.into_pyexception(vm, Some(source)))?;
    let Some(mended) = mended(source) else { return Ok(code) };
    let file = ruff_source_file::SourceFileBuilder::new(name, source).finish();
    let mended = codegen::compile::compile_top(mended, file, mode, vm.compile_opts());
    // It was compiled before, so this cannot fail for reasons of the program's own.
    Ok(mended.map_or(code, |mended| PyCode::new_ref_from_bytecode(vm, mended)))
}

/// The program with its constant quotients made otherwise; `None` where it has none.
fn mended(source: &str) -> Option<ast::Mod> {
    if !source.contains("//") {
        return None;
    }
    let mut module = parser::parse_module(source).ok()?.into_syntax();
    let quotients = Quotients::default();
    module.body.iter_mut().for_each(|statement| quotients.visit_stmt(statement));
    quotients.found.get().then_some(ast::Mod::Module(module))
}

/// Looks for floor quotients of constants, one of which is a float.
#[derive(Default)]
struct Quotients {
    found: Cell<bool>,
}

impl Transformer for Quotients {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::BinOp(operation) = expr else { return };
        let operands = [&*operation.left, &*operation.right];
        if operation.op == Operator::FloorDiv
            && operands.iter().all(|operand| constant(operand))
            && operands.iter().any(|operand| with_float(operand))
        {
            let range = operation.range;
            let zero = || {
                let value = ast::Number::Int(ast::Int::ZERO);
                Expr::NumberLiteral(ast::ExprNumberLiteral { node_index: Default::default(), range, value })
            };
            let list = Expr::List(ast::ExprList {
                node_index: Default::default(),
                range,
                elts: vec![std::mem::replace(&mut *operation.left, zero())],
                ctx: ast::ExprContext::Load,
                runtime_elts: None,
            });
            *operation.left = Expr::Subscript(ast::ExprSubscript {
                node_index: Default::default(),
                range,
                value: Box::new(list),
                slice: Box::new(zero()),
                ctx: ast::ExprContext::Load,
            });
            self.found.set(true);
        }
    }
}

/// Whether the compiler can compute it: numbers and what operators make of them.
fn constant(expr: &Expr) -> bool {
    match expr {
        Expr::NumberLiteral(_) | Expr::BooleanLiteral(_) => true,
        Expr::UnaryOp(operation) => constant(&operation.operand),
        Expr::BinOp(operation) => constant(&operation.left) && constant(&operation.right),
        _ => false,
    }
}

/// Whether it can be a float: it has one in it, or is a quotient.
fn with_float(expr: &Expr) -> bool {
    match expr {
        Expr::NumberLiteral(number) => matches!(number.value, ast::Number::Float(_)),
        Expr::UnaryOp(operation) => with_float(&operation.operand),
        Expr::BinOp(operation) => {
            matches!(operation.op, Operator::Div | Operator::Pow)
                || with_float(&operation.left)
                || with_float(&operation.right)
        }
        _ => false,
    }
}
