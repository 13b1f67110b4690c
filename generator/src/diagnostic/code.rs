//! The catalogue of rules.

/// How much a broken rule weighs, as with rustc's lints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Reported; the server is generated all the same.
    Warn,
    /// An error: wrong, though with one possible meaning.
    Deny,
    /// An error that nobody can lower: security, ambiguity, injection.
    Forbid,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $level:ident;)+) => {
        /// A rule, by the name it is reported under. Names never change their meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every rule, in the order of the catalogue.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name it is reported under.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The rule that is reported under `name`.
            pub fn of(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.name() == name)
            }

            /// How much it weighs.
            pub fn level(self) -> Level {
                match self {
                    $(Self::$variant => Level::$level,)+
                }
            }

            /// What the rule says.
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($doc),+).trim_ascii(),)+
                }
            }
        }
    };
}

impl Code {
    /// Whether a document can acknowledge it: a warning, but for the one that is mended by taking an acknowledgement out.
    pub fn can_be_acknowledged(self) -> bool {
        self.level() == Level::Warn && self != Self::StaleAcknowledgement
    }
}

codes! {
    /// The file cannot be read.
    FileUnreadable = "file-unreadable", Forbid;
    /// The file is not UTF-8 (YAML 1.2.2, 5.2; RFC 8259, 8.1).
    NotUtf8 = "not-utf-8", Forbid;
    /// The text is not YAML, or not JSON.
    Syntax = "syntax", Forbid;
    /// A file holds one document.
    SeveralDocuments = "several-documents", Forbid;
    /// The document is nested too deeply, or grows too large through aliases.
    TooLarge = "too-large", Forbid;
    /// A key is written twice in one mapping (YAML 1.2.2, 3.2.1.3).
    DuplicateKey = "duplicate-key", Forbid;
    /// An anchor is defined twice: what an alias repeats would hang on its place (YAML 1.2.2, 7.1).
    DuplicateAnchor = "duplicate-anchor", Forbid;
    /// A tag that is not in YAML's core schema (YAML 1.2.2, 10.3).
    Tag = "tag", Forbid;
    /// A merge key whose value is no mapping.
    MergeKey = "merge-key", Forbid;
    /// A number that JSON cannot hold.
    Number = "number", Forbid;

    /// The value of `openapi` is no version that is known.
    Version = "version", Forbid;
    /// A key that OpenAPI does not define at this place.
    UnknownKey = "unknown-key", Deny;
    /// A key that this version of OpenAPI does not define at this place.
    KeyOfOtherVersion = "key-of-other-version", Deny;
    /// A key that must be there is missing.
    MissingKey = "missing-key", Forbid;
    /// A value of the wrong type.
    WrongType = "wrong-type", Forbid;
    /// A value that OpenAPI does not allow at this place.
    WrongValue = "wrong-value", Forbid;
    /// Keys that exclude each other.
    Exclusive = "exclusive", Forbid;
    /// What the generator does not support yet.
    Unsupported = "unsupported", Forbid;
    /// A key that has no effect where it stands.
    NoEffect = "no-effect", Warn;

    /// A reference that leads nowhere.
    DanglingReference = "dangling-reference", Forbid;
    /// A reference that leads out of the document.
    ForeignReference = "foreign-reference", Forbid;
    /// An `$id` or an anchor that names several schemas (JSON Schema 2020-12 Core, 8.2.1 and 8.2.2).
    DuplicateId = "duplicate-id", Forbid;
    /// References that lead back to themselves.
    ReferenceLoop = "reference-loop", Forbid;
    /// A path template that no request can be matched with.
    PathTemplate = "path-template", Forbid;
    /// Two path templates that match the same requests.
    DuplicatePath = "duplicate-path", Forbid;
    /// Two operations with the same `operationId`.
    DuplicateOperationId = "duplicate-operation-id", Forbid;
    /// A path parameter that its template lacks, or a template's parameter that is declared nowhere.
    PathParameter = "path-parameter", Forbid;
    /// Two parameters with the same name at the same place.
    DuplicateParameter = "duplicate-parameter", Forbid;
    /// A security requirement that names no declared scheme.
    UndeclaredScheme = "undeclared-scheme", Forbid;
    /// A scope that no flow of the scheme declares.
    UndeclaredScope = "undeclared-scope", Forbid;
    /// A security requirement that no request can meet.
    UnsatisfiableRequirement = "unsatisfiable-requirement", Forbid;
    /// An HTTP authentication scheme that is not registered.
    UnregisteredScheme = "unregistered-scheme", Warn;
    /// Scopes on a scheme that takes none.
    ScopeWithoutScopes = "scope-without-scopes", Forbid;
    /// An operation that can answer nothing.
    NoAnswer = "no-answer", Forbid;
    /// A schema that no value meets.
    Unsatisfiable = "unsatisfiable", Forbid;
    /// A schema that refuses everything, in so many words.
    Impossible = "impossible", Warn;
    /// A schema that does not have the property by which its discriminator tells it from others (OpenAPI, Discriminator Object).
    Discriminator = "discriminator", Warn;
    /// A pattern that is none (ECMA-262, 22.2.1), or that takes more than linear time.
    Pattern = "pattern", Forbid;
    /// A default that its schema refuses.
    DefaultMismatch = "default-mismatch", Deny;
    /// An example that its schema refuses.
    ExampleMismatch = "example-mismatch", Warn;
    /// A schema that speaks of properties and admits whatever is no object (JSON Schema Core, 7.6.1).
    UntypedObject = "untyped-object", Warn;
    /// A route of the documentation that a path of the document hides.
    DocumentationRoute = "documentation-route", Warn;
    /// A setting in `specwright.toml` that is unknown or wrong.
    Setting = "setting", Forbid;

    /// The password grant shows a user's password to the client (RFC 9700, 2.4).
    PasswordGrant = "password-grant", Warn;
    /// The implicit grant puts tokens into addresses (RFC 9700, 2.1.2).
    ImplicitGrant = "implicit-grant", Warn;
    /// An address of the login without TLS (RFC 6749, 3.1 and 3.2; RFC 8414, 6.1).
    PlainHttp = "plain-http", Warn;
    /// An API key in the query ends up wherever addresses do (RFC 9110, 17.9).
    ApiKeyInQuery = "api-key-in-query", Warn;
    /// An operation with an unsafe method (RFC 9110, 9.2.1) that is public, while others are not.
    PublicUnsafeMethod = "public-unsafe-method", Warn;
    /// An operation with an unsafe method (RFC 9110, 9.2.1) whose security is optional.
    OptionalUnsafeMethod = "optional-unsafe-method", Warn;
    /// An operation that requires security and does not declare the answer 401 (RFC 9110, 15.5.2).
    Undeclared401 = "undeclared-401", Warn;
    /// An operation that requires scopes or roles and does not declare the answer 403 (RFC 9110, 15.5.4).
    Undeclared403 = "undeclared-403", Warn;

    /// An acknowledgement of what is no warning.
    Acknowledgement = "acknowledgement", Forbid;
    /// An acknowledgement of nothing.
    StaleAcknowledgement = "stale-acknowledgement", Warn;
}
