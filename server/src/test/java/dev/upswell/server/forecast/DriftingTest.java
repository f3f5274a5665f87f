package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.learn.drift.DriftVerdict;
import dev.upswell.server.registry.RegisteredModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftingTest {

    private static final Instant TRAINED = Watch.START.plus(Duration.ofDays(12));

    private final Watch watch = Watch.ofDays(14);
    private final Drifting drifting = new Drifting(watch.database, Watch.SETTINGS);

    @Test
    void theReferenceIsKeptByTheTrainingAndAReportIsMadeOncePerCut() {
        RegisteredModel trees = watch.training.train(watch.tenant, TRAINED, Progress.SILENT).getLast();
        assertThat(watch.rows("select count(*) as kept from model_record where drift_reference is not null"))
                .extracting(row -> row.get("kept")).containsExactly(2L);

        StoredDrift report = drifting.check(watch.tenant).orElseThrow();

        assertThat(report.author()).isEqualTo(new StoredDrift.Author(trees.id(), "boosted-trees", true));
        assertThat(report.asOf()).isEqualTo(Watch.START.plus(Duration.ofHours(13 * 24 + 18)));
        assertThat(report.report().reference().rows()).isEqualTo(trees.record().rows());
        assertThat(drifting.check(watch.tenant)).isEmpty();
        assertThat(drifting.list(watch.tenant, 5, 0)).containsExactly(report);
        assertThat(drifting.latest(watch.tenant)).containsExactly(report);
        assertThat(drifting.count(watch.tenant)).isEqualTo(1);
    }

    @Test
    void aReferenceThatWasNotKeptIsWorkedOutAndIsTheSame() {
        watch.training.train(watch.tenant, TRAINED, Progress.SILENT);
        List<?> kept = watch.rows("select kind, md5(drift_reference) as hash from model_record where state = 'ACTIVE'");
        watch.execute("update model_record set drift_reference = null");

        drifting.check(watch.tenant);

        assertThat(watch.rows("select kind, md5(drift_reference) as hash from model_record where state = 'ACTIVE'"))
                .hasToString(kept.toString());
    }

    @Test
    void whatDriftedInTheFirstReportIsKnownFromTheStartAndTheGravestComesFirst() {
        watch.training.train(watch.tenant, TRAINED, Progress.SILENT);
        StoredDrift report = drifting.check(watch.tenant).orElseThrow();

        assertThat(report.news()).isEmpty();
        assertThat(report.always()).isEqualTo(StoredDrift.drifted(report.report()));
        List<StoredDrift.Feature> features = report.features();
        assertThat(features).hasSameSizeAs(report.report().features());
        assertThat(features).isSortedAccordingTo(Comparator.comparingInt((StoredDrift.Feature one) -> List
                .of(DriftVerdict.DRIFTED, DriftVerdict.WATCH, DriftVerdict.STABLE, DriftVerdict.UNTESTED)
                .indexOf(one.verdict())));
        StoredDrift.Document document = report.document(3);
        assertThat(document.gravest()).isEqualTo(features.subList(0, 3));
        assertThat(document.features().all()).isEqualTo(features.size());
        assertThat(document.features().news()).isZero();
        assertThat(document.confirmed()).isEqualTo(report.beyondFeatures());
    }

    @Test
    void otherTenantsSeeNoReport() {
        watch.training.train(watch.tenant, TRAINED, Progress.SILENT);
        drifting.check(watch.tenant);

        assertThat(drifting.latest(Watch.ofDays(1).tenant)).isEmpty();
    }
}
