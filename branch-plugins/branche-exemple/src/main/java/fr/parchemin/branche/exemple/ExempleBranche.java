package fr.parchemin.branche.exemple;

import fr.parchemin.spi.BranchePlugin;
import java.net.URL;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The branch is data: see {@code branche.yaml} and the files it names. */
@Component(property = BranchePlugin.CODE + "=exemple", configurationPolicy = ConfigurationPolicy.IGNORE)
public final class ExempleBranche implements BranchePlugin {
    @Override
    public URL definition() {
        return ExempleBranche.class.getResource("/branche.yaml");
    }
}
