//! `security.rs`: the trait that proves who calls, and what operations require.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::caller::Proving;
use super::doc::{code, comment, doc};
use super::document::Origin;
use super::file::File;
use super::imports::{Imports, Taken};
use crate::model::{Api, Credentials, SecurityScheme};

pub(super) const SECURITY: &str = "::specwright_runtime::security";

pub(super) fn file(api: &Api, taken: &Taken, origin: &Origin) -> File {
    let imports = Imports::new(taken);
    let types = api.security.schemes().map(|scheme| {
        let (name, send) = (&scheme.type_name, imports.prelude("Send"));
        let about = comment([format!("A caller accepted by {}.", code(&scheme.key))]);
        quote!(#about type #name: #send;)
    });
    let methods = api.security.schemes().map(|scheme| method(scheme, &imports));
    let [sized, send, sync] = ["Sized", "Send", "Sync"].map(|name| imports.prelude(name));
    let context = imports.runtime("Context");
    let challenge = imports.external(SECURITY, "Challenge");
    let schemes = api.security.schemes().map(|scheme| constant(scheme, &api.title, &imports));
    let proving = Proving { security: &api.security, imports: &imports, taken };
    let requirements = api.security.schemes().map(|scheme| proving.scheme(scheme));
    let combinations = api.security.combinations().map(|caller| proving.combination(caller));
    let items = quote! {
        /// Proves who calls: one method for each security scheme.
        ///
        /// A method receives a well-formed credential and answers with what handlers are to know about the caller.
        pub trait Authenticate: #sized + #send + #sync + 'static {
            #(#types)*
            #(#methods)*
            /// A challenge on its way to who is refused, to add a `realm` or another parameter to.
            fn challenge(&self, _context: &#context, challenge: #challenge) -> #challenge {
                challenge
            }
        }
        #(#schemes)*
        #(#requirements)*
        #(#combinations)*
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
    let (context, denied) = (imports.runtime("Context"), imports.external(SECURITY, "Denied"));
    let (ty, credential) = (imports.external(SECURITY, credential(scheme)), word(scheme));
    let scopes = scheme.takes_scopes.then(|| {
        let scopes = imports.external(SECURITY, "Scopes");
        quote!(scopes: #scopes,)
    });
    quote! {
        #about
        fn #name(
            &self,
            context: &#context,
            #credential: #ty,
            #scopes
        ) -> impl #future<Output = #result<Self::#caller, #denied>> + #send;
    }
}

/// The scheme as the runtime wants it stated.
fn constant(scheme: &SecurityScheme, title: &str, imports: &Imports<'_>) -> TokenStream {
    let (name, key, ty) = (scheme.constant(), &scheme.key, imports.external(SECURITY, "Scheme"));
    let facts = match &scheme.credentials {
        Credentials::Bearer => quote!(bearer(#key)),
        Credentials::Basic => quote!(basic(#key, #title)),
        Credentials::Http(name) => quote!(http(#key, #name)),
        Credentials::Header(_) | Credentials::Query(_) | Credentials::Cookie(_) => quote!(api_key(#key)),
        Credentials::MutualTls => quote!(mutual_tls(#key)),
    };
    quote!(const #name: #ty = #ty::#facts;)
}

/// The type of what a scheme reads.
pub(super) fn credential(scheme: &SecurityScheme) -> &'static str {
    match scheme.credentials {
        Credentials::Bearer => "BearerToken",
        Credentials::Basic => "BasicCredentials",
        Credentials::Http(_) => "HttpCredentials",
        Credentials::Header(_) | Credentials::Query(_) | Credentials::Cookie(_) => "ApiKey",
        Credentials::MutualTls => "PeerCertificate",
    }
}

/// What a variable is called that holds it.
pub(super) fn word(scheme: &SecurityScheme) -> TokenStream {
    match scheme.credentials {
        Credentials::Bearer => quote!(token),
        Credentials::Basic | Credentials::Http(_) => quote!(credentials),
        Credentials::Header(_) | Credentials::Query(_) | Credentials::Cookie(_) => quote!(key),
        Credentials::MutualTls => quote!(certificate),
    }
}

/// How it is read: `BearerToken::read(context)`.
pub(super) fn read(scheme: &SecurityScheme, imports: &Imports<'_>) -> TokenStream {
    let ty = imports.external(SECURITY, credential(scheme));
    let named = |reader: TokenStream, name: &str| {
        let name = Literal::string(name);
        quote!(#ty::#reader(context, #name))
    };
    match &scheme.credentials {
        Credentials::Bearer | Credentials::Basic | Credentials::MutualTls => quote!(#ty::read(context)),
        Credentials::Http(name) => named(quote!(read), name),
        Credentials::Header(name) => named(quote!(in_header), name),
        Credentials::Query(name) => named(quote!(in_query), name),
        Credentials::Cookie(name) => named(quote!(in_cookie), name),
    }
}
