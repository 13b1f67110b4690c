//! The document without its schemas, as `openapiv3` reads it.
//!
//! `openapiv3` knows OpenAPI 3.0. What later versions add is lifted out, or has a stand-in that means the same.

mod media_type;
mod path_item;
mod stand_in;

use std::collections::BTreeMap;

use openapiv3::OpenAPI;
use serde_json::{Map, Value, json};

pub use self::path_item::{Operation, PathItem};
use super::Checked;
use crate::source::Pointer;

/// What is read of a document beside its schemas.
pub(super) struct Skeleton {
    /// Everything but the paths.
    pub(super) openapi: OpenAPI,
    /// The Path Item Objects that are no reference and no documentation, by where they stand.
    pub(super) path_items: BTreeMap<Pointer, PathItem>,
}

/// Reads `tree` with each of its schemas replaced by a reference to where it stands, and without what is documentation.
///
/// `openapiv3` knows the schemas of OpenAPI 3.0 alone and forgets what it does not know; the placeholder keeps the place,
/// and the schema is read from the tree itself.
///
/// # Errors
///
/// When `openapiv3` has stricter views than the table; its message names no place.
pub(super) fn skeleton(tree: &Value, checked: &Checked) -> Result<Skeleton, serde_json::Error> {
    let mut tree = tree.clone();
    for pointer in &checked.schemas {
        if let Some(schema) = tree.pointer_mut(pointer.as_str()) {
            *schema = json!({ "$ref": format!("#{pointer}") });
        }
    }
    media_type::put_in(&mut tree, &checked.media_types);
    for pointer in &checked.documentation {
        remove(&mut tree, pointer);
    }
    stand_in::in_components(&mut tree);
    let path_items = path_item::lift(&mut tree)?;
    if let Some(root) = tree.as_object_mut() {
        root.insert("paths".to_owned(), Value::Object(Map::new()));
    }
    Ok(Skeleton { openapi: serde_json::from_value(tree)?, path_items })
}

fn remove(tree: &mut Value, pointer: &Pointer) {
    let (Some(parent), Some(name)) = (pointer.parent(), pointer.tokens().last()) else { return };
    if let Some(Value::Object(object)) = tree.pointer_mut(parent.as_str()) {
        object.shift_remove(name.as_ref());
    }
}
