package dev.upswell.server.trend.page.stored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.server.event.EventLog;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.page.Mark;
import dev.upswell.server.trend.page.SampleTrendPages;
import dev.upswell.server.trend.page.html.TrendPagesConfiguration;
import dev.upswell.server.web.LocalSite;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventMarksTest {

    private static final Instant NOW = SampleTrendPages.NOW;
    private static final EntityId TAG = EntityId.hashtag("glasshair");

    private final TenantId tenant = TestDatabase.newTenant();
    private final EventMarks marks = new EventMarks(new EventLog(tenant, TestDatabase.shared()));

    private void happened(EventType type, Map<String, ?> facts) {
        TestDatabase.shared().transactions().run(tenant, db -> new EventLogRepository("trend").write(db, type, facts));
    }

    private List<Mark> lastWeek() {
        return marks.of(TAG, NOW.minus(Duration.ofDays(7)), NOW);
    }

    @Test
    void marksStandWhereTheWorldWasKnownTheEarliestFirst() {
        happened(EventType.DRIFT_ALERT,
                Map.of("asOf", NOW.minus(Duration.ofDays(1)).toString(), "task", "hashtag/24h"));
        happened(EventType.MODEL_PROMOTED,
                Map.of("asOf", NOW.minus(Duration.ofDays(3)).toString(), "task", "hashtag/24h"));

        assertThat(lastWeek()).containsExactly(
                new Mark(NOW.minus(Duration.ofDays(3)), "MODEL_PROMOTED", "hashtag/24h"),
                new Mark(NOW.minus(Duration.ofDays(1)), "DRIFT_ALERT", "hashtag/24h"));
    }

    @Test
    void whatConcernsOtherKindsOrLiesOutsideOrSaysNothingIsNotMarked() {
        happened(EventType.MODEL_PROMOTED,
                Map.of("asOf", NOW.minus(Duration.ofDays(3)).toString(), "task", "sound/24h"));
        happened(EventType.MODEL_PROMOTED,
                Map.of("asOf", NOW.minus(Duration.ofDays(9)).toString(), "task", "hashtag/24h"));
        happened(EventType.PREDICT_DONE, Map.of("asOf", NOW.minus(Duration.ofDays(1)).toString()));
        happened(EventType.SOURCE_FROZEN, Map.of("source", "apify"));

        assertThat(lastWeek()).as("the last one happened just now, which is long after").isEmpty();
    }

    @Test
    void onlyTheLastMarksThatAChartCanShowAreGiven() {
        for (int hour = 1; hour <= 15; hour++) {
            happened(EventType.SOURCE_FROZEN,
                    Map.of("asOf", NOW.minus(Duration.ofHours(hour)).toString(), "source", "s" + hour));
        }

        assertThat(lastWeek()).hasSize(12).last().extracting(Mark::about).isEqualTo("s1");
    }

    @Test
    void thePageListsWhatTheChartMarks() {
        happened(EventType.MODEL_PROMOTED,
                Map.of("asOf", NOW.minus(Duration.ofDays(3)).toString(), "task", "hashtag/24h"));
        try (LocalSite site = LocalSite.of(List.of(TrendPagesConfiguration.class), InstantSource.fixed(NOW),
                new SampleTrendPages(), marks)) {
            String page = site.client().page("/entities/hashtag/glasshair").body();

            assertThat(page).contains("Marked in the chart", "promoted", "hashtag/24h",
                    "&quot;marks&quot;:[{&quot;at&quot;:" + NOW.minus(Duration.ofDays(3)).toEpochMilli()
                            + ",&quot;number&quot;:&quot;1&quot;}]");
        }
    }
}
