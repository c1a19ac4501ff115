package fr.parchemin.branche.internal;

import fr.parchemin.referentiel.RegleJury;
import fr.parchemin.referentiel.RegleJury.College;
import fr.parchemin.referentiel.RegleJury.MajoriteCollege;
import fr.parchemin.referentiel.RegleJury.Presidence;
import fr.parchemin.referentiel.RegleJury.Quorum;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a jury under that rule could ever sit, and whether the platform applies all that the rule says. */
final class CoherenceJury {

    /** More members than this are not entered for one jury. */
    private static final int MEMBRES_MAXIMUM = 60;

    private final RegleJury jury;
    private final Objections objections;

    CoherenceJury(RegleJury jury, Objections objections) {
        this.jury = jury;
        this.objections = objections;
    }

    void check() {
        checkSupported();
        Set<String> codes = new HashSet<>();
        int index = 0;
        for (College college : jury.colleges()) {
            String at = "/jury/colleges/" + index++;
            objections.unique(codes, college.code(), at + "/code", "le collège");
            if (college.max() != null && college.max() < college.min()) {
                objections.add(
                        at + "/max",
                        "le collège « " + college.code() + " » demande " + college.min() + " membres au moins et "
                                + college.max() + " au plus");
            }
            if (jury.parite() && college.poids() > 1) {
                objections.add(
                        at + "/voix", "sous la parité les collèges pèsent le même poids : « voix » n’y change rien");
            }
        }
        if (jury.votingColleges().isEmpty()) {
            objections.add("/jury/colleges", "aucun collège n’a de voix : ce jury ne pourrait jamais décider");
            return;
        }
        checkNumbers();
        checkQuorum();
        checkParity();
        checkPresidence();
        index = 0;
        for (MajoriteCollege asked : jury.majoritesColleges()) {
            voting(asked.college(), "/jury/majoritesColleges/" + index++ + "/college");
        }
    }

    private void checkSupported() {
        if (jury.role() == RegleJury.Pouvoir.PROPOSE) {
            objections.add(
                    "/jury/role", "un jury qui propose à la CPNE n’est pas encore pris en charge, seul DECIDE l’est");
        }
        if (jury.quorum() != null && jury.quorum().preuve() == Quorum.Preuve.INVITATION) {
            objections.add(
                    "/jury/quorum/preuve",
                    "un quorum par preuve d’invitation n’est pas encore pris en charge, seule PRESENCE l’est");
        }
        if (jury.pouvoirs() != null) {
            objections.add(
                    "/jury/pouvoirs",
                    "les pouvoirs entre membres ne sont pas encore pris en charge : chacun vote présent");
        }
        if (jury.reecritureNotes()) {
            objections.add(
                    "/jury/reecritureNotes",
                    "la réécriture des notes n’est pas encore prise en charge : le jury décide bloc par bloc, avec un motif");
        }
    }

    private void checkNumbers() {
        int least = jury.votingColleges().stream().mapToInt(College::min).sum();
        int all = jury.colleges().stream().mapToInt(College::min).sum();
        if (jury.membresMax() != null && Math.max(least, jury.membresMin()) > jury.membresMax()) {
            objections.add(
                    "/jury/membresMax",
                    "ce jury ne pourrait jamais être composé : il demande " + Math.max(least, jury.membresMin())
                            + " membres au moins et " + jury.membresMax() + " au plus");
        }
        if (all > MEMBRES_MAXIMUM) {
            objections.add(
                    "/jury/colleges",
                    "ce jury ne pourrait jamais être composé : " + all + " membres au moins, la plateforme en admet "
                            + MEMBRES_MAXIMUM);
        }
        Integer most = most();
        if (most != null && most < jury.membresMin()) {
            objections.add(
                    "/jury/membresMin",
                    "ce jury ne pourrait jamais être composé : " + jury.membresMin()
                            + " membres demandés, ses collèges n’en comptent que " + most);
        }
    }

    /** The most members with a voice that a jury may have, {@code null} when nothing bounds them. */
    private Integer most() {
        List<College> voting = jury.votingColleges();
        Integer sum = voting.stream().anyMatch(c -> c.max() == null)
                ? null
                : Integer.valueOf(voting.stream().mapToInt(College::max).sum());
        if (sum == null || jury.membresMax() == null) {
            return sum == null ? jury.membresMax() : sum;
        }
        return Math.min(sum, jury.membresMax());
    }

    private void checkQuorum() {
        Quorum quorum = jury.quorum();
        if (quorum == null) {
            return;
        }
        Integer most = most();
        if (most != null && quorum.membres() > most) {
            objections.add(
                    "/jury/quorum/membres",
                    "ce quorum ne pourrait jamais être atteint : " + quorum.membres() + " présents demandés, le jury a "
                            + most + " membres au plus");
        }
        for (Map.Entry<String, Integer> entry : quorum.colleges().entrySet()) {
            String at = "/jury/quorum/colleges/" + entry.getKey();
            if (voting(entry.getKey(), at)) {
                Integer max = jury.college(entry.getKey()).orElseThrow().max();
                if (max != null && entry.getValue() > max) {
                    objections.add(
                            at,
                            "ce quorum ne pourrait jamais être atteint : " + entry.getValue()
                                    + " présents demandés, le collège a " + max + " membres au plus");
                }
            }
        }
        int together = quorum.colleges().values().stream().mapToInt(n -> n).sum();
        if (jury.membresMax() != null && together > jury.membresMax()) {
            objections.add(
                    "/jury/quorum/colleges",
                    "ce quorum ne pourrait jamais être atteint : " + together
                            + " présents demandés par collège, le jury a " + jury.membresMax() + " membres au plus");
        }
    }

    private void checkParity() {
        boolean alone =
                jury.votingColleges().stream().map(College::code).distinct().count() < 2;
        if (jury.parite() && alone) {
            objections.add("/jury/parite", "la parité demande au moins deux collèges");
        }
        if (jury.presidence() != Presidence.DESIGNEE && alone) {
            objections.add("/jury/presidence", "une présidence alternée demande au moins deux collèges");
        }
    }

    private void checkPresidence() {
        boolean yearly = jury.presidence() == Presidence.ALTERNEE_ANNUELLE;
        if (yearly && jury.presidenceAnnuelle() == null) {
            objections.add(
                    "/jury/presidence",
                    "une présidence qui alterne d’une année à l’autre dit d’où elle part : « presidenceAnnuelle »");
        }
        if (!yearly && jury.presidenceAnnuelle() != null) {
            objections.add(
                    "/jury/presidenceAnnuelle", "« presidenceAnnuelle » ne va qu’avec la présidence ALTERNEE_ANNUELLE");
        }
        if (jury.presidenceAnnuelle() != null) {
            voting(jury.presidenceAnnuelle().college(), "/jury/presidenceAnnuelle/college");
        }
    }

    private boolean voting(String code, String at) {
        boolean exists = jury.college(code).isPresent();
        boolean voting = jury.college(code).filter(College::isVoting).isPresent();
        if (!exists) {
            objections.add(at, "le collège « " + code + " » n’existe pas");
        } else if (!voting) {
            objections.add(at, "le collège « " + code + " » assiste sans voter");
        }
        return voting;
    }
}
