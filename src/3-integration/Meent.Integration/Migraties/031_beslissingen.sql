-- By what decisions are looked for: the service, and what was decided.
ALTER TABLE integratie_beslissingen ADD COLUMN dienst TEXT NOT NULL DEFAULT '';
ALTER TABLE integratie_beslissingen ADD COLUMN besluit TEXT NOT NULL DEFAULT '';
--sqlite UPDATE integratie_beslissingen SET dienst = COALESCE(json_extract(record, '$.body."adl.core.request".resource.properties.name'), ''), besluit = CASE json_extract(record, '$.body."adl.core.response".decision') WHEN 1 THEN 'toegestaan' WHEN 0 THEN 'geweigerd' ELSE 'geen' END;
--postgres UPDATE integratie_beslissingen SET dienst = COALESCE(record::json #>> '{body,adl.core.request,resource,properties,name}', ''), besluit = CASE record::json #>> '{body,adl.core.response,decision}' WHEN 'true' THEN 'toegestaan' WHEN 'false' THEN 'geweigerd' ELSE 'geen' END;
CREATE INDEX integratie_beslissingen_besluit ON integratie_beslissingen (besluit, gemaakt, span_id);
