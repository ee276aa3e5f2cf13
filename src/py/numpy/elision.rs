//! Temporaries of an expression, used again: in `a ** 2 + 2 * a + 1` each sum is written into memory of
//! an operand that nobody else can ever see, as NumPy does for arrays of 256 KiB and more.
//!
//! A reference count of one does not tell: the interpreter lends local variables to its stack without
//! counting. So each large result of an operator is remembered by the instruction that made it, and is
//! a temporary for a later one while all between them only load. Not here: whether dtype and shape
//! suit, which [`crate::nd::ufunc`] sees.

use std::cell::Cell;

use rustpython_vm::bytecode::Instruction;
use rustpython_vm::{AsObject, PyObject, VirtualMachine};

use super::array::PyNdArray;
use crate::nd::Array;

/// NumPy's own limit: smaller arrays are not worth the question.
const LEAST_BYTES: usize = 256 * 1024;

/// A result and where it was made: addresses only, to be compared.
#[derive(Clone, Copy)]
struct Made {
    object: usize,
    code: usize,
    instruction: usize,
}

thread_local! {
    /// The last two results, the newer first: the operands of the next operator.
    static MADE: Cell<[Option<Made>; 2]> = const { Cell::new([None; 2]) };
}

/// The array among `operands` whose memory the result may take, if one is a temporary.
pub fn spare(operands: &[&PyObject], vm: &VirtualMachine) -> Option<Array> {
    let made = MADE.get();
    made.iter().any(Option::is_some).then_some(())?;
    operands.iter().find_map(|operand| {
        let array = sole(operand, vm)?;
        let made = made.iter().flatten().find(|made| made.object == address(operand))?;
        only_loads_since(made, vm).then_some(array)
    })
}

/// Remembers a result of an operator.
pub fn remember(result: &PyObject, vm: &VirtualMachine) {
    let large = result.downcast_ref::<PyNdArray>().is_some_and(|array| array.borrow().nbytes() >= LEAST_BYTES);
    let here = if large { position(vm) } else { None };
    let made = here.map(|(code, instruction)| Made { object: address(result), code, instruction });
    MADE.set([made, MADE.get()[0]]);
}

fn address(object: &PyObject) -> usize {
    std::ptr::from_ref(object).addr()
}

/// A large array that only one reference leads to, and that alone holds its memory.
fn sole(object: &PyObject, vm: &VirtualMachine) -> Option<Array> {
    let array = object.downcast_ref_if_exact::<PyNdArray>(vm)?;
    if object.strong_count() != 1 || object.weak_count().is_some_and(|count| count > 0) {
        return None;
    }
    let array = array.borrow();
    (array.nbytes() >= LEAST_BYTES && array.owns_memory_alone()).then(|| array.clone())
}

/// The code that runs, by its address, and the instruction it has come to.
fn position(vm: &VirtualMachine) -> Option<(usize, usize)> {
    let frame = vm.current_frame()?;
    let code = address(frame.iframe().code().as_object());
    // The object of a running frame is a picture of it; only its attribute looks at the frame itself. It
    // counts bytes, and an instruction has two.
    let bytes = frame.as_object().get_attr("f_lasti", vm).ok()?.try_to_value::<usize>(vm).ok()?;
    Some((code, bytes / 2))
}

/// Whether the code went straight from the instruction that made the result to the one that runs now.
fn only_loads_since(made: &Made, vm: &VirtualMachine) -> bool {
    let (Some(frame), Some((code, now))) = (vm.current_frame(), position(vm)) else { return false };
    let mut index = made.instruction;
    if code != made.code || index >= now {
        return false;
    }
    let instructions = &frame.iframe().code().instructions;
    while index < now {
        let instruction = instructions.read_op(index);
        if !leaves_variables(instruction) {
            return false;
        }
        // What follows an instruction as its cache is no instruction.
        index += 1 + instruction.cache_entries();
    }
    index == now
}

/// Whether an instruction binds no name: what it pushes is pushed, what it takes is gone.
fn leaves_variables(instruction: Instruction) -> bool {
    use Instruction as I;
    matches!(
        instruction,
        I::Nop
            | I::ExtendedArg
            | I::BinaryOp { .. }
            | I::LoadConst { .. }
            | I::LoadConstImmortal
            | I::LoadConstMortal
            | I::LoadSmallInt { .. }
            | I::LoadFast { .. }
            | I::LoadFastBorrow { .. }
            | I::LoadFastLoadFast { .. }
            | I::LoadFastBorrowLoadFastBorrow { .. }
            | I::LoadName { .. }
            | I::LoadGlobal { .. }
            | I::LoadGlobalModule
            | I::LoadGlobalBuiltin
            | I::LoadDeref { .. }
    )
}
