-- The journal becomes a chain: each line bears the hash of its content and of the hash before it, see ADR 26.
-- * rang is given by the platform, in the order in which acts are committed and without holes. Lines from before keep
--   theirs and have no hash of their own; the line that begins the chain is computed behind them and answers for them.
-- * avant, apres and motif are JSON; what is personal in them is encrypted under the key of personne.

alter table acte alter column rang drop identity;
alter table acte add column id uuid;
alter table acte add column au_nom_de varchar;
alter table acte add column avant varchar;
alter table acte add column apres varchar;
alter table acte add column motif varchar;
alter table acte add column personne uuid;
alter table acte add column empreinte varchar;
create index acte_par_branche on acte (branche, rang);
create index acte_par_acteur on acte (acteur, rang);
create index acte_par_instant on acte (le);

-- Where the chain ends. Its row is what acts lock, last of all, to take their turn in the chain.
create table journal_tete (
    id integer primary key,
    rang bigint not null,
    empreinte varchar,
    cle_plateforme varchar,
    constraint journal_tete_unique check (id = 1)
);
insert into journal_tete (id, rang) select 1, coalesce(max(rang), 0) from acte;

-- The key of each person, wrapped by the key of the platform; null once it is destroyed, for ever.
create table cle_personne (
    personne uuid primary key,
    cle varchar,
    creee_le timestamp(6) not null,
    detruite_le timestamp(6),
    constraint cle_personne_detruite check ((cle is null) = (detruite_le is not null))
);

-- Who read what on a day, so that the journal tells it once; days gone by are deleted.
create table lecture_du_jour (
    acteur varchar not null,
    objet varchar not null,
    nature varchar not null,
    jour date not null,
    primary key (jour, acteur, objet, nature)
);
