//! Schemas: JSON Schema draft Wright-00 in 3.0, 2020-12 in 3.1, in the order of their specifications.

use super::*;

pub(crate) static SCHEMA_OBJECT: Object = Object::new(
    "Schema Object",
    &[
        // Core
        key("$id", URI).since_3_1(),
        key("$schema", Shape::Dialect(DIALECTS)).since_3_1(),
        key("$ref", LOCATION),
        key("$anchor", NAME).since_3_1(),
        key("$dynamicRef", URI).since_3_1(),
        key("$dynamicAnchor", NAME).since_3_1(),
        key("$vocabulary", map(&VOCABULARIES)).since_3_1().refused("write the standard dialect"),
        key("$comment", STRING).since_3_1().annotation(),
        key("$defs", map(&PROPERTIES)).since_3_1().instead(BY_COMPONENT),
        key("definitions", map(&PROPERTIES)).since_3_1().refused(BY_COMPONENT).instead(BY_COMPONENT),
        key("$recursiveRef", URI).since_3_1().refused("write `$ref`"),
        key("$recursiveAnchor", ANY).since_3_1().refused(BY_COMPONENT),
        // Applicators
        key("allOf", list(&SCHEMAS)).note(ALL_OF),
        key("anyOf", list(&SCHEMAS)),
        key("oneOf", list(&SCHEMAS)),
        key("not", SCHEMA),
        key("if", SCHEMA).since_3_1(),
        key("then", SCHEMA).since_3_1(),
        key("else", SCHEMA).since_3_1(),
        key("dependentSchemas", map(&PROPERTIES)).since_3_1(),
        key("dependencies", ANY).since_3_1().refused(IN_THE_HANDLER),
        key("prefixItems", list(&SCHEMAS)).since_3_1(),
        key("items", SCHEMA).instead("it is one schema; tuples are `prefixItems`, since OpenAPI 3.1"),
        key("contains", SCHEMA).since_3_1(),
        key("properties", map(&PROPERTIES)),
        key("patternProperties", map(&PROPERTIES)).since_3_1(),
        key("additionalProperties", Shape::SchemaOrBoolean),
        key("propertyNames", SCHEMA).since_3_1(),
        key("unevaluatedItems", SCHEMA).since_3_1(),
        key("unevaluatedProperties", SCHEMA).since_3_1(),
        // Assertions
        key("type", one_of(TYPES)).only_3_0().strays(OLD_TYPES).instead(ONE_TYPE),
        key("type", Shape::OneOrMore(&TYPE_LIST)).since_3_1().strays(OLD_TYPES).instead(QUOTED_NULL),
        key("enum", list(&VALUES)),
        key("const", ANY).since_3_1().instead(ENUM_OF_ONE),
        key("multipleOf", Shape::Positive),
        key("maximum", NUMBER),
        key("exclusiveMaximum", BOOLEAN).only_3_0().instead(FLAG),
        key("exclusiveMaximum", NUMBER).since_3_1().instead(BOUND),
        key("minimum", NUMBER),
        key("exclusiveMinimum", BOOLEAN).only_3_0().instead(FLAG),
        key("exclusiveMinimum", NUMBER).since_3_1().instead(BOUND),
        key("maxLength", LENGTH),
        key("minLength", LENGTH),
        key("pattern", STRING),
        key("maxItems", LENGTH),
        key("minItems", LENGTH),
        key("uniqueItems", BOOLEAN),
        key("maxContains", LENGTH).since_3_1(),
        key("minContains", LENGTH).since_3_1(),
        key("maxProperties", LENGTH),
        key("minProperties", LENGTH),
        key("required", list(&REQUIRED)).instead(REQUIRED_NAMES),
        key("dependentRequired", map(&DEPENDENT_REQUIRED)).since_3_1(),
        key("format", STRING),
        key("contentEncoding", STRING).since_3_1().instead("write `format: byte`").note(ENCODINGS),
        key("contentMediaType", STRING).since_3_1().note(CONTENT),
        key("contentSchema", SCHEMA).since_3_1().annotation(),
        // Annotations
        key("title", STRING).annotation(),
        key("description", STRING).annotation(),
        key("default", ANY).note(DEFAULT),
        key("deprecated", BOOLEAN).annotation(),
        key("readOnly", BOOLEAN).note(READ_ONLY),
        key("writeOnly", BOOLEAN).note(WRITE_ONLY),
        key("examples", list(&EXAMPLE_VALUES)).since_3_1().annotation().instead("write `example`"),
        // OpenAPI's own
        key("nullable", BOOLEAN).only_3_0().instead("add `\"null\"` to the list of types"),
        key("discriminator", object(&DISCRIMINATOR)).note(TAGS),
        key("xml", object(&XML)).annotation(),
        key("externalDocs", object(&EXTERNAL_DOCUMENTATION)).annotation(),
        key("example", ANY).annotation(),
    ],
)
.rules(&[
    Rule::Needed { key: "items", with: ("type", "array"), versions: Versions::Only3_0 },
    Rule::NullableType,
])
.strays(&[
    ("id", "a schema is named by its key in `components.schemas`"),
    ("additionalItems", "JSON Schema 2020-12 writes `items` beside `prefixItems`"),
    ("optional", "properties are optional, unless the list `required` of their object names them"),
]);

