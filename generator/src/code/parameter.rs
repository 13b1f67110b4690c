//! The parameters of an operation: their struct, and how they are read.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::doc::{code, comment, doc};
use super::rule::Writing;
use crate::model::{Location, Name, Operation, Parameter, Parameters, Serialization, Style, Type};

const PARAMETER: &str = "::specwright_runtime::parameter";

/// Names that an operation's function needs for itself.
const LOCALS: [&str; 21] = [
    "api",
    "body",
    "caller",
    "checked",
    "constant",
    "context",
    "input",
    "json",
    "list",
    "literal",
    "map",
    "nullable",
    "object",
    "of",
    "one_or_several",
    "parameters",
    "parsed",
    "respond",
    "respond_to",
    "security",
    "tuple",
];

impl Writing<'_> {
    /// The struct that holds the parameters of `operation`, a method of the trait `group`.
    pub(super) fn parameters(
        &self,
        group: &Name,
        operation: &Operation,
        parameters: &Parameters,
    ) -> TokenStream {
        let name = &parameters.name;
        let about = comment([format!("The parameters of [`{group}::{}`].", operation.name)]);
        let fields = parameters.fields.iter().map(|parameter| {
            let place = match parameter.location {
                Location::Path(_) | Location::PartOfPath { .. } => "in the path",
                Location::Query => "in the query",
                Location::QueryString => "the whole query",
                Location::Header => "in a header field",
                Location::Cookie => "in a cookie",
            };
            let about = doc(&format!("{}, {place}", code(&parameter.wire)), &parameter.doc);
            let (name, ty) = (&parameter.name, self.parameter_type(parameter));
            quote!(#about pub #name: #ty)
        });
        quote! {
            #about
            #[derive(Debug, Clone, PartialEq)]
            pub struct #name {
                #(#fields,)*
            }
        }
    }

    fn parameter_type(&self, parameter: &Parameter) -> TokenStream {
        if parameter.is_there() { self.ty(&parameter.ty) } else { self.optional(&parameter.ty) }
    }

    /// How one parameter is read from the request.
    pub(super) fn read_parameter(&self, parameter: &Parameter) -> TokenStream {
        let local = local(parameter);
        let read = |how: &str, default: TokenStream| self.read_as(parameter, how, default);
        let read = match &parameter.default {
            Some(default) => self.defaulted(default, &parameter.ty, read),
            None if parameter.required => read("required", TokenStream::new()),
            None => read("optional", TokenStream::new()),
        };
        quote!(let #local = #read;)
    }

    fn read_as(&self, parameter: &Parameter, how: &str, default: TokenStream) -> TokenStream {
        let (wire, rule) = (&parameter.wire, self.parameter_rule(parameter));
        if parameter.serialization != Serialization::Text || parameter.empty_is_unused {
            let (how, sent) = (format_ident!("{how}"), self.sent(parameter));
            return quote!(input.#how(#sent, #rule #default));
        }
        let place = match &parameter.location {
            Location::Path(index) => {
                let index = Literal::usize_unsuffixed(*index);
                return quote!(input.path(#wire, #index, #rule));
            }
            Location::PartOfPath { segment, part, texts } => {
                let [segment, part] = [*segment, *part].map(Literal::usize_unsuffixed);
                return quote!(input.part(#wire, #segment, &[#(#texts),*], #part, #rule));
            }
            Location::Query | Location::QueryString => "query",
            Location::Header => "header",
            Location::Cookie => "cookie",
        };
        let reader = format_ident!("{how}_{place}");
        quote!(input.#reader(#wire, #rule #default))
    }

    /// Where a parameter is sent, and how: `Parameter::query("tags").explode(false)`.
    fn sent(&self, parameter: &Parameter) -> TokenStream {
        let (ty, wire) = (self.imports.external(PARAMETER, "Parameter"), &parameter.wire);
        let (place, exploded) = match parameter.location {
            // A part of a segment is a plain scalar.
            Location::Path(index) | Location::PartOfPath { segment: index, .. } => {
                let index = Literal::usize_unsuffixed(index);
                (quote!(#ty::path(#wire, #index)), false)
            }
            Location::Query => (quote!(#ty::query(#wire)), true),
            Location::QueryString => (quote!(#ty::query_string(#wire)), true),
            Location::Header => (quote!(#ty::header(#wire)), false),
            Location::Cookie => (quote!(#ty::cookie(#wire)), false),
        };
        let empty = parameter.empty_is_unused.then(|| quote!(.allow_empty_value()));
        let Serialization::Styled { style, explode, .. } = parameter.serialization else {
            return quote!(#place #empty);
        };
        let (style, exploded) = match style {
            Style::Simple | Style::Form | Style::Cookie => (None, exploded),
            Style::Label => (Some(quote!(.label())), false),
            Style::Matrix => (Some(quote!(.matrix())), false),
            Style::SpaceDelimited => (Some(quote!(.space_delimited())), false),
            Style::PipeDelimited => (Some(quote!(.pipe_delimited())), false),
            // There is no other way to write it.
            Style::DeepObject => (Some(quote!(.deep_object())), explode),
        };
        let explode = (explode != exploded).then(|| quote!(.explode(#explode)));
        quote!(#place #style #explode #empty)
    }

    fn parameter_rule(&self, parameter: &Parameter) -> TokenStream {
        match parameter.serialization {
            Serialization::Styled { object: true, .. } => {
                let (object, ty) = (self.imports.external(PARAMETER, "object"), self.ty(&parameter.ty));
                quote!(#object::<#ty>())
            }
            Serialization::Json => {
                let (json, rule) = (self.imports.external(PARAMETER, "json"), self.rule(&parameter.ty));
                quote!(#json(#rule))
            }
            Serialization::Text | Serialization::Styled { object: false, .. } => {
                self.one_or_several(&parameter.ty).unwrap_or_else(|| self.rule(&parameter.ty))
            }
        }
    }
}

impl Writing<'_> {
    /// The rule of a scalar or an array of them, if `ty` is such.
    fn one_or_several(&self, ty: &Type) -> Option<TokenStream> {
        let Type::Checked(inner, id) = ty else { return None };
        let is_union = matches!(self.types.meaning(inner), Type::Named(_)) && !self.types.is_scalar(inner);
        is_union.then(|| {
            let either = self.imports.external(PARAMETER, "one_or_several");
            let (rule, schema) = (self.rule(inner), self.check(*id));
            quote!(#either(#rule, #schema))
        })
    }
}

/// The variable that holds a parameter while the others are read.
pub(super) fn local(parameter: &Parameter) -> Name {
    let name = &parameter.name;
    if LOCALS.contains(&name.as_str()) { name.with("_") } else { name.clone() }
}
