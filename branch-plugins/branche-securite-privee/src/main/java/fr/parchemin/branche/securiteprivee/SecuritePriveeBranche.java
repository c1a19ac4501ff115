package fr.parchemin.branche.securiteprivee;

import fr.parchemin.spi.BranchePlugin;
import java.net.URL;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The branch is data: see {@code branche.yaml} and the files it names. */
@Component(property = BranchePlugin.CODE + "=securite-privee", configurationPolicy = ConfigurationPolicy.IGNORE)
public final class SecuritePriveeBranche implements BranchePlugin {
    @Override
    public URL definition() {
        return SecuritePriveeBranche.class.getResource("/branche.yaml");
    }
}
