//! The wire contract of both wasm modules, in a browser: what a page gets from each export.
//! `wasm-pack test` runs it twice, with `--no-default-features` for `core` and without for `kernel`.
//! Not here: what the exports compute; the native suites test that.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[cfg(not(feature = "python"))]
mod core {
    use js_sys::{JSON, Object, Reflect, Uint8Array};
    use stridelab::wasm::core::{self, Dataset};
    use stridelab::wasm::intake::Intake;
    use wasm_bindgen::{JsCast, JsError, JsValue};
    use wasm_bindgen_test::wasm_bindgen_test;

    fn json(value: Result<JsValue, JsError>) -> String {
        let value = value.unwrap_or_else(|error| panic!("threw {:?}", JsValue::from(error)));
        JSON::stringify(&value).expect("plain objects").into()
    }

    fn message(value: Result<JsValue, JsError>) -> String {
        let error: js_sys::Error = JsValue::from(value.expect_err("a sentence is thrown")).unchecked_into();
        error.message().into()
    }

    fn field(value: &JsValue, name: &str) -> JsValue {
        Reflect::get(value, &name.into()).expect("an object")
    }

    #[wasm_bindgen_test]
    fn the_module_tells_its_version() {
        assert_eq!(core::version(), env!("CARGO_PKG_VERSION"));
    }

    #[wasm_bindgen_test]
    fn broadcast_steps_are_plain_objects() {
        assert_eq!(
            json(core::broadcast_steps("(3, 4), (4,)")),
            r#"{"operands":[{"shape":[3,4],"padded":[3,4],"stretched":[false,false]},{"shape":[4],"padded":[null,4],"stretched":[true,false]}],"axes":[{"sizes":[3,null],"result":3,"verdict":"missing"},{"sizes":[4,4],"result":4,"verdict":"equal"}],"result":[3,4],"error":null}"#
        );
        assert!(
            json(core::broadcast_steps("3x4 3")).ends_with(
                r#""result":null,"error":"operands could not be broadcast together with shapes (3,4) (3,) "}"#
            )
        );
        assert_eq!(
            message(core::broadcast_steps("")),
            "No shape was written: write shapes like (3, 4), (4,) or 3x4 4."
        );
    }

    #[wasm_bindgen_test]
    fn a_layout_is_a_memory_map() {
        assert_eq!(
            json(core::layout("(2, 2)", "F", "int16")),
            r#"{"name":"","dtype":"int16","itemsize":2,"shape":[2,2],"strides":[2,4],"offset":0,"nbytes":8,"buffer_bytes":8,"owns_data":true,"writeable":true,"c_contiguous":false,"f_contiguous":true,"shares_with":[],"cells":[{"index":[0,0],"offset":0,"text":"0"},{"index":[0,1],"offset":4,"text":"1"},{"index":[1,0],"offset":2,"text":"2"},{"index":[1,1],"offset":6,"text":"3"}],"truncated":false,"buffer":[{"offset":0,"text":"0"},{"offset":2,"text":"2"},{"offset":4,"text":"1"},{"offset":6,"text":"3"}]}"#
        );
        assert_eq!(message(core::layout("(2,)", "C", "int7")), "data type \"int7\" not understood");
    }

    /// The reports on a file that is pushed in two pieces.
    fn add(dataset: &mut Dataset, name: &str, bytes: &[u8]) -> String {
        let mut intake = Intake::new(name, bytes.len() as f64);
        let (begin, end) = bytes.split_at(bytes.len() / 2);
        let _wanted = intake.push(begin) && intake.push(end);
        json(dataset.finish(intake))
    }

