package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.LogisticRegression;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Whether the leak guard stands in every way from rows to a model.
///
/// [RawModels] and the search for settings ask the guard when they are made, and a planted outcome column is refused there
/// ([RawModelsTest], `SurgeTuningTest`); the fit of videos' reach takes the columns of its own set only, which `StageFitTest`
/// shows. So what remains to be shown is that nothing else in the product hands rows to a trainer, and that each training makes
/// one.
class GuardedTrainingTest {

    private static final Set<String> PRODUCT = callers(new ImportOption.DoNotIncludeTests());

    @Test
    void onlyTheGuardedClassHandsRowsToATrainer() {
        assertThat(PRODUCT).containsExactly("dev.upswell.forecast.RawModels",
                "dev.upswell.forecast.reach.StageFit", "dev.upswell.tune.SurgeTuning");
    }

    @Test
    void aClassThatGoesPastTheGuardIsFound() {
        assertThat(callers(new ImportOption.OnlyIncludeTests())).contains(PastTheGuard.class.getName());
    }

    @Test
    void trainingAndBacktestPassTheGuard() {
        var makers = new TreeSet<String>();
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.upswell")
                .get(RawModels.class).getConstructorCallsToSelf().forEach(call -> makers.add(call.getOriginOwner()
                        .getSimpleName()));

        assertThat(makers).containsExactly("BacktestRun", "SurgeTrainer");
    }

    /// The classes outside `learn` that call a trainer: a method of `learn` that makes something to score with, or a fit,
    /// out of a [Dataset].
    private static Set<String> callers(ImportOption which) {
        Set<String> callers = new TreeSet<>();
        new ClassFileImporter().withImportOption(which).importPackages("dev.upswell").stream()
                .filter(one -> !one.getPackageName().equals(Dataset.class.getPackageName()))
                .flatMap(one -> one.getCodeUnitAccessesFromSelf().stream()).filter(GuardedTrainingTest::trains)
                .forEach(call -> callers.add(call.getOriginOwner().getName()));
        return callers;
    }

    private static boolean trains(JavaCodeUnitAccess<?> call) {
        boolean takesRows = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals(Dataset.class.getName()));
        String owner = call.getTargetOwner().getPackageName();
        String made = call.getTarget().getRawReturnType().getPackageName();
        return takesRows && owner.equals(Dataset.class.getPackageName()) && made.equals(owner);
    }

    /// What must never stand in the product.
    static final class PastTheGuard {

        static LogisticRegression train(Dataset rows) {
            return LogisticRegression.train(rows, new LogisticRegression.Settings(1, 1));
        }
    }
}
