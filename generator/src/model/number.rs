//! Strings and numbers: their formats and bounds.

use serde_json::Number;

use super::reader::Reader;
use super::types::{Bounds, Type, Width};
use crate::diagnostic::{Code, Place};
use crate::document::{Bound, Schema};

/// Formats that say what a string must look like (OpenAPI Format Registry; JSON Schema Validation, 7.3). Every other one is for
/// people: `password`, and those that nobody knows.
const ASSERTED: &[&str] = &[
    "binary",
    "byte",
    "date",
    "date-time",
    "decimal",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];

impl<'d> Reader<'d> {
    pub(super) fn string(&mut self, schema: &Schema<'d>) -> Option<Type> {
        self.plain_format(schema, ASSERTED)?;
        Some(Type::String(self.length(schema, ["minLength", "maxLength"], ["string", "characters"])?))
    }

    pub(super) fn number(&mut self, schema: &Schema<'d>) -> Option<Type> {
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
        Some(Type::Number { single: schema.format() == Some("float"), bounds })
    }

    pub(super) fn integer(&mut self, schema: &Schema<'d>) -> Option<Type> {
        self.plain_format(schema, &[])?;
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
        Some(Type::Integer { width, bounds: Bounds { lower, upper } })
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
