//! The programs of PostgreSQL, and who runs them.

use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Where Debian keeps what is not for everybody.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The programs of one installation.
pub(super) struct Programs {
    folder: PathBuf,
    runner: Option<Runner>,
}

/// Who runs the server where the tests are run by the administrator, whom PostgreSQL refuses.
struct Runner {
    user: u32,
    group: u32,
}

impl Programs {
    /// The first in `PATH` or among Debian's, if there is one.
    pub(super) fn find() -> Option<Self> {
        let path = env::var_os("PATH").unwrap_or_default();
        let versions = fs::read_dir(DEBIAN).into_iter().flatten().flatten();
        let debian = versions.map(|version| version.path().join("bin"));
        let has =
            |folder: &PathBuf| ["initdb", "postgres", "psql"].iter().all(|name| folder.join(name).is_file());
        let folder = env::split_paths(&path).chain(debian).find(has)?;
        Some(Self { folder, runner: Runner::find() })
    }

    /// Makes an empty cluster of databases in a folder that is there.
    pub(super) fn make_cluster(&self, folder: &Path) {
        if let Some(Runner { user, group }) = self.runner {
            chown(folder, Some(user), Some(group)).expect("the administrator may");
        }
        let mut command = self.command("initdb", folder);
        command.args(["-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C", "-D"]);
        let made = command.arg(folder.join("data")).output().expect("initdb");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }

    /// The server of the cluster in a folder.
    pub(super) fn server(&self, folder: &Path) -> Command {
        let mut command = self.command("postgres", folder);
        command.arg("-D").arg(folder.join("data"));
        command
    }

    /// The client.
    pub(super) fn client(&self) -> Command {
        Command::new(self.folder.join("psql"))
    }

    fn command(&self, program: &str, folder: &Path) -> Command {
        let program = self.folder.join(program);
        let mut command = match self.runner {
            None => Command::new(program),
            Some(Runner { user, group }) => {
                let mut command = Command::new("setpriv");
                command.args(["--reuid", &user.to_string(), "--regid", &group.to_string(), "--clear-groups"]);
                command.arg(program);
                command
            }
        };
        command.current_dir(folder);
        command
    }
}

impl Runner {
    /// Debian's package makes a user; where there is none, nobody will do.
    fn find() -> Option<Self> {
        let of = |user| Some(Self { user: id("-u", user)?, group: id("-g", user)? });
        (id("-u", "") == Some(0)).then(|| of("postgres").or_else(|| of("nobody")))?
    }
}

/// A number of a user, or of whom this is run by.
fn id(which: &str, user: &str) -> Option<u32> {
    let arguments = [which, user];
    let said =
        Command::new("id").args(arguments.iter().filter(|argument| !argument.is_empty())).output().ok()?;
    String::from_utf8(said.stdout).ok()?.trim().parse().ok()
}
