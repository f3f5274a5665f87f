package dev.upswell.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Holds the code of both floors against the tables and fences that `ARCHITECTURE.md` promises.
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.upswell");

    enum Floor {
        ENGINE("Engine slices", "dev.upswell"),
        SERVER("Server slices", "dev.upswell.server");

        private final ModuleTable table;

        Floor(String heading, String basePackage) {
            table = ModuleTable.read(heading, basePackage);
        }

        Arrows arrows() {
            JavaClasses own = CLASSES.that(new DescribedPredicate<JavaClass>("on this floor") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("dev.upswell.server") == (Floor.this == SERVER);
                }
            });
            return new Arrows(own, table);
        }
    }

    @ParameterizedTest
    @EnumSource
    void arrowsFollowTheTable(Floor floor) {
        assertThat(floor.table.slices()).isNotEmpty().doesNotHaveDuplicates();
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
        noClasses().that().resideOutsideOfPackage("dev.upswell.server..").should().dependOnClassesThat(
                JavaClass.Predicates.resideInAnyPackage("dev.upswell.server..", "org.springframework..", "java.sql..",
                        "java.nio.file..", "java.net..", "tools.jackson..", "org.duckdb..")
                        // An address is a value; opening it is not for the engine.
                        .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(URI.class))))
                .check(CLASSES);
    }

    /// A service may hold the handle of its transaction and pass it on; only repositories speak through it.
    @Test
    void sqlStaysInTheStoreAndInRepositories() {
        noClasses().that().resideOutsideOfPackages("dev.upswell.server.store..", "dev.upswell.server.postgres..").and()
                .haveNameNotMatching(".*Repository(\\$.*)?").should().dependOnClassesThat(anySql())
                .orShould().callMethodWhere(JavaCall.Predicates.target(HasOwner.Predicates.With
                        .<JavaClass>owner(JavaClass.Predicates.equivalentTo(JdbcClient.class))))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> anySql() {
        return JavaClass.Predicates
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.duckdb..", "org.postgresql..")
                .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(JdbcClient.class)));
    }

    @Test
    void whatSpeaksToLanguageModelsStaysWithTheirProviders() {
        noClasses().that().resideOutsideOfPackage("dev.upswell.server.wording.provider..").should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.langchain4j.."))
                .check(CLASSES);
    }

    @Test
    void clockAndEnvironmentAreReadInAppOnly() {
        noClasses().that().resideOutsideOfPackage("dev.upswell.server.app..").should().callMethod(Instant.class, "now")
                .orShould().callMethod(System.class, "getenv").orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould().callMethod(Math.class, "random").orShould().callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }

    /// A library that only one place may know can be exchanged in that place.
    @Test
    void theSearchLibraryStaysInTheIndex() {
        noClasses().that().resideOutsideOfPackage("dev.upswell.server.recommend.index..").should()
                .dependOnClassesThat().resideInAPackage("org.apache.lucene..").check(CLASSES);
    }

    /// Whoever is judged sees what people are shown and what they did, and has no way to the truth, nor to whoever
    /// serves lists and tells what people do with them.
    @Test
    void recommendersThatAreJudgedDoNotKnowTheTruth() {
        noClasses().that().resideInAPackage("dev.upswell.people.judge.contender..").should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.upswell.people")
                        .and(DescribedPredicate.not(HasName.Predicates.nameMatching(
                                "dev\\.upswell\\.people\\.(Life\\$(Action|Kind)|WorldVideo\\$(Shown|Counted))")))
                        .or(JavaClass.Predicates.resideInAPackage("dev.upswell.people.judge.served..")))
                .check(CLASSES);
    }
}
