//! Request bodies and representations.

use super::*;

pub(crate) static REQUEST_BODY: Object = Object::new(
    "Request Body Object",
    &[
        key("description", STRING).annotation(),
        key("content", map(&CONTENT)).required().note(
            "JSON, forms, `multipart/form-data` and text are read by their schemas; XML and any other media type is handed over as \
             bytes with its media type, `application/octet-stream` and what has a schema of bytes as a stream",
        ),
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
        key("encoding", map(&ENCODINGS)).note("only forms have one"),
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
        key("contentType", STRING)
            .note("a part that says that it is something else is refused; one that says nothing is taken"),
        key("headers", map(&HEADERS)).documentation().note("a required one is refused: not supported yet"),
        key("encoding", map(&ENCODINGS)).since_3_2().refused("describe the part as JSON"),
        key("prefixEncoding", list(&ENCODING_LIST)).since_3_2().refused(NAMED_PARTS),
        key("itemEncoding", object(&ENCODING)).since_3_2().refused(NAMED_PARTS),
        key("style", one_of(STYLES)).note("of scalars and arrays of them"),
        key("explode", BOOLEAN).note("of scalars and arrays of them"),
        key("allowReserved", BOOLEAN).documentation().note("what is encoded and what is not is read alike"),
    ],
);

static STYLES: &[Choice] =
    &[choice("form"), choice("spaceDelimited"), choice("pipeDelimited"), choice("deepObject")];
