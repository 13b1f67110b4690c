//! What the caller may read of their own, and how the server is.

use specwright_runtime::{Context, Failure};

use crate::app::App;
use crate::generated::{self, Item, Problem, ReadMe, ReadMyItems, ReadStatus, ServerApi, Status, Users};
use crate::users::User;

impl Users for App {
    type Error = Failure;

    async fn read_me(&self, _: &Context, caller: User) -> Result<ReadMe, Failure> {
        if caller.disabled {
            return Ok(ReadMe::BadRequest(inactive()));
        }
        let User { username, email, full_name, disabled, .. } = caller;
        let (email, full_name, disabled) = (Some(email), Some(full_name), Some(Some(disabled)));
        Ok(ReadMe::Ok(generated::User { username, email, full_name, disabled }))
    }

    async fn read_my_items(&self, _: &Context, caller: User) -> Result<ReadMyItems, Failure> {
        if caller.disabled {
            return Ok(ReadMyItems::BadRequest(inactive()));
        }
        Ok(ReadMyItems::Ok(vec![Item { item_id: "Foo".to_owned(), owner: caller.username }]))
    }
}

impl ServerApi for App {
    type Error = Failure;

    async fn read_status(&self, _: &Context, _: User) -> Result<ReadStatus, Failure> {
        Ok(ReadStatus::Ok(Status { status: "ok".to_owned() }))
    }
}

fn inactive() -> Problem {
    Problem { detail: "Inactive user".to_owned() }
}
