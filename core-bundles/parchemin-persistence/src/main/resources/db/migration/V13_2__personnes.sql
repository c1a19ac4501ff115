-- Persons. A file keeps the identity that it was opened with; the person's own is here, out of reach of every branch.
-- Of the files there are, those that are open for the same person in the same branch get one person; each other file gets
-- a person of its own, and none is shared between branches: only the person can say that two are the same.

create table personne (
    id uuid primary key,
    nom_naissance varchar not null,
    nom_usage varchar,
    prenoms varchar not null,
    sexe varchar not null,
    date_naissance date not null,
    lieu_naissance varchar not null,
    courriel varchar,
    creee_le timestamp(6) not null,
    rattachee uuid references personne (id),
    constraint personne_sexe check (sexe in ('F', 'M')),
    constraint personne_rattachee check (rattachee <> id)
);
create index personne_par_naissance on personne (date_naissance);
create index personne_par_rattachement on personne (rattachee);

-- The person bears the id of the oldest of its files: what was written under the id of that file goes on to be found.
alter table candidature add column personne uuid;
update candidature set personne = id where personne_ouverte is null;
update candidature set personne = (
    select first_file.id from candidature first_file
    where first_file.branche = candidature.branche
        and first_file.personne_ouverte = candidature.personne_ouverte
        and first_file.rang = (
            select min(same.rang) from candidature same
            where same.branche = candidature.branche and same.personne_ouverte = candidature.personne_ouverte))
where personne_ouverte is not null;

insert into personne
    (id, nom_naissance, nom_usage, prenoms, sexe, date_naissance, lieu_naissance, courriel, creee_le)
select id, nom_naissance, nom_usage, prenoms, sexe, date_naissance, lieu_naissance, courriel, deposee_le
from candidature
where personne = id;

alter table candidature alter column personne set not null;
alter table candidature add constraint candidature_de_personne foreign key (personne) references personne (id);
create index candidature_par_personne on candidature (personne);
create index candidature_par_naissance on candidature (branche, date_naissance, rang);

-- Whether a person who applied is one that is known: asked of that person. A row comes with each application, known or not.
create table lien_personne (
    empreinte varchar primary key,
    personne uuid not null references personne (id),
    connue uuid references personne (id),
    expire_le timestamp(6) not null,
    confirme_le timestamp(6),
    constraint lien_deux_personnes check (connue <> personne)
);

create table partage (
    id uuid primary key,
    personne uuid not null references personne (id),
    beneficiaire varchar not null,
    certificat varchar,
    jusqu_au date,
    accorde_le timestamp(6) not null,
    retire_le timestamp(6)
);
create index partage_par_personne on partage (personne);