    #[wasm_bindgen_test]
    fn a_file_is_reported_on_and_a_bad_one_loses_nothing() {
        let mut dataset = Dataset::new(0);
        let mut bytes = vec![3];
        bytes.extend((0..3072).map(|pixel| (pixel % 251) as u8));
        assert_eq!(
            add(&mut dataset, "mine.bin", &bytes),
            r#"[{"name":"mine.bin","archive":null,"length":3073,"ok":true,"outcome":"added","images":1,"message":"mine.bin: 1 training image","source":0,"is_binary":true,"place":null}]"#
        );
        let report = add(&mut dataset, "page.bin", b"<html></html>");
        assert!(report.starts_with(
            r#"[{"name":"page.bin","archive":null,"length":13,"ok":false,"outcome":"refused","images":0,"message":"page.bin: this is a web page"#
        ));
        assert_eq!(dataset.file_records(0, 3000, 1000), bytes[3000..]);
        assert!(dataset.file_records(1, 0, 10).is_empty());
        let diagnosis = json(dataset.examine());
        assert!(diagnosis.starts_with(r#"{"files":[{"name":"mine.bin","archive":null,"length":3073,"first_bytes":"03 00 01 02 03 04 05 06","kind":"CIFAR-10, binary","part":"training","evidence":"no sign of a test set","records":1,"trailing_bytes":0,"bad_labels":0,"bad":[],"class_counts":[0,0,0,1,0,0,0,0,0,0],"grade":"good","sentence":"mine.bin: 1 training image"},"#), "{diagnosis}");
        assert!(diagnosis.ends_with(r#""unlisted":0,"verdicts":[{"grade":"note","text":"None of these is one of CIFAR-10's 6 published files, judged by class counts and first labels."}],"sums":null}"#), "{diagnosis}");
        let info = dataset.info().unwrap_or_else(|_| panic!("info never throws"));
        assert_eq!(field(&info, "images"), 1);
        assert_eq!(JSON::stringify(&field(&info, "families")).expect("an array"), r#"["CIFAR-10"]"#);
        assert_eq!(JSON::stringify(&field(&info, "class_counts")).expect("an array"), "[0,0,0,1,0,0,0,0,0,0]");

        let sheet = dataset.contact_sheet(4, 1, 0).unwrap_or_else(|_| panic!("a sheet of one image"));
        let rgba: Uint8Array = field(&sheet, "rgba").dyn_into().expect("bytes cross as a Uint8Array");
        assert_eq!(rgba.length(), 4 * 32 * 32 * 4);
        assert_eq!(rgba.slice(4, 8).to_vec(), [1, (1025 % 251) as u8, (2049 % 251) as u8, 255]);
        assert!(dataset.contact_sheet(4, 1, 1).unwrap_or_else(|_| panic!("no error")).is_null());
    }

    /// The vectors of wasm against the plain statement of what they do; natively other code runs.
    #[wasm_bindgen_test]
    fn the_fused_pass_gives_the_same_bits_here() {
        use stridelab::data::fused::{Augment, Layout};
        use stridelab::data::normalise::Normalise;
        use stridelab::data::record::{PIXELS, PLANE};
        use stridelab::data::transform::{Draw, Padding, source};

        let pixels: [u8; PIXELS] = std::array::from_fn(|at| (at * 131 + at / 7) as u8);
        let normalise = Normalise::new([0.491, 0.482, 0.447], [0.247, 0.243, 0.262]);
        let draws = [0, 4, 11, 31].into_iter().flat_map(|pad| {
            (0..=2 * pad).flat_map(move |dx| [false, true].map(|flip| (pad, (7 * dx) % (2 * pad + 1), dx, flip)))
        });
        for (pad, dy, dx, flip) in draws {
            for padding in [Padding::Reflect, Padding::Zeros, Padding::ZerosAfter] {
                let expected = |channel: usize, y: usize, x: usize| {
                    let x = if flip { 31 - x } else { x };
                    match (source(dy + y, pad, padding), source(dx + x, pad, padding)) {
                        (Some(y), Some(x)) => normalise.value(channel, pixels[channel * PLANE + y * 32 + x]),
                        _ if padding == Padding::ZerosAfter => 0.0,
                        _ => normalise.value(channel, 0),
                    }
                };
                let (mut nchw, mut nhwc) = ([0.0; PIXELS], [0.0; PIXELS]);
                let draw = Draw { dy, dx, flip };
                Augment::new(pad, padding, &normalise, Layout::Nchw).image(&pixels, draw, &mut nchw);
                Augment::new(pad, padding, &normalise, Layout::Nhwc).image(&pixels, draw, &mut nhwc);
                for at in 0..PIXELS {
                    let (channel, y, x) = (at / PLANE, at / 32 % 32, at % 32);
                    assert_eq!(nchw[at].to_bits(), expected(channel, y, x).to_bits(), "{draw:?} {padding:?} {at}");
                    assert_eq!(
                        nhwc[(y * 32 + x) * 3 + channel].to_bits(),
                        nchw[at].to_bits(),
                        "{draw:?} {padding:?} {at}"
                    );
                }
            }
        }
    }

    /// The vectors of wasm against a library that takes numbers one by one; natively other code runs.
    #[wasm_bindgen_test]
    fn functions_of_blocks_agree_to_the_last_digit_here() {
        use stridelab::nd::array::Array;
        use stridelab::nd::ufunc::{CallOptions, call, find};

        let of = |name: &str, x: &[f64]| -> Vec<f64> {
            let (results, _) = call(
                find(name).expect("a row of the table"),
                &[(&Array::vector(x.to_vec())).into()],
                &CallOptions::default(),
            )
            .expect("a function of any float");
            results[0].to_vec().expect("float64")
        };
        let spread = |k: u32| f64::from(k.wrapping_mul(2_654_435_761)) / 4_294_967_296.0 - 0.5;
        let x: Vec<f64> = (0..40_003).map(|k| spread(k) * [1400.0, 40.0, 2.0, 1e-3][k as usize % 4]).collect();
        let positive: Vec<f64> = x.iter().map(|x| x.abs()).collect();
        // libm's own tanh is off by more than one.
        for (name, x, expected, most) in
            [("exp", &x, libm::exp as fn(f64) -> f64, 1), ("log", &positive, libm::log, 1), ("tanh", &x, libm::tanh, 2)]
        {
            for (&x, y) in x.iter().zip(of(name, x)) {
                let apart = y.to_bits().abs_diff(expected(x).to_bits());
                assert!(apart <= most, "{name} of {x}: {y}, not {}", expected(x));
            }
        }
        let limits = [0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];
        assert_eq!(format!("{:?}", of("exp", &limits)), "[1.0, 1.0, inf, 0.0, NaN]");
        assert_eq!(format!("{:?}", of("log", &limits)), "[-inf, -inf, inf, NaN, NaN]");
        assert_eq!(format!("{:?}", of("tanh", &limits)), "[0.0, -0.0, 1.0, -1.0, NaN]");
    }

    #[wasm_bindgen_test]
    fn a_batch_brings_its_images_before_and_after() {
        let dataset = Dataset::new(4);
        let options = |batch_index: u32| {
            JSON::parse(&format!(
                r#"{{"seed":7,"epoch":2,"batch_index":{batch_index},"batch_size":8,"shuffle":true,"drop_last":false,"augment":true,"pad":4,"padding":"reflect","inclusive_offsets":false,"flip_probability":1,"statistics":"loaded","shared_seed_workers":0,"limit":2}}"#
            ))
            .expect("valid JSON")
        };
        let batch = dataset.batch(options(2)).unwrap_or_else(|_| panic!("20 images make 3 batches of 8"));
        assert_eq!(field(&batch, "batches"), 3);
        assert_eq!(field(&batch, "size"), 4);
        let samples: js_sys::Array = field(&batch, "samples").unchecked_into();
        assert_eq!(samples.length(), 2);
        let sample = samples.get(0);
        assert_eq!(field(&sample, "flip"), true);
        assert_eq!(
            Object::keys(sample.unchecked_ref::<Object>()).join(" "),
            "index label file offset pixels_at dy dx flip border original augmented"
        );
        assert_eq!(field(&sample, "augmented").unchecked_into::<Uint8Array>().length(), 4096);
        assert_eq!(message(dataset.batch(options(3))), "there is no batch 3: the epoch has 3 batches, counted from 0");
    }
}

#[cfg(feature = "python")]
mod kernel {
    use js_sys::{Object, Reflect};
    use stridelab::wasm::kernel::{self, Kernel};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_test::wasm_bindgen_test;

    /// A kernel in a scope that keeps what is written, as the site's worker would.
    fn kernel() -> Kernel {
        script(
            "globalThis.written = []; globalThis.__stridelab_write = (stream, text) => { written.push([stream, text]); }",
        );
        script(
            "globalThis.__stridelab_read = (file, offset, into) => {
                if (file !== 7) return -1;
                const bytes = new Uint8Array([1, 2, 255]).subarray(offset, offset + into.length);
                into.set(bytes);
                return bytes.length;
            }",
        );
        Kernel::new()
    }

    fn script(code: &str) -> JsValue {
        js_sys::eval(code).unwrap_or_else(|error| panic!("{code}: {error:?}"))
    }

    /// What was written to a stream since the kernel started.
    fn written(stream: u8) -> String {
        let code = format!("written.filter(([stream]) => stream === {stream}).map(([, text]) => text).join('')");
        script(&code).as_string().expect("text")
    }

    fn run(kernel: &Kernel, code: &str) -> JsValue {
        kernel.run(code, "cell 3").unwrap_or_else(|error| panic!("threw {:?}", JsValue::from(error)))
    }

    fn field(value: &JsValue, name: &str) -> JsValue {
        Reflect::get(value, &name.into()).expect("an object")
    }

    fn keys(value: &JsValue) -> String {
        Object::keys(value.unchecked_ref::<Object>()).join(" ").into()
    }

    #[wasm_bindgen_test]
    fn the_module_tells_its_version() {
        assert_eq!(kernel::version(), env!("CARGO_PKG_VERSION"));
    }

    #[wasm_bindgen_test]
    fn an_outcome_is_a_plain_object() {
        let kernel = kernel();
        let outcome = run(&kernel, "answer = 6 * 7\nanswer");
        assert_eq!(keys(&outcome), "ok value error elapsed_ms");
        assert_eq!(field(&outcome, "ok"), true);
        assert_eq!(field(&outcome, "value"), "42");
        assert!(field(&outcome, "error").is_null());
        assert!(field(&outcome, "elapsed_ms").as_f64().is_some_and(|elapsed| elapsed >= 0.0));
        assert!(field(&run(&kernel, "answer = 1"), "value").is_null());
        assert!(field(&run(&kernel, "None"), "value").is_null());
    }

    #[wasm_bindgen_test]
    fn an_error_tells_kind_sentence_and_place() {
        let outcome = run(&kernel(), "x = 1\nx / 0\n");
        assert_eq!(field(&outcome, "ok"), false);
        let error = field(&outcome, "error");
        assert_eq!(keys(&error), "kind message traceback line column");
        assert_eq!(field(&error, "kind"), "ZeroDivisionError");
        assert_eq!(field(&error, "message"), "division by zero");
        assert_eq!(field(&error, "line"), 2);
        let traceback = field(&error, "traceback").as_string().expect("text");
        assert!(traceback.starts_with("Traceback (most recent call last):\n"), "{traceback}");
        assert!(traceback.contains("cell 3") && traceback.contains("line 2"), "{traceback}");
    }

    #[wasm_bindgen_test]
    fn each_stream_is_written_as_itself() {
        let kernel = kernel();
        run(&kernel, "import sys\nprint('out')\nprint('err', file=sys.stderr)");
        assert_eq!((written(1).as_str(), written(2).as_str()), ("out\n", "err\n"));
    }

    #[wasm_bindgen_test]
    fn time_knows_the_calendar_and_the_zone() {
        run(
            &kernel(),
            "import time\nprint(time.asctime(time.gmtime(0)), time.gmtime(0).tm_wday, time.strftime('%-d %b', time.gmtime(0)))\n\
             print(type(time.timezone), len(time.tzname), time.mktime(time.localtime(1700000000)))",
        );
        // CPython 3.13
        assert_eq!(written(1), "Thu Jan  1 00:00:00 1970 3 1 Jan\n<class 'int'> 2 1700000000.0\n");
    }

    #[wasm_bindgen_test]
    fn errors_of_files_have_names() {
        run(&kernel(), "import errno\ntry: open('gone')\nexcept OSError as error: print(error.errno == errno.ENOENT)");
        assert_eq!(written(1), "True\n");
    }

    #[wasm_bindgen_test]
    fn numpy_prints_as_numpy() {
        run(&kernel(), "import numpy as np\nprint(np.arange(6).reshape(2, 3))");
        // python -c "import numpy as np; print(np.arange(6).reshape(2, 3))", numpy 2.4
        assert_eq!(written(1), "[[0 1 2]\n [3 4 5]]\n");
    }

    #[wasm_bindgen_test]
    fn variables_and_files_live_from_run_to_run() {
        let kernel = kernel();
        kernel.mount("notes/a.bin", 7, 3.0).unwrap_or_else(|_| panic!("a file can be mounted"));
        run(&kernel, "kept = open('notes/a.bin', 'rb').read()");
        assert_eq!(field(&run(&kernel, "list(kept)"), "value"), "[1, 2, 255]");
        assert!(kernel.names().contains(&"kept".to_owned()));
        kernel.mount("gone.bin", 8, 3.0).unwrap_or_else(|_| panic!("a file can be mounted"));
        let gone = field(&run(&kernel, "open('gone.bin', 'rb').read()"), "error");
        assert_eq!(field(&gone, "message"), "[Errno 5] Input/output error");
        kernel.unmount("notes/a.bin").unwrap_or_else(|_| panic!("a mounted file can be unmounted"));
        let error = field(&run(&kernel, "open('notes/a.bin', 'rb')"), "error");
        assert_eq!(field(&error, "kind"), "FileNotFoundError");
    }
}
