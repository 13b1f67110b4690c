//! A package of generated code, to see what the compiler says of it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use specwright::diagnostic::Report;
use specwright::output;

use crate::place::workspace;

/// A package whose modules are generated, each from a document of its own.
///
/// It stays where it is between runs, with a target folder of its own, so that only what has changed is compiled again.
pub struct Package {
    folder: PathBuf,
    modules: Vec<String>,
}

/// What nobody should have to allow because of generated code.
const HEAD: &str = "\
//! Generated code, compiled with every warning denied.
#![forbid(unsafe_code)]
#![deny(warnings, future_incompatible, missing_docs, nonstandard_style, rust_2018_idioms, unreachable_pub, unused)]
#![deny(clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
";

impl Package {
    /// A package in the folder `folder`, which is made anew but for the files that stay as they are.
    pub fn new(folder: &Path) -> Self {
        fs::create_dir_all(folder.join("src")).unwrap();
        Self { folder: folder.to_owned(), modules: Vec::new() }
    }

    /// Adds what is generated from `document` as the module `name`.
    ///
    /// # Errors
    ///
    /// The report, where the document is refused. Then there is no such module.
    pub fn add(&mut self, name: &str, document: &Path) -> Result<Report, Report> {
        let module = format!("m_{}", name.replace(|c: char| !c.is_ascii_alphanumeric(), "_").to_lowercase());
        let folder = self.folder.join("src").join(&module);
        let generated = specwright::generate(document, &folder)?;
        output::write(&folder, &generated.files).unwrap();
        self.modules.push(module);
        Ok(generated.report)
    }

    /// Writes the package down, and says how many modules it has.
    pub fn finish(&self) -> usize {
        let modules: String =
            self.modules.iter().map(|name| format!("/// Generated.\npub mod {name};\n")).collect();
        let runtime = workspace().join("runtime");
        let manifest = format!(
            "[package]\nname = \"generated\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             specwright-runtime = {{ path = {:?} }}\n\n[workspace]\n",
            runtime.to_string_lossy()
        );
        replace(&self.folder.join("Cargo.toml"), &manifest);
        replace(&self.folder.join("src/lib.rs"), &format!("{HEAD}\n{modules}"));
        // The versions that the workspace has, so that nothing has to be looked up.
        if !self.folder.join("Cargo.lock").is_file() {
            fs::copy(workspace().join("Cargo.lock"), self.folder.join("Cargo.lock")).unwrap();
        }
        self.modules.len()
    }

    /// Runs cargo with `arguments` on the package.
    ///
    /// # Panics
    ///
    /// When cargo fails, with what it wrote.
    pub fn cargo(&self, arguments: &[&str]) {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(arguments)
            .args(["--offline", "--quiet"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
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
