package dev.upswell.server.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.document.Document;
import dev.upswell.server.app.DataFolderOpener;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.overview.RegularReports.Made;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularReportsTest {

    /// A Tuesday, at the hour of the job.
    private static final Instant NOW = Instant.parse("2025-11-18T06:00:00Z");

    private final Workplace workplace = new DataFolderOpener(TestDatabase.sharedFolder(),
            Map.of("UPSWELL_TENANT", TestDatabase.newTenantName()), () -> NOW).open(new GlobalOptions());
    private final RegularReports regular = workplace.regularReports();

    @AfterEach
    void close() {
        workplace.close();
    }

    private void video(String id, Instant postedAt) {
        TestDatabase.shared().transactions()
                .run(workplace.tenant(), db -> db
                        .sql("""
                            insert into video_score (video_id, mark, as_of, posted_at, parts, fyp, literal, status, coverage, event, alarm)
                            values (?, '24h', ?, ?, '{"v15": [9, 90]}', 80, 80, 'strong', 0.2, true, false)""")
                        .params(id, RowTime.utc(postedAt.plus(Duration.ofDays(1))), RowTime.utc(postedAt)).update());
    }

    private long told() {
        return TestDatabase.shared().transactions().call(workplace.tenant(),
                db -> new EventLogRepository("test").count(db, EventFilter.ALL.of(List.of(EventType.REPORT_DONE))));
    }

    @ParameterizedTest
    @CsvSource({"DAILY,2025-11-18T06:00:00Z,2025-11-16", "WEEKLY,2025-11-18T06:00:00Z,2025-11-16",
            "WEEKLY,2025-11-17T06:00:00Z,2025-11-09", "MONTHLY,2025-11-02T06:00:00Z,2025-10-31",
            "MONTHLY,2025-11-01T06:00:00Z,2025-09-30", "MONTHLY,2025-12-15T06:00:00Z,2025-11-30"})
    void aSpanIsToldWhenItsLastVideosAreADayOld(Period period, Instant now, LocalDate last) {
        assertThat(period.lastDay(now)).isEqualTo(last);
    }

    @Test
    void aReportIsMadeOnceAndNobodyIsToldWhereNoChannelAsks() {
        video("v1", Instant.parse("2025-11-12T10:00:00Z"));

        Made first = regular.make(Period.WEEKLY);
        Made second = regular.make(Period.WEEKLY);

        assertThat(first.isNew()).isTrue();
        assertThat(first.issue().told()).isZero();
        assertThat(first.note()).isEqualTo("No channel asks for it, so nobody is told.");
        assertThat(second.isNew()).isFalse();
        assertThat(second.issue()).isEqualTo(first.issue());
        assertThat(workplace.reporting().reports().list(10, 0).items()).extracting(KeptReport::kind)
                .containsExactly("weekly");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whereNothingWasPostedNothingIsMadeAndTheReasonIsSaid() {
        video("before", Instant.parse("2025-11-01T10:00:00Z"));

        Made made = regular.make(Period.WEEKLY);

        assertThat(made.issue()).isNull();
        assertThat(made.note()).startsWith("No video that was posted then is known");
        assertThat(regular.isDue()).isTrue();
        assertThat(told()).isZero();
    }

    @Test
    void whoeverWasKilledAfterTheDocumentFindsItAgain() {
        video("v1", Instant.parse("2025-11-12T10:00:00Z"));
        KeptReport left = workplace.reporting().reports()
                .keep("weekly", List.of(new Document("Left", "", Locale.ENGLISH, 2, List.of())), "weekly 2025-11-16",
                        "upswell")
                .getFirst();

        Made made = regular.make(Period.WEEKLY);

        assertThat(made.issue().report()).isEqualTo(left.id());
        assertThat(workplace.reporting().reports().list(10, 0).total()).isEqualTo(1);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void aChannelIsToldOnceItAsks() {
        workplace.operating().channels().add("team", "https://hooks.example.com/a", "ada");
        assertThat(regular.channels()).noneMatch(RegularReports::isTold);

        regular.tell("team", true, "ada");
        video("v1", Instant.parse("2025-11-16T10:00:00Z"));
        Made made = regular.make(Period.DAILY);

        assertThat(made.note()).isNull();
        assertThat(made.issue().told()).isEqualTo(1);
        assertThat(outgoing("team")).isEqualTo(1);
    }

    /// How many reports a channel is to be told of.
    private int outgoing(String channel) {
        Integer events = TestDatabase.shared().transactions().call(workplace.tenant(), db -> db.sql("""
            select count(*) from notice_outgoing join event_log on event_log.id = event_id
            where channel = ? and type = 'REPORT_DONE'""").param(channel).query(Integer.class).single());
        return events;
    }

    @Test
    void theMailIsOneFileWithoutAnythingThatRunsOrIsFetched() {
        video("v1", Instant.parse("2025-11-12T10:00:00Z"));

        String mail = regular.mail(regular.make(Period.WEEKLY).issue().report().toString());

        assertThat(mail).contains("Weekly report", "FYP rate", "Confidential").doesNotContain("<script", "<style",
                "<link", "<img", "src=", "class=", "url(");
    }
}
