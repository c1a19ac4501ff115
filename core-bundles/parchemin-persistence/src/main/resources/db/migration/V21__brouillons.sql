-- Drafts of forms, each its author's alone. What is written in them is sealed under the key of the platform: it names people
-- before any file does.

create table brouillon (
    identifiant varchar not null,
    formulaire varchar not null,
    contenu varchar not null,
    garde_le timestamp(6) not null,
    expire_le timestamp(6) not null,
    primary key (identifiant, formulaire)
);
create index brouillon_par_expiration on brouillon (expire_le);

-- What awaits somebody is looked for on each visit of the home page: among others, the oldest files of an organisme.
create index candidature_par_organisme on candidature (organisme_siret, rang);
