//! The ten subjects, each on its own ground: one function a class.
//!
//! Coordinates are those of a 32 × 32 image with the subject looking right. Colours vary, features do
//! not: what tells a dog from a cat (ears, muzzle, tongue) is in every drawing of it.

use super::Dice;
use super::canvas::{Canvas, Colour, Point, blend, shade};

/// Draws a picture of class `label`, 0 to 9 in the order of `batches.meta.txt`.
pub fn class(label: u8, canvas: &mut Canvas, dice: &mut Dice) {
    let subject = [airplane, automobile, bird, cat, deer, dog, frog, horse, ship, truck][usize::from(label)];
    subject(canvas, dice);
    canvas.finish(dice);
}

const BLACK: Colour = [22.0, 22.0, 26.0];
const WHITE: Colour = [244.0, 244.0, 242.0];
const GLASS: Colour = [150.0, 196.0, 222.0];
const TYRE: Colour = [30.0, 30.0, 34.0];

/// Colours of cars and lorries.
const PAINT: [Colour; 7] = [
    [200.0, 36.0, 40.0],
    [36.0, 84.0, 180.0],
    [238.0, 190.0, 48.0],
    [40.0, 130.0, 80.0],
    [226.0, 226.0, 230.0],
    [236.0, 120.0, 36.0],
    [96.0, 100.0, 110.0],
];

fn sky(canvas: &mut Canvas, dice: &mut Dice) {
    let (top, bottom) = dice.pick(&[
        ([74.0, 136.0, 214.0], [176.0, 212.0, 240.0]),
        ([104.0, 164.0, 226.0], [208.0, 228.0, 244.0]),
        ([128.0, 146.0, 172.0], [206.0, 212.0, 220.0]),
        ([92.0, 110.0, 178.0], [246.0, 190.0, 150.0]),
    ]);
    canvas.gradient(top, bottom);
    let clouds = dice.pick(&[0, 2, 3, 5]);
    canvas.blotches(dice, clouds, 0.0, 26.0, WHITE, 0.75);
}

fn street(canvas: &mut Canvas, dice: &mut Dice) {
    let (top, bottom) = dice.pick(&[
        ([150.0, 190.0, 226.0], [214.0, 226.0, 234.0]),
        ([168.0, 150.0, 132.0], [206.0, 190.0, 172.0]),
        ([104.0, 144.0, 96.0], [150.0, 176.0, 128.0]),
        ([188.0, 192.0, 198.0], [216.0, 218.0, 222.0]),
    ]);
    canvas.gradient(top, bottom);
    if dice.chance(0.5) {
        let shadow = shade(bottom, 0.72);
        canvas.blotches(dice, 5, 4.0, 14.0, shadow, 0.7);
    }
    let grey = dice.between(84.0, 132.0);
    canvas.floor(dice.between(20.0, 22.5), [grey, grey, grey + 6.0], [grey * 0.75; 3]);
}

fn pasture(canvas: &mut Canvas, dice: &mut Dice, far: Colour) {
    let haze = blend(far, [206.0, 220.0, 226.0], dice.between(0.1, 0.5));
    canvas.gradient(haze, far);
    canvas.blotches(dice, 7, 0.0, 14.0, shade(far, 0.7), 0.7);
    let grass = dice.pick(&[[110.0, 156.0, 66.0], [142.0, 168.0, 84.0], [172.0, 160.0, 96.0]]);
    canvas.floor(dice.between(19.0, 23.0), grass, shade(grass, 0.72));
}

fn room(canvas: &mut Canvas, dice: &mut Dice) {
    let wall = dice.pick(&[
        [196.0, 180.0, 160.0],
        [150.0, 170.0, 184.0],
        [180.0, 118.0, 104.0],
        [118.0, 140.0, 116.0],
        [214.0, 206.0, 190.0],
        [112.0, 104.0, 130.0],
    ]);
    canvas.gradient(wall, shade(wall, 0.86));
    canvas.floor(dice.between(22.0, 27.0), shade(wall, 0.62), shade(wall, 0.5));
}

