//! Why an operation on files failed, with Linux's numbers and sentences.

/// An error of the file tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub enum Errno {
    /// The name does not exist.
    NotFound = 2,
    /// A source could not be read.
    Io = 5,
    /// The descriptor is not open, or not for this.
    BadDescriptor = 9,
    /// The current directory or the root cannot be removed.
    Busy = 16,
    /// The name exists already.
    Exists = 17,
    /// A name before a slash is a file.
    NotADirectory = 20,
    /// The name is a directory and a file was wanted.
    IsADirectory = 21,
    /// The arguments make no sense together.
    Invalid = 22,
    /// A position beyond what memory can address.
    FileTooLarge = 27,
    /// Memory ran out.
    NoSpace = 28,
    /// The directory holds names.
    NotEmpty = 39,
}

impl Errno {
    /// The number, as Python's `errno` module names it.
    pub fn number(self) -> i32 {
        self as i32
    }

    /// The sentence, as the C library's `strerror` words it.
    pub fn sentence(self) -> &'static str {
        match self {
            Errno::NotFound => "No such file or directory",
            Errno::Io => "Input/output error",
            Errno::BadDescriptor => "Bad file descriptor",
            Errno::Busy => "Device or resource busy",
            Errno::Exists => "File exists",
            Errno::NotADirectory => "Not a directory",
            Errno::IsADirectory => "Is a directory",
            Errno::Invalid => "Invalid argument",
            Errno::FileTooLarge => "File too large",
            Errno::NoSpace => "No space left on device",
            Errno::NotEmpty => "Directory not empty",
        }
    }
}
