//! The parameters of an operation: their struct, and how they are read.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::doc::{code, comment, doc};
use super::rule::Writing;
use crate::model::{Location, Name, Operation, Parameter, Parameters};

/// Names that an operation's function needs for itself.
const LOCALS: [&str; 11] = [
    "api",
    "body",
    "caller",
    "context",
    "input",
    "list",
    "nullable",
    "of",
    "parameters",
    "respond",
    "security",
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
                Location::Path(_) => "in the path",
                Location::Query => "in the query",
                Location::Header => "in a header field",
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
        let (local, wire, rule) = (local(parameter), &parameter.wire, self.rule(&parameter.ty));
        if let Some(default) = parameter.default.as_ref().map(|default| self.default(default)) {
            match parameter.location {
                Location::Path(_) => {} // always there
                Location::Query => return quote!(let #local = input.default_query(#wire, #rule, #default);),
                Location::Header => return quote!(let #local = input.default_header(#wire, #rule, #default);),
            }
        }
        match (parameter.location, parameter.required) {
            (Location::Path(index), _) => {
                let index = Literal::usize_unsuffixed(index);
                quote!(let #local = input.path(#wire, #index, #rule);)
            }
            (Location::Query, true) => quote!(let #local = input.required_query(#wire, #rule);),
            (Location::Query, false) => quote!(let #local = input.optional_query(#wire, #rule);),
            (Location::Header, true) => quote!(let #local = input.required_header(#wire, #rule);),
            (Location::Header, false) => quote!(let #local = input.optional_header(#wire, #rule);),
        }
    }
}

/// The variable that holds a parameter while the others are read.
pub(super) fn local(parameter: &Parameter) -> Name {
    let name = &parameter.name;
    if LOCALS.contains(&name.as_str()) { name.with("_") } else { name.clone() }
}
