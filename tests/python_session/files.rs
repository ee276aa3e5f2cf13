//! Files in memory through `open`, `os`, `pathlib`, `shutil`, `tempfile`, and the data set among them.

use crate::with_learner;
use stridelab::data::record::RECORD;
use stridelab::data::sample::sample_batch;
use stridelab::py::files::dataset::SAMPLE_RECORDS;

#[test]
fn every_mode_of_open() {
    with_learner(|learner| {
        // python 3.13 in an empty directory prints the same.
        let code = "\
with open('t', 'w') as f:
    print(f.write('one\\ntwo\\n'), f.tell(), f.closed, f)
print(f.closed)
with open('t', 'a') as f:
    f.write('three')
with open('t') as f:
    print(f.readline(), f.readlines(), f.read() == '')
with open('t', 'rb') as f:
    print(f.read(3), f.seek(-5, 2), f.read(), f)
with open('t', 'r+b') as f:
    f.seek(4); f.write(b'TWO'); f.seek(0); print(f.read(), f)
with open('t', 'w+') as f:
    f.write('new'); f.seek(0); print(f.read())
print(open('t', 'rb', buffering=0).read(), [line for line in open('t')])
with open('n', 'x') as f:
    f.write('é\\r\\n')
print(open('n', 'rb').read(), repr(open('n').read()), repr(open('n', newline='').read()))
print(open('n', encoding='latin-1').read(1))
with open('t', 'wb') as f:
    f.write(b'0123456789'); f.truncate(4)
print(open('t', 'rb').read(), f.mode, f.name)
";
        let expected = "\
8 8 False <_io.TextIOWrapper name='t' mode='w' encoding='UTF-8'>
True
one
 ['two\\n', 'three'] True
b'one' 8 b'three' <_io.BufferedReader name='t'>
b'one\\nTWO\\nthree' <_io.BufferedRandom name='t'>
new
b'new' ['new']
b'\\xc3\\xa9\\r\\n' 'é\\n' 'é\\r\\n'
Ã
b'0123' wb t
";
        assert_eq!(learner.prints(code), expected);
    });
}

/// Programs that fail, and the last line of CPython 3.13's traceback.
const REFUSALS: [(&str, &str); 17] = [
    ("open('t', 'x')", "FileExistsError: [Errno 17] File exists: 't'"),
    ("open('d')", "IsADirectoryError: [Errno 21] Is a directory: 'd'"),
    ("open('t/x')", "NotADirectoryError: [Errno 20] Not a directory: 't/x'"),
    ("open('no/x', 'w')", "FileNotFoundError: [Errno 2] No such file or directory: 'no/x'"),
    ("open('t', 'rw')", "ValueError: must have exactly one of create/read/write/append mode"),
    ("open('t', 'q')", "ValueError: invalid mode: 'q'"),
    ("open('t', 'rtb')", "ValueError: can't have text and binary mode at once"),
    ("open('t', 'rb', encoding='utf-8')", "ValueError: binary mode doesn't take an encoding argument"),
    ("open('t', buffering=0)", "ValueError: can't have unbuffered text I/O"),
    ("open('a\\0b')", "ValueError: embedded null byte"),
    ("open(2.5)", "TypeError: expected str, bytes or os.PathLike object, not float"),
    ("open('t').write('x')", "io.UnsupportedOperation: not writable"),
    ("open('t', 'w').read()", "io.UnsupportedOperation: not readable"),
    ("f = open('t'); f.close(); f.read()", "ValueError: I/O operation on closed file."),
    ("os.rmdir('full')", "OSError: [Errno 39] Directory not empty: 'full'"),
    ("os.mkdir('d')", "FileExistsError: [Errno 17] File exists: 'd'"),
    ("os.rename('no', 'x')", "FileNotFoundError: [Errno 2] No such file or directory: 'no' -> 'x'"),
];

#[test]
fn failures_have_cpythons_words() {
    with_learner(|learner| {
        learner.prints("import os\nos.mkdir('d')\nos.makedirs('full/x')\nopen('t', 'w').close()");
        for (code, last) in REFUSALS {
            assert_eq!(learner.fails(code), last, "{code}");
        }
        let code =
            "try:\n    open('no')\nexcept OSError as e:\n    print(e.errno, e.strerror, e.filename, type(e).__name__)";
        assert_eq!(learner.prints(code), "2 No such file or directory no FileNotFoundError\n");
    });
}

