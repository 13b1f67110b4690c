//! Items as text: an empty line between what is not one thing.

use proc_macro2::TokenStream;

use super::fit::fit;

/// `items` as Rust.
pub(super) fn layout(items: TokenStream) -> String {
    let file = match syn::parse2::<syn::File>(items) {
        Ok(file) => file,
        // Tokens made by `quote` from names and literals are Rust; were they not, rustc would say where.
        Err(error) => return format!("compile_error!({:?});\n", error.to_string()),
    };
    let mut text = String::new();
    let mut before: Option<Kind> = None;
    for item in file.items {
        let kind = Kind::of(&item);
        if before.is_some_and(|before| before != kind || kind == Kind::Item) {
            text.push('\n');
        }
        // A constant is the document itself, whose lines are its own.
        let own_lines = matches!(item, syn::Item::Const(_));
        let rule = matches!(&item, syn::Item::Macro(item) if item.mac.path.segments.last().is_some_and(|last| last.ident == "newtype"));
        let one = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
        let one = prettyplease::unparse(&one);
        // The arguments of a macro are tokens to the printer, and a reference one of two.
        let one = if rule { one.replace("(& ", "(&") } else { one };
        text.push_str(&if own_lines { one } else { spaced(&fit(&one)) });
        before = Some(kind);
    }
    text
}

/// What a run of lines without an empty one between them has in common.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Module,
    UseOfStandard,
    UseOfRuntime,
    UseOfSiblings,
    Export,
    Item,
}

impl Kind {
    fn of(item: &syn::Item) -> Self {
        match item {
            syn::Item::Mod(_) => Self::Module,
            syn::Item::Use(item) if !matches!(item.vis, syn::Visibility::Inherited) => Self::Export,
            syn::Item::Use(syn::ItemUse { tree: syn::UseTree::Path(path), .. }) => match &path.ident {
                ident if ident == "std" => Self::UseOfStandard,
                ident if ident == "super" => Self::UseOfSiblings,
                _ => Self::UseOfRuntime,
            },
            _ => Self::Item,
        }
    }
}

/// The members of traits and impls with an empty line between them.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 64);
    let mut before = "";
    let mut within = false;
    for line in text.lines() {
        if line.starts_with("pub trait ") || line.starts_with("impl") {
            within = true;
        } else if line.starts_with('}') {
            within = false;
        }
        let member = line.strip_prefix("    ").filter(|rest| !rest.starts_with([' ', '}', ')'])).is_some();
        let ended = before == "    }" || (before.starts_with("    ") && before.ends_with(';'));
        let pair = before.trim_start().starts_with("type ") && line.trim_start().starts_with("type ");
        if within && member && ended && !pair {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        before = line;
    }
    spaced
}
