//! Path templates, slowly: what the generated routing is held against.

use std::cmp::Reverse;

/// A path template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Template {
    /// Its segments.
    pub segments: Vec<Segment>,
    /// Whether it ends with a slash.
    pub slash: bool,
}

/// A segment of a template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// Text, percent-decoded.
    Text(String),
    /// A parameter, with what is before and behind it.
    Mixed(String, String),
    /// A parameter.
    Parameter,
}

/// The path of a request.
#[derive(Debug, Clone)]
pub struct Request {
    /// Its segments, percent-decoded.
    pub segments: Vec<String>,
    /// Whether it ends with a slash.
    pub slash: bool,
}

impl Template {
    /// The template that `path` is.
    pub fn of(path: &str) -> Self {
        let inside = path.trim_start_matches('/');
        let slash = inside.is_empty() || inside.ends_with('/');
        let segment = |text: &str| match text.split_once('{') {
            None => Segment::Text(decoded(text)),
            Some((before, after)) => match after.split_once('}') {
                Some((_, "")) if before.is_empty() => Segment::Parameter,
                Some((_, behind)) => Segment::Mixed(decoded(before), decoded(behind)),
                None => panic!("a parameter ends"),
            },
        };
        let segments = inside.split('/').filter(|text| !text.is_empty()).map(segment).collect();
        Self { segments, slash }
    }

    /// The template as a document has it; parameters are called `p0`, `p1`, …
    pub fn path(&self) -> String {
        let text = |(index, segment): (usize, &Segment)| match segment {
            Segment::Text(text) => format!("/{}", encoded(text)),
            Segment::Mixed(before, behind) => {
                format!("/{}{{p{index}}}{}", encoded(before), encoded(behind))
            }
            Segment::Parameter => format!("/{{p{index}}}"),
        };
        let inside: String = self.segments.iter().enumerate().map(text).collect();
        if self.slash { inside + "/" } else { inside }
    }

    fn matches(&self, request: &Request) -> bool {
        let same = |(segment, text): (&Segment, &String)| match segment {
            Segment::Text(literal) => literal == text,
            Segment::Mixed(before, behind) => {
                let around = before.len() + behind.len();
                text.len() > around && text.starts_with(before.as_str()) && text.ends_with(behind.as_str())
            }
            Segment::Parameter => true,
        };
        self.slash == request.slash
            && self.segments.len() == request.segments.len()
            && self.segments.iter().zip(&request.segments).all(same)
    }
}

impl Request {
    /// The path as it is sent.
    pub fn path(&self) -> String {
        let inside: String = self.segments.iter().map(|text| format!("/{}", encoded(text))).collect();
        if self.slash { inside + "/" } else { inside }
    }
}

/// The index of the template that a request means: of those that match, the one that is the first to have text where another has
/// a parameter, and more of it where both have a parameter.
pub fn meant(templates: &[Template], request: &Request) -> Option<usize> {
    let matching = templates.iter().enumerate().filter(|(_, template)| template.matches(request));
    let parameter = |segment: &Segment| match segment {
        Segment::Text(_) => (false, Reverse(0)),
        Segment::Mixed(before, behind) => (true, Reverse(before.len() + behind.len())),
        Segment::Parameter => (true, Reverse(0)),
    };
    let parameters = |template: &Template| template.segments.iter().map(parameter).collect::<Vec<_>>();
    matching.min_by_key(|(_, template)| parameters(template)).map(|(index, _)| index)
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        match after {
            [high, low, after @ ..] if *byte == b'%' => {
                let digits = [*high, *low];
                bytes.push(u8::from_str_radix(str::from_utf8(&digits).unwrap(), 16).unwrap());
                rest = after;
            }
            _ => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}
