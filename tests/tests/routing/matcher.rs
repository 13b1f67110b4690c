//! The generated `match`, read and followed as Rust would: patterns of segments, one inside the other.

use std::collections::BTreeMap;

use specwright_tests::routing::Request;
use syn::{Expr, ImplItem, Item, Lit, Pat, Stmt};

/// The function `path` of `server.rs`.
pub(crate) struct Matcher {
    body: syn::Block,
    /// The templates, by the names of their variants.
    templates: BTreeMap<String, String>,
}

impl Matcher {
    /// The function in `server`.
    pub(crate) fn of(server: &str) -> Self {
        let file = syn::parse_file(server).unwrap();
        let mut templates = BTreeMap::new();
        let mut body = None;
        for item in file.items {
            match item {
                Item::Enum(item) if item.ident == "Path" => {
                    templates.extend(
                        item.variants.iter().map(|variant| (variant.ident.to_string(), told(variant))),
                    );
                }
                Item::Impl(item) => body = item.items.into_iter().find_map(function),
                _ => {}
            }
        }
        Self { body: body.unwrap(), templates }
    }

    /// The template of the path that is found.
    pub(crate) fn find(&self, request: &Request) -> Option<String> {
        let segments: Vec<&str> = request.segments.iter().map(String::as_str).collect();
        let Some(Stmt::Local(path)) = self.body.stmts.first() else { panic!("`let path = match …`") };
        let name =
            follow(&path.init.as_ref().unwrap().expr, &segments, if request.slash { "/" } else { "" })?;
        Some(self.templates[&name].clone())
    }
}

fn function(item: ImplItem) -> Option<syn::Block> {
    match item {
        ImplItem::Fn(item) if item.sig.ident == "path" => Some(item.block),
        _ => None,
    }
}

/// What the documentation of a variant says: its template, as code.
fn told(variant: &syn::Variant) -> String {
    let syn::Meta::NameValue(doc) = &variant.attrs.first().unwrap().meta else { panic!("a doc comment") };
    text(&doc.value).trim().trim_matches('`').to_owned()
}

fn text(expr: &Expr) -> String {
    match expr {
        Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => text.value(),
        _ => panic!("a text"),
    }
}

/// The variant that `expr` comes to.
fn follow(expr: &Expr, segments: &[&str], end: &str) -> Option<String> {
    match expr {
        Expr::Match(choice) => {
            let (arm, rest) = choice
                .arms
                .iter()
                .find_map(|arm| matches(&arm.pat, segments, end).map(|rest| (arm, rest)))
                .expect("an arm for everything");
            follow(&arm.body, rest, end)
        }
        Expr::Path(path) => Some(path.path.segments.last().unwrap().ident.to_string()),
        Expr::Return(_) => None,
        _ => panic!("neither a path, nor a `match`, nor `return None`"),
    }
}

/// What is left of `segments` where the pattern matches.
fn matches<'s, 't>(pattern: &Pat, segments: &'s [&'t str], end: &str) -> Option<&'s [&'t str]> {
    let Pat::Tuple(pair) = pattern else { return is_any(pattern).then_some(segments) };
    let (Pat::Slice(slice), ending) = (&pair.elems[0], &pair.elems[1]) else {
        panic!("a pattern of segments")
    };
    let mut rest = segments;
    for element in &slice.elems {
        if let Pat::Ident(name) = element {
            assert!(name.ident == "segments" && name.subpat.is_some(), "`segments @ ..`");
            return is(ending, end).then_some(rest);
        }
        let (first, after) = rest.split_first()?;
        if !is(element, first) {
            return None;
        }
        rest = after;
    }
    (rest.is_empty() && is(ending, end)).then_some(rest)
}

fn is(pattern: &Pat, found: &str) -> bool {
    match pattern {
        Pat::Lit(literal) => matches!(&literal.lit, Lit::Str(text) if text.value() == found),
        other => is_any(other),
    }
}

fn is_any(pattern: &Pat) -> bool {
    match pattern {
        Pat::Wild(_) => true,
        _ => panic!("a pattern that is not expected"),
    }
}
