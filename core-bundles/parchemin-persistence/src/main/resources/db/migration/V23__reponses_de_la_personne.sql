-- A person who is signed in may also say no, and is shown what was asked of the persons that they are.

alter table lien_personne add column refuse_le timestamp(6);
alter table lien_personne add constraint lien_une_reponse check (confirme_le is null or refuse_le is null);
create index lien_par_personne on lien_personne (personne);
