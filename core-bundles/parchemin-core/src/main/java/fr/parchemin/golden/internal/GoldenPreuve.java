package fr.parchemin.golden.internal;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.PreuveAdmission;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.regle.ReglesBranche;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A branch proves itself on its own golden cases before it is admitted. */
@Component
public final class GoldenPreuve implements PreuveAdmission {

    @Override
    public List<MotifErreur> prove(DefinitionBranche definition, ReglesBranche regles) {
        return GoldenCases.run(definition, regles).stream()
                .flatMap(r -> r.motif().stream())
                .toList();
    }
}
