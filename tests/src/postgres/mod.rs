//! A PostgreSQL of a test's own: empty at first, on a free port of this machine's loopback, gone after the test.

mod programs;

use std::env;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Once;
use std::thread;
use std::time::{Duration, Instant};

use crate::child::Running;
use crate::say;
use crate::scratch::Scratch;
use programs::Programs;

/// How long a server may take until it takes connections.
const PATIENCE: Duration = Duration::from_secs(60);

/// Nothing of a test needs to survive a power failure, and nobody but the tests is to reach it.
const SETTINGS: [&str; 4] =
    ["fsync=off", "full_page_writes=off", "listen_addresses=127.0.0.1", "unix_socket_directories="];

/// Said once for all tests of a process.
static SKIPPED: Once = Once::new();

/// A database server with one user, `postgres`, who needs no password. It is stopped when it is dropped.
pub struct Postgres {
    programs: Programs,
    port: u16,
    server: Option<Running>,
    folder: Scratch,
}

impl Postgres {
    /// Starts one, if PostgreSQL is on this machine. If it is not, says so.
    ///
    /// # Panics
    ///
    /// When it does not start, and when it is not there where `CI` is set.
    pub fn start() -> Option<Self> {
        let Some(programs) = Programs::find() else {
            assert!(
                env::var_os("CI").is_none_or(|value| value.is_empty()),
                "CI is set, and there is no PostgreSQL"
            );
            SKIPPED.call_once(|| say("skipped: the tests with a PostgreSQL, because there is none here"));
            return None;
        };
        let folder = Scratch::new();
        programs.make_cluster(folder.path());
        let mut postgres = Self { programs, port: free_port(), server: None, folder };
        postgres.go_on();
        Some(postgres)
    }

    /// The address of a database, which is there after [`create`](Self::create); `postgres` always is.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Creates an empty database, and gives its address.
    pub fn create(&self, database: &str) -> String {
        self.query("postgres", &format!("CREATE DATABASE {database}"));
        self.url(database)
    }

    /// The rows that a statement gives: a line each, `|` between the columns.
    ///
    /// # Panics
    ///
    /// When the statement fails.
    pub fn query(&self, database: &str, statement: &str) -> String {
        let url = self.url(database);
        let asked = self.programs.client().args(["-XAtqc", statement, &url]).output().expect("psql");
        assert!(asked.status.success(), "{statement}: {}", String::from_utf8_lossy(&asked.stderr));
        String::from_utf8_lossy(&asked.stdout).trim_end().to_owned()
    }

    /// Begins statements that last, in a session of their own. To drop the client does not end the session.
    ///
    /// # Panics
    ///
    /// When there is no client.
    pub fn begin(&self, database: &str, statements: &str) -> Running {
        let mut client = self.programs.client();
        Running::start(client.args(["-XAtqc", statements, &self.url(database)])).expect("psql")
    }

    /// Stops it, as an administrator does: who is connected is sent away.
    pub fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            server.signal("INT");
            server.wait();
        }
    }

    /// Starts it again after [`stop`](Self::stop), at the same address, with what it had.
    ///
    /// # Panics
    ///
    /// When it does not start.
    pub fn go_on(&mut self) {
        let mut command = self.programs.server(self.folder.path());
        command.args(["-p", &self.port.to_string()]);
        command.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
        let server = Running::start(&mut command).expect("a server");
        let given_up = Instant::now() + PATIENCE;
        while !self.answers() {
            assert!(Instant::now() < given_up, "PostgreSQL does not start: {}", server.errors());
            thread::sleep(Duration::from_millis(20));
        }
        self.server = Some(server);
    }

    fn answers(&self) -> bool {
        let asked = self.programs.client().args(["-XAtqc", "SELECT 1", &self.url("postgres")]).output();
        asked.is_ok_and(|asked| asked.status.success())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // Orderly, because whoever kills it leaves its children and its shared memory behind.
        self.stop();
    }
}

/// A port that nobody listens on. Somebody else may take it before it is used, which a test then says.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("an address").port()
}

#[cfg(test)]
mod tests {
    use super::Postgres;

    #[test]
    fn what_a_database_has_outlives_a_stop() {
        let Some(mut postgres) = Postgres::start() else { return };
        postgres.create("shop");
        postgres.query("shop", "CREATE TABLE tools AS SELECT 'saw' AS name, 2 AS count");
        postgres.stop();
        assert!(!postgres.answers());
        postgres.go_on();
        assert_eq!(postgres.query("shop", "SELECT * FROM tools"), "saw|2");
    }
}
