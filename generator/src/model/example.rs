//! Examples and defaults: values that the document itself says are good (OpenAPI, `example`, `examples` and `default`).

use serde_json::{Number, Value};

use super::check::{CheckId, Checks, Literal, is_multiple, is_unique};
use super::reader::Reader;
use super::types::{Bounds, Field, Item, Kind, Length, Rest, Type, Types, Union, Width};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::Schema;
use crate::source::Pointer;

/// Where an example or a default stands, and of what type it is one.
pub(super) struct Sample {
    rule: Code,
    pointer: Pointer,
    ty: Type,
}

/// What is wrong with a part of a value, and where.
type Misfit = (Pointer, String);

impl<'d> Reader<'d> {
    /// Notes the examples and the default in `schema`, which is read as `ty`.
    pub(super) fn examples_in(&mut self, schema: &Schema<'d>, ty: &Type) {
        let ty = &if schema.nullable() { ty.clone().or_null() } else { ty.clone() };
        self.example(schema.member("example"), ty);
        let examples = schema.member("examples");
        let several = examples.of(self.document.tree).and_then(Value::as_array).map_or(0, Vec::len);
        for index in 0..several {
            self.example(examples.item(index), ty);
        }
        self.default_in(schema, ty);
    }

    /// Notes the default in `schema`, which is read as `ty`, and `null` besides where the schema says so.
    pub(super) fn default_in(&mut self, schema: &Schema<'d>, ty: &Type) {
        let (rule, ty) = (Code::DefaultMismatch, ty.clone());
        self.samples.extend(schema.default().map(|pointer| Sample { rule, pointer, ty }));
    }

    /// Notes the examples of a parameter, a header or a media type at `at`, whose schema is read as `ty`.
    pub(super) fn examples_at(&mut self, at: &Pointer, ty: &Type) {
        self.example(at.member("example"), ty);
        let examples = at.member("examples");
        let several = examples.of(self.document.tree).and_then(Value::as_object);
        for name in several.into_iter().flat_map(|several| several.keys()) {
            self.example(examples.member(name).member("value"), ty);
        }
    }

    fn example(&mut self, pointer: Pointer, ty: &Type) {
        if pointer.of(self.document.tree).is_some() {
            self.samples.push(Sample { rule: Code::ExampleMismatch, pointer, ty: ty.clone() });
        }
    }

    /// Reports each example and each default that its schema refuses, once all types are known.
    ///
    /// Where a reference leads back to itself, there is no end to what a value would be compared with.
    pub(super) fn check_values(&mut self) {
        if self.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::ReferenceLoop) {
            return;
        }
        for Sample { rule, pointer, ty } in std::mem::take(&mut self.samples) {
            let Some(value) = pointer.of(self.document.tree) else { continue };
            if let Err((place, message)) = self.fits(value, &ty, pointer) {
                let what = if rule == Code::DefaultMismatch { "default" } else { "example" };
                let message = format!("the {what} {message}");
                self.diagnostics.push(Diagnostic::new(rule, Place::Value(place), message));
            }
        }
    }
}

impl Reader<'_> {
    /// Whether `value`, which stands at `at`, is a value of `ty`, as far as that can be told without the runtime: formats are its own.
    pub(super) fn fits(&self, value: &Value, ty: &Type, at: Pointer) -> Result<(), Misfit> {
        Fitting { types: &self.types, checks: &self.checks }.fits(value, ty, at)
    }
}

/// What a value is held against.
struct Fitting<'r> {
    types: &'r Types,
    checks: &'r Checks,
}

