-- As in V2, for what came with the chain: its end only moves on, and a key that was destroyed does not come back.

create function refuse_recul_journal() returns trigger language plpgsql as $$
begin
    if new.rang < old.rang or (new.rang = old.rang and new.empreinte is distinct from old.empreinte and old.empreinte is not null) then
        raise exception 'the journal only moves on' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger journal_tete_avance before update on journal_tete
    for each row execute function refuse_recul_journal();

create trigger journal_tete_reste before delete or truncate on journal_tete
    for each statement execute function refuse_modification();

create function refuse_retour_cle() returns trigger language plpgsql as $$
begin
    if old.cle is null or new.cle is not null then
        raise exception 'a key is made once and destroyed once' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger cle_personne_detruite before update on cle_personne
    for each row execute function refuse_retour_cle();

create trigger cle_personne_reste before delete or truncate on cle_personne
    for each statement execute function refuse_modification();
