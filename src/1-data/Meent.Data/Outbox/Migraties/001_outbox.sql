-- Events, written in the transaction of what they tell of. volgorde orders the events of one transaction; versie those of one object, also when they
-- come from several nodes. A row is marked when it has been handed on, never passed by a cursor: transactions commit in any order.
CREATE TABLE outbox_gebeurtenissen (
  id UUID NOT NULL PRIMARY KEY,
  hoofdobject TEXT NOT NULL,
  versie BIGINT NOT NULL,
  volgorde BIGINT NOT NULL,
  kanaal TEXT NOT NULL,
  resource TEXT NOT NULL,
  resource_url TEXT NOT NULL,
  actie TEXT NOT NULL,
  aanmaakdatum BIGINT NOT NULL,
  kenmerken TEXT NOT NULL,
  doorgegeven BIGINT
);

CREATE INDEX outbox_gebeurtenissen_wachtend ON outbox_gebeurtenissen (hoofdobject, versie, volgorde) WHERE doorgegeven IS NULL;
CREATE INDEX outbox_gebeurtenissen_doorgegeven ON outbox_gebeurtenissen (doorgegeven) WHERE doorgegeven IS NOT NULL;

-- Who does a piece of background work, until when.
CREATE TABLE outbox_beurten (
  werk TEXT NOT NULL PRIMARY KEY,
  houder TEXT NOT NULL,
  tot BIGINT NOT NULL
);
