//! What the tests of the whole share.
#![forbid(unsafe_code)]
