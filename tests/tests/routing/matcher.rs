//! The generated `match`, read and followed as Rust would: patterns of segments, one inside the other.

use std::collections::BTreeMap;

use specwright_runtime::segment::fits;
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
        Expr::Block(block) => match block.block.stmts.as_slice() {
            [Stmt::Expr(inside, None)] => follow(inside, segments, end),
            _ => panic!("a lone expression"),
        },
        _ => panic!("neither a path, nor a `match`, nor `return None`"),
    }
}

/// What is left of `segments` where the pattern matches and its condition holds.
fn matches<'s, 't>(pattern: &Pat, segments: &'s [&'t str], end: &str) -> Option<&'s [&'t str]> {
    let (pattern, condition) = match pattern {
        Pat::Guard(guarded) => (&*guarded.pat, Some(&*guarded.guard)),
        pattern => (pattern, None),
    };
    let Pat::Tuple(pair) = pattern else { return is_any(pattern).then_some(segments) };
    let (Pat::Slice(slice), ending) = (&pair.elems[0], &pair.elems[1]) else {
        panic!("a pattern of segments")
    };
    let (mut rest, mut names) = (segments, BTreeMap::new());
    for element in &slice.elems {
        if let Pat::Ident(name) = element
            && name.subpat.is_some()
        {
            assert!(name.ident == "segments", "`segments @ ..`");
            return is(ending, end).then_some(rest);
        }
        let (first, after) = rest.split_first()?;
        if let Pat::Ident(name) = element {
            names.insert(name.ident.to_string(), *first);
        } else if !is(element, first) {
            return None;
        }
        rest = after;
    }
    let holds =
        rest.is_empty() && is(ending, end) && condition.is_none_or(|condition| holds(condition, &names));
    holds.then_some(rest)
}

/// Whether `fits(name, &[…])` holds for the segment of that name, and each of several.
fn holds(condition: &Expr, names: &BTreeMap<String, &str>) -> bool {
    match condition {
        Expr::Binary(both) => holds(&both.left, names) && holds(&both.right, names),
        Expr::Call(call) => {
            let (Expr::Path(name), Expr::Reference(texts)) = (&call.args[0], &call.args[1]) else {
                panic!("a name and its texts")
            };
            let Expr::Array(texts) = &*texts.expr else { panic!("texts") };
            let texts: Vec<String> = texts.elems.iter().map(text).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            fits(names[&name.path.require_ident().unwrap().to_string()], &texts)
        }
        _ => panic!("neither `fits` nor several of them"),
    }
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
