//! A 32 × 32 drawing surface: filled shapes with soft edges, by signed distance.
//!
//! A shape's coverage of a pixel is how far inside the pixel's centre lies, clamped to one pixel's
//! width: one evaluation a pixel instead of many samples. Knows shapes, not what they depict.

use super::Dice;
use crate::data::record::{PIXELS, PLANE, SIDE};

/// Red, green and blue, 0 to 255.
pub type Colour = [f32; 3];
/// x to the right, y down, in pixels; the image is 0 to 32.
pub type Point = (f32, f32);

/// The surface, with the placement that shapes are drawn under.
pub struct Canvas {
    pixels: Vec<Colour>,
    place: Placement,
}

/// Where a subject stands: turned about the centre, scaled, mirrored, moved.
#[derive(Clone, Copy, Debug)]
struct Placement {
    cos: f32,
    sin: f32,
    scale: f32,
    mirror: bool,
    dx: f32,
    dy: f32,
}

const CENTRE: f32 = SIDE as f32 / 2.0;

impl Canvas {
    /// Black, shapes drawn where they say.
    pub fn new() -> Canvas {
        let place = Placement { cos: 1.0, sin: 0.0, scale: 1.0, mirror: false, dx: 0.0, dy: 0.0 };
        Canvas { pixels: vec![[0.0; 3]; PLANE], place }
    }

    /// From here on shapes are drawn somewhat moved, turned by at most `tilt` radians, scaled, and
    /// mirrored every other time.
    pub fn place(&mut self, dice: &mut Dice, tilt: f32) {
        let angle = dice.between(-tilt, tilt);
        self.place = Placement {
            cos: libm::cosf(angle),
            sin: libm::sinf(angle),
            scale: dice.between(0.86, 1.1),
            mirror: dice.chance(0.5),
            dx: dice.between(-2.0, 2.0),
            dy: dice.between(-1.5, 1.5),
        };
    }

    /// Colours everything by height, from `top` to `bottom`.
    pub fn gradient(&mut self, top: Colour, bottom: Colour) {
        for (index, pixel) in self.pixels.iter_mut().enumerate() {
            *pixel = blend(top, bottom, (index / SIDE) as f32 / (SIDE - 1) as f32);
        }
    }

    /// Colours the rows from `y` down, whatever the placement.
    pub fn floor(&mut self, y: f32, top: Colour, bottom: Colour) {
        for (index, pixel) in self.pixels.iter_mut().enumerate() {
            let row = (index / SIDE) as f32;
            let colour = blend(top, bottom, (row - y) / (SIDE as f32 - y));
            *pixel = blend(*pixel, colour, row + 1.0 - y);
        }
    }

    /// Soft spots of a colour, anywhere between rows `top` and `bottom`, whatever the placement.
    pub fn blotches(&mut self, dice: &mut Dice, count: usize, top: f32, bottom: f32, colour: Colour, strength: f32) {
        for _ in 0..count {
            let (x, y) = (dice.between(-2.0, 34.0), dice.between(top, bottom));
            let (wide, high) = (dice.between(2.5, 6.5), dice.between(1.2, 3.0));
            for (index, pixel) in self.pixels.iter_mut().enumerate() {
                let (px, py) = (((index % SIDE) as f32 + 0.5 - x) / wide, ((index / SIDE) as f32 + 0.5 - y) / high);
                *pixel = blend(*pixel, colour, strength * (1.0 - (px * px + py * py)));
            }
        }
    }

    /// A disc.
    pub fn disc(&mut self, (x, y): Point, radius: f32, colour: Colour) {
        self.ellipse((x, y), (radius, radius), 0.0, colour);
    }

    /// An ellipse of these half-axes, turned clockwise by `turn` radians.
    pub fn ellipse(&mut self, centre: Point, (rx, ry): Point, turn: f32, colour: Colour) {
        let (cx, cy) = self.at(centre);
        let (rx, ry) = (rx * self.place.scale, ry * self.place.scale);
        let turn = if self.place.mirror { -turn } else { turn };
        let (sin, cos) = (libm::sinf(turn), libm::cosf(turn));
        // The placement turns as well.
        let (cos, sin) = (cos * self.place.cos - sin * self.place.sin, sin * self.place.cos + cos * self.place.sin);
        let reach = rx.max(ry);
        self.fill((cx - reach, cy - reach, cx + reach, cy + reach), colour, |x, y| {
            let (dx, dy) = (x - cx, y - cy);
            let (u, v) = ((dx * cos + dy * sin) / rx, (dy * cos - dx * sin) / ry);
            let k = (u * u + v * v).sqrt();
            let slope = ((u / rx) * (u / rx) + (v / ry) * (v / ry)).sqrt();
            if slope < 1e-6 { -rx.min(ry) } else { k * (k - 1.0) / slope }
        });
    }

