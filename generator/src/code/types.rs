//! `types.rs`: one type for each schema, and how it is read and written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::default::unchecked;
use super::doc::doc;
use super::document::Origin;
use super::file::File;
use super::imports::{Imports, Taken};
use super::rule::Writing;
use super::schema::Used;
use crate::model::check::Literal;
use crate::model::{Api, Field, Item, Kind, Length, Name, RequestBody, Rest, Type};

const DECODE: &str = "::specwright_runtime::decode";
const ENCODE: &str = "::specwright_runtime::encode";
const FORM: &str = "::specwright_runtime::form";

/// Names that `decode` and `decode_form` need for themselves.
const LOCALS: [&str; 17] = [
    "checked",
    "comma_separated",
    "constant",
    "form",
    "json",
    "list",
    "literal",
    "map",
    "node",
    "nullable",
    "object",
    "of",
    "parsed",
    "pipe_separated",
    "sent_as",
    "space_separated",
    "tuple",
];

pub(super) fn file(api: &Api, taken: &Taken, used: &Used, origin: &Origin) -> File {
    let imports = Imports::new(taken);
    let writing = Writing { at_home: true, ..Writing::of(api, used, &imports) };
    let items: Vec<TokenStream> = api.types.items().map(|item| writing.item(item)).collect();
    let operations = api.groups.iter().flat_map(|group| &group.operations);
    let mut bodies = operations.filter_map(|(_, operation)| operation.body.as_ref());
    if bodies.any(RequestBody::is_multipart) {
        used.feature("multipart");
    }
    let uses = imports.items();
    let items = quote!(#uses #(#items)*);
    File::rust("types", &["One type for each schema of the document."], items, origin)
}

/// What a struct is read from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Object,
    Form,
}

/// What is in a struct.
struct Members<'f> {
    fields: &'f [Field],
    rest: &'f Rest,
    ignored: &'f [String],
}

