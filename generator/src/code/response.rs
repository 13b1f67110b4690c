//! What an operation answers: an enum, and what is sent for each of its variants.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::doc::{code, comment, doc};
use super::rule::Writing;
use crate::model::{Header, Name, Operation, Response};

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
        if response.headers.is_empty() {
            return match body {
                Some(body) => quote!(#about #name(#body)),
                None => quote!(#about #name),
            };
        }
        let headers = response.headers.iter().map(|header| {
            let about = doc(&code(&header.wire), &header.doc);
            let (name, ty) = (&header.name, self.header_type(header));
            quote!(#about #name: #ty)
        });
        let body = body.map(|body| quote!(#[doc = " The content."] body: #body));
        quote!(#about #name { #(#headers,)* #body })
    }

    fn header_type(&self, header: &Header) -> TokenStream {
        if header.required { self.ty(&header.ty) } else { self.optional(&header.ty) }
    }

    fn arm(&self, owner: &Name, response: &Response) -> TokenStream {
        let (name, status) = (&response.name, Literal::u16_unsuffixed(response.status));
        let reply = self.imports.runtime("Reply");
        let start = match response.body {
            Some(_) => quote!(#reply::json(#status, &body)),
            None => quote!(#reply::empty(#status)),
        };
        if response.headers.is_empty() {
            return match response.body {
                Some(_) => quote!(#owner::#name(body) => #start.into(),),
                None => quote!(#owner::#name => #start.into(),),
            };
        }
        let fields = response.headers.iter().map(|header| &header.name);
        let body = response.body.as_ref().map(|_| quote!(body));
        let headers = response.headers.iter().map(|header| {
            let (name, wire) = (&header.name, header.wire.to_lowercase());
            let send = if header.required { quote!(header) } else { quote!(optional_header) };
            quote!(.#send(#wire, &#name))
        });
        quote!(#owner::#name { #(#fields,)* #body } => #start #(#headers)* .into(),)
    }
}
