//! Where items lie: offsets, the flat buffer around them, and large arrays by their corners.

use stridelab::nd::shape::Shape;
use stridelab::nd::{Array, DType, Order, Strides};
use stridelab::view::memory::{MAX_CELLS, MemoryMap, describe, hypothetical};

fn arange(shape: &[usize]) -> Array {
    let count = shape.iter().product::<usize>() as i64;
    Array::from_vec(shape, (0..count).collect::<Vec<i64>>()).expect("as many elements as the shape has")
}

fn texts(map: &MemoryMap) -> Vec<&str> {
    map.cells.iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn a_view_is_described_over_its_bases_bytes() {
    // numpy 2.4: x = np.arange(12).reshape(3, 4); v = x.T[1:, ::-1]
    //   v.strides == (8, -32); 72 bytes from x's start; v.tolist() == [[9, 5, 1], [10, 6, 2], [11, 7, 3]]
    let base = arange(&[3, 4]);
    let view = base.with_geometry(Shape::from_slice(&[3, 3]), Strides::from_slice(&[8, -32]), 72);
    let map = describe("v", &view, vec!["x".to_owned()]);
    assert_eq!((map.offset, map.nbytes, map.buffer_bytes, map.itemsize), (72, 72, 96, 8));
    assert_eq!((map.owns_data, map.c_contiguous, map.f_contiguous), (false, false, false));
    assert_eq!(texts(&map), ["9", "5", "1", "10", "6", "2", "11", "7", "3"]);
    assert_eq!(map.cells[1].offset, 40);
    assert_eq!(map.cells[5].index, [1, 2]);
    assert_eq!(map.buffer.len(), 12);
    assert_eq!(map.buffer[4].text.as_deref(), Some("4"));
    assert!(!map.truncated);
}

#[test]
fn the_flat_buffer_holds_what_the_cells_point_at() {
    for (array, name) in [(arange(&[4, 5]), "whole"), (arange(&[40, 50]), "corners"), (arange(&[1000]), "long")] {
        let map = describe(name, &array, vec![]);
        for cell in &map.cells {
            let slot = map.buffer.iter().find(|slot| slot.offset == cell.offset).expect("every cell is in the window");
            assert_eq!(slot.text.as_deref(), Some(cell.text.as_str()), "{name}");
        }
        assert!(map.buffer.is_sorted_by_key(|slot| slot.offset));
        assert!(map.buffer.len() <= 4 * MAX_CELLS);
    }
}

#[test]
fn a_large_array_keeps_its_corners() {
    let map = describe("a", &arange(&[40, 50]), vec![]);
    assert!(map.truncated);
    assert_eq!(map.cells.len(), 256);
    for corner in [[0, 0], [0, 49], [39, 0], [39, 49]] {
        assert!(map.cells.iter().any(|cell| cell.index == corner), "{corner:?}");
    }
    assert!(map.buffer.iter().any(|slot| slot.text.is_none()));
    let deep = describe("deep", &arange(&[3; 8]), vec![]);
    assert_eq!(deep.cells.len(), 256);
    assert_eq!(describe("wide", &arange(&[2; 12]), vec![]).cells.len(), 256);
}

#[test]
fn scalars_and_empty_arrays_have_a_description() {
    let scalar = describe("s", &arange(&[]), vec![]);
    assert_eq!((scalar.cells.len(), scalar.cells[0].text.as_str(), scalar.buffer.len()), (1, "0", 1));
    let empty = describe("e", &arange(&[0, 3]), vec![]);
    assert_eq!((empty.cells.len(), empty.buffer.len(), empty.truncated), (0, 0, false));
}

#[test]
fn a_layout_that_is_never_made_equals_the_one_that_is() {
    for shape in [vec![3, 4], vec![2, 3, 4], vec![], vec![5], vec![1, 7], vec![20, 30]] {
        let c = arange(&shape);
        let f = c.copy(Order::F).expect("small");
        for (order, array) in [(Order::C, c), (Order::F, f)] {
            let mut expected = describe("", &array, vec![]);
            expected.owns_data = true;
            assert_eq!(hypothetical(&shape, order, DType::Int64), expected, "{shape:?} {order:?}");
        }
    }
    // numpy 2.4: np.arange(0).reshape(0, 2).strides == (16, 8)
    let empty = hypothetical(&[0, 2], Order::C, DType::Int64);
    assert_eq!((empty.strides, empty.cells.len()), (vec![16, 8], 0));
    let training = hypothetical(&[50_000, 32, 32, 3], Order::C, DType::Float32);
    assert_eq!((training.nbytes, training.strides), (614_400_000, vec![12_288, 384, 12, 4]));
}
