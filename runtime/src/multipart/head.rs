//! The head of a part ([RFC 7578, 4](https://www.rfc-editor.org/rfc/rfc7578#section-4)).

use std::borrow::Cow;

use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::Malformed;
use crate::input::header_parameter::parameters;
use crate::percent;

/// What a part says of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    /// The name of the field that it is a value of.
    pub(super) name: String,
    pub(super) filename: Option<String>,
    /// `Content-Type`, as it was sent.
    pub(super) media_type: Option<String>,
    /// Whether it has a `Content-Transfer-Encoding` other than none: RFC 7578, 4.7, has done away with it.
    pub(super) encoded: bool,
}

impl Head {
    /// Reads the lines of a head.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        let headers = fields(bytes).ok_or(Malformed("has a part whose head is malformed"))?;
        let disposition = one(&headers, CONTENT_DISPOSITION)?;
        let (mut name, mut filename, mut extended) = (None, None, None);
        const NO_NAME: Malformed = Malformed("has a part that is no `form-data` with one `name`");
        let (kind, rest) = disposition.split_at_checked(FORM_DATA.len()).ok_or(NO_NAME)?;
        if !kind.eq_ignore_ascii_case(FORM_DATA) {
            return Err(NO_NAME);
        }
        for parameter in parameters(rest) {
            let (key, value) = parameter.ok_or(NO_NAME)?;
            let place = match key.to_ascii_lowercase().as_str() {
                "name" => &mut name,
                "filename" => &mut filename,
                "filename*" => &mut extended,
                _ => continue,
            };
            if place.replace(value).is_some() {
                return Err(NO_NAME);
            }
        }
        let extended = extended.as_deref().and_then(extended_value);
        Ok(Self {
            name: quotes(name.ok_or(NO_NAME)?),
            filename: extended.or(filename.map(quotes)),
            media_type: Some(one(&headers, CONTENT_TYPE)?).filter(|text| !text.is_empty()).map(str::to_owned),
            encoded: headers.get_all(TRANSFER_ENCODING).iter().any(|coding| {
                let coding = coding.as_bytes().trim_ascii();
                !["7bit", "8bit", "binary"].iter().any(|none| coding.eq_ignore_ascii_case(none.as_bytes()))
            }),
        })
    }

    /// Whether it stands for a file that a browser's user did not choose: one without a name, and without content.
    pub(super) fn is_unchosen(&self) -> bool {
        self.filename.as_deref().is_none_or(str::is_empty)
    }
}

const FORM_DATA: &str = "form-data";
const TRANSFER_ENCODING: &str = "content-transfer-encoding";

fn fields(bytes: &[u8]) -> Option<HeaderMap> {
    let mut headers = HeaderMap::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = memchr::memmem::find(rest, b"\r\n");
        let (line, behind) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = behind.get(2..).unwrap_or_default();
        let (name, value) = line.split_at_checked(memchr::memchr(b':', line)?)?;
        let value = value.get(1..)?.trim_ascii();
        headers.append(HeaderName::from_bytes(name).ok()?, HeaderValue::from_bytes(value).ok()?);
    }
    Some(headers)
}

/// A field that may be there once, as text; the empty text where it is not there.
fn one(headers: &HeaderMap, name: HeaderName) -> Result<&str, Malformed> {
    let mut all = headers.get_all(name).iter();
    match (all.next(), all.next()) {
        (None, _) => Ok(""),
        (Some(value), None) => {
            str::from_utf8(value.as_bytes()).map_err(|_| Malformed("has a part whose head is not UTF-8"))
        }
        _ => Err(Malformed("has a part with a header field twice")),
    }
}

/// Browsers write a quote as `%22`, and other percent signs as they are ([HTML], multipart/form-data). Their codes for line
/// ends are left alone: no name has any.
///
/// [HTML]: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
fn quotes(text: Cow<'_, str>) -> String {
    text.replace("%22", "\"")
}

