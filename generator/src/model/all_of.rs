//! Several schemas that hold at once: `allOf`, and what stands beside a `$ref`.

use std::collections::BTreeSet;

use super::name::Name;
use super::object::Members;
use super::reader::Reader;
use super::types::{Kind, Text, Type, Types};
use crate::diagnostic::{Code, Place};
use crate::document::{Additional, Schema};
use crate::source::Pointer;

/// A `type` beside the `allOf` of one schema, which has become a type itself.
pub(super) struct Beside {
    name: String,
    pointer: Pointer,
    ty: Type,
}

impl<'d> Reader<'d> {
    /// The type of `member`, as far as `schema` beside it admits its values. `null` is added where the whole is done.
    pub(super) fn member_type(
        &mut self,
        schema: &Schema<'d>,
        member: Pointer,
        wanted: &Name,
    ) -> Option<Type> {
        let ty = self.read_type(member, wanted)?;
        for name in schema.types() {
            let pointer = schema.member("type");
            self.beside.push(Beside { name: name.to_owned(), pointer, ty: ty.clone() });
        }
        Some(match ty {
            Type::Nullable(inner) if schema.excludes_null() => *inner,
            other => other,
        })
    }

    /// What all schemas in `schema` say together.
    pub(super) fn composed(&mut self, schema: &Schema<'d>, name: &Name) -> Option<Kind> {
        self.references_lead_somewhere(schema)?;
        let parts = self.parts(schema);
        self.types_meet(schema, &parts)?;
        let objects = parts.iter().all(|part| self.is_object(part, 0))
            && parts.iter().any(|part| part.types() == ["object"]);
        if objects {
            let mut members = Members::default();
            for part in &parts {
                members.add(part);
            }
            for part in &parts {
                self.hidden_members(part, &mut members);
            }
            return self.fields(schema, members, name);
        }
        let mut types = Vec::new();
        for part in parts.iter().filter(|part| part.pointer != schema.pointer) {
            let ty = match self.types.by_pointer.get(&part.pointer) {
                Some(id) => Type::Named(*id),
                None => self.read_type(part.pointer.clone(), name)?,
            };
            let ty = plain(ty);
            if ty != Type::Json && !types.contains(&ty) {
                types.push(ty);
            }
        }
        let base = match types.as_slice() {
            [only] => only.clone(),
            all if !all.is_empty() && all.iter().all(|ty| matches!(ty, Type::String(_))) => {
                Type::String(Text::default())
            }
            _ => Type::Json,
        };
        let checked = self.checked(base, &schema.pointer, name);
        Some(self.newtype(checked, &schema.pointer))
    }

    fn references_lead_somewhere(&mut self, schema: &Schema<'d>) -> Option<()> {
        let mut all = vec![schema.clone()];
        all.extend(schema.members_of("allOf").into_iter().filter_map(|at| self.schema(at)));
        for schema in all {
            if let Some(reference) = schema.reference() {
                self.target(reference, &schema.pointer)?;
            }
        }
        Some(())
    }

