//! One pixel's way: shapes, strides and offsets as NumPy has them, and where a crop shows it.

use stridelab::data::transform::{Draw, Padding};
use stridelab::view::pixel::{Memory, Place, Stage, places, stages};

fn place(draw: Draw) -> Place {
    Place { record: 2, records: 3, record_bytes: 3073, slot: 1, batch: 2, draw, pad: 4, padding: Padding::Reflect }
}

#[test]
fn shapes_and_strides_are_numpys() {
    // numpy 2.4, on np.frombuffer(f.read(), dtype=np.uint8) of three records: the lesson's expressions, then
    // x.shape, x.strides and x.__array_interface__["data"][0] - raw.__array_interface__["data"][0]
    let rows: [(&str, &[usize], &[usize], usize); 7] = [
        ("bytes", &[9219], &[1], 0),
        ("record", &[3, 3073], &[3073, 1], 0),
        ("planes", &[3, 3, 32, 32], &[3073, 1024, 32, 1], 1),
        ("view", &[3, 32, 32, 3], &[3073, 32, 1, 1024], 1),
        ("normalised", &[3, 32, 32, 3], &[12288, 128, 4, 4096], 0),
        ("batch", &[2, 32, 32, 3], &[12288, 128, 4, 4096], 0),
        ("augmented", &[2, 32, 32, 3], &[12288, 384, 12, 4], 0),
    ];
    let stages = stages(&place(Draw { dy: 4, dx: 4, flip: false }), 5, 7);
    let ours: Vec<_> = stages.iter().map(|s| (s.name, s.shape.as_slice(), s.strides.as_slice(), s.start)).collect();
    assert_eq!(ours, rows);
}

#[test]
fn the_views_lie_over_the_same_bytes_of_the_file() {
    let stages = stages(&place(Draw { dy: 4, dx: 4, flip: false }), 5, 7);
    // Label, planes of 1,024 bytes, rows of 32: byte 2 · 3,073 + 1 + c · 1,024 + 5 · 32 + 7.
    let expected = vec![[6314, 7338, 8362]];
    for stage in &stages {
        assert_eq!(stage.memory == Memory::File, stage.offsets == expected, "{}", stage.name);
    }
    assert_eq!(stages.iter().filter(|stage| stage.memory == Memory::File).count(), 4);
}

#[test]
fn a_crop_shows_a_pixel_where_it_falls_cuts_it_off_or_mirrors_it() {
    let shown = |dy, dx, flip, padding, y, x| places(Draw { dy, dx, flip }, 4, padding, y, x);
    // numpy 2.4: np.argwhere(np.pad(np.arange(1024).reshape(32, 32), 4, mode)[dy:dy+32, dx:dx+32][:, ::±1] == 32 * y + x)
    assert_eq!(shown(4, 4, false, Padding::Reflect, 5, 7), [(5, 7)]);
    assert_eq!(shown(4, 4, true, Padding::Reflect, 5, 7), [(5, 24)]);
    assert_eq!(shown(1, 0, false, Padding::Reflect, 2, 3), [(1, 1), (1, 7), (5, 1), (5, 7)]);
    assert_eq!(shown(1, 0, false, Padding::Zeros, 2, 3), [(5, 7)]);
    assert_eq!(shown(8, 4, false, Padding::Zeros, 3, 3), []);
    let Some(Stage { name: "augmented", indices, .. }) = stages(&place(Draw { dy: 8, dx: 8, flip: true }), 0, 0).pop()
    else {
        panic!("the last stage is the augmented batch")
    };
    assert!(indices.is_empty());
}
