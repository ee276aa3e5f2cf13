//! Products of matrices in blocks that fit the caches, and in tiles that fit the registers, for wasm: `ndarray`'s
//! product has vectors for other processors only.
//!
//! Both operands are copied once a block, into panels that the innermost loop reads from end to end; strides of any
//! kind therefore cost nothing there. Not here: vectors, and short sums in the order of NumPy's BLAS (`short`).

use ndarray::LinalgScalar;

/// Rows of a tile.
const TILE_ROWS: usize = 4;
/// Terms of a sum that are added up in one go: a panel of either operand stays in the first cache.
const DEPTH: usize = 256;
/// Rows of a block of the left operand, which stays in the second cache.
const BLOCK_ROWS: usize = 64;
/// Columns of a block of the right operand.
const BLOCK_COLUMNS: usize = 512;

/// A matrix in a slice; steps in elements.
#[derive(Clone, Copy)]
pub(super) struct Matrix<'a, T> {
    pub(super) data: &'a [T],
    pub(super) down: usize,
    pub(super) across: usize,
}

/// `out = a · b` for `a` of `m × k`, `b` of `k × n` and a C-contiguous `out`, none of them empty.
pub(super) fn multiply<T: LinalgScalar>(out: &mut [T], sizes: (usize, usize, usize), a: Matrix<T>, b: Matrix<T>) {
    // Two vectors of 16 bytes: four rows of them, two of `b` and one of `a` are what sixteen registers hold.
    match size_of::<T>() {
        4 => in_tiles::<T, 8>(out, sizes, a, b),
        _ => in_tiles::<T, 4>(out, sizes, a, b),
    }
}

