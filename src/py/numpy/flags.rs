//! `ndarray.flags`: how an array's memory is laid out and whose it is.

use rustpython_vm::builtins::PyStr;
use rustpython_vm::function::{PyComparisonValue, PySetterValue};
use rustpython_vm::protocol::PyMappingMethods;
use rustpython_vm::types::{AsMapping, Comparable, PyComparisonOp, Representable};
use rustpython_vm::{Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::array::PyNdArrayRef;
use super::errors::OrRaise;

/// The flags of one array, read when they are asked for.
#[pyclass(name = "flagsobj", module = "numpy._core.multiarray")]
#[derive(Debug, PyPayload)]
pub struct PyFlags {
    array: PyNdArrayRef,
}

/// The flags that `repr` lists, in its order.
const LISTED: [&str; 6] = ["C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY"];

impl PyFlags {
    /// The flags of `array`.
    pub fn of(array: PyNdArrayRef) -> Self {
        Self { array }
    }

    fn value(&self, name: &str) -> Option<bool> {
        let array = self.array.borrow();
        let (c, f) = (array.is_c_contiguous(), array.is_f_contiguous());
        Some(match name {
            "C_CONTIGUOUS" | "CONTIGUOUS" | "C" => c,
            "F_CONTIGUOUS" | "FORTRAN" | "F" => f,
            "OWNDATA" | "O" => array.owns_data(),
            "WRITEABLE" | "W" => array.is_writeable(),
            "ALIGNED" | "A" => array.is_aligned(),
            "WRITEBACKIFCOPY" | "X" => false,
            "BEHAVED" | "B" => array.is_aligned() && array.is_writeable(),
            "CARRAY" | "CA" => array.is_aligned() && array.is_writeable() && c,
            "FARRAY" | "FA" => array.is_aligned() && array.is_writeable() && f && !c,
            "FNC" => f && !c,
            "FORC" => f || c,
            _ => return None,
        })
    }

    pub(super) fn set(&self, name: &str, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let value = value.try_to_bool(vm)?;
        match name {
            "WRITEABLE" | "W" => self.array.change(|array| array.set_writeable(value)).or_raise(vm),
            // DIFFERENCE: what is aligned stays so; NumPy can be told to forget it.
            "ALIGNED" | "A" if !value || self.array.borrow().is_aligned() => Ok(()),
            "ALIGNED" | "A" => Err(vm.new_value_error("cannot set aligned flag of mis-aligned array to True")),
            "WRITEBACKIFCOPY" | "X" if !value => Ok(()),
            "WRITEBACKIFCOPY" | "X" => Err(vm.new_value_error("cannot set WRITEBACKIFCOPY flag to True")),
            _ => Err(vm.new_key_error(vm.ctx.new_str("Unknown flag").into())),
        }
    }
}

impl Representable for PyFlags {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let line = |name: &str| {
            let value = if zelf.value(name) == Some(true) { "True" } else { "False" };
            format!("  {name} : {value}\n")
        };
        Ok(LISTED.into_iter().map(line).collect())
    }
}

impl Comparable for PyFlags {
    /// Equal where every flag is.
    fn cmp(zelf: &Py<Self>, other: &PyObject, op: PyComparisonOp, _vm: &VirtualMachine) -> PyResult<PyComparisonValue> {
        let Some(other) = other.downcast_ref::<Self>() else { return Ok(PyComparisonValue::NotImplemented) };
        let same = LISTED.into_iter().all(|name| zelf.value(name) == other.value(name));
        Ok(match op {
            PyComparisonOp::Eq => PyComparisonValue::Implemented(same),
            PyComparisonOp::Ne => PyComparisonValue::Implemented(!same),
            _ => PyComparisonValue::NotImplemented,
        })
    }
}

impl AsMapping for PyFlags {
    fn as_mapping() -> &'static PyMappingMethods {
        static AS_MAPPING: PyMappingMethods = PyMappingMethods {
            length: None,
            subscript: Some(|mapping, key, vm| {
                let flags = PyFlags::mapping_downcast(mapping);
                let name = key.downcast_ref::<PyStr>().and_then(|name| name.to_str());
                match name.and_then(|name| flags.value(name)) {
                    Some(value) => Ok(vm.ctx.new_bool(value).into()),
                    None => Err(vm.new_key_error(vm.ctx.new_str("Unknown flag").into())),
                }
            }),
            ass_subscript: Some(|mapping, key, value, vm| {
                let flags = PyFlags::mapping_downcast(mapping);
                let name = key.downcast_ref::<PyStr>().and_then(|name| name.to_str()).unwrap_or_default();
                flags.set(name, value.unwrap_or_else(|| vm.ctx.none()), vm)
            }),
        };
        &AS_MAPPING
    }
}

#[pyclass(flags(DISALLOW_INSTANTIATION), with(Representable, AsMapping, Comparable))]
impl PyFlags {
    #[pygetset]
    fn c_contiguous(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("C")
    }

    #[pygetset]
    fn contiguous(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("C")
    }

    #[pygetset]
    fn f_contiguous(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("F")
    }

    #[pygetset]
    fn fortran(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("F")
    }

    #[pygetset]
    fn owndata(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("O")
    }

    #[pygetset]
    fn aligned(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("A")
    }

    #[pygetset]
    fn writebackifcopy(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("X")
    }

    #[pygetset(setter, name = "aligned")]
    fn set_aligned(zelf: PyRef<Self>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        match value {
            PySetterValue::Assign(value) => zelf.set("ALIGNED", value, vm),
            PySetterValue::Delete => Err(vm.new_attribute_error("Cannot delete flags aligned attribute")),
        }
    }

    #[pygetset(setter, name = "writebackifcopy")]
    fn set_writebackifcopy(zelf: PyRef<Self>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        match value {
            PySetterValue::Assign(value) => zelf.set("WRITEBACKIFCOPY", value, vm),
            PySetterValue::Delete => Err(vm.new_attribute_error("Cannot delete flags writebackifcopy attribute")),
        }
    }

    /// The flags as bits of one number.
    #[pygetset]
    fn num(zelf: &Py<Self>) -> u32 {
        let bits = [("C", 0x1), ("F", 0x2), ("O", 0x4), ("A", 0x100), ("W", 0x400)];
        bits.into_iter().filter(|(name, _)| zelf.value(name) == Some(true)).map(|(_, bit)| bit).sum()
    }

    #[pygetset]
    fn behaved(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("B")
    }

    #[pygetset]
    fn carray(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("CA")
    }

    #[pygetset]
    fn farray(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("FA")
    }

    #[pygetset]
    fn fnc(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("FNC")
    }

    #[pygetset]
    fn forc(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("FORC")
    }

    #[pygetset]
    fn writeable(zelf: &Py<Self>) -> Option<bool> {
        zelf.value("W")
    }

    #[pygetset(setter, name = "writeable")]
    fn set_writeable(zelf: PyRef<Self>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        match value {
            PySetterValue::Assign(value) => zelf.set("WRITEABLE", value, vm),
            PySetterValue::Delete => Err(vm.new_attribute_error("Cannot delete flags writeable attribute")),
        }
    }
}
