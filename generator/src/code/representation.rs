//! The content of answers: its types, the enums of several media types, and how each is sent.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{code, comment};
use super::rule::Writing;
use crate::model::{Name, Representation, ResponseBody, Type, Written};

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
    pub(super) fn reply(&self, status: &TokenStream, media_type: &str, written: &Written) -> TokenStream {
        let reply = self.imports.runtime("Reply");
        match written {
            Written::Json(_) if media_type == "application/json" => quote!(#reply::json(#status, &body)),
            Written::Json(_) => quote!(#reply::json(#status, &body).header("content-type", #media_type)),
            Written::Text(ty) => {
                let is_string = matches!(self.types.meaning(ty), Type::String(_));
                let body = if is_string { quote!(body) } else { quote!(body.to_string()) };
                let media_type = in_utf8(media_type);
                quote!(#reply::text(#status, #media_type, #body))
            }
            Written::Binary => quote!(#reply::binary(#status, #media_type, body)),
            Written::JsonLines(_) => quote!(#reply::json_lines(#status, #media_type, body)),
            Written::JsonSequence(_) => quote!(#reply::json_sequence(#status, #media_type, body)),
            Written::Events { text: false, .. } => quote!(#reply::events(#status, body)),
            Written::Events { text: true, .. } => quote!(#reply::text_events(#status, body)),
        }
    }

    /// The enum of the contents of `link`, a variant, and that of their media types; nothing where there is one.
    pub(super) fn content(&self, content: &ResponseBody, link: &str) -> TokenStream {
        let ResponseBody::Several { name, types, all } = content else { return TokenStream::new() };
        let contents = self.contents(name, all, content.is_value(), link);
        let media_types = self.media_types(name, types, all);
        quote!(#contents #media_types)
    }

    fn contents(&self, name: &Name, all: &[Representation], is_value: bool, link: &str) -> TokenStream {
        let about = comment([format!("The content of {link}.")]);
        let reply = self.imports.runtime("Reply");
        let variants = all.iter().map(|one| {
            let (about, name, ty) =
                (comment([code(&one.media_type)]), &one.name, self.written_type(&one.written));
            quote!(#about #name(#ty))
        });
        let arms = all.iter().map(|one| {
            let (name, reply) = (&one.name, self.reply(&quote!(status), &one.media_type, &one.written));
            quote!(Self::#name(body) => #reply,)
        });
        let derive = if is_value { quote!(Debug, Clone, PartialEq) } else { quote!(Debug) };
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
