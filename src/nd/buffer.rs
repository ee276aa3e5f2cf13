//! Shared memory under arrays: the crate's only unsafe code.
//!
//! A [`Buffer`] is a block of bytes that any number of arrays view at once, in any dtype. Reads go
//! through [`Src`] and writes through [`Cell`], so that overlapping views are ordinary aliasing, not
//! undefined behaviour, and every access is bounds-checked by the slice it is made on.
//!
//! Invariants, cited below:
//! - **B1** `ptr` is valid for reads of `len` bytes, all initialised, for as long as `owner` lives;
//!   `owner` is never handed out or replaced.
//! - **B2** If `writable`, `ptr` is valid for writes too, and nothing outside this buffer refers to
//!   the bytes.
//! - **B3** A buffer stays on one thread (`Rc`, `Cell`), so no two accesses happen at once.
//! - **B4** The slices of [`Buffer::lent`] and [`Buffer::lent_mut`] live for one item or one copy of an interpreter's
//!   buffer protocol: no array of this memory is read or written while they do.
//! - **E1** (`dtype`) Every bit pattern is a value of every [`Element`] type.
#![allow(unsafe_code, reason = "the one place where bytes become elements; see the invariants above")]

use std::alloc::{self, Layout};
use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::ptr::NonNull;
use std::rc::Rc;

use super::dtype::Element;
use super::usage;

/// What a fresh block holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::nd) enum Contents {
    /// Zeros.
    Zeros,
    /// Whatever was there: for results whose every element is written before any is read.
    Unset,
}

/// Alignment of fresh buffers: enough for every dtype and for 128-bit vectors.
const ALIGNMENT: usize = 16;

/// A block of bytes that arrays share.
pub struct Buffer {
    ptr: NonNull<u8>,
    len: usize,
    writable: bool,
    owner: Owner,
}

enum Owner {
    /// Allocated here with this layout; freed here.
    Heap(Layout),
    /// Kept alive until the buffer goes.
    Kept(#[allow(dead_code, reason = "held only to be dropped")] Box<dyn Any>),
}

/// Bytes that stay where they are for as long as their owner lives, moved or not: what
/// [`Buffer::from_owner`] may borrow without a copy.
///
/// # Safety
/// `bytes` returns the same address and length at every call, also after the owner has moved, and
/// the bytes never change.
pub unsafe trait StableBytes: 'static {
    /// The bytes.
    fn bytes(&self) -> &[u8];
}

// SAFETY: an `Rc`'s referent has a fixed address and, shared, cannot be changed.
unsafe impl StableBytes for Rc<[u8]> {
    fn bytes(&self) -> &[u8] {
        self
    }
}

/// Bytes of something that dereferences to a slice behind a fixed address, such as a reference-counted
/// immutable object of an interpreter.
///
/// The caller of [`SharedBytes::new`] vouches for what [`StableBytes`] asks.
pub struct SharedBytes<O>(O);

impl<O: AsRef<[u8]> + 'static> SharedBytes<O> {
    /// Wraps an owner whose `as_ref` is stable and immutable (Python's `bytes` object is).
    pub fn new(owner: O) -> Self {
        Self(owner)
    }
}

// SAFETY: vouched for by the caller of `SharedBytes::new`.
unsafe impl<O: AsRef<[u8]> + 'static> StableBytes for SharedBytes<O> {
    fn bytes(&self) -> &[u8] {
        self.0.as_ref()
    }
}

/// An element that can be read but not written: the read side of [`Cell`].
#[repr(transparent)]
pub struct Src<T>(Cell<T>);

impl<T: Copy> Src<T> {
    /// The element's value now.
    #[inline(always)]
    pub fn get(&self) -> T {
        self.0.get()
    }
}

impl<T> Src<T> {
    /// Reads through cells.
    #[inline(always)]
    pub fn from_cells(cells: &[Cell<T>]) -> &[Src<T>] {
        // SAFETY: `Src` is a transparent wrapper of `Cell`.
        unsafe { &*(std::ptr::from_ref(cells) as *const [Src<T>]) }
    }

    /// Reads through a plain slice.
    #[inline(always)]
    pub fn from_slice(slice: &[T]) -> &[Src<T>] {
        // SAFETY: `Src<T>` has the layout of `T` (transparent over `Cell`, transparent over `T`) and
        // is never written through.
        unsafe { &*(std::ptr::from_ref(slice) as *const [Src<T>]) }
    }
}

/// Copies a run of elements; the runs may overlap, and the shorter one's length counts.
#[inline]
pub fn copy_run<T: Copy>(to: &[Cell<T>], from: &[Src<T>]) {
    let count = to.len().min(from.len());
    // SAFETY: both slices hold at least `count` elements, `Cell` and `Src` are transparent over `T` and
    // allow the write; B3; `ptr::copy` allows overlap.
    unsafe { std::ptr::copy(from.as_ptr().cast::<T>(), to.as_ptr().cast::<T>().cast_mut(), count) }
}

impl Buffer {
    /// A fresh block of zeros. `None` when the allocator has no such block.
    pub fn zeroed(len: usize) -> Option<Rc<Self>> {
        Self::fresh(len, Contents::Zeros)
    }