impl Fitting<'_> {
    fn fits(&self, value: &Value, ty: &Type, at: Pointer) -> Result<(), Misfit> {
        match (ty, value) {
            (Type::Json, _)
            | (Type::Nullable(_) | Type::Null, Value::Null)
            | (Type::Boolean, Value::Bool(_))
            | (Type::Parsed(_) | Type::Binary | Type::File(_), Value::String(_)) => Ok(()),
            (Type::Nullable(ty), _) => self.fits(value, ty, at),
            (Type::Checked(ty, check), _) => {
                self.fits(value, ty, at.clone())?;
                self.holds(*check, value, at)
            }
            (Type::Constant(constant), _) => is_constant(value, constant, at),
            (Type::String(string), Value::String(text)) => {
                if string.pattern.and_then(|id| self.checks.matches(id, text)) == Some(false) {
                    return Err((at, "does not match the `pattern` of its schema".to_owned()));
                }
                counted(text.chars().count(), string.length, "characters", at)
            }
            (Type::Integer { width, bounds, multiple }, Value::Number(number)) => {
                let multiple = multiple.map(|multiple| multiple.to_string());
                whole(number, *width, *bounds, at.clone())?;
                is_multiple_of(number, multiple.as_deref(), at)
            }
            (Type::Number { single, bounds, multiple }, Value::Number(number)) => {
                is_multiple_of(number, multiple.as_deref(), at.clone())?;
                let number = number.as_f64().unwrap_or(f64::INFINITY);
                if *single && (number as f32).is_infinite() {
                    return Err((at, "is too great for single precision".to_owned()));
                }
                within(number, *bounds, at)
            }
            (Type::List(item, items), Value::Array(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.fits(value, item, at.item(index))?;
                }
                if items.unique && !is_unique(values) {
                    return Err((at, "has an item twice, which its schema forbids".to_owned()));
                }
                counted(values.len(), items.length, "items", at)
            }
            (Type::Tuple(types), Value::Array(values)) => {
                let exact = types.len() as u64;
                counted(values.len(), Length { min: exact, max: Some(exact) }, "items", at.clone())?;
                let mut places = types.iter().zip(values).enumerate();
                places.try_for_each(|(index, (ty, value))| self.fits(value, ty, at.item(index)))
            }
            (Type::Map(ty, length), Value::Object(members)) => {
                for (name, value) in members {
                    self.fits(value, ty, at.member(name))?;
                }
                counted(members.len(), *length, "properties", at)
            }
            (Type::Named(id) | Type::Boxed(id), _) => match self.types.item(*id) {
                Some(item) => {
                    self.fits_item(value, item, at.clone())?;
                    item.check.map_or(Ok(()), |check| self.holds(check, value, at))
                }
                None => Ok(()), // refused, for a reason of its own
            },
            _ => misfit(at, value, wanted(ty)),
        }
    }

    /// What no type says.
    fn holds(&self, check: CheckId, value: &Value, at: Pointer) -> Result<(), Misfit> {
        match self.checks.holds(check, value) {
            Some(false) => Err((at, "is not as its schema says".to_owned())),
            Some(true) | None => Ok(()),
        }
    }

    fn fits_item(&self, value: &Value, item: &Item, at: Pointer) -> Result<(), Misfit> {
        match (&item.kind, value) {
            (Kind::Alias(ty) | Kind::Newtype(ty), _) => self.fits(value, ty, at),
            (Kind::Constant(constant), _) => is_constant(value, constant, at),
            (Kind::Union(union), _) => self.fits_union(value, union, at),
            (Kind::Enum(choices), Value::String(text))
                if choices.iter().any(|choice| choice.wire == *text) =>
            {
                Ok(())
            }
            (Kind::Enum(_), _) => Err((at, "is none of the values of the `enum`".to_owned())),
            (Kind::Struct { fields, rest, .. }, Value::Object(members)) => {
                let declared = |name: &String| fields.iter().any(|field| field.wire == *name);
                for (name, value) in members.iter().filter(|(name, _)| !declared(name)) {
                    match rest {
                        Rest::Ignored => {}
                        Rest::Refused => {
                            let message = format!("has the property `{name}`, which its schema forbids");
                            return Err((at.member(name), message));
                        }
                        Rest::Kept(_, ty) => self.fits(value, ty, at.member(name))?,
                    }
                }
                fields.iter().try_for_each(|field| self.fits_field(members.get(&field.wire), field, &at))
            }
            (Kind::Struct { .. }, _) => misfit(at, value, "a map"),
        }
    }

    fn fits_union(&self, value: &Value, union: &Union, at: Pointer) -> Result<(), Misfit> {
        let Some(tag) = &union.tag else {
            let mut variants = union.variants.iter();
            return match variants.any(|variant| self.fits(value, &variant.ty, at.clone()).is_ok()) {
                true => Ok(()),
                false => Err((at, "is as none of its schemas says".to_owned())),
            };
        };
        let said = value.get(&tag.property).and_then(Value::as_str);
        let index =
            tag.values.iter().find(|(value, _)| Some(value.as_str()) == said).map(|(_, index)| *index);
        match index.and_then(|index| union.variants.get(index)) {
            Some(variant) => self.fits(value, &variant.ty, at),
            None => Err((at, format!("has no good `{}`, which its `discriminator` asks for", tag.property))),
        }
    }

    fn fits_field(&self, value: Option<&Value>, field: &Field, at: &Pointer) -> Result<(), Misfit> {
        match value {
            Some(value) => self.fits(value, &field.ty, at.member(&field.wire)),
            None if field.required => {
                Err((at.clone(), format!("lacks the required property `{}`", field.wire)))
            }
            None => Ok(()),
        }
    }
}

