//! stridelab

pub mod lesson;
