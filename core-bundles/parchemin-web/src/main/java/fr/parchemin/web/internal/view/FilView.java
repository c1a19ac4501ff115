package fr.parchemin.web.internal.view;

import fr.parchemin.acte.HeureLegale;
import fr.parchemin.echange.Fil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The story of a file.
 *
 * @param suite whether there are newer events than these
 */
public record FilView(Fil.Page page, boolean suite) {

    /** What happened on a day. */
    public record Jour(LocalDate date, List<Fil.Evenement> evenements) {}

    public List<Jour> jours() {
        Map<LocalDate, List<Fil.Evenement>> byDay = new LinkedHashMap<>();
        page.evenements().forEach(e -> byDay.computeIfAbsent(
                        e.le().atZone(HeureLegale.ZONE).toLocalDate(), day -> new ArrayList<>())
                .add(e));
        return byDay.entrySet().stream()
                .map(e -> new Jour(e.getKey(), e.getValue()))
                .toList();
    }

    public String path() {
        return Urls.path("candidatures", page.candidature().id(), "fil");
    }
}
