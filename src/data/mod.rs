//! CIFAR-10: from the bytes of a file to augmented batches.
//!
//! In reading order: [`record`] (what one image is on disk), [`formats`] (what a file is, from its
//! bytes), [`dataset`] (many files as one set, with exact statistics), [`transform`] (crop, flip,
//! normalise), [`loader`] (shuffle, batches, randomness), [`sheet`] (images as RGBA), [`sample`]
//! (a set drawn at run time, for readers who have no file).
//!
//! Bytes are handed in. Nothing here opens a file, knows a browser, or prints.

pub mod dataset;
pub mod formats;
pub mod identity;
pub mod loader;
pub mod record;
pub mod sample;
pub mod sheet;
pub mod transform;
