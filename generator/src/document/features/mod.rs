//! The page that says what of OpenAPI is supported, written from the table.

mod rule;
mod shape;
mod state;

use std::fmt::{self, Display};

use self::state::Standing;
use super::table::{Key, Label, Names, OBJECTS, Object, Versions};

/// The text of `docs/FEATURES.md`: every key that the table has, with what the generator makes of it.
pub fn features() -> String {
    Page.to_string()
}

struct Page;

impl Display for Page {
    fn fmt(&self, page: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(page, "{INTRODUCTION}")?;
        legend(page)?;
        writeln!(page, "\n{EXTENSIONS}")?;
        for object in OBJECTS {
            section(page, object)?;
        }
        Ok(())
    }
}

const INTRODUCTION: &str = "\
# What of OpenAPI is supported

Every key that OpenAPI 3.0 (3.0.0 to 3.0.4), 3.1 (3.1.0 to 3.1.2) and 3.2 (3.2.0) define, and what Specwright makes of it. The
page is written from the table that documents are checked against, so it cannot promise more than the generator does.

";

const EXTENSIONS: &str = "\
A key that is not listed for the version of the document is an error, with the nearest key that is. Keys that begin with
`x-` are extensions: they are let through wherever the specification lets them stand. One of them is ours:
`x-specwright-allow` [acknowledges warnings](WARNINGS.md). No other key may begin with `x-specwright`.";

fn legend(page: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(page, "| state | what it means | keys |\n| --- | --- | ---: |")?;
    let standings: Vec<Standing> =
        OBJECTS.iter().flat_map(|object| object.keys.iter().map(|key| Standing::of(object, key))).collect();
    for standing in Standing::ALL {
        let count = standings.iter().filter(|other| *other == standing).count();
        writeln!(page, "| {} | {} | {count} |", standing.name(), standing.meaning())?;
    }
    Ok(())
}

fn section(page: &mut fmt::Formatter<'_>, object: &Object) -> fmt::Result {
    writeln!(page, "\n## {}\n", object.name)?;
    let anchor = anchor(object.name.split(" of ").next().unwrap_or(object.name));
    let versions = [("3.0", "3.0.4"), ("3.1", "3.1.2"), ("3.2", "3.2.0")];
    let links = versions.map(|(name, patch)| {
        format!("[OpenAPI {name}](https://spec.openapis.org/oas/v{patch}.html#{anchor})")
    });
    writeln!(page, "{}{}\n", links.join(" · "), extensions(object))?;
    writeln!(page, "| key | value | OpenAPI | state | notes |\n| --- | --- | --- | --- | --- |")?;
    for key in object.keys {
        row(page, object, key)?;
    }
    for (index, rule) in object.rules.iter().enumerate() {
        let gap = if index == 0 { "\n" } else { "" };
        writeln!(page, "{gap}- {rule}")?;
    }
    Ok(())
}

fn extensions(object: &Object) -> &'static str {
    match object.extensions {
        Some(Versions::All) => "",
        Some(_) => " · extensions since 3.1",
        None => " · no extensions",
    }
}

fn row(page: &mut fmt::Formatter<'_>, object: &Object, key: &Key) -> fmt::Result {
    let standing = Standing::of(object, key);
    let required = match key.required {
        None => "",
        Some(Versions::All) => ", required",
        Some(Versions::Until3_1) => ", required until 3.1",
        Some(_) => ", required in 3.0",
    };
    writeln!(
        page,
        "| {} | {}{required} | {} | {} | {} |",
        label(key),
        key.shape,
        versions(key.versions),
        standing.name(),
        state::notes(key).join("; ")
    )
}

fn label(key: &Key) -> String {
    match key.label {
        Label::Fixed(name) => format!("`{name}`"),
        Label::Patterned(Names::Path) => "a path: `/…`".to_owned(),
        Label::Patterned(Names::Status) => "a status code: `200`".to_owned(),
        Label::Patterned(Names::StatusRange) => "a range of status codes: `2XX`".to_owned(),
        Label::Patterned(names) => format!("any {}", names.noun()),
    }
}

fn versions(versions: Versions) -> &'static str {
    match versions {
        Versions::All => "3.0, 3.1, 3.2",
        Versions::Only3_0 => "3.0",
        Versions::Until3_1 => "3.0, 3.1",
        Versions::Since3_1 => "3.1, 3.2",
        Versions::Since3_2 => "3.2",
    }
}

/// The anchor that a heading gets.
fn anchor(heading: &str) -> String {
    heading.replace('`', "").replace(' ', "-").to_lowercase()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fs;

    const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/FEATURES.md");

    /// Run with `UPDATE_FEATURES=1` to write the page anew.
    #[test]
    fn the_page_in_docs_is_the_one_that_the_table_makes() {
        let wanted = super::features();
        if std::env::var_os("UPDATE_FEATURES").is_some() {
            fs::write(PAGE, &wanted).unwrap();
        }
        let found = fs::read_to_string(PAGE).unwrap_or_default();
        assert!(found == wanted, "docs/FEATURES.md is stale: run the tests with UPDATE_FEATURES=1");
    }
}
