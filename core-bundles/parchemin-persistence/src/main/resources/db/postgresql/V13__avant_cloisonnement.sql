-- The next script fills a column of rows that are never changed: V14 puts their guards back before anything else runs.

alter table decision disable trigger decision_ajout_seul;
alter table parametre_annulation disable trigger parametre_annulation_ajout_seul;