    /// The schemas that say something of the values of `schema`: those that it refers to, then its own words.
    pub(super) fn parts(&self, schema: &Schema<'d>) -> Vec<Schema<'d>> {
        let (mut parts, mut seen) = (Vec::new(), BTreeSet::new());
        self.add_parts(schema, &mut parts, &mut seen);
        parts
    }

    fn add_parts(&self, schema: &Schema<'d>, parts: &mut Vec<Schema<'d>>, seen: &mut BTreeSet<Pointer>) {
        if !seen.insert(schema.pointer.clone()) {
            return;
        }
        let target = schema.reference().and_then(|reference| self.leads_to(reference, &schema.pointer));
        let members = schema.members_of("allOf");
        for at in target.into_iter().chain(members) {
            if let Some(part) = self.schema(at) {
                self.add_parts(&part, parts, seen);
            }
        }
        if schema.says_more_than(&["$ref", "allOf"]) {
            parts.push(schema.clone());
        }
    }

    /// Whether an object of `schema` may have a `property` that is said something of, in any of its schemas.
    pub(super) fn says_of(&self, schema: &Schema<'d>, property: &str) -> bool {
        let mut members = Members::default();
        for part in self.parts(schema) {
            members.add(&part);
            self.hidden_members(&part, &mut members);
        }
        members.hidden || members.declares(property) || members.required.contains(&property)
    }

    /// Whether `part` says something of objects, and nothing of other values that a struct would not.
    fn is_object(&self, part: &Schema<'d>, depth: usize) -> bool {
        const WORDS: [&str; 6] = [
            "properties",
            "required",
            "additionalProperties",
            "minProperties",
            "maxProperties",
            "patternProperties",
        ];
        if part.has("enum") || part.has("const") || depth > DEPTH {
            return false;
        }
        let branches = ["oneOf", "anyOf"].into_iter().flat_map(|key| part.members_of(key));
        let branches: Vec<Schema<'d>> = branches.filter_map(|at| self.behind(at)).collect();
        let typed = match part.types().as_slice() {
            ["object"] => true,
            [] if !part.has("type") => WORDS.iter().any(|key| part.has(key)) || !branches.is_empty(),
            _ => false,
        };
        typed && branches.iter().all(|branch| self.is_object(branch, depth + 1))
    }

    /// The schema at `at`, behind any number of plain references.
    fn behind(&self, at: Pointer) -> Option<Schema<'d>> {
        let mut schema = self.schema(at)?;
        for _ in 0..DEPTH {
            match schema.reference() {
                Some(reference) if !schema.says_more_than(&["$ref"]) => {
                    schema = self.schema(self.leads_to(reference, &schema.pointer)?)?;
                }
                _ => break,
            }
        }
        Some(schema)
    }

    /// Notes that members are described where a schema holds only for some objects, and that no field has them.
    pub(super) fn hidden_members(&self, schema: &Schema<'d>, members: &mut Members<'d>) {
        let (mut open, mut seen) = (self.branches(schema), BTreeSet::new());
        while let Some(at) = open.pop() {
            let Some(branch) = self.schema(at).filter(|branch| seen.insert(branch.pointer.clone())) else {
                continue;
            };
            let known = |wire: &str| members.properties.iter().any(|(known, _)| *known == wire);
            members.hidden |= branch.properties().iter().any(|(wire, _)| !known(wire))
                || branch.has("patternProperties")
                || matches!(branch.additional_properties(), Additional::Schema(_));
            open.extend(branch.reference().and_then(|reference| self.leads_to(reference, &branch.pointer)));
            open.extend(branch.members_of("allOf"));
            open.extend(self.branches(&branch));
        }
    }

    /// Where the schemas stand that hold for some values of `schema`.
    fn branches(&self, schema: &Schema<'d>) -> Vec<Pointer> {
        let lists = ["oneOf", "anyOf"].into_iter().flat_map(|key| schema.members_of(key));
        let single =
            ["if", "then", "else"].into_iter().filter(|key| schema.has(key)).map(|key| schema.member(key));
        let dependent = schema.member("dependentSchemas");
        let names = dependent.of(self.document.tree).and_then(serde_json::Value::as_object);
        let dependent = names.into_iter().flatten().map(|(name, _)| dependent.member(name));
        lists.chain(single).chain(dependent).collect()
    }

    /// The one of several schemas of a property that says most of its type; `None` where two are objects of their own.
    pub(super) fn most_telling(&self, pointers: &[Pointer]) -> Option<Pointer> {
        let rank = |at: &Pointer| match self.behind(at.clone()) {
            Some(schema) if schema.has("const") => 4,
            Some(schema) if schema.has("enum") => 3,
            Some(schema) if schema.has("type") || schema.has("allOf") || schema.union().is_some() => 2,
            Some(_) => 1,
            None => 0,
        };
        let is_object =
            |at: &&Pointer| self.behind((*at).clone()).is_some_and(|schema| self.is_object(&schema, 0));
        match pointers {
            [only] => Some(only.clone()),
            several if several.iter().filter(is_object).count() > 1 => None,
            several => several.iter().max_by_key(|at| rank(at)).cloned(),
        }
    }

