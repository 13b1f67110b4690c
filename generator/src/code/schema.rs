//! `schemas.rs`: what schemas say that no type does, as data of the runtime's module `schema`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::doc::{code, comment};
use super::document::Origin;
use super::file::File;
use super::imports::{Imports, Taken};
use super::rule::Writing;
use crate::model::check::{self, Anchors, AnchorsId, Keyword, Schema, SimpleType, Static};
use crate::model::{CheckId, Checks, Direction, PatternId};

const SCHEMA: &str = "::specwright_runtime::schema";

/// What the other files name of the data: the rest is not written.
#[derive(Debug, Default)]
pub(super) struct Used {
    /// What only debug builds name.
    held: RefCell<BTreeSet<CheckId>>,
    schemas: RefCell<BTreeSet<CheckId>>,
    anchors: RefCell<BTreeSet<AnchorsId>>,
    patterns: RefCell<BTreeSet<PatternId>>,
    features: RefCell<BTreeSet<&'static str>>,
}

impl Used {
    /// Notes that the code needs a feature of the runtime.
    pub(super) fn feature(&self, name: &'static str) {
        self.features.borrow_mut().insert(name);
    }

    /// The features of the runtime that the code needs.
    pub(super) fn features(&self) -> BTreeSet<&'static str> {
        self.features.borrow().clone()
    }
}

