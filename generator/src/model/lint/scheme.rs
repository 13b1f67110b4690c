//! Security schemes that an operation requires.

use openapiv3::{APIKeyLocation, SecurityScheme};

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
            let mut alternatives = operations.iter().flat_map(|operation| operation.security);
            if !alternatives.any(|alternative| alternative.contains_key(name)) {
                continue;
            }
            let found = self.resolve(item, Some(schemes), "securitySchemes", at.member(name));
            required.extend(found.filter(|(_, at)| required.iter().all(|(_, other)| other != at)));
        }
        required
    }
}

pub(super) fn lints(scheme: &SecurityScheme, at: &Pointer) -> Vec<Diagnostic> {
    match scheme {
        SecurityScheme::OAuth2 { flows, .. } => {
            let at = at.member("flows");
            grant::lints(flows, &at).into_iter().chain(address::of_flows(flows, &at)).collect()
        }
        SecurityScheme::OpenIDConnect { open_id_connect_url, .. } => {
            address::of_provider(open_id_connect_url, at).into_iter().collect()
        }
        SecurityScheme::APIKey { location: APIKeyLocation::Query, .. } => vec![key_in_query(at)],
        SecurityScheme::APIKey { location: APIKeyLocation::Header | APIKeyLocation::Cookie, .. }
        | SecurityScheme::HTTP { .. } => Vec::new(),
    }
}

fn key_in_query(at: &Pointer) -> Diagnostic {
    let message =
        "an API key in the query stays where addresses do: in logs, histories and links (RFC 9110, 17.9)";
    warning(Code::ApiKeyInQuery, Place::Value(at.member("in")), message, "send it in a header field")
}