    /// Whether a struct of all properties asks for no less than all schemas in `schema` together.
    pub(super) fn merges_exactly(&self, schema: &Schema<'d>) -> bool {
        const WORDS: [&str; 6] = ["$ref", "allOf", "type", "properties", "required", "format"];
        let parts = self.parts(schema);
        let mut names = BTreeSet::new();
        parts.iter().all(|part| {
            !part.says_more_than(&WORDS)
                && !part.nullable()
                && part.properties().iter().all(|(wire, _)| names.insert(*wire))
        })
    }

    /// Refuses schemas of which no value could be of all types at once.
    fn types_meet(&mut self, schema: &Schema<'d>, parts: &[Schema<'d>]) -> Option<()> {
        let mut common: Option<BTreeSet<&str>> = None;
        for part in parts.iter().filter(|part| part.has("type")) {
            let mut types: BTreeSet<&str> = part.types().into_iter().collect();
            if types.contains("number") {
                types.insert("integer");
            }
            if part.nullable() {
                types.insert("null");
            }
            let types = match &common {
                Some(common) => common.intersection(&types).copied().collect(),
                None => types,
            };
            if types.is_empty() {
                let message = "no value is of all the types that are asked for here";
                self.report(Code::Unsatisfiable, place_within(schema, part), message);
                return None;
            }
            common = Some(types);
        }
        Some(())
    }

    /// Refuses each `type` that the member of its `allOf` contradicts, once all types are known.
    pub(super) fn check_beside(&mut self) {
        for Beside { name, pointer, ty } in std::mem::take(&mut self.beside) {
            let place = Place::Value(pointer);
            if name == "integer" && self.types.has_type(&ty, "number") && !self.types.has_type(&ty, &name) {
                self.unsupported(place, "`integer` beside a number in the `allOf`", "write one schema");
            } else if !self.types.has_type(&ty, &name) {
                let message =
                    format!("a value is not of the type `{name}` and of that in the `allOf` at once");
                self.report(Code::Unsatisfiable, place, message);
            }
        }
    }
}

/// So many schemas lead from one to the next; a loop of them is reported elsewhere.
const DEPTH: usize = 100;

/// The place of `part`, if it is a member of `schema`, or else that of what leads to it.
fn place_within(schema: &Schema<'_>, part: &Schema<'_>) -> Place {
    if schema.members_of("allOf").contains(&part.pointer) {
        return Place::Value(part.pointer.clone());
    }
    Place::Key(schema.member(if schema.has("allOf") { "allOf" } else { "$ref" }))
}

/// The type of all values of `ty` but `null`, whatever is asked of them besides.
fn plain(ty: Type) -> Type {
    match ty {
        Type::Nullable(inner) | Type::Checked(inner, _) => plain(*inner),
        other => other,
    }
}

impl Types {
    /// Whether all values of `ty` but `null` are of the type `name`.
    fn has_type(&self, ty: &Type, name: &str) -> bool {
        match self.meaning(ty) {
            Type::String(_) | Type::Parsed(_) | Type::Binary | Type::File(_) => name == "string",
            Type::Integer { .. } => matches!(name, "integer" | "number"),
            Type::Number { .. } => name == "number",
            Type::Boolean => name == "boolean",
            Type::List(..) | Type::Tuple(_) => name == "array",
            Type::Map(..) => name == "object",
            Type::Nullable(inner) | Type::Checked(inner, _) => self.has_type(inner, name),
            Type::Named(id) | Type::Boxed(id) => match self.item(*id).map(|item| &item.kind) {
                Some(Kind::Struct { .. }) => name == "object",
                Some(Kind::Enum(_)) => name == "string",
                Some(Kind::Newtype(inner)) => self.has_type(inner, name),
                _ => true,
            },
            Type::Json | Type::Null | Type::Constant(_) => true,
        }
    }
}