fn is_constant(value: &Value, constant: &Literal, at: Pointer) -> Result<(), Misfit> {
    if constant.is(value) { Ok(()) } else { Err((at, format!("must be `{constant}`"))) }
}

fn wanted(ty: &Type) -> &'static str {
    match ty {
        Type::Integer { .. } => "an integer",
        Type::Number { .. } => "a number",
        Type::Boolean => "a boolean",
        Type::Null => "null",
        Type::List(..) | Type::Tuple(_) => "a list",
        Type::Map(..) => "a map",
        _ => "a string",
    }
}

fn misfit(at: Pointer, value: &Value, wanted: &str) -> Result<(), Misfit> {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "a map",
    };
    Err((at, format!("must be {wanted}, not {found}")))
}

fn counted(count: usize, length: Length, parts: &str, at: Pointer) -> Result<(), Misfit> {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    if count < length.min {
        return Err((at, format!("has fewer than {} {parts}", length.min)));
    }
    match length.max.filter(|max| count > *max) {
        Some(max) => Err((at, format!("has more than {max} {parts}"))),
        None => Ok(()),
    }
}

/// `1.0` is an integer, too (JSON Schema Core, section 4.2.1).
fn whole(number: &Number, width: Width, bounds: Bounds<i64>, at: Pointer) -> Result<(), Misfit> {
    let float = number.as_f64().unwrap_or(f64::INFINITY);
    if number.as_i64().is_none() && float.fract() != 0.0 {
        return Err((at, "must be an integer".to_owned()));
    }
    // What is no `i64` lies beyond all of them, or is written as a float.
    if number.as_i64().is_none() && !(-LIMIT..LIMIT).contains(&float) {
        return Err((at, "has more than 64 bits".to_owned()));
    }
    let integer = number.as_i64().unwrap_or(float as i64);
    if width == Width::Int32 && i32::try_from(integer).is_err() {
        return Err((at, "has more than 32 bits".to_owned()));
    }
    within(integer, bounds, at)
}

/// The least number that is greater than every integer of 64 bits.
const LIMIT: f64 = 9_223_372_036_854_775_808.0;

fn is_multiple_of(number: &Number, divisor: Option<&str>, at: Pointer) -> Result<(), Misfit> {
    match divisor.filter(|divisor| is_multiple(number, divisor) == Some(false)) {
        Some(divisor) => Err((at, format!("is no multiple of {divisor}"))),
        None => Ok(()),
    }
}

fn within<N: PartialOrd>(number: N, bounds: Bounds<N>, at: Pointer) -> Result<(), Misfit> {
    let above =
        bounds.lower.is_none_or(|bound| number > bound.value || (!bound.exclusive && number == bound.value));
    let below =
        bounds.upper.is_none_or(|bound| number < bound.value || (!bound.exclusive && number == bound.value));
    if above && below { Ok(()) } else { Err((at, "lies outside the bounds of its schema".to_owned())) }
}
