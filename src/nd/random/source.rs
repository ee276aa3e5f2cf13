//! Where random bits come from: the trait every generator of bits implements, and what those of 64 bits share.

/// A stream of random bits. The three draws may share state, as NumPy's do: 64-bit generators
/// keep the half of a word that `next_u32` has not used yet.
pub trait BitSource {
    /// The next 32 bits.
    fn next_u32(&mut self) -> u32;
    /// The next 64 bits.
    fn next_u64(&mut self) -> u64;
    /// A float64 of `[0, 1)` with 53 random bits.
    fn next_double(&mut self) -> f64;
    /// As many of [`BitSource::next_double`], in turn.
    fn doubles(&mut self, out: &mut [f64]) {
        out.fill_with(|| self.next_double());
    }
    /// A float32 of `[0, 1)` with 24 random bits.
    fn next_float(&mut self) -> f32 {
        (self.next_u32() >> 8) as f32 * (1.0 / 16_777_216.0)
    }
}

/// Of a word of 64 bits of which 32 were asked for, the other 32: the next to be handed out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HalfWord {
    /// The upper half of the word that was split last.
    pub value: u32,
    /// Whether it has not been handed out yet.
    pub is_kept: bool,
}

impl HalfWord {
    fn take(&mut self) -> Option<u32> {
        std::mem::take(&mut self.is_kept).then_some(self.value)
    }

    /// The lower half of a word; the upper one is kept.
    fn split(&mut self, word: u64) -> u32 {
        *self = HalfWord { value: (word >> 32) as u32, is_kept: true };
        word as u32
    }
}

/// A float64 of `[0, 1)` from the upper 53 bits of a word.
fn double_of(word: u64) -> f64 {
    (word >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

/// A generator that makes 64 bits at a time, and hands out halves of a word where 32 are asked for.
pub(super) trait WordSource {
    /// The next word.
    fn word(&mut self) -> u64;
    /// What is left of the last word that was split.
    fn half(&mut self) -> &mut HalfWord;
}

impl<Source: WordSource> BitSource for Source {
    fn next_u32(&mut self) -> u32 {
        match self.half().take() {
            Some(half) => half,
            None => {
                let word = self.word();
                self.half().split(word)
            }
        }
    }

    fn next_u64(&mut self) -> u64 {
        self.word()
    }

    fn next_double(&mut self) -> f64 {
        double_of(self.word())
    }
}

/// The two draws that most distributions are made of. NumPy's old and new generators make them in
/// different ways, and share what is built on them.
pub trait Primitives: BitSource {
    /// A normal deviate of mean 0 and standard deviation 1.
    fn standard_normal(&mut self) -> f64;
    /// As many of [`Primitives::standard_normal`], in turn.
    fn standard_normals(&mut self, out: &mut [f64]) {
        out.fill_with(|| self.standard_normal());
    }
    /// An exponential deviate of mean 1.
    fn standard_exponential(&mut self) -> f64;
    /// Whether this is the old generator, whose streams stay as they were in 2019.
    fn is_frozen(&self) -> bool;
}
