//! `types.rs`: one type for each schema, and how it is read and written.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{code, comment, doc};
use super::document::Origin;
use super::file::File;
use super::imports::{Imports, Taken};
use super::rule::Writing;
use crate::model::{Api, Choice, Field, Item, Kind, Name};

const DECODE: &str = "::specwright_runtime::decode";
const ENCODE: &str = "::specwright_runtime::encode";
const FORM: &str = "::specwright_runtime::form";

/// Names that `decode` and `decode_form` need for themselves.
const LOCALS: [&str; 6] = ["form", "list", "node", "nullable", "object", "of"];

pub(super) fn file(api: &Api, taken: &Taken, origin: &Origin) -> File {
    let imports = Imports::new(taken);
    let writing = Writing {
        types: &api.types,
        checks: &api.checks,
        security: &api.security,
        imports: &imports,
        at_home: true,
    };
    let items: Vec<TokenStream> = api.types.items().map(|item| writing.item(item)).collect();
    let uses = imports.items();
    File::rust("types", &["One type for each schema of the document."], quote!(#uses #(#items)*), origin)
}

impl Writing<'_> {
    fn item(&self, item: &Item) -> TokenStream {
        match &item.kind {
            Kind::Struct { fields, closed } => self.structure(item, fields, *closed),
            Kind::Enum(choices) => self.choices(item, choices),
            Kind::Alias(ty) => {
                let (doc, name, ty) = (doc("", &item.doc), &item.name, self.ty(ty));
                quote!(#doc pub type #name = #ty;)
            }
        }
    }

    fn structure(&self, item: &Item, fields: &[Field], closed: bool) -> TokenStream {
        let (about, name) = (doc("", &item.doc), &item.name);
        let members = fields.iter().map(|field| {
            let (about, name) = (doc("", &field.doc), &field.name);
            let ty = if field.is_there() { self.ty(&field.ty) } else { self.optional(&field.ty) };
            quote!(#about pub #name: #ty)
        });
        let decode = item.decoded.then(|| self.decode(name, fields, closed));
        let decode_form = item.in_forms.then(|| self.decode_form(name, fields, closed));
        let encode = item.encoded.then(|| self.encode(name, fields));
        let is_secret = fields.iter().any(|field| self.types.is_secret(field));
        let debug = is_secret.then(|| self.debug(name, fields));
        let derive = if is_secret { quote!(Clone, PartialEq) } else { quote!(Debug, Clone, PartialEq) };
        quote! {
            #about
            #[derive(#derive)]
            pub struct #name {
                #(#members,)*
            }
            #debug
            #decode
            #decode_form
            #encode
        }
    }

    /// `Debug` without what is secret: what is written to a log.
    fn debug(&self, name: &Name, fields: &[Field]) -> TokenStream {
        let shown = fields.iter().filter(|field| !self.types.is_secret(field)).map(|field| {
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

    fn decode(&self, name: &Name, fields: &[Field], closed: bool) -> TokenStream {
        let (decode, node) = (self.imports.external(DECODE, "Decode"), self.imports.external(DECODE, "Node"));
        let option = self.imports.prelude("Option");
        let read = self.read_fields(&quote!(object), fields, closed);
        let object = if fields.is_empty() { quote!(let object) } else { quote!(let mut object) };
        quote! {
            impl #decode for #name {
                fn decode(node: #node<'_, '_>) -> #option<Self> {
                    #object = node.object()?;
                    #read
                }
            }
        }
    }

    fn decode_form(&self, name: &Name, fields: &[Field], closed: bool) -> TokenStream {
        let (decode, form) = (self.imports.external(FORM, "DecodeForm"), self.imports.external(FORM, "Form"));
        let option = self.imports.prelude("Option");
        let argument = if fields.is_empty() && !closed { quote!(_) } else { quote!(form) };
        let read = self.read_fields(&quote!(form), fields, closed);
        quote! {
            impl #decode for #name {
                fn decode_form(#argument: &mut #form<'_>) -> #option<Self> {
                    #read
                }
            }
        }
    }

    /// Reads each of `fields` from `source`, an object or a form, and puts them together.
    fn read_fields(&self, source: &TokenStream, fields: &[Field], closed: bool) -> TokenStream {
        let reads = fields.iter().map(|field| {
            let (local, wire, rule) = (local(&field.name), &field.wire, self.rule(&field.ty));
            match (field.required, &field.default) {
                (true, _) => quote!(let #local = #source.required(#wire, #rule);),
                (false, None) => quote!(let #local = #source.optional(#wire, #rule);),
                (false, Some(default)) => {
                    let default = self.default(default);
                    quote!(let #local = #source.default(#wire, #rule, #default);)
                }
            }
        });
        let closed = closed.then(|| quote!(#source.closed();));
        let all = all_or(fields.iter().map(|field| local(&field.name)), quote!(return None));
        let members = fields.iter().map(|field| {
            let (name, local) = (&field.name, local(&field.name));
            if *name == local { quote!(#name) } else { quote!(#name: #local) }
        });
        quote! {
            #(#reads)*
            #closed
            #all
            Some(Self { #(#members),* })
        }
    }

    fn encode(&self, name: &Name, fields: &[Field]) -> TokenStream {
        let (encode, writer) =
            (self.imports.external(ENCODE, "Encode"), self.imports.external(ENCODE, "Writer"));
        let writes = fields.iter().map(|field| {
            let (name, wire) = (&field.name, &field.wire);
            let write = if field.is_there() { quote!(field) } else { quote!(optional) };
            quote!(.#write(#wire, &self.#name))
        });
        quote! {
            impl #encode for #name {
                fn encode(&self, writer: &mut #writer) {
                    writer.object() #(#writes)* .end();
                }
            }
        }
    }

    fn choices(&self, item: &Item, choices: &[Choice]) -> TokenStream {
        let (about, name, choice) = (doc("", &item.doc), &item.name, self.imports.external(DECODE, "Choice"));
        let variants = choices.iter().map(|choice| {
            let about = comment([choice_of(&choice.wire)]);
            let name = &choice.name;
            quote!(#about #name)
        });
        let pairs = choices.iter().map(|choice| {
            let (name, wire) = (&choice.name, &choice.wire);
            quote!((#wire, Self::#name))
        });
        quote! {
            #about
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            pub enum #name {
                #(#variants,)*
            }
            impl #choice for #name {
                const CHOICES: &'static [(&'static str, Self)] = &[#(#pairs),*];
            }
            ::specwright_runtime::choice!(#name);
        }
    }
}

fn choice_of(wire: &str) -> String {
    if wire.is_empty() { "The empty string.".to_owned() } else { code(wire) }
}

fn local(name: &Name) -> Name {
    if LOCALS.contains(&name.as_str()) { name.with("_") } else { name.clone() }
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
