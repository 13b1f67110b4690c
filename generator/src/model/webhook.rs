//! Webhooks: requests that the API sends of itself (OpenAPI Object, `webhooks`).

use openapiv3::ParameterSchemaOrContent;

use super::doc::Doc;
use super::name::{Name, Scope};
use super::operation::Ids;
use super::parameter::Found;
use super::reader::Reader;
use super::types::Type;
use crate::diagnostic::Place;
use crate::document::{Operation, PathItem, Webhooks};
use crate::source::Pointer;

/// A request that the API sends.
#[derive(Debug)]
pub struct Webhook {
    /// The name of the webhook.
    pub wire: String,
    /// What it is called in Rust: a struct.
    pub name: Name,
    /// Its method, as it is sent.
    pub method: String,
    /// Its summary and description.
    pub doc: Doc,
    /// Its header fields.
    pub headers: Vec<WebhookHeader>,
    /// Its content.
    pub body: Option<WebhookBody>,
}

/// A header field of a request that the API sends.
#[derive(Debug)]
pub struct WebhookHeader {
    /// Its name, as the document has it.
    pub wire: String,
    /// The name of its field.
    pub name: Name,
    /// Its description.
    pub doc: Doc,
    /// Whether it is always sent.
    pub required: bool,
    /// Its type.
    pub ty: Type,
}

/// The content of a request that the API sends, as JSON.
#[derive(Debug)]
pub struct WebhookBody {
    /// Its media type, as the document has it.
    pub media_type: String,
    /// Its description.
    pub doc: Doc,
    /// Whether it is always sent.
    pub required: bool,
    /// Its type.
    pub ty: Type,
}

impl<'d> Reader<'d> {
    /// The webhooks, where they are to be requests. What their receivers answer and ask for is documentation.
    pub(super) fn webhooks(&mut self, ids: &mut Ids) -> Vec<Webhook> {
        let document = self.document;
        let mut webhooks = Vec::new();
        if document.webhooks != Webhooks::Requests {
            return webhooks;
        }
        for (wire, at) in document.path_items_of("webhooks") {
            let Some(item) = self.path_item(&at) else { continue };
            for operation in &item.operations {
                match self.webhook(wire, item, operation, ids) {
                    Some(webhook) => webhooks.push(webhook),
                    None => self.lost.push(operation.at.clone()),
                }
            }
        }
        webhooks
    }

    fn webhook(
        &mut self,
        wire: &str,
        item: &'d PathItem,
        operation: &'d Operation,
        ids: &mut Ids,
    ) -> Option<Webhook> {
        let (object, at) = (&operation.object, &operation.at);
        let method = &operation.method;
        if let Some(id) = &object.operation_id {
            self.claim(id, format!("{method} of the webhook {wire}"), at, ids)?;
        }
        let several = if item.operations.len() > 1 { method.as_str() } else { "" };
        let text =
            object.operation_id.clone().unwrap_or_else(|| format!("{wire} {several}").trim_end().to_owned());
        let wanted = Name::camel(&text).unwrap_or_else(|| Name::spelt(&text));
        let headers = self.webhook_headers(item, operation, &wanted);
        let body = self.webhook_body(operation, &wanted);
        let doc =
            Doc::of([object.summary.as_deref(), object.description.as_deref()]).deprecated(object.deprecated);
        Some(Webhook {
            wire: wire.to_owned(),
            name: self.take_type(&wanted, "Webhook"),
            method: method.clone(),
            doc,
            headers: headers?,
            body: body?,
        })
    }

    fn webhook_headers(
        &mut self,
        item: &'d PathItem,
        operation: &'d Operation,
        wanted: &Name,
    ) -> Option<Vec<WebhookHeader>> {
        let at = [&item.at, &operation.at].map(|at| at.member("parameters"));
        let [shared, own] = &at;
        let all = self.parameters_of(&item.parameters, shared, &operation.object.parameters, own);
        let mut names = Scope::with(&["body"]);
        let headers: Vec<_> =
            all.iter().map(|found| self.webhook_header(found, wanted, &mut names)).collect();
        headers.into_iter().collect()
    }

    fn webhook_header(
        &mut self,
        found: &Found<'d>,
        wanted: &Name,
        names: &mut Scope,
    ) -> Option<WebhookHeader> {
        let (data, schema) = (found.data, found.at.member("schema"));
        let text = &data.name;
        if found.place != "header" || matches!(data.format, ParameterSchemaOrContent::Content(_)) {
            let place = Place::Value(found.at.member("in"));
            let what = "a parameter of a webhook that is no header field with a `schema`";
            self.unsupported(place, what, "send it in the content: who receives a webhook says its address");
            return None;
        }
        let camel = Name::camel(text).unwrap_or_else(|| Name::spelt(text));
        let ty = self.type_at(schema.clone(), &wanted.with(camel.as_str()))?;
        if !self.types.is_scalar(&ty) {
            self.unsupported(
                Place::Value(schema),
                "a header of a webhook that is an array, an object or nullable",
                "send a string, and say in its description what it holds",
            );
            return None;
        }
        self.types.used_in_text(&ty);
        self.examples_at(&found.at, &ty);
        let name = Name::snake(text).or_else(|| Name::snake(Name::spelt(text).as_str()))?;
        Some(WebhookHeader {
            wire: text.clone(),
            name: names.take(&name),
            doc: Doc::of([data.description.as_deref()]).deprecated(data.deprecated.unwrap_or(false)),
            required: data.required,
            ty,
        })
    }

    /// The content of the webhook; `Some(None)` where it has none, `None` where it was refused.
    fn webhook_body(&mut self, operation: &'d Operation, wanted: &Name) -> Option<Option<WebhookBody>> {
        let Some(item) = operation.object.request_body.as_ref() else { return Some(None) };
        let components = self.document.skeleton.components.as_ref();
        let bodies = components.map(|components| &components.request_bodies);
        let (body, at) = self.resolve(item, bodies, "requestBodies", operation.at.member("requestBody"))?;
        let at = at.member("content");
        let mut all = body.content.iter();
        let Some((media_type, content)) = all.next() else { return Some(None) };
        let place = Place::Key(at.member(media_type));
        if let Some((second, _)) = all.next() {
            self.unsupported(
                Place::Key(at.member(second)),
                "a second media type of a webhook",
                "keep one of them",
            );
            return None;
        }
        if !is_json(media_type) || content.schema.is_none() {
            let what = "content of a webhook that is no JSON with a `schema`";
            self.unsupported(place, what, "use `application/json`, and give it a `schema`");
            return None;
        }
        let at: Pointer = self.media_type_at(at.member(media_type))?;
        self.no_sequence(&at)?;
        let ty = self.type_at(at.member("schema"), &wanted.with("Body"))?;
        self.types.used_in_responses(&ty);
        self.examples_at(&at, &ty);
        let doc = Doc::of([body.description.as_deref()]);
        Some(Some(WebhookBody { media_type: media_type.clone(), doc, required: body.required, ty }))
    }
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim_ascii().to_ascii_lowercase();
    essence == "application/json" || essence.ends_with("+json")
}
