//! One of several schemas: an enum.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::doc::doc;
use super::rule::Writing;
use crate::model::{Item, Type, Union, Variant};

const DECODE: &str = "::specwright_runtime::decode";
const ENCODE: &str = "::specwright_runtime::encode";

impl Writing<'_> {
    /// One of several schemas.
    pub(super) fn union(&self, item: &Item, union: &Union) -> TokenStream {
        let (about, name) = (doc("", &item.doc), &item.name);
        let variants = union.variants.iter().map(|variant| {
            let (about, name, ty) = (doc("", &variant.doc), &variant.name, self.ty(&variant.ty));
            quote!(#about #name(#ty))
        });
        let decode = item.decoded.then(|| self.decode_union(item, union));
        let encode = item.encoded.then(|| self.encode_union(item, union));
        quote! {
            #about
            #[derive(Debug, Clone, PartialEq)]
            pub enum #name {
                #(#variants,)*
            }
            #decode
            #encode
        }
    }

    fn decode_union(&self, item: &Item, union: &Union) -> TokenStream {
        let (decode, node) = (self.imports.external(DECODE, "Decode"), self.imports.external(DECODE, "Node"));
        let (option, name) = (self.imports.prelude("Option"), &item.name);
        let (check, which) = match &union.tag {
            Some(tag) => {
                let (property, values) = (&tag.property, tag.values.iter().map(|(value, _)| value));
                (self.checked_first(item), quote!(node.tag(#property, &[#(#values),*])?))
            }
            None => {
                let schema = item.check.map(|id| self.check_path(id));
                (None, quote!(#schema.branch(&mut node)?))
            }
        };
        let arms = union.variants.iter().enumerate().map(|(index, variant)| {
            let is_last = index + 1 == union.variants.len();
            let numbers: Vec<usize> = match &union.tag {
                Some(tag) => {
                    let values = tag.values.iter().enumerate().filter(|(_, (_, of))| *of == index);
                    values.map(|(number, _)| number).collect()
                }
                None => vec![variant.branch],
            };
            let numbers = numbers.into_iter().map(Literal::usize_unsuffixed);
            let pattern = if is_last { quote!(_) } else { quote!(#(#numbers)|*) };
            let read = self.read_variant(variant);
            quote!(#pattern => #read)
        });
        let read = match union.variants.as_slice() {
            [only] => {
                let read = self.read_variant(only);
                quote!(#which; #read)
            }
            _ => quote!(match #which { #(#arms,)* }),
        };
        quote! {
            impl #decode for #name {
                fn decode(mut node: #node<'_, '_>) -> #option<Self> {
                    #check
                    #read
                }
            }
        }
    }

    fn read_variant(&self, variant: &Variant) -> TokenStream {
        let name = &variant.name;
        if let Type::Named(id) = &variant.ty
            && self.types.item(*id).is_some_and(crate::model::Item::decodes)
        {
            let ty = self.ty(&variant.ty);
            return quote!(#ty::decode(node).map(Self::#name));
        }
        self.imports.methods_of(DECODE, "Rule");
        let rule = self.rule(&variant.ty);
        quote!(#rule.read(node).map(Self::#name))
    }

    fn encode_union(&self, item: &Item, union: &Union) -> TokenStream {
        let (encode, writer) =
            (self.imports.external(ENCODE, "Encode"), self.imports.external(ENCODE, "Writer"));
        let name = &item.name;
        let arms = union.variants.iter().map(|variant| {
            let name = &variant.name;
            quote!(Self::#name(value) => value.encode(writer))
        });
        quote! {
            impl #encode for #name {
                fn encode(&self, writer: &mut #writer) {
                    match self {
                        #(#arms,)*
                    }
                }
            }
        }
    }
}
