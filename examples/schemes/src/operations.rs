//! The operations: each answers who calls.

use std::convert::Infallible;

use specwright_runtime::Context;

use crate::caller::Told as _;
use crate::generated::*;
use crate::locks::Locks;

/// A line for each operation that requires somebody, or may have somebody: `operation(caller) -> response`.
macro_rules! operations {
    ($($operation:ident($Caller:ty) -> $Response:ident;)*) => { $(
        async fn $operation(&self, _: &Context, caller: $Caller) -> Result<$Response, Infallible> {
            Ok($Response::Ok(Answer { caller: caller.told() }))
        }
    )* };
}

impl Api for Locks {
    type Error = Infallible;

    operations! {
        get_api_key_header(Caller) -> GetApiKeyHeader;
        get_api_key_header_described(Caller) -> GetApiKeyHeaderDescribed;
        get_api_key_header_optional(Option<Caller>) -> GetApiKeyHeaderOptional;
        get_api_key_query(Caller) -> GetApiKeyQuery;
        get_api_key_query_described(Caller) -> GetApiKeyQueryDescribed;
        get_api_key_query_optional(Option<Caller>) -> GetApiKeyQueryOptional;
        get_api_key_cookie(Caller) -> GetApiKeyCookie;
        get_api_key_cookie_described(Caller) -> GetApiKeyCookieDescribed;
        get_api_key_cookie_optional(Option<Caller>) -> GetApiKeyCookieOptional;

        get_http_base(Caller) -> GetHttpBase;
        get_http_base_described(Caller) -> GetHttpBaseDescribed;
        get_http_base_optional(Option<Caller>) -> GetHttpBaseOptional;
        get_http_basic(Caller) -> GetHttpBasic;
        get_http_basic_described(Caller) -> GetHttpBasicDescribed;
        get_http_basic_optional(Option<Caller>) -> GetHttpBasicOptional;
        get_http_bearer(Caller) -> GetHttpBearer;
        get_http_bearer_described(Caller) -> GetHttpBearerDescribed;
        get_http_bearer_optional(Option<Caller>) -> GetHttpBearerOptional;
        get_http_digest(Caller) -> GetHttpDigest;
        get_http_digest_described(Caller) -> GetHttpDigestDescribed;
        get_http_digest_optional(Option<Caller>) -> GetHttpDigestOptional;

        get_oauth2_password(Caller) -> GetOauth2Password;
        get_oauth2_password_described(Caller) -> GetOauth2PasswordDescribed;
        get_oauth2_password_optional(Option<Caller>) -> GetOauth2PasswordOptional;
        get_oauth2_password_bearer(Caller) -> GetOauth2PasswordBearer;
        get_oauth2_password_bearer_described(Caller) -> GetOauth2PasswordBearerDescribed;
        get_oauth2_password_bearer_optional(Option<Caller>) -> GetOauth2PasswordBearerOptional;
        get_oauth2_authorization_code(Caller) -> GetOauth2AuthorizationCode;
        get_oauth2_authorization_code_described(Caller) -> GetOauth2AuthorizationCodeDescribed;
        get_oauth2_authorization_code_optional(Option<Caller>) -> GetOauth2AuthorizationCodeOptional;

        get_openid_connect(Caller) -> GetOpenidConnect;
        get_openid_connect_described(Caller) -> GetOpenidConnectDescribed;
        get_openid_connect_optional(Option<Caller>) -> GetOpenidConnectOptional;

        get_combo_bearer_and_key(HttpBearerAndApiKeyHeader<Self>) -> GetComboBearerAndKey;
        get_combo_cookie_and_header(ApiKeyCookieAndApiKeyHeader<Self>) -> GetComboCookieAndHeader;
        get_combo_bearer_or_basic(HttpBearerOrHttpBasic<Self>) -> GetComboBearerOrBasic;
        get_combo_bearer_or_key(HttpBearerOrApiKeyHeader<Self>) -> GetComboBearerOrKey;
        get_combo_cookie_or_query(ApiKeyCookieOrApiKeyQuery<Self>) -> GetComboCookieOrQuery;
        get_combo_both_or_basic(HttpBearerAndApiKeyHeaderOrHttpBasic<Self>) -> GetComboBothOrBasic;
        get_combo_optional_last(Option<Caller>) -> GetComboOptionalLast;
        get_combo_optional_both(Option<HttpBearerAndApiKeyHeader<Self>>) -> GetComboOptionalBoth;
        get_combo_optional_either(Option<HttpBearerOrHttpBasic<Self>>) -> GetComboOptionalEither;
        get_combo_default(Caller) -> GetComboDefault;
    }

    async fn get_combo_public(&self, _: &Context) -> Result<GetComboPublic, Infallible> {
        Ok(GetComboPublic::Ok(Answer { caller: None }))
    }
}
