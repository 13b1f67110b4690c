//! Types of a few values: enums of strings, constants, and types around another one.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{code, comment, doc};
use super::rule::Writing;
use crate::model::check::Literal;
use crate::model::{Choice, Item, Type};

const DECODE: &str = "::specwright_runtime::decode";
const ENCODE: &str = "::specwright_runtime::encode";

impl Writing<'_> {
    /// One of several strings.
    pub(super) fn choices(&self, item: &Item, choices: &[Choice]) -> TokenStream {
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

    /// One value and no other.
    pub(super) fn constant(&self, item: &Item, value: &Literal) -> TokenStream {
        let (about, name) = (doc(&format!("Always {}.", code(&value.to_string())), &item.doc), &item.name);
        let value = self.json(value);
        quote! {
            #about
            #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
            pub struct #name;
            ::specwright_runtime::constant!(#name, #value);
        }
    }

    /// A type around `ty`, whose values are all good.
    pub(super) fn newtype(&self, item: &Item, ty: &Type) -> TokenStream {
        let (about, name, inner) = (doc("", &item.doc), &item.name, self.ty(ty));
        if !ty.is_constrained_scalar() {
            return self.wrapper(item, ty);
        }
        let (traits, rule) = (traits(ty), self.rule(ty));
        quote! {
            #about
            #[derive(#traits)]
            pub struct #name(pub(super) #inner);
            ::specwright_runtime::newtype!(#name, #inner, #rule, text);
        }
    }

    /// A type that holds itself, which no other name for a type could.
    fn wrapper(&self, item: &Item, ty: &Type) -> TokenStream {
        let (about, name, inner) = (doc("", &item.doc), &item.name, self.ty(ty));
        let option = self.imports.prelude("Option");
        let decode = item.decoded.then(|| {
            let (decode, node) =
                (self.imports.external(DECODE, "Decode"), self.imports.external(DECODE, "Node"));
            self.imports.methods_of(DECODE, "Rule");
            let rule = self.rule(ty);
            quote! {
                impl #decode for #name {
                    fn decode(node: #node<'_, '_>) -> #option<Self> {
                        #rule.read(node).map(Self)
                    }
                }
            }
        });
        let encode = item.encoded.then(|| {
            let (encode, writer) =
                (self.imports.external(ENCODE, "Encode"), self.imports.external(ENCODE, "Writer"));
            quote! {
                impl #encode for #name {
                    fn encode(&self, writer: &mut #writer) {
                        self.0.encode(writer);
                    }
                }
            }
        });
        quote! {
            #about
            #[derive(Debug, Clone, PartialEq)]
            pub struct #name(pub #inner);
            #decode
            #encode
        }
    }
}

/// What can be said of each value of a scalar.
fn traits(ty: &Type) -> TokenStream {
    match ty {
        Type::Checked(inner, _) => traits(inner),
        Type::Integer { .. } => quote!(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash),
        Type::Number { .. } => quote!(Debug, Clone, Copy, PartialEq, PartialOrd),
        Type::String(_) => quote!(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash),
        _ => quote!(Debug, Clone, PartialEq),
    }
}

fn choice_of(wire: &str) -> String {
    if wire.is_empty() { "The empty string.".to_owned() } else { code(wire) }
}
