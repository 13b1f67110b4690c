//! Everything that is measured, and whether it is good enough.

use std::process::ExitCode;

use crate::case::Case;
use crate::contestant::Contestant;
use crate::errand::Errand;
use crate::json::{Body, Reader, Writer};
use crate::table::{Table, Yardstick};
use crate::{Outcome, alike, callgrind, errand, json, whole};

/// Prints the tables. The code is 0, or 1 where a limit is not kept.
pub(crate) fn report() -> Outcome<ExitCode> {
    alike::check()?;
    json::check()?;
    errand::check()?;
    let mut broken = Vec::new();
    for table in tables() {
        let table = table?;
        broken.extend(table.broken());
        println!("{table}");
    }
    println!("{}", if broken.is_empty() { "All limits are kept." } else { "Limits that are not kept:" });
    for limit in &broken {
        println!("  {limit}");
    }
    Ok(ExitCode::from(u8::from(!broken.is_empty())))
}

/// The tables, each measured when it is asked for.
fn tables() -> impl Iterator<Item = Outcome<Table>> {
    let in_process = Case::ALL.into_iter().map(in_process);
    let whole_server = Case::ALL.into_iter().map(whole_server);
    let decoding = Body::ALL.into_iter().map(decoding);
    let encoding = Body::GOOD.into_iter().map(encoding);
    let errands = Errand::ALL.into_iter().map(run);
    in_process.chain(whole_server).chain(decoding).chain(encoding).chain(errands)
}

fn in_process(case: Case) -> Outcome<Table> {
    let request = callgrind::repeated(&["request", case.status()], callgrind::TIMES)?;
    let rows = rows(Contestant::ALL, Contestant::name, |contestant| {
        let arguments = ["answer", contestant.name(), case.status()];
        Ok(callgrind::repeated(&arguments, callgrind::TIMES)? - request)
    })?;
    Ok(Table {
        title: format!("GET /items/, {}, in process", case.status()),
        rows,
        yardsticks: vec![
            Yardstick { name: Contestant::Axum.name(), at_most: Some(0.40), limit: Some(0.45) },
            Yardstick { name: Contestant::Bare.name(), at_most: Some(1.30), limit: None },
        ],
    })
}

fn whole_server(case: Case) -> Outcome<Table> {
    let rows = rows(Contestant::ALL, Contestant::name, |contestant| whole::instructions(contestant, case))?;
    Ok(Table {
        title: format!("GET /items/, {}, whole server", case.status()),
        rows,
        yardsticks: [Contestant::Axum, Contestant::Bare]
            .map(|contestant| Yardstick { name: contestant.name(), at_most: None, limit: None })
            .into(),
    })
}

fn decoding(body: Body) -> Outcome<Table> {
    let rows = rows(Reader::ALL, Reader::name, |reader| {
        callgrind::repeated(&["decode", reader.name(), body.name()], body.times())
    })?;
    let problems = match body.problems() {
        0 => String::new(),
        problems => format!(", {problems} problems"),
    };
    // serde does not look for what is wrong
    let is_good = body.problems() == 0;
    Ok(Table {
        title: format!("Decode {} bytes of JSON{problems}", body.text().len()),
        rows,
        yardsticks: vec![Yardstick {
            name: Reader::Serde.name(),
            at_most: is_good.then_some(1.05),
            // Another machine's memory functions move it by a hundredth or two.
            limit: is_good.then_some(1.10),
        }],
    })
}

fn encoding(body: Body) -> Outcome<Table> {
    let rows = rows(Writer::ALL, Writer::name, |writer| {
        callgrind::repeated(&["encode", writer.name(), body.name()], body.times())
    })?;
    let yardstick = Yardstick { name: Writer::Serde.name(), at_most: Some(1.05), limit: Some(1.05) };
    Ok(Table {
        title: format!("Encode {} bytes of JSON", body.text().len()),
        rows,
        yardsticks: vec![yardstick],
    })
}

fn run(errand: Errand) -> Outcome<Table> {
    let request = callgrind::repeated(&["build", errand.name()], errand.times())?;
    let rows = rows(errand::CONTESTANTS, Contestant::name, |contestant| {
        Ok(callgrind::repeated(&["run", contestant.name(), errand.name()], errand.times())? - request)
    })?;
    let limit = Some(errand.limit());
    let yardstick = Yardstick { name: Contestant::Axum.name(), at_most: limit, limit };
    Ok(Table { title: errand.title().to_owned(), rows, yardsticks: vec![yardstick] })
}

/// What each of them costs.
fn rows<T: Copy>(
    all: impl IntoIterator<Item = T>,
    name: impl Fn(T) -> &'static str,
    cost: impl Fn(T) -> Outcome<f64>,
) -> Outcome<Vec<(&'static str, f64)>> {
    all.into_iter().map(|each| Ok((name(each), cost(each)?))).collect()
}
