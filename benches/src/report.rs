//! Everything that is measured, and whether it is good enough.

use std::process::ExitCode;

use crate::case::Case;
use crate::contestant::Contestant;
use crate::decoding::Decoder;
use crate::table::{Table, Yardstick};
use crate::{Outcome, alike, callgrind, decoding, whole};

/// The most that the generated server may cost in process, as a multiple of axum; otherwise this program fails.
const LIMIT: f64 = 0.45;

/// Prints the tables. The code is 0, or 1 where the limit is not kept.
pub(crate) fn report() -> Outcome<ExitCode> {
    alike::check()?;
    decoding::check()?;
    let mut kept = true;
    for case in Case::ALL {
        let table = in_process(case)?;
        kept &= table.ratio(Contestant::Axum.name()) <= LIMIT;
        println!("{table}");
    }
    for case in Case::ALL {
        println!("{}", whole_server(case)?);
    }
    println!("{}", decoding()?);
    let verdict = if kept { "at most" } else { "more than" };
    println!("In process, the generated server costs {verdict} {LIMIT:.2} of what axum costs.");
    Ok(ExitCode::from(u8::from(!kept)))
}

fn in_process(case: Case) -> Outcome<Table> {
    let request = callgrind::repeated(&["request", case.status()])?;
    let rows = contest(|contestant| {
        Ok(callgrind::repeated(&["answer", contestant.name(), case.status()])? - request)
    })?;
    Ok(Table {
        title: format!("GET /items/, {}, in process", case.status()),
        rows,
        yardsticks: contestants(Some(0.40), Some(1.30)),
    })
}

fn whole_server(case: Case) -> Outcome<Table> {
    let rows = contest(|contestant| whole::instructions(contestant, case))?;
    Ok(Table {
        title: format!("GET /items/, {}, whole server", case.status()),
        rows,
        yardsticks: contestants(None, None),
    })
}

fn decoding() -> Outcome<Table> {
    let rows =
        Decoder::ALL.map(|decoder| Ok((decoder.name(), callgrind::repeated(&["decode", decoder.name()])?)));
    Ok(Table {
        title: format!("Decode {} bytes of JSON", decoding::size()),
        rows: rows.into_iter().collect::<Outcome<_>>()?,
        yardsticks: vec![Yardstick { name: Decoder::Serde.name(), at_most: Some(1.05) }],
    })
}

/// What each of the contestants costs.
fn contest(cost: impl Fn(Contestant) -> Outcome<f64>) -> Outcome<Vec<(&'static str, f64)>> {
    Contestant::ALL.into_iter().map(|contestant| Ok((contestant.name(), cost(contestant)?))).collect()
}

/// What the contestants are compared to, with the aims of the architecture.
fn contestants(axum: Option<f64>, bare: Option<f64>) -> Vec<Yardstick> {
    let yardstick = |contestant: Contestant, at_most| Yardstick { name: contestant.name(), at_most };
    vec![yardstick(Contestant::Axum, axum), yardstick(Contestant::Bare, bare)]
}
