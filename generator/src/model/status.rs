//! Status codes (RFC 9110, 15) and what they are called.

use std::ops::RangeInclusive;

use openapiv3::StatusCode;

use super::name::Name;

/// The status of an answer.
#[derive(Debug)]
pub enum Status {
    /// This one.
    Code(u16),
    /// One that the handler chooses.
    Open(Open),
}

/// The statuses of a range (`4XX`), or all that are not declared (`default`).
#[derive(Debug)]
pub struct Open {
    /// What their type is called.
    pub name: Name,
    /// As the document has it.
    pub key: String,
    /// The first of them.
    pub first: u16,
    /// The last of them.
    pub last: u16,
    /// Those between that are not among them.
    pub others: Vec<RangeInclusive<u16>>,
}

/// What an operation declares beside its ranges and its `default`, which do not stand for it (OpenAPI, Responses Object).
pub(super) struct Listed {
    codes: Vec<u16>,
    classes: Vec<u16>,
}

impl Listed {
    /// What is listed among `responses`. Where the operation is secured, 401 is the server's own.
    pub(super) fn of(responses: &openapiv3::Responses, secured: bool) -> Self {
        let mut listed = Self { codes: Vec::new(), classes: Vec::new() };
        for code in responses.responses.keys() {
            match code {
                StatusCode::Code(code) => listed.codes.push(*code),
                StatusCode::Range(class) => listed.classes.push(*class),
            }
        }
        if secured {
            listed.codes.push(401);
        }
        listed.codes.sort_unstable();
        listed.codes.dedup();
        listed
    }

    /// The statuses that `code` leaves open. With content, they are those that have some.
    pub(super) fn open(&self, name: Name, code: Option<&StatusCode>, content: bool) -> Open {
        let (first, last) = match code {
            Some(StatusCode::Range(class)) => (class * 100, class * 100 + 99),
            _ => (200, 599),
        };
        let is_other = |status: u16| {
            self.codes.contains(&status)
                || (code.is_none() && self.classes.contains(&(status / 100)))
                || (content && is_bodiless(status))
        };
        let mut others: Vec<RangeInclusive<u16>> = Vec::new();
        for status in (first..=last).filter(|status| is_other(*status)) {
            match others.last_mut() {
                Some(range) if *range.end() + 1 == status => *range = *range.start()..=status,
                _ => others.push(status..=status),
            }
        }
        Open { name, key: text(code), first, last, others }
    }
}

/// The key of a response.
pub(super) fn text(code: Option<&StatusCode>) -> String {
    code.map_or_else(|| "default".to_owned(), StatusCode::to_string)
}

/// The name of the variant for `code`, or for `default`.
pub(super) fn variant(code: Option<&StatusCode>) -> Name {
    let class = match code {
        Some(StatusCode::Code(code)) => return name(*code),
        Some(StatusCode::Range(class)) => *class,
        None => 0,
    };
    // The classes are called so in RFC 9110, 15.
    Name::spelt(match class {
        1 => "Informational",
        2 => "Successful",
        3 => "Redirection",
        4 => "ClientError",
        5 => "ServerError",
        _ => "Default",
    })
}

/// The name of the variant that answers with `status`: `NotFound`; `Status299` for one without a name.
fn name(status: u16) -> Name {
    let phrase = phrase(status).map_or_else(|| format!("Status{status}"), str::to_owned);
    Name::camel(&phrase).unwrap_or_else(|| Name::spelt(&phrase))
}

/// The registered names (IANA, HTTP Status Code Registry).
fn phrase(status: u16) -> Option<&'static str> {
    Some(match status {
        100 => "Continue",
        101 => "Switching Protocols",
        102 => "Processing",
        103 => "Early Hints",
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "Non Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        206 => "Partial Content",
        207 => "Multi Status",
        208 => "Already Reported",
        226 => "Im Used",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        305 => "Use Proxy",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "Uri Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        418 => "Im A Teapot",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "Http Version Not Supported",
        506 => "Variant Also Negotiates",
        507 => "Insufficient Storage",
        508 => "Loop Detected",
        511 => "Network Authentication Required",
        _ => return None,
    })
}

/// Whether an answer with `status` never has content (RFC 9110, 6.4.1 and 15.3.6).
pub(super) fn is_bodiless(status: u16) -> bool {
    matches!(status, 100..=199 | 204 | 205 | 304)
}
