//! What an operation answers: an enum, and what is sent for each of its variants.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::doc::{code, comment, doc};
use super::rule::Writing;
use crate::model::{
    Header, HeaderValue, Kind, Name, Open, Operation, Response, ResponseBody, Responses, Status, Type,
};

impl Writing<'_> {
    /// The enum of what `operation`, a method of the trait `group`, answers, and its way to a response.
    pub(super) fn responses(&self, group: &Name, operation: &Operation) -> TokenStream {
        let name = &operation.responses.name;
        let about = comment([format!("What [`{group}::{}`] answers.", operation.name)]);
        let variants = operation.responses.variants.iter().map(|response| self.variant(response));
        let arms = operation.responses.variants.iter().map(|response| self.arm(operation, response));
        let parts = operation.responses.variants.iter().map(|response| self.parts(operation, response));
        let derive = derive(&operation.responses);
        let (from, response) = (self.imports.prelude("From"), self.imports.runtime("Response"));
        quote! {
            #about
            #derive
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
            #(#parts)*
        }
    }

    fn variant(&self, response: &Response) -> TokenStream {
        let name = &response.name;
        let about = doc(&key(response), &response.doc);
        let body = response.body.as_ref().map(|body| self.content_type(body));
        let mut asked = asked(response).peekable();
        let status = match &response.status {
            Status::Code(_) if asked.peek().is_none() => {
                return match body {
                    Some(body) => quote!(#about #name(#body)),
                    None => quote!(#about #name),
                };
            }
            Status::Code(_) => None,
            Status::Open(open) => {
                let ty = &open.name;
                Some(quote!(#[doc = " The status."] status: #ty,))
            }
        };
        let headers = asked.map(|(header, ty)| {
            let about = doc(&code(&header.wire), &header.doc);
            let name = &header.name;
            let ty = if header.required { self.ty(ty) } else { self.optional(ty) };
            quote!(#about #name: #ty)
        });
        let body = body.map(|body| quote!(#[doc = " The content."] body: #body));
        quote!(#about #name { #status #(#headers,)* #body })
    }

    fn arm(&self, operation: &Operation, response: &Response) -> TokenStream {
        let (owner, name) = (&operation.responses.name, &response.name);
        let (status, open) = match &response.status {
            Status::Code(code) => {
                let code = Literal::u16_unsuffixed(*code);
                (quote!(#code), None)
            }
            Status::Open(_) => (quote!(status.as_u16()), Some(quote!(status,))),
        };
        let start = match &response.body {
            Some(ResponseBody::One(one)) => self.reply(operation, &status, one),
            Some(ResponseBody::Several { .. }) => quote!(body.reply(#status)),
            None => {
                let reply = self.imports.runtime("Reply");
                quote!(#reply::empty(#status))
            }
        };
        let headers = response.headers.iter().map(|header| self.send(header));
        let mut fields = asked(response).map(|(header, _)| &header.name).peekable();
        let body = response.body.as_ref().map(|_| quote!(body));
        let pattern = match (&open, fields.peek(), &body) {
            (None, None, Some(_)) => quote!((#body)),
            (None, None, None) => TokenStream::new(),
            _ => quote!({ #open #(#fields,)* #body }),
        };
        quote!(#owner::#name #pattern => #start #(#headers)* .into(),)
    }

    /// The types that a variant brings beside those of schemas.
    fn parts(&self, operation: &Operation, response: &Response) -> TokenStream {
        let link = format!("[`{}::{}`]", operation.responses.name, response.name);
        let status = match &response.status {
            Status::Open(open) => Some(open_status(open, &link)),
            Status::Code(_) => None,
        };
        let content = response.body.as_ref().map(|body| self.contents_of(operation, body, &link));
        quote!(#status #content)
    }

    /// How a header is put onto a reply.
    fn send(&self, header: &Header) -> TokenStream {
        let (name, wire) = (&header.name, header.wire.to_lowercase());
        let (how, more) = match &header.value {
            HeaderValue::Always(text) => return quote!(.header(#wire, #text)),
            HeaderValue::Of(ty) if self.is_natural(ty) => ("header", None),
            HeaderValue::Of(_) => ("scalar_header", None),
            HeaderValue::List(_) => ("list_header", None),
            HeaderValue::Each(_) => ("each_header", None),
            HeaderValue::Object { explode, .. } => ("object_header", Some(quote!(, #explode))),
            HeaderValue::Json(_) => ("json_header", None),
        };
        let optional = if header.required { "" } else { "optional_" };
        let method = format_ident!("{optional}{how}");
        quote!(.#method(#wire, &#name #more))
    }

    /// Whether `ty` is a plain type of Rust or one of several strings, which have a short way into a header field.
    fn is_natural(&self, ty: &Type) -> bool {
        match self.types.meaning(ty) {
            Type::String(_) | Type::Integer { .. } | Type::Number { .. } | Type::Boolean => true,
            Type::Checked(inner, _) => self.is_natural(inner),
            Type::Named(id) => matches!(self.types.item(*id).map(|item| &item.kind), Some(Kind::Enum(_))),
            _ => false,
        }
    }
}

/// `Debug` always; the others where all content is there when the response begins.
fn derive(responses: &Responses) -> TokenStream {
    if responses.are_values() { quote!(#[derive(Debug, Clone, PartialEq)]) } else { quote!(#[derive(Debug)]) }
}

fn key(response: &Response) -> String {
    match &response.status {
        Status::Code(code) => code.to_string(),
        Status::Open(open) => open.key.clone(),
    }
}

/// The type of the statuses that a document leaves open.
fn open_status(open: &Open, link: &str) -> TokenStream {
    let about = comment([format!("The status of {link}.")]);
    let (name, number) = (&open.name, |status: u16| Literal::u16_unsuffixed(status));
    let (first, last) = (number(open.first), number(open.last));
    let others = open.others.iter().map(|range| {
        let (start, end) = (number(*range.start()), number(*range.end()));
        if range.start() == range.end() { quote!(#start) } else { quote!(#start..=#end) }
    });
    let others = (!open.others.is_empty()).then(|| quote!(#(#others)|* => false,));
    quote! {
        #about
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct #name(u16);
        impl #name {
            const fn is_declared(status: u16) -> bool {
                match status {
                    #others
                    #first..=#last => true,
                    _ => false,
                }
            }
        }
        ::specwright_runtime::statuses!(#name);
    }
}

/// The header fields that a handler is asked for, with their types.
fn asked(response: &Response) -> impl Iterator<Item = (&Header, &Type)> {
    response.headers.iter().filter_map(|header| header.value.asked().map(|ty| (header, ty)))
}
