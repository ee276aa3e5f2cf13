//! How many bytes the buffers of this thread hold now, and held at most. Not here: what else an
//! interpreter allocates.

use std::cell::Cell;

thread_local! {
    static USAGE: Cell<Usage> = const { Cell::new(Usage { bytes: 0, peak_bytes: 0 }) };
}

/// Bytes of live buffers on one thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// Now.
    pub bytes: usize,
    /// At most, since the thread began or [`reset_peak`] was called.
    pub peak_bytes: usize,
}

/// This thread's figures.
pub fn usage() -> Usage {
    USAGE.get()
}

/// Lets the peak start again from what is held now.
pub fn reset_peak() {
    let bytes = USAGE.get().bytes;
    USAGE.set(Usage { bytes, peak_bytes: bytes });
}

pub(super) fn took(bytes: usize) {
    let before = USAGE.get();
    let bytes = before.bytes.saturating_add(bytes);
    USAGE.set(Usage { bytes, peak_bytes: before.peak_bytes.max(bytes) });
}

pub(super) fn gave_back(bytes: usize) {
    // A buffer may end while its thread ends, after the counter: then nobody asks any more.
    let _ = USAGE.try_with(|usage| {
        let before = usage.get();
        usage.set(Usage { bytes: before.bytes.saturating_sub(bytes), ..before });
    });
}
