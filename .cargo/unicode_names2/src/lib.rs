//! The names of Unicode's characters, from version 3 of `unicode_names2`: what the parser asks of version 1.

pub use current::character;
