//! Names of the standard library and of the runtime: plain where the document has no such name, by absolute path where it has.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::model::{Api, Caller, Name};

/// The names that the document leads to.
#[derive(Debug, Default)]
pub(super) struct Taken {
    types: BTreeSet<String>,
    functions: BTreeSet<String>,
}

impl Taken {
    /// The names of the types, traits and operations of `api`.
    pub(super) fn of(api: &Api) -> Self {
        let mut types = BTreeSet::new();
        let mut functions = BTreeSet::new();
        types.extend(api.types.items().map(|item| text(&item.name)));
        functions.extend(api.security.schemes().map(|scheme| text(&scheme.method)));
        types.extend(api.security.schemes().map(|scheme| text(&scheme.requirement)));
        types.extend(api.security.combinations().filter_map(Caller::name).map(text));
        types.extend(api.webhooks.iter().map(|webhook| text(&webhook.name)));
        for group in &api.groups {
            types.insert(text(&group.name));
            for (_, operation) in &group.operations {
                functions.insert(text(&operation.name));
                types.extend(operation.responses.names().map(text));
                types.extend(operation.parameters.iter().map(|parameters| text(&parameters.name)));
                types.extend(operation.body.iter().filter_map(|body| body.name.as_ref()).map(text));
            }
        }
        Self { types, functions }
    }

    fn has(&self, name: &str) -> bool {
        self.types.contains(name) || self.functions.contains(name)
    }

    /// A generic parameter that hides no type of the document.
    pub(super) fn generic(&self, wanted: &str) -> Ident {
        let mut name = wanted.to_owned();
        while self.types.contains(&name) {
            name.push_str("Type");
        }
        Ident::new(&name, Span::call_site())
    }
}

fn text(name: &Name) -> String {
    name.ident().to_string()
}

/// What a file uses of others. Names are asked for while the file is written, and imported once it is.
#[derive(Debug)]
pub(super) struct Imports<'t> {
    taken: &'t Taken,
    used: RefCell<BTreeMap<&'static str, BTreeSet<String>>>,
}

impl<'t> Imports<'t> {
    pub(super) fn new(taken: &'t Taken) -> Self {
        Self { taken, used: RefCell::default() }
    }

    /// `name` in the module `module` (`::std::sync`, `::specwright_runtime::decode`).
    pub(super) fn external(&self, module: &'static str, name: &str) -> TokenStream {
        let ident = Ident::new(name, Span::call_site());
        if self.taken.has(name) {
            let module = path(module);
            return quote!(#module::#ident);
        }
        self.note(module, name.to_owned());
        ident.into_token_stream()
    }

    /// `name` of the runtime's root.
    pub(super) fn runtime(&self, name: &str) -> TokenStream {
        self.external("::specwright_runtime", name)
    }

    /// `name`, which the prelude brings.
    pub(super) fn prelude(&self, name: &'static str) -> TokenStream {
        let ident = Ident::new(name, Span::call_site());
        if !self.taken.types.contains(name) {
            return ident.into_token_stream();
        }
        let module = path(match name {
            "Box" => "::std::boxed",
            "From" | "Into" => "::std::convert",
            "Option" => "::std::option",
            "Result" => "::std::result",
            "String" => "::std::string",
            "Vec" => "::std::vec",
            "Future" => "::std::future",
            _ => "::std::marker",
        });
        quote!(#module::#ident)
    }

    /// `name` of another file of the output.
    pub(super) fn local(&self, module: &'static str, name: &Name) -> TokenStream {
        self.note(module, text(name));
        name.to_token_stream()
    }

    /// The trait `name` in the module `module`, for its methods alone: no name of the document is in its way.
    pub(super) fn methods_of(&self, module: &'static str, name: &str) {
        self.note(module, format!("{name}{ANONYMOUS}"));
    }

    /// The trait `super::security::Authenticate`.
    pub(super) fn authenticate(&self) -> TokenStream {
        self.note("super::security", "Authenticate".to_owned());
        quote!(Authenticate)
    }

    /// The module `super::security` itself, by its name.
    pub(super) fn security(&self) -> TokenStream {
        self.note("super::security", "self".to_owned());
        quote!(security)
    }

    /// The module `super::schemas`, by its name.
    pub(super) fn schemas(&self) -> TokenStream {
        self.note("super", "schemas".to_owned());
        quote!(schemas)
    }

    /// The runtime's module `schema`, by its name.
    pub(super) fn schema(&self) -> TokenStream {
        self.note("::specwright_runtime::schema", "self".to_owned());
        quote!(schema)
    }

    /// All names in the module, or of the enum, `module`.
    pub(super) fn all_of(&self, module: &'static str) {
        self.note(module, GLOB.to_owned());
    }

    fn note(&self, module: &'static str, name: String) {
        self.used.borrow_mut().entry(module).or_default().insert(name);
    }

    /// The `use` items, those of the standard library first, those of the output last, each in the order of rustfmt.
    pub(super) fn items(&self) -> TokenStream {
        let used = self.used.borrow();
        let mut modules: Vec<(&str, &BTreeSet<String>)> =
            used.iter().map(|(module, names)| (*module, names)).collect();
        modules.sort_by_key(|(module, names)| {
            let first = if names.len() == 1 { names.first().map_or("", String::as_str) } else { "{" };
            (!module.starts_with("::std"), module.starts_with("super"), format!("{module}::{first}"))
        });
        let uses = modules.into_iter().map(|(module, names)| {
            let module = path(module);
            let mut names: Vec<&String> = names.iter().collect();
            names.sort_by_key(|name| name.as_str() != "self");
            let names: Vec<TokenStream> = names.into_iter().map(|name| imported(name)).collect();
            match names.as_slice() {
                [one] if one.to_string() != "self" => quote!(use #module::#one;),
                several => quote!(use #module::{#(#several),*};),
            }
        });
        quote!(#(#uses)*)
    }
}

/// What is behind the name of a trait that is imported for its methods alone.
const ANONYMOUS: &str = " as _";

/// All names.
const GLOB: &str = "*";

fn imported(name: &str) -> TokenStream {
    if name == GLOB {
        return quote!(*);
    }
    match name.strip_suffix(ANONYMOUS) {
        Some(name) => {
            let name = raw(name);
            quote!(#name as _)
        }
        None => raw(name).into_token_stream(),
    }
}

fn raw(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A path whose segments are plain identifiers.
pub(super) fn path(text: &str) -> TokenStream {
    let leading = text.starts_with("::").then(|| quote!(::));
    let segments = text.split("::").filter(|segment| !segment.is_empty()).map(raw);
    quote!(#leading #(#segments)::*)
}
