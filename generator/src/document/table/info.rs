//! What the document says about itself: info, contact, license.

use super::*;

pub(crate) static INFO: Object = Object::new(
    "Info Object",
    &[
        key("title", STRING).required(),
        key("summary", STRING).since_3_1().annotation(),
        key("description", STRING).annotation(),
        key("termsOfService", URI).annotation(),
        key("contact", object(&CONTACT)).annotation(),
        key("license", object(&LICENSE)).annotation(),
        key("version", STRING).required(),
    ],
);

pub(crate) static CONTACT: Object = Object::new(
    "Contact Object",
    &[key("name", STRING).annotation(), key("url", URI).annotation(), key("email", STRING).annotation()],
);

pub(crate) static LICENSE: Object = Object::new(
    "License Object",
    &[
        key("name", STRING).required().annotation(),
        key("identifier", STRING).since_3_1().annotation(),
        key("url", URI).annotation(),
    ],
)
.rules(&[Rule::Exclusive("identifier", "url")]);
