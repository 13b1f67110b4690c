//! Whether a value of the document is as a schema of it says.
//!
//! It is the runtime that knows formats, and what `unevaluated*` and `$dynamicRef` look at: where the answer hangs on one of them, there
//! is none.

use std::cell::Cell;

use regex::Regex;
use serde_json::{Map, Value};

use super::{CheckId, Checks, Keyword, PatternId, Schema, SimpleType, number};

/// So much is looked at for one value, whatever its schemas repeat.
const BUDGET: u32 = 100_000;

/// What a pattern costs, compared with another keyword.
const PATTERN: u32 = 1000;

impl Checks {
    /// Whether `value` is as the schema `id` says, whichever way it goes. `None` where that cannot be told.
    pub(in crate::model) fn holds(&self, id: CheckId, value: &Value) -> Option<bool> {
        Holding { checks: self, budget: Cell::new(BUDGET) }.referred(id, value)
    }

    /// Whether the pattern `id` matches in `text`. `None` where that cannot be told.
    pub(in crate::model) fn matches(&self, id: PatternId, text: &str) -> Option<bool> {
        Some(Regex::new(&self.pattern(id)?.text).ok()?.is_match(text))
    }
}

/// Whether no two of `items` are the same.
pub(in crate::model) fn is_unique(items: &[Value]) -> bool {
    items.iter().enumerate().all(|(index, item)| !items.iter().skip(index + 1).any(|other| same(item, other)))
}

struct Holding<'c> {
    checks: &'c Checks,
    budget: Cell<u32>,
}

