//! Every kind of scheme, alone and combined. A test carries the number of its row in the list of promises.

#![allow(clippy::unwrap_used)]

mod shop;
mod vault;

use shop::Answered;
use vault::send;

/// `john:secret`
const BASIC: &str = "Authorization: Basic am9objpzZWNyZXQ=";
/// `john:wrong`
const WRONG_BASIC: &str = "Authorization: Basic am9objp3cm9uZw==";

/// Who came in.
async fn caller(target: &str, fields: &[&str]) -> String {
    let answer = send(target, fields).await;
    assert_eq!(answer.status, 200, "{target} {fields:?}");
    answer.text().trim_matches('"').to_owned()
}

fn assert_refused(answer: &Answered, status: u16, challenges: &[&str], case: &str) {
    assert_eq!(answer.status, status, "{case}");
    assert_eq!(answer.challenges(), challenges, "{case}");
    assert_eq!(answer.header("cache-control"), Some("no-store"), "{case}");
    let detail = match status {
        400 => "Bad Request",
        401 => "Not authenticated",
        403 => "Not enough permissions",
        500 => "Internal Server Error",
        _ => "Service Unavailable",
    };
    assert_eq!(answer.text(), format!(r#"{{"detail":"{detail}"}}"#), "{case}");
}

const BASIC_CHALLENGE: &str = r#"Basic realm="The \"Vault\"", charset="UTF-8""#;
const DIGEST_CHALLENGE: &str = r#"Digest realm="vault", nonce="a \"nonce\"??""#;

/// Each scheme alone: its path, a field or query with `{}` for the credential, and its challenge.
const ALONE: [(&str, &str, &str); 6] = [
    ("/bearer", "Authorization: Bearer {}", "Bearer"),
    ("/digest", "Authorization: Digest {}", DIGEST_CHALLENGE),
    ("/header", "x-key: {}", "APIKey"),
    ("/query", "?key={}", "APIKey"),
    ("/cookie", "Cookie: key={}", "APIKey"),
    ("/tls", "Certificate: {}", "MutualTLS"),
];

async fn show(path: &str, place: &str, credential: &str) -> Answered {
    let shown = place.replace("{}", credential);
    match shown.starts_with('?') {
        true => send(&format!("{path}{shown}"), &[]).await,
        false => send(path, &[&shown]).await,
    }
}

#[tokio::test]
async fn c1_every_scheme_of_authorization_has_no_case() {
    assert_eq!(caller("/basic", &["Authorization: bAsIc am9objpzZWNyZXQ="]).await, "basic john:secret");
    assert_eq!(caller("/digest", &["Authorization: DIGEST a=b"]).await, "digest a=b");
}

#[tokio::test]
async fn c2_what_names_a_scheme_and_is_not_separated_is_not_nobodys() {
    for field in ["Bearer\tfoobar", "Bearer \tfoobar", "Bearer:foobar", "bearer,"] {
        let answer = send("/bearer/optional", &[&format!("Authorization: {field}")]).await;
        assert_refused(&answer, 401, &["Bearer"], field);
    }
    let answer = send("/digest/optional", &["Authorization: Digest \ta=b"]).await;
    assert_refused(&answer, 401, &[DIGEST_CHALLENGE], "a tab");
}

#[tokio::test]
async fn c4_a_credential_twice_is_400_and_never_the_first_one_wins() {
    let bearer = "Authorization: Bearer a";
    let error = r#"Bearer error="invalid_request""#;
    for path in ["/bearer", "/bearer/optional"] {
        assert_refused(&send(path, &[bearer, bearer]).await, 400, &[error], path);
    }
    assert_refused(&send("/basic", &[BASIC, bearer]).await, 400, &[BASIC_CHALLENGE], "basic");
    for path in ["/header", "/header/optional"] {
        assert_refused(&send(path, &["X-Key: a", "x-key: a"]).await, 400, &["APIKey"], path);
        assert_refused(&send(path, &["X-Key: a", "x-key:"]).await, 400, &["APIKey"], path);
    }
    for target in ["/query?key=a&key=b", "/query?key=a&key", "/query/optional?key=&%6bey=a"] {
        assert_refused(&send(target, &[]).await, 400, &["APIKey"], target);
    }
    for cookies in [&["Cookie: key=a; key=b"][..], &["Cookie: key=a", "Cookie: b=c; key="]] {
        assert_refused(&send("/cookie/optional", cookies).await, 400, &["APIKey"], "cookie");
    }
}

#[tokio::test]
async fn c5_a_credential_of_another_scheme_is_none() {
    assert_refused(&send("/basic", &["Authorization: Bearer a"]).await, 401, &[BASIC_CHALLENGE], "basic");
    assert_refused(&send("/digest", &[BASIC]).await, 401, &[DIGEST_CHALLENGE], "digest");
    assert_eq!(caller("/digest/optional", &[BASIC]).await, "");
}

#[tokio::test]
async fn c6_a_key_is_read_from_its_place_and_from_nowhere_else() {
    let everywhere = ["X-Key: a", "Cookie: key=b"];
    assert_eq!(caller("/header?key=c", &everywhere).await, "header a");
    assert_eq!(caller("/query?key=c", &everywhere).await, "query c");
    assert_eq!(caller("/cookie?key=c", &everywhere).await, "cookie b");
    assert_refused(&send("/header?key=c&x-key=c", &everywhere[1..]).await, 401, &["APIKey"], "header");
    assert_refused(
        &send("/query", &["X-Key: a", "key: a", "Cookie: key=b"]).await,
        401,
        &["APIKey"],
        "query",
    );
    assert_refused(
        &send("/cookie?key=c", &["X-Key: a", "Set-Cookie: key=b"]).await,
        401,
        &["APIKey"],
        "cookie",
    );
    assert_refused(
        &send("/tls", &["Client-Cert: :YQ==:", "X-SSL-Cert: a"]).await,
        401,
        &["MutualTLS"],
        "tls",
    );
}

#[tokio::test]
async fn c7_basic_is_split_at_the_first_colon_and_either_half_may_be_empty() {
    for (text, halves) in [("am9objpzZTpjcjpldA==", "john:se:cr:et"), ("am9objo=", "john:"), ("Og==", ":")] {
        assert_eq!(
            caller("/basic", &[&format!("Authorization: Basic {text}")]).await,
            format!("basic {halves}")
        );
    }
}

#[tokio::test]
async fn c7_basic_that_is_not_of_the_grammar_is_401_even_where_security_is_optional() {
    for text in
        ["", " ", "am9objpzZWNyZXQ", "am9o!bjpz", "am9objpz ZWNyZXQ=", "Og==Og==", "Oh==", "AGE6Yg==", "/zpi"]
    {
        let answer = send("/basic/optional", &[&format!("Authorization: Basic {text}")]).await;
        assert_refused(&answer, 401, &[BASIC_CHALLENGE], text);
    }
}

#[tokio::test]
async fn c8_an_empty_key_is_absent() {
    assert_eq!(caller("/header/optional", &["X-Key:"]).await, "");
    assert_eq!(caller("/query/optional?key=", &[]).await, "");
    assert_eq!(caller("/query/optional?key", &[]).await, "");
    assert_eq!(caller("/cookie/optional", &["Cookie: key="]).await, "");
    assert_eq!(caller("/cookie/optional", &["Cookie: key=\"\""]).await, "");
}

#[tokio::test]
async fn c8_names_are_compared_without_case_in_headers_and_exactly_elsewhere() {
    assert_eq!(caller("/header", &["x-KEY: a, b"]).await, "header a, b");
    assert_refused(&send("/query?KEY=a&key[]=a&xkey=a", &[]).await, 401, &["APIKey"], "query");
    assert_refused(&send("/cookie", &["Cookie: KEY=a; xkey=a"]).await, 401, &["APIKey"], "cookie");
}

#[tokio::test]
async fn c8_keys_are_decoded_once_in_the_query_and_not_at_all_in_cookies() {
    assert_eq!(caller("/query?a=1&%6Bey=s%20e%252F+%C3%A9&b", &[]).await, "query s e%2F é");
    assert_eq!(caller("/cookie", &["Cookie: a=1; key=a%20b==; b=2"]).await, "cookie a%20b==");
    assert_eq!(caller("/cookie", &["Cookie: ;;a=\"", "Cookie: \"; key=\"a\""]).await, "cookie a");
}

#[tokio::test]
async fn c11_no_answer_repeats_a_credential() {
    // A certificate is whatever its bytes are.
    for (path, place, _) in ALONE.into_iter().filter(|(path, ..)| *path != "/tls") {
        for wrong in ["hush.wrong", "hush.poor", "hush.down", "hush.broken", "hush\u{85}"] {
            let answer = show(path, place, wrong).await;
            let shown = format!("{:?} {:?}", answer.headers, answer.body);
            assert!(answer.status != 200 && !shown.contains("hush"), "{path} {shown}");
        }
    }
}

#[tokio::test]
async fn q1_all_of_several_are_needed_and_received() {
    assert_eq!(caller("/and", &["Authorization: Bearer a", "X-Key: b"]).await, "bearer a+header b");
    let challenges = ["Bearer", "APIKey"];
    for fields in
        [&[][..], &["Authorization: Bearer a"], &["X-Key: b"], &["Authorization: Bearer a", "X-Key:"]]
    {
        assert_refused(&send("/and", fields).await, 401, &challenges, &format!("{fields:?}"));
    }
    let answer = send("/and", &["Authorization: Bearer a", "X-Key: wrong"]).await;
    assert_refused(&answer, 401, &challenges, "the second one is wrong");
}

#[tokio::test]
async fn q2_alternatives_are_tried_in_order_and_one_that_fails_does_not_stop_the_next() {
    assert_eq!(caller("/or", &["Authorization: Bearer a"]).await, "bearer a");
    assert_eq!(caller("/or", &[BASIC]).await, "basic john:secret");
    assert_eq!(caller("/twice", &["Authorization: Bearer open.a"]).await, "open a");
    assert_eq!(caller("/twice", &["Authorization: Bearer a"]).await, "bearer a");
}

#[tokio::test]
async fn q3_nobody_in_particular_is_let_in_last() {
    for path in
        ["/bearer", "/basic", "/digest", "/header", "/query", "/cookie", "/tls", "/or", "/twice", "/and"]
    {
        assert_eq!(caller(&format!("{path}/optional"), &[]).await, "", "{path}");
    }
    for (path, place, _) in ALONE {
        let answer = show(&format!("{path}/optional"), place, "a").await;
        assert!(answer.text().ends_with(" a\""), "{path} {}", answer.text());
    }
    assert_eq!(caller("/and/optional", &["Authorization: Bearer a"]).await, "");
}

#[tokio::test]
async fn q4_a_credential_that_is_refused_is_401_even_where_security_is_optional() {
    for (path, place, challenge) in ALONE {
        let answer = show(&format!("{path}/optional"), place, "wrong").await;
        let challenge = match challenge {
            "Bearer" => r#"Bearer error="invalid_token", error_description="It is wrong""#,
            other => other,
        };
        assert_refused(&answer, 401, &[challenge], path);
    }
    assert_refused(&send("/basic/optional", &[WRONG_BASIC]).await, 401, &[BASIC_CHALLENGE], "basic");
    let answer = send("/and/optional", &["X-Key: wrong"]).await;
    assert_refused(&answer, 401, &["Bearer", "APIKey"], "one of two, whose partner is not there");
}

#[tokio::test]
async fn q6_scopes_are_those_of_the_alternative_in_question_alone() {
    let answer = send("/twice", &["Authorization: Bearer open.poor"]).await;
    assert_refused(&answer, 403, &[r#"Bearer error="insufficient_scope", scope="email""#], "the first");
    let answer = send("/twice", &["Authorization: Bearer poor"]).await;
    assert_refused(&answer, 403, &[r#"Bearer error="insufficient_scope", scope="read write""#], "the second");
}

#[tokio::test]
async fn q8_a_verifier_that_cannot_tell_is_never_401_and_never_nobody() {
    for (path, place, _) in ALONE {
        for (credential, status) in [("down", 503), ("broken", 500)] {
            for path in [path.to_owned(), format!("{path}/optional")] {
                assert_refused(&show(&path, place, credential).await, status, &[], &path);
            }
        }
    }
}

#[tokio::test]
async fn w1_a_401_has_a_challenge_for_each_different_scheme() {
    for (path, _, challenge) in ALONE {
        assert_refused(&send(path, &[]).await, 401, &[challenge], path);
    }
    assert_refused(&send("/or", &[]).await, 401, &["Bearer", BASIC_CHALLENGE], "or");
    assert_refused(&send("/and", &[]).await, 401, &["Bearer", "APIKey"], "and");
    assert_refused(&send("/twice", &[]).await, 401, &["Bearer"], "two that say the same");
}

#[tokio::test]
async fn w3_of_several_challenges_that_of_the_refused_token_says_so() {
    let answer = send("/or", &["Authorization: Bearer wrong"]).await;
    let error = r#"Bearer error="invalid_token", error_description="It is wrong""#;
    assert_refused(&answer, 401, &[error, BASIC_CHALLENGE], "bearer");
    let answer = send("/or", &[WRONG_BASIC]).await;
    assert_refused(&answer, 401, &["Bearer", BASIC_CHALLENGE], "basic");
}

#[tokio::test]
async fn w5_a_missing_scope_is_403_with_the_challenge_of_its_scheme_and_wins_over_401() {
    let answer = send("/or", &["Authorization: Bearer poor"]).await;
    assert_refused(&answer, 403, &[r#"Bearer error="insufficient_scope", scope="read""#], "or");
    let answer = send("/twice/optional", &["Authorization: Bearer poor"]).await;
    assert_refused(
        &answer,
        403,
        &[r#"Bearer error="insufficient_scope", scope="read write""#],
        "after a 401",
    );
    assert_refused(&send("/header", &["X-Key: poor"]).await, 403, &["APIKey"], "no words of bearer tokens");
    let answer = send("/and", &["Authorization: Bearer poor"]).await;
    assert_refused(&answer, 401, &["Bearer", "APIKey"], "the partner is not there");
}

#[tokio::test]
async fn w6_nothing_that_an_implementation_says_breaks_the_field() {
    let answer = send("/digest", &[]).await;
    assert_eq!(answer.challenges(), [DIGEST_CHALLENGE]);
    assert_eq!(answer.headers.len(), send("/header", &[]).await.headers.len());
}

#[tokio::test]
async fn w7_basic_has_a_realm_and_a_charset() {
    assert_refused(&send("/basic", &[]).await, 401, &[BASIC_CHALLENGE], "basic");
}

#[tokio::test]
async fn w8_keys_and_certificates_challenge_with_a_word() {
    for (path, word) in
        [("/header", "APIKey"), ("/query", "APIKey"), ("/cookie", "APIKey"), ("/tls", "MutualTLS")]
    {
        assert_refused(&send(path, &[]).await, 401, &[word], path);
    }
}

#[tokio::test]
async fn w9_other_schemes_challenge_with_their_name_and_the_parameters_of_the_implementation() {
    assert_refused(&send("/digest", &[]).await, 401, &[DIGEST_CHALLENGE], "digest");
    assert_refused(&send("/twice", &[]).await, 401, &["Bearer"], "OpenID Connect");
}

#[tokio::test]
async fn w10_no_refusal_is_stored_whatever_its_status() {
    for credential in ["", "wrong", "poor", "down", "broken", "a\", b"] {
        for (path, place, _) in ALONE {
            let answer = show(path, place, &credential.replace(['"', ' '], "%01")).await;
            let stored = answer.header("cache-control") != Some("no-store");
            assert_eq!(stored, answer.status == 200, "{path} {credential}");
        }
    }
    let twice = ["X-Key: a", "X-Key: a"];
    assert_eq!(send("/header", &twice).await.header("cache-control"), Some("no-store"));
}
