//! A file of Rust as its items.

use specwright::code::File;
use syn::visit::{self, Visit};
use syn::{ImplItem, Item, TraitItem, UseTree};

/// The name of `file`, and its items in their order.
pub(crate) fn outline(file: &File) -> String {
    let items: Vec<String> = syn::parse_file(&file.content).unwrap().items.iter().map(item).collect();
    format!("{}: {}", file.name, items.join(", "))
}

fn item(item: &Item) -> String {
    match item {
        Item::Const(item) => format!("const {}", item.ident),
        Item::Enum(item) => {
            format!("enum {} {}", item.ident, list(item.variants.iter().map(|one| &one.ident)))
        }
        Item::Fn(item) => format!("fn {}", item.sig.ident),
        Item::Impl(item) => implementation(item),
        Item::Macro(item) => format!("macro {}", path(&item.mac.path)),
        Item::Mod(item) => format!("mod {}", item.ident),
        Item::Static(item) => format!("static {}", item.ident),
        Item::Struct(item) => format!("struct {}", item.ident),
        Item::Trait(item) => format!("trait {} {}", item.ident, list(item.items.iter().map(member_of_trait))),
        Item::Type(item) => format!("type {}", item.ident),
        Item::Use(item) => {
            let public = if matches!(item.vis, syn::Visibility::Inherited) { "" } else { "pub " };
            let UseTree::Path(tree) = &item.tree else { panic!("a `use` of a path") };
            format!("{public}use {}", tree.ident)
        }
        _ => panic!("an item of a kind that the generator does not know"),
    }
}

fn implementation(item: &syn::ItemImpl) -> String {
    let syn::Type::Path(whom) = &*item.self_ty else { panic!("an impl for a type with a name") };
    let last = |path: &syn::Path| path.segments.last().unwrap().ident.to_string();
    let of = item.trait_.as_ref().map(|(of, _)| format!("{} for ", last(of))).unwrap_or_default();
    format!("impl {of}{} {}", last(&whom.path), list(item.items.iter().map(member_of_impl)))
}

fn member_of_trait(member: &TraitItem) -> &syn::Ident {
    match member {
        TraitItem::Fn(member) => &member.sig.ident,
        TraitItem::Type(member) => &member.ident,
        _ => panic!("a member of a trait that the generator does not know"),
    }
}

fn member_of_impl(member: &ImplItem) -> &syn::Ident {
    match member {
        ImplItem::Const(member) => &member.ident,
        ImplItem::Fn(member) => &member.sig.ident,
        ImplItem::Type(member) => &member.ident,
        _ => panic!("a member of an impl that the generator does not know"),
    }
}

fn list<'i>(names: impl Iterator<Item = &'i syn::Ident>) -> String {
    format!("{{{}}}", names.map(ToString::to_string).collect::<Vec<String>>().join(", "))
}

fn path(path: &syn::Path) -> String {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<String>>().join("::")
}

/// What does not belong in a generated file: attributes, macros and blocks that the generator never writes, items within functions.
pub(crate) fn strangers(content: &str) -> Vec<String> {
    let file = syn::parse_file(content).unwrap();
    // It panics on a kind that is not known.
    file.items.iter().for_each(|one| drop(item(one)));
    let mut strangers = Strangers(Vec::new());
    strangers.visit_file(&file);
    strangers.0
}

/// The macros that generated code calls.
const MACROS: [&str; 9] = [
    "held",
    "include_bytes",
    "include_str",
    "specwright_runtime::choice",
    "specwright_runtime::constant",
    "specwright_runtime::needs",
    "specwright_runtime::newtype",
    "specwright_runtime::statuses",
    "vec",
];

struct Strangers(Vec<String>);

impl<'ast> Visit<'ast> for Strangers {
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        let name = path(attribute.path());
        let debug = attribute.parse_args::<syn::Ident>().is_ok_and(|argument| argument == "debug_assertions");
        let known = matches!(name.as_str(), "allow" | "derive" | "doc" | "path") || name == "cfg" && debug;
        if !known {
            self.0.push(format!("#[{name}]"));
        }
        visit::visit_attribute(self, attribute);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        let name = path(&called.path);
        if !MACROS.contains(&name.as_str()) {
            self.0.push(format!("{name}!"));
        }
        visit::visit_macro(self, called);
    }

    fn visit_stmt(&mut self, statement: &'ast syn::Stmt) {
        if let syn::Stmt::Item(_) = statement {
            self.0.push("an item within a function".to_owned());
        }
        visit::visit_stmt(self, statement);
    }

    fn visit_expr_unsafe(&mut self, block: &'ast syn::ExprUnsafe) {
        self.0.push("unsafe".to_owned());
        visit::visit_expr_unsafe(self, block);
    }
}
