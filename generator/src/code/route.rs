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
        segments: &path.template.segments,
        slash: path.template.slash,
        name: &path.name,
    });
    let arms = arms(rests.collect());
    quote! {
        let path = match (segments, end) {
            #arms
            _ => return None,
        };
        Some(path)
    }
}

fn arms(mut rests: Vec<Rest<'_>>) -> TokenStream {
    if rests.len() <= FLAT {
        // A literal before a parameter: the concrete path is matched first (OpenAPI, "Path Templating Matching").
        rests.sort_by_key(|rest| rest.segments.iter().map(is_parameter).collect::<Vec<bool>>());
        let arms = rests.iter().map(flat);
        return quote!(#(#arms)*);
    }
    let ended = rests.iter().filter(|rest| rest.segments.is_empty()).map(flat);
    let parameters: Vec<Rest<'_>> = branch(&rests, is_parameter);
    let mut literals: Vec<&str> = Vec::new();
    for rest in &rests {
        if let Some(Segment::Literal(text)) = rest.segments.first()
            && !literals.contains(&text.as_str())
        {
            literals.push(text);
        }
    }
    let literal_arms = literals.iter().map(|literal| {
        let mut inside =
            branch(&rests, |segment| matches!(segment, Segment::Literal(text) if text == literal));
        inside.extend(
            parameters
                .iter()
                .filter(|parameter| !inside.iter().any(|rest| same(rest, parameter)))
                .cloned()
                .collect::<Vec<_>>(),
        );
        nested(quote!(#literal), inside)
    });
    let parameter_arm = (!parameters.is_empty()).then(|| nested(quote!(_), parameters.clone()));
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

/// Whether two rests match the same requests.
fn same(one: &Rest<'_>, other: &Rest<'_>) -> bool {
    let shape = |rest: &Rest<'_>| -> Vec<Option<Segment>> {
        rest.segments.iter().map(|segment| (!is_parameter(segment)).then(|| segment.clone())).collect()
    };
    one.slash == other.slash && shape(one) == shape(other)
}

fn nested(first: TokenStream, inside: Vec<Rest<'_>>) -> TokenStream {
    if let [one] = inside.as_slice() {
        let (patterns, end, name) = (patterns(one.segments), end(one.slash), one.name);
        return quote!(([#first #(, #patterns)*], #end) => Path::#name,);
    }
    let arms = arms(inside);
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
