//! Whether arrays share a byte: the search against a count of every byte, and how long it may take.

use std::collections::HashSet;

use stridelab::nd::overlap::share_memory;
use stridelab::nd::{Array, DType, Order, Shape, Strides};

/// Numbers that look random, from a seed.
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

const BYTES: usize = 4096;

/// A view somewhere in the middle of `memory`, of any strides, negative and zero ones included.
fn view(memory: &Array, draws: &mut Draws) -> Array {
    let axes = draws.below(4) as usize;
    let shape: Vec<usize> = (0..axes).map(|_| draws.below(5) as usize).collect();
    let strides: Vec<isize> = (0..axes).map(|_| draws.below(61) as isize - 30).collect();
    let offset = BYTES / 2 + draws.below(80) as usize;
    memory.with_geometry(Shape::from_slice(&shape), Strides::from_slice(&strides), offset)
}

fn bytes(array: &Array) -> HashSet<isize> {
    let mut found = HashSet::from([array.offset() as isize]);
    for (&length, &stride) in array.shape().iter().zip(array.strides()) {
        found = (0..length as isize).flat_map(|at| found.iter().map(move |place| place + at * stride)).collect();
    }
    found.iter().flat_map(|place| (0..array.itemsize() as isize).map(move |at| place + at)).collect()
}

#[test]
fn the_search_finds_what_a_count_finds() {
    let mut draws = Draws(7);
    let memories = [DType::UInt8, DType::Int16, DType::Bytes(3)]
        .map(|dtype| Array::zeros(&[BYTES / dtype.itemsize()], dtype, Order::C).expect("a small array"));
    let mut shared = 0;
    for _ in 0..4000 {
        let memory = &memories[draws.below(3) as usize];
        let (a, b) = (view(memory, &mut draws), view(memory, &mut draws));
        let expected = !bytes(&a).is_disjoint(&bytes(&b));
        assert_eq!(
            share_memory(&a, &b, None),
            Some(expected),
            "{:?} {:?} at {} and {:?} {:?} at {}",
            a.shape(),
            a.strides(),
            a.offset(),
            b.shape(),
            b.strides(),
            b.offset()
        );
        shared += usize::from(expected);
    }
    assert!((500..3500).contains(&shared), "{shared} of 4000 pairs share memory");
}

#[test]
fn a_search_ends_where_it_is_told_to() {
    // numpy 2.4: the example of np.shares_memory's help that takes minutes.
    let memory = Array::zeros(&[192_163_377], DType::Int8, Order::C).expect("zeros take no pages");
    let view = |shape: [usize; 3], strides: [isize; 3], offset| {
        memory.with_geometry(Shape::from_slice(&shape), Strides::from_slice(&strides), offset)
    };
    let a = view([1049, 1049, 1049], [36674, 61119, 85569], 0);
    let b = view([1049, 1049, 1], [12223, 12224, 1], 64_023_025);
    assert_eq!(share_memory(&a, &b, Some(1000)), None);
    assert_eq!(share_memory(&a, &b, Some(0)), None);
    assert_eq!(share_memory(&a, &a, Some(10_000)), Some(true));
}
