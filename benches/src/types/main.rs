//! What rustc needs to check a document of 1,000 object schemas, beside serde's derives of the same types:
//! `cargo bench -p specwright-benches --bench types`.
//!
//! The exit status is 0, 1 where the generated code takes more than a third of the time, or 2 where nothing could be measured.
#![forbid(unsafe_code)]

mod check;
mod write;

use std::error::Error;
use std::process::ExitCode;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The most that the generated code may take, as a multiple of serde's derives.
const LIMIT: f64 = 1.0 / 3.0;

fn main() -> ExitCode {
    match report() {
        Ok(ratio) if ratio <= LIMIT => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Prints the table, and gives the ratio.
fn report() -> Outcome<f64> {
    let workspace = write::workspace()?;
    let generated = check::user_time(&workspace, "generated")?;
    let derived = check::user_time(&workspace, "derived")?;
    let ratio = generated / derived;
    println!("Check {} object schemas{:28}user time        of serde", write::SCHEMAS, "");
    println!("  {:46}{generated:>8.2} s{ratio:>16.2}", "generated, all of the server");
    println!("  {:46}{derived:>8.2} s{:>16.2}", "serde's derives of the same types", 1.0);
    println!("  {:54}{:>18}", "limit", format!("at most {LIMIT:.2}"));
    Ok(ratio)
}
