//! From a path to its name: patterns over its segments.
//!
//! A few paths are told apart by one flat `match`. Where more of them share a segment, the patterns nest by segment, so that the
//! cost of a route grows with what branches off on its way and not with the number of paths. What a literal segment leaves
//! over for a parameter at the same place is carried into the literal's arm: no request is looked at twice.
//!
//! A segment of text and parameters in turns is a pattern with a condition. It comes behind the literals of its place and before a
//! parameter that fills the segment; of two such segments the one with more text comes first, then the one that the document
//! has first. Where there is one, patterns stay flat.

use std::cmp::Reverse;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::imports::Imports;
use crate::model::{Name, PathItem, Segment};

/// So many paths stand side by side before their patterns nest.
const FLAT: usize = 8;

/// What is left of a path after the segments that are matched already.
#[derive(Clone)]
struct Rest<'a> {
    /// How much of each segment of the whole path is concrete. Of two paths that match a request, the one that is the first to have
    /// a literal where the other has a parameter is meant (OpenAPI, "Path Templating Matching").
    ranks: Vec<Rank>,
    segments: &'a [Segment],
    slash: bool,
    name: &'a Name,
}

/// How concrete a segment is; what is more so comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Literal,
    /// With so many bytes of text.
    Mixed(Reverse<usize>),
    Parameter,
}

impl Rank {
    fn of(segment: &Segment) -> Self {
        match segment {
            Segment::Literal(_) => Self::Literal,
            Segment::Mixed { texts, .. } => Self::Mixed(Reverse(texts.iter().map(String::len).sum())),
            Segment::Parameter(_) => Self::Parameter,
        }
    }
}

/// The body of the function from `segments` and `end` to a path.
pub(super) fn find(paths: &[PathItem], imports: &Imports<'_>) -> TokenStream {
    if paths.is_empty() {
        return quote!(None);
    }
    let rests = paths.iter().map(|path| Rest {
        ranks: path.template.segments.iter().map(Rank::of).collect(),
        segments: &path.template.segments,
        slash: path.template.slash,
        name: &path.name,
    });
    let arms = arms(&in_order(rests.collect()), imports);
    quote! {
        let path = match (segments, end) {
            #arms
            _ => return None,
        };
        Some(path)
    }
}

