package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileReport;
import org.junit.jupiter.api.Test;

class FrozenFeedTest {

    private final ImportBench bench = new ImportBench();

    private FileReport crawl(String date, int entities, int offset) {
        StringBuilder text = new StringBuilder(
                "hashtag_name,country,video_views,publish_count,crawl_date,crawl_time\n");
        for (int i = 0; i < entities; i++) {
            text.append("tag").append(i).append(",X,").append(1000 + i + offset).append(",7,").append(date)
                    .append(",08:00:00\n");
        }
        return bench.run(ImportBench.file(date + ".csv", text.toString()));
    }

    @Test
    void aListThatRepeatsItselfForDaysIsFrozenUntilItMoves() {
        assertThat(crawl("2025-09-01", 25, 0).notes()).noneMatch(note -> note.contains("frozen"));
        crawl("2025-09-02", 25, 0);

        assertThat(crawl("2025-09-03", 25, 0).notes()).anyMatch(note -> note.startsWith(
                "frozen feed: creative-center:hashtags-7d:x gave the same counters for all 25 entities at 3 crawl times from"
                        + " 2025-09-01T00:00:00Z to 2025-09-03T00:00:00Z"));
        assertThat(bench.one("select stale ->> 'type' from source", String.class)).isEqualTo("FROZEN_FEED");

        assertThat(crawl("2025-09-04", 25, 1).notes()).noneMatch(note -> note.contains("frozen"));
        assertThat(bench.one("select count(*) from source where stale is null", Long.class)).isEqualTo(1);
    }

    @Test
    void whatLiesAMonthBeforeTheLatestReadingIsNotJudged() {
        crawl("2025-09-01", 25, 0);
        crawl("2025-09-02", 25, 0);
        crawl("2025-09-03", 25, 0);

        assertThat(crawl("2025-09-20", 5, 3).notes()).anyMatch(note -> note.contains("frozen"));
        assertThat(crawl("2025-10-20", 5, 4).notes()).noneMatch(note -> note.contains("frozen"));
        assertThat(bench.one("select count(*) from source where stale is null", Long.class)).isEqualTo(1);
    }

    @Test
    void aShortListMayStandStill() {
        crawl("2025-09-01", 10, 0);
        crawl("2025-09-02", 10, 0);

        assertThat(crawl("2025-09-03", 10, 0).notes()).noneMatch(note -> note.contains("frozen"));
    }
}
