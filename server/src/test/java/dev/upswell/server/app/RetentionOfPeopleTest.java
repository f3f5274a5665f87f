package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.comply.RetentionReport;
import dev.upswell.server.comply.RetentionSettings;
import dev.upswell.server.comply.retain.KeptRetention;
import dev.upswell.server.comply.retain.RetentionParts;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is kept of people who get recommendations, and of texts that were worded, goes in its time; what they rely on stays.
class RetentionOfPeopleTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();

    private static OffsetDateTime daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private void insert(String sql, Object... parameters) {
        database.transactions().run(tenant, db -> db.sql(sql).params(parameters).update());
    }

    private long rows(String table) {
        return database.transactions().call(tenant,
                db -> db.sql("select count(*) from " + table).query(Long.class).single());
    }

    private RetentionReport expire() {
        return KeptRetention
                .of(new RetentionParts(tenant, database, () -> NOW, RetentionSettings.USUAL, Keeping.LAKE)).run();
    }

    private UUID subject() {
        UUID id = UUID.randomUUID();
        insert("insert into profile_subject (id, handle, ground, ground_told_by, ground_told_at) values (?, 'lena', 'OWN', 'x', ?)",
                id, daysAgo(400));
        return id;
    }

    @Test
    void listsAndReactionsGoAfterHalfAYearAndWhatWasHiddenStays() {
        UUID subject = subject();
        for (int days : new int[]{181, 179}) {
            UUID request = UUID.randomUUID();
            insert("""
                insert into recommendation_request (id, subject_id, at, asked, configuration, seed, candidates, log_slate)
                values (?, ?, ?, 10, 'usual', 1, 1, '{}')""",
                    request, subject, daysAgo(days));
            insert("""
                insert into recommendation_item (request_id, place, video_id, score, terms, tags, why, probability)
                values (?, 1, '7', 0.5, '{}', '[]', 'because', 1)""", request);
            for (String kind : new String[]{"LIKED", "HIDDEN"}) {
                insert("insert into reaction (subject_id, video_id, request_id, kind, at) values (?, '7', ?, ?, ?)",
                        subject, request, kind, daysAgo(days));
            }
        }

        expire();

        assertThat(rows("recommendation_request")).isEqualTo(1);
        assertThat(rows("recommendation_item")).isEqualTo(1);
        assertThat(rows("reaction where kind = 'LIKED'")).isEqualTo(1);
        assertThat(rows("reaction where kind = 'HIDDEN'")).isEqualTo(2);
    }

    @Test
    void earlierProfilesGoAfterAYearAndTheLastOneStays() {
        UUID subject = subject();
        UUID taxonomy = UUID.randomUUID();
        insert("""
            insert into taxonomy_version (id, number, made_at, source, texts, asked_categories, space, written_by)
            values (?, 1, ?, 'captions', 1, 1, 'x', 'TEMPLATE')""", taxonomy, daysAgo(900));
        for (int days : new int[]{800, 700, 366}) {
            insert("""
                insert into profile (subject_id, made_at, as_of, taxonomy_id, posts, reposts, likes, hidden, long_taste, short_taste)
                values (?, ?, ?, ?, 0, 0, 0, 0, '{}', '{}')""",
                    subject, daysAgo(days), daysAgo(days), taxonomy);
            insert("insert into profile_tag (subject_id, made_at, tag, affinity, base, boost, reason) values (?, ?, 'x', 0.5, 0.5, 0, '')",
                    subject, daysAgo(days));
        }

        expire();

        assertThat(rows("profile")).isEqualTo(1);
        assertThat(rows("profile_tag")).isEqualTo(1);
        assertThat(rows("profile_subject")).isEqualTo(1);
    }

    @Test
    void earlierRunsOfThemesTakeTheirChangesAlong() {
        for (int days : new int[]{800, 700}) {
            UUID run = UUID.randomUUID();
            insert("insert into theme_run (id, at, version_id, captions, themes, unthemed, silhouette) values (?, ?, ?, 1, 1, 0, 0)",
                    run, daysAgo(days), UUID.randomUUID());
            insert("insert into theme_change (run_id, place, kind, from_theme) values (?, 1, 'BEGUN', 1)", run);
        }

        expire();

        assertThat(rows("theme_run")).isEqualTo(1);
        assertThat(rows("theme_change")).isEqualTo(1);
    }

    @Test
    void wordedTextsGoAfterAYearButThoseThatPeopleEdited() {
        for (String verdict : new String[]{"EDIT", "REJECT"}) {
            UUID output = UUID.randomUUID();
            insert("""
                insert into wording_output (id, purpose, language, inputs_sha256, evidence, text, written_by, steps, millis, at)
                values (?, 'narrative', 'en', repeat('0', 64), '[]', 'Views rose.', 'TEMPLATE', '[]', 1, ?)""",
                    output, daysAgo(366));
            insert("insert into wording_verdict (output_id, verdict, text, by, at) values (?, ?, ?, 'x', ?)", output,
                    verdict, verdict.equals("EDIT") ? "Views doubled." : null, daysAgo(366));
        }

        expire();

        assertThat(rows("wording_output")).isEqualTo(1);
        assertThat(rows("wording_verdict where verdict = 'EDIT'")).isEqualTo(1);
    }
}
