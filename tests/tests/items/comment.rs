//! Doc comments as rustdoc reads them.

use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use specwright::code::File;
use syn::visit::{self, Visit};

use crate::{all_files, generated};

/// The blocks of code in the doc comments of `content` that rustdoc would compile and run.
fn doc_tests(content: &str) -> Vec<String> {
    let mut comments = Comments(Vec::new());
    comments.visit_file(&syn::parse_file(content).unwrap());
    comments.0.iter().flat_map(|comment| blocks(comment)).collect()
}

fn blocks(comment: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let block = |event| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => Some(format!("indented in {comment:?}")),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info != "text" => {
            Some(format!("{info:?} in {comment:?}"))
        }
        _ => None,
    };
    Parser::new_ext(comment, options).filter_map(block).collect()
}

/// The doc comment of each item, as one text.
struct Comments(Vec<String>);

impl Comments {
    fn add(&mut self, attributes: &[syn::Attribute]) {
        let line = |attribute: &syn::Attribute| match &attribute.meta {
            syn::Meta::NameValue(syn::MetaNameValue {
                value: syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(line), .. }),
                ..
            }) => Some(line.value()),
            _ => None,
        };
        let lines: Vec<String> = attributes.iter().filter_map(line).collect();
        // rustdoc takes away the space in front that all lines have.
        let lines: Vec<&str> = lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        self.0.push(lines.join("\n"));
    }
}

impl<'ast> Visit<'ast> for Comments {
    fn visit_file(&mut self, file: &'ast syn::File) {
        self.add(&file.attrs);
        visit::visit_file(self, file);
    }

    fn visit_item(&mut self, item: &'ast syn::Item) {
        match item {
            syn::Item::Enum(item) => self.add(&item.attrs),
            syn::Item::Struct(item) => self.add(&item.attrs),
            syn::Item::Trait(item) => self.add(&item.attrs),
            syn::Item::Type(item) => self.add(&item.attrs),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        self.add(&function.attrs);
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_trait_item_type(&mut self, item: &'ast syn::TraitItemType) {
        self.add(&item.attrs);
        visit::visit_trait_item_type(self, item);
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        self.add(&variant.attrs);
        visit::visit_variant(self, variant);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        self.add(&field.attrs);
        visit::visit_field(self, field);
    }
}

#[test]
fn no_description_becomes_a_doc_test() {
    for (name, file) in all_files() {
        assert_eq!(doc_tests(&file.content), [""; 0], "{name}");
    }
}

#[test]
fn a_doc_test_would_be_found() {
    assert_eq!(doc_tests("/// a\n///\n///     b()\npub struct A;").len(), 1);
    assert_eq!(doc_tests("/// ```\n/// b()\n/// ```\npub struct A;").len(), 1);
    assert_eq!(doc_tests("pub struct A {\n    /// - ~~~rust\n    pub b: u8,\n}").len(), 1);
}

/// A text that is full of what begins and ends blocks in CommonMark.
fn text() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "```",
        "````",
        "~~~",
        "~~~~",
        "`",
        "    ",
        "  ",
        " ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "12) ",
        "> ",
        ">",
        "<!--",
        "-->",
        "<pre>",
        "</pre>",
        "<script>",
        "<?",
        "?>",
        "<a",
        "<https://a.example>",
        "rust",
        "text",
        "a",
        "b()",
        "# ",
        "---",
        "===",
        "|",
        "[a]: b",
        "\\",
        "[^a]: ",
        "- [ ] ",
        "$$",
        ":::",
    ]);
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

fn document_of(text: &str) -> String {
    let text = serde_json::to_string(text).unwrap();
    format!(
        "openapi: 3.0.3\ninfo: {{title: {text}, version: '1'}}\ntags: [{{name: t, description: {text}}}]\npaths:\n  /a:\n    \
         post:\n      tags: [t]\n      summary: {text}\n      description: {text}\n      parameters: [{{name: q, in: query, \
         description: {text}, schema: {{type: string, enum: [a, {text}]}}}}]\n      requestBody: {{description: {text}, \
         content: {{application/json: {{schema: {{type: string}}}}}}}}\n      responses: {{'200': {{description: {text}}}}}\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_at_all_becomes_a_doc_test(text in text()) {
        let files: Vec<File> = generated(&document_of(&text));
        prop_assume!(!files.is_empty());
        for file in files.iter().filter(|file| file.name.ends_with(".rs")) {
            prop_assert_eq!(doc_tests(&file.content), Vec::<String>::new(), "{}", &file.name);
        }
    }
}
