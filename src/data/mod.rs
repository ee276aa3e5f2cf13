//! CIFAR-10: from the bytes of a file to augmented batches.
//!
//! In reading order: [`record`] (what one image is on disk), [`formats`] (what a file is, from its
//! bytes), [`dataset`] (many files as one set, with exact statistics), [`transform`] (what crop and
//! flip read), [`normalise`] (bytes to values), [`fused`] (all of it in one pass), [`draw`] (randomness),
//! [`loader`] (epochs and batches), [`histogram`] (how often each byte occurs), [`sheet`] (images as RGBA), [`sample`] (a set drawn at run time, for
//! readers who have no file).
//!
//! Bytes are handed in. Nothing here opens a file, knows a browser, or prints.

pub mod dataset;
pub mod draw;
pub mod formats;
pub mod fused;
pub mod histogram;
pub mod identity;
pub mod loader;
pub mod normalise;
pub mod record;
pub mod sample;
pub mod sheet;
pub mod transform;
