-- How often a user was not let in from an address.
CREATE TABLE attempts (
    -- A digest of both: what is typed for a name may be a password.
    origin TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    -- When the first of them was, in seconds since 1970.
    since BIGINT NOT NULL
);

CREATE INDEX attempts_since ON attempts (since);
