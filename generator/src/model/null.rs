//! `null`, where a type has no place for it.

use serde_json::Value;

use super::name::Name;
use super::reader::Reader;
use super::schema::{Plain, Shape};
use super::types::Type;
use crate::document::Schema;
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// `ty`, which is that of all values of `schema` but `null`, with `null` where that is one.
    ///
    /// Where another keyword may refuse it, the schema as a whole is asked.
    pub(super) fn with_null(&mut self, schema: &Schema<'d>, shape: Shape, ty: Type, wanted: &Name) -> Type {
        if !self.admits_null(schema, shape.clone()) {
            return ty;
        }
        if self.is_sure_of_null(schema, shape) {
            return ty.or_null();
        }
        let inner = match ty {
            Type::Checked(inner, _) => *inner,
            other => other,
        };
        self.checked(inner.or_null(), &schema.pointer, wanted)
    }

    /// Whether `null` may be a value of a schema of this shape, for which its type has no place.
    fn admits_null(&self, schema: &Schema<'d>, shape: Shape) -> bool {
        match shape {
            Shape::Reference | Shape::Constant | Shape::Anything | Shape::Plain(Plain::Null) => false,
            Shape::OrNull(_) => true,
            Shape::Choices if !schema.has("type") => schema.lists_null(),
            Shape::Union(key) => self.null_branch(schema, key).is_some(),
            Shape::Composed => self.all_admit_null(schema),
            Shape::Member(_) => schema.nullable(),
            Shape::Object | Shape::Map | Shape::Choices | Shape::Plain(_) => {
                schema.nullable() && schema.lists_null()
            }
        }
    }

    /// Whether nothing in `schema` can refuse a `null` that its types admit.
    fn is_sure_of_null(&self, schema: &Schema<'d>, shape: Shape) -> bool {
        match shape {
            Shape::Member(_) | Shape::OrNull(_) => true,
            Shape::Union(key) => {
                let others = || schema.members_of(key).into_iter().filter(|at| !self.is_null(at));
                let alone = key == "anyOf" || !others().any(|at| self.may_be_null(&at, 0));
                alone && !schema.says_more_than(&[key, "type"])
            }
            Shape::Composed => self.parts(schema).iter().all(|part| !part.says_more_than(OF_OTHERS)),
            _ => !schema.says_more_than(OF_OTHERS),
        }
    }

    /// Whether `null` may be a value of all schemas in `schema`.
    fn all_admit_null(&self, schema: &Schema<'d>) -> bool {
        let parts = self.parts(schema);
        let admits = |part: &Schema<'d>| (part.nullable() || !part.has("type")) && part.lists_null();
        parts.iter().any(|part| part.has("type")) && parts.iter().all(admits)
    }

    /// Which branch under `key` is `null` and nothing else.
    fn null_branch(&self, schema: &Schema<'d>, key: &str) -> Option<usize> {
        schema.members_of(key).iter().position(|at| self.is_null(at))
    }

    pub(super) fn is_null(&self, at: &Pointer) -> bool {
        self.schema(at.clone()).is_some_and(|schema| {
            schema.has("type") && schema.types().is_empty() && !schema.says_more_than(&["type"])
        })
    }

    /// Whether the schema at `at` may admit `null`.
    pub(super) fn may_be_null(&self, at: &Pointer, depth: usize) -> bool {
        let Some(schema) = self.schema(at.clone()).filter(|_| depth < DEPTH) else { return true };
        match self.shape(&schema) {
            Shape::Reference => {
                let target =
                    schema.reference().and_then(|reference| self.leads_to(reference, &schema.pointer));
                target.is_none_or(|target| self.may_be_null(&target, depth + 1))
            }
            Shape::Member(member) => self.may_be_null(&member, depth + 1),
            Shape::Constant => schema.constant().is_some_and(Value::is_null),
            Shape::OrNull(_) | Shape::Anything | Shape::Union(_) | Shape::Composed => true,
            shape => self.admits_null(&schema, shape),
        }
    }
}

/// So many schemas lead from one to the next; a loop of them is reported elsewhere.
const DEPTH: usize = 100;

/// Keywords that are satisfied by `null`, once the types admit it: they are of other values, or list it.
const OF_OTHERS: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "const",
    "contains",
    "contentEncoding",
    "dependentRequired",
    "dependentSchemas",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "properties",
    "propertyNames",
    "required",
    "type",
    "unevaluatedItems",
    "unevaluatedProperties",
    "uniqueItems",
];