#[test]
fn directories_are_made_walked_and_removed() {
    with_learner(|learner| {
        // python 3.13 in an empty directory: the same, with os.listdir sorted.
        let code = "\
import os, shutil, glob, pathlib, tempfile, stat
os.chdir(tempfile.mkdtemp())
os.makedirs('a/b/c'); os.makedirs('a/b', exist_ok=True)
pathlib.Path('a/b/x.txt').write_text('päth')
print(sorted(os.walk('a')))
print([(e.name, e.is_dir(), e.path) for e in os.scandir('a/b')])
print(os.path.getsize('a/b/x.txt'), os.path.isfile('a/b/x.txt'), os.path.isdir('a/b'), os.path.exists('no'))
print(glob.glob('a/*/*.txt'), [str(p) for p in pathlib.Path('.').rglob('*.txt')])
shutil.copytree('a', 'z'); os.rename('z/b/x.txt', 'z/y'); os.replace('z/y', 'a/b/x.txt')
print(sorted(os.listdir('z')), os.listdir(b'a'))
shutil.rmtree('z'); os.remove('a/b/x.txt'); os.removedirs('a/b/c')
print(os.listdir())
info = os.stat('/tmp')
print(stat.S_ISDIR(info.st_mode), oct(os.stat(os.devnull).st_mode)[:3])
with tempfile.TemporaryFile() as f:
    f.write(b'x'); print(f.tell())
with tempfile.NamedTemporaryFile('w+') as f:
    f.write('abc'); f.seek(0); print(f.read(), os.path.exists(f.name))
print(os.path.exists(f.name), os.path.expanduser('~') == os.environ['HOME'])
";
        let expected = "\
[('a', ['b'], []), ('a/b', ['c'], ['x.txt']), ('a/b/c', [], [])]
[('c', True, 'a/b/c'), ('x.txt', False, 'a/b/x.txt')]
5 True True False
['a/b/x.txt'] ['a/b/x.txt']
['b'] [b'b']
[]
True 0o2
1
abc True
False True
";
        assert_eq!(learner.prints(code), expected);
    });
}

#[test]
fn descriptors_read_write_and_seek() {
    with_learner(|learner| {
        let code = "\
import os
fd = os.open('t', os.O_RDWR | os.O_CREAT)
print(os.write(fd, b'hello'), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 100), os.fstat(fd).st_size)
os.ftruncate(fd, 2); os.close(fd)
print(open('t').read())
f = open('t'); os.remove('t'); print(f.read()); f.close()
";
        assert_eq!(learner.prints(code), "5 1 b'ello' 5\nhe\nhe\n");
        assert_eq!(learner.fails("os.close(fd)"), "OSError: [Errno 9] Bad file descriptor");
    });
}

#[test]
fn a_learners_own_module_is_imported_from_its_file() {
    with_learner(|learner| {
        let code = "\
with open('mine.py', 'w') as f:
    f.write('def half(x):\\n    return x / 0\\n')
import mine
print(mine.__file__)
mine.half(1)";
        let error = learner.run(code).error.expect("half divides by zero");
        assert!(
            error
                .traceback
                .ends_with("in half\n    return x / 0\n           ~~^~~\nZeroDivisionError: division by zero\n"),
            "{}",
            error.traceback
        );
        assert_eq!(error.line, Some(5));
    });
}

#[test]
fn thirty_megabytes_are_read_at_the_speed_of_memory() {
    with_learner(|learner| {
        learner.session.mount("big.bin", vec![7; 30_730_000]).expect("nothing stands in the way");
        let code = "\
with open('big.bin', 'rb') as f:
    data = f.read()
with open('data/big.bin', 'rb') as f:
    parts = [len(part) for part in iter(lambda: f.read(3073), b'')]
print(len(data), data[0], len(parts), sum(parts))";
        assert_eq!(learner.prints(code), "30730000 7 10000 30730000\n");
    });
}

#[test]
fn the_sample_set_lies_in_both_directories_until_files_are_dropped() {
    with_learner(|learner| {
        let list = "import os\nprint(os.listdir('cifar-10-batches-bin') == os.listdir('data/cifar-10-batches-bin'))\n\
                    print(*os.listdir('cifar-10-batches-bin'))";
        let whole = "batches.meta.txt data_batch_1.bin data_batch_2.bin data_batch_3.bin data_batch_4.bin \
                     data_batch_5.bin test_batch.bin";
        assert_eq!(learner.prints(list), format!("True\n{whole}\n"));
        let size = "print(os.path.getsize('data/cifar-10-batches-bin/data_batch_2.bin'))";
        assert_eq!(learner.prints(size), format!("{}\n", SAMPLE_RECORDS * RECORD));
        let sample = sample_batch(2, SAMPLE_RECORDS);
        assert_eq!(learner.session.files().read("cifar-10-batches-bin/data_batch_2.bin"), Ok(sample));

        let dropped = vec![3; 2 * RECORD];
        learner
            .session
            .mount("cifar-10-batches-bin/data_batch_2.bin", dropped.clone())
            .expect("nothing stands in the way");
        assert_eq!(learner.prints(list), "True\nbatches.meta.txt data_batch_2.bin\n");
        assert_eq!(learner.session.files().read("data/cifar-10-batches-bin/data_batch_2.bin"), Ok(dropped));
        learner.session.unmount("cifar-10-batches-bin/data_batch_2.bin").expect("nothing stands in the way");
        assert_eq!(learner.prints(list), format!("True\n{whole}\n"));
    });
}

#[test]
fn writing_to_one_place_of_a_mounted_file_leaves_the_other_alone() {
    with_learner(|learner| {
        learner.session.mount("notes.txt", b"abc".to_vec()).expect("nothing stands in the way");
        let code = "\
with open('notes.txt', 'r+') as f:
    f.write('X')
print(open('notes.txt').read(), open('data/notes.txt').read())";
        assert_eq!(learner.prints(code), "Xbc abc\n");
        learner.session.unmount("notes.txt").expect("nothing stands in the way");
        assert_eq!(learner.prints("import os\nprint(os.path.exists('notes.txt'))"), "False\n");
    });
}
