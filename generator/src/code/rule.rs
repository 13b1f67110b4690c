//! Types as they are written, and the rules by which they are read.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::imports::Imports;
use super::schema::Used;
use crate::model::{
    Api, Bound, Bounds, CheckId, Checks, Into, Items, Kind, Length, Parsed, Security, Text, Type, Types,
    Width,
};

const DECODE: &str = "::specwright_runtime::decode";
const JSON: &str = "::specwright_runtime::json";
const MULTIPART: &str = "::specwright_runtime::multipart";
const FORMAT: &str = "::specwright_runtime::format";

/// How types are written in one file.
pub(super) struct Writing<'w> {
    pub(super) types: &'w Types,
    pub(super) checks: &'w Checks,
    pub(super) used: &'w Used,
    pub(super) security: &'w Security,
    pub(super) imports: &'w Imports<'w>,
    /// Whether the file is the one that declares the types.
    pub(super) at_home: bool,
}

impl<'w> Writing<'w> {
    /// How types are written in a file that declares none.
    pub(super) fn of(api: &'w Api, used: &'w Used, imports: &'w Imports<'w>) -> Self {
        let Api { types, checks, security, .. } = api;
        Self { types, checks, used, security, imports, at_home: false }
    }
}

impl Writing<'_> {
    /// `ty` as a type of Rust.
    pub(super) fn ty(&self, ty: &Type) -> TokenStream {
        match ty {
            Type::String(_) | Type::Binary => self.imports.prelude("String"),
            Type::File(_) => self.imports.external(MULTIPART, "File"),
            Type::Parsed(parsed) => self.parsed_type(parsed),
            Type::Null => quote!(()),
            Type::Json => self.imports.external(JSON, "Json"),
            // It is written and read where it stands.
            Type::Constant(_) => TokenStream::new(),
            Type::Tuple(types) => {
                let types = types.iter().map(|ty| self.ty(ty));
                quote!((#(#types,)*))
            }
            Type::Map(member, _) => {
                let (map, string) =
                    (self.imports.external("::std::collections", "BTreeMap"), self.imports.prelude("String"));
                let member = self.ty(member);
                quote!(#map<#string, #member>)
            }
            Type::Checked(inner, _) => self.ty(inner),
            Type::Integer { width: Width::Int32, .. } => quote!(i32),
            Type::Integer { width: Width::Int64 | Width::Unsaid, .. } => quote!(i64),
            Type::Number { single: true, .. } => quote!(f32),
            Type::Number { single: false, .. } => quote!(f64),
            Type::Boolean => quote!(bool),
            Type::List(item, _) => {
                let (vec, item) = (self.imports.prelude("Vec"), self.ty(item));
                quote!(#vec<#item>)
            }
            Type::Nullable(inner) => self.optional(inner),
            Type::Named(_) => self.named(ty),
            Type::Boxed(_) => {
                let (boxed, named) = (self.imports.prelude("Box"), self.named(ty));
                quote!(#boxed<#named>)
            }
        }
    }

    /// `ty`, or nothing.
    pub(super) fn optional(&self, ty: &Type) -> TokenStream {
        let (option, inner) = (self.imports.prelude("Option"), self.ty(ty));
        quote!(#option<#inner>)
    }

    fn named(&self, ty: &Type) -> TokenStream {
        let (Type::Named(id) | Type::Boxed(id)) = ty else { return TokenStream::new() };
        match self.types.item(*id) {
            Some(item) if self.at_home => {
                let name = &item.name;
                quote!(#name)
            }
            Some(item) => self.imports.local("super::types", &item.name),
            None => TokenStream::new(),
        }
    }

    /// The rule by which `ty` is read: `STRING.length(1, 100)`.
    pub(super) fn rule(&self, ty: &Type) -> TokenStream {
        let decode = |name: &str| self.imports.external(DECODE, name);
        match ty {
            Type::String(text) => {
                let string = decode("STRING");
                let bounds = self.length(text.length, ["length", "min_length", "max_length"]);
                let pattern = text.pattern.map(|id| {
                    let pattern = self.pattern(id);
                    quote!(.pattern(#pattern))
                });
                let format = text.format.map(|format| {
                    let format = self.format(format.variant);
                    quote!(.format(#format))
                });
                quote!(#string #bounds #pattern #format)
            }
            Type::Binary => decode("STRING"),
            Type::File(length) => {
                let file = self.imports.external(MULTIPART, "FILE");
                let bounds = self.length(*length, ["length", "min_length", "max_length"]);
                quote!(#file #bounds)
            }
            Type::Parsed(parsed) => {
                let (rule, ty) = (decode("parsed"), self.parsed_type(parsed));
                let format = self.format(parsed.format.variant);
                quote!(#rule::<#ty>(#format))
            }
            Type::Integer { width, bounds, multiple } => {
                let integer = decode(match width {
                    Width::Unsaid => "INTEGER",
                    Width::Int32 => "INT32",
                    Width::Int64 => "INT64",
                });
                let bounds = integers(*bounds, *width);
                let multiple = multiple.map(|divisor| {
                    let divisor = self::integer(divisor);
                    quote!(.multiple_of(#divisor))
                });
                quote!(#integer #bounds #multiple)
            }
            Type::Number { single, bounds, multiple } => {
                let rule = decode(if *single { "FLOAT" } else { "NUMBER" });
                let bounds = edges(*bounds, number);
                let multiple = multiple.as_ref().map(|divisor| quote!(.multiple_of(#divisor)));
                quote!(#rule #bounds #multiple)
            }
            Type::Null => decode("NULL"),
            Type::Json => {
                let (of, json) = (decode("of"), self.imports.external(JSON, "Json"));
                quote!(#of::<#json>())
            }
            Type::Constant(value) => {
                let (rule, value) = (decode("constant"), self.json(value));
                quote!(#rule(&#value))
            }
            Type::Tuple(types) => {
                let (rule, types) = (decode("tuple"), types.iter().map(|ty| self.rule(ty)));
                quote!(#rule((#(#types,)*)))
            }
            Type::Map(member, length) => {
                let (map, member) = (decode("map"), self.rule(member));
                let bounds = self.length(*length, ["properties", "min_properties", "max_properties"]);
                quote!(#map(#member) #bounds)
            }
            Type::Checked(inner, id) => self.checked_rule(inner, *id),
            Type::Boolean => decode("BOOLEAN"),
            Type::List(item, items) => self.list(self.rule(item), items),
            Type::Nullable(inner) => {
                let (nullable, inner) = (decode("nullable"), self.rule(inner));
                quote!(#nullable(#inner))
            }
            Type::Named(id) => match self.types.item(*id).map(|item| &item.kind) {
                Some(Kind::Alias(meaning)) => self.rule(meaning),
                _ => {
                    let (of, named) = (decode("of"), self.named(ty));
                    quote!(#of::<#named>())
                }
            },
            Type::Boxed(_) => {
                let (of, boxed) = (decode("of"), self.ty(ty));
                quote!(#of::<#boxed>())
            }
        }
    }

    /// The rule of what a schema checks as a whole, so that nothing else has to.
    fn checked_rule(&self, inner: &Type, id: CheckId) -> TokenStream {
        let schema = self.check(id);
        let plain = match inner {
            Type::String(_) => Type::String(Text::default()),
            Type::Integer { width, .. } => {
                Type::Integer { width: *width, bounds: Bounds::default(), multiple: None }
            }
            Type::Number { single, .. } => {
                Type::Number { single: *single, bounds: Bounds::default(), multiple: None }
            }
            Type::Map(member, _) => Type::Map(member.clone(), Length::default()),
            Type::List(item, _) => {
                let list = self.rule(&Type::List(item.clone(), Items::default()));
                return quote!(#list.checked(#schema));
            }
            other => other.clone(),
        };
        let (checked, rule) = (self.imports.external(DECODE, "checked"), self.rule(&plain));
        quote!(#checked(#rule, #schema))
    }

    /// The rule of an array whose items are read by the rule `item`.
    pub(super) fn list(&self, item: TokenStream, items: &Items) -> TokenStream {
        let list = self.imports.external(DECODE, "list");
        let bounds = self.length(items.length, ["items", "min_items", "max_items"]);
        let unique = items.unique.then(|| quote!(.unique()));
        quote!(#list(#item) #bounds #unique)
    }

    /// The type that texts of a format are read into.
    fn parsed_type(&self, parsed: &Parsed) -> TokenStream {
        const CHRONO: &str = "::specwright_runtime::chrono";
        match &parsed.into {
            Into::Date | Into::DateTime => self.used.feature("chrono"),
            Into::Uuid => self.used.feature("uuid"),
            Into::Net(_) | Into::Bytes(_) | Into::Own(_) => {}
        }
        match &parsed.into {
            Into::Date => self.imports.external(CHRONO, "NaiveDate"),
            Into::DateTime => {
                let (moment, offset) =
                    (self.imports.external(CHRONO, "DateTime"), self.imports.external(CHRONO, "FixedOffset"));
                quote!(#moment<#offset>)
            }
            Into::Uuid => self.imports.external("::specwright_runtime::uuid", "Uuid"),
            Into::Net(name) => self.imports.external("::std::net", name),
            Into::Bytes(name) => self.imports.external(FORMAT, name),
            Into::Own(path) => {
                let (text, path) = (self.imports.external(FORMAT, "Text"), super::imports::path(path));
                quote!(#text<#path>)
            }
        }
    }

    fn format(&self, variant: &str) -> TokenStream {
        let (format, variant) = (self.imports.external(FORMAT, "Format"), format_ident!("{variant}"));
        quote!(#format::#variant)
    }

    fn length(&self, length: Length, [both, min, max]: [&str; 3]) -> TokenStream {
        let ident = |name: &str| format_ident!("{name}");
        let least = Literal::u64_unsuffixed(length.min);
        match (length.min, length.max.map(Literal::u64_unsuffixed)) {
            (0, None) => TokenStream::new(),
            (0, Some(most)) => {
                let max = ident(max);
                quote!(.#max(#most))
            }
            (_, None) => {
                let min = ident(min);
                quote!(.#min(#least))
            }
            (_, Some(most)) => {
                let both = ident(both);
                quote!(.#both(#least, #most))
            }
        }
    }
}

/// The bounds of an integer. Those of its width are the runtime's own.
fn integers(bounds: Bounds<i64>, width: Width) -> TokenStream {
    let (least, most) = match width {
        Width::Int32 => (i64::from(i32::MIN), i64::from(i32::MAX)),
        Width::Int64 => (i64::MIN, i64::MAX),
        Width::Unsaid => return edges(bounds, integer),
    };
    let within = |bound: &Bound<i64>| {
        (least < bound.value && bound.value < most)
            || (bound.exclusive && (bound.value == least || bound.value == most))
    };
    let (lower, upper) = (bounds.lower.filter(within), bounds.upper.filter(within));
    edges(Bounds { lower, upper }, integer)
}

fn edges<N>(bounds: Bounds<N>, literal: impl Fn(N) -> TokenStream) -> TokenStream {
    let method = |bound: Bound<N>, inclusive: &str, exclusive: &str| {
        let name = format_ident!("{}", if bound.exclusive { exclusive } else { inclusive });
        let value = literal(bound.value);
        quote!(.#name(#value))
    };
    match (bounds.lower, bounds.upper) {
        (Some(Bound { value: lower, exclusive: false }), Some(Bound { value: upper, exclusive: false })) => {
            let (lower, upper) = (literal(lower), literal(upper));
            quote!(.range(#lower, #upper))
        }
        (lower, upper) => {
            let lower = lower.map(|bound| method(bound, "min", "above"));
            let upper = upper.map(|bound| method(bound, "max", "below"));
            quote!(#lower #upper)
        }
    }
}

/// An integer with its sign; the least has no literal of its own.
pub(super) fn integer(value: i64) -> TokenStream {
    let size = Literal::i64_unsuffixed(value.saturating_abs());
    match value {
        i64::MIN => quote!(i64::MIN),
        i64::MAX => quote!(i64::MAX),
        negative if negative < 0 => quote!(-#size),
        _ => quote!(#size),
    }
}

/// A number with its sign, in the shortest form that means it: `0.1`, `1e300`.
pub(super) fn number(value: f64) -> TokenStream {
    let shortest = format!("{:?}", value.abs()).parse();
    let size: Literal = shortest.unwrap_or_else(|_| Literal::f64_unsuffixed(value.abs()));
    if value < 0.0 { quote!(-#size) } else { quote!(#size) }
}
