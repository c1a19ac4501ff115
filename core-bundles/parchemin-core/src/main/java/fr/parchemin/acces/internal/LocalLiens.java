package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionLiens;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.LiensPersonnels;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import fr.parchemin.courriel.Courriels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Personal links, each journaled with the file it leads to. */
@Component
public final class LocalLiens implements GestionLiens {

    /** Whoever comes once, and need not have an account for that. */
    private static final Set<Role> ROLES = EnumSet.of(Role.TUTEUR, Role.EVALUATEUR);

    private final Politique politique;
    private final Transactions transactions;
    private final LiensPersonnels liens;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Activate
    public LocalLiens(
            @Reference Politique politique,
            @Reference Transactions transactions,
            @Reference LiensPersonnels liens,
            @Reference Courriels courriels,
            @Reference Journal journal) {
        this(politique, transactions, liens, courriels, journal, HeureLegale.clock());
    }

    public LocalLiens(
            Politique politique,
            Transactions transactions,
            LiensPersonnels liens,
            Courriels courriels,
            Journal journal,
            Clock clock) {
        this.politique = politique;
        this.transactions = transactions;
        this.liens = liens;
        this.courriels = courriels;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Outcome<Cree> create(
            Acteur by, Objet dossier, String intitule, Role role, String nom, String courriel, int jours) {
        String address = Adresses.tidy(courriel);
        Optional<Refus> wrong = by.lacks(Droit.LIEN_PERSONNEL_DONNER, dossier)
                .or(() -> ROLES.contains(role) ? Optional.empty() : invalid("role", "TUTEUR ou EVALUATEUR"))
                .or(() -> Champs.requiredLine("nom", nom))
                .or(() -> address == null ? Optional.empty() : Adresses.invalid(address))
                .or(() -> jours < 1 || jours > JOURS_MAXIMUM
                        ? invalid("jours", "de 1 à " + JOURS_MAXIMUM)
                        : Optional.empty());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Instant now = clock.instant();
        String secret = LienPersonnel.PREFIXE + secrets.next();
        String adresse = politique.address("/lien/" + secret);
        boolean mailed = address != null && courriels.isConfigured();
        LienPersonnel lien = new LienPersonnel(
                UUID.randomUUID(),
                Secrets.empreinte(secret),
                Textes.tidy(nom),
                address,
                new Habilitation(role, new Portee.DeDossier(dossier.branche(), dossier.dossier())),
                by.identifiant(),
                now,
                now.plus(Duration.ofDays(jours)),
                null,
                null,
                null);
        return transactions
                .write(by.perimetre(), () -> {
                    liens.add(lien);
                    if (mailed) {
                        courriels.enqueue(
                                Courriers.lienPersonnel(lien.nom(), address, intitule, adresse, lien.expireLe()));
                    }
                    record(
                            by,
                            dossier,
                            Acte.Nature.LIEN_CREE,
                            "Lien personnel donné (" + role.libelle() + ")"
                                    + (mailed ? ", envoyé par courriel" : ", remis en main propre"));
                    return Outcome.done(new Cree(lien, mailed ? null : adresse));
                })
                .map(cree -> {
                    courriels.wake();
                    return cree;
                });
    }

    @Override
    public Outcome<List<LienPersonnel>> list(Acteur by, Objet dossier) {
        return Outcome.unless(by.lacks(Droit.LIEN_PERSONNEL_DONNER, dossier), dossier)
                .map(file -> transactions.read(by.perimetre(), () -> liens.of(file.dossier())));
    }

    @Override
    public Outcome<Void> revoke(Acteur by, Objet dossier, UUID lien) {
        return Outcome.unless(by.lacks(Droit.LIEN_PERSONNEL_DONNER, dossier), dossier)
                .then(file -> transactions.write(by.perimetre(), () -> {
                    boolean there = liens.find(lien)
                            .filter(l -> l.habilitation()
                                    .portee()
                                    .equals(new Portee.DeDossier(file.branche(), file.dossier())))
                            .isPresent();
                    if (!there || !liens.revoke(lien, by.identifiant(), clock.instant())) {
                        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "lien " + lien);
                    }
                    record(by, dossier, Acte.Nature.LIEN_RETIRE, "Lien personnel retiré");
                    return Outcome.done(null);
                }));
    }

    @Override
    public Optional<LienPersonnel> read(String secret) {
        return !Secrets.isPlausible(secret) || !secret.startsWith(LienPersonnel.PREFIXE)
                ? Optional.empty()
                : transactions.read(() -> liens.find(Secrets.empreinte(secret))).filter(l -> l.isOpen(clock.instant()));
    }

    private static Optional<Refus> invalid(String champ, String why) {
        return Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, champ, why));
    }

    private void record(Acteur by, Objet dossier, Acte.Nature nature, String detail) {
        journal.append(new Acte(
                null,
                clock.instant(),
                by.identifiant(),
                dossier.branche(),
                "candidature/" + dossier.dossier(),
                nature,
                detail));
    }
}
