//! Crop, flip, normalise and batch: equal to NumPy's to the last bit, and drawn from
//! (seed, epoch, index) alone.

use stridelab::data::dataset::Dataset;
use stridelab::data::draw::Place;
use stridelab::data::fused::{Augment, Layout};
use stridelab::data::loader::{Batch, Epoch, Loader, LoaderError, Offsets, Options, Seeding};
use stridelab::data::normalise::{Normalise, Statistics};
use stridelab::data::record::{PIXELS, PLANE, RECORD, SIDE};
use stridelab::data::sample::sample_batch;
use stridelab::data::sheet::{contact_sheet, rgba};
use stridelab::data::transform::{Draw, Padding, augment, reflect};

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
            crc32(&augment(&image(), Draw { dy, dx, flip }, pad, Padding::Reflect, [0; 3])),
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

/// FNV-1a, 64 bits.
fn fnv(bytes: impl Iterator<Item = u8>) -> String {
    let value =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |value, byte| (value ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("{value:016x}")
}

/// The image of this seed in `golden/cifar.py`.
fn grown(seed: u64) -> [u8; PIXELS] {
    let mut state = seed;
    std::array::from_fn(|_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    })
}

#[test]
fn one_pass_gives_the_bits_of_the_lessons_code() {
    let text = include_str!("../golden/cifar.txt");
    let mut cases = 0;
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [seed, draw, padding, layout, mean, std, digest] = fields[..] else { panic!("seven fields in {line}") };
        let numbers = |field: &str| -> Vec<u32> { field.split(',').map(|n| n.parse().expect("a number")).collect() };
        let floats = |field| -> [f32; 3] { std::array::from_fn(|channel| f32::from_bits(numbers(field)[channel])) };
        let drawn: Vec<usize> = numbers(draw).into_iter().map(|n| n as usize).collect();
        let [pad, dy, dx, flip] = drawn[..] else { panic!("four numbers in {draw}") };
        let draw = Draw { dy, dx, flip: flip == 1 };
        let padding = Padding::named(padding).expect("a padding");
        let (layout, channels_last) = if layout == "nhwc" { (Layout::Nhwc, true) } else { (Layout::Nchw, false) };
        let normalise = Normalise::new(floats(mean), floats(std));
        let image = grown(seed.parse().expect("a seed"));
        let mut out = [f32::NAN; PIXELS];
        Augment::new(pad, padding, &normalise, layout).image(&image, draw, &mut out);
        assert_eq!(fnv(out.iter().flat_map(|value| value.to_le_bytes())), digest, "{line}");

        // What pictures show is what the batch holds.
        let shown = augment(&image, draw, pad, padding, padding.border(&normalise));
        for (index, byte) in shown.into_iter().enumerate() {
            let channel = index / PLANE;
            let value = out[if channels_last { index % PLANE * 3 + channel } else { index }];
            assert_eq!(normalise.byte(channel, value), byte, "{line}: {index}");
        }
        cases += 1;
    }
    assert_eq!(cases, 180);
}

#[test]
fn each_choice_of_statistics_is_what_it_says() {
    let dataset = Dataset::sample(20);
    let sums = dataset.sums();
    assert_eq!(Statistics::Loaded.of(&sums), (sums.mean(), sums.std()));
    // The published sums over the 51,200,000 training pixels a channel.
    let published = stridelab::data::dataset::ChannelSums {
        count: 51_200_000,
        sum: [6_415_714_204, 6_295_060_180, 5_829_907_619],
        sum_of_squares: [1_007_102_432_534, 971_356_520_230, 891_641_299_129],
    };
    assert_eq!(Statistics::Training.of(&sums), (published.mean(), published.std()));
    assert_eq!(Statistics::Copied.of(&sums), (published.mean(), [0.2023, 0.1994, 0.2010]));
    assert_eq!(Statistics::Half.of(&sums), ([0.5; 3], [0.5; 3]));
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
    let drawn = |options: Options, epoch, index| options.draw(Place { epoch, index, batch: 0, slot: 0 });
    let alone = drawn(options, 3, 1234);
    let shuffled = Epoch::new(options, 3, 5000).expect("valid options");
    let in_a_batch = (0..shuffled.batches())
        .flat_map(|batch| shuffled.batch(batch).expect("in range"))
        .find(|sample| sample.index == 1234)
        .expect("every image is visited");
    assert_eq!(in_a_batch.draw, alone);

    let draws =
        |seed, epoch| -> Vec<Draw> { (0..50).map(|index| drawn(Options { seed, ..options }, epoch, index)).collect() };
    assert_eq!(draws(1, 0), draws(1, 0));
    assert_ne!(draws(1, 0), draws(2, 0));
    assert_ne!(draws(1, 0), draws(1, 1));
    let order =
        |seed, epoch| Epoch::new(Options { seed, ..options }, epoch, 100).expect("valid options").order().to_vec();
    assert_eq!(order(1, 0), order(1, 0));
    assert_ne!(order(1, 0), order(1, 1));
    assert_ne!(order(1, 0), order(2, 0));
}

/// The first place of an image.
fn at(index: usize) -> Place {
    Place { epoch: 0, index, batch: 0, slot: 0 }
}

