-- Two people to try it with. They are put in once: who removes them does not see them again.
INSERT INTO users (username, email, full_name, disabled, scopes, password_hash) VALUES
    ('johndoe', 'johndoe@example.com', 'John Doe', FALSE, 'me items', '$argon2id$v=19$m=19456,t=2,p=1$5arZuB+Am3kupv2vpWyoTg$tRe+9CagnuQYjg9T/GDeuHgIXjvUpFu6Dggc4uwk9Y0'),
    ('alice', 'alice@example.com', 'Alice Wonderson', TRUE, 'me items', '$argon2id$v=19$m=19456,t=2,p=1$Z+mbFajH1InVQwk+WSEMRg$lAvbcEP1q3z3JCurCqQsk7bDRyrjVKn01v/vWVDj138');