fn airplane(canvas: &mut Canvas, dice: &mut Dice) {
    sky(canvas, dice);
    canvas.place(dice, 0.3);
    let hull = dice.pick(&[WHITE, [214.0, 220.0, 228.0], [188.0, 196.0, 206.0]]);
    let accent = dice.pick(&PAINT);
    let wing = shade(hull, 0.72);
    // The far wing, the tail, the hull, the near wing: from back to front.
    canvas.polygon(&[(17.0, 14.5), (21.0, 14.5), (16.5, 7.5), (14.0, 7.5)], shade(hull, 0.6));
    canvas.polygon(&[(2.5, 7.0), (6.0, 7.0), (10.5, 14.5), (4.5, 15.5)], accent);
    canvas.line((5.0, 16.0), (26.0, 16.0), 5.0, hull);
    canvas.polygon(&[(24.0, 13.6), (30.5, 16.4), (29.5, 17.8), (24.0, 18.5)], hull);
    canvas.polygon(&[(2.0, 15.0), (8.0, 15.0), (8.0, 16.6), (1.5, 17.2)], wing);
    canvas.polygon(&[(26.0, 14.0), (28.6, 15.3), (26.0, 15.6)], BLACK);
    for window in 0..6 {
        canvas.disc((11.0 + 2.3 * window as f32, 15.2), 0.6, [70.0, 96.0, 130.0]);
    }
    canvas.line((6.0, 17.6), (25.0, 17.6), 0.9, accent);
    canvas.line((15.5, 21.6), (18.5, 21.6), 2.2, shade(hull, 0.5));
    canvas.polygon(&[(15.0, 17.0), (20.5, 17.0), (12.5, 26.5), (8.5, 26.5)], wing);
}

/// A wheel with its hub.
fn wheel(canvas: &mut Canvas, centre: Point, radius: f32) {
    canvas.disc(centre, radius, TYRE);
    canvas.disc(centre, radius * 0.48, [176.0, 178.0, 182.0]);
}

fn automobile(canvas: &mut Canvas, dice: &mut Dice) {
    street(canvas, dice);
    canvas.place(dice, 0.06);
    let paint = dice.pick(&PAINT);
    canvas.ellipse((16.0, 25.0), (14.0, 1.6), 0.0, [48.0, 48.0, 52.0]);
    // A hatchback drops at once behind the cabin, a saloon has a boot.
    let rear = if dice.chance(0.4) { 3.5 } else { 7.0 };
    canvas.polygon(&[(rear, 16.0), (rear + 3.5, 9.5), (18.5, 9.5), (23.5, 16.0)], paint);
    canvas.polygon(&[(rear + 2.0, 15.4), (rear + 4.3, 10.7), (12.6, 10.7), (12.6, 15.4)], GLASS);
    canvas.polygon(&[(13.8, 15.4), (13.8, 10.7), (17.9, 10.7), (21.4, 15.4)], GLASS);
    canvas.polygon(
        &[(2.2, 16.0), (4.0, 15.0), (23.0, 15.0), (29.0, 17.0), (30.2, 19.5), (30.2, 23.5), (1.8, 23.5)],
        paint,
    );
    canvas.line((3.0, 19.4), (29.0, 19.6), 0.7, shade(paint, 0.7));
    canvas.line((2.5, 22.8), (29.5, 22.8), 1.2, shade(paint, 0.55));
    canvas.line((13.2, 16.0), (13.2, 21.5), 0.5, shade(paint, 0.6));
    canvas.disc((29.2, 18.6), 1.0, [255.0, 246.0, 190.0]);
    canvas.disc((2.7, 18.2), 0.9, [200.0, 30.0, 30.0]);
    wheel(canvas, (8.2, 23.6), 3.3);
    wheel(canvas, (23.8, 23.6), 3.3);
}