const ALL_OF: &str = "objects become one struct; anything else is the type that they agree on, or a JSON value; beside one schema, \
                      3.0's `nullable` adds `null` to it";
const DEFAULT: &str =
    "of a property or parameter that is optional and not sent; elsewhere, and in responses, it is for people";
const ENCODINGS: &str = "`base64`, `base64url` and `base16` are decoded; others are for people";
const CONTENT: &str =
    "without `contentEncoding` it makes a file of a part of a multipart body; elsewhere it is for people";
const READ_ONLY: &str = "of a property: not in requests, where it is ignored";
const WRITE_ONLY: &str = "of a property: not in responses";
const TAGS: &str = "beside `oneOf` or `anyOf` it says which schema is read; elsewhere it is for people";
const BY_COMPONENT: &str = "put the schema under `components.schemas`";
const IN_THE_HANDLER: &str = "say it in the description, and check it in the handler";
const ENUM_OF_ONE: &str = "write an `enum` of one value";
const FLAG: &str = "OpenAPI 3.0 writes `true` here, beside the bound";
const BOUND: &str = "OpenAPI 3.1 writes the bound itself here";
const REQUIRED_NAMES: &str = "it lists property names, in the schema that has the `properties`";
const QUOTED_NULL: &str = "types are strings: `\"null\"` has quotes";
const ONE_TYPE: &str = "OpenAPI 3.0 has one type; `nullable: true` admits null besides";

pub(crate) static TYPES: &[Choice] = &[
    choice("string"),
    choice("number"),
    choice("integer"),
    choice("boolean"),
    choice("array"),
    choice("object"),
    choice("null").since_3_1(),
];

static OLD_TYPES: &[(&str, &str)] = &[
    ("file", "Swagger 2.0 had it; write `type: string` and `format: binary`"),
    ("null", ONE_TYPE),
    ("any", "a schema without `type` admits any value"),
    ("date", "write `type: string` and `format: date`"),
    ("date-time", "write `type: string` and `format: date-time`"),
    ("uuid", "write `type: string` and `format: uuid`"),
    ("float", "write `type: number` and `format: float`"),
    ("double", "write `type: number` and `format: double`"),
    ("int", "did you mean `integer`?"),
    ("int32", "write `type: integer` and `format: int32`"),
    ("int64", "write `type: integer` and `format: int64`"),
];

static TYPE_LIST: List = List::of(one_of(TYPES)).filled().unique();
static SCHEMAS: List = List::of(SCHEMA).filled();
static PROPERTIES: Map = Map::of(SCHEMA);
static VOCABULARIES: Map = Map::of(BOOLEAN);
// JSON Schema 2020-12 lets a list of values be empty, and admits nothing then.
static VALUES: List = List::of(ANY).filled_in(Versions::Only3_0);
static EXAMPLE_VALUES: List = List::of(ANY);
static REQUIRED: List = List::of(STRING).filled_in(Versions::Only3_0).unique();
static DEPENDENT_REQUIRED: Map = Map::of(list(&DEPENDENT_NAMES));
static DEPENDENT_NAMES: List = List::of(STRING).unique();

pub(crate) static DISCRIMINATOR: Object = Object::new(
    "Discriminator Object",
    &[
        key("propertyName", STRING).required(),
        key("mapping", map(&MAPPING)),
        key("defaultMapping", STRING).since_3_2(),
    ],
)
.extensible_since_3_1();

static MAPPING: Map = Map::of(STRING);

pub(crate) static XML: Object = Object::new(
    "XML Object",
    &[
        key("nodeType", STRING).since_3_2().annotation(),
        key("name", STRING).annotation(),
        key("namespace", URI).annotation(),
        key("prefix", STRING).annotation(),
        key("attribute", BOOLEAN).annotation(),
        key("wrapped", BOOLEAN).annotation(),
    ],
);
