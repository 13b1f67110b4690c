//! I
/// I
#[derive(Debug)]
pub struct Input;
