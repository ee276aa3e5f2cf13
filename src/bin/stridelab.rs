//! stridelab
fn main() {}
