#![cfg(target_arch = "wasm32")]
//! The wire contract of both wasm modules, in a browser: what a page gets from each export.
//! `wasm-pack test` runs it twice, with `--no-default-features` for `core` and without for `kernel`.
//! Not here: what the exports compute; the native suites test that.

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[cfg(not(feature = "python"))]
mod core {
    use stridelab::wasm::core;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn the_module_tells_its_version() {
        assert_eq!(core::version(), env!("CARGO_PKG_VERSION"));
    }
}

#[cfg(feature = "python")]
mod kernel {
    use stridelab::wasm::kernel;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn the_module_tells_its_version() {
        assert_eq!(kernel::version(), env!("CARGO_PKG_VERSION"));
    }
}