fn in_tiles<T: LinalgScalar, const COLUMNS: usize>(
    out: &mut [T],
    (m, n, k): (usize, usize, usize),
    a: Matrix<T>,
    b: Matrix<T>,
) {
    let mut a_panels = vec![T::zero(); BLOCK_ROWS.min(m.next_multiple_of(TILE_ROWS)) * DEPTH.min(k)];
    let mut b_panels = vec![T::zero(); BLOCK_COLUMNS.min(n.next_multiple_of(COLUMNS)) * DEPTH.min(k)];
    for first_column in (0..n).step_by(BLOCK_COLUMNS) {
        let columns = BLOCK_COLUMNS.min(n - first_column);
        for first_term in (0..k).step_by(DEPTH) {
            let depth = DEPTH.min(k - first_term);
            let start = first_term * b.down + first_column * b.across;
            pack::<T, COLUMNS>(&mut b_panels, (columns, depth), &b.data[start..], (b.across, b.down));
            for first_row in (0..m).step_by(BLOCK_ROWS) {
                let rows = BLOCK_ROWS.min(m - first_row);
                let start = first_row * a.down + first_term * a.across;
                pack::<T, TILE_ROWS>(&mut a_panels, (rows, depth), &a.data[start..], (a.down, a.across));
                for (column, b_panel) in (0..columns).step_by(COLUMNS).zip(b_panels.chunks_exact(COLUMNS * depth)) {
                    for (row, a_panel) in (0..rows).step_by(TILE_ROWS).zip(a_panels.chunks_exact(TILE_ROWS * depth)) {
                        let tile = tile::<T, COLUMNS>(a_panel, b_panel);
                        let width = COLUMNS.min(columns - column);
                        for (row, sums) in (first_row + row..first_row + rows).zip(&tile) {
                            let out = &mut out[row * n + first_column + column..][..width];
                            match out.first_chunk_mut::<COLUMNS>() {
                                Some(out) if first_term == 0 => *out = *sums,
                                _ if first_term == 0 => out.copy_from_slice(&sums[..width]),
                                _ => out.iter_mut().zip(sums).for_each(|(out, &sum)| *out = *out + sum),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Lays lines of `depth` terms in panels of `WIDTH` lines, term by term; what is missing from the last panel is 0.
/// `steps` lead from line to line and from term to term.
fn pack<T: LinalgScalar, const WIDTH: usize>(
    panels: &mut [T],
    (lines, depth): (usize, usize),
    data: &[T],
    (next_line, next_term): (usize, usize),
) {
    for (first, panel) in (0..lines).step_by(WIDTH).zip(panels.chunks_exact_mut(WIDTH * depth)) {
        let (width, data) = (WIDTH.min(lines - first), &data[first * next_line..]);
        let places = panel.as_chunks_mut::<WIDTH>().0.iter_mut();
        if width == WIDTH && next_line == 1 && next_term >= WIDTH {
            for (place, terms) in places.zip(data.chunks(next_term)) {
                *place = *terms.first_chunk().expect("a step is as long as a line");
            }
        } else if width == WIDTH && next_term == 1 {
            let lines: [&[T]; WIDTH] = std::array::from_fn(|line| &data[line * next_line..][..depth]);
            for (term, place) in places.enumerate() {
                *place = lines.map(|line| line[term]);
            }
        } else {
            for (term, place) in places.enumerate() {
                *place = std::array::from_fn(|line| match line < width {
                    true => data[line * next_line + term * next_term],
                    false => T::zero(),
                });
            }
        }
    }
}

/// The sums of one tile, kept in registers.
#[inline(never)]
fn tile<T: LinalgScalar, const COLUMNS: usize>(a: &[T], b: &[T]) -> [[T; COLUMNS]; TILE_ROWS] {
    let mut sums = [[T::zero(); COLUMNS]; TILE_ROWS];
    for (a, b) in a.as_chunks::<TILE_ROWS>().0.iter().zip(b.as_chunks::<COLUMNS>().0) {
        for (sums, &x) in sums.iter_mut().zip(a) {
            for (sum, &y) in sums.iter_mut().zip(b) {
                *sum = *sum + x * y;
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::{Matrix, multiply};

    /// Whole numbers, whose sums are exact in any order.
    #[test]
    fn tiles_and_their_edges_give_the_sums_of_products() {
        let sizes =
            [(1, 1, 1), (2, 3, 5), (4, 8, 7), (5, 9, 257), (67, 13, 2), (64, 16, 256), (130, 515, 3), (9, 1030, 300)];
        for (m, n, k) in sizes {
            let a: Vec<f64> = (0..m * k).map(|at| (at * 7 % 31) as f64 - 15.0).collect();
            let b: Vec<f64> = (0..k * n).map(|at| (at * 11 % 29) as f64 - 14.0).collect();
            let steps = |rows: usize, columns: usize, turned: bool| if turned { (1, rows) } else { (columns, 1) };
            for (a_turned, b_turned) in [(false, false), (true, false), (false, true), (true, true)] {
                let (a_steps, b_steps) = (steps(m, k, a_turned), steps(k, n, b_turned));
                let x = Matrix { data: &a, down: a_steps.0, across: a_steps.1 };
                let y = Matrix { data: &b, down: b_steps.0, across: b_steps.1 };
                let mut out = vec![f64::NAN; m * n];
                multiply(&mut out, (m, n, k), x, y);
                let single = |values: &[f64]| values.iter().map(|&value| value as f32).collect::<Vec<_>>();
                let (a32, b32, mut out32) = (single(&a), single(&b), vec![f32::NAN; m * n]);
                multiply(
                    &mut out32,
                    (m, n, k),
                    Matrix { data: &a32, ..as_single(x) },
                    Matrix { data: &b32, ..as_single(y) },
                );
                for (place, (sum, sum32)) in out.iter().zip(out32).enumerate() {
                    let (row, column) = (place / n, place % n);
                    let term = |t: usize| a[row * a_steps.0 + t * a_steps.1] * b[t * b_steps.0 + column * b_steps.1];
                    let expected: f64 = (0..k).map(term).sum();
                    assert_eq!((*sum, f64::from(sum32)), (expected, expected), "{m} {n} {k}: {row} {column}");
                }
            }
        }
    }

    fn as_single<'a>(matrix: Matrix<f64>) -> Matrix<'a, f32> {
        Matrix { data: &[], down: matrix.down, across: matrix.across }
    }

    /// Windows on a vector: rows that share their elements, as `sliding_window_view` makes them.
    #[test]
    fn rows_may_share_elements() {
        let line: Vec<f64> = (0..40).map(f64::from).collect();
        let windows = Matrix { data: &line, down: 1, across: 1 };
        let mut out = vec![0.0; 20 * 20];
        multiply(&mut out, (20, 20, 20), windows, windows);
        for place in 0..400 {
            let (row, column) = (place / 20, place % 20);
            assert_eq!(out[place], (0..20).map(|t| ((row + t) * (t + column)) as f64).sum::<f64>());
        }
    }
}
