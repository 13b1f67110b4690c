//! Shapes in the cells of the page.

use std::fmt::{self, Display, Formatter};

use super::super::table::{Choice, List, Map, Names, Object, Shape, Versions};
use super::anchor;

impl Display for Shape {
    fn fmt(&self, cell: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => cell.write_str("any value"),
            Self::String => cell.write_str("string"),
            Self::Name => cell.write_str("string, not empty"),
            Self::Uri | Self::Location => cell.write_str("URL"),
            Self::Token => cell.write_str("token"),
            Self::Boolean => cell.write_str("boolean"),
            Self::Number => cell.write_str("number"),
            Self::Positive => cell.write_str("number above 0"),
            Self::Length => cell.write_str("integer from 0"),
            Self::Warning => cell.write_str("code of a warning"),
            Self::Choice(choices) => choose(cell, choices),
            Self::Dialect(known) => alternatives(cell, known.iter().copied()),
            Self::Object(object) => link(cell, object, ""),
            Self::Reference(object) => {
                link(cell, object, "")?;
                cell.write_str(" or [reference](#reference-object)")
            }
            Self::LateReference(object) => {
                link(cell, object, "")?;
                cell.write_str(" or, since 3.2, [reference](#reference-object)")
            }
            Self::Schema => cell.write_str("[Schema Object](#schema-object)"),
            Self::SchemaOrBoolean => cell.write_str("[Schema Object](#schema-object) or boolean"),
            Self::Map(map) => write!(cell, "{map}"),
            Self::List(list) => write!(cell, "{list}"),
            Self::OneOrMore(list) => write!(cell, "{}, or {list}", list.items),
        }
    }
}

impl Display for Map {
    fn fmt(&self, cell: &mut Formatter<'_>) -> fmt::Result {
        match self.names {
            Names::Any => write!(cell, "map of {}", plural(&self.values))?,
            names => write!(cell, "map from {}s to {}", names.noun(), plural(&self.values))?,
        }
        cell.write_str(if self.single { ", one entry" } else { "" })
    }
}

impl Display for List {
    fn fmt(&self, cell: &mut Formatter<'_>) -> fmt::Result {
        write!(cell, "list of {}", plural(&self.items))?;
        cell.write_str(match self.filled {
            None => "",
            Some(Versions::All) => ", not empty",
            Some(Versions::Only3_0) => ", not empty in 3.0",
            Some(Versions::Until3_1) => ", not empty until 3.1",
            Some(Versions::Since3_1) => ", not empty since 3.1",
            Some(Versions::Since3_2) => ", not empty since 3.2",
        })
    }
}

/// Several values of a shape.
fn plural(shape: &Shape) -> impl Display {
    fmt::from_fn(move |cell| match shape {
        Shape::Object(object) => link(cell, object, "s"),
        Shape::Reference(object) => {
            link(cell, object, "s")?;
            cell.write_str(" or [references](#reference-object)")
        }
        Shape::LateReference(object) => {
            link(cell, object, "s")?;
            cell.write_str(" or, since 3.2, [references](#reference-object)")
        }
        Shape::Schema => cell.write_str("[Schema Objects](#schema-object)"),
        Shape::Choice(_) => cell.write_str("these"),
        Shape::List(list) => write!(cell, "lists of {}", plural(&list.items)),
        other => write!(cell, "{other}s"),
    })
}

fn link(cell: &mut Formatter<'_>, object: &Object, ending: &str) -> fmt::Result {
    write!(cell, "[{}{ending}](#{})", object.name, anchor(object.name))
}

fn choose(cell: &mut Formatter<'_>, choices: &[Choice]) -> fmt::Result {
    let since = |choice: &Choice| match choice.versions {
        Versions::All => "",
        Versions::Only3_0 => " (3.0)",
        Versions::Until3_1 => " (3.0, 3.1)",
        Versions::Since3_1 => " (since 3.1)",
        Versions::Since3_2 => " (since 3.2)",
    };
    for (index, choice) in choices.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        write!(cell, "{comma}`{}`{}", choice.value, since(choice))?;
    }
    Ok(())
}

fn alternatives<'a>(cell: &mut Formatter<'_>, words: impl Iterator<Item = &'a str>) -> fmt::Result {
    for (index, word) in words.enumerate() {
        write!(cell, "{}`{word}`", if index == 0 { "" } else { " or " })?;
    }
    Ok(())
}
