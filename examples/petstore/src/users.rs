//! Who buys.

use std::net::{IpAddr, Ipv4Addr};

use specwright_runtime::security::Denied;
use specwright_runtime::{Context, Failure};

use crate::database::{found, kept};
use crate::generated::*;
use crate::petstore::{Petstore, message};
use crate::sessions::Session;

impl UserApi for Petstore {
    type Error = Failure;

    async fn create_user(&self, _: &Context, body: UserInput) -> Result<CreateUser, Failure> {
        let users = self.sign_up(vec![body]).await?;
        Ok(match users.and_then(|mut users| users.pop()) {
            Some(user) => CreateUser::Ok(user),
            None => CreateUser::Conflict(name_taken()),
        })
    }

    async fn create_users_with_list_input(
        &self,
        _: &Context,
        _: Session,
        body: Vec<UserInput>,
    ) -> Result<CreateUsersWithListInput, Failure> {
        Ok(match self.sign_up(body).await? {
            Some(users) => CreateUsersWithListInput::Ok(users),
            None => CreateUsersWithListInput::Conflict(name_taken()),
        })
    }

    async fn login_user(&self, context: &Context, body: Login) -> Result<LoginUser, Failure> {
        const FIND: &str = "SELECT id, password_hash FROM users WHERE username = $1";
        let address = context.client().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let attempt = match self.attempts.begin(&body.username, address) {
            Ok(attempt) => attempt,
            Err(too_many) => {
                let body = message("Too many attempts, try again later");
                return Ok(LoginUser::TooManyRequests {
                    retry_after: too_many.seconds().cast_signed(),
                    body,
                });
            }
        };
        let user = sqlx::query_as(FIND).bind(&body.username).fetch_optional(&self.database).await?;
        let (id, hash): (i64, Option<String>) = user.unwrap_or_default();
        // Somebody who is not there is compared, too, so that the time does not tell.
        match self.passwords.verify(hash.as_deref(), &body.password).await {
            Ok(()) => {
                attempt.succeeded();
                let (key, expires) = self.open_session(id).await?;
                Ok(LoginUser::Ok { x_expires_after: expires.into(), body: key })
            }
            Err(Denied::Broken(failure) | Denied::Unavailable(failure)) => Err(failure),
            Err(_) => Ok(LoginUser::BadRequest(message("Wrong name or password"))),
        }
    }

    async fn logout_user(&self, _: &Context, caller: Session) -> Result<LogoutUser, Failure> {
        self.close_session(caller).await?;
        Ok(LogoutUser::NoContent)
    }

    async fn get_user_by_name(
        &self,
        _: &Context,
        _: Session,
        parameters: GetUserByNameParameters,
    ) -> Result<GetUserByName, Failure> {
        const READ: &str = "SELECT body FROM users WHERE username = $1";
        let user = sqlx::query_scalar(READ).bind(parameters.username).fetch_optional(&self.database).await?;
        Ok(match user {
            Some(user) => GetUserByName::Ok(found(user)?),
            None => GetUserByName::NotFound(message("There is no such user")),
        })
    }

    async fn update_user(
        &self,
        _: &Context,
        caller: Session,
        parameters: UpdateUserParameters,
        body: UserInput,
    ) -> Result<UpdateUser, Failure> {
        const UPDATE: &str =
            "UPDATE OR IGNORE users SET kept = $2, password_hash = $3 WHERE id = $1 RETURNING body";
        if caller.username != parameters.username {
            return Ok(UpdateUser::Forbidden(somebody_else()));
        }
        let hash = self.passwords.hash(&body.password).await?;
        let update = sqlx::query_scalar(UPDATE).bind(caller.user_id).bind(kept(&profile(body))).bind(hash);
        Ok(match update.fetch_optional(&self.database).await? {
            Some(user) => UpdateUser::Ok(found(user)?),
            None => UpdateUser::Conflict(name_taken()),
        })
    }

    async fn delete_user(
        &self,
        _: &Context,
        caller: Session,
        parameters: DeleteUserParameters,
    ) -> Result<DeleteUser, Failure> {
        if caller.username != parameters.username {
            return Ok(DeleteUser::Forbidden(somebody_else()));
        }
        sqlx::query("DELETE FROM users WHERE id = $1").bind(caller.user_id).execute(&self.database).await?;
        Ok(DeleteUser::NoContent)
    }
}

impl Petstore {
    /// Signs all of them up, or none where one of their names is taken.
    async fn sign_up(&self, users: Vec<UserInput>) -> Result<Option<Vec<User>>, Failure> {
        const ADD: &str =
            "INSERT INTO users (kept, password_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING body";
        let mut hashed = Vec::new();
        for user in users {
            let hash = self.passwords.hash(&user.password).await?;
            hashed.push((kept(&profile(user)), hash));
        }
        let mut signed_up = Vec::new();
        let mut all = self.database.begin().await?;
        for (user, hash) in hashed {
            match sqlx::query_scalar(ADD).bind(user).bind(hash).fetch_optional(&mut *all).await? {
                Some(user) => signed_up.push(found(user)?),
                None => return Ok(None),
            }
        }
        all.commit().await?;
        Ok(Some(signed_up))
    }
}

/// What others may see of a user.
fn profile(user: UserInput) -> User {
    let UserInput { username, first_name, last_name, email, phone, user_status, password: _ } = user;
    User { id: None, username, first_name, last_name, email, phone, user_status }
}

fn name_taken() -> Message {
    message("Another user has this name")
}

fn somebody_else() -> Message {
    message("Users change nobody but themselves")
}
