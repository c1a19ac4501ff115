-- The branch of each row that belongs to one. It stands on the row itself, so that the rule which keeps branches apart looks
-- at that row and at nothing else; the double key holds it to the branch of what the row is part of: neither by mistake nor
-- on purpose does a row of one branch hang on a file of another.

alter table candidature add constraint candidature_et_branche unique (id, branche);
alter table jury add constraint jury_et_branche unique (id, branche);
alter table saisie add column branche varchar;
update saisie set branche = (select c.branche from candidature c where c.id = saisie.candidature);
alter table saisie alter column branche set not null;
alter table saisie add constraint saisie_de_branche
    foreign key (candidature, branche) references candidature (id, branche);
alter table saisie add constraint saisie_et_branche unique (id, branche);
alter table parametre add constraint parametre_et_branche unique (id, branche);

alter table candidature_prerequis add column branche varchar;
update candidature_prerequis set branche = (select p.branche from candidature p where p.id = candidature_prerequis.candidature);
alter table candidature_prerequis alter column branche set not null;
alter table candidature_prerequis add constraint prerequis_de_branche
    foreign key (candidature, branche) references candidature (id, branche);

alter table candidature_evaluateur add column branche varchar;
update candidature_evaluateur set branche = (select p.branche from candidature p where p.id = candidature_evaluateur.candidature);
alter table candidature_evaluateur alter column branche set not null;
alter table candidature_evaluateur add constraint evaluateur_de_branche
    foreign key (candidature, branche) references candidature (id, branche);

alter table note add column branche varchar;
update note set branche = (select p.branche from saisie p where p.id = note.saisie);
alter table note alter column branche set not null;
alter table note add constraint note_de_branche
    foreign key (saisie, branche) references saisie (id, branche);

alter table decision add column branche varchar;
update decision set branche = (select p.branche from candidature p where p.id = decision.candidature);
alter table decision alter column branche set not null;
alter table decision add constraint decision_de_branche
    foreign key (candidature, branche) references candidature (id, branche);

alter table migration_dossier add column branche varchar;
update migration_dossier set branche = (select p.branche from candidature p where p.id = migration_dossier.candidature);
alter table migration_dossier alter column branche set not null;
alter table migration_dossier add constraint migration_de_branche
    foreign key (candidature, branche) references candidature (id, branche);

alter table jury_membre add column branche varchar;
update jury_membre set branche = (select p.branche from jury p where p.id = jury_membre.jury);
alter table jury_membre alter column branche set not null;
alter table jury_membre add constraint membre_de_branche
    foreign key (jury, branche) references jury (id, branche);

alter table parametre_annulation add column branche varchar;
update parametre_annulation set branche = (select p.branche from parametre p where p.id = parametre_annulation.parametre);
alter table parametre_annulation alter column branche set not null;
alter table parametre_annulation add constraint annulation_de_branche
    foreign key (parametre, branche) references parametre (id, branche);

-- What already had its branch: held to the same.
alter table candidature add constraint candidature_jury_de_branche
    foreign key (jury, branche) references jury (id, branche);
alter table decision add constraint decision_jury_de_branche
    foreign key (jury, branche) references jury (id, branche);
alter table certificat add constraint certificat_de_branche
    foreign key (candidature, branche) references candidature (id, branche);
