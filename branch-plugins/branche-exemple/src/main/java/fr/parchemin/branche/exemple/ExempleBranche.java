package fr.parchemin.branche.exemple;

import fr.parchemin.spi.BranchePlugin;
import java.net.URL;
import org.osgi.service.component.annotations.Component;

/** The branch is data: see {@code branche.yaml} and the files it names. */
@Component(property = BranchePlugin.CODE + "=exemple")
public final class ExempleBranche implements BranchePlugin {
    @Override
    public URL definition() {
        return ExempleBranche.class.getResource("/branche.yaml");
    }
}
