//! Security schemes that an operation requires.

use openapiv3::{APIKeyLocation, SecurityScheme};
use serde_json::Value;

use super::operation::Operation;
use super::{address, grant, warning};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::reader::Reader;
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// The schemes that an operation requires and where they stand, each once, however many names lead to it.
    pub(super) fn required_schemes(
        &mut self,
        operations: &[Operation<'_>],
    ) -> Vec<(&'d SecurityScheme, Pointer)> {
        let Some(components) = &self.document.skeleton.components else { return Vec::new() };
        let schemes = &components.security_schemes;
        let at = Pointer::root().member("components").member("securitySchemes");
        let mut required: Vec<(&SecurityScheme, Pointer)> = Vec::new();
        for (name, item) in schemes {
            let mut keys =
                operations.iter().flat_map(|operation| operation.security).flat_map(|one| one.keys());
            if !keys.any(|key| self.scheme_key(key) == *name) {
                continue;
            }
            let found = self.resolve(item, Some(schemes), "securitySchemes", at.member(name));
            required.extend(found.filter(|(_, at)| required.iter().all(|(_, other)| other != at)));
        }
        required
    }
}

pub(super) fn lints(scheme: &SecurityScheme, tree: &Value, at: &Pointer) -> Vec<Diagnostic> {
    match scheme {
        SecurityScheme::OAuth2 { .. } => of_oauth2(tree, at),
        SecurityScheme::OpenIDConnect { open_id_connect_url, .. } => {
            address::of_provider("openIdConnectUrl", open_id_connect_url, at).into_iter().collect()
        }
        SecurityScheme::APIKey { location: APIKeyLocation::Query, .. } => vec![key_in_query(at)],
        SecurityScheme::APIKey { location: APIKeyLocation::Header | APIKeyLocation::Cookie, .. }
        | SecurityScheme::HTTP { .. } => Vec::new(),
    }
}

fn of_oauth2(tree: &Value, at: &Pointer) -> Vec<Diagnostic> {
    let Some(scheme) = at.of(tree) else { return Vec::new() };
    let metadata = scheme.get("oauth2MetadataUrl").and_then(Value::as_str);
    let metadata = metadata.and_then(|url| address::of_provider("oauth2MetadataUrl", url, at));
    let at = at.member("flows");
    let Some(flows) = scheme.get("flows") else { return Vec::from_iter(metadata) };
    let grants = grant::lints(flows, &at);
    grants.into_iter().chain(address::of_flows(flows, &at)).chain(metadata).collect()
}

fn key_in_query(at: &Pointer) -> Diagnostic {
    let message =
        "an API key in the query stays where addresses do: in logs, histories and links (RFC 9110, 17.9)";
    warning(Code::ApiKeyInQuery, Place::Value(at.member("in")), message, "send it in a header field")
}
