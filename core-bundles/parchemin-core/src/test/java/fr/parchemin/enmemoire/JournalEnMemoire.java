package fr.parchemin.enmemoire;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.AuditeurActes;
import fr.parchemin.acte.Chiffre;
import fr.parchemin.acte.ClesPersonnes;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.LecturesDuJour;
import fr.parchemin.acte.LigneJournal;
import fr.parchemin.acte.Valeur;
import fr.parchemin.acte.Valeurs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The journal of acts with its chain and the keys of its persons; a value is kept as a line {@code field=value}. */
public final class JournalEnMemoire implements Journal, ClesPersonnes, LecturesDuJour {

    private static final String TETE = "tete";

    private record Jour(String lecteur, String objet, Acte.Nature nature, LocalDate jour) {}

    private final Base.Table<Long, LigneJournal> lines;
    private final Base.Table<String, Tete> ends;
    private final Base.Table<UUID, byte[]> keys;
    private final Base.Table<Jour, Boolean> read;
    private AuditeurActes auditeur = acte -> {};

    public JournalEnMemoire(Base base) {
        lines = base.table(LigneJournal::branche);
        ends = base.table();
        keys = base.table();
        read = base.table();
    }

    @Override
    public void append(Acte acte) {
        Tete end = head();
        LigneJournal line = new LigneJournal(
                        0,
                        UUID.randomUUID(),
                        acte.le(),
                        acte.acteur(),
                        acte.auNomDe(),
                        acte.branche(),
                        acte.objet(),
                        acte.nature().name(),
                        acte.detail(),
                        written(acte, acte.avant()),
                        written(acte, acte.apres()),
                        acte.motif() == null ? null : written(acte, new Valeurs(Map.of("motif", acte.motif()))),
                        acte.personne(),
                        null)
                .chained(end.rang() + 1, end.empreinte());
        lines.add(line.rang(), line);
        ends.put(TETE, new Tete(line.rang(), line.empreinte()));
        auditeur.told(acte);
    }

    /** From now on each act is told to that one. */
    void tells(AuditeurActes who) {
        auditeur = who;
    }

    boolean isErased(UUID personne) {
        byte[] key = keys.rows().get(personne);
        return key != null && key.length == 0;
    }

    void needsKey(UUID personne) {
        if (!keys.rows().containsKey(personne)) {
            keys.put(personne, Chiffre.newKey());
        }
    }

    private String written(Acte acte, Valeurs valeurs) {
        StringBuilder text = new StringBuilder();
        valeurs.champs().forEach((champ, valeur) -> text.append(champ)
                .append(valeur.isPersonal() ? "*=" + encrypted(acte.personne(), valeur.texte()) : "=" + valeur.texte())
                .append('\n'));
        return text.isEmpty() ? null : text.toString();
    }

    private String encrypted(UUID personne, String texte) {
        needsKey(personne);
        byte[] key = keys.rows().get(personne);
        return key.length == 0
                ? ""
                : Base64.getEncoder()
                        .encodeToString(Chiffre.encrypt(key, texte.getBytes(StandardCharsets.UTF_8), "essai"));
    }

    private Valeurs valeurs(LigneJournal line, String kept, boolean reveals) {
        Map<String, Valeur> champs = new LinkedHashMap<>();
        if (kept != null) {
            kept.lines().forEach(text -> {
                int at = text.indexOf('=');
                String champ = text.substring(0, at);
                String value = text.substring(at + 1);
                if (champ.endsWith("*")) {
                    champs.put(champ.substring(0, at - 1), personal(line.personne(), value, reveals));
                } else {
                    champs.put(champ, new Valeur.Claire(value));
                }
            });
        }
        return new Valeurs(champs);
    }

    private Valeur personal(UUID personne, String value, boolean reveals) {
        if (!reveals) {
            return new Valeur.Masquee();
        }
        byte[] key = keys.rows().get(personne);
        return key.length == 0 || value.isEmpty()
                ? new Valeur.Effacee()
                : new Valeur.Personnelle(new String(
                        Chiffre.decrypt(key, Base64.getDecoder().decode(value), "essai"), StandardCharsets.UTF_8));
    }

