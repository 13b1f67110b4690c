//! Names: the one place where words of a document become identifiers of Rust.
//!
//! Owns casing, keywords and collisions. A [`Name`] is always an identifier that rustc takes.

use std::collections::BTreeSet;
use std::fmt;

use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;
use unicode_security::mixed_script::is_potential_mixed_script_confusable_char;

mod words;

use words::words;

/// An identifier of Rust, raw (`r#type`) where it has to be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

impl Name {
    /// The name of a type, a trait or a variant, made of `text`: `OrderLine`; `None` where `text` has nothing to say.
    pub fn camel(text: &str) -> Option<Self> {
        let joined: String = words(text).iter().map(|word| capitalised(word)).collect();
        Self::valid(joined)
    }

    /// The name of a method, a field or a module, made of `text`: `order_line`; `None` where `text` has nothing to say.
    pub fn snake(text: &str) -> Option<Self> {
        let lower: Vec<String> = words(text).iter().map(|word| word.to_lowercase()).collect();
        Self::valid(lower.join("_"))
    }

    /// What `text` is called once its characters are spelt out: `Star` for `*`, `Empty` for nothing.
    pub fn spelt(text: &str) -> Self {
        let spelt = words::spelt(text);
        Self::camel(&spelt).unwrap_or_else(|| Self("Empty".to_owned()))
    }

    /// The same name in the capitals of a static: `ORDER_LINE` for `OrderLine`.
    pub fn shouted(&self) -> Self {
        let upper: Vec<String> = words(&self.0).iter().map(|word| word.to_uppercase()).collect();
        // A few small letters have no capital, and rustc warns of them in a static.
        let spell = |c: char| if c.is_lowercase() { format!("U{:X}", u32::from(c)) } else { c.to_string() };
        let upper: String = upper.join("_").chars().map(spell).collect();
        Self::valid(upper).unwrap_or_else(|| self.clone())
    }

    fn valid(text: String) -> Option<Self> {
        let text: String = told_apart(text.nfc().filter(|c| is_xid_continue(*c)).collect());
        let first = text.chars().next()?;
        let text = if is_xid_start(first) { text } else { format!("_{text}") };
        (!text.trim_matches('_').is_empty()).then_some(Self(text))
    }

    /// The words of the name, be they a keyword or not.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The identifier without the mark of a raw one: what rustc calls the file of a module.
    pub fn file_stem(&self) -> String {
        let ident = self.ident().to_string();
        ident.strip_prefix("r#").unwrap_or(&ident).to_owned()
    }

    /// The same name with `suffix` behind it.
    pub fn with(&self, suffix: &str) -> Self {
        Self(format!("{}{suffix}", self.0))
    }

    /// The name as a token.
    pub fn ident(&self) -> proc_macro2::Ident {
        let span = proc_macro2::Span::call_site();
        match self.0.as_str() {
            "self" | "Self" | "super" | "crate" => proc_macro2::Ident::new(&format!("{}_", self.0), span),
            keyword if KEYWORDS.contains(&keyword) => proc_macro2::Ident::new_raw(keyword, span),
            plain => proc_macro2::Ident::new(plain, span),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.ident())
    }
}

impl quote::ToTokens for Name {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        self.ident().to_tokens(tokens);
    }
}

/// The names taken in one namespace.
#[derive(Debug, Default, Clone)]
pub struct Scope(BTreeSet<String>);

impl Scope {
    /// A namespace in which `reserved` are taken from the start.
    pub fn with(reserved: &[&str]) -> Self {
        Self(reserved.iter().map(|name| (*name).to_owned()).collect())
    }

    /// Takes `wanted`, or, where it is taken, the first free of `wanted2`, `wanted3`, …
    ///
    /// A snake-cased name gets its number behind an underscore. The order of the document decides who is first.
    pub fn take(&mut self, wanted: &Name) -> Name {
        let separator = if wanted.0.starts_with(char::is_uppercase) { "" } else { "_" };
        let mut name = wanted.clone();
        let mut number = 2_u32;
        while !self.0.insert(name.0.clone()) {
            name = wanted.with(&format!("{separator}{number}"));
            number += 1;
        }
        name
    }

