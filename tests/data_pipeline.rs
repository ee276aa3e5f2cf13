#![cfg(not(target_arch = "wasm32"))]
//! Crop, flip, normalise and batch: equal to NumPy's to the last bit, and drawn from
//! (seed, epoch, index) alone.

use stridelab::data::dataset::Dataset;
use stridelab::data::loader::{Epoch, LoaderError, Offsets, Options};
use stridelab::data::record::{PIXELS, PLANE, RECORD, SIDE};
use stridelab::data::sample::sample_batch;
use stridelab::data::sheet::{contact_sheet, rgba};
use stridelab::data::transform::{Draw, Layout, Normalise, augment, augment_normalised, planes_to_hwc, reflect};

/// (71 c + 31 y + 3 x) mod 256 at channel c, row y, column x.
fn image() -> [u8; PIXELS] {
    std::array::from_fn(|index| {
        let (channel, y, x) = (index / PLANE, index / SIDE % SIDE, index % SIDE);
        (channel * 71 + y * 31 + x * 3) as u8
    })
}

/// CRC-32 as zlib computes it (IEEE 802.3, reflected).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    })
}

#[test]
fn reflection_reads_what_numpy_pad_reads() {
    // numpy 2.4: np.pad(np.arange(32), 4, mode='reflect')
    let expected: Vec<usize> = [4, 3, 2, 1].into_iter().chain(0..32).chain([30, 29, 28, 27]).collect();
    assert_eq!((0..40).map(|position| reflect(position, 4)).collect::<Vec<_>>(), expected);
}

#[test]
fn crop_and_flip_are_numpys() {
    // numpy 2.4: zlib.crc32 of np.pad(hwc, ((pad, pad), (pad, pad), (0, 0)), mode='reflect')
    //   [dy:dy+32, dx:dx+32], then [:, ::-1] when flipped, as planes
    let rows = [
        (4, 0, 0, false, 246_486_192),
        (4, 4, 4, false, 34_215_674),
        (4, 8, 8, true, 2_665_849_698),
        (4, 7, 1, true, 2_337_857_345),
        (4, 1, 7, false, 997_803_463),
        (31, 0, 62, false, 3_763_582_447),
        (31, 62, 0, true, 3_223_480_357),
        (0, 0, 0, true, 2_649_219_555),
    ];
    for (pad, dy, dx, flip, crc) in rows {
        assert_eq!(
            crc32(&augment(&image(), Draw { dy, dx, flip }, pad)),
            crc,
            "pad {pad}, dy {dy}, dx {dx}, flip {flip}"
        );
    }
}

#[test]
fn normalised_values_are_numpys_to_the_last_bit() {
    // numpy 2.4: (im.astype(np.float32) / 255.0 - mean) / (std + 1e-7), float32 mean and std
    let normalise = Normalise::new([0.49139968, 0.48215841, 0.44653091], [0.24703223, 0.24348513, 0.26158784]);
    let bytes = [0, 1, 59, 127, 128, 200, 254, 255];
    let bits = [
        [0xbffe9e80, 0xbffc9651, 0xbf86bbb7, 0x3cdc2d99, 0x3d2f1cc6, 0x3f97c60e, 0x4002bff6, 0x4003c40e],
        [0xbffd7867, 0xbffb68a4, 0xbf83d684, 0x3d85938b, 0x3da68fc7, 0x3f9ed7c3, 0x4007156c, 0x40081d4d],
        [0xbfda7f05, 0xbfd893c8, 0xbf528fef, 0x3e49a1ce, 0x3e58fbbd, 0x3fa5489c, 0x400673bc, 0x4007695a_u32],
    ];
    for (channel, expected) in bits.into_iter().enumerate() {
        assert_eq!(bytes.map(|byte| normalise.value(channel, byte).to_bits()), expected, "channel {channel}");
    }
}

