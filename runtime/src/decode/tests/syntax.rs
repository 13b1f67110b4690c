use crate::decode::Document;

fn accepts(body: impl AsRef<[u8]>) -> bool {
    Document::parse(body.as_ref()).is_ok()
}

#[test]
fn every_kind_of_value_is_json() {
    for body in ["null", "true", "false", "0", "-0", "10.50e+7", "\"\"", "[]", "{}", r#"{"a":[{}]}"#] {
        assert!(accepts(body), "{body}");
    }
}

#[test]
fn white_space_may_be_between_all_tokens() {
    assert!(accepts("\t\r\n { \"a\" : [ 1 , 2 ] , \"b\" : { } } \n"));
    for other in ["\u{b}1", "\u{c}1", "\u{a0}1", "1\0", "\u{feff}1"] {
        assert!(!accepts(other), "{other:?}");
    }
}

#[test]
fn what_json_does_not_have_is_malformed() {
    let malformed = [
        "",
        " ",
        "{",
        "[",
        "}",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{]",
        "{1:2}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{'a':1}",
        "'a'",
        "\"",
        "\"a",
        "\"\\",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\x41\"",
        "\"\\\"",
        "\"a\nb\"",
        "\"\t\"",
        "\"\u{1f}\"",
        "+1",
        "01",
        "-01",
        ".5",
        "1.",
        "-",
        "--1",
        "1e",
        "1e+",
        "1.e1",
        "0x1",
        "1_0",
        "NaN",
        "nan",
        "Infinity",
        "-Infinity",
        "True",
        "tru",
        "truee",
        "nul",
        "nulll",
        "undefined",
        "1 // a",
        "/* a */ 1",
        "1,",
        "1 1",
        "{}{}",
        "[]]",
    ];
    for body in malformed {
        assert!(!accepts(body), "{body}");
    }
}

#[test]
fn every_prefix_of_a_body_is_malformed() {
    let body = r#"{"a":[1,-2.5e3,"b\u00e9\ud83d\udee0\n",true,false,null,{"c":{}}]}"#;
    assert!(accepts(body));
    assert!((0..body.len()).all(|end| !accepts(&body[..end])));
}

#[test]
fn bytes_that_are_not_utf8_are_malformed_wherever_they_are() {
    for body in [
        &b"\"\xff\""[..],
        b"\xff",
        b"\"\xc3\"",
        b"\"\xed\xa0\x80\"",
        b"\"\xc0\x80\"",
        b"1\xe2\x82",
        b"{\"\xf5\":1}",
    ] {
        assert!(!accepts(body), "{body:?}");
    }
}

#[test]
fn a_string_ends_at_its_quote_wherever_that_is() {
    for length in 0..40 {
        let plain = "ü".repeat(length / 2) + &"a".repeat(length);
        assert!(accepts(format!("\"{plain}\"")), "{length}");
        assert!(accepts(format!("[\"{plain}\",\"\\\\{plain}\\n\"]")), "{length}");
        assert!(!accepts(format!("\"{plain}\u{1}\"")), "{length}");
        assert!(!accepts(format!("\"{plain}")), "{length}");
        assert!(!accepts(format!("\"{plain}\\\"")), "{length}");
    }
}

#[test]
fn every_control_character_must_be_escaped() {
    for control in 0..0x20_u8 {
        for before in 0..9 {
            let body = [&b"\"!!!!!!!!!"[..before + 1], &[control], b"!!!!!!!!!\""].concat();
            assert!(!accepts(&body), "{control} after {before}");
        }
    }
}

#[test]
fn half_a_surrogate_pair_is_no_name() {
    assert!(!accepts(r#"{"\ud800":1}"#));
    assert!(accepts(r#"{"\ud83d\udee0":1}"#));
}

#[test]
fn containers_are_nested_128_deep_at_most() {
    let arrays = |depth| "[".repeat(depth) + &"]".repeat(depth);
    let objects = |depth: usize| "{\"a\":".repeat(depth - 1) + "{}" + &"}".repeat(depth - 1);
    assert!(accepts(arrays(128)) && accepts(objects(128)));
    assert!(!accepts(arrays(129)) && !accepts(objects(129)));
    assert!(accepts(format!("[{}]", vec![arrays(127); 3].join(","))));
}
