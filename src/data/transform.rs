//! What a crop and a flip read: for each place of the result, a place of the image, or padding.
//!
//! One image at a time, as bytes, for pictures and as the plain statement of what [`super::fused`] does
//! at speed. Which crop and which flip an image gets is drawn in [`super::draw`].

use super::normalise::Normalise;
use super::record::{CHANNELS, PIXELS, PLANE, SIDE};

/// The largest padding: a window further out would see nothing of the image, and reflection has only
/// the 31 rows beside the one at its edge.
pub const MAX_PAD: usize = SIDE - 1;

/// One draw of the augmentation: where the 32 × 32 crop starts in the padded image, and whether it is
/// mirrored after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Draw {
    /// First row of the crop, 0 to 2 · pad; `pad` is no shift.
    pub dy: usize,
    /// First column of the crop, 0 to 2 · pad.
    pub dx: usize,
    /// Whether left and right change places.
    pub flip: bool,
}

impl Draw {
    /// The draw that changes nothing, for this padding.
    pub fn identity(pad: usize) -> Draw {
        Draw { dy: pad, dx: pad, flip: false }
    }
}

/// What the border around an image holds. The three conventions in use do not agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Padding {
    /// The image mirrored at its edge, which is not repeated: `np.pad(mode="reflect")`, as in the lesson.
    #[default]
    Reflect,
    /// The byte 0, normalised with the rest: black. torchvision's `RandomCrop(padding=4)` before `Normalize`.
    Zeros,
    /// The value 0 after normalising: the mean colour.
    ZerosAfter,
}

impl Padding {
    /// The choice by its name in the interface: "reflect", "zeros" or "zeros-after".
    pub fn named(name: &str) -> Option<Padding> {
        Some(match name {
            "reflect" => Padding::Reflect,
            "zeros" => Padding::Zeros,
            "zeros-after" => Padding::ZerosAfter,
            _ => return None,
        })
    }

    /// The colour where the padding is not the image, as it looks before normalising.
    pub fn border(self, normalise: &Normalise) -> [u8; CHANNELS] {
        if self == Padding::ZerosAfter { normalise.mean_colour() } else { [0; CHANNELS] }
    }
}

/// What `numpy.pad(image, pad, mode="reflect")` reads at a padded position: an index into 0 to 31.
///
/// `padded` is less than 32 + 2 · pad, and `pad` at most [`MAX_PAD`].
pub fn reflect(padded: usize, pad: usize) -> usize {
    let last = SIDE - 1;
    match padded.checked_sub(pad) {
        None => pad - padded,
        Some(index) if index <= last => index,
        Some(index) => 2 * last - index,
    }
}

/// The row or column of the image at a padded position; `None` where the padding is not the image.
pub fn source(padded: usize, pad: usize, padding: Padding) -> Option<usize> {
    let inside = padded.checked_sub(pad).filter(|&index| index < SIDE);
    if padding == Padding::Reflect { Some(reflect(padded, pad)) } else { inside }
}

/// Crops and flips an image: planes of uint8 in, planes of uint8 out, both (3, 32, 32). `border` is the
/// colour where the padding is not the image.
///
/// `pad` is at most [`MAX_PAD`], `draw.dy` and `draw.dx` at most 2 · pad.
pub fn augment(
    pixels: &[u8; PIXELS],
    draw: Draw,
    pad: usize,
    padding: Padding,
    border: [u8; CHANNELS],
) -> [u8; PIXELS] {
    std::array::from_fn(|index| {
        let (channel, y, x) = (index / PLANE, index / SIDE % SIDE, index % SIDE);
        let x = if draw.flip { SIDE - 1 - x } else { x };
        match (source(draw.dy + y, pad, padding), source(draw.dx + x, pad, padding)) {
            (Some(y), Some(x)) => pixels[channel * PLANE + y * SIDE + x],
            _ => border[channel],
        }
    })
}
