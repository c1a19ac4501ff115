-- Row-level security: whatever the statement, a transaction reaches the rows of the branches in its perimeter and no other.
-- parchemin.perimetre is set as each transaction begins and gone as it ends: ',' nothing, ',a,b,' two branches, ',*,' what is
-- about the platform itself (lines of the journal without a branch), ',**,' all. Unset, it shows nothing.
--
-- FORCE, because the platform owns its tables. Nothing binds a superuser or a role with BYPASSRLS: the platform says so
-- when it starts as one. The sub-selects make the server read the setting once a statement and not once a row.

alter table decision enable trigger decision_ajout_seul;
alter table parametre_annulation enable trigger parametre_annulation_ajout_seul;

alter table acte enable row level security;
alter table acte force row level security;
-- A line about the platform itself may be added by every act: who signs in has no perimeter yet. Who holds a role of the
-- platform may leave a line about any branch, which is not to read it.
create policy cloison on acte
    using (coalesce(branche, '*') = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,')
    with check (branche is null
        or '*' = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or coalesce(branche, '*') = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table candidature enable row level security;
alter table candidature force row level security;
create policy cloison on candidature
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table candidature_prerequis enable row level security;
alter table candidature_prerequis force row level security;
create policy cloison on candidature_prerequis
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table candidature_evaluateur enable row level security;
alter table candidature_evaluateur force row level security;
create policy cloison on candidature_evaluateur
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table saisie enable row level security;
alter table saisie force row level security;
create policy cloison on saisie
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table note enable row level security;
alter table note force row level security;
create policy cloison on note
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table jury enable row level security;
alter table jury force row level security;
create policy cloison on jury
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table jury_membre enable row level security;
alter table jury_membre force row level security;
create policy cloison on jury_membre
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table decision enable row level security;
alter table decision force row level security;
create policy cloison on decision
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table certificat enable row level security;
alter table certificat force row level security;
create policy cloison on certificat
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table parametre enable row level security;
alter table parametre force row level security;
create policy cloison on parametre
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table parametre_annulation enable row level security;
alter table parametre_annulation force row level security;
create policy cloison on parametre_annulation
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table migration_dossier enable row level security;
alter table migration_dossier force row level security;
create policy cloison on migration_dossier
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

-- The single keys of V1, V4 and V5 that the double ones now say as well.
alter table candidature_prerequis drop constraint candidature_prerequis_candidature_fkey;
alter table candidature_evaluateur drop constraint candidature_evaluateur_candidature_fkey;
alter table saisie drop constraint saisie_candidature_fkey;
alter table note drop constraint note_saisie_fkey;
alter table decision drop constraint decision_candidature_fkey;
alter table decision drop constraint decision_jury_fkey;
alter table migration_dossier drop constraint migration_dossier_candidature_fkey;
alter table jury_membre drop constraint jury_membre_jury_fkey;
alter table parametre_annulation drop constraint parametre_annulation_parametre_fkey;
alter table certificat drop constraint certificat_candidature_fkey;
alter table candidature drop constraint candidature_jury_fkey;
