//! `format: uuid` (RFC 9562, section 4)

/// So many hexadecimal digits are between the hyphens.
const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];

pub(super) fn holds(text: &str) -> bool {
    let groups = text.split('-');
    groups.clone().map(str::len).eq(GROUPS) && { groups }
        .flat_map(str::bytes)
        .all(|digit| digit.is_ascii_hexdigit())
}
