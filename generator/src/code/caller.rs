//! Who calls: what proves it, and the types of callers that are more than one scheme's.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::doc::{code, comment};
use super::imports::{Imports, Taken};
use super::security::{SECURITY, read, word};
use crate::model::{Caller, CallerId, Name, SchemeId, Scope, Security, SecurityScheme};

/// What proves callers, in one file.
pub(super) struct Proving<'p> {
    pub(super) security: &'p Security,
    pub(super) imports: &'p Imports<'p>,
    pub(super) taken: &'p Taken,
}

/// A scheme of a combination: its facts, the variable of its credential and then of its caller, and that of its scopes.
struct Part<'p> {
    scheme: &'p SecurityScheme,
    variable: Name,
    scopes: Option<Name>,
}

impl Proving<'_> {
    /// What a scheme alone requires.
    pub(super) fn scheme(&self, scheme: &SecurityScheme) -> TokenStream {
        let (name, caller, generic) = (&scheme.requirement, &scheme.type_name, self.generic());
        let about = comment([format!("What {} requires.", code(&scheme.key))]);
        let scopes = Name::snake("scopes").filter(|_| scheme.takes_scopes);
        let scopes: Vec<&Name> = scopes.iter().collect();
        let (constant, read, word) = (scheme.constant(), read(scheme, self.imports), word(scheme));
        let verify = self.verify(scheme, &word, &quote!(scopes));
        let body = quote! {
            proof.alternative();
            let #word = proof.read(&#constant, #read);
            #verify
        };
        let implementation =
            self.implementation(&quote!(#name), &quote!(#generic::#caller), &[scheme], &scopes, &body);
        quote!(#about pub enum #name {} #implementation)
    }

    /// The type of a caller that is more than one scheme's, and what it requires.
    pub(super) fn combination(&self, caller: &Caller) -> TokenStream {
        match caller {
            Caller::One(_) => TokenStream::new(),
            Caller::All { name, schemes } => self.all(name, schemes),
            Caller::Any { name, alternatives } => self.any(name, alternatives),
        }
    }

    fn all(&self, name: &Name, schemes: &[SchemeId]) -> TokenStream {
        let generic = self.generic();
        let parts = self.parts(schemes);
        let about = comment([format!("A caller accepted by {}.", listed(&parts, "and"))]);
        let fields = parts.iter().map(|part| {
            let (field, ty) = (&part.scheme.method, &part.scheme.type_name);
            let about = comment([format!("The caller accepted by {}.", code(&part.scheme.key))]);
            quote!(#about pub #field: #generic::#ty,)
        });
        let reads = parts.iter().map(|part| {
            let (variable, constant) = (&part.variable, part.scheme.constant());
            let read = read(part.scheme, self.imports);
            quote!(let #variable = proof.read(&#constant, #read);)
        });
        let verifies = parts.iter().map(|part| {
            let (variable, scopes) = (&part.variable, &part.scopes);
            let verify = self.verify(part.scheme, &quote!(#variable), &quote!(#scopes));
            quote!(let #variable = #verify;)
        });
        let members = parts.iter().map(|part| {
            let (field, variable) = (&part.scheme.method, &part.variable);
            quote!(#field: #variable?)
        });
        let body = quote! {
            proof.alternative();
            #(#reads)*
            #(#verifies)*
            Some(Self { #(#members),* })
        };
        let schemes: Vec<&SecurityScheme> = parts.iter().map(|part| part.scheme).collect();
        let scopes: Vec<&Name> = parts.iter().filter_map(|part| part.scopes.as_ref()).collect();
        let implementation =
            self.implementation(&quote!(#name<#generic>), &quote!(Self), &schemes, &scopes, &body);
        quote! {
            #about
            pub struct #name<#generic: Authenticate> { #(#fields)* }
            #implementation
        }
    }

    fn any(&self, name: &Name, alternatives: &[(Name, CallerId)]) -> TokenStream {
        let generic = self.generic();
        let mut parts = self.parts(
            &alternatives.iter().flat_map(|(_, id)| self.security.schemes_of(*id)).collect::<Vec<_>>(),
        );
        let scopes: Vec<Name> = parts.iter_mut().filter_map(|part| part.scopes.take()).collect();
        let about = comment([
            "A caller accepted by one of the alternatives, which are tried in this order.".to_owned()
        ]);
        let variants = alternatives.iter().map(|(variant, id)| {
            let (ty, parts) =
                (self.caller(*id, &quote!(#generic)), self.parts(&self.security.schemes_of(*id)));
            let about = comment([format!("Accepted by {}.", listed(&parts, "and"))]);
            quote!(#about #variant(#ty))
        });
        let mut left = scopes.iter();
        let mut tries = Vec::new();
        for (variant, id) in alternatives {
            let count = self.security.schemes_of(*id).into_iter().filter(|id| self.takes_scopes(*id)).count();
            let own: Vec<&Name> = left.by_ref().take(count).collect();
            let own = match own.as_slice() {
                [] => quote!(()),
                [one] => quote!(#one),
                several => quote!([#(#several),*]),
            };
            let requirement = self.requirement(*id);
            tries.push((variant, quote!(#requirement::prove(proof, api, context, #own).await)));
        }
        let last = tries.pop().map(|(variant, last)| quote!(#last.map(Self::#variant)));
        let tries = tries.iter().map(|(variant, attempt)| {
            quote!(if let Some(caller) = #attempt { return Some(Self::#variant(caller)); })
        });
        let body = quote! {
            #(#tries)*
            #last
        };
        let schemes: Vec<&SecurityScheme> = parts.iter().map(|part| part.scheme).collect();
        let scopes: Vec<&Name> = scopes.iter().collect();
        let implementation =
            self.implementation(&quote!(#name<#generic>), &quote!(Self), &schemes, &scopes, &body);
        quote! {
            #about
            pub enum #name<#generic: Authenticate> { #(#variants),* }
            #implementation
        }
    }

    /// The implementation of the runtime's trait for what is required.
    fn implementation(
        &self,
        ty: &TokenStream,
        caller: &TokenStream,
        schemes: &[&SecurityScheme],
        scopes: &[&Name],
        body: &TokenStream,
    ) -> TokenStream {
        let generic = self.generic();
        let [requirement, proof, scheme, challenge] =
            ["Requirement", "Proof", "Scheme", "Challenge"].map(|name| self.imports.external(SECURITY, name));
        let (context, option) = (self.imports.runtime("Context"), self.imports.prelude("Option"));
        let (argument, take) = match scopes {
            [] => (quote!(_), None),
            [one] => (quote!(#one), None),
            several => (quote!(scopes), Some(quote!(let [#(#several),*] = scopes;))),
        };
        let scopes = self.scopes(scopes.len());
        let mut constants: Vec<Ident> = Vec::new();
        for scheme in schemes {
            if !constants.contains(&scheme.constant()) {
                constants.push(scheme.constant());
            }
        }
        quote! {
            impl<#generic: Authenticate> #requirement<#generic> for #ty {
                type Caller = #caller;
                type Scopes = #scopes;

                const SCHEMES: &'static [#scheme] = &[#(#constants),*];

                async fn prove(
                    proof: &mut #proof,
                    api: &#generic,
                    context: &#context,
                    #argument: #scopes,
                ) -> #option<#caller> {
                    #take
                    #body
                }

                fn challenge(api: &#generic, context: &#context, challenge: #challenge) -> #challenge {
                    api.challenge(context, challenge)
                }
            }
        }
    }

    /// `proof.verify(token, |token| A::bearer(api, context, token, scopes)).await`
    fn verify(&self, scheme: &SecurityScheme, shown: &TokenStream, scopes: &TokenStream) -> TokenStream {
        let (method, word, generic) = (&scheme.method, word(scheme), self.generic());
        let scopes = scheme.takes_scopes.then(|| quote!(, #scopes));
        quote!(proof.verify(#shown, |#word| #generic::#method(api, context, #word #scopes)).await)
    }

    /// The type of a caller, of the implementation `of`.
    fn caller(&self, id: CallerId, of: &TokenStream) -> TokenStream {
        match self.security.caller(id) {
            Some(Caller::One(scheme)) => {
                let name = self.security.scheme(*scheme).map(|scheme| &scheme.type_name);
                quote!(#of::#name)
            }
            Some(Caller::All { name, .. } | Caller::Any { name, .. }) => quote!(#name<#of>),
            None => TokenStream::new(),
        }
    }

    /// The type that requires a caller.
    fn requirement(&self, id: CallerId) -> TokenStream {
        match self.security.caller(id) {
            Some(Caller::One(scheme)) => {
                let name = self.security.scheme(*scheme).map(|scheme| &scheme.requirement);
                quote!(#name)
            }
            Some(Caller::All { name, .. } | Caller::Any { name, .. }) => quote!(#name),
            None => TokenStream::new(),
        }
    }

    fn takes_scopes(&self, id: SchemeId) -> bool {
        self.security.scheme(id).is_some_and(|scheme| scheme.takes_scopes)
    }

    fn parts(&self, schemes: &[SchemeId]) -> Vec<Part<'_>> {
        let mut variables = Scope::with(&["proof", "api", "context", "scopes", "caller"]);
        let schemes = schemes.iter().filter_map(|id| self.security.scheme(*id));
        schemes
            .map(|scheme| {
                let variable = variables.take(&scheme.method);
                let scopes = scheme.takes_scopes.then(|| variables.take(&variable.with("_scopes")));
                Part { scheme, variable, scopes }
            })
            .collect()
    }

    /// The type of so many lists of scopes.
    fn scopes(&self, count: usize) -> TokenStream {
        let scopes = || self.imports.external(SECURITY, "Scopes");
        match count {
            0 => quote!(()),
            1 => scopes(),
            several => {
                let (scopes, several) = (scopes(), Literal::usize_unsuffixed(several));
                quote!([#scopes; #several])
            }
        }
    }

    fn generic(&self) -> Ident {
        self.taken.generic("A")
    }
}

impl SecurityScheme {
    /// The constant that states it.
    pub(super) fn constant(&self) -> Ident {
        format_ident!("{}", self.method.as_str().to_uppercase())
    }
}

/// `` `A`, `B` and `C` ``
fn listed(parts: &[Part<'_>], word: &str) -> String {
    let keys: Vec<String> = parts.iter().map(|part| code(&part.scheme.key)).collect();
    match keys.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} {word} {last}", before.join(", ")),
        keys => keys.concat(),
    }
}
