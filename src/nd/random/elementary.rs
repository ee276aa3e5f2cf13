//! log, exp and pow for the distributions.
pub(super) fn log(x: f64) -> f64 {
    libm::log(x)
}
pub(super) fn exp(x: f64) -> f64 {
    libm::exp(x)
}
pub(super) fn logf(x: f32) -> f32 {
    libm::logf(x)
}
pub(super) fn expf(x: f32) -> f32 {
    libm::expf(x)
}
