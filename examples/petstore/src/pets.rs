//! Who is for sale.

use specwright_runtime::verify::Claims;
use specwright_runtime::{ByteStream, Context, Failure};

use crate::database::{found, kept};
use crate::generated::*;
use crate::petstore::{Petstore, message};

impl PetApi for Petstore {
    type Error = Failure;

    async fn add_pet(&self, _: &Context, _: Claims, body: Pet) -> Result<AddPet, Failure> {
        const ADD: &str = "INSERT INTO pets (id, kept) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING body";
        let pet =
            sqlx::query_scalar(ADD).bind(body.id).bind(kept(&body)).fetch_optional(&self.database).await?;
        Ok(match pet {
            Some(pet) => AddPet::Ok(found(pet)?),
            None => AddPet::Conflict(message("Another pet has this id")),
        })
    }

    async fn update_pet(&self, _: &Context, _: Claims, body: Pet) -> Result<UpdatePet, Failure> {
        const UPDATE: &str = "UPDATE pets SET kept = $2 WHERE id = $1 RETURNING body";
        let pet =
            sqlx::query_scalar(UPDATE).bind(body.id).bind(kept(&body)).fetch_optional(&self.database).await?;
        Ok(match pet {
            Some(pet) => UpdatePet::Ok(found(pet)?),
            None => UpdatePet::NotFound(no_such_pet()),
        })
    }

    async fn find_pets_by_status(
        &self,
        _: &Context,
        _: Claims,
        parameters: FindPetsByStatusParameters,
    ) -> Result<FindPetsByStatus, Failure> {
        const FIND: &str = "SELECT body FROM pets WHERE status = $1 ORDER BY id";
        let status = parameters.status.as_str();
        let pets = sqlx::query_scalar(FIND).bind(status).fetch_all(&self.database).await?;
        Ok(FindPetsByStatus::Ok(pets.into_iter().map(found).collect::<Result<_, _>>()?))
    }

    async fn find_pets_by_tags(
        &self,
        _: &Context,
        _: Claims,
        parameters: FindPetsByTagsParameters,
    ) -> Result<FindPetsByTags, Failure> {
        const FIND: &str = "SELECT body FROM pets WHERE EXISTS (
            SELECT 1 FROM json_each(kept, '$.tags') AS tag, json_each($1) AS wanted
            WHERE tag.value ->> 'name' = wanted.value
        ) ORDER BY id";
        let tags = kept(&parameters.tags);
        let pets = sqlx::query_scalar(FIND).bind(tags).fetch_all(&self.database).await?;
        Ok(FindPetsByTags::Ok(pets.into_iter().map(found).collect::<Result<_, _>>()?))
    }

    async fn get_pet_by_id(
        &self,
        _: &Context,
        _: ApiKeyOrPetstoreAuth<Self>,
        parameters: GetPetByIdParameters,
    ) -> Result<GetPetById, Failure> {
        const READ: &str = "SELECT body FROM pets WHERE id = $1";
        let pet = sqlx::query_scalar(READ).bind(parameters.pet_id).fetch_optional(&self.database).await?;
        Ok(match pet {
            Some(pet) => GetPetById::Ok(found(pet)?),
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
        const CHANGE: &str = "UPDATE pets SET kept = json_set(kept,
            '$.name', coalesce($2, kept ->> 'name'),
            '$.status', coalesce($3, kept ->> 'status')
        ) WHERE id = $1 RETURNING body";
        let change = sqlx::query_scalar(CHANGE).bind(parameters.pet_id).bind(body.name);
        let pet = change.bind(body.status.map(Status::as_str)).fetch_optional(&self.database).await?;
        Ok(match pet {
            Some(pet) => UpdatePetWithForm::Ok(found(pet)?),
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

    async fn upload_file(
        &self,
        _: &Context,
        _: Claims,
        parameters: UploadFileParameters,
        body: ByteStream,
    ) -> Result<UploadFile, Failure> {
        const KEEP: &str = "INSERT INTO pictures (pet_id, additional_metadata, picture)
            SELECT $1, $2, $3 WHERE EXISTS (SELECT 1 FROM pets WHERE id = $1)
            RETURNING length(picture)";
        let UploadFileParameters { pet_id, additional_metadata } = parameters;
        let picture = body.bytes().await?;
        let keep = sqlx::query_scalar(KEEP).bind(pet_id).bind(&additional_metadata).bind(&*picture);
        Ok(match keep.fetch_optional(&self.database).await? {
            Some(size) => UploadFile::Ok(Picture { pet_id, size, additional_metadata }),
            None => UploadFile::NotFound(no_such_pet()),
        })
    }
}

pub(crate) fn no_such_pet() -> Message {
    message("There is no such pet")
}
