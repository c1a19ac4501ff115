-- Marks in levels, several passages of an épreuve, candidates who give up.

alter table saisie add column passage integer default 1 not null;
alter table saisie drop constraint saisie_unique;
alter table saisie add constraint saisie_unique unique (candidature, epreuve, evaluateur, passage);
alter table saisie add constraint saisie_passage check (passage >= 1);
alter table saisie drop constraint saisie_presence;
alter table saisie add constraint saisie_presence check (presence in ('PRESENT', 'ABSENT', 'EXCUSE', 'ABANDON'));

alter table note add column niveau varchar;
alter table note drop constraint note_une_echelle;
alter table note add constraint note_une_echelle check (
    (case when appreciation is null then 0 else 1 end)
    + (case when points is null then 0 else 1 end)
    + (case when niveau is null then 0 else 1 end) = 1
);
