//! Doc comments from texts of the document.
//!
//! A text must not become code: neither a doc test, nor an attribute, nor what a terminal or an editor obeys.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Doc;

/// `lead` and the text of `doc` as a doc comment: on one line where the text is one, else below.
pub(super) fn doc(lead: &str, doc: &Doc) -> TokenStream {
    match plain(&doc.text).as_slice() {
        [only] if !lead.is_empty() => lines(vec![format!("{lead}: {only}")], Vec::new(), doc.deprecated),
        _ => below(lead, doc),
    }
}

/// `lead`, and the text of `doc` as paragraphs below it.
pub(super) fn below(lead: &str, doc: &Doc) -> TokenStream {
    let lead = if lead.is_empty() { Vec::new() } else { vec![lead.to_owned()] };
    lines(lead, plain(&doc.text), doc.deprecated)
}

fn lines(lead: Vec<String>, text: Vec<String>, deprecated: bool) -> TokenStream {
    let note = if deprecated { vec!["Deprecated.".to_owned()] } else { Vec::new() };
    let paragraphs: Vec<Vec<String>> =
        [lead, text, note].into_iter().filter(|lines| !lines.is_empty()).collect();
    comment(paragraphs.join(&String::new()))
}

/// `lines` as a doc comment.
pub(super) fn comment<S: AsRef<str>>(lines: impl IntoIterator<Item = S>) -> TokenStream {
    let lines = lines.into_iter().map(|line| {
        let line = line.as_ref();
        if line.is_empty() { String::new() } else { format!(" {line}") }
    });
    quote!(#(#[doc = #lines])*)
}

/// The lines of `text`, so that rustdoc runs none of them and no terminal obeys them.
fn plain(text: &str) -> Vec<String> {
    let mut fenced = false;
    let mut lines = Vec::new();
    if text.is_empty() {
        return lines;
    }
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let line = visible(line.trim_end());
        let bare = line.trim_start();
        if bare.starts_with("```") || bare.starts_with("~~~") {
            let fence = bare.get(..3).unwrap_or_default();
            lines.push(if fenced { fence.to_owned() } else { format!("{fence}text") });
            fenced = !fenced;
        } else if fenced {
            lines.push(line);
        } else {
            // Four spaces would make a block of code of it.
            let indent = (line.len() - bare.len()).min(3);
            lines.push(format!("{}{bare}", " ".repeat(indent)));
        }
    }
    if fenced {
        lines.push("```".to_owned());
    }
    lines
}

/// `text` on one line, with everything written out that would not be seen.
pub(super) fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\t' {
            visible.push(' ');
        } else if c.is_control() || is_invisible(c) {
            visible.extend(c.escape_unicode());
        } else {
            visible.push(c);
        }
    }
    visible
}

/// Characters that change the direction of text or are not seen (Unicode, Bidi_Control and friends).
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comment_of(lead: &str, text: &str, deprecated: bool) -> String {
        doc(lead, &Doc { text: text.to_owned(), deprecated }).to_string()
    }

    #[test]
    fn one_line_stands_behind_what_leads() {
        assert_eq!(comment_of("200", "Good.", false), quote!(#[doc = " 200: Good."]).to_string());
    }

    #[test]
    fn paragraphs_stand_below_what_leads() {
        let wanted = quote!(#[doc = " 200"] #[doc = ""] #[doc = " Good."] #[doc = " Really."] #[doc = ""] #[doc = " Deprecated."]);
        assert_eq!(comment_of("200", "Good.\nReally.", true), wanted.to_string());
        assert_eq!(comment_of("200", "", false), quote!(#[doc = " 200"]).to_string());
    }

    #[test]
    fn code_never_becomes_a_doc_test() {
        assert_eq!(plain("```\nfn main() {}\n```"), ["```text", "fn main() {}", "```"]);
        assert_eq!(plain("```rust\nmain()"), ["```text", "main()", "```"]);
        assert_eq!(plain("a\n\n    main()"), ["a", "", "   main()"]);
    }

    #[test]
    fn what_is_not_seen_is_written_out() {
        assert_eq!(visible("a\u{202e}b\u{1b}c"), "a\\u{202e}b\\u{1b}c");
    }
}
