-- Reports without a number or dwelling in the question are listed by arrival.
CREATE INDEX verhuur_meldingen_aankomst ON verhuur_meldingen (aankomst, id);
