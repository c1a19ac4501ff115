-- What is a person's own is in no perimeter of branches, see V14. The act of a branch that opens a file adds the person, and
-- cannot read it back.

alter table personne enable row level security;
alter table personne force row level security;
create policy lecture on personne for select using ((select current_setting('parchemin.perimetre', true)) = ',**,');
create policy ajout on personne for insert with check (true);
create policy changement on personne for update using ((select current_setting('parchemin.perimetre', true)) = ',**,');

alter table lien_personne enable row level security;
alter table lien_personne force row level security;
create policy cloison on lien_personne using ((select current_setting('parchemin.perimetre', true)) = ',**,');

alter table partage enable row level security;
alter table partage force row level security;
create policy cloison on partage using ((select current_setting('parchemin.perimetre', true)) = ',**,');
