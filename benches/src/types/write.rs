//! Two packages of the same types: a document and what is generated from it, and serde's derives.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;

/// How many object schemas there are.
pub(crate) const SCHEMAS: usize = 1_000;

/// How many of them an operation reads and writes, the first of which has the others in it.
const OF_OPERATION: usize = 50;

/// How many enums there are.
const ENUMS: usize = 100;

const WORDS: [&str; 4] = ["open", "paid", "sent", "returned"];

/// The folder of both packages, `generated` and `derived`.
pub(crate) fn workspace() -> Outcome<PathBuf> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("types");
    let runtime = repository.join("runtime");
    package(&folder, "generated", &format!("specwright-runtime = {{ path = {runtime:?} }}"))?;
    package(&folder, "derived", r#"serde = { version = "1", features = ["derive"] }"#)?;
    fs::write(
        folder.join("Cargo.toml"),
        "[workspace]\nmembers = [\"derived\", \"generated\"]\nresolver = \"3\"\n",
    )?;
    // the same versions, which are on this machine already
    fs::copy(repository.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    fs::write(folder.join("derived/lib.rs"), derived()?)?;
    fs::write(folder.join("generated/lib.rs"), "pub mod server;\n")?;
    let (document, out) = (folder.join("spec.yaml"), folder.join("generated/server"));
    fs::write(&document, spec()?)?;
    generate(&repository, &document, &out)?;
    Ok(folder)
}

fn package(folder: &Path, name: &str, dependency: &str) -> Outcome<()> {
    fs::create_dir_all(folder.join(name))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
        [lib]\npath = \"lib.rs\"\n\n[dependencies]\n{dependency}\n"
    );
    Ok(fs::write(folder.join(name).join("Cargo.toml"), manifest)?)
}

/// Runs the command line of the generator.
fn generate(repository: &Path, document: &Path, out: &Path) -> Outcome<()> {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["run", "--quiet", "--package", "specwright", "--", "generate", "--out"])
        .args([out, document])
        .current_dir(repository)
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(()) } else { Err(format!("nothing is generated:\n{said}").into()) }
}

/// The schemas that a schema refers to, so that each operation has a tree of them.
fn children(schema: usize) -> impl Iterator<Item = (&'static str, usize)> {
    let place = schema % OF_OPERATION;
    let children = [("left", 2 * place + 1), ("right", 2 * place + 2)];
    children
        .into_iter()
        .filter(|(_, child)| *child < OF_OPERATION)
        .map(move |(name, child)| (name, schema - place + child))
}

fn spec() -> Outcome<String> {
    let mut spec = String::from("openapi: 3.1.0\ninfo: {title: Many schemas, version: \"1\"}\npaths:\n");
    for operation in 0..SCHEMAS / OF_OPERATION {
        let root = operation * OF_OPERATION;
        let content = format!(
            "content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing{root}'}}}}}}"
        );
        writeln!(spec, "  /things/{root}:\n    put:\n      operationId: putThing{root}")?;
        writeln!(spec, "      requestBody: {{required: true, {content}}}")?;
        writeln!(spec, "      responses: {{\"200\": {{description: The thing., {content}}}}}")?;
    }
    spec.push_str("components:\n  schemas:\n");
    for number in 0..ENUMS {
        writeln!(spec, "    Kind{number}: {{type: string, enum: [{}]}}", WORDS.join(", "))?;
    }
    for schema in 0..SCHEMAS {
        let kind = schema % ENUMS;
        writeln!(
            spec,
            "    Thing{schema}:
      type: object
      required: [id, name, active, kind]
      additionalProperties: false
      properties:
        id: {{type: integer, minimum: 1}}
        name: {{type: string, minLength: 1, maxLength: 100}}
        active: {{type: boolean}}
        kind: {{$ref: '#/components/schemas/Kind{kind}'}}
        note: {{type: string, maxLength: 500}}
        price: {{type: number, minimum: 0}}
        tags: {{type: array, maxItems: 10, items: {{type: string, minLength: 1}}}}"
        )?;
        for (name, child) in children(schema) {
            writeln!(spec, "        {name}: {{$ref: '#/components/schemas/Thing{child}'}}")?;
        }
    }
    Ok(spec)
}

fn derived() -> Outcome<String> {
    let mut code = String::from("use serde::{Deserialize, Serialize};\n\n");
    for number in 0..ENUMS {
        writeln!(
            code,
            "#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = \"lowercase\")]
pub enum Kind{number} {{
    Open,
    Paid,
    Sent,
    Returned,
}}
"
        )?;
    }
    for schema in 0..SCHEMAS {
        let kind = schema % ENUMS;
        writeln!(
            code,
            "#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Thing{schema} {{
    pub id: i64,
    pub name: String,
    pub active: bool,
    pub kind: Kind{kind},
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub note: Option<String>,
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub price: Option<f64>,
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub tags: Option<Vec<String>>,"
        )?;
        for (name, child) in children(schema) {
            writeln!(code, "    #[serde(skip_serializing_if = \"Option::is_none\")]")?;
            writeln!(code, "    pub {name}: Option<Thing{child}>,")?;
        }
        code.push_str("}\n\n");
    }
    Ok(code)
}
