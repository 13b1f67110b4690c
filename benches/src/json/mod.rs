//! JSON, read and written by whoever does it.

mod body;
mod by_hand;
mod reader;
mod schema;
mod writer;

use crate::Outcome;

pub(crate) use body::Body;
pub(crate) use by_hand::Status;
pub(crate) use reader::Reader;
pub(crate) use writer::Writer;

/// Makes sure that all read and write the same, and find the same wrong.
pub(crate) fn check() -> Outcome<()> {
    for body in Body::ALL {
        for reader in Reader::ALL {
            let found = reader.problems(body, body.text());
            let wanted = if reader.validates() { body.problems() } else { 0 };
            if found != wanted {
                let (reader, body) = (reader.name(), body.name());
                return Err(format!("{reader} finds {found} problems in {body}, not {wanted}").into());
            }
        }
    }
    for body in Body::GOOD {
        for writer in Writer::ALL {
            let written = writer.repeat(body, 1)?.unwrap_or_default();
            if written != body.text().as_bytes() {
                let written = String::from_utf8_lossy(&written);
                return Err(format!("{} writes {written}", writer.name()).into());
            }
        }
    }
    Ok(())
}
