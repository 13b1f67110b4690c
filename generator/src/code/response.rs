//! What an operation answers: an enum, and what is sent for each of its variants.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::doc::{code, comment, doc};
use super::rule::Writing;
use crate::model::{Header, HeaderValue, Name, Operation, Response, Type};

impl Writing<'_> {
    /// The enum of what `operation`, a method of the trait `group`, answers, and its way to a response.
    pub(super) fn responses(&self, group: &Name, operation: &Operation) -> TokenStream {
        let name = &operation.responses.name;
        let about = comment([format!("What [`{group}::{}`] answers.", operation.name)]);
        let variants = operation.responses.variants.iter().map(|response| self.variant(response));
        let arms = operation.responses.variants.iter().map(|response| self.arm(name, response));
        let (from, response) = (self.imports.prelude("From"), self.imports.runtime("Response"));
        quote! {
            #about
            #[derive(Debug, Clone, PartialEq)]
            pub enum #name {
                #(#variants,)*
            }
            impl #from<#name> for #response {
                fn from(response: #name) -> Self {
                    match response {
                        #(#arms)*
                    }
                }
            }
        }
    }

    fn variant(&self, response: &Response) -> TokenStream {
        let (about, name) = (doc(&response.status.to_string(), &response.doc), &response.name);
        let body = response.body.as_ref().map(|body| self.ty(body));
        let mut asked = asked(response).peekable();
        if asked.peek().is_none() {
            return match body {
                Some(body) => quote!(#about #name(#body)),
                None => quote!(#about #name),
            };
        }
        let headers = asked.map(|(header, ty)| {
            let about = doc(&code(&header.wire), &header.doc);
            let name = &header.name;
            let ty = if header.required { self.ty(ty) } else { self.optional(ty) };
            quote!(#about #name: #ty)
        });
        let body = body.map(|body| quote!(#[doc = " The content."] body: #body));
        quote!(#about #name { #(#headers,)* #body })
    }

    fn arm(&self, owner: &Name, response: &Response) -> TokenStream {
        let (name, status) = (&response.name, Literal::u16_unsuffixed(response.status));
        let reply = self.imports.runtime("Reply");
        let start = match response.body {
            Some(_) => quote!(#reply::json(#status, &body)),
            None => quote!(#reply::empty(#status)),
        };
        let headers = response.headers.iter().map(|header| {
            let (name, wire) = (&header.name, header.wire.to_lowercase());
            match (&header.value, header.required) {
                (HeaderValue::Always(text), _) => quote!(.header(#wire, #text)),
                (HeaderValue::Of(_), true) => quote!(.header(#wire, &#name)),
                (HeaderValue::Of(_), false) => quote!(.optional_header(#wire, &#name)),
            }
        });
        let mut fields = asked(response).map(|(header, _)| &header.name).peekable();
        let body = response.body.as_ref().map(|_| quote!(body));
        let pattern = match (fields.peek(), &body) {
            (Some(_), _) => quote!({ #(#fields,)* #body }),
            (None, Some(_)) => quote!((#body)),
            (None, None) => TokenStream::new(),
        };
        quote!(#owner::#name #pattern => #start #(#headers)* .into(),)
    }
}

/// The header fields that a handler is asked for, with their types.
fn asked(response: &Response) -> impl Iterator<Item = (&Header, &Type)> {
    response.headers.iter().filter_map(|header| match &header.value {
        HeaderValue::Of(ty) => Some((header, ty)),
        HeaderValue::Always(_) => None,
    })
}
