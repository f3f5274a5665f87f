package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.tuning.KeptTuning;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.server.tuning.Tuning;
import dev.upswell.server.tuning.TuningRefused;
import dev.upswell.tune.Budget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TunedTrainingTest {

    private static final Instant END = Watch.START.plus(Duration.ofDays(16));
    private static final Instant LAST = Watch.START.plus(Duration.ofDays(36));
    private static final Tuning.Limits THREE_TRIALS = new Tuning.Limits(Budget.ofTrials(3), Budget.ofTrials(0), 5);

    private final Watch watch = Watch.ofDays(36);
    private final Tuning tuning = new Tuning(watch.database, Watch.SETTINGS.learning(watch.database));

    @Test
    void aSearchIsKeptWithItsCandidatesAndAnEvent() {
        StoredTuning found = tuning.run(watch.tenant, THREE_TRIALS, drawn -> {
        });

        assertThat(found.task()).isEqualTo(Watch.SETTINGS.task());
        assertThat(found.asOf()).isEqualTo(Watch.START.plus(Duration.ofHours(36 * 24 - 3)));
        assertThat(found.candidates()).isEqualTo(3);
        assertThat(found.codeVersion()).isEqualTo("test-version");
        assertThat(watch.eventTypes()).containsExactly("TUNING_DONE");
        assertThat(watch.rows("select adopted, horizon_hours from tuning")).hasSize(1);
    }

    @Test
    void sameReadingsSeedAndTrialsFindTheSame() {
        StoredTuning one = tuning.run(watch.tenant, LAST, THREE_TRIALS, drawn -> {
        });
        StoredTuning other = tuning.run(watch.tenant, LAST, THREE_TRIALS, drawn -> {
        });

        assertThat(other.report()).isEqualTo(one.report());
    }

    @Test
    void trainingUsesWhatASearchFoundThatKnewNothingLater() {
        StoredTuning found = KeptTuning.put(watch.database, watch.tenant, END.minus(Duration.ofDays(1)), 0.01);

        RegisteredModel before = watch.training.train(watch.tenant, END.minus(Duration.ofDays(2)), Progress.SILENT)
                .getLast();
        RegisteredModel after = watch.training.train(watch.tenant, END, Progress.SILENT).getLast();

        assertThat(before.record().settings()).containsEntry("trees", Watch.SETTINGS.training().trees().toString());
        assertThat(before.notes()).noneMatch(note -> note.contains("search"));
        assertThat(after.record().settings()).containsEntry("trees", KeptTuning.FOUND.toString());
        assertThat(after.notes()).anyMatch(note -> note.startsWith("Settings found by search " + found.shortId()));
    }

    @Test
    void theSettingThatIgnoresSearchesKeepsTheUsualOnes() {
        KeptTuning.put(watch.database, watch.tenant, END, 0.01);
        Training ignoring = new Training(watch.database, Watch.SETTINGS.tuned(false), event -> {
        });

        assertThat(ignoring.train(watch.tenant, END, Progress.SILENT).getLast().record().settings())
                .containsEntry("trees", Watch.SETTINGS.training().trees().toString());
    }

    @Test
    void twoSearchesAtOnceAreRefused() {
        try (TenantLocks.Held held = watch.database.locks().tryAcquire(watch.tenant, "forecast-tuning").orElseThrow()) {
            assertThatExceptionOfType(TuningRefused.class).isThrownBy(() -> tuning.run(watch.tenant, THREE_TRIALS,
                    drawn -> {
                    })).withMessageStartingWith("Another search for settings is running.");
        }
    }

    @Test
    void tooShortAHistoryIsRefusedWithAdvice() {
        assertThatExceptionOfType(TuningRefused.class)
                .isThrownBy(() -> tuning.run(watch.tenant, Watch.START.plus(Duration.ofDays(2)), THREE_TRIALS,
                        drawn -> {
                        }))
                .withMessageContaining("too few surges of hashtag/24h").withMessageContaining("usual settings");
    }
}
