//! `webhooks.rs`: a struct for each request that the API sends of itself.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{code, doc, inline, paragraphs};
use super::document::Origin;
use super::file::File;
use super::imports::{Imports, Taken};
use super::rule::Writing;
use super::schema::Used;
use crate::model::{Api, Webhook};

const WEBHOOK: &str = "::specwright_runtime::webhook";
const HTTP: &str = "::specwright_runtime::http";

pub(super) fn file(api: &Api, taken: &Taken, used: &Used, origin: &Origin) -> File {
    let imports = Imports::new(taken);
    let writing = Writing::of(api, used, &imports);
    let items: Vec<TokenStream> = api.webhooks.iter().map(|webhook| writing.webhook(webhook)).collect();
    let uses = imports.items();
    let head = "The webhooks: requests that the API sends of itself.";
    File::rust("webhooks", &[head], quote!(#uses #(#items)*), origin)
}

impl Writing<'_> {
    fn webhook(&self, webhook: &Webhook) -> TokenStream {
        let (about, name) = (about(webhook), &webhook.name);
        let headers = webhook.headers.iter().map(|header| {
            let about = doc(&format!("{}, in a header field", code(&header.wire)), &header.doc);
            let name = &header.name;
            let ty = if header.required { self.ty(&header.ty) } else { self.optional(&header.ty) };
            quote!(#about pub #name: #ty,)
        });
        let body = webhook.body.as_ref().map(|body| {
            let about = doc("The content", &body.doc);
            let ty = if body.required { self.ty(&body.ty) } else { self.optional(&body.ty) };
            quote!(#about pub body: #ty,)
        });
        let external = |module, name| self.imports.external(module, name);
        let (outgoing, error) = (external(WEBHOOK, "Webhook"), external(WEBHOOK, "Unsendable"));
        let (request, uri) = (external(HTTP, "Request"), external(HTTP, "Uri"));
        let (result, vec) = (self.imports.prelude("Result"), self.imports.prelude("Vec"));
        let members = if webhook.headers.is_empty() && webhook.body.is_none() {
            quote!(;)
        } else {
            quote!({ #(#headers)* #body })
        };
        let made = made(webhook);
        quote! {
            #about
            #[derive(Debug, Clone, PartialEq)]
            pub struct #name #members
            impl #name {
                /// The request, to be sent to `url`.
                ///
                /// # Errors
                ///
                /// A header has a value that no field can carry.
                pub fn request(&self, url: #uri) -> #result<#request<#vec<u8>>, #error> {
                    #outgoing #made .finish()
                }
            }
        }
    }
}

/// The request, step by step.
fn made(webhook: &Webhook) -> TokenStream {
    let method = &webhook.method;
    let headers = webhook.headers.iter().map(|header| {
        let (name, wire) = (&header.name, header.wire.to_lowercase());
        if header.required {
            quote!(.header(#wire, &self.#name))
        } else {
            quote!(.optional_header(#wire, &self.#name))
        }
    });
    let body = webhook.body.as_ref().map(|body| {
        let media_type = &body.media_type;
        if body.required {
            quote!(.json(#media_type, &self.body))
        } else {
            quote!(.optional_json(#media_type, &self.body))
        }
    });
    quote!(::new(#method, url) #(#headers)* #body)
}

/// The summary and the name of the webhook, and its description.
fn about(webhook: &Webhook) -> TokenStream {
    let address = format!("{} of the webhook {}", code(&webhook.method), code(&webhook.wire));
    let text = webhook.doc.text.as_str();
    let (first, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let (lead, text) = if first.is_empty() || first.contains('\n') {
        (address, text)
    } else {
        (format!("{}: {address}", inline(first.trim_end_matches('.'))), rest)
    };
    paragraphs(&format!("{lead}."), &[text], webhook.doc.deprecated)
}