impl Writing<'_> {
    fn item(&self, item: &Item) -> TokenStream {
        match &item.kind {
            Kind::Struct { fields, rest, ignored } => {
                self.structure(item, &Members { fields, rest, ignored })
            }
            Kind::Enum(choices) => self.choices(item, choices),
            Kind::Union(union) => self.union(item, union),
            Kind::Constant(value) => self.constant(item, value),
            Kind::Newtype(ty) => self.newtype(item, ty),
            Kind::Alias(ty) => {
                let (doc, name, ty) = (doc("", &item.doc), &item.name, self.ty(ty));
                quote!(#doc pub type #name = #ty;)
            }
        }
    }

    fn structure(&self, item: &Item, all: &Members<'_>) -> TokenStream {
        let (about, name) = (doc("", &item.doc), &item.name);
        let Members { fields, rest, .. } = all;
        let members = fields.iter().filter(|field| field.has_room()).map(|field| {
            let (about, name) = (doc("", &field.doc), &field.name);
            let ty = if field.is_there() { self.ty(&field.ty) } else { self.optional(&field.ty) };
            quote!(#about pub #name: #ty)
        });
        let others = match rest {
            Rest::Kept(name, ty) => {
                let ty = self.ty(&Type::Map(Box::new(ty.clone()), Length::default()));
                Some(quote!(#[doc = " The other members."] pub #name: #ty,))
            }
            Rest::Ignored | Rest::Refused => None,
        };
        let decode = item.decoded.then(|| self.decode(item, all));
        let decode_form = item.in_forms.then(|| self.decode_form(item, all));
        let encode = item.encoded.then(|| self.encode(name, all));
        let is_secret = fields.iter().any(|field| self.types.is_secret(field));
        let debug = is_secret.then(|| self.debug(name, fields));
        let derive = match (is_secret, item.has_files()) {
            (true, true) => TokenStream::new(),
            (false, true) => quote!(#[derive(Debug)]),
            (true, false) => quote!(#[derive(Clone, PartialEq)]),
            (false, false) => quote!(#[derive(Debug, Clone, PartialEq)]),
        };
        quote! {
            #about
            #derive
            pub struct #name {
                #(#members,)*
                #others
            }
            #debug
            #decode
            #decode_form
            #encode
        }
    }

    /// `Debug` without what is secret: what is written to a log.
    fn debug(&self, name: &Name, fields: &[Field]) -> TokenStream {
        let shown =
            fields.iter().filter(|field| field.has_room() && !self.types.is_secret(field)).map(|field| {
                let (name, text) = (&field.name, field.name.as_str());
                quote!(.field(#text, &self.#name))
            });
        let text = name.as_str();
        quote! {
            impl ::std::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    f.debug_struct(#text) #(#shown)* .finish_non_exhaustive()
                }
            }
        }
    }

    fn decode(&self, item: &Item, all: &Members<'_>) -> TokenStream {
        let name = &item.name;
        let (decode, node) = (self.imports.external(DECODE, "Decode"), self.imports.external(DECODE, "Node"));
        let option = self.imports.prelude("Option");
        let read = self.read_fields(From::Object, all, item);
        let asked = match all.rest {
            Rest::Ignored => !all.fields.is_empty(),
            Rest::Refused => !all.fields.is_empty() || !all.ignored.is_empty(),
            Rest::Kept(..) => true,
        };
        let object = if asked { quote!(let mut object) } else { quote!(let object) };
        let object = match (asked, all.rest) {
            (false, Rest::Ignored) => quote!(node.object()?;),
            _ => quote!(#object = node.object()?;),
        };
        let check = self.checked_first(item);
        let argument = self.node(item);
        quote! {
            impl #decode for #name {
                fn decode(#argument: #node<'_, '_>) -> #option<Self> {
                    #check
                    #object
                    #read
                }
            }
        }
    }

    /// What is asked of a value before it is read.
    pub(super) fn checked_first(&self, item: &Item) -> Option<TokenStream> {
        let schema = self.check_path(item.check?);
        Some(quote!(if !#schema.check(&mut node) { return None; }))
    }

    /// The argument of `decode`.
    pub(super) fn node(&self, item: &Item) -> TokenStream {
        if item.check.is_some() { quote!(mut node) } else { quote!(node) }
    }

    fn decode_form(&self, item: &Item, all: &Members<'_>) -> TokenStream {
        let name = &item.name;
        let (decode, form) = (self.imports.external(FORM, "DecodeForm"), self.imports.external(FORM, "Form"));
        let option = self.imports.prelude("Option");
        let unread = all.fields.is_empty() && matches!(all.rest, Rest::Ignored) && item.check.is_none();
        let argument = if unread { quote!(_) } else { quote!(form) };
        let read = self.read_fields(From::Form, all, item);
        let files = all.fields.iter().filter(|field| field.is_file()).map(|field| &field.wire);
        let files: Vec<&String> = files.collect();
        let files =
            (!files.is_empty()).then(|| quote!(const FILES: &'static [&'static str] = &[#(#files),*];));
        quote! {
            impl #decode for #name {
                #files
                fn decode_form(#argument: &mut #form<'_>) -> #option<Self> {
                    #read
                }
            }
        }
    }

    /// Reads each field from an object, or from a form, and puts them together.
    ///
    /// What is checked as a whole is not checked again: an object before it is read, a form afterwards.
    fn read_fields(&self, from: From, all: &Members<'_>, item: &Item) -> TokenStream {
        let Members { fields, rest, ignored } = all;
        let source = match from {
            From::Object => quote!(object),
            From::Form => quote!(form),
        };
        let reads = fields.iter().map(|field| {
            let checked = item.check.is_some() && from == From::Object;
            let ty = if checked { unchecked(&field.ty) } else { &field.ty };
            let encoding = field.encoding.as_ref().filter(|_| from == From::Form);
            let rule = encoding.map_or_else(|| self.rule(ty), |encoding| self.field_rule(ty, encoding));
            let (local, wire) = (local(&field.name), &field.wire);
            let read = |how: &str, default: TokenStream| {
                let how = format_ident!("{how}");
                quote!(#source.#how(#wire, #rule #default))
            };
            let read = match (field.required, &field.default) {
                (true, _) => read("required", TokenStream::new()),
                (false, None) => read("optional", TokenStream::new()),
                (false, Some(default)) => self.defaulted(default, &field.ty, read),
            };
            quote!(let #local = #read;)
        });
        let others = match rest {
            Rest::Ignored => None,
            Rest::Refused => Some(quote!(#source.closed();)),
            Rest::Kept(name, ty) => {
                let (local, rule) = (local(name), self.rule(ty));
                Some(quote!(let #local = #source.rest(#rule);))
            }
        };
        let asked = !matches!(rest, Rest::Ignored);
        let ignored = ignored.iter().filter(|_| asked).map(|wire| quote!(#source.ignored(#wire);));
        let kept = match rest {
            Rest::Kept(name, _) => Some(name),
            Rest::Ignored | Rest::Refused => None,
        };
        let patterns = fields.iter().map(|field| (local(&field.name), field.has_room()));
        let all = all_or_none(patterns.chain(kept.map(|name| (local(name), true))));
        let named = fields.iter().filter(|field| field.has_room()).map(|field| &field.name);
        let members = named.chain(kept).map(|name| {
            let local = local(name);
            if *name == local { quote!(#name) } else { quote!(#name: #local) }
        });
        let whole = match item.check.filter(|_| from == From::Form) {
            Some(id) => {
                let schema = self.check(id);
                quote!(form.checked(Self { #(#members),* }, #schema))
            }
            None => quote!(Some(Self { #(#members),* })),
        };
        quote! {
            #(#reads)*
            #(#ignored)*
            #others
            #all
            #whole
        }
    }

    fn encode(&self, name: &Name, all: &Members<'_>) -> TokenStream {
        let Members { fields, rest, .. } = all;
        let (encode, writer) =
            (self.imports.external(ENCODE, "Encode"), self.imports.external(ENCODE, "Writer"));
        let writes = fields.iter().map(|field| {
            let (name, wire) = (&field.name, &field.wire);
            match &field.ty {
                Type::Constant(Literal::String(text)) => quote!(.field(#wire, #text)),
                Type::Constant(value) => {
                    let value = self.json(value);
                    quote!(.field(#wire, &#value))
                }
                _ if field.is_there() => quote!(.field(#wire, &self.#name)),
                _ => quote!(.optional(#wire, &self.#name)),
            }
        });
        let others = match rest {
            Rest::Kept(name, _) => Some(quote!(.rest(&self.#name))),
            Rest::Ignored | Rest::Refused => None,
        };
        quote! {
            impl #encode for #name {
                fn encode(&self, writer: &mut #writer) {
                    writer.object() #(#writes)* #others .end();
                }
            }
        }
    }
}

fn local(name: &Name) -> Name {
    if LOCALS.contains(&name.as_str()) { name.with("_") } else { name.clone() }
}

/// Takes all that was read out of its options, or else there is nothing. What has no room has only to be there.
fn all_or_none(names: impl Iterator<Item = (Name, bool)>) -> TokenStream {
    let names: Vec<(Name, bool)> = names.collect();
    let locals: Vec<&Name> = names.iter().map(|(name, _)| name).collect();
    let patterns: Vec<TokenStream> =
        names.iter().map(|(name, room)| if *room { quote!(Some(#name)) } else { quote!(Some(())) }).collect();
    match locals.as_slice() {
        [] => TokenStream::new(),
        [one] => quote!(let #(#patterns)* = #one else { return None; };),
        _ => quote!(let (#(#patterns),*) = (#(#locals),*) else { return None; };),
    }
}

/// Takes all of `names` out of their options, or else does `otherwise`.
pub(super) fn all_or(names: impl Iterator<Item = Name>, otherwise: TokenStream) -> TokenStream {
    let names: Vec<Name> = names.collect();
    match names.as_slice() {
        [] => TokenStream::new(),
        [one] => quote!(let Some(#one) = #one else { #otherwise; };),
        _ => quote!(let (#(Some(#names)),*) = (#(#names),*) else { #otherwise; };),
    }
}
