//! Defaults: what makes the value that was not sent.

use proc_macro2::TokenStream;
use quote::quote;

use super::rule::{Writing, integer, number};
use crate::model::{Literal, Type};

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

    fn literal(&self, literal: &Literal) -> TokenStream {
        match literal {
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
