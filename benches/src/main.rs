//! What a request costs, in instructions, side by side: `cargo bench -p specwright-benches`.
//!
//! The program runs itself under callgrind, with the name of one thing to do and how many times; see [`callgrind`].
#![forbid(unsafe_code)]

mod alike;
mod callgrind;
mod case;
mod contestant;
mod errand;
mod in_process;
mod json;
mod orders;
mod report;
mod table;
mod whole;

use std::env;
use std::error::Error;
use std::process::ExitCode;

use json::{Reader, Writer};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Does one thing many times, or measures them all.
fn run(arguments: &[&str]) -> Outcome<ExitCode> {
    match arguments {
        ["request", case, times] => in_process::build(case.parse()?, times.parse()?),
        ["answer", contestant, case, times] => {
            in_process::answer(contestant.parse()?, case.parse()?, times.parse()?);
        }
        ["build", errand, times] => errand::build(errand.parse()?, times.parse()?),
        ["run", contestant, errand, times] => {
            errand::answer(contestant.parse()?, errand.parse()?, times.parse()?)?;
        }
        ["decode", reader, body, times] => {
            reader.parse::<Reader>()?.repeat(body.parse()?, times.parse()?);
        }
        ["encode", writer, body, times] => {
            writer.parse::<Writer>()?.repeat(body.parse()?, times.parse()?)?;
        }
        ["serve", contestant] => whole::serve(contestant.parse()?)?,
        // With what cargo says, or with nothing.
        _ => return report::report(),
    }
    Ok(ExitCode::SUCCESS)
}
