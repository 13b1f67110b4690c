//! Request bodies (OpenAPI, Request Body Object).

use super::doc::Doc;
use super::name::Name;
use super::reader::Reader;
use super::types::Type;
use crate::source::Pointer;

/// What an operation reads from the content of a request: JSON.
#[derive(Debug)]
pub struct RequestBody {
    /// Its description.
    pub doc: Doc,
    /// Whether it must be sent.
    pub required: bool,
    /// What it is decoded to.
    pub ty: Type,
}

impl<'d> Reader<'d> {
    /// The body of the operation at `at`; `Some(None)` where it has none, `None` where it was refused.
    pub(super) fn request_body(
        &mut self,
        operation: &'d openapiv3::Operation,
        at: &Pointer,
        type_name: &Name,
    ) -> Option<Option<RequestBody>> {
        let Some(item) = operation.request_body.as_ref() else { return Some(None) };
        let components =
            self.document.skeleton.components.as_ref().map(|components| &components.request_bodies);
        let (body, at) = self.resolve(item, components, "requestBodies", at.member("requestBody"))?;
        let schema = self.json_schema(&body.content, &at.member("content"))??;
        let media_type = schema.parent();
        let ty = self.type_at(schema, &type_name.with("Body"))?;
        if let Some(media_type) = media_type {
            self.examples_at(&media_type, &ty);
        }
        self.types.used_in_requests(&ty);
        Some(Some(RequestBody { doc: Doc::of([body.description.as_deref()]), required: body.required, ty }))
    }
}