fn truck(canvas: &mut Canvas, dice: &mut Dice) {
    street(canvas, dice);
    canvas.place(dice, 0.05);
    let (cab, cargo) =
        (dice.pick(&PAINT), dice.pick(&[WHITE, [198.0, 202.0, 208.0], [232.0, 220.0, 186.0], [90.0, 120.0, 160.0]]));
    canvas.ellipse((16.0, 26.4), (15.0, 1.5), 0.0, [46.0, 46.0, 50.0]);
    canvas.rect((1.2, 4.6), (19.8, 21.6), cargo);
    canvas.line((1.6, 5.0), (19.4, 5.0), 1.0, shade(cargo, 1.1));
    for rib in 0..3 {
        let x = 5.6 + 4.6 * rib as f32;
        canvas.line((x, 6.4), (x, 20.4), 0.6, shade(cargo, 0.8));
    }
    canvas.rect((1.6, 21.4), (29.6, 23.8), [58.0, 58.0, 64.0]);
    canvas.polygon(&[(20.8, 9.2), (26.4, 9.2), (29.6, 15.4), (30.6, 16.2), (30.6, 23.6), (20.8, 23.6)], cab);
    canvas.polygon(&[(23.0, 10.8), (25.8, 10.8), (28.2, 15.4), (23.0, 15.4)], GLASS);
    canvas.line((22.6, 17.4), (22.6, 21.6), 0.5, shade(cab, 0.6));
    canvas.disc((30.0, 19.8), 1.0, [255.0, 244.0, 184.0]);
    canvas.line((28.4, 23.0), (31.0, 23.0), 1.2, [170.0, 172.0, 178.0]);
    wheel(canvas, (6.0, 24.6), 2.9);
    wheel(canvas, (12.6, 24.6), 2.9);
    wheel(canvas, (26.0, 24.6), 2.9);
}

fn bird(canvas: &mut Canvas, dice: &mut Dice) {
    if dice.chance(0.6) {
        sky(canvas, dice);
    } else {
        canvas.gradient([120.0, 158.0, 96.0], [168.0, 188.0, 130.0]);
        canvas.blotches(dice, 8, 0.0, 32.0, [92.0, 130.0, 70.0], 0.7);
    }
    let bark = [104.0, 78.0, 56.0];
    canvas.place(dice, 0.12);
    canvas.line((-6.0, 26.6), (38.0, 25.4), 2.2, bark);
    if dice.chance(0.5) {
        canvas.ellipse((5.0, 23.6), (3.0, 1.5), 0.5, [70.0, 132.0, 58.0]);
        canvas.ellipse((27.0, 28.6), (3.0, 1.5), -0.4, [84.0, 146.0, 64.0]);
    }
    let (back, breast) = dice.pick(&[
        ([112.0, 84.0, 62.0], [214.0, 92.0, 44.0]),
        ([52.0, 100.0, 186.0], [232.0, 226.0, 214.0]),
        ([226.0, 184.0, 40.0], [246.0, 222.0, 110.0]),
        ([178.0, 36.0, 40.0], [206.0, 66.0, 58.0]),
        ([126.0, 106.0, 84.0], [222.0, 208.0, 186.0]),
    ]);
    canvas.polygon(&[(1.5, 21.5), (3.0, 24.4), (12.0, 20.4), (10.0, 16.6)], shade(back, 0.72));
    canvas.line((15.0, 21.5), (14.6, 25.8), 0.8, [214.0, 140.0, 60.0]);
    canvas.line((17.8, 21.5), (17.6, 25.8), 0.8, [214.0, 140.0, 60.0]);
    canvas.ellipse((15.2, 17.0), (7.4, 5.4), -0.45, back);
    canvas.ellipse((18.2, 18.0), (4.6, 4.2), -0.5, breast);
    canvas.disc((21.6, 10.4), 4.4, back);
    canvas.ellipse((22.6, 12.2), (2.6, 2.2), 0.3, breast);
    canvas.polygon(&[(25.2, 9.0), (30.4, 11.0), (25.2, 12.2)], [240.0, 168.0, 40.0]);
    canvas.disc((22.9, 9.4), 1.05, BLACK);
    canvas.disc((23.2, 9.1), 0.4, WHITE);
    canvas.ellipse((12.2, 17.0), (5.6, 3.0), 0.55 - 1.0, shade(back, 0.66));
}