    /// A fresh block. `None` when the allocator has no such block.
    pub(in crate::nd) fn fresh(len: usize, contents: Contents) -> Option<Rc<Self>> {
        let layout = Layout::from_size_align(len, ALIGNMENT).ok()?;
        if len == 0 {
            return Some(Rc::new(Self {
                ptr: NonNull::<u128>::dangling().cast(),
                len: 0,
                writable: true,
                owner: Owner::Kept(Box::new(())),
            }));
        }
        // SAFETY: the layout's size is not zero.
        let ptr = NonNull::new(unsafe {
            match contents {
                Contents::Zeros => alloc::alloc_zeroed(layout),
                Contents::Unset => alloc::alloc(layout),
            }
        })?;
        usage::took(len);
        // B1, B2: freshly allocated, ours alone; zeroed, or written by the caller before it is read. What
        // the compiler cannot see through cannot tell it that unset bytes hold no value.
        let ptr = std::hint::black_box(ptr);
        Some(Rc::new(Self { ptr, len, writable: true, owner: Owner::Heap(layout) }))
    }

    /// The memory of a vector, without a copy.
    pub fn from_vec<T: Element>(mut vec: Vec<T>) -> Rc<Self> {
        let ptr = NonNull::new(vec.as_mut_ptr().cast::<u8>()).expect("a vector's pointer is never null");
        let len = size_of_val(vec.as_slice());
        usage::took(len);
        // B1, B2: boxing the vector moves its header, not its elements.
        Rc::new(Self { ptr, len, writable: true, owner: Owner::Kept(Box::new(vec)) })
    }

    /// The memory of `owner`, read-only, without a copy.
    pub fn from_owner(owner: impl StableBytes) -> Rc<Self> {
        let owner = Box::new(owner);
        let bytes = owner.bytes();
        let len = bytes.len();
        let ptr = NonNull::from(bytes).cast();
        // B1: by the contract of `StableBytes`.
        Rc::new(Self { ptr, len, writable: false, owner: Owner::Kept(owner) })
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no byte.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether the bytes may be changed.
    pub fn is_writable(&self) -> bool {
        self.writable
    }

    /// Where the bytes start: an identity for overlap checks and for showing an address, never read through.
    pub fn address(&self) -> usize {
        self.ptr.as_ptr() as usize
    }

    /// All elements of type `T` from byte `phase` on. `None` when that address is not aligned for `T`.
    #[inline]
    pub fn src<T: Element>(&self, phase: usize) -> Option<&[Src<T>]> {
        let (ptr, count) = self.elements::<T>(phase)?;
        // SAFETY: B1 and the checks of `elements`; E1; B3; `Src` is transparent over `Cell<T>`.
        Some(unsafe { std::slice::from_raw_parts(ptr.cast(), count) })
    }

    /// As [`Buffer::src`], for writing. `None` also when the buffer is read-only.
    #[inline]
    pub fn cells<T: Element>(&self, phase: usize) -> Option<&[Cell<T>]> {
        let (ptr, count) = self.elements::<T>(phase).filter(|_| self.writable)?;
        // SAFETY: B1, B2 and the checks of `elements`; E1; B3.
        Some(unsafe { std::slice::from_raw_parts(ptr.cast(), count) })
    }

    /// Runs `read` on elements as a plain slice, for kernels of other crates.
    ///
    /// `read` must not write to this buffer, directly or through a view; every caller is a kernel
    /// of this engine that writes to memory it has just made.
    pub(in crate::nd) fn with_slice<T: Element, R>(
        &self,
        byte_offset: usize,
        count: usize,
        read: impl FnOnce(&[T]) -> R,
    ) -> Option<R> {
        let (ptr, available) = self.elements::<T>(byte_offset)?;
        if count > available {
            return None;
        }
        // SAFETY: B1, E1, B3; no write happens while the slice lives, by the contract above.
        Some(read(unsafe { std::slice::from_raw_parts(ptr, count) }))
    }

    /// The bytes, for an interpreter's buffer protocol (B4).
    pub fn lent(&self) -> &[u8] {
        // SAFETY: B1, B3, B4.
        unsafe { std::slice::from_raw_parts(self.ptr.as_ptr(), self.len) }
    }

    /// As [`Buffer::lent`], for writing. `None` when the buffer is read-only.
    #[allow(clippy::mut_from_ref, reason = "the bytes are cells that arrays share; B4 is why no two of them meet")]
    pub fn lent_mut(&self) -> Option<&mut [u8]> {
        // SAFETY: B1, B2, B3, B4.
        self.writable.then(|| unsafe { std::slice::from_raw_parts_mut(self.ptr.as_ptr(), self.len) })
    }

    fn elements<T: Element>(&self, phase: usize) -> Option<(*const T, usize)> {
        let bytes = self.len.checked_sub(phase)?;
        // SAFETY: `phase <= len`, so the result is within the block or one past its end.
        let ptr = unsafe { self.ptr.as_ptr().add(phase) }.cast::<T>();
        ptr.is_aligned().then_some((ptr.cast_const(), bytes / size_of::<T>()))
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        if self.writable {
            usage::gave_back(self.len);
        }
        if let Owner::Heap(layout) = self.owner {
            // SAFETY: allocated by `fresh` with this layout, freed only here.
            unsafe { alloc::dealloc(self.ptr.as_ptr(), layout) }
        }
    }
}

impl fmt::Debug for Buffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Buffer").field("len", &self.len).field("writable", &self.writable).finish_non_exhaustive()
    }
}
