//! Logging in: a name and a password for a token.

use std::time::Duration;

use specwright_runtime::security::Denied;
use specwright_runtime::verify::Grant;
use specwright_runtime::{Context, Failure};

use crate::app::App;
use crate::attempts::Origin;
use crate::generated::{LogIn, Login, PasswordGrant, Problem, Token, TokenTokenType};
use crate::scope::Scopes;

/// How long a token is good. Who has lost one has lost it for that long.
const LIFETIME: Duration = Duration::from_secs(30 * 60);

/// What becomes of a request for a token.
enum Outcome {
    /// The scopes that were asked for are granted.
    Granted(Scopes),
    /// Which of both is wrong is not said, nor told by the time it takes.
    WrongNameOrPassword,
    /// The right password is not looked at either.
    TooManyAttempts,
    /// A token with fewer scopes would have to say so (RFC 6749, section 5.1), and the contract has no word for it.
    ScopeNotGranted,
}

impl Login for App {
    type Error = Failure;

    async fn log_in(&self, context: &Context, body: PasswordGrant) -> Result<LogIn, Failure> {
        Ok(match self.outcome(context, &body).await? {
            Outcome::Granted(scopes) => granted(self.token(&body.username, &scopes)?),
            Outcome::WrongNameOrPassword => refused("Incorrect username or password"),
            Outcome::TooManyAttempts => refused("Too many attempts, try again later"),
            Outcome::ScopeNotGranted => refused("The user may not have all of these scopes"),
        })
    }
}

impl App {
    async fn outcome(&self, context: &Context, body: &PasswordGrant) -> Result<Outcome, Failure> {
        let account = self.database.account(&body.username).await?;
        let origin = Origin::new(&body.username, context.client());
        let turn = self.turns.next().await?;
        if !self.database.may_try(&origin).await? {
            return Ok(Outcome::TooManyAttempts);
        }
        let hash = account.as_ref().map(|account| &*account.password_hash);
        let verified = self.passwords.verify(hash, &body.password).await;
        match (account, verified) {
            (Some(account), Ok(())) => {
                drop(turn);
                self.database.succeeded(&origin).await?;
                Ok(allowed(Scopes::read(&body.scope), &account.scopes))
            }
            (_, Err(Denied::Broken(failure) | Denied::Unavailable(failure))) => Err(failure),
            _ => {
                self.database.failed(&origin).await?;
                Ok(Outcome::WrongNameOrPassword)
            }
        }
    }

    fn token(&self, username: &str, scopes: &Scopes) -> Result<String, Failure> {
        Ok(self.signer.sign(&Grant::new(username, LIFETIME).scopes(scopes.iter()))?)
    }
}

fn allowed(asked: Scopes, account: &Scopes) -> Outcome {
    if account.include(asked.iter()) { Outcome::Granted(asked) } else { Outcome::ScopeNotGranted }
}

fn granted(access_token: String) -> LogIn {
    LogIn::Ok(Token { access_token, token_type: TokenTokenType::Bearer })
}

fn refused(detail: &str) -> LogIn {
    LogIn::BadRequest(Problem { detail: detail.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::PasswordGrantGrantType;

    #[test]
    fn c11_debug_of_a_request_for_a_token_shows_no_password() {
        let grant = PasswordGrant {
            grant_type: PasswordGrantGrantType::Password,
            username: "johndoe".to_owned(),
            password: "hush".to_owned(),
            scope: String::new(),
            client_id: None,
            client_secret: Some("hush".to_owned()),
        };
        let shown = format!("{grant:?}");
        assert!(shown.contains("johndoe") && !shown.contains("hush"), "{shown}");
    }
}
