-- As in V2: parameters and their cancellations are added, never changed or removed.

create trigger parametre_ajout_seul before update or delete or truncate on parametre
    for each statement execute function refuse_modification();

create trigger parametre_annulation_ajout_seul before update or delete or truncate on parametre_annulation
    for each statement execute function refuse_modification();