fn frog(canvas: &mut Canvas, dice: &mut Dice) {
    if dice.chance(0.5) {
        canvas.gradient([64.0, 112.0, 130.0], [40.0, 84.0, 104.0]);
        canvas.blotches(dice, 4, 2.0, 30.0, [96.0, 150.0, 160.0], 0.5);
    } else {
        canvas.gradient([146.0, 120.0, 88.0], [104.0, 84.0, 62.0]);
        canvas.blotches(dice, 8, 0.0, 32.0, [84.0, 66.0, 48.0], 0.6);
    }
    canvas.place(dice, 0.1);
    let skin = dice.pick(&[[96.0, 168.0, 58.0], [124.0, 186.0, 66.0], [74.0, 140.0, 70.0], [146.0, 158.0, 66.0]]);
    let (dark, belly) = (shade(skin, 0.68), blend(skin, [240.0, 236.0, 190.0], 0.65));
    // A lily pad or a stone to sit on.
    canvas.ellipse((16.0, 27.0), (14.5, 4.0), 0.0, dice.pick(&[[52.0, 118.0, 62.0], [118.0, 116.0, 110.0]]));
    canvas.ellipse((6.0, 22.4), (4.6, 3.6), -0.5, dark);
    canvas.ellipse((26.0, 22.4), (4.6, 3.6), 0.5, dark);
    canvas.ellipse((16.0, 20.0), (9.6, 7.4), 0.0, skin);
    canvas.ellipse((16.0, 23.4), (6.4, 4.0), 0.0, belly);
    for side in [-1.0, 1.0] {
        let foot = 16.0 + side * 7.4;
        canvas.line((16.0 + side * 5.2, 22.0), (foot, 26.6), 2.6, skin);
        for toe in [-1.6, 0.0, 1.6] {
            canvas.line((foot, 26.6), (foot + toe + side * 0.6, 28.6), 1.0, skin);
        }
    }
    canvas.ellipse((16.0, 14.6), (9.8, 5.6), 0.0, skin);
    for side in [-1.0, 1.0] {
        let eye = (16.0 + side * 5.8, 9.2);
        canvas.disc(eye, 3.6, skin);
        canvas.disc(eye, 2.6, [246.0, 232.0, 120.0]);
        canvas.ellipse(eye, (1.7, 1.1), 0.0, BLACK);
        canvas.disc((16.0 + side * 1.4, 13.2), 0.45, dark);
    }
    canvas.path(&[(7.6, 15.2), (11.0, 17.4), (16.0, 18.1), (21.0, 17.4), (24.4, 15.2)], 0.95, shade(skin, 0.42));
}

/// Eyes of a face looking out of the picture.
fn eyes(canvas: &mut Canvas, y: f32, apart: f32, iris: Colour, slit: bool) {
    for side in [-1.0, 1.0] {
        let eye = (16.0 + side * apart, y);
        if slit {
            canvas.ellipse(eye, (2.1, 1.7), side * 0.2, iris);
            canvas.ellipse(eye, (0.6, 1.6), 0.0, BLACK);
        } else {
            canvas.disc(eye, 1.6, BLACK);
            canvas.disc((eye.0 + 0.5, eye.1 - 0.5), 0.55, WHITE);
        }
    }
}

