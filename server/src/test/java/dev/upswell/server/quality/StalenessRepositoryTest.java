package dev.upswell.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.server.quality.StalenessRepository.Watched;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StalenessRepositoryTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final UUID watch = UUID.randomUUID();

    @BeforeEach
    void watchEachHour() {
        insert("insert into watch (id, source, feed, target, every_minutes, pages, added_at) values (?, 's', 'hashtag', 'a', 60, 3, ?)",
                watch, at(Duration.ofDays(9)));
    }

    private void insert(String sql, Object... parameters) {
        database.transactions().run(tenant, db -> db.sql(sql).params(parameters).update());
    }

    private static Object at(Duration before) {
        return NOW.minus(before).atOffset(ZoneOffset.UTC);
    }

    private void asked(String subject, String outcome, Duration before) {
        insert("""
            insert into source_request (source, key_print, sweep_id, subject, page, worst_cost, outcome, asked_at, answered_at)
            values ('s', 'x', gen_random_uuid(), ?, 1, 1, ?, ?, ?)""",
                subject, outcome, at(before), at(before));
    }

    private void visited(int pages, Duration before) {
        insert("insert into sweep (watch_id, slot, state, pages, begun_at, ended_at) values (?, ?, 'DONE', ?, ?, ?)",
                watch, at(before), pages, at(before), at(before));
    }

    private void planned(int minutes) {
        insert("""
            insert into watch_plan (watch_id, planned_at, every_minutes, why, since, units_per_visit, units_per_day, bits, weight,
            volatility, steps) values (?, ?, ?, 'WORTH_IT', ?, 1, 1, 1, 1, 1, 0)""",
                watch, at(Duration.ZERO),
                minutes, at(Duration.ZERO));
    }

    private Watched watched() {
        return new StalenessRepository(tenant, database, CLOCK).watched().getFirst();
    }

    @Test
    void whereTheRuleWarnsNeverNothingIsStale() {
        asked("hashtag:a", "page", Duration.ofDays(8));
        assertThat(watched().stale()).isTrue();

        new QualityRepository(tenant, database, CLOCK).set(new GateLimit(GateRule.FRESHNESS, null, null, 1));

        assertThat(watched()).extracting(Watched::allowed, Watched::stale).containsExactly(null, false);
    }

    @Test
    void aSubjectMayBeAsOldAsItsIntervalAndTheLimit() {
        asked("hashtag:a", "page", Duration.ofMinutes(90));
        assertThat(watched()).extracting(Watched::allowed, Watched::stale)
                .containsExactly(Duration.ofHours(1).plus(LIMIT), false);

        insert("update source_request set answered_at = ?", at(Duration.ofMinutes(91)));
        asked("hashtag:a", "unreached", Duration.ofMinutes(5));
        asked("hashtag:ab", "page", Duration.ofMinutes(5));

        assertThat(watched().stale()).isTrue();
    }

    @Test
    void thePlanInForceSaysHowOldItMayBe() {
        asked("hashtag:a", "page", Duration.ofHours(20));
        assertThat(watched().stale()).isTrue();

        planned(24 * 60);

        assertThat(watched()).extracting(Watched::allowed, Watched::stale)
                .containsExactly(Duration.ofDays(1).plus(LIMIT), false);
    }

    @Test
    void aVisitThatAnotherRequestOrAKeptAnswerMadeCounts() {
        asked("hashtag:b hashtag:a", "page", Duration.ofMinutes(10));
        visited(0, Duration.ofMinutes(5));
        assertThat(watched()).extracting(Watched::lastPage, Watched::stale).containsExactly(null, true);

        visited(1, Duration.ofMinutes(10));

        assertThat(watched()).extracting(Watched::lastPage, Watched::stale)
                .containsExactly(NOW.minus(Duration.ofMinutes(10)), false);
    }

    @Test
    void aLimitBeyondAllTimesLetsNothingBeStale() {
        new QualityRepository(tenant, database, CLOCK).set(new GateLimit(GateRule.FRESHNESS, 1e300, null, 1));

        assertThat(watched().stale()).isFalse();
    }
}