#[test]
fn one_pass_equals_the_steps_one_by_one() {
    let normalise = Normalise::new([0.5, 0.4, 0.3], [0.2, 0.25, 0.3]);
    let image = image();
    for (pad, dy, dx, flip) in [(4, 0, 8, true), (4, 5, 3, false), (9, 18, 0, true)] {
        let draw = Draw { dy, dx, flip };
        let planes = augment(&image, draw, pad);
        let interleaved = planes_to_hwc(&planes);
        let (mut nchw, mut nhwc) = ([0.0; PIXELS], [0.0; PIXELS]);
        augment_normalised(&image, draw, pad, &normalise, Layout::Nchw, &mut nchw);
        augment_normalised(&image, draw, pad, &normalise, Layout::Nhwc, &mut nhwc);
        for index in 0..PIXELS {
            assert_eq!(nchw[index], normalise.value(index / PLANE, planes[index]));
            assert_eq!(nhwc[index], normalise.value(index % 3, interleaved[index]));
        }
    }
}

#[test]
fn an_epoch_visits_every_image_once_and_the_last_batch_may_be_short() {
    let options = Options { batch_size: 10, ..Options::default() };
    let epoch = Epoch::new(options, 0, 37).expect("valid options");
    assert_eq!(epoch.batches(), 4);
    let batches: Vec<_> = (0..4).map(|batch| epoch.batch(batch).expect("in range")).collect();
    assert_eq!(batches.iter().map(Vec::len).collect::<Vec<_>>(), [10, 10, 10, 7]);
    let mut seen: Vec<usize> = batches.iter().flatten().map(|sample| sample.index).collect();
    assert!(!seen.is_sorted());
    seen.sort_unstable();
    assert_eq!(seen, (0..37).collect::<Vec<_>>());

    let dropping = Epoch::new(Options { drop_last: true, shuffle: false, ..options }, 0, 37).expect("valid options");
    assert_eq!(dropping.batches(), 3);
    assert!(dropping.order().is_sorted());
    assert_eq!(
        dropping.batch(3).unwrap_err().to_string(),
        "there is no batch 3: the epoch has 3 batches, counted from 0"
    );
}

#[test]
fn a_draw_depends_on_seed_epoch_and_index_only() {
    let options = Options::default();
    let alone = options.draw(3, 1234);
    let shuffled = Epoch::new(options, 3, 5000).expect("valid options");
    let in_a_batch = (0..shuffled.batches())
        .flat_map(|batch| shuffled.batch(batch).expect("in range"))
        .find(|sample| sample.index == 1234)
        .expect("every image is visited");
    assert_eq!(in_a_batch.draw, alone);

    let draws =
        |seed, epoch| -> Vec<Draw> { (0..50).map(|index| Options { seed, ..options }.draw(epoch, index)).collect() };
    assert_eq!(draws(1, 0), draws(1, 0));
    assert_ne!(draws(1, 0), draws(2, 0));
    assert_ne!(draws(1, 0), draws(1, 1));
    let order =
        |seed, epoch| Epoch::new(Options { seed, ..options }, epoch, 100).expect("valid options").order().to_vec();
    assert_eq!(order(1, 0), order(1, 0));
    assert_ne!(order(1, 0), order(1, 1));
    assert_ne!(order(1, 0), order(2, 0));
}

#[test]
fn the_lessons_offsets_leave_the_last_crop_out() {
    let counts = |offsets| {
        let options = Options { offsets, pad: 2, ..Options::default() };
        let mut seen = [[0_u32; 6]; 6];
        for index in 0..20_000 {
            let draw = options.draw(0, index);
            seen[draw.dy][draw.dx] += 1;
        }
        seen
    };
    for (offsets, side) in [(Offsets::Exclusive, 4), (Offsets::Inclusive, 5)] {
        let share = 20_000.0 / f64::from(side * side);
        for (dy, row) in counts(offsets).into_iter().enumerate() {
            for (dx, count) in row.into_iter().enumerate() {
                let within = dy < side as usize && dx < side as usize;
                // Five standard deviations of a binomial count.
                let expected = if within { share } else { 0.0 };
                assert!((f64::from(count) - expected).abs() <= 5.0 * expected.sqrt(), "{offsets:?} {dy} {dx}: {count}");
            }
        }
    }
}

