//! Doc comments from texts of the document.
//!
//! A text must not become code: neither a doc test, nor an attribute, nor what a terminal or an editor obeys.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Doc;

/// `lead` and the text of `doc` as a doc comment: on one line where the text is one, else below.
pub(super) fn doc(lead: &str, doc: &Doc) -> TokenStream {
    match plain(&doc.text).as_slice() {
        [only] if !lead.is_empty() => paragraphs(&format!("{lead}: {only}"), &[], doc.deprecated),
        _ => below(lead, doc),
    }
}

/// `lead`, and the text of `doc` below it.
pub(super) fn below(lead: &str, doc: &Doc) -> TokenStream {
    paragraphs(lead, &[&doc.text], doc.deprecated)
}

/// `lead`, each of `texts` below it, and whether all of this is `deprecated`.
pub(super) fn paragraphs(lead: &str, texts: &[&str], deprecated: bool) -> TokenStream {
    let lead = if lead.is_empty() { Vec::new() } else { vec![lead.to_owned()] };
    let note = if deprecated { vec!["Deprecated.".to_owned()] } else { Vec::new() };
    let all = [lead].into_iter().chain(texts.iter().map(|text| plain(text))).chain([note]);
    let all: Vec<Vec<String>> = all.filter(|lines| !lines.is_empty()).collect();
    comment(all.join(&String::new()))
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
    let mut fence: Option<String> = None;
    let mut lines = Vec::new();
    if text.is_empty() {
        return lines;
    }
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let line = visible(line.trim_end());
        let bare = line.trim_start();
        let indent = line.len() - bare.len();
        match &fence {
            Some(open) if indent <= MOST && closes(open, bare) => {
                lines.push(open.clone());
                fence = None;
            }
            Some(_) => lines.push(line),
            None => match opening(bare) {
                Some(open) => {
                    lines.push(format!("{open}text"));
                    fence = Some(open.to_owned());
                }
                None => lines.push(format!("{}{}", " ".repeat(indent.min(MOST)), harmless(bare))),
            },
        }
    }
    lines.extend(fence);
    lines
}

/// The most spaces in front of a line that do not make code of it (CommonMark, 4.4).
const MOST: usize = 3;

/// The fence that a line begins, which is not indented (CommonMark, 4.5).
fn opening(line: &str) -> Option<&str> {
    let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = line.trim_start_matches(sign);
    let fence = line.strip_suffix(info)?;
    let is_span = sign == '`' && info.contains('`');
    (fence.len() >= 3 && !is_span).then_some(fence)
}

fn closes(fence: &str, line: &str) -> bool {
    line.starts_with(fence) && fence.chars().next().is_some_and(|sign| line.trim_matches(sign).is_empty())
}

/// `line` so that it begins neither code nor HTML, be it in a list or a quotation.
fn harmless(line: &str) -> String {
    let mut safe = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((marker, inside)) = container(rest) {
        safe.push_str(marker);
        safe.push(' ');
        rest = inside.trim_start();
    }
    let contained = !safe.is_empty() && opening(rest).is_some();
    let tag = rest.strip_prefix('<').is_some_and(|tag| {
        let name = tag.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "+.-".contains(c));
        tag.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) && !name.starts_with(':')
    });
    if contained || tag {
        safe.push('\\');
    }
    safe.push_str(rest);
    safe
}

/// The sign of a list item, of a quotation (CommonMark, 5) or of a footnote, and what follows.
fn container(line: &str) -> Option<(&str, &str)> {
    if let Some(inside) = line.strip_prefix('>') {
        return Some((">", inside));
    }
    if line.starts_with("[^")
        && let Some(end) = line.find("]:")
    {
        return line.split_at_checked(end + "]:".len());
    }
    let (marker, inside) = line.split_once(' ')?;
    let number = marker.strip_suffix(['.', ')']);
    let is_number = number.is_some_and(|number| {
        (1..10).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    (is_number || matches!(marker, "-" | "+" | "*")).then_some((marker, inside))
}

/// `text` on one line that begins a paragraph.
pub(super) fn inline(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = harmless(&visible(&words.join(" ")));
    if opening(&line).is_some() { format!("\\{line}") } else { line }
}

/// `text` as a span of code (CommonMark, 6.1).
pub(super) fn code(text: &str) -> String {
    let text = visible(text);
    if !text.contains('`') {
        return format!("`{text}`");
    }
    let mut fence = "``".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence} {text} {fence}")
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
        assert_eq!(plain("~~~~ rust\n~~~\n```\nmain()"), ["~~~~text", "~~~", "```", "main()", "~~~~"]);
        assert_eq!(plain("```\n    ```\n ````\nmain()"), ["```text", "    ```", "```", "main()"]);
        assert_eq!(plain("```in``` a line"), ["```in``` a line"]);
    }

    #[test]
    fn code_in_a_list_or_a_quotation_never_becomes_a_doc_test() {
        assert_eq!(plain("-      main()"), ["- main()"]);
        assert_eq!(plain("> - ```rust"), ["> - \\```rust"]);
        assert_eq!(plain("12.     main()"), ["12. main()"]);
        assert_eq!(plain("[^1]: ~~~"), ["[^1]: \\~~~"]);
    }

    #[test]
    fn html_hides_nothing() {
        assert_eq!(plain("<!--\n```\n-->"), ["\\<!--", "```text", "-->", "```"]);
        assert_eq!(plain("<https://a.example>"), ["<https://a.example>"]);
    }

    #[test]
    fn a_title_is_one_line_of_a_paragraph() {
        assert_eq!(inline("  ~~~rust\nmain()"), "\\~~~rust main()");
        assert_eq!(inline("Shop"), "Shop");
    }

    #[test]
    fn a_span_of_code_may_hold_backticks() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "`` a`b ``");
    }

    #[test]
    fn what_is_not_seen_is_written_out() {
        assert_eq!(visible("a\u{202e}b\u{1b}c"), "a\\u{202e}b\\u{1b}c");
    }
}
