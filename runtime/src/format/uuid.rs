//! `format: uuid` (RFC 9562, section 4)

/// So many hexadecimal digits are between the hyphens.
const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];

pub(super) fn holds(text: &str) -> bool {
    let groups = text.split('-');
    groups.clone().map(str::len).eq(GROUPS) && { groups }
        .flat_map(str::bytes)
        .all(|digit| digit.is_ascii_hexdigit())
}

#[cfg(feature = "uuid")]
mod typed {
    use ::uuid::Uuid;

    use crate::format::Parsed;
    use crate::format::parsed::as_text;

    impl Parsed for Uuid {
        fn parsed(text: &str) -> Option<Self> {
            // the crate reads other forms, too
            if super::holds(text) { Self::try_parse(text).ok() } else { None }
        }
    }

    as_text!(Uuid);
}
