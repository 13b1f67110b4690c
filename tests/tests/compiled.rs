//! What the generator writes is compiled, with every warning denied.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

use std::path::Path;

use specwright_tests::case::cases;
use specwright_tests::hostile::hostile;
use specwright_tests::package::Package;

#[test]
fn what_is_generated_compiles_without_a_warning() {
    let package = Package::new(Path::new(env!("CARGO_TARGET_TMPDIR")), "cases");
    for case in cases() {
        if let Err(report) = package.add(&format!("case_{}", case.name), &case.document) {
            panic!("the case `{}` is refused\n{report}", case.name);
        }
    }
    for hostile in hostile() {
        // Which of them are refused is the matter of another test.
        let _ = package.add(&format!("hostile_{}", hostile.name), &hostile.document());
    }
    println!("{} modules are compiled", package.compile());
}
