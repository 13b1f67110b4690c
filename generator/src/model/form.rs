//! Forms: objects whose properties are sent as text (OpenAPI 3.0, "Support for x-www-form-urlencoded Request Bodies").

use super::reader::Reader;
use super::types::{Kind, Type};
use crate::diagnostic::Place;
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// Notes that forms hold `ty`, whose schema stands at `schema`; `None` where a form cannot.
    pub(super) fn form(&mut self, schema: &Pointer, ty: &Type) -> Option<()> {
        let encoding = schema.parent()?.member("encoding");
        let mut good = encoding.of(self.document.tree).is_none();
        if !good {
            let instead = "leave it out: arrays are sent as repeated fields";
            self.unsupported(Place::Key(encoding), "the `encoding` of a form", instead);
        }
        let fields = match self.types.meaning(ty) {
            Type::Named(id) => match &self.types.item(*id)?.kind {
                Kind::Struct { fields, .. } => Some(fields),
                _ => None,
            },
            _ => None,
        };
        let Some(fields) = fields else {
            let place = Place::Value(schema.clone());
            self.unsupported(place, "a form that is no object", "list its fields as `properties`");
            return None;
        };
        let odd: Vec<_> = fields
            .iter()
            .filter(|field| !self.is_field(&field.ty))
            .map(|field| field.pointer.clone())
            .collect();
        for pointer in odd {
            good = false;
            let what = "an object, or an array of anything but scalars, in a form";
            self.unsupported(Place::Value(pointer), what, "send it as JSON");
        }
        self.types.used_in_forms(ty);
        good.then_some(())
    }

    /// Whether fields of one name hold `ty`: one a scalar, several an array of scalars. No field is `null`.
    fn is_field(&self, ty: &Type) -> bool {
        match self.types.meaning(ty) {
            Type::List(item, _) => self.types.is_scalar(item),
            Type::Nullable(inner) => self.is_field(inner),
            scalar => self.types.is_scalar(scalar),
        }
    }
}
