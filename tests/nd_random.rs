//! Random streams against NumPy 2.4: `golden/nd_random.txt`, which `golden/nd_random.py` writes.
//! Sources of bits, integers, orders, distributions; how they look from Python is tested there.
#![cfg(not(target_arch = "wasm32"))]

use stridelab::nd::random::{
    BitSource, Bounded, Generator, Method, Mt19937, Pcg64, Primitives, RandomState, SeedSequence, Width, permutation,
    weighted, weighted_without_replacement, with_replacement, without_replacement,
};

const GOLDEN: &str = include_str!("golden/nd_random.txt");

/// Compares values with the recorded line of this name.
fn check(name: &str, values: impl IntoIterator<Item = u64>) {
    let line = GOLDEN
        .lines()
        .find(|line| line.split(' ').next() == Some(name))
        .unwrap_or_else(|| panic!("{name} is not recorded"));
    let fields: Vec<&str> = line.split(' ').collect();
    let count: usize = fields[1].parse().expect("a count");
    let values: Vec<u64> = values.into_iter().collect();
    let head: Vec<String> = values.iter().take(6).map(|word| format!("{word:x}")).collect();
    assert_eq!(head, fields[3..], "{name}: first values");
    assert_eq!(values.len(), count, "{name}: number of values");
    let hash =
        values.iter().fold(0xcbf2_9ce4_8422_2325_u64, |state, word| (state ^ word).wrapping_mul(0x0100_0000_01b3));
    assert_eq!(format!("{hash:x}"), fields[2], "{name}: a later value differs");
}

fn check_usize(name: &str, values: Vec<usize>) {
    check(name, values.into_iter().map(|value| value as u64));
}

fn legacy(seed: u32) -> RandomState {
    RandomState::from_int(seed)
}

fn new(seed: u32) -> Generator {
    Generator::new(SeedSequence::new(&[seed]))
}

const MANY: usize = 100_000;

#[test]
fn mersenne_twister_states() {
    let key = |twister: Mt19937| twister.key().map(u64::from);
    for seed in [0, 1, 42, u32::MAX] {
        check(&format!("mt19937_int_{seed}"), key(Mt19937::from_int(seed)));
    }
    check("mt19937_words_short", key(Mt19937::from_words(&[1, 2, 3])));
    let long: Vec<u32> = (0..700).collect();
    check("mt19937_words_long", key(Mt19937::from_words(&long)));
    check("mt19937_sequence_42", key(Mt19937::from_sequence(&SeedSequence::new(&[42]))));
}

#[test]
fn pcg64_and_seed_sequences() {
    let mut pcg = Pcg64::from_sequence(&SeedSequence::new(&[42]));
    let ahead = pcg.clone();
    check("pcg64_42", (0..1000).map(|_| pcg.next_u64()));
    let mut pcg = ahead;
    pcg.advance(10_u128.pow(30));
    check("pcg64_advanced", (0..10).map(|_| pcg.next_u64()));

    let u32s = |seed: &SeedSequence| seed.generate_u32(8).into_iter().map(u64::from);
    check("seed_sequence_0", u32s(&SeedSequence::new(&SeedSequence::words_of(0))));
    let seed = SeedSequence::new(&SeedSequence::words_of(u128::MAX - 4));
    check("seed_sequence_128", seed.generate_u64(8));
    check("seed_sequence_160", u32s(&SeedSequence::new(&[7, 0, 0, 0, 1 << 31])));
    check("seed_sequence_list", u32s(&SeedSequence::new(&[1, 0, 256, 3, 4, 5, 6])));
    let mut child = SeedSequence::new(&[42]).spawn(3).remove(2);
    check("seed_sequence_spawned", u32s(&child));
    check("seed_sequence_grandchild", u32s(&child.spawn(2)[1]));
    let mut spawned = new(42).spawn(2).remove(1);
    check("generator_spawned", (0..10).map(|_| spawned.next_double().to_bits()));
}

#[test]
fn uniform_floats() {
    let mut rng = legacy(42);
    check("legacy_random", (0..MANY).map(|_| rng.next_double().to_bits()));
    let mut rng = new(42);
    check("generator_random", (0..MANY).map(|_| rng.next_double().to_bits()));
    let mut rng = new(42);
    check("generator_random_f32", (0..MANY).map(|_| u64::from(rng.next_float().to_bits())));
}