    /// A line with round ends.
    pub fn line(&mut self, from: Point, to: Point, width: f32, colour: Colour) {
        let ((ax, ay), (bx, by)) = (self.at(from), self.at(to));
        let half = width * self.place.scale / 2.0;
        let bounds = (ax.min(bx) - half, ay.min(by) - half, ax.max(bx) + half, ay.max(by) + half);
        self.fill(bounds, colour, |x, y| distance_to_segment((x, y), (ax, ay), (bx, by)) - half);
    }

    /// Lines joined end to end.
    pub fn path(&mut self, points: &[Point], width: f32, colour: Colour) {
        for pair in points.windows(2) {
            self.line(pair[0], pair[1], width, colour);
        }
    }

    /// A filled polygon, its corners in order.
    pub fn polygon(&mut self, corners: &[Point], colour: Colour) {
        let corners: Vec<Point> = corners.iter().map(|&corner| self.at(corner)).collect();
        let mut bounds = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
        for &(x, y) in &corners {
            bounds = (bounds.0.min(x), bounds.1.min(y), bounds.2.max(x), bounds.3.max(y));
        }
        self.fill(bounds, colour, |x, y| {
            let mut nearest = f32::MAX;
            let mut inside = false;
            for (index, &(ax, ay)) in corners.iter().enumerate() {
                let (bx, by) = corners[(index + 1) % corners.len()];
                nearest = nearest.min(distance_to_segment((x, y), (ax, ay), (bx, by)));
                if (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax) {
                    inside = !inside;
                }
            }
            if inside { -nearest } else { nearest }
        });
    }

    /// An upright rectangle from one corner to the other.
    pub fn rect(&mut self, (left, top): Point, (right, bottom): Point, colour: Colour) {
        self.polygon(&[(left, top), (right, top), (right, bottom), (left, bottom)], colour);
    }

    /// Light from one side and the grain of a photograph, over all that was drawn.
    pub fn finish(&mut self, dice: &mut Dice) {
        let exposure = dice.between(0.82, 1.12);
        let (slant_x, slant_y) = (dice.between(-0.006, 0.006), dice.between(-0.006, 0.002));
        let grain = dice.between(3.0, 9.0);
        for (index, pixel) in self.pixels.iter_mut().enumerate() {
            let (x, y) = ((index % SIDE) as f32 - CENTRE, (index / SIDE) as f32 - CENTRE);
            let light = exposure + slant_x * x + slant_y * y;
            let speck = dice.between(-grain, grain);
            *pixel = pixel.map(|value| value * light + speck);
        }
    }

    /// The pixels as a CIFAR record has them: red plane, green plane, blue plane.
    pub fn planes(&self) -> [u8; PIXELS] {
        std::array::from_fn(|index| self.pixels[index % PLANE][index / PLANE].clamp(0.0, 255.0) as u8)
    }

    /// A subject's point on the surface.
    fn at(&self, (x, y): Point) -> Point {
        let place = &self.place;
        let x = if place.mirror { SIDE as f32 - x } else { x };
        let (x, y) = ((x - CENTRE) * place.scale, (y - CENTRE) * place.scale);
        (CENTRE + place.dx + x * place.cos - y * place.sin, CENTRE + place.dy + x * place.sin + y * place.cos)
    }

    /// Paints the pixels of a box whose signed distance to the shape's edge is negative, softly at 0.
    fn fill(
        &mut self,
        (left, top, right, bottom): (f32, f32, f32, f32),
        colour: Colour,
        distance: impl Fn(f32, f32) -> f32,
    ) {
        let range = |low: f32, high: f32| {
            let end = (high + 1.5).clamp(0.0, SIDE as f32) as usize;
            ((low - 1.5).clamp(0.0, SIDE as f32) as usize).min(end)..end
        };
        for y in range(top, bottom) {
            for x in range(left, right) {
                let coverage = 0.5 - distance(x as f32 + 0.5, y as f32 + 0.5);
                if coverage > 0.0 {
                    let pixel = &mut self.pixels[y * SIDE + x];
                    *pixel = blend(*pixel, colour, coverage);
                }
            }
        }
    }
}

/// `from` at `share` 0, `to` at 1, clamped outside.
pub fn blend(from: Colour, to: Colour, share: f32) -> Colour {
    let share = share.clamp(0.0, 1.0);
    std::array::from_fn(|channel| from[channel] + (to[channel] - from[channel]) * share)
}

/// A darker (below 1) or lighter (above 1) version.
pub fn shade(colour: Colour, factor: f32) -> Colour {
    colour.map(|value| (value * factor).min(255.0))
}

fn distance_to_segment((x, y): Point, (ax, ay): Point, (bx, by): Point) -> f32 {
    let (px, py, dx, dy) = (x - ax, y - ay, bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (ex, ey) = (px - along * dx, py - along * dy);
    (ex * ex + ey * ey).sqrt()
}
