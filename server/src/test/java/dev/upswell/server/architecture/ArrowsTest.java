package dev.upswell.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The test of the test: an arrow against the table is found, one along it is not.
class ArrowsTest {

    private static final String BASE = "dev.upswell.server.architecture.fixture";

    @Test
    void arrowAgainstTheTableIsFound() {
        assertThat(arrows("lower", "higher").againstTable()).singleElement().asString()
                .endsWith("lower.Low -> " + BASE + ".higher.High");
    }

    @Test
    void arrowAlongTheTableIsLegal() {
        assertThat(arrows("higher", "lower").againstTable()).isEmpty();
    }

    @Test
    void sliceWithoutRowIsFound() {
        assertThat(arrows("lower").slicesWithoutRow()).containsExactly("higher");
    }

    @Test
    void arrowFromParentToChildIsFound() {
        assertThat(fixtureAsSlice().fromParentToChild()).singleElement().asString().startsWith(BASE + ".Parent -> ");
    }

    @Test
    void arrowIntoAPrivatePackageIsFoundUnlessItStaysInItsSlice() {
        var outside = new ModuleTable("dev.upswell.server", List.of("architecture"));
        var classes = new ClassFileImporter().importPackages(BASE, "dev.upswell.server.architectureuser");

        assertThat(new Arrows(classes, outside).intoPrivatePackages("app")).isEmpty();
        assertThat(new Arrows(classes, new ModuleTable(BASE, List.of("lower", "higher"))).againstTable()).isNotEmpty();
    }

    private static Arrows fixtureAsSlice() {
        return new Arrows(new ClassFileImporter().importPackages(BASE),
                new ModuleTable("dev.upswell.server.architecture", List.of("fixture")));
    }

    private static Arrows arrows(String... slices) {
        return new Arrows(new ClassFileImporter().importPackages(BASE), new ModuleTable(BASE, List.of(slices)));
    }
}