fn cat(canvas: &mut Canvas, dice: &mut Dice) {
    room(canvas, dice);
    canvas.place(dice, 0.14);
    let coat = dice.pick(&[
        [222.0, 144.0, 66.0],
        [150.0, 150.0, 156.0],
        [58.0, 56.0, 62.0],
        [232.0, 222.0, 206.0],
        [160.0, 124.0, 90.0],
    ]);
    let (dark, pale) = (shade(coat, 0.62), blend(coat, WHITE, 0.6));
    canvas.ellipse((16.0, 31.0), (8.6, 7.6), 0.0, shade(coat, 0.88));
    canvas.ellipse((16.0, 31.5), (4.0, 6.0), 0.0, pale);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| 16.0 + side * offset;
        canvas.polygon(&[(x(9.6), 2.0), (x(9.9), 12.5), (x(2.4), 9.0)], coat);
        canvas.polygon(&[(x(8.7), 4.4), (x(8.8), 10.5), (x(4.4), 8.6)], [232.0, 158.0, 158.0]);
    }
    canvas.ellipse((16.0, 16.0), (9.9, 8.4), 0.0, coat);
    canvas.ellipse((16.0, 20.4), (4.6, 3.2), 0.0, pale);
    for stripe in [-2.4, 0.0, 2.4] {
        canvas.line((16.0 + stripe, 8.4), (16.0 + stripe * 0.8, 11.2), 1.0, dark);
    }
    for side in [-1.0, 1.0] {
        canvas.line((16.0 + side * 9.2, 16.6), (16.0 + side * 7.0, 17.2), 0.9, dark);
        for whisker in [-1.3, 0.4, 2.0] {
            canvas.line((16.0 + side * 4.0, 20.2), (16.0 + side * 12.0, 20.0 + whisker), 0.35, pale);
        }
    }
    let iris = dice.pick(&[[128.0, 196.0, 84.0], [236.0, 196.0, 62.0], [104.0, 176.0, 216.0]]);
    eyes(canvas, 15.0, 4.3, iris, true);
    canvas.polygon(&[(14.7, 18.5), (17.3, 18.5), (16.0, 20.0)], [226.0, 116.0, 122.0]);
    canvas.path(&[(13.8, 21.6), (15.0, 22.0), (16.0, 20.6), (17.0, 22.0), (18.2, 21.6)], 0.6, BLACK);
}

fn dog(canvas: &mut Canvas, dice: &mut Dice) {
    if dice.chance(0.5) {
        room(canvas, dice);
    } else {
        pasture(canvas, dice, [126.0, 152.0, 110.0]);
    }
    canvas.place(dice, 0.14);
    let (coat, ear) = dice.pick(&[
        ([206.0, 160.0, 96.0], [140.0, 92.0, 50.0]),
        ([236.0, 230.0, 220.0], [112.0, 72.0, 46.0]),
        ([120.0, 80.0, 52.0], [78.0, 50.0, 34.0]),
        ([232.0, 228.0, 222.0], [42.0, 42.0, 46.0]),
        ([226.0, 190.0, 130.0], [188.0, 136.0, 74.0]),
    ]);
    canvas.ellipse((16.0, 31.4), (8.8, 6.8), 0.0, shade(coat, 0.86));
    canvas.line((10.4, 25.8), (21.6, 25.8), 1.9, dice.pick(&PAINT));
    canvas.ellipse((16.0, 13.8), (8.4, 8.8), 0.0, coat);
    if dice.chance(0.5) {
        canvas.ellipse((19.8, 12.4), (3.2, 3.4), 0.0, ear);
    }
    for side in [-1.0, 1.0] {
        canvas.ellipse((16.0 + side * 8.8, 13.8), (3.0, 7.4), -side * 0.22, ear);
    }
    canvas.ellipse((16.0, 21.6), (3.0, 4.6), 0.0, [224.0, 92.0, 106.0]);
    canvas.ellipse((16.0, 18.9), (5.4, 4.3), 0.0, blend(coat, WHITE, 0.6));
    canvas.line((16.0, 18.0), (16.0, 21.0), 0.6, BLACK);
    canvas.path(&[(12.6, 20.8), (14.2, 21.8), (16.0, 21.0), (17.8, 21.8), (19.4, 20.8)], 0.7, BLACK);
    canvas.ellipse((16.0, 16.7), (2.5, 1.8), 0.0, BLACK);
    canvas.disc((15.3, 16.1), 0.5, [150.0, 150.0, 156.0]);
    eyes(canvas, 12.2, 3.9, BLACK, false);
}

