//! A login whose token is the name of the user: the shape of a login, before any cryptography.

#[path = "../../driven/token_simple/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;

use axum::Router;
use generated::{
    Api, Authenticate, LogIn, LogInBody, LogInOkBody, LogInOkBodyTokenType, Problem, ReadMe, Server, User,
};
use specwright_runtime::Context;
use specwright_runtime::security::{BearerToken, Denied, Scopes};
use specwright_tests::first_steps::Served;
use specwright_tests::place::here;
use specwright_tests::replay::{Recording, play};
use specwright_tests::say;

/// Name, password, whole name, address, and whether the account is disabled.
type Account = (&'static str, &'static str, &'static str, &'static str, bool);

const ACCOUNTS: [Account; 2] = [
    ("johndoe", "secret", "John Doe", "johndoe@example.com", false),
    ("alice", "secretalice", "Alice Wonderson", "alice@example.com", true),
];

struct SimpleLogin;

fn account(username: &str) -> Option<Account> {
    ACCOUNTS.into_iter().find(|account| account.0 == username)
}

fn problem(detail: &str) -> Problem {
    Problem { detail: detail.to_owned() }
}

impl Authenticate for SimpleLogin {
    type OAuth2PasswordBearer = Account;

    async fn oauth2_password_bearer(
        &self,
        _: &Context,
        token: BearerToken,
        _: Scopes,
    ) -> Result<Account, Denied> {
        account(token.expose()).ok_or(Denied::InvalidCredentials(None))
    }
}

impl Api for SimpleLogin {
    type Error = Infallible;

    async fn log_in(&self, _: &Context, body: LogInBody) -> Result<LogIn, Infallible> {
        Ok(match account(&body.username) {
            Some((username, password, ..)) if password == body.password => LogIn::Ok(LogInOkBody {
                access_token: username.to_owned(),
                token_type: LogInOkBodyTokenType::Bearer,
            }),
            _ => LogIn::BadRequest(problem("Incorrect username or password")),
        })
    }

    async fn read_me(&self, _: &Context, caller: Account) -> Result<ReadMe, Infallible> {
        let (username, _, full_name, email, disabled) = caller;
        Ok(match disabled {
            true => ReadMe::BadRequest(problem("Inactive user")),
            false => ReadMe::Ok(User {
                username: username.to_owned(),
                email: Some(Some(email.to_owned())),
                full_name: Some(Some(full_name.to_owned())),
                disabled: Some(Some(disabled)),
            }),
        })
    }
}

#[test]
fn every_recorded_case_of_the_simple_login_passes() {
    let Recording { variables, cases } = Recording::read(&here().join("golden/token_simple.json"));
    let served = Served::by_axum(Router::from(Server::new(SimpleLogin)));
    let tally = play(&cases, &variables, served.address);
    say(&format!("token_simple.json: {tally}"));
    assert_eq!((tally.passed(), tally.failed()), (cases.len(), 0), "\n{tally}");
}
