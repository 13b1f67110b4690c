//! Addresses, names and everything else.

use super::{bad, good};
use crate::format::Format::{
    Base16, Base64, Base64Url, Decimal, Email, Hostname, IdnEmail, IdnHostname, Ipv4, Ipv6, Iri, JsonPointer,
    Regex, RelativeJsonPointer, Uri, UriReference, UriTemplate, Uuid,
};

#[test]
fn an_email_address_is_a_mailbox_and_nothing_around_it() {
    good(
        Email,
        &[
            "jane@example.com",
            "jane@localhost",
            "\"jane doe\"@example.com",
            "\"a\\\"@b\"@example.com",
            "a@[192.0.2.1]",
            "a@[ipv6:::1]",
        ],
    );
    bad(
        Email,
        &[
            "jane",
            "jane@",
            "@example.com",
            "jane doe@example.com",
            "jane..doe@example.com",
            "Jane <jane@example.com>",
        ],
    );
    bad(
        Email,
        &[
            "jörg@example.com",
            "jane@ex_ample.com",
            "\"jane@example.com",
            "\"a\\\u{7f}\"@example.com",
            "a@[192.0.2.256]",
            "a@b@c",
            "jane@example.com.",
        ],
    );
    bad(Email, &[&format!("{}@example.com", "x".repeat(65))]);
    good(IdnEmail, &["jörg@example.com", "실례@실례.테스트"]);
}

#[test]
fn a_host_name_has_labels_of_letters_digits_and_hyphens() {
    good(
        Hostname,
        &["localhost", "a.b-c.example", "1host", "xn--bcher-kva.example", "XN--BCHER-KVA", "192.0.2.1"],
    );
    bad(
        Hostname,
        &["", ".", "example.", "-a", "a-", "a_b", "my shed", "bücher.example", "xn--x", "xn--", "a..b"],
    );
    bad(Hostname, &[&"x".repeat(64), &"x.".repeat(127), "xn--example-", "xn---9uc"]);
}

#[test]
fn a_label_beyond_ascii_is_in_small_letters_and_without_symbols() {
    good(IdnHostname, &["bücher.example", "παράδειγμα。com", "l·l", "xn--bcher-kva"]);
    bad(IdnHostname, &["Bücher.example", "a☃", "l·", "ü-", "ab--ü", "aא", "bücher..example"]);
}

#[test]
fn an_address_is_written_in_the_one_usual_way() {
    good(Ipv4, &["192.0.2.1", "0.0.0.0"]);
    bad(Ipv4, &["192.0.2.256", "192.0.2", "192.0.2.01", "0x7f.0.0.1", "192.0.2.1/24", "::1"]);
    good(Ipv6, &["::", "2001:db8::1", "::ffff:192.0.2.1", "2001:DB8::1"]);
    bad(Ipv6, &["2001::db8::1", "192.0.2.1", "fe80::1%eth0", "[::1]", "::12345", "1:2:3:4:5:6:7"]);
}

#[test]
fn a_uri_has_a_scheme_and_is_in_ascii() {
    good(
        Uri,
        &[
            "https://example.com/a/b?c=d#e",
            "https://example.com",
            "urn:isbn:9780141036144",
            "http://[::1]:80/",
            "file:///etc",
            "a:",
        ],
    );
    bad(
        Uri,
        &[
            "/a/b",
            "",
            "https://example.com/a b",
            "https://example.com/%zz",
            "https://example.com:http/",
            "1a:b",
            "http://[::1",
            "http://a]",
        ],
    );
    bad(Uri, &["https://example.com/ü", "https://example.com/\\", "a:b#c#d", "http://[v1.]"]);
    good(UriReference, &["", "/a/b", "//host", "?a", "#b", "./1:b", "a/b:c"]);
    bad(UriReference, &["1:b", "//a@b@c", "/a\"b"]);
    good(Iri, &["https://bücher.example/ü?\u{e000}#ö"]);
    bad(Iri, &["https://example.com/\u{e000}", "https://example.com/\u{fffe}", "/ü"]);
}

