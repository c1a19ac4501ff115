package fr.parchemin.persistence.internal;

import fr.parchemin.candidature.Candidat;
import fr.parchemin.personne.Personne;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A person. Added by the act of a branch that opens a file, read by none. */
@Entity(name = "Personne")
@DeLaPersonne(addedByAll = true)
@Table(name = "personne")
class PersonneEntity {

    @Id
    private UUID id;

    @Column(name = "nom_naissance")
    private String nomNaissance;

    @Column(name = "nom_usage")
    private String nomUsage;

    private String prenoms;
    private String sexe;

    @Column(name = "date_naissance")
    private LocalDate dateNaissance;

    @Column(name = "lieu_naissance")
    private String lieuNaissance;

    private String courriel;

    @Column(name = "creee_le")
    private Instant creeeLe;

    private UUID rattachee;

    protected PersonneEntity() {}

    PersonneEntity(Personne personne) {
        Candidat identite = personne.identite();
        id = personne.id();
        nomNaissance = identite.nomNaissance();
        nomUsage = identite.nomUsage();
        prenoms = identite.prenoms();
        sexe = identite.sexe().name();
        dateNaissance = identite.dateNaissance();
        lieuNaissance = identite.lieuNaissance();
        courriel = identite.courriel();
        creeeLe = personne.creeeLe();
        rattachee = personne.rattachee();
    }

    Personne toPersonne() {
        return new Personne(
                id,
                new Candidat(
                        nomNaissance,
                        nomUsage,
                        prenoms,
                        Candidat.Sexe.valueOf(sexe),
                        dateNaissance,
                        lieuNaissance,
                        courriel),
                creeeLe,
                rattachee);
    }
}
