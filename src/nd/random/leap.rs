//! Jumps of the Mersenne Twister: the state after 2^128 draws, without drawing.
//!
//! One step is a linear map F over the field of two elements, so that F^J is g(F) with g = t^J mod phi, where phi is
//! the polynomial that F obeys. Its closed form stands in the appendix of Matsumoto and Nishimura (1998). Sums of
//! polynomials and of states are exclusive ors. What a draw is stands in `mt19937`.

use std::cell::OnceCell;
use std::rc::Rc;

use super::mt19937::{Mt19937, SHIFT, STATE_WORDS, TWIST, twisted};

/// Degree of phi.
const DEGREE: usize = 19_937;
/// A jump is of 2 to this power of draws.
const LOG_DRAWS: u32 = 128;
const BITS: usize = u64::BITS as usize;
/// Words of a polynomial below phi's degree.
const WORDS: usize = DEGREE.div_ceil(BITS);

/// A polynomial: bit k of word w is the coefficient of t^(64 w + k).
type Polynomial = Vec<u64>;

thread_local! {
    static LEAP: OnceCell<Rc<Polynomial>> = const { OnceCell::new() };
}

impl Mt19937 {
    /// The generator 2^128 draws further on.
    #[must_use]
    pub fn jumped(&self) -> Mt19937 {
        let leap = LEAP.with(|leap| Rc::clone(leap.get_or_init(|| Rc::new(power_of_two(LOG_DRAWS)))));
        // A ring: the word at `oldest` is the next one to go.
        let oldest = self.position() % STATE_WORDS;
        let start = Ring { words: self.key().to_vec(), oldest };
        let terms = degree(&leap).expect("a power of t is not zero");
        let mut sum = Ring { words: start.words.clone(), oldest };
        for term in (0..terms).rev() {
            sum.step();
            if leap[term / BITS] >> (term % BITS) & 1 == 1 {
                sum.add(&start);
            }
        }
        let key = sum.words.try_into().expect("a ring has the words of a state");
        Mt19937::from_state(key, sum.oldest).expect("a place in a ring is one in the key")
    }
}

struct Ring {
    words: Vec<u32>,
    oldest: usize,
}

impl Ring {
    /// F: the oldest word gives way to the next one.
    fn step(&mut self) {
        let at = self.oldest;
        let next = (at + 1) % STATE_WORDS;
        self.words[at] = self.words[(at + SHIFT) % STATE_WORDS] ^ twisted(self.words[at], self.words[next]);
        self.oldest = next;
    }

    fn add(&mut self, other: &Ring) {
        let (recent, old) = other.words.split_at(other.oldest);
        let (here_recent, here_old) = self.words.split_at_mut(self.oldest);
        let here = here_old.iter_mut().chain(here_recent);
        for (here, there) in here.zip(old.iter().chain(recent)) {
            *here ^= there;
        }
    }
}

/// The exponents of phi's terms, its first aside: P Q^31 + (sum of a_i P Q^(30 - i) over i = 0 .. 30) + a_31, where
/// P = t^624 + t^397 = t Q, and a_i are the bits of the twist.
fn terms_of_phi() -> Vec<usize> {
    let mut phi = vec![0_u64; DEGREE / BITS + 1];
    let powers = (0..31).filter(|bit| TWIST >> bit & 1 == 1).map(|bit| 30 - bit).chain([31]);
    for power in powers {
        // Q = t^396 (t^227 + 1); its powers have the terms of the binomials that are odd: those within the bits of the power.
        for part in (0..=power).filter(|part| part & power == *part) {
            let place = (SHIFT - 1) * power + (STATE_WORDS - SHIFT) * part;
            for place in [place + STATE_WORDS, place + SHIFT] {
                phi[place / BITS] ^= 1 << (place % BITS);
            }
        }
    }
    phi[0] ^= u64::from(TWIST >> 31);
    (0..DEGREE).filter(|term| phi[term / BITS] >> (term % BITS) & 1 == 1).collect()
}

/// t^(2^n) mod phi.
fn power_of_two(n: u32) -> Polynomial {
    let phi = terms_of_phi();
    let mut power = vec![0; WORDS];
    power[0] = 2;
    for _ in 0..n {
        power = squared(&power, &phi);
    }
    power
}

/// The square of a polynomial mod phi: every exponent doubled, then folded under phi's degree.
fn squared(polynomial: &[u64], phi: &[usize]) -> Polynomial {
    let mut square = vec![0; 2 * WORDS + 1];
    for (place, &word) in polynomial.iter().enumerate() {
        square[2 * place] = spread(word as u32);
        square[2 * place + 1] = spread((word >> 32) as u32);
    }
    // From the top, a word at a time: all terms of phi but the first lie more than a word below its degree.
    for place in (WORDS - 1..2 * WORDS).rev() {
        let kept = if place == WORDS - 1 { DEGREE % BITS } else { 0 };
        let high = square[place] >> kept << kept;
        square[place] ^= high;
        for term in phi {
            add_shifted(&mut square, high, place * BITS, *term);
        }
    }
    square.truncate(WORDS);
    square
}

/// Adds the terms of a word that begins at t^`from`, multiplied by t^(`term` - degree of phi).
fn add_shifted(to: &mut [u64], word: u64, from: usize, term: usize) {
    let low = (from + term).checked_sub(DEGREE);
    let (word, low) = match low {
        Some(low) => (word, low),
        // What would fall below t^0 is no term of the word.
        None => (word >> (DEGREE - from - term), 0),
    };
    to[low / BITS] ^= word << (low % BITS);
    if low % BITS > 0 {
        to[low / BITS + 1] ^= word >> (BITS - low % BITS);
    }
}

/// The bits of a word with a zero after each.
fn spread(word: u32) -> u64 {
    let mut wide = u64::from(word);
    for (shift, mask) in [
        (16, 0x0000_ffff_0000_ffff),
        (8, 0x00ff_00ff_00ff_00ff),
        (4, 0x0f0f_0f0f_0f0f_0f0f),
        (2, 0x3333_3333_3333_3333),
    ] {
        wide = (wide | wide << shift) & mask;
    }
    (wide | wide << 1) & 0x5555_5555_5555_5555
}

fn degree(polynomial: &[u64]) -> Option<usize> {
    let place = polynomial.iter().rposition(|&word| word != 0)?;
    Some(place * BITS + BITS - 1 - polynomial[place].leading_zeros() as usize)
}