#[test]
fn a_template_has_variables_in_braces() {
    good(UriTemplate, &["", "/a/{b}", "{+a,b:3,c*}", "a'b", "{a.b%41}", "{a}{b}"]);
    bad(
        UriTemplate,
        &["{", "}", "{}", "{a", "a}", "{{a}}", "{a,}", "{a:0}", "{a:10000}", "{a b}", "{a..b}", "%4", "{%4}"],
    );
}

#[test]
fn a_uuid_has_its_hyphens() {
    good(
        Uuid,
        &[
            "5f0c7d2e-8a4b-4f6e-9d1a-2b3c4d5e6f70",
            "5F0C7D2E-8A4B-4F6E-9D1A-2B3C4D5E6F70",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
        ],
    );
    bad(
        Uuid,
        &[
            "5f0c7d2e8a4b4f6e9d1a2b3c4d5e6f70",
            "{5f0c7d2e-8a4b-4f6e-9d1a-2b3c4d5e6f70}",
            "",
            "5f0c7d2e-8a4b-4f6e-9d1a-2b3c4d5e6f7g",
        ],
    );
}

#[test]
fn a_decimal_has_no_exponent() {
    good(Decimal, &["12.50", "-0.05", "0", "-0", "10", "123456789012345678901234567890.1"]);
    bad(Decimal, &["", "-", ".5", "5.", "+1", "007", "1e2", "NaN", "1,5", " 1", "1.2.3"]);
}

#[test]
fn a_pointer_escapes_its_tildes() {
    good(JsonPointer, &["", "/", "/a~0b~1c/0", "/ü"]);
    bad(JsonPointer, &["a", "#", "/~", "/~2", "/a~"]);
    good(RelativeJsonPointer, &["0", "1/a", "0#", "120", "1+2/a", "1-2#"]);
    bad(RelativeJsonPointer, &["", "01", "-1", "0##", "1a", "1+0", "1+", "/a"]);
}

#[test]
fn a_regular_expression_is_one_of_ecma_262() {
    good(
        Regex,
        &[
            "",
            "^a+?[^\\]a-z-]{1,2}$",
            "(?<n>a)\\k<n>\\1",
            "(?=a)(?<!b)(?:c)*",
            "[]",
            "\\u{1F600}[\\ud83d\\ude00-\\ud83d\\ude01]",
        ],
    );
    good(Regex, &["\\p{L}\\P{Script=Greek}", "\\cA\\x41\\0\\/", "a|", "(?i-s:a)"]);
    bad(
        Regex,
        &[
            "(", ")", "*", "a**", "a{2,1}", "{", "}", "]", "[b-a]", "[\\d-a]", "\\a", "\\1", "\\k<n>",
            "(?P<n>a)", "(?i)", "(?=a)*",
        ],
    );
    bad(
        Regex,
        &[
            "\\",
            "[",
            "\\u{110000}",
            "\\x4",
            "(?<1>a)",
            "\\p{}",
            "\\c1",
            "(?#a)",
            "\\01",
            "(?-:a)",
            "(?ii:a)",
            "a{1",
            "a{,1}",
        ],
    );
}

#[test]
fn encoded_bytes_have_one_text_but_for_what_may_be_left_out() {
    good(Base64, &["", "AA==", "AAA=", "AAAA", "+/+/"]);
    bad(Base64, &["AA", "AA=", "A===", "AB==", "AAB=", "AAAA====", "-_-_", "AA==AA==", "AA A", "AA\n=="]);
    good(Base64Url, &["", "AA", "AA==", "-_-_"]);
    bad(Base64Url, &["A", "AA=", "+/+/", "AB"]);
    good(Base16, &["", "00ff", "00FF"]);
    bad(Base16, &["0", "0g", "0x00"]);
}
