//! The order in which sets show their elements: CPython's, where it can be known.
//!
//! CPython's sets are tables whose places come from hashes, so that `{3, 1, 2}` prints as `{1, 2, 3}`;
//! the interpreter's keep the order in which elements came. Of numbers, None and tuples of these the hash is the same in
//! every run, and the table is filled here as CPython fills it. Of texts it differs from run to run, and their sets
//! stay in the order of insertion. Not here: how a table came about that lost elements, or was copied from another.

use super::numpy::scalar::dtype_of_class;
use rustpython_vm::builtins::{PyFrozenSet, PySet, PyStr, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

pub(super) use _sets::module_def;

/// Of a larger set `pop` takes what comes first here: to find CPython's first, the whole table is filled each time.
const MANY: usize = 256;

/// Gives sets and frozen sets that order, in their repr, in loops, and where they give away their first element.
pub fn install(vm: &VirtualMachine) -> PyResult<()> {
    vm.import("_sets", 0)?;
    let types = &vm.ctx.types;
    for class in [types.set_type, types.frozenset_type] {
        class.slots.iter.store(Some(iter));
        class.slots.repr.store(Some(repr));
    }
    let name = vm.ctx.intern_str("pop");
    let plain = types.set_type.as_object().get_attr(name, vm)?;
    let pop = move |set: PyRef<PySet>, vm: &VirtualMachine| -> PyResult {
        if set.as_object().length(vm)? > MANY {
            return plain.call((set,), vm);
        }
        let Some(first) = ordered(set.as_object(), vm).and_then(|elements| elements.into_iter().next()) else {
            return plain.call((set,), vm);
        };
        set.discard(first.clone(), vm)?;
        Ok(first)
    };
    types.set_type.set_attr(name, vm.new_method("pop", types.set_type, pop).into());
    Ok(())
}

fn elements(set: &PyObject) -> Vec<PyObjectRef> {
    match (set.downcast_ref::<PySet>(), set.downcast_ref::<PyFrozenSet>()) {
        (Some(set), _) => set.elements(),
        (_, Some(set)) => set.elements(),
        _ => Vec::new(),
    }
}

/// The elements in CPython's order; `None` where that differs from run to run.
fn ordered(set: &PyObject, vm: &VirtualMachine) -> Option<Vec<PyObjectRef>> {
    let elements = elements(set);
    let hashes = elements.iter().map(|element| if fixed(element, vm) { element.hash(vm).ok() } else { None });
    let hashes: Vec<i64> = hashes.collect::<Option<_>>()?;
    Some(table_order(&hashes).into_iter().map(|index| elements[index].clone()).collect())
}

/// Whether the hash is the same in every run.
fn fixed(object: &PyObject, vm: &VirtualMachine) -> bool {
    let (class, types) = (object.class(), &vm.ctx.types);
    if class.is(types.tuple_type) {
        return object.downcast_ref::<PyTuple>().is_some_and(|tuple| tuple.iter().all(|item| fixed(item, vm)));
    }
    let known = [types.int_type, types.float_type, types.bool_type, types.complex_type, types.none_type];
    // NumPy's numbers are hashed as Python's of that value.
    known.iter().any(|kind| class.is(*kind)) || dtype_of_class(class).is_some_and(|dtype| dtype.is_number())
}

/// Where elements with these hashes, added one after the other, stand in the table of CPython's set, from its start.
fn table_order(hashes: &[i64]) -> Vec<usize> {
    let mut table: Vec<Option<usize>> = vec![None; 8];
    for (index, &hash) in hashes.iter().enumerate() {
        place(&mut table, index, hash);
        let filled = index + 1;
        if filled * 5 >= (table.len() - 1) * 3 {
            let wanted = if filled > 50_000 { filled * 2 } else { filled * 4 };
            let mut size = 8;
            while size <= wanted {
                size *= 2;
            }
            let old = std::mem::replace(&mut table, vec![None; size]);
            old.into_iter().flatten().for_each(|index| place(&mut table, index, hashes[index]));
        }
    }
    table.into_iter().flatten().collect()
}

/// Puts `index` into the first free place that CPython would try for `hash`: runs of ten, then further away.
fn place(table: &mut [Option<usize>], index: usize, hash: i64) {
    const FOLLOWING: usize = 9;
    let mask = table.len() - 1;
    let mut rest = hash as u64;
    let mut start = rest as usize & mask;
    loop {
        let end = if start + FOLLOWING <= mask { start + FOLLOWING } else { start };
        if let Some(free) = (start..=end).find(|&at| table[at].is_none()) {
            table[free] = Some(index);
            return;
        }
        rest >>= 5;
        start = (start as u64).wrapping_mul(5).wrapping_add(1).wrapping_add(rest) as usize & mask;
    }
}

fn iter(set: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let elements = ordered(&set, vm).unwrap_or_else(|| elements(&set));
    Ok(_sets::SetIterator::new(set, elements).into_pyobject(vm))
}

fn repr(set: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let class = set.class();
    let name = class.name().to_string();
    let elements = ordered(set, vm).unwrap_or_else(|| elements(set));
    if elements.is_empty() {
        return Ok(vm.ctx.new_str(format!("{name}()")));
    }
    let Some(_guard) = rustpython_vm::recursion::ReprGuard::enter(vm, set) else {
        return Ok(vm.ctx.new_str(format!("{name}(...)")));
    };
    let mut text = rustpython_vm::common::wtf8::Wtf8Buf::from("{");
    for (index, element) in elements.iter().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        text.push_wtf8(element.repr(vm)?.as_wtf8());
    }
    text.push_str("}");
    if name == "set" {
        return Ok(vm.ctx.new_str(text));
    }
    let mut called = rustpython_vm::common::wtf8::Wtf8Buf::from(format!("{name}("));
    called.push_wtf8(&text);
    called.push_str(")");
    Ok(vm.ctx.new_str(called))
}

