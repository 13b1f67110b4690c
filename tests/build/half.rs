//! The handwritten half of a server, written by a program: a handler says that it was reached, and by whom.
//!
//! What is to be implemented is read from the generated traits, as a person would, and not from the document.

use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Fields, FnArg, Ident, Item, ItemEnum, ItemStruct, ItemTrait, TraitItem, TraitItemFn};

/// The half that `generated` leaves to be written, for the test's `Desk`.
pub(crate) fn of(generated: &Path) -> TokenStream {
    let mut half = TokenStream::new();
    for file in ["security.rs", "api.rs", "tagged.rs"] {
        let Ok(text) = fs::read_to_string(generated.join(file)) else { continue };
        let is_security = file == "security.rs";
        for item in syn::parse_file(&text).expect("Rust").items {
            half.extend(match &item {
                Item::Trait(item) if is_security => authenticate(item),
                Item::Trait(item) => operations(item),
                Item::Enum(item) if is_security && !item.variants.is_empty() => alternatives(item),
                Item::Struct(item) if is_security => combination(item),
                _ => continue,
            });
        }
    }
    quote! {
        use specwright_runtime::Context;
        use specwright_runtime::security::*;
        use generated::*;
        use crate::desk::{Accepted, Caller, Credential as _, Desk, Told};
        #half
    }
}

/// A verifier for each scheme.
fn authenticate(item: &ItemTrait) -> TokenStream {
    let types = item.items.iter().filter_map(|member| match member {
        TraitItem::Type(member) => Some(&member.ident),
        _ => None,
    });
    // The provided method has a body; the others are one for each type, in the same order.
    let verifiers = functions(item).filter(|function| function.default.is_none());
    let verifiers = types.clone().zip(verifiers).map(|(scheme, verifier)| {
        let (name, arguments) = (&verifier.sig.ident, arguments(verifier));
        let (names, key) = (arguments.iter().map(|(name, _)| name), scheme.to_string());
        let types = arguments.iter().map(|(_, ty)| ty);
        let credential = &arguments.get(1).expect("a credential").0;
        let scopes = match arguments.get(2) {
            Some((scopes, _)) => quote!(#scopes),
            None => quote!(&[]),
        };
        quote! {
            async fn #name(&self, #(#names: #types),*) -> Result<Accepted, Denied> {
                let _ = context;
                Accepted::by(#key, &#credential.told(), #scopes)
            }
        }
    });
    quote! {
        impl Authenticate for Desk {
            #(type #types = Accepted;)*
            #(#verifiers)*
        }
    }
}

/// A handler for each operation.
fn operations(item: &ItemTrait) -> TokenStream {
    let name = &item.ident;
    let handlers = functions(item).map(|handler| {
        let (name, arguments) = (&handler.sig.ident, arguments(handler));
        let response = format_ident!("{}", camel(name));
        let caller = arguments.iter().find(|(name, _)| name == "caller");
        let caller = caller.map_or_else(|| quote!(Caller::NotAsked), |(name, _)| quote!(Told::told(#name)));
        let (names, types) = (arguments.iter().map(|(name, _)| name), arguments.iter().map(|(_, ty)| ty));
        let others = arguments.iter().map(|(name, _)| name).filter(|name| *name != "caller");
        quote! {
            async fn #name(&self, #(#names: #types),*) -> Result<#response, std::convert::Infallible> {
                self.reached(context.operation(), #caller);
                #(let _ = #others;)*
                Ok(#response::Ok)
            }
        }
    });
    quote! {
        impl #name for Desk {
            type Error = std::convert::Infallible;
            #(#handlers)*
        }
    }
}

/// A caller by one of several alternatives says which.
fn alternatives(item: &ItemEnum) -> TokenStream {
    let name = &item.ident;
    let arms = item.variants.iter().enumerate().map(|(index, variant)| {
        let variant = &variant.ident;
        quote!(Self::#variant(caller) => caller.told().by(#index))
    });
    quote! {
        impl Told for #name<Desk> {
            fn told(self) -> Caller {
                match self { #(#arms),* }
            }
        }
    }
}

/// A caller by several schemes says each, in order.
fn combination(item: &ItemStruct) -> TokenStream {
    let name = &item.ident;
    let Fields::Named(fields) = &item.fields else { panic!("fields with names") };
    let fields = fields.named.iter().map(|field| &field.ident);
    quote! {
        impl Told for #name<Desk> {
            fn told(self) -> Caller {
                Caller::all([#(self.#fields),*])
            }
        }
    }
}

fn functions(item: &ItemTrait) -> impl Iterator<Item = &TraitItemFn> {
    item.items.iter().filter_map(|member| match member {
        TraitItem::Fn(member) => Some(member),
        _ => None,
    })
}

/// The names and types of the arguments behind `self`.
fn arguments(function: &TraitItemFn) -> Vec<(Ident, TokenStream)> {
    let arguments = function.sig.inputs.iter().filter_map(|argument| match argument {
        FnArg::Typed(argument) => {
            let (name, ty) = (&argument.pat, &argument.ty);
            Some((syn::parse_quote!(#name), quote!(#ty)))
        }
        FnArg::Receiver(_) => None,
    });
    arguments.collect()
}

/// `ReadItems` for `read_items`.
fn camel(name: &Ident) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    name.to_string().split('_').map(capital).collect()
}
