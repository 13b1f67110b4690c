//! From a path to its name: patterns over its segments.
//!
//! A few paths are told apart by one flat `match`. Where more of them share a segment, the patterns nest by segment, so that the
//! cost of a route grows with what branches off on its way and not with the number of paths. What a literal segment leaves
//! over for a parameter at the same place is carried into the literal's arm: no request is looked at twice.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Name, PathItem, Segment};

/// So many paths stand side by side before their patterns nest.
const FLAT: usize = 8;

/// What is left of a path after the segments that are matched already.
#[derive(Clone)]
struct Rest<'a> {
    /// Where the whole path has parameters. Of two paths that match a request, the one that is the first to have a literal where the
    /// other has a parameter is meant (OpenAPI, "Path Templating Matching").
    parameters: Vec<bool>,
    segments: &'a [Segment],
    slash: bool,
    name: &'a Name,
}

/// The body of the function from `segments` and `end` to a path.
pub(super) fn find(paths: &[PathItem]) -> TokenStream {
    if paths.is_empty() {
        return quote!(None);
    }
    let rests = paths.iter().map(|path| Rest {
        parameters: path.template.segments.iter().map(is_parameter).collect(),
        segments: &path.template.segments,
        slash: path.template.slash,
        name: &path.name,
    });
    let arms = arms(&in_order(rests.collect()));
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
    let is_literal = |path: &&PathItem| {
        // What may be sent in other ways, too, is left to the patterns, which see it decoded.
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
        path.template.text.bytes().all(is_plain) && !path.template.segments.iter().any(is_parameter)
    };
    let few = if paths.len() <= FLAT { paths } else { &[] };
    let arm = |path: &PathItem| {
        let (text, name) = (&path.template.text, &path.name);
        quote!(#text => Path::#name,)
    };
    few.iter().filter(is_literal).map(arm).collect()
}

/// The arms for `rests`, which are in order.
fn arms(rests: &[Rest<'_>]) -> TokenStream {
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
    let literal_arms = literals.iter().map(|literal| {
        let is = |segment: &Segment| matches!(segment, Segment::Literal(text) if text == literal);
        nested(quote!(#literal), branch(rests, |segment| is(segment) || is_parameter(segment)))
    });
    let parameter_arm = (!parameters.is_empty()).then(|| nested(quote!(_), parameters));
    quote!(#(#ended)* #(#literal_arms)* #parameter_arm)
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
    rests.sort_by(|one, other| one.parameters.cmp(&other.parameters));
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
            (Segment::Literal(_), Segment::Parameter(_)) => false,
        };
        self.slash == other.slash
            && self.segments.len() == other.segments.len()
            && self.segments.iter().zip(other.segments).all(covers)
    }
}

fn nested(first: TokenStream, inside: Vec<Rest<'_>>) -> TokenStream {
    let inside = in_order(inside);
    if let [one] = inside.as_slice() {
        let (patterns, end, name) = (patterns(one.segments), end(one.slash), one.name);
        return quote!(([#first #(, #patterns)*], #end) => Path::#name,);
    }
    let arms = arms(&inside);
    quote! {
        ([#first, segments @ ..], _) => match (segments, end) {
            #arms
            _ => return None,
        },
    }
}

fn flat(rest: &Rest<'_>) -> TokenStream {
    let (patterns, end, name) = (patterns(rest.segments), end(rest.slash), rest.name);
    quote!(([#(#patterns),*], #end) => Path::#name,)
}

fn patterns(segments: &[Segment]) -> Vec<TokenStream> {
    let pattern = |segment: &Segment| match segment {
        Segment::Literal(text) => quote!(#text),
        Segment::Parameter(_) => quote!(_),
    };
    segments.iter().map(pattern).collect()
}

fn end(slash: bool) -> &'static str {
    if slash { "/" } else { "" }
}

fn is_parameter(segment: &Segment) -> bool {
    matches!(segment, Segment::Parameter(_))
}