#[test]
fn workers_that_share_a_seed_repeat_each_others_draws() {
    let options = Options { batch_size: 8, shuffle: false, ..Options::default() };
    let draws = |seeding, epoch, batch| -> Vec<Draw> {
        let epoch = Epoch::new(Options { seeding, ..options }, epoch, 64).expect("valid options");
        epoch.batch(batch).expect("in range").into_iter().map(|sample| sample.draw).collect()
    };
    let shared = Seeding::SharedByWorkers { workers: 3 };
    // Batches 0, 1, 2 are each the first of their worker; the next epoch starts over.
    assert_eq!(draws(shared, 0, 0), draws(shared, 0, 1));
    assert_eq!(draws(shared, 0, 0), draws(shared, 0, 2));
    assert_eq!(draws(shared, 0, 0), draws(shared, 1, 0));
    assert_ne!(draws(shared, 0, 0), draws(shared, 0, 3));
    assert_ne!(draws(Seeding::PerSample, 0, 0), draws(Seeding::PerSample, 0, 1));
    assert_ne!(draws(Seeding::PerSample, 0, 0), draws(Seeding::PerSample, 1, 0));
}

#[test]
fn the_lessons_offsets_leave_the_last_crop_out() {
    let counts = |offsets| {
        let options = Options { offsets, pad: 2, ..Options::default() };
        let mut seen = [[0_u32; 6]; 6];
        for index in 0..20_000 {
            let draw = options.draw(at(index));
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
        let flips = (0..10_000).filter(|&index| options.draw(at(index)).flip).count();
        assert!((low..=high).contains(&flips), "{probability}: {flips}");
    }
    let still = Options { augment: false, ..Options::default() };
    assert_eq!(still.draw(at(5)), Draw { dy: 4, dx: 4, flip: false });
    let no_padding = Options { pad: 0, ..Options::default() };
    assert_eq!((no_padding.draw(at(1)).dy, no_padding.draw(at(1)).dx), (0, 0));
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
fn a_loader_goes_on_through_epochs_in_the_same_memory() {
    let dataset = Dataset::sample(4);
    let options = Options { batch_size: 6, ..Options::default() };
    let normalise = Normalise::new([0.5; 3], [0.25; 3]);
    let mut loader = Loader::new(&dataset, options, normalise.clone(), Layout::Nchw).expect("there are images");
    let mut memory = None;
    for number in 0..8 {
        let batch = loader.next_batch(&dataset).expect("the set is the same").clone();
        let address = loader.next_batch(&dataset).expect("the set is the same").images.as_ptr();
        assert_eq!(*memory.get_or_insert(address), address, "batch {number}");
        assert_eq!(batch.images.len(), batch.samples.len() * PIXELS);
        for ((sample, image), label) in batch.samples.iter().zip(batch.images.chunks_exact(PIXELS)).zip(batch.labels) {
            let record = dataset.record(sample.index).expect("in range");
            assert_eq!(i64::from(record.label), label);
            let bytes = augment(record.pixels, sample.draw, 4, Padding::Reflect, [0; 3]);
            assert!((0..PIXELS).all(|index| image[index] == normalise.value(index / PLANE, bytes[index])));
        }
    }
    // 20 images make 4 batches of 6: 16 batches are 4 epochs.
    assert_eq!(loader.epoch().number(), 3);
    let smaller = Dataset::sample(1);
    assert!(matches!(loader.next_batch(&smaller), Err(LoaderError::SetChanged { .. })));
}

#[test]
fn any_number_of_workers_makes_the_same_epoch() {
    let dataset = Dataset::sample(30);
    let options = Options { batch_size: 16, ..Options::default() };
    let normalise = Statistics::Loaded.normalise(&dataset.sums());
    let epoch = Epoch::over(&dataset, options, 5).expect("there are images");
    let mut alone = Vec::new();
    let mut batch = Batch::default();
    for number in 0..epoch.batches() {
        batch.fill(&dataset, &epoch, number, &normalise, Layout::Nhwc).expect("in range");
        alone.push(batch.clone());
    }
    for workers in [1, 2, 3, 7] {
        let mut seen = 0;
        for worker in 0..workers {
            // A worker has its own memory, and only the records that it is handed.
            let mut own = Batch::default();
            for number in (worker..epoch.batches()).step_by(workers) {
                let indices: Vec<u32> = epoch.batch(number).expect("in range").iter().map(|s| s.index as u32).collect();
                let records: Vec<[u8; RECORD]> = indices
                    .iter()
                    .map(|&index| {
                        let record = dataset.record(index as usize).expect("in range");
                        std::array::from_fn(|at| if at == 0 { record.label } else { record.pixels[at - 1] })
                    })
                    .collect();
                let place = Place { epoch: 5, index: 0, batch: number, slot: 0 };
                own.fill_from(&records, &indices, place, &options, &normalise, Layout::Nhwc);
                assert_eq!((&own.samples, &own.labels), (&alone[number].samples, &alone[number].labels));
                assert!(own.images == alone[number].images, "{workers} workers, batch {number}");
                seen += 1;
            }
        }
        assert_eq!(seen, epoch.batches());
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
