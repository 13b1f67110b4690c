-- Who may log in. One text for SQLite and PostgreSQL.
CREATE TABLE users (
    username TEXT NOT NULL PRIMARY KEY,
    email TEXT,
    full_name TEXT,
    disabled BOOLEAN NOT NULL,
    -- What the user may ask for, with a space between one and the next.
    scopes TEXT NOT NULL,
    -- An argon2id hash, in the format of the Password Hashing Competition.
    password_hash TEXT NOT NULL
);
