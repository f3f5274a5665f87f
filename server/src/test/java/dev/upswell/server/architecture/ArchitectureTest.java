package dev.upswell.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the code of both floors against the tables and fences that `ARCHITECTURE.md` promises.
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.upswell");

    enum Floor {
        ENGINE("Engine slices", "dev.upswell"), SERVER("Server slices", "dev.upswell.server");

        private final ModuleTable table;

        Floor(String heading, String basePackage) {
            table = ModuleTable.read(heading, basePackage);
        }

        Arrows arrows() {
            JavaClasses own = CLASSES.that(new com.tngtech.archunit.base.DescribedPredicate<>("on this floor") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                    return type.getPackageName().startsWith("dev.upswell.server") == (Floor.this == SERVER);
                }
            });
            return new Arrows(own, table);
        }
    }

    @ParameterizedTest
    @EnumSource
    void arrowsFollowTheTable(Floor floor) {
        assertThat(floor.table.slices()).isNotEmpty();
        assertThat(floor.arrows().againstTable()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everySliceHasARow(Floor floor) {
        assertThat(floor.arrows().slicesWithoutRow()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void subPackagesArePrivateToTheirSlice(Floor floor) {
        assertThat(floor.arrows().intoPrivatePackages("app")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void parentsDoNotKnowTheirChildren(Floor floor) {
        assertThat(floor.arrows().fromParentToChild()).isEmpty();
    }

    @Test
    void engineKnowsNeitherServerNorFrameworksNorFiles() {
        noClasses().that().resideOutsideOfPackage("dev.upswell.server..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.upswell.server..", "org.springframework..", "java.sql..", "java.nio.file..",
                        "java.net..", "tools.jackson..", "org.duckdb..")
                .check(CLASSES);
    }

    @Test
    void sqlStaysInTheStoreAndInRepositories() {
        noClasses().that().resideOutsideOfPackage("dev.upswell.server.store..").and()
                .haveNameNotMatching(".*Repository(\\$.*)?").should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.duckdb..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void clockAndEnvironmentAreReadInAppOnly() {
        noClasses().that().resideOutsideOfPackage("dev.upswell.server.app..").should().callMethod(Instant.class, "now")
                .orShould().callMethod(System.class, "getenv").orShould().callMethod(System.class, "getenv", String.class)
                .orShould().callMethod(Math.class, "random").orShould().callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }
}
