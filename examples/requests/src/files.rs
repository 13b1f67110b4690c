//! The operations that are sent files.

use specwright_runtime::json::Json;
use specwright_runtime::multipart::File;
use specwright_runtime::{Context, Failure};

use crate::Shed;
use crate::echo::json;
use crate::generated::*;
use crate::operations::operations;

impl Form for Shed {
    type Error = Failure;

    operations! {
        add_visit(; Visit) -> AddVisit;
        add_membership(; Membership) -> AddMembership;
    }

    async fn add_photo(&self, context: &Context, body: Photo) -> Result<AddPhoto, Failure> {
        let body = members([
            ("photo", Some(told(&body.photo).await?)),
            ("title", body.title.map(Json::from)),
            ("copies", Some(Json::from(body.copies))),
        ]);
        Ok(AddPhoto::Ok(Echo::of(context).with_body(&body)?))
    }

    async fn add_album(&self, context: &Context, body: Album) -> Result<AddAlbum, Failure> {
        let mut photos = Vec::new();
        for photo in &body.photos {
            photos.push(told(photo).await?);
        }
        let cover = match &body.cover {
            Some(cover) => Some(told(cover).await?),
            None => None,
        };
        let body = members([
            ("photos", Some(Json::from(photos))),
            ("owner", Some(Json::from(body.owner))),
            ("cover", cover),
        ]);
        Ok(AddAlbum::Ok(Echo::of(context).with_body(&body)?))
    }

    async fn add_parcel(&self, context: &Context, body: Parcel) -> Result<AddParcel, Failure> {
        let picture = match &body.picture {
            Some(picture) => Some(told(picture).await?),
            None => None,
        };
        let body = members([("label", Some(json(&body.label)?)), ("picture", picture)]);
        Ok(AddParcel::Ok(Echo::of(context).with_body(&body)?))
    }
}

/// What was sent as a file. A byte is a character here.
async fn told(file: &File) -> Result<Json, Failure> {
    let text: String = file.bytes().await?.iter().copied().map(char::from).collect();
    Ok(members([
        ("filename", file.filename().map(Json::from)),
        ("media_type", file.media_type().map(Json::from)),
        ("size", Some(Json::from(file.size()))),
        ("text", Some(Json::from(text))),
    ]))
}

/// An object of the members that are there.
fn members<const N: usize>(members: [(&str, Option<Json>); N]) -> Json {
    let there = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Json::Object(there.collect())
}
