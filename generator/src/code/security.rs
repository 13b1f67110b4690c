//! `security.rs`: the trait that proves who calls.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{code, comment, doc};
use super::document::Origin;
use super::file::File;
use super::imports::{Imports, Taken};
use crate::model::{Api, SecurityScheme};

const SECURITY: &str = "::specwright_runtime::security";

pub(super) fn file(api: &Api, taken: &Taken, origin: &Origin) -> File {
    let imports = Imports::new(taken);
    let types = api.schemes.iter().map(|scheme| {
        let (name, send) = (&scheme.type_name, imports.prelude("Send"));
        let about = comment([format!("A caller accepted by {}.", code(&scheme.key))]);
        quote!(#about type #name: #send;)
    });
    let methods = api.schemes.iter().map(|scheme| method(scheme, &imports));
    let readers = api.schemes.iter().map(|scheme| reader(scheme, &imports, taken));
    let (send, sync) = (imports.prelude("Send"), imports.prelude("Sync"));
    let items = quote! {
        /// Proves who calls: one method for each security scheme.
        ///
        /// A method receives a well-formed credential and answers with what handlers are to know about the caller.
        pub trait Authenticate: #send + #sync + 'static {
            #(#types)*
            #(#methods)*
        }
        #(#readers)*
    };
    let uses = imports.items();
    File::rust(
        "security",
        &["Who may call: the security schemes of the document."],
        quote!(#uses #items),
        origin,
    )
}

fn method(scheme: &SecurityScheme, imports: &Imports<'_>) -> TokenStream {
    let (about, name, caller) = (doc("", &scheme.doc), &scheme.method, &scheme.type_name);
    let (future, result, send) =
        (imports.prelude("Future"), imports.prelude("Result"), imports.prelude("Send"));
    let context = imports.runtime("Context");
    let [token, denied, scopes] =
        ["BearerToken", "Denied", "Scopes"].map(|name| imports.external(SECURITY, name));
    quote! {
        #about
        fn #name(
            &self,
            context: &#context,
            token: #token,
            scopes: #scopes,
        ) -> impl #future<Output = #result<Self::#caller, #denied>> + #send;
    }
}

fn reader(scheme: &SecurityScheme, imports: &Imports<'_>, taken: &Taken) -> TokenStream {
    let (name, caller, generic) = (&scheme.method, &scheme.type_name, taken.generic("A"));
    let (context, result) = (imports.runtime("Context"), imports.prelude("Result"));
    let [token, refusal, scopes] =
        ["BearerToken", "Refusal", "Scopes"].map(|name| imports.external(SECURITY, name));
    quote! {
        pub(super) async fn #name<#generic: Authenticate>(
            api: &#generic,
            context: &#context,
            scopes: #scopes,
        ) -> #result<#generic::#caller, #refusal> {
            let token = #token::read(context)?;
            Authenticate::#name(api, context, token, scopes).await.map_err(#refusal::bearer)
        }
    }
}
