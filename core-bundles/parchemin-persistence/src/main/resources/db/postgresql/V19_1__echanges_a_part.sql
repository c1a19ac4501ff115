-- As in V14, for messages and what was seen of them. As in V2, what was written stays as it was written: of a note only
-- that it was taken back is added, once.

alter table message enable row level security;
alter table message force row level security;
create policy cloison on message
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

alter table message_lu enable row level security;
alter table message_lu force row level security;
create policy cloison on message_lu
    using (branche = any ((select string_to_array(current_setting('parchemin.perimetre', true), ','))::text[])
        or (select current_setting('parchemin.perimetre', true)) = ',**,');

create function refuse_reecriture_message() returns trigger language plpgsql as $$
begin
    if old.retire_le is not null
        or (new.id, new.candidature, new.branche, new.personne, new.nature, new.cercle, new.auteur, new.qualite, new.contenu, new.ecrit_le)
            is distinct from
            (old.id, old.candidature, old.branche, old.personne, old.nature, old.cercle, old.auteur, old.qualite, old.contenu, old.ecrit_le)
    then
        raise exception 'messages are written once' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger message_ecrit_une_fois before update on message
    for each row execute function refuse_reecriture_message();
