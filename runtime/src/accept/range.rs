//! Media ranges ([RFC 9110, 12.5.1](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1)).

/// A media type, or a range of them, and how much it weighs.
#[derive(Debug)]
pub(super) struct Range<'f> {
    kind: &'f str,
    subtype: &'f str,
    parameters: Vec<(&'f str, &'f str)>,
    /// In thousandths.
    pub(super) weight: u16,
}

impl<'f> Range<'f> {
    /// The ranges of a list, without those that cannot be read.
    pub(super) fn all(field: &'f str) -> impl Iterator<Item = Self> {
        split(field, ',').filter_map(Self::read)
    }

    fn read(element: &'f str) -> Option<Self> {
        let mut parts = split(element, ';').map(str::trim);
        let (kind, subtype) = parts.next()?.split_once('/')?;
        if kind.is_empty() || subtype.is_empty() || (kind == "*" && subtype != "*") {
            return None;
        }
        let mut range = Self { kind, subtype, parameters: Vec::new(), weight: 1000 };
        for part in parts.filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            // What follows the weight is of no media type.
            if name.eq_ignore_ascii_case("q") {
                range.weight = weight(value)?;
                break;
            }
            range.parameters.push((name, value));
        }
        Some(range)
    }

    /// Whether something of what is offered is in this range.
    pub(super) fn meets(&self, offered: &Self) -> bool {
        let alike = |one: &str, other: &str| one == "*" || other == "*" || one.eq_ignore_ascii_case(other);
        let has = |(name, value): &(&str, &str)| {
            let same = |(other, given): &(&str, &str)| {
                name.eq_ignore_ascii_case(other)
                    && value.trim_matches('"').eq_ignore_ascii_case(given.trim_matches('"'))
            };
            offered.parameters.iter().any(same)
        };
        alike(self.kind, offered.kind)
            && alike(self.subtype, offered.subtype)
            && self.parameters.iter().all(has)
    }

    /// The more of it is said, the greater.
    pub(super) fn precision(&self) -> usize {
        usize::from(self.kind != "*") + usize::from(self.subtype != "*") + self.parameters.len()
    }
}

/// From 0 to 1, with three decimals at most, in thousandths.
fn weight(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let good = decimals.len() <= 3 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    let thousandths: u16 = format!("{decimals:0<3}").parse().ok().filter(|_| good)?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

/// The parts between separators that are not in quotes.
fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    text.split(move |c| {
        let is_end = c == separator && !quoted;
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ => {}
        }
        is_end
    })
}
