//! A file for the operations of one tag: their trait, what they take and answer, and what calls them.

use quote::quote;

use super::doc::{below, code};
use super::document::Origin;
use super::file::File;
use super::imports::{Imports, Taken};
use super::rule::Writing;
use super::schema::Used;
use crate::model::{Api, Group};

pub(super) fn file(api: &Api, group: &Group, taken: &Taken, used: &Used, origin: &Origin) -> File {
    let imports = Imports::new(taken);
    let writing = Writing::of(api, used, &imports);
    let head = match &group.tag {
        Some(tag) => format!("The operations tagged {}.", code(tag)),
        None => "The operations without a tag.".to_owned(),
    };
    let (name, about) = (&group.name, below(&head, &group.doc));
    let operations = || group.operations.iter().map(|(_, operation)| operation);
    let methods = operations().map(|operation| writing.method(operation));
    let types = operations().map(|operation| {
        let parameters =
            operation.parameters.as_ref().map(|parameters| writing.parameters(name, operation, parameters));
        let body = operation.body.as_ref().and_then(|body| writing.body_enum(name, operation, body));
        let responses = writing.responses(name, operation);
        quote!(#parameters #body #responses)
    });
    let functions = operations().map(|operation| writing.function(name, operation, taken));
    let bounds = if !api.security.is_required() {
        let (send, sync) = (imports.prelude("Send"), imports.prelude("Sync"));
        quote!(#send + #sync + 'static)
    } else {
        imports.authenticate()
    };
    let (into, failure) = (imports.prelude("Into"), imports.runtime("Failure"));
    let items = quote! {
        #about
        pub trait #name: #bounds {
            /// What a handler fails with; see [`Failure`].
            type Error: #into<#failure>;
            #(#methods)*
        }
        #(#types)*
        #(#functions)*
    };
    let uses = imports.items();
    File::rust(group.module.file_stem(), &[head.as_str()], quote!(#uses #items), origin)
}
