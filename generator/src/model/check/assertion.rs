//! Keywords that say something of a value itself (JSON Schema Validation, section 6; OpenAPI, "Data Type Format").

use serde_json::Value;

use super::applicator::size;
use super::compile::{Compiler, Object};
use super::{Keyword, Literal, SimpleType};
use crate::diagnostic::Place;
use crate::document::Schema;
use crate::model::format::{Form, Parsed, TextFormat};
use crate::source::Pointer;

impl<'d> Compiler<'_, 'd> {
    pub(super) fn assertion(
        &mut self,
        object: &Object<'_, 'd>,
        keyword: &str,
        value: &'d Value,
    ) -> Option<Keyword> {
        let at = object.pointer.member(keyword);
        match keyword {
            "type" => self.types(object),
            "enum" => Some(Keyword::Enum(self.values(object, value))),
            "const" => Some(Keyword::Const(Literal::of(self.reader.document, value, &at))),
            "multipleOf" => self.multiple_of(&at),
            "minimum" => {
                let exclusive = flag(object, "exclusiveMinimum");
                let keyword = if exclusive { Keyword::ExclusiveMinimum } else { Keyword::Minimum };
                self.number(&at).map(keyword)
            }
            "maximum" => {
                let exclusive = flag(object, "exclusiveMaximum");
                let keyword = if exclusive { Keyword::ExclusiveMaximum } else { Keyword::Maximum };
                self.number(&at).map(keyword)
            }
            "exclusiveMinimum" => self.number(&at).map(Keyword::ExclusiveMinimum),
            "exclusiveMaximum" => self.number(&at).map(Keyword::ExclusiveMaximum),
            "minLength" => size(value).map(Keyword::MinLength),
            "maxLength" => size(value).map(Keyword::MaxLength),
            "pattern" => self.reader.pattern(at, &self.name).map(Keyword::Pattern),
            "minItems" => size(value).map(Keyword::MinItems),
            "maxItems" => size(value).map(Keyword::MaxItems),
            "uniqueItems" => (value == &Value::Bool(true)).then_some(Keyword::UniqueItems),
            "minProperties" => size(value).map(Keyword::MinProperties),
            "maxProperties" => size(value).map(Keyword::MaxProperties),
            "required" => self.required(object, value),
            "dependentRequired" => {
                let members = value.as_object().into_iter().flatten();
                let members = members.map(|(name, others)| (name.clone(), names(others)));
                Some(Keyword::DependentRequired(members.collect()))
            }
            _ => None,
        }
    }

    fn types(&self, object: &Object<'_, 'd>) -> Option<Keyword> {
        let schema = self.reader.schema(object.pointer.clone())?;
        let mut types: Vec<_> = schema.types().into_iter().filter_map(SimpleType::of).collect();
        let null = if self.is_3_0() { self.adds_null(&schema) } else { !schema.excludes_null() };
        types.extend(null.then_some(SimpleType::Null));
        Some(Keyword::Type(types))
    }

    /// The values of an `enum`. 3.0's `nullable` beside it adds `null` to them, too.
    fn values(&self, object: &Object<'_, 'd>, values: &Value) -> Vec<Literal> {
        let at = object.pointer.member("enum");
        let values = values.as_array().into_iter().flatten().enumerate();
        let literal = |(index, value)| Literal::of(self.reader.document, value, &at.item(index));
        let mut literals: Vec<_> = values.map(literal).collect();
        let schema = self.reader.schema(object.pointer.clone());
        if schema.is_some_and(|schema| self.adds_null(&schema)) && !literals.contains(&Literal::Null) {
            literals.push(Literal::Null);
        }
        literals
    }

    /// Whether a `nullable` of 3.0 adds `null` to what stands beside it.
    fn adds_null(&self, schema: &Schema<'_>) -> bool {
        self.is_3_0() && schema.nullable() && schema.only_member().is_none()
    }

    fn number(&self, at: &Pointer) -> Option<String> {
        self.reader.document.number(at)
    }

    fn multiple_of(&mut self, at: &Pointer) -> Option<Keyword> {
        let number = self.number(at)?;
        if significant_digits(&number) > MOST_DIGITS {
            let what = format!("a `multipleOf` of more than {MOST_DIGITS} significant digits");
            self.reader.unsupported(Place::Value(at.clone()), &what, "round it");
            return None;
        }
        Some(Keyword::MultipleOf(number))
    }

    /// What `format` or `contentEncoding` says, where it is asserted: formats of integers are bounds.
    pub(super) fn format(&self, object: &Object<'_, 'd>, value: &Value) -> Vec<Keyword> {
        let (least, most) = match value.as_str() {
            Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
            Some("int64") => (i64::MIN, i64::MAX),
            _ => return self.text_format(object).map(Keyword::Format).into_iter().collect(),
        };
        let whole = (object.map.get("type") != Some(&Value::from("integer")))
            .then(|| Keyword::MultipleOf("1".to_owned()));
        let bounds = [Keyword::Minimum(least.to_string()), Keyword::Maximum(most.to_string())];
        bounds.into_iter().chain(whole).collect()
    }

    fn text_format(&self, object: &Object<'_, 'd>) -> Option<TextFormat> {
        let schema = self.reader.schema(object.pointer.clone())?;
        match self.reader.form_of(&schema) {
            Form::Text(format) | Form::Parsed(Parsed { format, .. }) => Some(format),
            Form::Any | Form::Binary => None,
        }
    }

    fn required(&self, object: &Object<'_, 'd>, value: &Value) -> Option<Keyword> {
        let properties = object.pointer.member("properties");
        let mut names = names(value);
        names.retain(|name| !self.reader.is_ignored(&properties.member(name), self.direction));
        (!names.is_empty()).then_some(Keyword::Required(names))
    }
}

/// How many digits the divisor of a number may have, without the zeros around them.
const MOST_DIGITS: usize = 37;

fn significant_digits(number: &str) -> usize {
    let mantissa = number.split(['e', 'E']).next().unwrap_or_default();
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

/// Whether a boolean of 3.0 is set.
fn flag(object: &Object<'_, '_>, keyword: &str) -> bool {
    object.map.get(keyword) == Some(&Value::Bool(true))
}

fn names(value: &Value) -> Vec<String> {
    let names = value.as_array().into_iter().flatten();
    names.filter_map(Value::as_str).map(str::to_owned).collect()
}
