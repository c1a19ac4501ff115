package fr.parchemin.branche.metallurgie;

import fr.parchemin.spi.BranchePlugin;
import java.net.URL;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The branch is data: see {@code branche.yaml} and the files it names. */
@Component(property = BranchePlugin.CODE + "=metallurgie", configurationPolicy = ConfigurationPolicy.IGNORE)
public final class MetallurgieBranche implements BranchePlugin {
    @Override
    public URL definition() {
        return MetallurgieBranche.class.getResource("/branche.yaml");
    }
}
