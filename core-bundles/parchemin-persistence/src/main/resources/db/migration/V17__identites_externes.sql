-- Identities of elsewhere: which open an account, what was asked of a provider and not yet answered, and the sessions that
-- a provider opened.

create table identite_externe (
    id uuid primary key,
    identifiant varchar not null references compte (identifiant),
    fournisseur varchar not null,
    emetteur varchar not null,
    sujet varchar not null,
    nom varchar,
    courriel varchar,
    acr varchar,
    attributs varchar not null,
    rattachee_le timestamp(6) not null,
    derniere_connexion timestamp(6),
    constraint identite_externe_unique unique (emetteur, sujet)
);
create index identite_externe_par_compte on identite_externe (identifiant);

-- etat and navigateur are hashes: who reads the table cannot answer in the place of the browser that asked.
create table demande_identite (
    etat varchar primary key,
    navigateur varchar not null,
    fournisseur varchar not null,
    nonce varchar not null,
    verificateur varchar not null,
    retour varchar not null,
    identifiant varchar,
    expire_le timestamp(6) not null
);
create index demande_identite_par_expiration on demande_identite (expire_le);

create table session_externe (
    empreinte varchar primary key references jeton (empreinte) on delete cascade,
    fournisseur varchar not null,
    emetteur varchar not null,
    sujet varchar not null,
    session varchar,
    jeton_identite varchar not null
);
create index session_externe_par_sujet on session_externe (emetteur, sujet);
