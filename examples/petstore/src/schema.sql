-- What the store keeps. It is run at every start, and makes only what is not there.

CREATE TABLE IF NOT EXISTS pets (
    id INTEGER NOT NULL PRIMARY KEY,
    -- All of the pet but its id, in JSON, as the contract describes it.
    pet TEXT NOT NULL,
    status TEXT NOT NULL GENERATED ALWAYS AS (pet ->> 'status')
);

CREATE INDEX IF NOT EXISTS pets_status ON pets (status);

CREATE TABLE IF NOT EXISTS users (
    id INTEGER NOT NULL PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    -- An argon2id hash; a user without one cannot log in.
    password_hash TEXT,
    -- All of the user but the id and the password, in JSON.
    user TEXT NOT NULL
);

-- Who is logged in.
CREATE TABLE IF NOT EXISTS sessions (
    -- The SHA-256 of the key: who reads the database has no key by it.
    key_hash TEXT NOT NULL PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- In seconds since 1970.
    expires INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS orders (
    -- The id of an order that was cancelled is not given again.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- All of the order but its id, in JSON.
    placed TEXT NOT NULL
);

-- A store without pets opens with three.
INSERT INTO pets (pet)
SELECT value FROM json_each('[
    {"name": "Rex", "category": {"id": 1, "name": "Dogs"}, "photoUrls": [], "tags": [{"id": 1, "name": "friendly"}], "status": "available"},
    {"name": "Tom", "category": {"id": 2, "name": "Cats"}, "photoUrls": [], "tags": [{"id": 2, "name": "lazy"}], "status": "available"},
    {"name": "Bubbles", "category": {"id": 3, "name": "Fish"}, "photoUrls": [], "tags": [], "status": "sold"}
]')
WHERE NOT EXISTS (SELECT 1 FROM pets);
