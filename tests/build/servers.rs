//! Servers with every security scheme in every position, in the folder for what is built. Nobody reads them, so they are not kept.

use std::path::{Path, PathBuf};
use std::{env, fs};

use quote::{format_ident, quote};
use specwright::output;

use crate::half;
use crate::matrix::{Document, documents};

/// Writes them, and a file that has a module for each and a list of all.
pub(crate) fn write() {
    println!("cargo::rerun-if-changed=matrix");
    println!("cargo::rerun-if-changed=build");
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where")).join("matrix");
    let documents = documents();
    let modules = documents.iter().map(|document| {
        let (name, folder) = (format_ident!("{}", document.name), folder.join(&document.name));
        let generated = generate(document, &folder);
        let half = half::of(&generated);
        let path = generated.join("mod.rs").to_string_lossy().into_owned();
        quote! {
            mod #name {
                #[path = #path]
                pub(super) mod generated;
                #half
            }
        }
    });
    let modules: Vec<_> = modules.collect();
    let names = documents.iter().map(|document| &document.name);
    let idents = documents.iter().map(|document| format_ident!("{}", document.name));
    let list = quote! {
        #(#modules)*
        pub(crate) fn doors() -> Vec<(&'static str, Door)> {
            vec![#((#names, Door::new(#idents::generated::Server::<crate::desk::Desk>::new))),*]
        }
    };
    let file = syn::parse2(list).expect("Rust");
    replace(&folder.join("mod.rs"), &prettyplease::unparse(&file));
}

/// Generates the server of a document, and says where it is.
fn generate(document: &Document, folder: &Path) -> PathBuf {
    fs::create_dir_all(folder).expect("a folder of our own");
    let (spec, generated) = (folder.join("spec.json"), folder.join("generated"));
    replace(&spec, &document.json().to_string());
    match specwright::generate(&spec, &generated) {
        Ok(server) => output::write(&generated, &server.files).expect("a folder of our own"),
        Err(report) => panic!("{}\n{}", document.name, report.lines().collect::<Vec<_>>().join("\n")),
    };
    generated
}

/// Writes a file where it says something else, so that nothing is compiled for nothing.
pub(crate) fn replace(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|there| there == text) {
        return;
    }
    fs::write(path, text).expect("a folder of our own");
}