#[test]
fn the_flip_probability_is_kept() {
    for (probability, low, high) in [(0.0, 0, 0), (1.0, 10_000, 10_000), (0.3, 2770, 3230)] {
        let options = Options { flip_probability: probability, ..Options::default() };
        let flips = (0..10_000).filter(|&index| options.draw(0, index).flip).count();
        assert!((low..=high).contains(&flips), "{probability}: {flips}");
    }
    let still = Options { augment: false, ..Options::default() };
    assert_eq!(still.draw(0, 5), Draw { dy: 4, dx: 4, flip: false });
    let no_padding = Options { pad: 0, ..Options::default() };
    assert_eq!((no_padding.draw(0, 1).dy, no_padding.draw(0, 1).dx), (0, 0));
}

#[test]
fn options_that_make_no_batch_say_so() {
    let rows = [
        (Options { batch_size: 0, ..Options::default() }, "the batch size is 0; it must be at least 1"),
        (Options { pad: 32, ..Options::default() }, "the padding is 32; reflection of a 32 × 32 image allows 0 to 31"),
        (
            Options { flip_probability: f64::NAN, ..Options::default() },
            "the flip probability is NaN; it must lie between 0 and 1",
        ),
    ];
    for (options, sentence) in rows {
        assert_eq!(Epoch::new(options, 0, 10).unwrap_err().to_string(), sentence);
    }
    assert_eq!(Epoch::over(&Dataset::new(), Options::default(), 0).unwrap_err(), LoaderError::NoImages);
}

#[test]
fn a_filled_batch_holds_each_sample_in_its_place() {
    let dataset = Dataset::sample(4);
    let options = Options { batch_size: 6, ..Options::default() };
    let epoch = Epoch::over(&dataset, options, 1).expect("there are images");
    let normalise = Normalise::new([0.5; 3], [0.25; 3]);
    let mut images = Vec::new();
    let samples = epoch.batch(3).expect("20 images make 4 batches of 6");
    assert_eq!(samples.len(), 2);
    epoch.fill(&dataset, &samples, &normalise, Layout::Nchw, &mut images);
    assert_eq!(images.len(), 2 * PIXELS);
    for (sample, image) in samples.iter().zip(images.chunks_exact(PIXELS)) {
        let bytes = augment(dataset.record(sample.index).expect("in range").pixels, sample.draw, 4);
        assert!((0..PIXELS).all(|index| image[index] == normalise.value(index / PLANE, bytes[index])));
    }
}

#[test]
fn the_sample_set_is_the_same_everywhere_and_its_records_do_not_depend_on_how_many() {
    let few = sample_batch(2, 5);
    assert_eq!(few.len(), 5 * RECORD);
    assert_eq!(sample_batch(2, 9)[..few.len()], few[..]);
    assert_ne!(sample_batch(3, 5), few);
    let labels: Vec<u8> = sample_batch(1, 400).chunks_exact(RECORD).map(|record| record[0]).collect();
    for class in 0..10 {
        let count = labels.iter().filter(|&&label| label == class).count();
        assert!((20..=60).contains(&count), "class {class}: {count}");
    }
}

#[test]
fn a_contact_sheet_shows_pixels_as_they_are() {
    let dataset = Dataset::sample(3);
    let sheet = contact_sheet(&dataset, 5, 2, 11).expect("18 images");
    assert_eq!((sheet.width, sheet.height), (160, 64));
    let record = dataset.record(12).expect("in range");
    let at = |x: usize, y: usize| &sheet.rgba[(y * 160 + x) * 4..][..4];
    assert_eq!(
        at(32 + 7, 9),
        [record.pixels[9 * 32 + 7], record.pixels[1024 + 9 * 32 + 7], record.pixels[2048 + 9 * 32 + 7], 255]
    );
    assert_eq!(at(3 * 32, 32), [0, 0, 0, 0]);
    assert_eq!(rgba(record.pixels)[..4], *at(32, 0));
    assert_eq!(contact_sheet(&dataset, 5, 2, 18), None);
    assert_eq!(contact_sheet(&dataset, 0, 2, 0), None);
    assert_eq!(contact_sheet(&dataset, usize::MAX, usize::MAX, 0), None);
}
