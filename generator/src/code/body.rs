//! The body of an operation: its type, and how it is read.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::doc::{code, comment};
use super::rule::Writing;
use crate::model::{Content, Encoding, Name, Operation, Reading, RequestBody, Style, Type};

const FORM: &str = "::specwright_runtime::form";
const MULTIPART: &str = "::specwright_runtime::multipart";
const PARAMETER: &str = "::specwright_runtime::parameter";

impl Writing<'_> {
    /// The type of the argument that a handler takes.
    pub(super) fn body_type(&self, body: &RequestBody) -> TokenStream {
        let ty = match (&body.name, body.contents.as_slice()) {
            (None, [one]) => self.reading_type(&one.reading),
            (name, _) => quote!(#name),
        };
        if body.required {
            return ty;
        }
        let option = self.imports.prelude("Option");
        quote!(#option<#ty>)
    }

    fn reading_type(&self, reading: &Reading) -> TokenStream {
        match reading {
            Reading::Json(ty) | Reading::Form(ty) | Reading::Multipart(ty) | Reading::Text(ty) => self.ty(ty),
            Reading::Bytes => self.imports.runtime("Content"),
            Reading::Stream => self.imports.runtime("ByteStream"),
        }
    }

    /// The enum of what a body may be, where it is one of several media types.
    pub(super) fn body_enum(
        &self,
        group: &Name,
        operation: &Operation,
        body: &RequestBody,
    ) -> Option<TokenStream> {
        let name = body.name.as_ref()?;
        let about = comment([format!("The body of [`{group}::{}`].", operation.name)]);
        let variants = body.contents.iter().map(|content| {
            let about = comment([code(&content.media_type)]);
            let (name, ty) = (&content.name, self.reading_type(&content.reading));
            quote!(#about #name(#ty))
        });
        let has_files = body.contents.iter().any(|content| match &content.reading {
            Reading::Multipart(ty) => match self.types.meaning(ty) {
                Type::Named(id) => self.types.item(*id).is_some_and(|item| item.has_files()),
                _ => false,
            },
            _ => false,
        });
        let derive =
            if body.is_plain() && !has_files { quote!(Debug, Clone, PartialEq) } else { quote!(Debug) };
        Some(quote! {
            #about
            #[derive(#derive)]
            pub enum #name {
                #(#variants,)*
            }
        })
    }

    /// Reads the body, from the argument `body` into a variable of the same name.
    pub(super) fn read_body(&self, body: &RequestBody) -> TokenStream {
        let Some(name) = &body.name else {
            let read = body.contents.iter().map(|content| {
                let input = match own_type(&content.reading) {
                    Some(own) if content.media_type.eq_ignore_ascii_case(own) => quote!(input),
                    _ => {
                        let media_type = &content.media_type;
                        quote!(input.of_type(#media_type))
                    }
                };
                let read = self.read_content(&content.reading, body.required);
                quote!(let body = #input.#read.await?;)
            });
            return quote!(#(#read)*);
        };
        let known = body.contents.iter().map(|content| &content.media_type);
        let arms = body.contents.iter().enumerate().map(|(index, Content { name: variant, reading, .. })| {
            let (index, read) = (Literal::usize_unsuffixed(index), self.read_content(reading, body.required));
            let wrap = if body.required {
                quote!(.map(#name::#variant))
            } else {
                quote!(.map(|body| body.map(#name::#variant)))
            };
            quote!(Some(#index) => input.#read.await? #wrap,)
        });
        let nothing = if body.required { quote!(nothing) } else { quote!(optional_nothing) };
        quote! {
            let body = match input.content(&[#(#known),*]) {
                #(#arms)*
                _ => input.#nothing(body).await?,
            };
        }
    }

    /// The reader of a body, as a call of a method.
    fn read_content(&self, reading: &Reading, required: bool) -> TokenStream {
        let (how, rule) = match reading {
            Reading::Json(ty) => ("json", Some(self.rule(ty))),
            Reading::Form(ty) => ("form", Some(self.rule(ty))),
            Reading::Multipart(ty) => ("multipart", Some(self.rule(ty))),
            Reading::Text(ty) => ("text", Some(self.rule(ty))),
            Reading::Bytes => ("bytes", None),
            Reading::Stream => ("stream", None),
        };
        let how = if required { format_ident!("{how}") } else { format_ident!("optional_{how}") };
        let rule = rule.map(|rule| quote!(, #rule));
        quote!(#how(body #rule))
    }

    /// The rule of a property of a form, which is sent as `encoding` says.
    pub(super) fn field_rule(&self, ty: &Type, encoding: &Encoding) -> TokenStream {
        match self.types.meaning(ty) {
            Type::Nullable(inner) => {
                let (nullable, inner) = (
                    self.imports.external("::specwright_runtime::decode", "nullable"),
                    self.field_rule(inner, encoding),
                );
                quote!(#nullable(#inner))
            }
            meaning @ Type::List(item, items) => {
                let separated = encoding.separated.map(|style| match style {
                    Style::SpaceDelimited => "space_separated",
                    Style::PipeDelimited => "pipe_separated",
                    _ => "comma_separated",
                });
                if let Some(separated) = separated {
                    let (separated, list) = (self.imports.external(FORM, separated), self.rule(meaning));
                    return quote!(#separated(#list));
                }
                self.list(self.single_rule(item, encoding), items)
            }
            _ => self.single_rule(ty, encoding),
        }
    }

    fn single_rule(&self, ty: &Type, encoding: &Encoding) -> TokenStream {
        let rule = self.rule(ty);
        let rule = if encoding.json {
            let json = self.imports.external(PARAMETER, "json");
            quote!(#json(#rule))
        } else {
            rule
        };
        if encoding.media_types.is_empty() {
            return rule;
        }
        let (sent_as, media_types) = (self.imports.external(MULTIPART, "sent_as"), &encoding.media_types);
        quote!(#sent_as(&[#(#media_types),*], #rule))
    }
}

/// The media type that the reader asks for by itself.
fn own_type(reading: &Reading) -> Option<&'static str> {
    match reading {
        Reading::Json(_) => Some("application/json"),
        Reading::Form(_) => Some("application/x-www-form-urlencoded"),
        Reading::Multipart(_) => Some("multipart/form-data"),
        Reading::Text(_) => Some("text/plain"),
        Reading::Stream => Some("application/octet-stream"),
        Reading::Bytes => None,
    }
}
