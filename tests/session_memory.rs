//! What a session tells of its arrays: their names, and where their items lie.
#![cfg(all(feature = "python", not(target_arch = "wasm32")))]

use std::rc::Rc;

use stridelab::host::Recording;
use stridelab::session::Session;

#[test]
fn arrays_are_listed_and_described_by_name() {
    // The interpreter's own frames need more stack than a test thread has.
    let check = || {
        let session = Session::new(Rc::new(Recording::new()));
        let code = "import numpy as np\na = np.arange(6).reshape(2, 3)\nb = a.T\nc = np.zeros(3)\nd = [1, 2]";
        assert_eq!(session.run("cell 1", code).error, None);

        let listed: Vec<(String, Vec<usize>)> =
            session.arrays().into_iter().map(|(name, array)| (name, array.shape().to_vec())).collect();
        assert_eq!(listed, [("a".to_owned(), vec![2, 3]), ("b".to_owned(), vec![3, 2]), ("c".to_owned(), vec![3])]);

        // numpy 2.4: b.strides == (8, 24); b.base is a.base; b.flags.f_contiguous
        let map = session.memory_map("b").expect("b is an array");
        assert_eq!((map.strides, map.owns_data, map.f_contiguous), (vec![8, 24], false, true));
        assert_eq!(map.shares_with, ["a"]);
        assert_eq!(map.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>(), ["0", "3", "1", "4", "2", "5"]);
        assert_eq!(session.memory_map("d"), None);
    };
    std::thread::Builder::new()
        .stack_size(64 << 20)
        .spawn(check)
        .expect("a thread can be started")
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}