/// Four legs down to the ground, the far pair darker.
fn legs(canvas: &mut Canvas, coat: Colour, top: f32, width: f32, hoof: Colour) {
    for (x, foot, far) in [(9.8, 8.6, true), (20.6, 21.8, true), (7.6, 7.2, false), (18.4, 18.8, false)] {
        let colour = if far { shade(coat, 0.66) } else { coat };
        canvas.line((x, top), (foot, 28.0), width, colour);
        canvas.line((foot, 28.2), (foot + 0.3, 28.9), width, hoof);
    }
}

fn deer(canvas: &mut Canvas, dice: &mut Dice) {
    let forest = dice.pick(&[[74.0, 106.0, 64.0], [96.0, 120.0, 74.0], [128.0, 110.0, 72.0]]);
    pasture(canvas, dice, forest);
    canvas.place(dice, 0.06);
    let coat = dice.pick(&[[170.0, 112.0, 66.0], [190.0, 132.0, 80.0], [146.0, 100.0, 66.0]]);
    let antler = [232.0, 214.0, 178.0];
    legs(canvas, coat, 19.0, 1.5, BLACK);
    canvas.ellipse((13.2, 18.0), (7.6, 3.7), 0.0, coat);
    canvas.ellipse((13.4, 20.2), (5.6, 1.5), 0.0, blend(coat, WHITE, 0.55));
    canvas.ellipse((5.6, 16.2), (1.6, 1.9), 0.5, WHITE);
    if dice.chance(0.5) {
        for (x, y) in [(10.0, 16.0), (12.6, 17.4), (15.2, 16.0), (8.6, 18.0), (17.2, 17.8)] {
            canvas.disc((x, y), 0.6, [244.0, 226.0, 196.0]);
        }
    }
    canvas.line((19.0, 17.0), (22.6, 11.0), 3.0, coat);
    canvas.line((20.6, 17.4), (22.4, 14.0), 1.2, blend(coat, WHITE, 0.5));
    for branch in
        [[(21.6, 8.4), (19.6, 4.8), (17.4, 2.4), (16.4, 0.4)], [(23.0, 8.4), (24.6, 5.0), (27.0, 3.0), (28.2, 0.6)]]
    {
        canvas.path(&branch, 1.0, antler);
        let inward = if branch[3].0 < 20.0 { 2.4 } else { -2.2 };
        canvas.line(branch[1], (branch[1].0 + inward * 0.9, 1.6), 0.9, antler);
        canvas.line(branch[2], (branch[2].0 - inward * 0.9, branch[2].1 + 0.4), 0.8, antler);
    }
    canvas.ellipse((20.0, 9.0), (2.0, 0.9), 0.5, shade(coat, 0.85));
    canvas.ellipse((23.2, 10.0), (2.5, 2.0), 0.2, coat);
    canvas.line((24.4, 10.6), (27.2, 11.6), 2.2, coat);
    canvas.disc((28.0, 11.6), 0.8, BLACK);
    canvas.disc((24.0, 9.5), 0.65, BLACK);
}

fn horse(canvas: &mut Canvas, dice: &mut Dice) {
    let far = dice.pick(&[[120.0, 156.0, 106.0], [150.0, 182.0, 210.0], [146.0, 150.0, 120.0]]);
    pasture(canvas, dice, far);
    canvas.place(dice, 0.06);
    let (coat, mane) = dice.pick(&[
        ([126.0, 74.0, 42.0], [38.0, 28.0, 24.0]),
        ([164.0, 96.0, 50.0], [228.0, 204.0, 160.0]),
        ([52.0, 46.0, 46.0], [24.0, 22.0, 24.0]),
        ([226.0, 222.0, 214.0], [176.0, 170.0, 162.0]),
        ([146.0, 142.0, 140.0], [70.0, 68.0, 70.0]),
    ]);
    legs(canvas, coat, 18.0, 2.1, shade(mane, 0.8));
    canvas.path(&[(5.6, 14.6), (3.4, 16.2), (2.8, 20.0), (2.2, 24.0)], 2.2, mane);
    canvas.ellipse((12.8, 16.6), (8.2, 4.5), 0.0, coat);
    canvas.polygon(&[(15.0, 13.6), (20.6, 4.6), (25.0, 7.0), (21.4, 18.6), (17.0, 19.4)], coat);
    canvas.path(&[(15.4, 13.0), (18.0, 8.0), (21.0, 3.8)], 2.4, mane);
    canvas.line((15.8, 14.2), (17.4, 11.0), 1.6, mane);
    canvas.line((22.6, 5.8), (28.4, 11.0), 4.0, coat);
    canvas.polygon(&[(20.8, 4.6), (22.0, 1.0), (23.6, 4.2)], coat);
    canvas.line((22.8, 4.0), (24.6, 6.0), 1.3, mane);
    if dice.chance(0.5) {
        canvas.line((25.8, 6.9), (28.4, 9.4), 0.9, WHITE);
    }
    canvas.disc((24.2, 6.8), 0.75, BLACK);
    canvas.disc((29.3, 11.0), 0.6, BLACK);
}

