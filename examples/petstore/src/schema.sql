-- What the store keeps. It is run at every start, and makes only what is not there.
--
-- A row has what was sent, in JSON (`kept`), what the store answers, which is the same with the id (`body`), and what is looked for.

CREATE TABLE IF NOT EXISTS pets (
    id INTEGER PRIMARY KEY,
    kept TEXT NOT NULL,
    body TEXT NOT NULL GENERATED ALWAYS AS (json_set(kept, '$.id', id)),
    status TEXT NOT NULL GENERATED ALWAYS AS (kept ->> 'status')
);

CREATE INDEX IF NOT EXISTS pets_status ON pets (status);

CREATE TABLE IF NOT EXISTS pictures (
    pet_id INTEGER NOT NULL REFERENCES pets (id) ON DELETE CASCADE,
    additional_metadata TEXT,
    picture BLOB NOT NULL
);

CREATE INDEX IF NOT EXISTS pictures_pet_id ON pictures (pet_id);

CREATE TABLE IF NOT EXISTS users (
    id INTEGER PRIMARY KEY,
    -- Without the password, of which there is an argon2id hash.
    kept TEXT NOT NULL,
    body TEXT NOT NULL GENERATED ALWAYS AS (json_set(kept, '$.id', id)),
    username TEXT NOT NULL GENERATED ALWAYS AS (kept ->> 'username'),
    password_hash TEXT NOT NULL
);

CREATE UNIQUE INDEX IF NOT EXISTS users_username ON users (username);

-- Who is logged in.
CREATE TABLE IF NOT EXISTS sessions (
    -- The SHA-256 of the key: who reads the database has no key by it.
    key_hash TEXT NOT NULL PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- In seconds since 1970.
    expires INTEGER NOT NULL
);

CREATE INDEX IF NOT EXISTS sessions_user_id ON sessions (user_id);

CREATE TABLE IF NOT EXISTS orders (
    -- The id of an order that was cancelled is not given again.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kept TEXT NOT NULL,
    body TEXT NOT NULL GENERATED ALWAYS AS (json_set(kept, '$.id', id))
);

CREATE INDEX IF NOT EXISTS orders_user_id ON orders (user_id);

-- A store without pets opens with three.
INSERT INTO pets (kept)
SELECT value FROM json_each('[
    {"name": "Rex", "category": {"id": 1, "name": "Dogs"}, "photoUrls": [], "tags": [{"id": 1, "name": "friendly"}], "status": "available"},
    {"name": "Tom", "category": {"id": 2, "name": "Cats"}, "photoUrls": [], "tags": [{"id": 2, "name": "lazy"}], "status": "available"},
    {"name": "Bubbles", "category": {"id": 3, "name": "Fish"}, "photoUrls": [], "tags": [], "status": "sold"}
]')
WHERE NOT EXISTS (SELECT 1 FROM pets);
