//! CIFAR: from the bytes of a file to augmented batches.
//!
//! In reading order: [`record`] (what one image is on disk), [`formats`] (what a file is, from its
//! bytes), [`pickle`] (the Python version), [`gzip`] and [`tarball`] (archives), [`intake`] (a file on
//! its way in, whatever it is), [`member`] (one file of an archive, later), [`dataset`] (many files as one set), [`sums`] (exact statistics),
//! [`report`] and [`doctor`] (what was found in them), [`transform`] (what crop and flip read),
//! [`normalise`] (bytes to values), [`fused`] (all of it in one pass), [`draw`] (randomness), [`loader`]
//! (epochs and batches), [`histogram`] (how often each byte occurs), [`sheet`] (images as RGBA),
//! [`sample`] (a set drawn at run time, for readers who have no file).
//!
//! Bytes are handed in. Nothing here opens a file, knows a browser, or prints.

pub mod dataset;
pub mod doctor;
pub mod draw;
pub mod formats;
pub mod fused;
pub mod gzip;
pub mod histogram;
pub mod identity;
pub mod intake;
pub mod loader;
pub mod member;
pub mod names;
pub mod normalise;
pub mod pickle;
pub mod record;
pub mod report;
pub mod sample;
pub mod sheet;
pub mod sums;
pub mod tarball;
pub mod transform;
