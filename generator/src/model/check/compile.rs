//! From a Schema Object to what it says.

use serde_json::{Map, Value};

use super::progress::Step;
use super::{AnchorsId, CheckId, Direction, Keyword, Schema, SimpleType, called};
use crate::document::Version;
use crate::model::name::Name;
use crate::model::reader::Reader;
use crate::source::Pointer;

/// Makes static data of a schema.
pub(super) struct Compiler<'r, 'd> {
    pub(super) reader: &'r mut Reader<'d>,
    /// The static data that it becomes, or is in.
    owner: CheckId,
    pub(super) direction: Direction,
    /// What patterns in it are called.
    pub(super) name: Name,
    /// Whether what is compiled is held against the value that the whole is held against, and not against one inside.
    same_value: bool,
}

/// A Schema Object.
pub(super) struct Object<'o, 'd> {
    pub(super) map: &'d Map<String, Value>,
    pub(super) pointer: &'o Pointer,
}

impl<'d> Object<'_, 'd> {
    pub(super) fn get(&self, keyword: &str) -> Option<(&'d Value, Pointer)> {
        Some((self.map.get(keyword)?, self.pointer.member(keyword)))
    }
}

impl Reader<'_> {
    /// What the schema at `pointer` says, which becomes `owner`; patterns in it are called `name`.
    pub(super) fn compile(
        &mut self,
        owner: CheckId,
        pointer: &Pointer,
        direction: Direction,
        name: Name,
    ) -> Schema {
        let Some(value) = pointer.of(self.document.tree) else { return Schema::Boolean(true) };
        let mut compiler = Compiler { reader: self, owner, direction, name, same_value: true };
        match compiler.schema(value, pointer) {
            // Whoever refers to it may come from another resource.
            Schema::Keywords(keywords) if compiler.reader.resources.root(pointer) != *pointer => {
                let resource = compiler.resource(pointer);
                Schema::Keywords(resource.into_iter().chain(keywords).collect())
            }
            schema => schema,
        }
    }
}

impl<'d> Compiler<'_, 'd> {
    /// The same, for a value inside.
    pub(super) fn inside(&mut self) -> Compiler<'_, 'd> {
        let (owner, direction, name) = (self.owner, self.direction, self.name.clone());
        Compiler { reader: self.reader, owner, direction, name, same_value: false }
    }

    /// What `value`, the schema at `pointer`, says.
    pub(super) fn schema(&mut self, value: &'d Value, pointer: &Pointer) -> Schema {
        let map = match value {
            Value::Object(map) => map,
            // Anything else is no schema, which has been reported.
            other => return Schema::Boolean(other != &Value::Bool(false)),
        };
        let object = Object { map, pointer };
        let mut keywords = Vec::new();
        if self.reader.resources.root(pointer) == *pointer {
            keywords.extend(self.resource(pointer));
        }
        // What stands beside a reference means nothing in 3.0.
        let alone = self.is_3_0() && map.contains_key("$ref");
        for (keyword, value) in map.iter().filter(|(keyword, _)| !alone || *keyword == "$ref") {
            self.keyword(&object, keyword, value, &mut keywords);
        }
        keywords.extend(self.optional_inside(&object, "unevaluatedItems").map(Keyword::UnevaluatedItems));
        let properties = self.optional_inside(&object, "unevaluatedProperties");
        keywords.extend(properties.map(Keyword::UnevaluatedProperties));
        self.or_null(pointer, Schema::of(keywords))
    }

    /// Adds `null` to a schema of 3.0 that is `nullable` and says what a value is by an `allOf`.
    fn or_null(&self, pointer: &Pointer, schema: Schema) -> Schema {
        let read = self.reader.schema(pointer.clone()).filter(|_| self.is_3_0());
        if !read.is_some_and(|read| read.nullable() && read.only_member().is_some()) {
            return schema;
        }
        let null = Schema::Keywords(vec![Keyword::Type(vec![SimpleType::Null])]);
        Schema::Keywords(vec![Keyword::AnyOf(vec![schema, null])])
    }

    fn keyword(
        &mut self,
        object: &Object<'_, 'd>,
        keyword: &str,
        value: &'d Value,
        keywords: &mut Vec<Keyword>,
    ) {
        match keyword {
            "$ref" => keywords.extend(self.reference(object, value)),
            "$dynamicRef" => keywords.extend(self.dynamic_reference(object, value)),
            // An encoding says more than the format beside it.
            "format" if object.map.contains_key("contentEncoding") => {}
            "format" | "contentEncoding" => keywords.extend(self.format(object, value)),
            _ => match self.assertion(object, keyword, value) {
                Some(assertion) => keywords.push(assertion),
                None => keywords.extend(self.applicator(object, keyword)),
            },
        }
    }

    fn reference(&mut self, object: &Object<'_, 'd>, value: &Value) -> Option<Keyword> {
        let target = self.reader.schema_target("$ref", value.as_str()?, object.pointer)?;
        Some(Keyword::Ref(self.step(object, "$ref", target.pointer)))
    }

    fn dynamic_reference(&mut self, object: &Object<'_, 'd>, value: &Value) -> Option<Keyword> {
        let target = self.reader.schema_target("$dynamicRef", value.as_str()?, object.pointer)?;
        let initial = self.step(object, "$dynamicRef", target.pointer);
        Some(match target.dynamic {
            Some(anchor) => Keyword::DynamicRef { anchor, initial },
            None => Keyword::Ref(initial),
        })
    }

    fn step(&mut self, object: &Object<'_, 'd>, keyword: &str, target: Pointer) -> CheckId {
        let wanted = called(&target);
        let to = self.reader.check(target, self.direction, &wanted);
        if self.same_value {
            let at = object.pointer.member(keyword);
            self.reader.checks.steps.push(Step { from: self.owner, to, at });
        }
        to
    }

    /// The keyword that says which anchors there are in the resource around `pointer`, where it has some.
    fn resource(&mut self, pointer: &Pointer) -> Option<Keyword> {
        let root = self.reader.resources.root(pointer);
        self.anchors(root).map(Keyword::Resource)
    }

    fn anchors(&mut self, root: Pointer) -> Option<AnchorsId> {
        let key = (root.clone(), self.direction);
        if let Some(known) = self.reader.checks.by_resource.get(&key) {
            return *known;
        }
        let anchors = self.reader.resources.dynamic_anchors(&root).into_iter().map(|(name, pointer)| {
            let wanted = called(&pointer);
            (name, self.reader.check(pointer, self.direction, &wanted))
        });
        let anchors: Vec<_> = anchors.collect();
        let id = (!anchors.is_empty()).then(|| self.reader.checks.new_anchors(root, anchors));
        self.reader.checks.by_resource.insert(key, id);
        id
    }

    pub(super) fn is_3_0(&self) -> bool {
        self.reader.document.version == Version::V3_0
    }
}
