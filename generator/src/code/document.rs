//! `document.rs`: the document itself, in its two forms, and where it is served.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::doc::is_invisible;
use super::file::File;
use crate::model::Api;

/// Where a document comes from, and where its server shows it.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// The path of the document from the folder on that holds it and the output, with forward slashes.
    pub shown: String,
    /// The path of the document from the folder of the output, with forward slashes.
    pub from_output: String,
    /// Whether the document was written as JSON.
    pub is_json: bool,
    /// The document as JSON, in the order of the document.
    pub json: String,
    /// Where the document is served.
    pub routes: Routes,
}

/// Where a server shows its document; what is `None` is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routes {
    /// The page, as in `/docs`.
    pub page: Option<String>,
    /// The document as YAML, as in `/openapi.yaml`.
    pub yaml: Option<String>,
    /// The document as JSON, as in `/openapi.json`.
    pub json: Option<String>,
}

impl Default for Routes {
    fn default() -> Self {
        Self {
            page: Some("/docs".to_owned()),
            yaml: Some("/openapi.yaml".to_owned()),
            json: Some("/openapi.json".to_owned()),
        }
    }
}

pub(super) fn file(origin: &Origin, api: &Api) -> File {
    let routes = &origin.routes;
    let from_output = &origin.from_output;
    let authored = quote!(include_bytes!(#from_output));
    let page = optional(routes.page.as_deref(), |path| {
        let policy = policy(&api.origins);
        quote!(Page { path: #path, html: include_str!("docs.html"), content_security_policy: #policy })
    });
    let yaml = optional(
        routes.yaml.as_deref(),
        |path| quote!(Representation { path: #path, media_type: "application/yaml", bytes: #authored }),
    );
    let json = optional(routes.json.as_deref(), |path| {
        let bytes = if origin.is_json { authored.clone() } else { quote!(JSON.as_bytes()) };
        quote!(Representation { path: #path, media_type: "application/json", bytes: #bytes })
    });
    let text = (routes.json.is_some() && !origin.is_json).then(|| {
        let text = raw_string(&origin.json);
        quote! {
            /// The document as JSON, in the order of the document.
            const JSON: &str = #text;
        }
    });
    let names = [
        ("Document", true),
        ("Page", routes.page.is_some()),
        ("Representation", routes.yaml.is_some() || routes.json.is_some()),
    ];
    let names = names.iter().filter(|(_, used)| *used).map(|(name, _)| quote::format_ident!("{name}"));
    let items = quote! {
        use ::specwright_runtime::{#(#names),*};
        /// What is served of the document.
        pub(super) static DOCUMENT: Document = Document { page: #page, yaml: #yaml, json: #json };
        #text
    };
    File::rust("document", &["The document itself, and the page that shows it."], items, origin)
}

fn optional(path: Option<&str>, some: impl FnOnce(&str) -> TokenStream) -> TokenStream {
    path.map_or_else(
        || quote!(None),
        |path| {
            let some = some(path);
            quote!(Some(#some))
        },
    )
}

/// The policy of the page: nothing but its own files, and requests to the servers that the document names.
fn policy(origins: &[String]) -> String {
    let connect: String = origins.iter().map(|origin| format!(" {origin}")).collect();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'{connect}; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

/// JSON as a raw string literal, line by line as it is.
fn raw_string(json: &str) -> Literal {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        // Within JSON these stand in strings alone, where they may be escaped; rustc does not take them as they are.
        if is_invisible(c) {
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
    }
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}").parse().unwrap_or_else(|_| Literal::string(&text))
}
