package dev.upswell.server.live.page;

import dev.upswell.server.live.Budget;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.DeadLetters;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Made-up providers, watches and dead letters for looking at the page.
public final class SampleLive {

    private SampleLive() {
    }

    /// As of this instant.
    public static Live at(Instant now) {
        return new Live(() -> sources(now), new Watches(now), () -> new RoundReport(0, 0, 0, 0, List.of(),
                new RoundReport.Taken(0, 0, 0, 0, 0, Map.of(), 0)), new Letters(now));
    }

    private static List<SourceStatus> sources(Instant now) {
        Budget units = new Budget("units", Budget.Counts.UNITS, 5_000, new Budget.Span.Day());
        return List.of(
                new SourceStatus("ensembledata", "1f0c9d2ab7e4",
                        List.of(new SourceStatus.Use(units, 4_130, units.freeAgain(now), 6_200.0)),
                        now.minus(Duration.ofMinutes(4)),
                        new SourceStatus.Paused("HTTP 429: Rate limit exceeded", now.plus(Duration.ofMinutes(9))),
                        6_200, 3),
                new SourceStatus("tiktok-research", null, List.of(), null, null, 0, 0));
    }

    private record Watches(Instant now) implements WatchList {

        @Override
        public Watch add(String source, Subject subject, Duration every, int pages) {
            return watch(source, subject.toString(), every, pages);
        }

        @Override
        public Watch remove(UUID id) {
            return list().getFirst().watch();
        }

        @Override
        public List<Watched> list() {
            return List.of(
                    new Watched(watch("ensembledata", "hashtag:glasshair", Duration.ofMinutes(15), 10),
                            new LastSweep(now, "OPEN", 4, null)),
                    new Watched(watch("ensembledata", "keyword:slow bread for beginners", Duration.ofHours(1), 3),
                            new LastSweep(now, "BROKEN", 1, "no answer within 60.0 s")),
                    new Watched(watch("ensembledata", "creator:some.one", Duration.ofDays(1), 1), null));
        }

        private Watch watch(String source, String subject, Duration every, int pages) {
            return new Watch(new UUID(1, subject.hashCode()), source, Subject.parse(subject), every, pages, now);
        }
    }

    private record Letters(Instant now) implements DeadLetters {

        private DeadLetter letter() {
            return new DeadLetter(new UUID(2, 2), "ensembledata", "keyword:slow bread for beginners", 2, "malformed",
                    "no JSON object with data", "{\"data\":{\"data\":[{\"aweme_id\":\"76", 3,
                    now.minus(Duration.ofMinutes(40)));
        }

        @Override
        public List<DeadLetter> list(int limit, long offset) {
            return List.of(letter());
        }

        @Override
        public List<DeadLetter> beginningWith(String start, int limit) {
            return List.of(letter());
        }

        @Override
        public DeadLetter find(UUID id) {
            return letter();
        }

        @Override
        public long count() {
            return 1;
        }

        @Override
        public DeadLetter replay(UUID id) {
            return letter();
        }

        @Override
        public DeadLetter drop(UUID id) {
            return letter();
        }
    }
}
