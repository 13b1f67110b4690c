//! A server that answers with the parameter it was sent, for each way in which one is described in the vectors.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

use quote::{format_ident, quote};
use specwright::output;

use crate::servers::replace;
use crate::vectors::{Vector, document, vectors};

/// Writes it, and its handlers, in the folder for what is built.
pub(crate) fn write() {
    println!("cargo::rerun-if-changed=vectors");
    println!("cargo::rerun-if-changed=conformance");
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where")).join("vectors");
    fs::create_dir_all(&folder).expect("a folder of our own");
    let vectors = vectors();
    let (spec, generated) = (folder.join("spec.json"), folder.join("generated"));
    replace(&spec, &document(&vectors).to_string());
    match specwright::generate(&spec, &generated) {
        Ok(server) => output::write(&generated, &server.files).expect("a folder of our own"),
        Err(report) => panic!("{}", report.lines().collect::<Vec<_>>().join("\n")),
    };
    let operations: BTreeMap<&str, &Vector> =
        vectors.iter().map(|vector| (vector.operation.as_str(), vector)).collect();
    let handlers = operations.into_values().map(handler);
    let path = generated.join("mod.rs").to_string_lossy().into_owned();
    let half = quote! {
        #[path = #path]
        pub(crate) mod generated;
        use generated::*;
        pub(crate) struct Echo;
        impl Api for Echo {
            type Error = std::convert::Infallible;
            #(#handlers)*
        }
    };
    replace(&folder.join("mod.rs"), &prettyplease::unparse(&syn::parse2(half).expect("Rust")));
}

fn handler(vector: &Vector) -> proc_macro2::TokenStream {
    let name = format_ident!("{}", vector.operation);
    let response = format_ident!("{}", vector.operation.to_uppercase());
    let parameters = format_ident!("{response}Parameters");
    let field = format_ident!("{}", vector.name.to_lowercase().replace('-', "_"));
    let answer = if vector.required {
        quote!(#response::Ok(parameters.#field))
    } else {
        quote!(parameters.#field.map_or(#response::NoContent, #response::Ok))
    };
    quote! {
        async fn #name(
            &self,
            _: &specwright_runtime::Context,
            parameters: #parameters,
        ) -> Result<#response, Self::Error> {
            Ok(#answer)
        }
    }
}
