//! An operation: the method that a handler implements, and the function that calls it.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{code, inline, paragraphs};
use super::imports::Taken;
use super::parameter::local;
use super::rule::Writing;
use super::security::SECURITY;
use super::types::all_or;
use crate::model::{Caller, Name, Operation, Requirement};

impl Writing<'_> {
    /// The method of the trait.
    pub(super) fn method(&self, operation: &Operation) -> TokenStream {
        let (about, name, answer) = (about(operation), &operation.name, &operation.responses.name);
        let context = self.imports.runtime("Context");
        let caller = operation.requirement.as_ref().map(|requirement| {
            let caller = self.caller(requirement);
            quote!(caller: #caller,)
        });
        let parameters = operation.parameters.as_ref().map(|parameters| {
            let name = &parameters.name;
            quote!(parameters: #name,)
        });
        let body = operation.body.as_ref().map(|body| {
            let ty = self.body_type(body);
            quote!(body: #ty,)
        });
        let prelude = |name| self.imports.prelude(name);
        let (future, result, send) = (prelude("Future"), prelude("Result"), prelude("Send"));
        quote! {
            #about
            fn #name(
                &self,
                context: &#context,
                #caller
                #parameters
                #body
            ) -> impl #future<Output = #result<#answer, Self::Error>> + #send;
        }
    }

    /// The function that proves the caller, reads the request and calls the method of the trait `group`.
    pub(super) fn function(&self, group: &Name, operation: &Operation, taken: &Taken) -> TokenStream {
        let name = &operation.name;
        let (generic, body_generic) = (taken.generic("A"), taken.generic("B"));
        let runtime = |name| self.imports.runtime(name);
        let [context, rejection, response] = ["Context", "Rejection", "Response"].map(runtime);
        let (arc, result) = (self.imports.external("::std::sync", "Arc"), self.imports.prelude("Result"));
        let (body_bound, body_argument) = match operation.body {
            Some(_) => {
                let bound = self.imports.runtime("Body");
                (Some(quote!(, #body_generic: #bound)), Some(quote!(body: #body_generic,)))
            }
            None => (None, None),
        };
        let prove = self.prove(operation);
        let read = self.read(operation);
        let arguments = [
            operation.requirement.as_ref().map(|_| quote!(caller)),
            operation.parameters.as_ref().map(|_| quote!(parameters)),
            operation.body.as_ref().map(|_| quote!(body)),
        ];
        let arguments = arguments.into_iter().flatten();
        let respond = if operation.responses.depend_on_request() {
            let respond_to = self.imports.runtime("respond_to");
            quote!(#respond_to(&context, #group::#name(&*api, &context #(, #arguments)*).await))
        } else {
            let respond = self.imports.runtime("respond");
            quote!(#respond(#group::#name(&*api, &context #(, #arguments)*).await))
        };
        quote! {
            pub(super) async fn #name<#generic: #group #body_bound>(
                api: #arc<#generic>,
                context: #context,
                #body_argument
            ) -> #result<#response, #rejection> {
                #prove
                #read
                #respond
            }
        }
    }

    /// The type of who calls.
    fn caller(&self, requirement: &Requirement) -> TokenStream {
        let caller = match self.security.caller(requirement.caller) {
            Some(Caller::One(id)) => {
                let name = self.security.scheme(*id).map(|scheme| &scheme.type_name);
                quote!(Self::#name)
            }
            Some(Caller::All { name, .. } | Caller::Any { name, .. }) => {
                let name = self.imports.local("super::security", name);
                quote!(#name<Self>)
            }
            None => TokenStream::new(),
        };
        if requirement.optional {
            let option = self.imports.prelude("Option");
            quote!(#option<#caller>)
        } else {
            caller
        }
    }

    fn prove(&self, operation: &Operation) -> Option<TokenStream> {
        let requirement = operation.requirement.as_ref()?;
        let security = self.imports.security();
        self.imports.methods_of(SECURITY, "Requirement");
        let name = match self.security.caller(requirement.caller)? {
            Caller::One(id) => &self.security.scheme(*id)?.requirement,
            Caller::All { name, .. } | Caller::Any { name, .. } => name,
        };
        let how = if requirement.optional { quote!(optional) } else { quote!(required) };
        let scopes = requirement.schemes.iter().filter_map(|(id, scopes)| {
            self.security.scheme(*id).filter(|scheme| scheme.takes_scopes).map(|_| quote!(&[#(#scopes),*]))
        });
        let scopes: Vec<TokenStream> = scopes.collect();
        let scopes = match scopes.as_slice() {
            [] => quote!(()),
            [one] => quote!(#one),
            several => quote!([#(#several),*]),
        };
        Some(quote!(let caller = #security::#name::#how(&*api, &context, #scopes).await?;))
    }

    fn read(&self, operation: &Operation) -> Option<TokenStream> {
        if operation.parameters.is_none() && operation.body.is_none() {
            return None;
        }
        let input = self.imports.runtime("Input");
        let fields = operation.parameters.iter().flat_map(|parameters| &parameters.fields);
        let reads = fields.clone().map(|parameter| self.read_parameter(parameter));
        let body = operation.body.as_ref().map(|body| self.read_body(body));
        let body_name = operation.body.as_ref().and_then(|_| Name::snake("body"));
        let all = all_or(fields.clone().map(local).chain(body_name), quote!(return Err(input.rejected())));
        let parameters = operation.parameters.as_ref().map(|parameters| {
            let name = &parameters.name;
            let members = parameters.fields.iter().map(|parameter| {
                let (name, local) = (&parameter.name, local(parameter));
                if *name == local { quote!(#name) } else { quote!(#name: #local) }
            });
            quote!(let parameters = #name { #(#members),* };)
        });
        Some(quote! {
            let mut input = #input::of(&context);
            #(#reads)*
            #body
            #all
            #parameters
        })
    }
}

/// The operation's summary and address, its description, and that of its body.
fn about(operation: &Operation) -> TokenStream {
    let address = code(&format!("{} {}", operation.method.as_str(), operation.path));
    let text = operation.doc.text.as_str();
    let (first, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let (lead, text) = if first.is_empty() || first.contains('\n') {
        (address, text)
    } else {
        (format!("{}: {address}", inline(first.trim_end_matches('.'))), rest)
    };
    let body = operation.body.as_ref().map(|body| body.doc.text.as_str()).filter(|text| !text.is_empty());
    let body = body.map(|text| {
        let behind = if text.contains('\n') { "\n\n" } else { " " };
        format!("The body:{behind}{text}")
    });
    paragraphs(&lead, &[text, &body.unwrap_or_default()], operation.doc.deprecated)
}
