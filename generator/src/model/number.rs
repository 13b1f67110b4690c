//! Strings and numbers: their formats and bounds.

use serde_json::Number;

use super::format::Form;
use super::name::Name;
use super::reader::Reader;
use super::types::{Bounds, Text, Type, Width};
use crate::diagnostic::{Code, Place};
use crate::document::{Bound, Schema};

/// What a type takes care of.
type Handled = &'static [&'static str];

const STRING: Handled = &["type", "minLength", "maxLength", "pattern", "format", "contentEncoding"];
const PARSED: Handled = &["type", "format", "contentEncoding"];
const NUMBER: Handled =
    &["type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"];
const BOUNDED: Handled = &["type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format"];

impl<'d> Reader<'d> {
    pub(super) fn string(&mut self, schema: &Schema<'d>, wanted: &Name) -> Option<(Type, Handled)> {
        let length = self.length(schema, ["minLength", "maxLength"], ["string", "characters"])?;
        let format = match self.form_of(schema) {
            Form::Parsed(parsed) => return Some((Type::Parsed(parsed), PARSED)),
            Form::Binary => return Some((Type::Binary, PARSED)),
            Form::Text(format) => Some(format),
            Form::Any => None,
        };
        let pattern = match schema.has("pattern") {
            true => Some(self.pattern(schema.member("pattern"), wanted)?),
            false => None,
        };
        Some((Type::String(Text { length, pattern, format }), STRING))
    }

    pub(super) fn number(&mut self, schema: &Schema<'d>) -> Option<(Type, Handled)> {
        self.plain_format(schema, &["decimal"])?;
        let bound = |bound: Bound<&Number>| {
            bound.value.as_f64().map(|value| Bound { value, exclusive: bound.exclusive })
        };
        let bounds = Bounds { lower: schema.lower().and_then(bound), upper: schema.upper().and_then(bound) };
        if let (Some(lower), Some(upper)) = (bounds.lower, bounds.upper) {
            let open = lower.exclusive || upper.exclusive;
            if lower.value > upper.value || (open && lower.value >= upper.value) {
                return self.no_number(schema, "number");
            }
        }
        let multiple = schema.number("multipleOf").map(Number::to_string);
        Some((Type::Number { single: schema.format() == Some("float"), bounds, multiple }, NUMBER))
    }

    pub(super) fn integer(&mut self, schema: &Schema<'d>) -> Option<(Type, Handled)> {
        let (width, what) = match schema.format() {
            Some("int32") => (Width::Int32, "integer of 32 bits"),
            Some("int64") => (Width::Int64, "integer of 64 bits"),
            _ => (Width::Unsaid, "integer"),
        };
        let Some(lower) = schema.lower().map_or(Some(None), |bound| whole_lower(bound)) else {
            return self.no_number(schema, "integer of 64 bits");
        };
        let Some(upper) = schema.upper().map_or(Some(None), |bound| whole_upper(bound)) else {
            return self.no_number(schema, "integer of 64 bits");
        };
        let (lowest, highest) = match width {
            Width::Int32 => (i32::MIN.into(), i32::MAX.into()),
            Width::Int64 | Width::Unsaid => (i64::MIN.into(), i64::MAX.into()),
        };
        let least = lower.map_or(lowest, |bound| i128::from(bound.value) + i128::from(bound.exclusive));
        let most = upper.map_or(highest, |bound| i128::from(bound.value) - i128::from(bound.exclusive));
        if least.max(lowest) > most.min(highest) {
            return self.no_number(schema, what);
        }
        let multiple = schema.number("multipleOf").and_then(Number::as_i64);
        let handled = if multiple.is_some() { NUMBER } else { BOUNDED };
        Some((Type::Integer { width, bounds: Bounds { lower, upper }, multiple }, handled))
    }

    fn plain_format(&mut self, schema: &Schema<'d>, refused: &[&str]) -> Option<()> {
        let Some(format) = schema.format().filter(|format| refused.contains(format)) else { return Some(()) };
        let what = format!("the format `{format}`");
        self.unsupported(Place::Value(schema.member("format")), &what, "say it in the description");
        None
    }

    fn no_number<T>(&mut self, schema: &Schema<'d>, what: &str) -> Option<T> {
        let bounds = ["exclusiveMaximum", "maximum", "exclusiveMinimum", "minimum"];
        let bound = bounds.into_iter().find(|key| schema.has(key)).unwrap_or("type");
        let message = format!("no {what} lies within the bounds of this schema");
        self.report(Code::Unsatisfiable, Place::Value(schema.member(bound)), message);
        None
    }
}

/// A bound below, of integers; `Some(None)` where it is below them all, `None` where it is above them all.
fn whole_lower(bound: Bound<&Number>) -> Option<Option<Bound<i64>>> {
    if let Some(value) = bound.value.as_i64() {
        return Some(Some(Bound { value, exclusive: bound.exclusive }));
    }
    let value = bound.value.as_f64()?;
    let up = value.ceil();
    let exclusive = bound.exclusive && up == value;
    match whole(up) {
        Whole::Within(value) => Some(Some(Bound { value, exclusive })),
        Whole::Below => Some(None),
        Whole::Above => None,
    }
}

/// A bound above, of integers; `Some(None)` where it is above them all, `None` where it is below them all.
fn whole_upper(bound: Bound<&Number>) -> Option<Option<Bound<i64>>> {
    if let Some(value) = bound.value.as_i64() {
        return Some(Some(Bound { value, exclusive: bound.exclusive }));
    }
    let value = bound.value.as_f64()?;
    let down = value.floor();
    let exclusive = bound.exclusive && down == value;
    match whole(down) {
        Whole::Within(value) => Some(Some(Bound { value, exclusive })),
        Whole::Above => Some(None),
        Whole::Below => None,
    }
}

enum Whole {
    Below,
    Within(i64),
    Above,
}

/// A float without a fraction, as an integer of 64 bits.
fn whole(value: f64) -> Whole {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if value < -LIMIT {
        Whole::Below
    } else if value >= LIMIT {
        Whole::Above
    } else {
        Whole::Within(value as i64)
    }
}