#[rustpython_vm::pymodule]
mod _sets {
    use rustpython_vm::protocol::PyIterReturn;
    use rustpython_vm::types::{IterNext, SelfIter};
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};
    use std::cell::Cell;

    /// What a loop over a set goes through.
    #[pyattr]
    #[pyclass(module = false, name = "set_iterator")]
    #[derive(Debug, PyPayload)]
    pub struct SetIterator {
        set: PyObjectRef,
        elements: Vec<PyObjectRef>,
        next: Cell<usize>,
    }

    impl SetIterator {
        pub fn new(set: PyObjectRef, elements: Vec<PyObjectRef>) -> SetIterator {
            SetIterator { set, elements, next: Cell::new(0) }
        }
    }

    #[pyclass(with(IterNext, rustpython_vm::types::Iterable))]
    impl SetIterator {
        /// How many elements are left.
        #[pymethod]
        fn __length_hint__(zelf: &Py<Self>) -> usize {
            zelf.elements.len() - zelf.next.get()
        }
    }

    impl SelfIter for SetIterator {}

    impl IterNext for SetIterator {
        fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
            let at = zelf.next.get();
            let Some(element) = zelf.elements.get(at) else { return Ok(PyIterReturn::StopIteration(None)) };
            if zelf.set.length(vm)? != zelf.elements.len() {
                return Err(vm.new_runtime_error("Set changed size during iteration"));
            }
            zelf.next.set(at + 1);
            Ok(PyIterReturn::Return(element.clone()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::table_order;

    /// `[values.index(v) for v in set(values)]` of CPython 3.13.0.
    #[test]
    fn elements_stand_where_cpython_puts_them() {
        let cases: [(&[i64], &[i64]); 7] = [
            (&[3, 1, 2], &[1, 2, 3]),
            (&[10, 20, 30, 40, 50], &[40, 10, 50, 20, 30]),
            (&[-3, -2, 5, 0], &[0, 5, -3, -2]),
            (&[100, 8, 0, 16, 24, 32], &[0, 32, 100, 8, 16, 24]),
            (&[7, 15, 23, 31, 39, 47, 55], &[39, 7, 15, 47, 55, 23, 31]),
            (&[30, 27, 24, 21, 18, 15, 12, 9, 6, 3], &[3, 6, 9, 12, 15, 18, 21, 24, 27, 30]),
            (&[1099511627776, 2199023255552, 5, 1000, 999, -7], &[1099511627776, 2199023255552, 5, 999, 1000, -7]),
        ];
        for (values, expected) in cases {
            let order: Vec<i64> = table_order(values).into_iter().map(|index| values[index]).collect();
            assert_eq!(order, expected);
        }
    }
}
