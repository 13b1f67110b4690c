//! Segments of path templates: what is between two slashes (OpenAPI, "Path Templating").

/// One segment of a path template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// Text that must be there, percent-decoded.
    Literal(String),
    /// Text and parameters in turns.
    Mixed {
        /// What is before the first parameter, between two, and behind the last, percent-decoded. Only the first and the last may
        /// be empty.
        texts: Vec<String>,
        /// The names of the parameters, one less than texts.
        names: Vec<String>,
    },
    /// A parameter that fills the segment, by its name.
    Parameter(String),
}

/// Why a text is no segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    Unbalanced,
    NoName,
    NotUtf8,
    Adjacent,
}

impl Segment {
    /// The segment that the document has as `text`.
    pub(super) fn of(text: &str) -> Result<Self, Flaw> {
        let (mut texts, mut names, mut rest) = (Vec::new(), Vec::new(), text);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').ok_or(Flaw::Unbalanced)?;
            if before.contains('}') || name.contains('{') {
                return Err(Flaw::Unbalanced);
            }
            if name.is_empty() {
                return Err(Flaw::NoName);
            }
            if before.is_empty() && !names.is_empty() {
                return Err(Flaw::Adjacent);
            }
            texts.push(decoded(before)?);
            names.push(name.to_owned());
            rest = behind;
        }
        if rest.contains('}') {
            return Err(Flaw::Unbalanced);
        }
        let last = decoded(rest)?;
        Ok(match (names.as_slice(), texts.as_slice()) {
            ([], _) => Self::Literal(last),
            ([name], [first]) if first.is_empty() && last.is_empty() => Self::Parameter(name.clone()),
            _ => {
                texts.push(last);
                Self::Mixed { texts, names }
            }
        })
    }

    /// The names of its parameters.
    pub(super) fn names(&self) -> &[String] {
        match self {
            Self::Literal(_) => &[],
            Self::Mixed { names, .. } => names,
            Self::Parameter(name) => std::slice::from_ref(name),
        }
    }

    /// The same without the names of its parameters, which no request tells.
    pub(super) fn shape(&self) -> Self {
        match self {
            Self::Literal(text) => Self::Literal(text.clone()),
            Self::Mixed { texts, .. } => Self::Mixed { texts: texts.clone(), names: Vec::new() },
            Self::Parameter(_) => Self::Parameter(String::new()),
        }
    }

    /// Whether `text`, percent-decoded, may stand in its place.
    pub fn fits(&self, text: &str) -> bool {
        match self {
            Self::Literal(literal) => literal == text,
            Self::Mixed { texts, .. } => splits(text, texts).is_some(),
            Self::Parameter(_) => true,
        }
    }
}

/// As the runtime splits a segment.
fn splits(text: &str, texts: &[String]) -> Option<()> {
    let [before, between @ .., behind] = texts else { return None };
    let mut rest = text.strip_prefix(before.as_str())?.strip_suffix(behind.as_str())?;
    for text in between {
        let first = rest.chars().next()?.len_utf8();
        let end = first + rest.get(first..)?.find(text.as_str())?;
        rest = rest.get(end + text.len()..)?;
    }
    (!rest.is_empty()).then_some(())
}

fn decoded(text: &str) -> Result<String, Flaw> {
    let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
    decoded.map(std::borrow::Cow::into_owned).map_err(|_| Flaw::NotUtf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mixed(texts: &[&str], names: &[&str]) -> Result<Segment, Flaw> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Ok(Segment::Mixed { texts: owned(texts), names: owned(names) })
    }

    #[test]
    fn a_segment_is_text_a_parameter_or_both_in_turns() {
        assert_eq!(Segment::of("a%20b"), Ok(Segment::Literal("a b".into())));
        assert_eq!(Segment::of("{id}"), Ok(Segment::Parameter("id".into())));
        assert_eq!(Segment::of("{id}.json"), mixed(&["", ".json"], &["id"]));
        assert_eq!(Segment::of("v{id}"), mixed(&["v", ""], &["id"]));
        assert_eq!(Segment::of("{base}...{head}"), mixed(&["", "...", ""], &["base", "head"]));
    }

    #[test]
    fn a_flaw_is_called_by_its_name() {
        for text in ["{a", "a}", "{a}}", "{{a}", "}{", "{a}{b"] {
            assert_eq!(Segment::of(text), Err(Flaw::Unbalanced), "{text}");
        }
        assert_eq!(Segment::of("a{}"), Err(Flaw::NoName));
        assert_eq!(Segment::of("{a}{b}"), Err(Flaw::Adjacent));
        assert_eq!(Segment::of("{a}%ff"), Err(Flaw::NotUtf8));
    }

    #[test]
    fn a_parameter_has_at_least_one_character() {
        let fits = |segment: &str, text| Segment::of(segment).is_ok_and(|segment| segment.fits(text));
        assert!(fits("{a}.json", "x.json") && fits("{a}-{b}", "--x"));
        assert!(!fits("{a}.json", ".json") && !fits("{a}-{b}", "x-") && !fits("{a}.json", "x.xml"));
    }
}
