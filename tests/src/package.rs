//! A package of generated code, to see what the compiler says of it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use specwright::diagnostic::Report;
use specwright::output;

use crate::place::workspace;

/// A package whose modules are generated, each from a document of its own.
///
/// It stays where it is between runs, so that only what has changed is compiled again, and shares what it depends on with the others.
pub struct Package {
    folder: PathBuf,
    target: PathBuf,
    modules: Mutex<Vec<String>>,
}

/// What nobody should have to allow because of generated code.
const HEAD: &str = "\
//! Generated code, compiled with every warning denied.
#![forbid(unsafe_code)]
#![deny(warnings, future_incompatible, missing_docs, nonstandard_style, rust_2018_idioms, unreachable_pub, unused)]
#![deny(clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
";

impl Package {
    /// A package called `name` in the folder `scratch`.
    pub fn new(scratch: &Path, name: &str) -> Self {
        let folder = scratch.join("packages").join(name);
        fs::create_dir_all(folder.join("src")).unwrap();
        Self { folder, target: scratch.join("packages/target"), modules: Mutex::default() }
    }

    /// Adds what is generated from `document` as the module `name`.
    ///
    /// # Errors
    ///
    /// The report, where the document is refused. Then there is no such module.
    pub fn add(&self, name: &str, document: &Path) -> Result<Report, Report> {
        let words: Vec<&str> =
            name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let module = format!("m_{}", words.join("_").to_lowercase());
        let folder = self.folder.join("src").join(&module);
        let generated = specwright::generate(document, &folder)?;
        output::write(&folder, &generated.files).unwrap();
        self.modules.lock().unwrap().push(module);
        Ok(generated.report)
    }

    /// Has the whole package checked, linted and documented, with every warning denied, and says how many modules it has.
    ///
    /// # Panics
    ///
    /// When there is a warning, with all that rustc said.
    pub fn compile(&self) -> usize {
        let modules = self.write();
        self.cargo(&["check"]);
        self.cargo(&["clippy"]);
        self.cargo(&["doc", "--no-deps"]);
        modules
    }

    fn write(&self) -> usize {
        let mut names = self.modules.lock().unwrap().clone();
        names.sort();
        let modules: String = names.iter().map(|name| format!("/// Generated.\npub mod {name};\n")).collect();
        let runtime = workspace().join("runtime");
        let manifest = format!(
            "[package]\nname = \"generated\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             specwright-runtime = {{ path = {:?}, features = [\"chrono\", \"multipart\", \"pattern\", \"uuid\"] }}\n\n[workspace]\n",
            runtime.to_string_lossy()
        );
        replace(&self.folder.join("Cargo.toml"), &manifest);
        replace(&self.folder.join("src/lib.rs"), &format!("{HEAD}\n{modules}"));
        // The versions that the workspace has, so that nothing has to be looked up.
        if !self.folder.join("Cargo.lock").is_file() {
            fs::copy(workspace().join("Cargo.lock"), self.folder.join("Cargo.lock")).unwrap();
        }
        names.len()
    }

    fn cargo(&self, arguments: &[&str]) {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(arguments)
            .args(["--offline", "--quiet"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("RUSTFLAGS")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "cargo {} in {}\n{said}",
            arguments.join(" "),
            self.folder.display()
        );
    }
}

/// Writes `content`, unless it is there already: cargo looks at the times of files.
fn replace(path: &Path, content: &str) {
    if fs::read_to_string(path).ok().as_deref() != Some(content) {
        fs::write(path, content).unwrap();
    }
}
