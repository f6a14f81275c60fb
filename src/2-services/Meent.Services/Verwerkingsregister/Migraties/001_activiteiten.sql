-- Register of processing activities (AVG art. 30). A version is never changed: the purpose that held at any moment can be found back (LDV 3.4.1).
CREATE TABLE verwerkingsregister_activiteiten (
  id UUID NOT NULL,
  versie BIGINT NOT NULL,
  uri TEXT NOT NULL,
  begin BIGINT NOT NULL,
  einde BIGINT,
  vastgelegd BIGINT NOT NULL,
  inhoud TEXT NOT NULL,
  PRIMARY KEY (id, versie)
);

CREATE UNIQUE INDEX verwerkingsregister_activiteiten_uri ON verwerkingsregister_activiteiten (uri, versie);
