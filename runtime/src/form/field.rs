//! Where the fields of a form stand in its body.

use crate::percent;

/// The fields of a body that have a value, in the order in which they were sent.
pub(super) struct Fields<'f> {
    body: &'f [u8],
    fields: Vec<Field>,
}

/// A field: where it begins, where its value begins, and where that ends.
#[derive(Clone, Copy)]
struct Field {
    name: u32,
    value: u32,
    end: u32,
    /// Whether the name is what it stands for.
    plain: bool,
    /// Whether somebody wanted to know it.
    asked: bool,
}

/// So many fields most forms have.
const FEW: usize = 8;

impl<'f> Fields<'f> {
    /// Splits a body at `&`, then name and value at the first `=`. `None`: it has 4 GiB or more.
    pub(super) fn of(body: &'f [u8]) -> Option<Self> {
        u32::try_from(body.len()).ok()?;
        let mut fields = Vec::with_capacity(FEW);
        let mut name = 0;
        for pair in body.split(|byte| *byte == b'&') {
            let end = name + pair.len();
            let equals = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            if equals + 1 < pair.len() {
                let plain = !percent::has_escapes(pair.get(..equals).unwrap_or_default());
                let [name, value, end] = [name, name + equals + 1, end].map(|index| index as u32);
                fields.push(Field { name, value, end, plain, asked: false });
            }
            name = end + 1;
        }
        Some(Self { body, fields })
    }

    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }

    /// The first field called `name` of those from the index `from` on: its value, and the index behind it.
    pub(super) fn ask(&mut self, name: &str, from: usize) -> Option<(&'f [u8], usize)> {
        let body = self.body;
        let rest = self.fields.iter_mut().enumerate().skip(from);
        let (index, field) = { rest }.find(|(_, field)| field.is_named(name, body))?;
        field.asked = true;
        Some((field.value(body), index + 1))
    }

    /// Whether somebody asked for each of them.
    pub(super) fn all_asked(&self) -> bool {
        self.fields.iter().all(|field| field.asked)
    }

    /// The names that nobody asked for, as they were sent.
    pub(super) fn others(&self) -> impl Iterator<Item = &'f [u8]> + use<'f> {
        let (body, fields) = (self.body, self.fields.clone());
        fields.into_iter().filter(|field| !field.asked).map(|field| field.name(body))
    }
}

impl Field {
    /// Whether this is the name of the field, once it is decoded. Nothing is allocated for it.
    fn is_named(&self, name: &str, body: &[u8]) -> bool {
        let own = self.name(body);
        if self.plain {
            return own == name.as_bytes();
        }
        own.len() >= name.len() && percent::decoded(own).eq(name.bytes())
    }

    fn name<'f>(&self, body: &'f [u8]) -> &'f [u8] {
        body.get(self.name as usize..self.value as usize - 1).unwrap_or_default()
    }

    fn value<'f>(&self, body: &'f [u8]) -> &'f [u8] {
        body.get(self.value as usize..self.end as usize).unwrap_or_default()
    }
}
