//! Numbers as they are written: the tree has what a float can hold of those with a fraction, an exponent or very many digits.

use std::collections::HashMap;

use serde_json::{Number, Value};

use super::Document;
use crate::diagnostic::Place;
use crate::source::{Pointer, Source};

impl Document<'_> {
    /// The number at `pointer` as JSON writes it, with each digit that the text has; `None` where there is none.
    ///
    /// Integers of 64 bits are in the tree. For the others the text is read once more, once for all of them.
    pub fn number(&self, pointer: &Pointer) -> Option<String> {
        let number = pointer.of(self.tree)?.as_number()?;
        if !number.is_f64() {
            return Some(number.to_string());
        }
        let numbers = self.numbers.get_or_init(|| written(self.source));
        Some(numbers.get(pointer).cloned().unwrap_or_else(|| number.to_string()))
    }
}

/// All floats of the tree, as the text has them.
fn written(source: &Source) -> HashMap<Pointer, String> {
    let mut found = Vec::new();
    floats(source.tree(), Pointer::root(), &mut found);
    let places: Vec<Place> = found.iter().map(|(pointer, _)| Place::Value(pointer.clone())).collect();
    let spans = source.locate(&places.iter().collect::<Vec<_>>());
    let text = source.text().content();
    let numbers = found.into_iter().zip(spans).filter_map(|((pointer, number), span)| {
        let json = json(text.get(span?)?).filter(|json| json.parse().ok() == number.as_f64())?;
        Some((pointer, json))
    });
    numbers.collect()
}

fn floats<'t>(value: &'t Value, at: Pointer, found: &mut Vec<(Pointer, &'t Number)>) {
    match value {
        Value::Number(number) if number.is_f64() => found.push((at, number)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| floats(item, at.item(index), found));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| floats(value, at.member(name), found));
        }
        _ => {}
    }
}

/// A number of YAML (1.2.2, 10.3.2) as JSON writes it (RFC 8259, 6): `+.50` is `0.50`.
fn json(text: &str) -> Option<String> {
    let (sign, size) = match text.strip_prefix('-') {
        Some(size) => ("-", size),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match size.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (size, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let power = exponent.map(|exponent| exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    let good = digits(whole) && digits(fraction) && !(whole.is_empty() && fraction.is_empty());
    if !good || power.is_some_and(|power| power.is_empty() || !digits(power)) {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let fraction = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    let exponent = exponent.map(|exponent| format!("e{exponent}")).unwrap_or_default();
    Some(format!("{sign}{whole}{fraction}{exponent}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::document::document;

    #[test]
    fn a_number_of_yaml_is_written_as_json_has_it() {
        for (yaml, wanted) in
            [("+.50", "0.50"), ("1.", "1"), ("007.5", "7.5"), ("-1E+3", "-1e+3"), ("0.1", "0.1")]
        {
            assert_eq!(json(yaml).unwrap(), wanted);
        }
        for none in ["", ".", "0x1f", "1e", "1_000", ".inf", "- 1"] {
            assert_eq!(json(none), None, "{none}");
        }
    }

    #[test]
    fn no_digit_is_lost() {
        let text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\nx-all: [0.1000000000000000055, \
                    123456789012345678901234567890, 5, 1.50]\n";
        let source = Source::parse("spec.yaml", text.as_bytes().to_vec()).unwrap();
        let document = document(&source).document.unwrap();
        let all = Pointer::root().member("x-all");
        let numbers: Vec<_> = (0..4).map(|index| document.number(&all.item(index)).unwrap()).collect();
        assert_eq!(numbers, ["0.1000000000000000055", "123456789012345678901234567890", "5", "1.50"]);
    }
}