#[test]
fn normal_and_exponential_deviates() {
    let mut rng = legacy(42);
    check("legacy_normal", (0..MANY).map(|_| rng.standard_normal().to_bits()));
    let mut rng = legacy(42);
    check("legacy_exponential", (0..MANY).map(|_| rng.standard_exponential().to_bits()));
    let mut rng = new(42);
    check("generator_normal", (0..10 * MANY).map(|_| rng.standard_normal().to_bits()));
    let mut rng = new(42);
    let draws = (0..10 * MANY).map(|_| u64::from(rng.standard_normal_f32().to_bits()));
    check("generator_normal_f32", draws);
    let mut rng = new(42);
    check("generator_exponential", (0..10 * MANY).map(|_| rng.standard_exponential().to_bits()));
    let mut rng = new(42);
    let draws = (0..10 * MANY).map(|_| u64::from(rng.standard_exponential_f32().to_bits()));
    check("generator_exponential_f32", draws);
    let mut rng = Generator::with_mt19937(SeedSequence::new(&[42]));
    check("generator_mt19937_normal", (0..1000).map(|_| rng.standard_normal().to_bits()));
}

/// dtype, width, smallest and largest value.
const INTEGERS: [(&str, Width, i128, i128); 9] = [
    ("bool", Width::Bool, 0, 1),
    ("int8", Width::W8, -128, 127),
    ("uint8", Width::W8, 0, 255),
    ("int16", Width::W16, -32768, 32767),
    ("uint16", Width::W16, 0, 65535),
    ("int32", Width::W32, i32::MIN as i128, i32::MAX as i128),
    ("uint32", Width::W32, 0, u32::MAX as i128),
    ("int64", Width::W64, i64::MIN as i128, i64::MAX as i128),
    ("uint64", Width::W64, 0, u64::MAX as i128),
];

#[test]
fn integers_of_every_dtype() {
    /// `count` integers of `low..=high`, modulo 2**64.
    fn draw(bits: &mut dyn BitSource, width: Width, method: Method, low: i128, high: i128) -> Vec<u64> {
        let mut sampler = Bounded::new(width, (high - low) as u64, method);
        (0..1001).map(|_| (low as u64).wrapping_add(sampler.draw(bits))).collect()
    }
    let old = |width, low, high| draw(&mut legacy(7), width, Method::Masked, low, high);
    let young = |width, low, high| draw(&mut new(7), width, Method::Lemire, low, high);
    for (dtype, width, min, max) in INTEGERS {
        let top = if dtype == "bool" { 1 } else { 99 };
        check(&format!("legacy_randint_{dtype}"), old(width, 0, top));
        check(&format!("generator_integers_{dtype}"), young(width, 0, top));
        if dtype != "bool" {
            check(&format!("legacy_randint_full_{dtype}"), old(width, min, max - 1));
            check(&format!("generator_integers_full_{dtype}"), young(width, min, max));
            check(&format!("generator_integers_odd_{dtype}"), young(width, min + 3, max - 6));
        }
    }
    let (low, high) = (-(1 << 40), (1 << 41) - 1);
    check("legacy_randint_wide", old(Width::W64, low, high));
    check("generator_integers_wide", young(Width::W64, low, high));
}

#[test]
fn orders_and_choices() {
    use Method::{Lemire, Masked};
    check_usize("legacy_permutation", permutation(&mut legacy(42), 1000));
    check_usize("generator_permutation", permutation(&mut new(42), 1000));
    check_usize("legacy_choice", with_replacement(&mut legacy(42), Masked, 50, 100));
    check_usize("generator_choice", with_replacement(&mut new(42), Lemire, 50, 100));
    let mut order = permutation(&mut legacy(42), 50);
    order.truncate(20);
    check_usize("legacy_choice_without", order);
    check_usize("generator_choice_floyd", without_replacement(&mut new(42), 50, 20, true));
    let unshuffled = without_replacement(&mut new(42), 50, 20, false);
    check_usize("generator_choice_floyd_unshuffled", unshuffled);
    check_usize("generator_choice_tail", without_replacement(&mut new(42), 20_000, 5000, true));
    check_usize("generator_choice_all", without_replacement(&mut new(42), 20_000, 20_000, true));
    let weights: Vec<f64> = (1..=10).map(|weight| f64::from(weight) / 55.0).collect();
    check_usize("legacy_choice_p", weighted(&mut legacy(42), &weights, 1000));
    check_usize("generator_choice_p", weighted(&mut new(42), &weights, 1000));
    let distinct = weighted_without_replacement(&mut legacy(42), &weights, 9);
    check_usize("legacy_choice_p_without", distinct);
    let distinct = weighted_without_replacement(&mut new(42), &weights, 9);
    check_usize("generator_choice_p_without", distinct);
}
