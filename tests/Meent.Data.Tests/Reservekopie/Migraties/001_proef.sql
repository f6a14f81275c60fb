-- The child sorts before its parent, and a parent may refer to one that comes later: the order of putting back matters.
CREATE TABLE proef_ouders (
  id UUID NOT NULL PRIMARY KEY,
  naam TEXT,
  tal BIGINT NOT NULL,
  blob BYTES,
  voorganger UUID REFERENCES proef_ouders (id)
);

CREATE TABLE proef_kinderen (
  id UUID NOT NULL PRIMARY KEY,
  ouder UUID NOT NULL REFERENCES proef_ouders (id)
);

CREATE TABLE proef_reeks (
  nummer NUMMER,
  naam TEXT NOT NULL
);
