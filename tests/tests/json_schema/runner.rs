//! The package that is generated, compiled and asked.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use quote::ToTokens as _;
use specwright::output;
use specwright_tests::place::workspace;
use syn::{FnArg, Item, TraitItem};

/// A package of servers, one for each document. It stays where it is, so that only what has changed is compiled again.
pub(crate) struct Package {
    folder: PathBuf,
    target: PathBuf,
    modules: Vec<String>,
}

/// What is sent: the module, the operation, and the body as JSON on one line.
pub(crate) struct Request<'r> {
    pub(crate) module: &'r str,
    pub(crate) operation: &'r str,
    pub(crate) body: &'r str,
}

const MANIFEST: &str = r#"[package]
name = "suite"
version = "0.1.0"
edition = "2024"

[dependencies]
bytes = "1"
http = "1"
http-body-util = "0.1"
specwright-runtime = { path = RUNTIME, features = ["chrono", "pattern", "uuid"] }
tokio = { version = "1", features = ["rt"] }
tower-service = "0.3"

[profile.dev]
debug = false

[workspace]
"#;

/// Reads requests, one a line, and writes the status of each answer on a line.
const MAIN: &str = r#"
use std::io::Write as _;

use http::Request;
use http_body_util::Full;

struct Suite;

async fn status<S, B>(mut server: S, path: &str, body: &str) -> u16
where
    S: tower_service::Service<Request<Full<bytes::Bytes>>, Response = http::Response<B>>,
{
    let request = Request::post(format!("/{path}")).header("content-type", "application/json");
    let request = request.body(Full::new(bytes::Bytes::from(body.to_owned()))).unwrap();
    server.call(request).await.ok().unwrap().status().as_u16()
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let mut parts = line.splitn(3, ' ');
        let (module, path, body) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        let status = match module {
            ARMS
            other => panic!("{other}"),
        };
        writeln!(out, "{status}").unwrap();
    }
}
"#;

impl Package {
    pub(crate) fn new(folder: &Path) -> Self {
        fs::create_dir_all(folder.join("src")).unwrap();
        Self { folder: folder.to_owned(), target: folder.join("target"), modules: Vec::new() }
    }

    /// Adds the server of a document as the module `name`.
    pub(crate) fn add(&mut self, name: &str, document: &[u8]) {
        let folder = self.folder.join("src").join(name);
        let spec = self.folder.join(format!("{name}.json"));
        replace(&spec, &String::from_utf8_lossy(document));
        let generated = specwright::generate(&spec, &folder.join("generated"))
            .unwrap_or_else(|report| panic!("{name} is refused, though each schema of it is not\n{report}"));
        output::write(&folder.join("generated"), &generated.files).unwrap();
        let api = generated.files.iter().find(|file| file.name == "api.rs").unwrap();
        replace(&folder.join("mod.rs"), &half(&api.content));
        self.modules.push(name.to_owned());
    }

    /// The status of the answer to each request.
    pub(crate) fn ask<'r>(&self, requests: impl Iterator<Item = Request<'r>>) -> Vec<u16> {
        self.compile();
        let lines: String =
            requests.map(|one| format!("{} {} {}\n", one.module, one.operation, one.body)).collect();
        let sent = self.folder.join("requests.txt");
        fs::write(&sent, lines).unwrap();
        let output = Command::new(self.target.join("debug/suite"))
            .stdin(fs::File::open(&sent).unwrap())
            .stderr(Stdio::inherit())
            .output()
            .unwrap();
        assert!(output.status.success(), "the server gave up");
        let statuses = String::from_utf8(output.stdout).unwrap();
        statuses.lines().map(|line| line.parse().unwrap()).collect()
    }

    fn compile(&self) {
        let arm = |name: &String| {
            format!(
                "{name:?} => runtime.block_on(status({name}::generated::Server::new(Suite), path, body)),\n"
            )
        };
        let arms: String = self.modules.iter().map(arm).collect();
        let modules: String = self.modules.iter().map(|name| format!("mod {name};\n")).collect();
        let runtime = format!("{:?}", workspace().join("runtime").to_string_lossy());
        replace(&self.folder.join("Cargo.toml"), &MANIFEST.replace("RUNTIME", &runtime));
        replace(&self.folder.join("src/main.rs"), &format!("{modules}{}", MAIN.replace("ARMS", &arms)));
        // The versions that the workspace has, so that nothing has to be looked up.
        fs::copy(workspace().join("Cargo.lock"), self.folder.join("Cargo.lock")).unwrap();
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let status = Command::new(cargo)
            .args(["build", "--offline", "--quiet"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env_remove("RUSTFLAGS")
            .status()
            .unwrap();
        assert!(status.success(), "the servers of the suite do not compile");
    }
}

/// Handlers that say that what they were given is good.
fn half(api: &str) -> String {
    let mut handlers = String::new();
    for item in syn::parse_file(api).unwrap().items {
        let Item::Trait(item) = item else { continue };
        for member in item.items {
            let TraitItem::Fn(function) = member else { continue };
            let name = function.sig.ident.to_string();
            let types = function.sig.inputs.iter().filter_map(|argument| match argument {
                FnArg::Typed(argument) => Some(argument.ty.to_token_stream().to_string()),
                FnArg::Receiver(_) => None,
            });
            let arguments: String = types.map(|ty| format!(", _: {ty}")).collect();
            let response = camel(&name);
            handlers.push_str(&format!(
                "async fn {name}(&self{arguments}) -> Result<{response}, Self::Error> {{ Ok({response}::NoContent) }}\n"
            ));
        }
    }
    format!(
        "#![allow(unused_imports, reason = \"handlers are written for every type there may be\")]\n\
         use generated::*;\nuse specwright_runtime::json::Json;\nuse specwright_runtime::{{Binary, Context}};\n\
         use std::collections::BTreeMap;\npub mod generated;\n\
         impl Api for crate::Suite {{\ntype Error = std::convert::Infallible;\n{handlers}}}\n"
    )
}

/// `Group7` for `group7`.
fn camel(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// Writes `content`, unless it is there already: cargo looks at the times of files.
fn replace(path: &Path, content: &str) {
    if fs::read_to_string(path).ok().as_deref() != Some(content) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}
