//! stridelab
