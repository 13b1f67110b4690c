#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::{ApiKeyHash, ApiKeys};
use crate::security::Denied;

#[test]
fn a_key_is_whose_hash_it_has() {
    let (first, hash) = ApiKeyHash::generate("shop_").unwrap();
    let (second, other) = ApiKeyHash::generate("shop_").unwrap();
    let keys = ApiKeys::of([(hash, "first"), (other, "second")]);
    assert_eq!(keys.verify(&first).unwrap(), &"first");
    assert_eq!(keys.verify(&second).unwrap(), &"second");
}

#[test]
fn a_key_that_is_nobodys_is_refused() {
    let (key, hash) = ApiKeyHash::generate("shop_").unwrap();
    let keys = ApiKeys::of([(hash, ())]);
    let hash = hash.to_string();
    for other in ["", "shop_", &key.to_uppercase(), key.get(1..).unwrap(), &hash, &format!("{}0", *key)] {
        assert!(matches!(keys.verify(other), Err(Denied::InvalidCredentials(None))), "{other}");
    }
    assert!(ApiKeys::<()>::of([]).verify(&key).is_err());
}

#[test]
fn a_new_key_has_256_bits_after_its_prefix() {
    let (key, hash) = ApiKeyHash::generate("shop_live_").unwrap();
    let random = key.strip_prefix("shop_live_").unwrap();
    assert_eq!(random.len(), 64);
    assert!(random.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
    assert!(hash == ApiKeyHash::of(&key));
    assert_ne!(*key, *ApiKeyHash::generate("shop_live_").unwrap().0);
}

#[test]
fn a_hash_is_what_sha256sum_says() {
    // FIPS 180-2, B.1.
    let wanted = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(ApiKeyHash::of("abc").to_string(), wanted);
    assert!(wanted.to_uppercase().parse::<ApiKeyHash>().unwrap() == ApiKeyHash::of("abc"));
}

#[test]
fn what_is_not_64_digits_is_no_hash() {
    for text in
        ["", "ab", &"g".repeat(64), &"0".repeat(63), &"0".repeat(65), &"+1".repeat(32), &"é".repeat(32)]
    {
        assert!(text.parse::<ApiKeyHash>().is_err(), "{text}");
    }
}

#[test]
fn c11_debug_shows_neither_keys_nor_hashes() {
    let hash = ApiKeyHash::of("abc");
    assert_eq!(format!("{hash:?} {:?}", ApiKeys::of([(hash, "owner")])), "ApiKeyHash(…) ApiKeys(1)");
}

proptest! {
    #[test]
    fn a_hash_is_read_as_it_is_written(key in ".*") {
        let hash = ApiKeyHash::of(&key);
        prop_assert!(hash.to_string().parse::<ApiKeyHash>() == Ok(hash));
    }

    #[test]
    fn c10_hashes_are_equal_where_every_bit_is(bit in 0..256_usize) {
        let mut other = ApiKeyHash::of("abc");
        if let Some(byte) = other.0.get_mut(bit / 8) {
            *byte ^= 1 << (bit % 8);
        }
        prop_assert!(other != ApiKeyHash::of("abc"));
    }
}