/// The arms from a whole path, as it is sent, to its name: those without parameters, where there are few.
pub(super) fn literal(paths: &[PathItem]) -> Vec<TokenStream> {
    let is_plain_path = |path: &&PathItem| {
        // What may be sent in other ways, too, is left to the patterns, which see it decoded.
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
        path.template.text.bytes().all(is_plain) && path.template.segments.iter().all(is_literal)
    };
    let few = if paths.len() <= FLAT { paths } else { &[] };
    let arm = |path: &PathItem| {
        let (text, name) = (&path.template.text, &path.name);
        quote!(#text => Path::#name,)
    };
    few.iter().filter(is_plain_path).map(arm).collect()
}

/// The arms for `rests`, which are in order.
fn arms(rests: &[Rest<'_>], imports: &Imports<'_>) -> TokenStream {
    let flat = |rest: &Rest<'_>| flat(rest, imports);
    if rests.len() <= FLAT {
        let arms = rests.iter().map(flat);
        return quote!(#(#arms)*);
    }
    let ended = rests.iter().filter(|rest| rest.segments.is_empty()).map(flat);
    let parameters = branch(rests, is_parameter);
    let mut literals: Vec<&str> = Vec::new();
    for rest in rests {
        if let Some(Segment::Literal(text)) = rest.segments.first()
            && !literals.contains(&text.as_str())
        {
            literals.push(text);
        }
    }
    let literal_arms = literals
        .iter()
        .map(|literal| nested(quote!(#literal), branch(rests, |segment| segment.fits(literal)), imports));
    // What a literal of the way here carries may be meant before a mixed segment: these stay in their order.
    let others = if rests.iter().filter_map(first).any(is_mixed) {
        let others = rests.iter().filter(|rest| first(rest).is_some_and(|first| !is_literal(first)));
        others.map(flat).collect()
    } else if parameters.is_empty() {
        TokenStream::new()
    } else {
        nested(quote!(_), parameters, imports)
    };
    quote!(#(#ended)* #(#literal_arms)* #others)
}

/// What follows the first segment of those whose first segment `is` the one.
fn branch<'a>(rests: &[Rest<'a>], is: impl Fn(&Segment) -> bool) -> Vec<Rest<'a>> {
    let mut inside = Vec::new();
    for rest in rests {
        if let Some((first, segments)) = rest.segments.split_first()
            && is(first)
        {
            inside.push(Rest { segments, ..rest.clone() });
        }
    }
    inside
}

/// `rests`, the one that is meant before another first, without those that no request can reach behind another.
fn in_order(mut rests: Vec<Rest<'_>>) -> Vec<Rest<'_>> {
    rests.sort_by(|one, other| one.ranks.cmp(&other.ranks));
    let mut order: Vec<Rest<'_>> = Vec::with_capacity(rests.len());
    for rest in rests {
        if !order.iter().any(|before| before.covers(&rest)) {
            order.push(rest);
        }
    }
    order
}

impl Rest<'_> {
    /// Whether this one matches whatever `other` matches.
    fn covers(&self, other: &Self) -> bool {
        let covers = |(one, other): (&Segment, &Segment)| match (one, other) {
            (Segment::Parameter(_), _) => true,
            (Segment::Literal(one), Segment::Literal(other)) => one == other,
            (Segment::Mixed { texts: one, .. }, Segment::Mixed { texts: other, .. }) => one == other,
            (Segment::Literal(_) | Segment::Mixed { .. }, _) => false,
        };
        self.slash == other.slash
            && self.segments.len() == other.segments.len()
            && self.segments.iter().zip(other.segments).all(covers)
    }
}

fn nested(first: TokenStream, inside: Vec<Rest<'_>>, imports: &Imports<'_>) -> TokenStream {
    let inside = in_order(inside);
    if let [one] = inside.as_slice() {
        let ((patterns, condition), end, name) = (patterns(one.segments, imports), end(one.slash), one.name);
        return quote!(([#first #(, #patterns)*], #end) #condition => Path::#name,);
    }
    let arms = arms(&inside, imports);
    quote! {
        ([#first, segments @ ..], _) => match (segments, end) {
            #arms
            _ => return None,
        },
    }
}

fn flat(rest: &Rest<'_>, imports: &Imports<'_>) -> TokenStream {
    let ((patterns, condition), end, name) = (patterns(rest.segments, imports), end(rest.slash), rest.name);
    quote!(([#(#patterns),*], #end) #condition => Path::#name,)
}

/// A pattern for each segment, and what must hold besides.
fn patterns(segments: &[Segment], imports: &Imports<'_>) -> (Vec<TokenStream>, Option<TokenStream>) {
    let (mut patterns, mut conditions) = (Vec::new(), Vec::new());
    for segment in segments {
        patterns.push(match segment {
            Segment::Literal(text) => quote!(#text),
            Segment::Parameter(_) => quote!(_),
            Segment::Mixed { texts, .. } => {
                let fits = imports.external(SEGMENT, "fits");
                let name = match conditions.len() {
                    0 => format_ident!("segment"),
                    before => format_ident!("segment_{}", before + 1),
                };
                conditions.push(quote!(#fits(#name, &[#(#texts),*])));
                quote!(#name)
            }
        });
    }
    let condition = (!conditions.is_empty()).then(|| quote!(if #(#conditions)&&*));
    (patterns, condition)
}

const SEGMENT: &str = "::specwright_runtime::segment";

fn first<'a>(rest: &Rest<'a>) -> Option<&'a Segment> {
    rest.segments.first()
}

fn end(slash: bool) -> &'static str {
    if slash { "/" } else { "" }
}

fn is_parameter(segment: &Segment) -> bool {
    matches!(segment, Segment::Parameter(_))
}

fn is_literal(segment: &Segment) -> bool {
    matches!(segment, Segment::Literal(_))
}

fn is_mixed(segment: &Segment) -> bool {
    matches!(segment, Segment::Mixed { .. })
}
