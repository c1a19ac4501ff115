-- What is only ever added cannot be changed or removed, not even by hand: the server refuses.
-- H2 has no such script: its triggers are Java classes that the engine itself must be able to load, and its constraints
-- do not see the row that was there before. There, only the absence of any such statement in the platform protects.

create function refuse_modification() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are added, never changed or removed', tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger acte_ajout_seul before update or delete or truncate on acte
    for each statement execute function refuse_modification();

create trigger referentiel_snapshot_ajout_seul before update or delete or truncate on referentiel_snapshot
    for each statement execute function refuse_modification();

create trigger decision_ajout_seul before update or delete or truncate on decision
    for each statement execute function refuse_modification();
