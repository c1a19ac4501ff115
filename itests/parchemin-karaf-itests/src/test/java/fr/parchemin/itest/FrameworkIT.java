package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

@ExtendWith(KarafServer.class)
class FrameworkIT {

    @Test
    @InContainer
    void everyBundleIsActiveOrAFragmentOfOneThatIs() {
        assertThat(bundles())
                .filteredOn(bundle -> bundle.getState() != Bundle.ACTIVE)
                .allMatch(bundle -> bundle.getState() == Bundle.RESOLVED
                        && bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null);
    }

    /** An optional import is wired, and its bundle restarted, on the day another bundle brings the package. */
    @Test
    @InContainer
    void noBundleOfOursImportsAnythingOptionally() {
        assertThat(ours()).as("bundles of the platform").isNotEmpty().allSatisfy(bundle -> assertThat(
                        bundle.getHeaders().get(Constants.IMPORT_PACKAGE))
                .as(bundle.getSymbolicName())
                .satisfiesAnyOf(imports -> assertThat(imports).isNull(), imports -> assertThat(imports)
                        .doesNotContain("resolution:=optional")));
    }

    @Test
    @InContainer
    void noLibraryIsThereInTwoVersions() {
        assertThat(bundles().stream().map(Bundle::getSymbolicName)).doesNotHaveDuplicates();
    }

    @Test
    @InContainer
    void textIsUtf8AndFrench() {
        assertThat(System.getProperty("file.encoding")).isEqualTo("UTF-8");
        assertThat(Locale.getDefault()).isEqualTo(Locale.FRANCE);
    }

    private static List<Bundle> bundles() {
        return Arrays.asList(
                FrameworkUtil.getBundle(FrameworkIT.class).getBundleContext().getBundles());
    }

    private static Stream<Bundle> ours() {
        return bundles().stream()
                .filter(bundle -> bundle.getSymbolicName().startsWith("fr.parchemin."))
                .filter(bundle -> !bundle.getSymbolicName().startsWith("fr.parchemin.exam"));
    }
}