impl Holding<'_> {
    fn spend(&self, cost: u32) -> Option<()> {
        self.budget.set(self.budget.get().checked_sub(cost)?);
        Some(())
    }

    /// What is for one direction alone says nothing of an example, which may be for the other.
    fn referred(&self, id: CheckId, value: &Value) -> Option<bool> {
        let asked = self.checks.schema(id).filter(|asked| asked.only.is_none())?;
        self.schema(&asked.schema, value)
    }

    fn schema(&self, schema: &Schema, value: &Value) -> Option<bool> {
        self.spend(1)?;
        let keywords = match schema {
            Schema::Boolean(holds) => return Some(*holds),
            Schema::Keywords(keywords) => keywords,
        };
        all(keywords.iter().map(|keyword| match value {
            Value::Number(_) | Value::String(_) => self.of_scalar(keyword, value),
            Value::Array(items) => self.of_array(keyword, items, value),
            Value::Object(members) => self.of_object(keyword, members, value),
            Value::Null | Value::Bool(_) => self.of_any(keyword, value),
        }))
    }

    fn schemas<'s>(&self, schemas: &'s [Schema], value: &'s Value) -> impl Iterator<Item = Option<bool>> {
        schemas.iter().map(|schema| self.schema(schema, value))
    }

    fn matches(&self, id: PatternId, text: &str) -> Option<bool> {
        self.spend(PATTERN)?;
        self.checks.matches(id, text)
    }

    fn of_scalar(&self, keyword: &Keyword, value: &Value) -> Option<bool> {
        let length = || value.as_str().map(|text| text.chars().count() as u64);
        let order = |bound: &str| value.as_number().map(|number| number::order(number, bound));
        let said = match keyword {
            Keyword::MaxLength(most) => length().map(|length| Some(length <= *most)),
            Keyword::MinLength(least) => length().map(|length| Some(length >= *least)),
            Keyword::Pattern(id) => value.as_str().map(|text| self.matches(*id, text)),
            Keyword::Format(_) => value.as_str().map(|_| None),
            Keyword::MultipleOf(by) => value.as_number().map(|number| number::is_multiple(number, by)),
            Keyword::Maximum(bound) => order(bound).map(|order| Some(order?.is_le())),
            Keyword::ExclusiveMaximum(bound) => order(bound).map(|order| Some(order?.is_lt())),
            Keyword::Minimum(bound) => order(bound).map(|order| Some(order?.is_ge())),
            Keyword::ExclusiveMinimum(bound) => order(bound).map(|order| Some(order?.is_gt())),
            _ => Some(self.of_any(keyword, value)),
        };
        said.unwrap_or(Some(true))
    }

    fn of_array(&self, keyword: &Keyword, items: &[Value], value: &Value) -> Option<bool> {
        let count = items.len() as u64;
        match keyword {
            Keyword::MaxItems(most) => Some(count <= *most),
            Keyword::MinItems(least) => Some(count >= *least),
            Keyword::UniqueItems => Some(is_unique(items)),
            Keyword::Contains { schema, min, max } => {
                let found: Option<Vec<bool>> = items.iter().map(|item| self.schema(schema, item)).collect();
                let found = found?.into_iter().filter(|holds| *holds).count() as u64;
                Some(found >= *min && max.is_none_or(|max| found <= max))
            }
            Keyword::Items { prefix, rest } => {
                let schemas = prefix.iter().map(Some).chain(std::iter::repeat(rest.as_deref()));
                let pairs = items.iter().zip(schemas);
                all(pairs.map(|(item, schema)| schema.map_or(Some(true), |schema| self.schema(schema, item))))
            }
            Keyword::UnevaluatedItems(_) => None,
            _ => self.of_any(keyword, value),
        }
    }

    fn of_object(&self, keyword: &Keyword, members: &Map<String, Value>, value: &Value) -> Option<bool> {
        let count = members.len() as u64;
        let has = |name: &String| members.contains_key(name);
        match keyword {
            Keyword::MaxProperties(most) => Some(count <= *most),
            Keyword::MinProperties(least) => Some(count >= *least),
            Keyword::Required(names) => Some(names.iter().all(has)),
            Keyword::DependentRequired(names) => {
                Some(names.iter().all(|(name, others)| !has(name) || others.iter().all(has)))
            }
            Keyword::DependentSchemas(schemas) => {
                let asked = schemas.iter().filter(|(name, _)| has(name));
                all(asked.map(|(_, schema)| self.schema(schema, value)))
            }
            Keyword::PropertyNames(schema) => {
                all(members.keys().map(|name| self.schema(schema, &Value::from(name.as_str()))))
            }
            Keyword::Properties { named, patterns, additional } => {
                all(members.iter().map(|(name, value)| {
                    let named = named.iter().find(|(known, _)| known == name).map(|(_, schema)| schema);
                    self.member(name, value, named, patterns, additional.as_deref())
                }))
            }
            Keyword::UnevaluatedProperties(_) => None,
            _ => self.of_any(keyword, value),
        }
    }

    fn member(
        &self,
        name: &str,
        value: &Value,
        named: Option<&Schema>,
        patterns: &[(PatternId, Schema)],
        additional: Option<&Schema>,
    ) -> Option<bool> {
        let mut asked: Vec<&Schema> = named.into_iter().collect();
        for (pattern, schema) in patterns {
            if self.matches(*pattern, name)? {
                asked.push(schema);
            }
        }
        if asked.is_empty() {
            asked.extend(additional);
        }
        all(asked.into_iter().map(|schema| self.schema(schema, value)))
    }

    /// What is said of values of every type; all else says nothing of `value`.
    fn of_any(&self, keyword: &Keyword, value: &Value) -> Option<bool> {
        match keyword {
            Keyword::Type(types) => Some(types.iter().any(|ty| is(*ty, value))),
            Keyword::Enum(values) => Some(values.iter().any(|one| one.is(value))),
            Keyword::Const(one) => Some(one.is(value)),
            Keyword::AllOf(schemas) => all(self.schemas(schemas, value)),
            Keyword::AnyOf(schemas) => not(all(self.schemas(schemas, value).map(not))),
            Keyword::OneOf(schemas) => {
                let held: Vec<Option<bool>> = self.schemas(schemas, value).collect();
                match held.iter().filter(|holds| **holds == Some(true)).count() {
                    0 | 1 if held.contains(&None) => None,
                    good => Some(good == 1),
                }
            }
            Keyword::Not(schema) => not(self.schema(schema, value)),
            Keyword::If { condition, then, otherwise } => {
                let next = if self.schema(condition, value)? { then } else { otherwise };
                next.as_deref().map_or(Some(true), |schema| self.schema(schema, value))
            }
            Keyword::Ref(id) => self.referred(*id, value),
            Keyword::DynamicRef { .. } => None,
            _ => Some(true),
        }
    }
}

/// Whether all hold: no, where one does not, whatever cannot be told.
fn all(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for answer in answers {
        match answer {
            Some(true) => {}
            Some(false) => return Some(false),
            None => all = None,
        }
    }
    all
}

fn not(answer: Option<bool>) -> Option<bool> {
    answer.map(|holds| !holds)
}

fn is(ty: SimpleType, value: &Value) -> bool {
    match ty {
        SimpleType::Null => value.is_null(),
        SimpleType::Boolean => value.is_boolean(),
        SimpleType::Integer => value.as_number().is_some_and(number::is_integer),
        SimpleType::Number => value.is_number(),
        SimpleType::String => value.is_string(),
        SimpleType::Array => value.is_array(),
        SimpleType::Object => value.is_object(),
    }
}

/// Whether two values are one (JSON Schema Core, 4.2.2).
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            number::order(one, &other.to_string()).is_some_and(std::cmp::Ordering::is_eq)
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let is_there =
                |(name, value): (&String, &Value)| other.get(name).is_some_and(|there| same(value, there));
            one.len() == other.len() && one.iter().all(is_there)
        }
        _ => one == other,
    }
}
