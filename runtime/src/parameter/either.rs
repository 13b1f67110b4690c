//! One value or several: a parameter whose schema takes both.

use std::borrow::Cow;

use super::{ParameterRule, Sent};
use crate::decode::{CheckedRule, Rule, checked, readings};
use crate::problem::Kind;
use crate::schema::{Schema, Types};

/// A parameter that is a scalar or an array of them, as `schema` says: `oneOf` a string and an array of strings.
///
/// What is sent once is a scalar, or an array of one item: the first that the schema takes. What is sent several times, or with
/// the separators of its style, is an array. An item is a number or a boolean where it is written as one, unless the schema
/// takes all of them for strings alone.
pub const fn one_or_several<R: Rule>(rule: R, schema: &'static Schema) -> OneOrSeveralRule<R> {
    OneOrSeveralRule(checked(rule, schema))
}

/// The rule of a scalar or an array; see [`one_or_several`].
#[derive(Debug, Clone, Copy)]
pub struct OneOrSeveralRule<R>(CheckedRule<R>);

impl<R: Rule> ParameterRule for OneOrSeveralRule<R> {
    type Out = R::Out;

    fn read_parameter(&self, mut sent: Sent<'_, '_>) -> Option<Option<R::Out>> {
        let mut texts = Vec::new();
        if let Err(fault) = sent.items(&mut |text| texts.push(sent.decoded(text).map(Cow::into_owned))) {
            return sent
                .refuse(fault, (Kind::ListType, "one value or several, in the style of the parameter"));
        }
        let Some(texts) = texts.into_iter().collect::<Option<Vec<String>>>() else {
            sent.note(Kind::StringUnicode, [], format_args!("must be percent-encoded UTF-8"));
            return None;
        };
        let alone = match texts.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        let one = alone.into_iter().flat_map(|text| readings(text));
        let several =
            [array(&texts, |text| readings(text).next()), array(&texts, |text| readings(text).last())];
        let several = several.into_iter().map(|array| (Types::ARRAY, Cow::Owned(array)));
        match self.0.first_of(one.chain(several)) {
            Ok(value) => Some(Some(value)),
            Err(problems) => {
                sent.note_all(problems);
                None
            }
        }
    }
}

/// An array of what each of the `texts` is taken for.
fn array<'t>(texts: &'t [String], taken: impl Fn(&'t str) -> Option<(Types, Cow<'t, [u8]>)>) -> Vec<u8> {
    let items: Vec<Cow<'t, [u8]>> = texts.iter().filter_map(|text| Some(taken(text)?.1)).collect();
    [b"[".as_slice(), &items.join(b",".as_slice()), b"]"].concat()
}
