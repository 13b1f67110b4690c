//! Request bodies (OpenAPI, Request Body Object).

use super::doc::Doc;
use super::media_type::MediaType;
use super::name::Name;
use super::reader::Reader;
use super::types::Type;
use crate::source::Pointer;

/// What an operation reads from the content of a request.
#[derive(Debug)]
pub struct RequestBody {
    /// Its description.
    pub doc: Doc,
    /// Whether it must be sent.
    pub required: bool,
    /// What it is sent as.
    pub media_type: MediaType,
    /// What it is decoded to; from a form, a struct.
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
        let (media_type, schema) =
            self.representation(&body.content, &at.member("content"), MediaType::OF_REQUESTS)??;
        let ty = self.type_at(schema.clone(), &type_name.with("Body"))?;
        if let Some(at) = schema.parent() {
            self.examples_at(&at, &ty);
        }
        match media_type {
            MediaType::Json => self.types.used_in_requests(&ty),
            MediaType::Form => self.form(&schema, &ty)?,
        }
        let doc = Doc::of([body.description.as_deref()]);
        Some(Some(RequestBody { doc, required: body.required, media_type, ty }))
    }
}
