//! Where the API is served.

use super::*;

pub(crate) static SERVERS: List = List::of(object(&SERVER));

pub(crate) static SERVER: Object = Object::new(
    "Server Object",
    &[
        key("url", STRING).required().annotation(),
        key("description", STRING).annotation(),
        key("name", STRING).since_3_2().annotation(),
        key("variables", map(&VARIABLES)).annotation(),
    ],
);

static VARIABLES: Map = Map::of(object(&SERVER_VARIABLE));

pub(crate) static SERVER_VARIABLE: Object = Object::new(
    "Server Variable Object",
    &[
        key("enum", list(&VALUES)).annotation(),
        key("default", STRING).required().annotation(),
        key("description", STRING).annotation(),
    ],
)
.rules(&[Rule::DefaultAmongEnum]);

static VALUES: List = List::of(STRING).filled_in(Versions::Since3_1);
