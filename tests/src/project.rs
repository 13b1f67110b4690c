//! A copy of the project, as somebody has it who has just cloned it, to change and to build.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::reference::{cargo, root};

/// A copy of the project. There is one at a time: a second has to wait until the first is dropped.
///
/// Its place and its target folder are the same each time, so that only what a test changes is built again.
pub struct Project {
    folder: PathBuf,
    target: PathBuf,
    _turn: File,
}

/// How a run of cargo ended.
#[derive(Debug)]
pub struct Built {
    /// Whether it succeeded.
    pub success: bool,
    /// What it said.
    pub text: String,
}

impl Project {
    /// The project as it is now, under the folder `temporary`.
    ///
    /// # Panics
    ///
    /// When it cannot be copied.
    pub fn copied_to(temporary: &Path) -> Self {
        let place = temporary.join("newcomer");
        fs::create_dir_all(&place).unwrap();
        let turn = File::create(place.join("lock")).unwrap();
        turn.lock().unwrap();
        let project = Self { folder: place.join("project"), target: place.join("target"), _turn: turn };
        project.restore();
        project
    }

    /// Makes the copy what the project is. Files that are the same already keep their times, by which cargo goes.
    fn restore(&self) {
        let wanted = files_of_the_project();
        for path in files_under(&self.folder) {
            if !wanted.contains(path.strip_prefix(&self.folder).unwrap()) {
                fs::remove_file(path).unwrap();
            }
        }
        for path in wanted {
            self.write(&path, &fs::read(root().join(&path)).unwrap());
        }
    }

    /// Where a file of the copy is.
    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.join(path)
    }

    /// Reads a file of the copy.
    ///
    /// # Panics
    ///
    /// When it is not there, or not text.
    pub fn read(&self, path: impl AsRef<Path>) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Writes a file of the copy, unless it is the same already.
    ///
    /// # Panics
    ///
    /// When the file system refuses.
    pub fn write(&self, path: impl AsRef<Path>, content: &[u8]) {
        let path = self.path(path);
        if fs::read(&path).is_ok_and(|found| found == content) {
            return;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Replaces a text in a file by another.
    ///
    /// # Panics
    ///
    /// When the text is not there exactly once.
    pub fn replace(&self, path: &str, text: &str, by: &str) {
        let content = self.read(path);
        assert_eq!(content.matches(text).count(), 1, "{text:?} in {path}");
        self.write(path, content.replace(text, by).as_bytes());
    }

    /// Runs `cargo build` for the reference server.
    pub fn build(&self) -> Built {
        Built::by(self.cargo().arg("build"))
    }

    /// Runs `cargo build` for the reference server, as continuous integration does.
    pub fn build_in_ci(&self) -> Built {
        Built::by(self.cargo().arg("build").env("CI", "true"))
    }

    /// A command of the reference server as it was built last.
    pub fn server(&self) -> Command {
        Command::new(self.target.join("debug/first-steps"))
    }

    /// Cargo in the copy, without a network, and with as little as possible done to what is built.
    fn cargo(&self) -> Command {
        let mut cargo = cargo();
        cargo
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_PROFILE_DEV_BUILD_OVERRIDE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("CI");
        cargo
    }
}

impl Built {
    fn by(command: &mut Command) -> Self {
        let output = command.stdin(Stdio::null()).output().expect("cargo");
        let text = [output.stdout, output.stderr].concat();
        Self { success: output.status.success(), text: String::from_utf8_lossy(&text).into_owned() }
    }

    /// Whether the package of the reference server was compiled.
    pub fn compiled(&self) -> bool {
        self.text.contains("Compiling first-steps ")
    }
}

/// What git knows of, and what it would be told of: not what is built, and nothing that is ignored.
fn files_of_the_project() -> BTreeSet<PathBuf> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listed = Command::new("git").args(arguments).current_dir(root()).output().expect("git");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let names = String::from_utf8(listed.stdout).unwrap();
    // A file that is deleted is listed until the deletion is committed.
    names.split_terminator('\0').map(PathBuf::from).filter(|path| root().join(path).is_file()).collect()
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}
