//! The content of answers: its types, the enums of several media types, and how each is sent.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{code, comment};
use super::rule::Writing;
use crate::model::{CheckId, Name, Operation, Representation, ResponseBody, Type, Written};

impl Writing<'_> {
    /// The type of what a handler gives.
    pub(super) fn content_type(&self, content: &ResponseBody) -> TokenStream {
        match content {
            ResponseBody::One(one) => self.written_type(&one.written),
            ResponseBody::Several { name, .. } => quote!(#name),
        }
    }

    fn written_type(&self, written: &Written) -> TokenStream {
        match written {
            Written::Json(ty) | Written::Text(ty) => self.ty(ty),
            Written::Binary => self.imports.runtime("Binary"),
            Written::JsonLines(ty) | Written::JsonSequence(ty) => {
                let (items, ty) = (self.imports.runtime("Items"), self.ty(ty));
                quote!(#items<#ty>)
            }
            Written::Events { data, .. } => {
                let (items, event) = (self.imports.runtime("Items"), self.imports.runtime("Event"));
                let data = self.ty(data);
                quote!(#items<#event<#data>>)
            }
        }
    }

    /// A reply with `body` as its content.
    pub(super) fn reply(
        &self,
        operation: &Operation,
        status: &TokenStream,
        one: &Representation,
    ) -> TokenStream {
        let (reply, media_type) = (self.imports.runtime("Reply"), &one.media_type);
        let held = one.check.map(|check| self.held(operation, check));
        match &one.written {
            Written::Json(_) => {
                let content_type =
                    (media_type != "application/json").then(|| quote!(.header("content-type", #media_type)));
                quote!(#reply::json(#status, &body) #held #content_type)
            }
            Written::Text(ty) => {
                let media_type = in_utf8(media_type);
                match self.types.meaning(ty) {
                    Type::String(_) => quote!(#reply::text(#status, #media_type, body)),
                    _ => quote!(#reply::text_of(#status, #media_type, &body)),
                }
            }
            Written::Binary => quote!(#reply::binary(#status, #media_type, body)),
            Written::JsonLines(_) => quote!(#reply::json_lines(#status, #media_type, body #held)),
            Written::JsonSequence(_) => quote!(#reply::json_sequence(#status, #media_type, body #held)),
            Written::Events { text: false, .. } => quote!(#reply::events(#status, body #held)),
            Written::Events { text: true, .. } => quote!(#reply::text_events(#status, body #held)),
        }
    }

    /// The schema that what is sent is held against in debug builds.
    fn held(&self, operation: &Operation, check: CheckId) -> TokenStream {
        let (id, schema) = (&operation.id, self.held_path(check));
        let held = self.imports.runtime("held");
        quote!(.held(#held!(#id, #schema)))
    }

    /// The enum of the contents of `link`, a variant, and that of their media types; nothing where there is one.
    pub(super) fn contents_of(&self, operation: &Operation, body: &ResponseBody, link: &str) -> TokenStream {
        let ResponseBody::Several { name, types, all } = body else { return TokenStream::new() };
        let about = comment([format!("The content of {link}.")]);
        let reply = self.imports.runtime("Reply");
        let variants = all.iter().map(|one| {
            let (about, name, ty) =
                (comment([code(&one.media_type)]), &one.name, self.written_type(&one.written));
            quote!(#about #name(#ty))
        });
        let arms = all.iter().map(|one| {
            let (name, reply) = (&one.name, self.reply(operation, &quote!(status), one));
            quote!(Self::#name(body) => #reply,)
        });
        let derive = if body.is_value() { quote!(Debug, Clone, PartialEq) } else { quote!(Debug) };
        let media_types = self.media_types(name, types, all);
        quote! {
            #about
            #[derive(#derive)]
            pub enum #name {
                #(#variants,)*
            }
            impl #name {
                fn reply(self, status: u16) -> #reply {
                    match self {
                        #(#arms)*
                    }
                }
            }
            #media_types
        }
    }

    fn media_types(&self, contents: &Name, name: &Name, all: &[Representation]) -> TokenStream {
        let context = self.imports.runtime("Context");
        let about = comment([format!("The media types of [`{contents}`], for [`{context}::accept`].")]);
        let media_types = self.imports.runtime("MediaTypes");
        let variants = all.iter().map(|one| {
            let (about, name) = (comment([code(&one.media_type)]), &one.name);
            quote!(#about #name)
        });
        let pairs = all.iter().map(|one| {
            let (name, media_type) = (&one.name, &one.media_type);
            quote!((#media_type, Self::#name))
        });
        quote! {
            #about
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub enum #name {
                #(#variants,)*
            }
            impl #media_types for #name {
                const MEDIA_TYPES: &'static [(&'static str, Self)] = &[#(#pairs),*];
            }
        }
    }
}

/// A media type of text, which says that it is UTF-8.
fn in_utf8(media_type: &str) -> String {
    if media_type.to_ascii_lowercase().contains("charset=") {
        media_type.to_owned()
    } else {
        format!("{media_type}; charset=utf-8")
    }
}
