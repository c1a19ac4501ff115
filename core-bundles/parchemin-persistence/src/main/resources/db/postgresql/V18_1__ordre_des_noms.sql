-- Folded names are compared octet by octet, as on H2, and not by the rules of the language of the server, which may change
-- with its version and would then leave the index wrong.
alter table candidature alter column nom_tri type varchar collate "C";
