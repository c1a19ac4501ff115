package fr.parchemin.regle;

import fr.parchemin.spi.BlocEvalue;
import fr.parchemin.spi.BlocsConclus;
import fr.parchemin.spi.DossierDepose;
import fr.parchemin.spi.EmploiExamine;
import fr.parchemin.spi.MembreEtCandidat;
import fr.parchemin.spi.MentionDemandee;
import fr.parchemin.spi.NumeroDemande;
import fr.parchemin.spi.PiecePresentee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What rules in code are shown: values of the JDK, copied, unmodifiable. */
public final class Vues {

    private Vues() {}

    /** See {@link DossierDepose}. */
    public record Dossier(
            LocalDate le,
            String certification,
            String version,
            String voie,
            LocalDate dateNaissance,
            Optional<String> organisme,
            Optional<String> entreprise,
            Set<String> prerequisDetenus)
            implements DossierDepose {
        public Dossier {
            prerequisDetenus = sorted(prerequisDetenus);
        }
    }

    /** See {@link PiecePresentee}. */
    public record Piece(
            LocalDate le,
            String certification,
            String version,
            String prerequis,
            Optional<String> numero,
            Optional<LocalDate> delivreLe,
            Optional<LocalDate> valideJusquAu,
            LocalDate dateNaissance)
            implements PiecePresentee {}

    /** See {@link BlocEvalue}. */
    public record Bloc(
            String certification,
            String version,
            String bloc,
            List<BlocEvalue.Grille> grilles,
            Set<String> attestations)
            implements BlocEvalue {
        public Bloc {
            grilles = List.copyOf(grilles);
            attestations = sorted(attestations);
        }
    }

    /** See {@link BlocEvalue.Grille}. */
    public record Grille(
            String epreuve,
            int evaluateur,
            int passage,
            boolean present,
            Map<String, String> notes,
            Map<String, BigDecimal> points)
            implements BlocEvalue.Grille {
        public Grille {
            notes = ordered(notes);
            points = ordered(points);
        }
    }

    /** See {@link BlocsConclus}. */
    public record Blocs(String certification, String version, Map<String, String> blocs, Set<String> attestations)
            implements BlocsConclus {
        public Blocs {
            blocs = ordered(blocs);
            attestations = sorted(attestations);
        }
    }

    /** See {@link EmploiExamine}. */
    public record Emploi(
            LocalDate le,
            String certification,
            String version,
            String classification,
            List<String> positions,
            Optional<Integer> niveauExige,
            List<String> emplois,
            Optional<Integer> coefficientActuel)
            implements EmploiExamine {
        public Emploi {
            positions = List.copyOf(positions);
            emplois = List.copyOf(emplois);
        }
    }

    /** See {@link NumeroDemande}. */
    public record Numero(LocalDate le, String prefixe, long rang, String certification, String version)
            implements NumeroDemande {}

    /** See {@link MembreEtCandidat}. */
    public record Membre(
            LocalDate le,
            String nom,
            String college,
            Optional<String> employeur,
            Optional<Integer> pratiqueAnnees,
            Set<String> evaluateurs,
            List<String> formateurs,
            Optional<String> entreprise,
            Optional<String> organisme)
            implements MembreEtCandidat {
        public Membre {
            evaluateurs = sorted(evaluateurs);
            formateurs = List.copyOf(formateurs);
        }
    }

    /** See {@link MentionDemandee}. */
    public record Mention(
            LocalDate le,
            String certification,
            String version,
            String mention,
            Set<String> certificats,
            Set<String> blocs,
            Set<String> prerequis,
            Set<String> titres,
            int experienceMois,
            Set<String> mentions)
            implements MentionDemandee {
        public Mention {
            certificats = sorted(certificats);
            blocs = sorted(blocs);
            prerequis = sorted(prerequis);
            titres = sorted(titres);
            mentions = sorted(mentions);
        }
    }

    /** In an order that is the same everywhere, which that of {@code Set.copyOf} is not. */
    private static Set<String> sorted(Collection<String> texts) {
        return Collections.unmodifiableSet(new TreeSet<>(texts));
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
