-- Who is there: accounts that choose their password themselves, second factors, sessions that are listed and end, tokens
-- for programs, personal links, failures that every node counts, and the mail that waits to be sent.
-- Of every secret only the hash is kept; what must be read again (the secret of an application of codes, a mail with a
-- link in it) is sealed under the key of the platform.

alter table compte add column courriel varchar;
alter table compte add column etat varchar default 'ACTIF' not null;
alter table compte add column second_facteur boolean default false not null;
alter table compte add column second_facteur_avant timestamp(6);
alter table compte alter column mot_de_passe drop not null;
alter table compte add constraint compte_courriel unique (courriel);
alter table compte add constraint compte_courriel_minuscules check (courriel = lower(courriel));
alter table compte add constraint compte_etat check (etat in ('INVITE', 'ACTIF', 'SUSPENDU'));

-- Sessions opened before have no name to be listed under: people sign in once more.
delete from jeton;
alter table jeton add column id uuid not null;
alter table jeton add column moyen varchar not null;
alter table jeton add column agent varchar;
alter table jeton add column active_le timestamp(6) not null;
alter table jeton add column eleve_jusqu_a timestamp(6);
alter table jeton add constraint jeton_id unique (id);

create table echec_connexion (
    cle varchar primary key,
    nombre integer not null,
    libre_le timestamp(6) not null,
    dernier_le timestamp(6) not null,
    constraint echec_nombre check (nombre >= 0)
);
create index echec_par_date on echec_connexion (dernier_le);

create table laissez_passer (
    empreinte varchar primary key,
    nature varchar not null,
    identifiant varchar references compte (identifiant),
    donnees varchar,
    cree_le timestamp(6) not null,
    expire_le timestamp(6) not null
);
create index laissez_passer_par_compte on laissez_passer (identifiant, nature);
create index laissez_passer_par_expiration on laissez_passer (expire_le);

create table facteur_application (
    identifiant varchar primary key references compte (identifiant),
    secret varchar not null,
    depuis timestamp(6) not null,
    dernier_pas bigint not null
);

create table facteur_secours (
    identifiant varchar not null references compte (identifiant),
    empreinte varchar not null,
    primary key (identifiant, empreinte)
);

create table facteur_cle (
    id varchar primary key,
    identifiant varchar not null references compte (identifiant),
    nom varchar not null,
    donnees varchar not null,
    compteur bigint not null,
    creee_le timestamp(6) not null,
    utilisee_le timestamp(6)
);
create index facteur_cle_par_compte on facteur_cle (identifiant, creee_le);

create table jeton_api (
    id uuid primary key,
    empreinte varchar not null unique,
    identifiant varchar not null references compte (identifiant),
    nom varchar not null,
    lecture_seule boolean not null,
    droits varchar not null,
    branche varchar,
    cree_le timestamp(6) not null,
    expire_le timestamp(6) not null,
    servi_le date
);
create index jeton_api_par_compte on jeton_api (identifiant, cree_le);

create table lien_personnel (
    id uuid primary key,
    empreinte varchar not null unique,
    nom varchar not null,
    courriel varchar,
    role varchar not null,
    branche varchar not null,
    candidature uuid not null references candidature (id),
    cree_par varchar not null,
    cree_le timestamp(6) not null,
    expire_le timestamp(6) not null,
    retire_par varchar,
    retire_le timestamp(6),
    ouvert_le timestamp(6),
    constraint lien_retrait check ((retire_par is null) = (retire_le is null))
);
create index lien_personnel_par_dossier on lien_personnel (candidature, cree_le);

create table courriel_sortant (
    id uuid primary key,
    destinataire varchar not null,
    contenu varchar,
    cree_le timestamp(6) not null,
    perime_le timestamp(6) not null,
    etat varchar not null,
    essais integer not null,
    prochain_essai timestamp(6) not null,
    erreur varchar,
    constraint courriel_etat check (etat in ('A_ENVOYER', 'ENVOYE', 'ABANDONNE')),
    constraint courriel_contenu check ((contenu is not null) = (etat = 'A_ENVOYER'))
);
create index courriel_par_echeance on courriel_sortant (etat, prochain_essai);
