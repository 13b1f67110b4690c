//! Where the fields of a form stand in its body.

use std::borrow::Cow;

use crate::percent;

/// The fields of a body that have a value, in the order in which they were sent.
pub(super) struct Fields<'f> {
    body: &'f [u8],
    fields: Vec<Field>,
    /// Whether names and values are decoded already.
    decoded: bool,
}

/// Fields that were sent in another way than as a form: decoded, one after the other.
#[derive(Default)]
pub(crate) struct Members {
    text: Vec<u8>,
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
        Some(Self { body, fields, decoded: false })
    }

    /// Those of `members`, the empty ones, too.
    pub(super) fn of_members(members: &'f Members) -> Self {
        Self { body: &members.text, fields: members.fields.clone(), decoded: true }
    }

    /// A name or a value as text. `None`: it is not UTF-8.
    pub(super) fn text(&self, bytes: &'f [u8]) -> Option<Cow<'f, str>> {
        if self.decoded { str::from_utf8(bytes).ok().map(Cow::Borrowed) } else { percent::form(bytes) }
    }

    /// Whether names and values are what they stand for, and not percent-encoded.
    pub(super) fn are_decoded(&self) -> bool {
        self.decoded
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

    /// Whether somebody asked for one of them that is there.
    pub(super) fn any_asked(&self) -> bool {
        self.fields.iter().any(|field| field.asked)
    }

    /// Whether somebody asked for each of them.
    pub(super) fn all_asked(&self) -> bool {
        self.fields.iter().all(|field| field.asked)
    }

    /// The names that nobody asked for and their values, as they were sent.
    pub(super) fn others(&self) -> impl Iterator<Item = (&'f [u8], &'f [u8])> + use<'f> {
        let (body, fields) = (self.body, self.fields.clone());
        let others = fields.into_iter().filter(|field| !field.asked);
        others.map(move |field| (field.name(body), field.value(body)))
    }
}

impl Members {
    /// Adds a member. A value of `None` could not be decoded, and is a problem where somebody asks for it.
    pub(crate) fn push(&mut self, name: &str, value: Option<&str>) {
        let begin = self.text.len();
        self.text.extend_from_slice(name.as_bytes());
        self.text.push(b'=');
        let equals = self.text.len();
        self.text.extend_from_slice(value.map_or(&NO_TEXT, str::as_bytes));
        let ends = [begin, equals, self.text.len()].map(u32::try_from);
        let [Ok(name), Ok(value), Ok(end)] = ends else { return }; // no head of a request is as long
        self.fields.push(Field { name, value, end, plain: true, asked: false });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}

/// What is no text in any way.
const NO_TEXT: [u8; 1] = [0xff];

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
