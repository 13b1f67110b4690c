//! Who is for sale.

use specwright_runtime::verify::Claims;
use specwright_runtime::{Context, Failure};

use crate::database::{found, kept};
use crate::generated::*;
use crate::petstore::{Petstore, message};

impl PetApi for Petstore {
    type Error = Failure;

    async fn add_pet(&self, _: &Context, _: Claims, body: Pet) -> Result<AddPet, Failure> {
        const ADD: &str =
            "INSERT INTO pets (id, pet) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id, pet";
        let row = sqlx::query_as(ADD).bind(body.id).bind(kept(&body)).fetch_optional(&self.database).await?;
        Ok(match row {
            Some(row) => AddPet::Ok(pet(row)?),
            None => AddPet::Conflict(message("Another pet has this id")),
        })
    }

    async fn update_pet(&self, _: &Context, _: Claims, body: Pet) -> Result<UpdatePet, Failure> {
        const UPDATE: &str = "UPDATE pets SET pet = $2 WHERE id = $1 RETURNING id, pet";
        let row =
            sqlx::query_as(UPDATE).bind(body.id).bind(kept(&body)).fetch_optional(&self.database).await?;
        Ok(match row {
            Some(row) => UpdatePet::Ok(pet(row)?),
            None => UpdatePet::NotFound(no_such_pet()),
        })
    }

    async fn find_pets_by_status(
        &self,
        _: &Context,
        _: Claims,
        parameters: FindPetsByStatusParameters,
    ) -> Result<FindPetsByStatus, Failure> {
        const FIND: &str = "SELECT id, pet FROM pets WHERE status = $1 ORDER BY id";
        let status = parameters.status.as_str();
        let rows = sqlx::query_as(FIND).bind(status).fetch_all(&self.database).await?;
        Ok(FindPetsByStatus::Ok(rows.into_iter().map(pet).collect::<Result<_, _>>()?))
    }

    async fn find_pets_by_tags(
        &self,
        _: &Context,
        _: Claims,
        parameters: FindPetsByTagsParameters,
    ) -> Result<FindPetsByTags, Failure> {
        const FIND: &str = "SELECT id, pet FROM pets WHERE EXISTS (
            SELECT 1 FROM json_each(pet, '$.tags') AS tag, json_each($1) AS wanted
            WHERE tag.value ->> 'name' = wanted.value
        ) ORDER BY id";
        let tags = kept(&parameters.tags);
        let rows = sqlx::query_as(FIND).bind(tags).fetch_all(&self.database).await?;
        Ok(FindPetsByTags::Ok(rows.into_iter().map(pet).collect::<Result<_, _>>()?))
    }

    async fn get_pet_by_id(
        &self,
        _: &Context,
        _: ApiKeyOrPetstoreAuth<Self>,
        parameters: GetPetByIdParameters,
    ) -> Result<GetPetById, Failure> {
        const READ: &str = "SELECT id, pet FROM pets WHERE id = $1";
        let row = sqlx::query_as(READ).bind(parameters.pet_id).fetch_optional(&self.database).await?;
        Ok(match row {
            Some(row) => GetPetById::Ok(pet(row)?),
            None => GetPetById::NotFound(no_such_pet()),
        })
    }

    async fn update_pet_with_form(
        &self,
        _: &Context,
        _: Claims,
        parameters: UpdatePetWithFormParameters,
        body: PetChange,
    ) -> Result<UpdatePetWithForm, Failure> {
        const CHANGE: &str = "UPDATE pets SET pet = json_set(pet,
            '$.name', coalesce($2, pet ->> 'name'),
            '$.status', coalesce($3, pet ->> 'status')
        ) WHERE id = $1 RETURNING id, pet";
        let change = sqlx::query_as(CHANGE).bind(parameters.pet_id).bind(body.name);
        let row = change.bind(body.status.map(Status::as_str)).fetch_optional(&self.database).await?;
        Ok(match row {
            Some(row) => UpdatePetWithForm::Ok(pet(row)?),
            None => UpdatePetWithForm::NotFound(no_such_pet()),
        })
    }

    async fn delete_pet(
        &self,
        _: &Context,
        _: Claims,
        parameters: DeletePetParameters,
    ) -> Result<DeletePet, Failure> {
        const DELETE: &str = "DELETE FROM pets WHERE id = $1";
        let done = sqlx::query(DELETE).bind(parameters.pet_id).execute(&self.database).await?;
        Ok(match done.rows_affected() {
            0 => DeletePet::NotFound(no_such_pet()),
            _ => DeletePet::NoContent,
        })
    }
}

/// A pet, from its id and what is kept of it.
fn pet((id, kept): (i64, String)) -> Result<Pet, Failure> {
    Ok(Pet { id: Some(id), ..found(&kept)? })
}

pub(crate) fn no_such_pet() -> Message {
    message("There is no such pet")
}
