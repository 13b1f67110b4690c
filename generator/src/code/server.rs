//! `server.rs`: from a method and a path to an operation.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{code, comment};
use super::document::Origin;
use super::file::File;
use super::imports::{Imports, Taken};
use super::route;
use crate::model::{Api, Group, Method, Operation, PathItem};

pub(super) fn file(api: &Api, taken: &Taken, origin: &Origin) -> File {
    let imports = Imports::new(taken);
    let groups = by_index(api);
    let generic = taken.generic("A");
    let traits: Vec<TokenStream> = api
        .groups
        .iter()
        .map(|group| {
            let name = &group.name;
            quote!(#name)
        })
        .collect();
    let bounds = if traits.is_empty() {
        let (send, sync) = (imports.prelude("Send"), imports.prelude("Sync"));
        quote!(#send + #sync + 'static)
    } else {
        quote!(#(#traits)+*)
    };
    let mut uses_of_siblings: Vec<(&str, TokenStream)> = vec![(
        "document",
        quote!(
            use super::document::DOCUMENT;
        ),
    )];
    uses_of_siblings.extend(api.groups.iter().map(|group| {
        let (module, name) = (&group.module, &group.name);
        (module.as_str(), quote!(use super::#module::{self, #name};))
    }));
    uses_of_siblings.sort_by_key(|(module, _)| *module);
    let uses_of_siblings = uses_of_siblings.iter().map(|(_, tokens)| tokens);
    let variants = api.paths.iter().map(|path| {
        let (about, name) = (comment([code(&path.template.text)]), &path.name);
        quote!(#about #name)
    });
    let arms = api.paths.iter().map(|path| path_arm(path, &groups, &imports));
    let find = route::find(&api.paths, &imports);
    let literals = route::literal(&api.paths);
    let runtime = |name| imports.runtime(name);
    let [answer, body, call, contract, document] =
        ["Answer", "Body", "Call", "Contract", "Document"].map(runtime);
    let (arc, phantom) =
        (imports.external("::std::sync", "Arc"), imports.external("::std::marker", "PhantomData"));
    let (option, body_generic) = (imports.prelude("Option"), taken.generic("B"));
    let literal = (!literals.is_empty()).then(|| {
        quote! {
            fn literal(path: &str) -> #option<Path> {
                let path = match path {
                    #(#literals)*
                    _ => return None,
                };
                Some(path)
            }
        }
    });
    // Without paths there is nothing to do with these.
    let [segments, end, api_name, call_name] = ["segments", "end", "api", "call"]
        .map(|name| if api.paths.is_empty() { quote!(_) } else { super::imports::path(name) });
    let secret: BTreeSet<&str> =
        api.security.schemes().filter_map(|scheme| scheme.credentials.field()).collect();
    let secret = (!secret.is_empty()).then(|| {
        let secret = secret.iter();
        quote!(const SECRET_FIELDS: &'static [&'static str] = &[#(#secret),*];)
    });
    let about_server = comment([format!("Serves the document with the operations of `{generic}`.")]);
    let about_operations = comment([format!("The operations of the document, implemented by `{generic}`.")]);
    let items = quote! {
        #about_server
        pub type Server<#generic> = ::specwright_runtime::Server<Operations<#generic>>;

        #about_operations
        pub struct Operations<#generic>(#phantom<#generic>);

        /// The paths of the document.
        #[derive(Debug, Clone, Copy)]
        pub enum Path {
            #(#variants,)*
        }

        impl<#generic: #bounds> #contract for Operations<#generic> {
            type Api = #generic;
            type Path = Path;
            const DOCUMENT: &'static #document = &DOCUMENT;
            #secret
            fn path(#segments: &[&str], #end: &str) -> #option<Path> {
                #find
            }
            #literal

            fn call<#body_generic: #body>(#api_name: #arc<#generic>, path: Path, #call_name: #call<#body_generic>) -> #answer {
                match path {
                    #(#arms,)*
                }
            }
        }
    };
    let uses = imports.items();
    let items = quote!(#uses #(#uses_of_siblings)* #items);
    File::rust("server", &["The server: from a method and a path to an operation."], items, origin)
}

/// Each operation with its group, by its index in the order of the document.
fn by_index(api: &Api) -> BTreeMap<usize, (&Group, &Operation)> {
    let operations = api.groups.iter().flat_map(|group| {
        group.operations.iter().map(move |(index, operation)| (*index, (group, operation)))
    });
    operations.collect()
}

fn path_arm(
    path: &PathItem,
    groups: &BTreeMap<usize, (&Group, &Operation)>,
    imports: &Imports<'_>,
) -> TokenStream {
    let (name, answer) = (&path.name, imports.runtime("Answer"));
    let has = |wanted: &str| path.operations.iter().any(|(method, _)| method.as_str() == wanted);
    let head_too = has("GET") && !has("HEAD");
    let arms = path.operations.iter().filter_map(|(verb, index)| {
        let (group, operation) = groups.get(index)?;
        let (module, function, id) = (&group.module, &operation.name, &operation.id);
        let pattern = pattern(verb, head_too, imports);
        Some(match operation.body {
            None => quote!(#pattern => #answer::of(#module::#function(api, call.context(#id)))),
            Some(_) => quote! {
                #pattern => {
                    let (context, body) = call.parts(#id);
                    #answer::of(#module::#function(api, context, body))
                }
            },
        })
    });
    let allow: Vec<&str> = path
        .operations
        .iter()
        .flat_map(|(verb, _)| {
            let head = (head_too && verb.as_str() == "GET").then_some("HEAD");
            [Some(verb.as_str()), head].into_iter().flatten()
        })
        .collect();
    let allow = allow.join(", ");
    quote! {
        Path::#name => match *call.method() {
            #(#arms,)*
            _ => #answer::method_not_allowed(#allow),
        }
    }
}

/// What a request's method matches: a constant, where HTTP's crate has one.
fn pattern(verb: &Method, head_too: bool, imports: &Imports<'_>) -> TokenStream {
    let text = verb.as_str();
    if !verb.has_a_key() {
        return quote!(ref method if method == #text);
    }
    let (method, token) = (imports.runtime("Method"), quote::format_ident!("{text}"));
    if head_too && text == "GET" { quote!(#method::GET | #method::HEAD) } else { quote!(#method::#token) }
}