/// A value with its charset and language before it, percent-encoded ([RFC 8187, 3.2]). `None`: it is malformed, or in
/// another charset than UTF-8, and the plain parameter counts.
///
/// [RFC 8187, 3.2]: https://www.rfc-editor.org/rfc/rfc8187#section-3.2
fn extended_value(text: &str) -> Option<String> {
    let (charset, rest) = text.split_once('\'')?;
    let (_language, value) = rest.split_once('\'')?;
    charset.eq_ignore_ascii_case("utf-8").then(|| percent::segment(value)).flatten().map(Cow::into_owned)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn disposition(parameters: &str) -> Option<(String, Option<String>)> {
        let head = Head::parse(format!("Content-Disposition: form-data{parameters}").as_bytes()).ok()?;
        Some((head.name, head.filename))
    }

    fn filename(parameters: &str) -> Option<String> {
        disposition(&format!("; name=\"a\"; {parameters}"))?.1
    }

    #[test]
    fn a_part_has_a_name_and_perhaps_that_of_a_file() {
        assert_eq!(disposition("; name=\"a b\""), Some(("a b".to_owned(), None)));
        assert_eq!(disposition(";Name=a"), Some(("a".to_owned(), None)));
        assert_eq!(disposition("; filename=\"\"; name=\"\""), Some((String::new(), Some(String::new()))));
    }

    #[test]
    fn names_of_files_are_read_as_browsers_and_curl_write_them() {
        for (parameter, name) in [
            ("filename=\"a%22b.png\"", "a\"b.png"),
            (r#"filename="a\"b\\c.png""#, "a\"b\\c.png"),
            (r#"filename="C:\photos\a.png""#, r"C:\photos\a.png"),
            ("filename=\"100%25.png\"", "100%25.png"),
            ("filename=\"\u{f6}.png\"", "\u{f6}.png"),
            ("filename=a.png", "a.png"),
            ("filename=\"o.png\"; filename*=UTF-8''%c3%b6.png", "\u{f6}.png"),
            ("filename*=utf-8'de'%c3%b6.png; filename=\"o.png\"", "\u{f6}.png"),
            ("filename*=iso-8859-1''%f6.png; filename=\"o.png\"", "o.png"),
            ("filename*=utf-8''%f6; filename=\"o.png\"", "o.png"),
            ("filename=\"../../etc/passwd\"", "../../etc/passwd"),
        ] {
            assert_eq!(filename(parameter).as_deref(), Some(name), "{parameter}");
        }
    }

    #[test]
    fn a_head_that_is_malformed_is_no_head() {
        for head in [
            "",
            "Content-Type: text/plain",
            "Content-Disposition: attachment; name=\"a\"",
            "Content-Disposition: form-data",
            "Content-Disposition: form-data; name=\"a",
            "Content-Disposition: form-data; name=\"a\"; name=\"b\"",
            "Content-Disposition: form-data; name=\"a\"; x",
            "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
            "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: a/b\r\ncontent-type: a/c",
            "Content-Disposition: form-data;\r\n name=\"a\"",
            "Content-Disposition form-data; name=\"a\"",
            "Content-Disposition: form-data; name=\"a\"\nX: 1",
            "Content-Disposition: form-data; name=\"a\0\"",
            "\r\nContent-Disposition: form-data; name=\"a\"",
        ] {
            assert!(Head::parse(head.as_bytes()).is_err(), "{head:?}");
        }
        assert!(Head::parse(b"Content-Disposition: form-data; name=\"\xff\"").is_err());
    }

    #[test]
    fn a_part_may_have_a_media_type_and_other_fields() {
        let head =
            b"content-disposition:form-data; name=a\r\nX-Other: 1\r\nCONTENT-TYPE: \t text/plain; a=b ";
        assert_eq!(Head::parse(head).unwrap().media_type.as_deref(), Some("text/plain; a=b"));
    }

    #[test]
    fn only_codings_that_change_nothing_are_none() {
        let encoded = |coding: &str| {
            let head =
                format!("content-disposition: form-data; name=a\r\nContent-Transfer-Encoding: {coding}");
            Head::parse(head.as_bytes()).unwrap().encoded
        };
        assert!(!encoded("8BIT") && !encoded("binary") && encoded("base64") && encoded("quoted-printable"));
    }
}
