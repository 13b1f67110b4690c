//! Tokens at random.

use proptest::prelude::*;

use super::{SECRET, good, made, signed, verifier};

proptest! {
    #[test]
    fn no_text_is_accepted_and_none_panics(token in "[ -~é]{0,200}") {
        prop_assert!(verifier().verify(&token).is_err());
    }

    #[test]
    fn no_three_parts_are_accepted_and_none_panic(token in "[A-Za-z0-9_-]{0,60}\\.[A-Za-z0-9_-]{0,60}\\.[A-Za-z0-9_-]{0,60}") {
        prop_assert!(verifier().verify(&token).is_err());
    }

    #[test]
    fn a_token_with_another_character_anywhere_is_refused(at in 0..200_usize, other in "[A-Za-z0-9_.~=-]") {
        let token = made(&good());
        let at = at % token.len();
        let (before, rest) = token.split_at(at);
        let (was, after) = rest.split_at(1);
        prop_assume!(was != other);
        let changed = format!("{before}{other}{after}");
        prop_assert!(verifier().verify(&changed).is_err());
    }

    #[test]
    fn what_is_signed_and_no_json_is_refused(claims in "[ -~]{0,40}", header in "[ -~]{0,40}") {
        let headed = signed(&header, &good().to_string(), SECRET);
        let claimed = signed(r#"{"alg":"HS256"}"#, &claims, SECRET);
        prop_assert!(verifier().verify(&headed).is_err());
        prop_assert!(verifier().verify(&claimed).is_err());
    }
}
