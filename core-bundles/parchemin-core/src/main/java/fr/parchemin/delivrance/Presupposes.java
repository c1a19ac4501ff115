package fr.parchemin.delivrance;

import fr.parchemin.candidature.Candidature;
import fr.parchemin.jury.Decision;
import java.time.LocalDate;
import java.util.List;

/** Port: what a certificate presupposes beside a favourable decision of the jury. */
public interface Presupposes {

    /** What keeps it from being delivered on that day, a French clause each without its full stop; none when nothing does. */
    List<String> manques(Candidature candidature, Decision decision, LocalDate le);
}