fn ship(canvas: &mut Canvas, dice: &mut Dice) {
    sky(canvas, dice);
    let water = dice.pick(&[[44.0, 96.0, 150.0], [52.0, 116.0, 140.0], [70.0, 98.0, 124.0]]);
    canvas.floor(dice.between(21.5, 23.0), shade(water, 1.15), shade(water, 0.7));
    canvas.place(dice, 0.05);
    let hull = dice.pick(&[
        [150.0, 36.0, 40.0],
        [34.0, 52.0, 96.0],
        [48.0, 50.0, 56.0],
        [232.0, 234.0, 236.0],
        [40.0, 110.0, 90.0],
    ]);
    if dice.chance(0.3) {
        sails(canvas, dice);
    } else {
        let funnel = dice.pick(&PAINT);
        canvas.blotches(dice, 1, 2.0, 5.0, [196.0, 196.0, 200.0], 0.5);
        canvas.line((24.0, 8.0), (24.0, 17.0), 0.7, [120.0, 122.0, 128.0]);
        canvas.rect((6.0, 13.2), (22.5, 18.8), WHITE);
        canvas.rect((8.0, 9.4), (19.0, 13.6), shade(WHITE, 0.92));
        canvas.rect((10.6, 4.2), (14.4, 9.8), funnel);
        canvas.rect((10.6, 4.2), (14.4, 5.8), BLACK);
        for window in 0..6 {
            canvas.disc((8.0 + 2.6 * window as f32, 15.8), 0.75, [60.0, 92.0, 130.0]);
        }
        canvas.line((9.2, 11.2), (18.0, 11.2), 1.0, [60.0, 92.0, 130.0]);
    }
    canvas.polygon(&[(1.4, 18.0), (31.0, 16.6), (27.0, 24.6), (4.6, 24.6)], hull);
    canvas.line((2.6, 18.8), (29.8, 17.6), 0.8, blend(hull, WHITE, 0.6));
    canvas.line((4.8, 24.0), (27.0, 24.0), 1.2, shade(hull, 0.6));
    for wave in 0..5 {
        let x = -1.0 + 7.4 * wave as f32;
        canvas.path(&[(x, 25.8), (x + 2.0, 24.9), (x + 4.2, 25.8)], 0.9, blend(water, WHITE, 0.6));
    }
}

/// Two masts with sails instead of a funnel.
fn sails(canvas: &mut Canvas, dice: &mut Dice) {
    let cloth = dice.pick(&[WHITE, [238.0, 224.0, 190.0], [206.0, 92.0, 74.0]]);
    canvas.line((15.0, 2.0), (15.0, 18.0), 1.0, [92.0, 66.0, 46.0]);
    canvas.polygon(&[(16.0, 2.6), (27.2, 15.2), (16.0, 16.2)], cloth);
    canvas.polygon(&[(14.0, 4.0), (14.0, 16.4), (4.6, 16.4)], shade(cloth, 0.86));
    canvas.polygon(&[(15.2, 1.2), (19.0, 2.0), (15.2, 2.8)], dice.pick(&PAINT));
}
