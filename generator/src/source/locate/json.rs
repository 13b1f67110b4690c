//! The outline of a JSON text that is known to be valid.

use super::outline::{Kind, Outline};
use crate::source::text::Span;

pub(super) fn outline(text: &str) -> Outline {
    let mut outline = Outline::default();
    let mut offset = 0;
    while let Some(byte) = text.as_bytes().get(offset) {
        let start = offset;
        offset += 1;
        match byte {
            b'{' => {
                outline.open(Kind::Mapping, start);
            }
            b'[' => {
                outline.open(Kind::Sequence, start);
            }
            b'}' | b']' => outline.close(offset),
            b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' => {}
            b'"' => {
                offset = string_end(text, offset);
                string(&mut outline, text, start..offset);
            }
            _ => {
                offset = literal_end(text, offset);
                outline.leaf(Kind::Scalar, start..offset);
            }
        }
    }
    outline.finish(text.len())
}

fn string(outline: &mut Outline, text: &str, span: Span) {
    let is_key = outline.expects_key();
    let node = outline.leaf(Kind::Scalar, span.clone());
    if is_key
        && let Some(written) = text.get(span)
        && written.contains('\\')
        && let Ok(name) = serde_json::from_str(written)
    {
        outline.name(node, name);
    }
}

/// The offset behind the quote that ends a string, of which `offset` is the first byte.
fn string_end(text: &str, offset: usize) -> usize {
    let mut bytes = text.bytes().enumerate().skip(offset);
    while let Some((offset, byte)) = bytes.next() {
        match byte {
            b'"' => return offset + 1,
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    text.len()
}

/// The offset behind a number, `true`, `false` or `null`.
fn literal_end(text: &str, offset: usize) -> usize {
    let rest = text.bytes().enumerate().skip(offset);
    let is_end = |byte| matches!(byte, b',' | b':' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r');
    rest.into_iter().find(|(_, byte)| is_end(*byte)).map_or(text.len(), |(offset, _)| offset)
}
