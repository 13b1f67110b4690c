//! Request bodies and representations.

use super::*;

pub(crate) static REQUEST_BODY: Object = Object::new(
    "Request Body Object",
    &[
        key("description", STRING).annotation(),
        key("content", map(&CONTENT)).required(),
        key("required", BOOLEAN),
    ],
)
.strays(&[("schema", "it belongs in `content`, under a media type")]);

pub(crate) static CONTENT: Map = Map::named(Names::MediaType, late_reference(&MEDIA_TYPE));
pub(crate) static ONE_MEDIA_TYPE: Map = Map::named(Names::MediaType, late_reference(&MEDIA_TYPE)).single();

pub(crate) static MEDIA_TYPE: Object = Object::new(
    "Media Type Object",
    &[
        key("schema", SCHEMA),
        key("itemSchema", SCHEMA).since_3_2().note("of responses; in a request it is refused"),
        key("example", ANY).annotation(),
        key("examples", map(&EXAMPLES)).annotation(),
        key("encoding", map(&ENCODINGS))
            .documentation()
            .note("only forms have one, and that of a form is refused: not supported yet"),
        key("prefixEncoding", list(&ENCODING_LIST)).since_3_2().refused(NAMED_PARTS),
        key("itemEncoding", object(&ENCODING)).since_3_2().refused(NAMED_PARTS),
    ],
)
.rules(&[Rule::Exclusive("example", "examples"), Rule::EncodingOfForms]);

const NAMED_PARTS: &str = "give the parts names: an object, and `multipart/form-data`";

static ENCODINGS: Map = Map::of(object(&ENCODING));
static ENCODING_LIST: List = List::of(object(&ENCODING));

pub(crate) static ENCODING: Object = Object::new(
    "Encoding Object",
    &[
        key("contentType", STRING),
        key("headers", map(&HEADERS)),
        key("encoding", map(&ENCODINGS)).since_3_2().refused("describe the part as JSON"),
        key("prefixEncoding", list(&ENCODING_LIST)).since_3_2().refused(NAMED_PARTS),
        key("itemEncoding", object(&ENCODING)).since_3_2().refused(NAMED_PARTS),
        key("style", one_of(STYLES)),
        key("explode", BOOLEAN),
        key("allowReserved", BOOLEAN),
    ],
);

static STYLES: &[Choice] =
    &[choice("form"), choice("spaceDelimited"), choice("pipeDelimited"), choice("deepObject")];
