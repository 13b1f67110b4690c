//! `format: uuid` (RFC 9562, section 4)

/// Where the hyphens are, among so many bytes.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];
const LENGTH: usize = 36;

pub(super) fn holds(text: &str) -> bool {
    text.len() == LENGTH
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if HYPHENS.contains(&at) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}

#[cfg(feature = "uuid")]
mod typed {
    use ::uuid::Uuid;

    use crate::format::parsed::as_text;
    use crate::format::{Format, Parsed};

    impl Parsed for Uuid {
        const FORMAT: Option<Format> = Some(Format::Uuid);

        fn parsed(text: &str) -> Option<Self> {
            // the crate reads other forms, too, of other lengths
            if text.len() == super::LENGTH { Self::try_parse(text).ok() } else { None }
        }
    }

    as_text!(Uuid);
}
