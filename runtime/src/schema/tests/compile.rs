//! From the text of a schema to the data that is checked, as a generator would state it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::resource::{Resources, Target, base_of};
use crate::decode::from_slice;
use crate::format::Format;
use crate::json::Json;
use crate::schema::{Anchors, Keyword, Literal, Pattern, Schema, Types};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema by its text, which is good and refers to nothing outside.
pub(super) fn schema(text: &str) -> &'static Schema {
    compile(Resources::default(), json(text)).unwrap()
}

/// A value that stays.
pub(super) fn json(text: &str) -> &'static Json {
    leak(from_slice(text.as_bytes()).unwrap())
}

/// A schema that may refer to what is in `resources`; otherwise why it cannot be compiled.
pub(super) fn compile(mut resources: Resources, schema: &'static Json) -> Result<&'static Schema, String> {
    resources.add("", schema);
    let mut compiler =
        Compiler { resources, made: HashMap::new(), anchors: HashMap::new(), left: Vec::new() };
    let root = compiler.schema(schema, &base_of(schema, ""))?;
    while let Some((schema, base, slot)) = compiler.left.pop() {
        slot.set(compiler.schema(schema, &base)?).unwrap();
    }
    Ok(leak(root))
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

type Slot = &'static OnceLock<Schema>;

struct Compiler {
    resources: Resources,
    /// The targets of references, by where they are in memory.
    made: HashMap<*const Json, Slot>,
    anchors: HashMap<String, Anchors>,
    /// The targets that are not compiled yet, and their bases.
    left: Vec<(&'static Json, String, Slot)>,
}

impl Compiler {
    fn schema(&mut self, schema: &'static Json, outer: &str) -> Result<Schema, String> {
        if let Json::Bool(value) = schema {
            return Ok(Schema::Boolean(*value));
        }
        // the base of a resource that was referred to has its `$id` in it
        let base = if self.is_root(schema, outer) { outer.to_owned() } else { base_of(schema, outer) };
        let dialect = schema.get("$schema").and_then(Json::as_str).unwrap_or(DIALECT);
        if dialect != DIALECT {
            return Err(format!("of another dialect: {dialect}"));
        }
        let mut keywords = Vec::new();
        if self.is_root(schema, &base) {
            keywords.extend(self.resource(&base));
        }
        for (name, value) in schema.members() {
            keywords.extend(self.keyword(schema, name, value, &base)?);
        }
        for (name, value) in schema.members() {
            keywords.extend(self.unevaluated(name, value, &base)?);
        }
        Ok(Schema::Keywords(keywords.leak()))
    }

    fn is_root(&self, schema: &'static Json, base: &str) -> bool {
        self.resources.get(base).is_some_and(|resource| std::ptr::eq(resource.root, schema))
    }

    /// The anchors of a resource, if it has any.
    fn resource(&mut self, base: &str) -> Option<Keyword> {
        if !self.anchors.contains_key(base) {
            let dynamic = self.resources.get(base)?.dynamic.clone();
            let anchors: Vec<_> = dynamic
                .into_iter()
                .map(|(name, schema)| {
                    let target = vec![Keyword::Late(self.slot(schema, base))];
                    (name, leak(Schema::Keywords(target.leak())))
                })
                .collect();
            self.anchors.insert(base.to_owned(), anchors.leak());
        }
        let anchors = self.anchors[base];
        (!anchors.is_empty()).then_some(Keyword::Resource(anchors))
    }

    fn slot(&mut self, schema: &'static Json, base: &str) -> Slot {
        let left = &mut self.left;
        self.made.entry(schema).or_insert_with(|| {
            let slot = leak(OnceLock::new());
            left.push((schema, base.to_owned(), slot));
            slot
        })
    }

    /// The target of a reference, inside its resource.
    fn target(&mut self, target: &Target) -> &'static Schema {
        let mut keywords: Vec<_> = self.resource(&target.base).into_iter().collect();
        keywords.push(Keyword::Late(self.slot(target.schema, &target.base)));
        leak(Schema::Keywords(keywords.leak()))
    }

    fn reference(&mut self, value: &'static Json, base: &str) -> Result<Keyword, String> {
        let target = self.resources.target(base, value.as_str().unwrap())?;
        Ok(Keyword::Ref(self.target(&target)))
    }

    fn dynamic_reference(&mut self, value: &'static Json, base: &str) -> Result<Keyword, String> {
        let reference = value.as_str().unwrap();
        let target = self.resources.target(base, reference)?;
        let initial = self.target(&target);
        let anchor = reference.split_once('#').map_or("", |(_, fragment)| fragment);
        Ok(if target.is_dynamic { Keyword::DynamicRef { anchor, initial } } else { Keyword::Ref(initial) })
    }

    fn keyword(
        &mut self,
        schema: &'static Json,
        name: &str,
        value: &'static Json,
        base: &str,
    ) -> Result<Option<Keyword>, String> {
        Ok(Some(match name {
            "type" => Keyword::Type(types(value)),
            "enum" => Keyword::Enum(literals(value.items())),
            "const" => Keyword::Const(literal(value)),
            "multipleOf" => Keyword::MultipleOf(number(value)),
            "maximum" => Keyword::Maximum(number(value)),
            "exclusiveMaximum" => Keyword::ExclusiveMaximum(number(value)),
            "minimum" => Keyword::Minimum(number(value)),
            "exclusiveMinimum" => Keyword::ExclusiveMinimum(number(value)),
            "maxLength" => Keyword::MaxLength(size(value)),
            "minLength" => Keyword::MinLength(size(value)),
            "pattern" => Keyword::Pattern(pattern(value.as_str().unwrap())?),
            "format" => return Ok(format(value).map(Keyword::Format)),
            "maxItems" => Keyword::MaxItems(size(value)),
            "minItems" => Keyword::MinItems(size(value)),
            "uniqueItems" if value.as_bool() == Some(true) => Keyword::UniqueItems,
            "contains" => Keyword::Contains {
                schema: self.inner(value, base)?,
                min: schema.get("minContains").map_or(1, size),
                max: schema.get("maxContains").map(size),
            },
            "prefixItems" => Keyword::Items {
                prefix: self.list(value, base)?,
                rest: self.optional(schema, "items", base)?,
            },
            "items" if schema.get("prefixItems").is_none() => {
                Keyword::Items { prefix: &[], rest: Some(self.inner(value, base)?) }
            }
            "maxProperties" => Keyword::MaxProperties(size(value)),
            "minProperties" => Keyword::MinProperties(size(value)),
            "required" => Keyword::Required(names(value)),
            "dependentRequired" => {
                let members = value.members().iter().map(|(name, others)| (name.as_str(), names(others)));
                Keyword::DependentRequired(members.collect::<Vec<_>>().leak())
            }
            "properties" => self.properties(schema, base)?,
            "patternProperties" if schema.get("properties").is_none() => self.properties(schema, base)?,
            "additionalProperties"
                if schema.get("properties").is_none() && schema.get("patternProperties").is_none() =>
            {
                self.properties(schema, base)?
            }
            "propertyNames" => Keyword::PropertyNames(self.inner(value, base)?),
            "allOf" => Keyword::AllOf(self.list(value, base)?),
            "anyOf" => Keyword::AnyOf(self.list(value, base)?),
            "oneOf" => Keyword::OneOf(self.list(value, base)?),
            "not" => Keyword::Not(self.inner(value, base)?),
            "if" => Keyword::If {
                condition: self.inner(value, base)?,
                then: self.optional(schema, "then", base)?,
                otherwise: self.optional(schema, "else", base)?,
            },
            "dependentSchemas" => Keyword::DependentSchemas(self.by_name(value, base)?),
            "$ref" => self.reference(value, base)?,
            "$dynamicRef" => self.dynamic_reference(value, base)?,
            _ => return Ok(None),
        }))
    }

    fn unevaluated(
        &mut self,
        name: &str,
        value: &'static Json,
        base: &str,
    ) -> Result<Option<Keyword>, String> {
        Ok(match name {
            "unevaluatedItems" => Some(Keyword::UnevaluatedItems(self.inner(value, base)?)),
            "unevaluatedProperties" => Some(Keyword::UnevaluatedProperties(self.inner(value, base)?)),
            _ => None,
        })
    }

    fn properties(&mut self, schema: &'static Json, base: &str) -> Result<Keyword, String> {
        let named = schema.get("properties").map_or(Ok(&[][..]), |value| self.by_name(value, base))?;
        let mut patterns = Vec::new();
        for (text, schema) in schema.get("patternProperties").map_or(&[][..], Json::members) {
            patterns.push((pattern(text)?, self.schema(schema, base)?));
        }
        let additional = self.optional(schema, "additionalProperties", base)?;
        Ok(Keyword::Properties { named, patterns: patterns.leak(), additional })
    }

    fn inner(&mut self, schema: &'static Json, base: &str) -> Result<&'static Schema, String> {
        self.schema(schema, base).map(leak)
    }

    fn optional(
        &mut self,
        schema: &'static Json,
        name: &str,
        base: &str,
    ) -> Result<Option<&'static Schema>, String> {
        schema.get(name).map(|schema| self.inner(schema, base)).transpose()
    }

    fn list(&mut self, schemas: &'static Json, base: &str) -> Result<&'static [Schema], String> {
        let schemas = schemas.items().iter().map(|schema| self.schema(schema, base));
        Ok(schemas.collect::<Result<Vec<_>, _>>()?.leak())
    }

    fn by_name(
        &mut self,
        schemas: &'static Json,
        base: &str,
    ) -> Result<&'static [(&'static str, Schema)], String> {
        let schemas = schemas.members().iter();
        let schemas = schemas.map(|(name, schema)| Ok((name.as_str(), self.schema(schema, base)?)));
        Ok(schemas.collect::<Result<Vec<_>, String>>()?.leak())
    }
}

fn types(value: &Json) -> Types {
    let one = |name: &Json| match name.as_str().unwrap() {
        "null" => Types::NULL,
        "boolean" => Types::BOOLEAN,
        "integer" => Types::INTEGER,
        "number" => Types::NUMBER,
        "string" => Types::STRING,
        "array" => Types::ARRAY,
        "object" => Types::OBJECT,
        other => panic!("no type: {other}"),
    };
    match value {
        Json::Array(names) => names.iter().map(one).reduce(Types::or).unwrap(),
        name => one(name),
    }
}

fn literal(value: &'static Json) -> Literal {
    match value {
        Json::Null => Literal::Null,
        Json::Bool(value) => Literal::Bool(*value),
        Json::Number(number) => Literal::Number(number.as_str()),
        Json::String(text) => Literal::String(text),
        Json::Array(items) => Literal::Array(literals(items)),
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| (name.as_str(), literal(value)));
            Literal::Object(members.collect::<Vec<_>>().leak())
        }
    }
}

fn literals(values: &'static [Json]) -> &'static [Literal] {
    values.iter().map(literal).collect::<Vec<_>>().leak()
}

fn number(value: &'static Json) -> &'static str {
    value.as_number().unwrap().as_str()
}

fn size(value: &Json) -> usize {
    value.as_number().unwrap().as_u64().unwrap().try_into().unwrap()
}

fn names(value: &'static Json) -> &'static [&'static str] {
    value.items().iter().map(|name| name.as_str().unwrap()).collect::<Vec<_>>().leak()
}

/// The suite has only names of formats that are not asserted, so they are told apart here.
fn format(value: &Json) -> Option<Format> {
    Some(match value.as_str().unwrap() {
        "asserted-date" => Format::Date,
        "asserted-base64" => Format::Base64,
        _ => return None,
    })
}

#[cfg(feature = "pattern")]
fn pattern(text: &'static str) -> Result<&'static Pattern, String> {
    Ok(leak(Pattern::new(text)))
}

#[cfg(not(feature = "pattern"))]
fn pattern(_: &'static str) -> Result<&'static Pattern, String> {
    Err("patterns are not compiled in".to_owned())
}
