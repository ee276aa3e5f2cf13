//! Uniform integers of a closed range `0..=range`: the draws behind `randint`, `integers`, `shuffle`
//! and `choice`. Offsets, dtypes and bounds checks are the callers'.
//!
//! Two methods, for NumPy has two: its old generators draw bits under a mask until one is in range,
//! its new ones use Lemire's multiplication (<https://arxiv.org/abs/1805.10941>).

use super::source::BitSource;

/// How a draw outside the range is avoided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Mask and reject: `RandomState`.
    Masked,
    /// Multiply and reject (Lemire): `Generator`.
    Lemire,
}

/// The integer width that decides how many bits a draw takes from the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// One bit.
    Bool,
    /// 8 bits.
    W8,
    /// 16 bits.
    W16,
    /// 32 bits.
    W32,
    /// 64 bits, or 32 if the range fits.
    W64,
}

/// A sampler of `0..=range`. Narrow widths cut several draws from one 32-bit word, so one sampler
/// serves one array; a new one starts with a fresh word.
#[derive(Clone, Debug)]
pub struct Bounded {
    width: Width,
    method: Method,
    range: u64,
    mask: u64,
    word: u32,
    /// Pieces of `word` not handed out yet.
    pieces: u32,
}

impl Bounded {
    /// A sampler of `0..=range`; `range` fits `width`.
    pub fn new(width: Width, range: u64, method: Method) -> Bounded {
        let mask = if range == 0 { 0 } else { u64::MAX >> range.leading_zeros() };
        Bounded { width, method, range, mask, word: 0, pieces: 0 }
    }

    /// The same word in use, another range: for bounds that differ from element to element.
    pub fn set_range(&mut self, range: u64) {
        let fresh = Bounded::new(self.width, range, self.method);
        (self.range, self.mask) = (fresh.range, fresh.mask);
    }

    /// The next integer of `0..=range`. A range of 0 draws no bits.
    pub fn draw<B: BitSource + ?Sized>(&mut self, bits: &mut B) -> u64 {
        if self.range == 0 {
            return 0;
        }
        match self.width {
            Width::Bool => u64::from(self.piece(bits, 1) & 1),
            Width::W8 => self.narrow(bits, 8),
            Width::W16 => self.narrow(bits, 16),
            Width::W32 => self.narrow(bits, 32),
            Width::W64 if self.range <= u64::from(u32::MAX) => self.narrow(bits, 32),
            Width::W64 => self.wide(bits),
        }
    }

    /// The next `size` bits, in the low bits of the result.
    fn piece<B: BitSource + ?Sized>(&mut self, bits: &mut B, size: u32) -> u32 {
        if size == 32 {
            return bits.next_u32();
        }
        if self.pieces == 0 {
            self.word = bits.next_u32();
            self.pieces = 32 / size - 1;
        } else {
            self.word >>= size;
            self.pieces -= 1;
        }
        self.word & (u32::MAX >> (32 - size))
    }

    fn narrow<B: BitSource + ?Sized>(&mut self, bits: &mut B, size: u32) -> u64 {
        let full = u64::from(u32::MAX >> (32 - size));
        if self.range == full {
            return u64::from(self.piece(bits, size));
        }
        if self.method == Method::Masked {
            loop {
                let value = u64::from(self.piece(bits, size)) & self.mask;
                if value <= self.range {
                    return value;
                }
            }
        }
        let count = self.range + 1;
        let mut product = u64::from(self.piece(bits, size)) * count;
        if product & full < count {
            let threshold = (full - self.range) % count;
            while product & full < threshold {
                product = u64::from(self.piece(bits, size)) * count;
            }
        }
        product >> size
    }

    fn wide<B: BitSource + ?Sized>(&mut self, bits: &mut B) -> u64 {
        if self.range == u64::MAX {
            return bits.next_u64();
        }
        if self.method == Method::Masked {
            loop {
                let value = bits.next_u64() & self.mask;
                if value <= self.range {
                    return value;
                }
            }
        }
        let count = self.range + 1;
        let mut product = u128::from(bits.next_u64()) * u128::from(count);
        if (product as u64) < count {
            let threshold = (u64::MAX - self.range) % count;
            while (product as u64) < threshold {
                product = u128::from(bits.next_u64()) * u128::from(count);
            }
        }
        (product >> 64) as u64
    }
}