    private Acte acte(LigneJournal line, boolean reveals) {
        return new Acte(
                line.rang(),
                line.le(),
                line.acteur(),
                line.auNomDe(),
                line.branche(),
                line.objet(),
                Acte.Nature.valueOf(line.nature()),
                line.detail(),
                valeurs(line, line.avant(), reveals),
                valeurs(line, line.apres(), reveals),
                valeurs(line, line.motif(), reveals).champs().get("motif"),
                line.personne());
    }

    @Override
    public List<Acte> about(String objet, int limite) {
        return lines.rows().values().stream()
                .filter(a -> a.objet().equals(objet)
                        && !Acte.Nature.valueOf(a.nature()).isReading())
                .limit(limite)
                .map(a -> acte(a, true))
                .toList();
    }

    @Override
    public List<Acte> story(String objet, Set<Acte.Nature> natures, Long avant, int limite) {
        return lines.rows().values().stream()
                .filter(a -> a.objet().equals(objet) && natures.contains(Acte.Nature.valueOf(a.nature())))
                .filter(a -> avant == null || a.rang() < avant)
                .sorted(Comparator.comparing(LigneJournal::rang).reversed())
                .limit(limite)
                .map(a -> acte(a, false))
                .toList();
    }

    @Override
    public List<Acte> list(Selection wanted) {
        return lines.rows().values().stream()
                .filter(a -> wanted.branches() == null
                        || a.branche() != null && wanted.branches().contains(a.branche()))
                .filter(a -> wanted.objet() == null || wanted.objet().equals(a.objet()))
                .filter(a -> wanted.acteur() == null || wanted.acteur().equals(a.acteur()))
                .filter(a -> wanted.nature() == null || wanted.nature().name().equals(a.nature()))
                .filter(a -> wanted.du() == null || !a.le().isBefore(wanted.du()))
                .filter(a -> wanted.jusqua() == null || a.le().isBefore(wanted.jusqua()))
                .filter(a -> wanted.avant() == null || a.rang() < wanted.avant())
                .sorted(Comparator.comparing(LigneJournal::rang).reversed())
                .limit(wanted.limite())
                .map(a -> acte(a, wanted.reveals()))
                .toList();
    }

    @Override
    public Tete head() {
        return ends.rows().getOrDefault(TETE, new Tete(0, LigneJournal.ORIGINE));
    }

    @Override
    public List<LigneJournal> lines(long apres, long jusqua, int limite) {
        return lines.rows().values().stream()
                .filter(a -> a.rang() > apres && a.rang() <= jusqua)
                .limit(limite)
                .toList();
    }

    @Override
    public Destruction destroy(UUID personne, Instant le) {
        byte[] key = keys.rows().get(personne);
        if (key == null) {
            return Destruction.INCONNUE;
        }
        keys.put(personne, new byte[0]);
        return key.length == 0 ? Destruction.DEJA_DETRUITE : Destruction.DETRUITE;
    }

    @Override
    public boolean isFirst(String lecteur, String objet, Acte.Nature nature, LocalDate jour) {
        Jour of = new Jour(lecteur, objet, nature, jour);
        boolean first = !read.rows().containsKey(of);
        read.put(of, true);
        return first;
    }

    @Override
    public void forgetBefore(LocalDate jour) {
        List.copyOf(read.rows().keySet()).stream()
                .filter(of -> of.jour().isBefore(jour))
                .forEach(read::remove);
    }

    /** Everything that was done, readings left aside. */
    public List<Acte> all() {
        return everything().filter(a -> !a.nature().isReading()).toList();
    }

    /** Everything that was read. */
    public List<Acte> readings() {
        return everything().filter(a -> a.nature().isReading()).toList();
    }

    private Stream<Acte> everything() {
        return lines.rows().values().stream().map(a -> acte(a, true));
    }
}