/// The file of what is `used`, where that is anything.
pub(super) fn file(checks: &Checks, used: &Used, origin: &Origin) -> Option<File> {
    // Statics are in capitals, so that no name of the document is in the way of another.
    let taken = Taken::default();
    let writer = Writer { checks, used, imports: Imports::new(&taken) };
    let always = writer.items(None);
    used.schemas.borrow_mut().extend(used.held.borrow().iter());
    let Items { schemas, anchors, patterns } = writer.items(Some(&always));
    if schemas.is_empty() && patterns.is_empty() {
        return None;
    }
    let (schemas, anchors, patterns) = (schemas.values(), anchors.values(), patterns.values());
    let uses = writer.imports.items();
    let about = "What schemas of the document say that no type does.";
    if patterns.len() > 0 {
        used.feature("pattern");
    }
    let items = quote!(#uses #(#schemas)* #(#anchors)* #(#patterns)*);
    Some(File::rust("schemas", &[about], items, origin))
}

impl Writing<'_> {
    /// The static data of a schema that debug builds alone name: `schemas::CUT_SHAPE`.
    pub(super) fn held_path(&self, id: CheckId) -> TokenStream {
        self.used.held.borrow_mut().insert(id);
        let name = self.checks.schema(id).map(|schema| &schema.name);
        let schemas = self.imports.schemas();
        quote!(#schemas::#name)
    }

    /// The static data of a schema: `&schemas::CUT_SHAPE`.
    pub(super) fn check(&self, id: CheckId) -> TokenStream {
        let path = self.check_path(id);
        quote!(&#path)
    }

    /// The static data of a schema, by its name: `schemas::CUT_SHAPE`.
    pub(super) fn check_path(&self, id: CheckId) -> TokenStream {
        self.used.schemas.borrow_mut().insert(id);
        let name = self.checks.schema(id).map(|schema| &schema.name);
        let schemas = self.imports.schemas();
        quote!(#schemas::#name)
    }

    /// A value of JSON: `Literal::Number("2")`.
    pub(super) fn json(&self, value: &check::Literal) -> TokenStream {
        literal(&self.imports.external(SCHEMA, "Literal"), value)
    }

    /// A pattern: `&schemas::SKU_PATTERN`.
    pub(super) fn pattern(&self, id: PatternId) -> TokenStream {
        self.used.patterns.borrow_mut().insert(id);
        let name = self.checks.pattern(id).map(|pattern| &pattern.name);
        let schemas = self.imports.schemas();
        quote!(&#schemas::#name)
    }
}

/// What keeps an item out of release builds, unless they need it.
fn gate(always: bool) -> TokenStream {
    if always { TokenStream::new() } else { quote!(#[cfg(debug_assertions)]) }
}

struct Writer<'w> {
    checks: &'w Checks,
    used: &'w Used,
    imports: Imports<'w>,
}

type ById<Id> = BTreeMap<Id, TokenStream>;

/// What the file holds.
struct Items {
    schemas: ById<CheckId>,
    anchors: ById<AnchorsId>,
    patterns: ById<PatternId>,
}

impl Writer<'_> {
    /// All that is used, and all that is used by it.
    fn items(&self, always: Option<&Items>) -> Items {
        let (mut schemas, mut anchors) = (BTreeMap::new(), BTreeMap::new());
        loop {
            let next = self.used.schemas.borrow().iter().find(|id| !schemas.contains_key(*id)).copied();
            if let Some(id) = next {
                let gate = gate(always.is_none_or(|always| always.schemas.contains_key(&id)));
                let item = self.checks.schema(id).map(|item| self.schema_item(item, &gate));
                schemas.insert(id, item.unwrap_or_default());
                continue;
            }
            let next = self.used.anchors.borrow().iter().find(|id| !anchors.contains_key(*id)).copied();
            let Some(id) = next else { break };
            let gate = gate(always.is_none_or(|always| always.anchors.contains_key(&id)));
            let item = self.checks.anchors(id).map(|item| self.anchors_item(item, &gate));
            anchors.insert(id, item.unwrap_or_default());
        }
        let patterns = self.used.patterns.borrow();
        let patterns = patterns.iter().copied().map(|id| {
            let gate = gate(always.is_none_or(|always| always.patterns.contains_key(&id)));
            (id, self.pattern_item(id, &gate))
        });
        Items { schemas, anchors, patterns: patterns.collect() }
    }

    fn schema_item(&self, item: &Static, gate: &TokenStream) -> TokenStream {
        let way = match item.only {
            Some(Direction::Request) => ", in requests",
            Some(Direction::Response) => ", in responses",
            None => "",
        };
        let about = comment([format!("{}{way}", code(item.pointer.as_str()))]);
        let (name, ty) = (&item.name, self.of_schema("Schema"));
        let schema = self.schema(&item.schema);
        quote!(#about #gate pub(super) static #name: #ty = #schema;)
    }

    fn anchors_item(&self, item: &Anchors, gate: &TokenStream) -> TokenStream {
        let about = comment([match item.pointer.as_str() {
            "" => "Dynamic anchors of the document".to_owned(),
            pointer => format!("Dynamic anchors of {}", code(pointer)),
        }]);
        let (name, ty) = (&item.name, self.of_schema("Anchors"));
        let anchors = item.schemas.iter().map(|(anchor, id)| {
            let schema = self.named(*id);
            quote!((#anchor, #schema))
        });
        quote!(#about #gate static #name: #ty = &[#(#anchors),*];)
    }

    fn pattern_item(&self, id: PatternId, gate: &TokenStream) -> TokenStream {
        let Some(item) = self.checks.pattern(id) else { return TokenStream::new() };
        let about = comment([code(item.pointer.as_str())]);
        let (name, text) = (&item.name, &item.text);
        let schema = self.imports.schema();
        quote!(#about #gate pub(super) static #name: #schema::Pattern = #schema::Pattern::new(#text);)
    }

    /// `name` of the runtime's module `schema`.
    fn of_schema(&self, name: &str) -> TokenStream {
        self.imports.external(SCHEMA, name)
    }

    /// A schema, whose variants are imported as the keywords are.
    fn schema(&self, schema: &Schema) -> TokenStream {
        self.imports.all_of("::specwright_runtime::schema::Schema");
        match schema {
            Schema::Boolean(value) => quote!(Boolean(#value)),
            Schema::Keywords(keywords) => {
                let keywords = keywords.iter().map(|keyword| self.keyword(keyword));
                quote!(Keywords(&[#(#keywords),*]))
            }
        }
    }

    fn schemas(&self, schemas: &[Schema]) -> TokenStream {
        let schemas = schemas.iter().map(|schema| self.schema(schema));
        quote!(&[#(#schemas),*])
    }

    fn schemas_by_name(&self, schemas: &[(String, Schema)]) -> TokenStream {
        let schemas = schemas.iter().map(|(name, schema)| {
            let schema = self.schema(schema);
            quote!((#name, #schema))
        });
        quote!(&[#(#schemas),*])
    }

    fn optional(&self, schema: Option<&Schema>) -> TokenStream {
        match schema.map(|schema| self.schema(schema)) {
            Some(schema) => quote!(Some(&#schema)),
            None => quote!(None),
        }
    }

    fn named(&self, id: CheckId) -> TokenStream {
        self.used.schemas.borrow_mut().insert(id);
        let name = self.checks.schema(id).map(|schema| &schema.name);
        quote!(&#name)
    }

    /// A keyword, whose names are all imported: none of them is in capitals.
    fn keyword(&self, keyword: &Keyword) -> TokenStream {
        self.imports.all_of("::specwright_runtime::schema::Keyword");
        match keyword {
            Keyword::Type(types) => {
                let types = self.types(types);
                quote!(Type(#types))
            }
            Keyword::Enum(values) => {
                let values = values.iter().map(|value| self.literal(value));
                quote!(Enum(&[#(#values),*]))
            }
            Keyword::Const(value) => {
                let value = self.literal(value);
                quote!(Const(#value))
            }
            Keyword::MultipleOf(number) => quote!(MultipleOf(#number)),
            Keyword::Maximum(number) => quote!(Maximum(#number)),
            Keyword::ExclusiveMaximum(number) => quote!(ExclusiveMaximum(#number)),
            Keyword::Minimum(number) => quote!(Minimum(#number)),
            Keyword::ExclusiveMinimum(number) => quote!(ExclusiveMinimum(#number)),
            Keyword::MaxLength(size) => counted("MaxLength", *size),
            Keyword::MinLength(size) => counted("MinLength", *size),
            Keyword::MaxItems(size) => counted("MaxItems", *size),
            Keyword::MinItems(size) => counted("MinItems", *size),
            Keyword::MaxProperties(size) => counted("MaxProperties", *size),
            Keyword::MinProperties(size) => counted("MinProperties", *size),
            Keyword::UniqueItems => quote!(UniqueItems),
            Keyword::Pattern(id) => {
                let pattern = self.pattern(*id);
                quote!(Pattern(#pattern))
            }
            Keyword::Format(format) => {
                let ty = self.imports.external("::specwright_runtime::format", "Format");
                let format = format_ident!("{}", format.variant);
                quote!(Format(#ty::#format))
            }
            Keyword::Required(names) => quote!(Required(&[#(#names),*])),
            Keyword::DependentRequired(names) => {
                let names = names.iter().map(|(name, others)| quote!((#name, &[#(#others),*])));
                quote!(DependentRequired(&[#(#names),*]))
            }
            Keyword::Ref(id) => {
                let target = self.named(*id);
                quote!(Ref(#target))
            }
            Keyword::DynamicRef { anchor, initial } => {
                let initial = self.named(*initial);
                quote!(DynamicRef { anchor: #anchor, initial: #initial })
            }
            Keyword::Resource(id) => {
                self.used.anchors.borrow_mut().insert(*id);
                let anchors = self.checks.anchors(*id).map(|anchors| &anchors.name);
                quote!(Resource(#anchors))
            }
            other => self.applicator(other),
        }
    }

    /// A keyword that holds schemas.
    fn applicator(&self, keyword: &Keyword) -> TokenStream {
        match keyword {
            Keyword::Contains { schema, min, max } => {
                let (schema, min) = (self.schema(schema), Literal::u64_unsuffixed(*min));
                let max = match max.map(Literal::u64_unsuffixed) {
                    Some(max) => quote!(Some(#max)),
                    None => quote!(None),
                };
                quote!(Contains { schema: &#schema, min: #min, max: #max })
            }
            Keyword::Items { prefix, rest } => {
                let (prefix, rest) = (self.schemas(prefix), self.optional(rest.as_deref()));
                quote!(Items { prefix: #prefix, rest: #rest })
            }
            Keyword::Properties { named, patterns, additional } => {
                let named = self.schemas_by_name(named);
                let patterns = patterns.iter().map(|(pattern, schema)| {
                    let (pattern, schema) = (self.pattern(*pattern), self.schema(schema));
                    quote!((#pattern, #schema))
                });
                let additional = self.optional(additional.as_deref());
                quote!(Properties { named: #named, patterns: &[#(#patterns),*], additional: #additional })
            }
            Keyword::If { condition, then, otherwise } => {
                let condition = self.schema(condition);
                let (then, otherwise) = (self.optional(then.as_deref()), self.optional(otherwise.as_deref()));
                quote!(If { condition: &#condition, then: #then, otherwise: #otherwise })
            }
            Keyword::PropertyNames(schema) => self.with_one("PropertyNames", schema),
            Keyword::Not(schema) => self.with_one("Not", schema),
            Keyword::UnevaluatedItems(schema) => self.with_one("UnevaluatedItems", schema),
            Keyword::UnevaluatedProperties(schema) => self.with_one("UnevaluatedProperties", schema),
            Keyword::AllOf(schemas) => self.with_several("AllOf", schemas),
            Keyword::AnyOf(schemas) => self.with_several("AnyOf", schemas),
            Keyword::OneOf(schemas) => self.with_several("OneOf", schemas),
            Keyword::DependentSchemas(schemas) => {
                let schemas = self.schemas_by_name(schemas);
                quote!(DependentSchemas(#schemas))
            }
            _ => TokenStream::new(), // written by `keyword`
        }
    }

    fn with_one(&self, keyword: &str, schema: &Schema) -> TokenStream {
        let (keyword, schema) = (format_ident!("{keyword}"), self.schema(schema));
        quote!(#keyword(&#schema))
    }

    fn with_several(&self, keyword: &str, schemas: &[Schema]) -> TokenStream {
        let (keyword, schemas) = (format_ident!("{keyword}"), self.schemas(schemas));
        quote!(#keyword(#schemas))
    }

    fn pattern(&self, id: PatternId) -> TokenStream {
        self.used.patterns.borrow_mut().insert(id);
        let name = self.checks.pattern(id).map(|pattern| &pattern.name);
        quote!(&#name)
    }

    fn types(&self, types: &[SimpleType]) -> TokenStream {
        let ty = self.of_schema("Types");
        let one = |ty_: &SimpleType| {
            let name = format_ident!("{}", constant(*ty_));
            quote!(#ty::#name)
        };
        let first = types.first().map(one);
        let others = types.iter().skip(1).map(one);
        quote!(#first #(.or(#others))*)
    }

    fn literal(&self, value: &check::Literal) -> TokenStream {
        literal(&self.of_schema("Literal"), value)
    }
}

/// A value of the type `ty`, which is called as the file calls the runtime's `Literal`.
fn literal(ty: &TokenStream, value: &check::Literal) -> TokenStream {
    match value {
        check::Literal::Null => quote!(#ty::Null),
        check::Literal::Bool(value) => quote!(#ty::Bool(#value)),
        check::Literal::Number(text) => quote!(#ty::Number(#text)),
        check::Literal::String(text) => quote!(#ty::String(#text)),
        check::Literal::Array(items) => {
            let items = items.iter().map(|item| literal(ty, item));
            quote!(#ty::Array(&[#(#items),*]))
        }
        check::Literal::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = literal(ty, value);
                quote!((#name, #value))
            });
            quote!(#ty::Object(&[#(#members),*]))
        }
    }
}

fn counted(keyword: &str, size: u64) -> TokenStream {
    let keyword = format_ident!("{keyword}");
    // As many as nothing ever has, on machines of 32 bits, too.
    let size = Literal::u64_unsuffixed(size.min(u64::from(u32::MAX)));
    quote!(#keyword(#size))
}

fn constant(ty: SimpleType) -> &'static str {
    match ty {
        SimpleType::Null => "NULL",
        SimpleType::Boolean => "BOOLEAN",
        SimpleType::Integer => "INTEGER",
        SimpleType::Number => "NUMBER",
        SimpleType::String => "STRING",
        SimpleType::Array => "ARRAY",
        SimpleType::Object => "OBJECT",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::model::checks_of;

    fn written(schemas: &str) -> String {
        let (checks, diagnostics) = checks_of("3.1.0", schemas);
        assert_eq!(diagnostics, []);
        let origin = Origin { shown: "spec.yaml".to_owned(), ..Origin::default() };
        let used = Used::default();
        used.schemas.borrow_mut().extend(checks.ids());
        file(&checks, &used, &origin).unwrap().content
    }

    #[test]
    fn a_schema_is_written_as_the_runtime_reads_it() {
        let text = written(
            "\
Cut:
  type: [object, 'null']
  required: [shape]
  properties:
    shape: {oneOf: [{type: string, minLength: 2, format: uuid}, {$ref: '#/components/schemas/Part'}]}
    size: {multipleOf: 0.01, exclusiveMaximum: 123456789012345678901234567890}
  patternProperties: {'^x-': true}
  additionalProperties: false
Part: {enum: [a, {b: [1, null, true]}], not: {contains: {const: 1.0}, minContains: 2}}
",
        );
        let (_, items) = text.split_once("\n\n").unwrap();
        assert_eq!(
            items,
            r#"use ::specwright_runtime::format::Format;
use ::specwright_runtime::schema::Keyword::*;
use ::specwright_runtime::schema::Schema::*;
use ::specwright_runtime::schema::{self, Literal, Schema, Types};

/// `/components/schemas/Cut`
pub(super) static CUT: Schema = Keywords(&[
    Type(Types::OBJECT.or(Types::NULL)),
    Required(&["shape"]),
    Properties {
        named: &[
            (
                "shape",
                Keywords(&[OneOf(&[
                    Keywords(&[Type(Types::STRING), MinLength(2), Format(Format::Uuid)]),
                    Keywords(&[Ref(&PART)]),
                ])]),
            ),
            (
                "size",
                Keywords(&[MultipleOf("0.01"), ExclusiveMaximum("123456789012345678901234567890")]),
            ),
        ],
        patterns: &[(&CUT_PATTERN, Boolean(true))],
        additional: Some(&Boolean(false)),
    },
]);

/// `/components/schemas/Part`
pub(super) static PART: Schema = Keywords(&[
    Enum(&[
        Literal::String("a"),
        Literal::Object(&[(
            "b",
            Literal::Array(&[Literal::Number("1"), Literal::Null, Literal::Bool(true)]),
        )]),
    ]),
    Not(&Keywords(&[Contains {
        schema: &Keywords(&[Const(Literal::Number("1.0"))]),
        min: 2,
        max: None,
    }])),
]);

/// `/components/schemas/Cut/patternProperties/^x-`
pub(super) static CUT_PATTERN: schema::Pattern = schema::Pattern::new("^x-");
"#
        );
    }

    #[test]
    fn anchors_are_data_of_their_own() {
        let text = written("Tree: {$id: tree, $dynamicAnchor: node, items: {$dynamicRef: '#node'}}\n");
        assert!(text.contains("Keywords(&[\n    Resource(TREE_ANCHORS),\n"), "{text}");
        assert!(text.contains("DynamicRef { anchor: \"node\", initial: &TREE }"), "{text}");
        assert!(text.ends_with("static TREE_ANCHORS: Anchors = &[(\"node\", &TREE)];\n"), "{text}");
    }

    #[test]
    fn where_nothing_is_asked_for_there_is_no_file() {
        assert_eq!(file(&Checks::default(), &Used::default(), &Origin::default()), None);
    }
}
