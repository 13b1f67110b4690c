//! Defaults: what makes the value that was not sent.

use proc_macro2::TokenStream;
use quote::quote;

use super::rule::{Writing, integer, number};
use crate::model::{Literal, Type};

/// A default is as its schema says: that was seen when the document was read.
pub(super) fn unchecked(ty: &Type) -> &Type {
    match ty {
        Type::Checked(inner, _) => unchecked(inner),
        other => other,
    }
}

impl Writing<'_> {
    /// A function that makes the value: `|| 20`, `String::new`.
    pub(super) fn default(&self, literal: &Literal) -> TokenStream {
        match literal {
            Literal::String(text) if text.is_empty() => {
                let string = self.imports.prelude("String");
                quote!(#string::new)
            }
            Literal::List(items) if items.is_empty() => {
                let vec = self.imports.prelude("Vec");
                quote!(#vec::new)
            }
            other => {
                let value = self.literal(other);
                quote!(|| #value)
            }
        }
    }

    /// Reads by `read` what may be there; where it is not, there is the default.
    ///
    /// `read` is given the method's word, and what follows the rule.
    pub(super) fn defaulted(
        &self,
        default: &Literal,
        ty: &Type,
        read: impl FnOnce(&str, TokenStream) -> TokenStream,
    ) -> TokenStream {
        let Literal::Json(text) = default else {
            let default = self.default(default);
            return read("default", quote!(, #default));
        };
        let literal = self.imports.external("::specwright_runtime::decode", "literal");
        let (rule, sent) = (self.rule(unchecked(ty)), read("optional", TokenStream::new()));
        quote!(#sent.and_then(|sent| sent.or_else(|| #literal(#text, #rule))))
    }

    fn literal(&self, literal: &Literal) -> TokenStream {
        match literal {
            // It is read by the rule of its type: see `defaulted`.
            Literal::Json(_) => TokenStream::new(),
            Literal::Constant(id) => self.ty(&Type::Named(*id)),
            Literal::Null => quote!(None),
            Literal::Some(inner) => {
                let inner = self.literal(inner);
                quote!(Some(#inner))
            }
            Literal::Boolean(value) => quote!(#value),
            Literal::Integer(value) => integer(*value),
            Literal::Number(value) => number(*value),
            Literal::String(text) => quote!(#text.into()),
            Literal::Choice(id, variant) => {
                let name = self.ty(&Type::Named(*id));
                quote!(#name::#variant)
            }
            Literal::List(items) => {
                let items = items.iter().map(|item| self.literal(item));
                quote!(vec![#(#items),*])
            }
        }
    }
}