    /// Whether `name` is taken.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

/// `text`, with its letters by number where all those beyond ASCII look like letters of another script: rustc warns of names that
/// could be taken for others, and so would a reviewer.
fn told_apart(text: String) -> String {
    let mut beyond = text.chars().filter(|c| !c.is_ascii()).peekable();
    if beyond.peek().is_none() || !beyond.all(is_potential_mixed_script_confusable_char) {
        return text;
    }
    let spell = |c: char| if c.is_ascii() { c.to_string() } else { format!("u{:x}", u32::from(c)) };
    text.chars().map(spell).collect()
}

fn capitalised(word: &str) -> String {
    let shouted = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    let mut characters = word.chars();
    let Some(first) = characters.next() else { return String::new() };
    let rest = characters.as_str();
    let rest = if shouted { rest.to_lowercase() } else { rest.to_owned() };
    first.to_uppercase().chain(rest.chars()).collect()
}

/// Keywords of every edition, reserved ones included (The Rust Reference, "Keywords").
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn camel(text: &str) -> String {
        Name::camel(text).map(|name| name.to_string()).unwrap_or_default()
    }

    fn snake(text: &str) -> String {
        Name::snake(text).map(|name| name.to_string()).unwrap_or_default()
    }

    #[test]
    fn types_are_in_camel_case() {
        for (text, name) in [
            ("OAuth2PasswordBearer", "OAuth2PasswordBearer"),
            ("HTTPValidationError", "HttpValidationError"),
            ("order_line", "OrderLine"),
            ("order-line.v2", "OrderLineV2"),
            ("self", "Self_"),
            ("2fa", "_2fa"),
            ("größe", "Größe"),
            ("取得", "取得"),
        ] {
            assert_eq!(camel(text), name, "{text}");
        }
    }

    #[test]
    fn methods_are_in_snake_case() {
        for (text, name) in [
            ("OAuth2PasswordBearer", "oauth2_password_bearer"),
            ("readItems", "read_items"),
            ("X-Request-ID", "x_request_id"),
            ("getHTTPStatus", "get_http_status"),
            ("type", "r#type"),
            ("self", "self_"),
            ("get all the things", "get_all_the_things"),
            ("a() {} } fn main() {", "a_fn_main"),
        ] {
            assert_eq!(snake(text), name, "{text}");
        }
    }

    #[test]
    fn statics_are_in_capitals() {
        for (name, wanted) in [
            ("OrderLine", "ORDER_LINE"),
            ("OAuth2", "OAUTH2"),
            ("_2fa", "_2FA"),
            ("Type", "TYPE"),
            ("取得", "取得"),
        ] {
            assert_eq!(Name::camel(name).unwrap().shouted().to_string(), wanted);
        }
    }

    #[test]
    fn what_says_nothing_has_no_name() {
        for text in ["", "!!!", "...", "_", "🦀"] {
            assert_eq!(Name::snake(text), None, "{text}");
        }
    }

    #[test]
    fn signs_are_spelt_out() {
        for (text, name) in [
            ("", "Empty"),
            ("*", "Star"),
            ("+1", "Plus1"),
            ("-1", "Minus1"),
            ("<=", "LessEquals"),
            ("🦀", "U1f980"),
        ] {
            assert_eq!(Name::spelt(text).to_string(), name, "{text}");
        }
    }

    #[test]
    fn letters_that_look_like_others_are_spelt_by_number() {
        assert_eq!(snake("\u{43e}"), "u43e");
        assert_eq!(snake("имя"), "имя");
    }

    #[test]
    fn the_second_of_two_gets_a_number() {
        let mut scope = Scope::default();
        let name = Name::snake("foo-bar").expect("a name");
        assert_eq!(scope.take(&name).to_string(), "foo_bar");
        assert_eq!(scope.take(&Name::snake("fooBar").expect("a name")).to_string(), "foo_bar_2");
        assert_eq!(scope.take(&Name::camel("fooBar").expect("a name")).to_string(), "FooBar");
        assert_eq!(scope.take(&Name::camel("foo_bar").expect("a name")).to_string(), "FooBar2");
    }

    #[test]
    fn two_normal_forms_of_a_name_are_one_name() {
        assert_eq!(Name::snake("caf\u{e9}"), Name::snake("cafe\u{301}"));
    }
}
