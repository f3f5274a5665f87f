package dev.upswell.server.live.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.poll.Cadence;
import dev.upswell.poll.PollPlan;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Ceiling;
import dev.upswell.server.live.Collector;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.DeadLetters;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Replays.Replay;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.SourceBoard;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.SpendForecast;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList;
import dev.upswell.server.live.WatchPlans;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Made-up providers, watches and dead letters for looking at the page.
public final class SampleLive {

    private SampleLive() {
    }

    /// As of this instant.
    public static Live at(Instant now) {
        return new Live(new Board(now), new Watches(now), new Plans(now), new Rounds(), new Letters(now));
    }

    /// Replays of a day.
    public static Replays replays(Instant now) {
        return new Asked(now);
    }

    private record Asked(Instant now) implements Replays {

        private Replay replay(Replay.Wanted wanted) {
            return new Replay(new UUID(3, 3), wanted, now.minus(Duration.ofMinutes(9)), 140, 12, 24, 3, 0, null);
        }

        @Override
        public Replay ask(Replay.Wanted wanted, @Nullable Instant run) {
            return replay(wanted);
        }

        @Override
        public List<Replay> list(int limit, long offset) {
            return List.of(find(new UUID(3, 3)));
        }

        @Override
        public long count() {
            return 1;
        }

        @Override
        public Replay find(UUID id) {
            return replay(new Replay.Wanted("ensembledata", now.minus(Duration.ofDays(2)), null, true));
        }

        @Override
        public long work() {
            return 0;
        }
    }

    private record Rounds() implements Collector {

        @Override
        public RoundReport round() {
            return new RoundReport(0, 0, 0, 0, 0, List.of(), new RoundReport.Taken(0, 0, 0, 0, 0, Map.of(), 0));
        }

        @Override
        public void begin() {
            throw LiveRefused.conflict("Another round of collecting is running.", "Wait until it has ended.");
        }
    }

    private static List<SourceStatus> sources(Instant now) {
        Budget units = new Budget("units", Budget.Counts.UNITS, 5_000, new Budget.Span.Day());
        return List.of(
                new SourceStatus("ensembledata", "1f0c9d2ab7e4",
                        List.of(new SourceStatus.Use(units, SourceStatus.Because.CEILING, 4_130, units.freeAgain(now),
                                4_980.0)),
                        now.minus(Duration.ofMinutes(4)),
                        new SourceStatus.Paused("HTTP 429: Rate limit exceeded", now.plus(Duration.ofMinutes(9))),
                        3, new Ceiling(5_000L, null, new BigDecimal("120"), new BigDecimal("0.0012"), "EUR"),
                        new SourceStatus.Reused(12, 340),
                        new SpendForecast(4_130, 4_900, 5_000, 61_000, 91_400, new BigDecimal("109.68"), "EUR",
                                List.of(300L, 350L, 320L, 340L, 330L, 360L, 310L, 340L, 380L, 350L, 370L, 380L))),
                new SourceStatus("tiktok-research", null, List.of(), null, null, 0, Ceiling.NONE,
                        SourceStatus.Reused.NONE, null));
    }

    private record Board(Instant now) implements SourceBoard {

        @Override
        public List<SourceStatus> list() {
            return sources(now);
        }

        @Override
        public void limit(String source, Ceiling ceiling) {
            assertThat(source).isNotEmpty();
        }
    }

    private record Plans(Instant now) implements WatchPlans {

        @Override
        public List<SourcePlan> list() {
            List<Watch> watches = new Watches(now).list().stream().map(WatchList.Watched::watch).toList();
            return List.of(new SourcePlan("ensembledata", now.minus(Duration.ofMinutes(20)), "budget",
                    new Bound("units", 5_000, 4_100), 1_850, 1_790, 4_980, 11.4, 11.5, true,
                    List.of(planned(watches.get(0), new Cadence.Every(Duration.ofMinutes(15)), PollPlan.Why.PINNED),
                            planned(watches.get(1), new Cadence.Every(Duration.ofHours(2)), PollPlan.Why.WORTH_IT),
                            planned(watches.get(2), Cadence.PAUSED, PollPlan.Why.OUTBID))));
        }

        private Planned planned(Watch watch, Cadence cadence, PollPlan.Why why) {
            return new Planned(watch, cadence, why, now.minus(Duration.ofHours(3)), 4.2, 4.2 * cadence.visitsPerDay(),
                    cadence.visitsPerDay() == 0 ? 0 : 3.1, new Signals(1.6, 0.0012, 96, 0.12, 0.4));
        }

        @Override
        public List<SourcePlan> renew() {
            return list();
        }
    }

    private record Watches(Instant now) implements WatchList {

        @Override
        public Watch add(String source, Subject subject, Manner manner) {
            return watch(source, subject.toString(), manner.every(), manner.pages());
        }

        @Override
        public Watch change(UUID id, Manner manner) {
            return list().getFirst().watch();
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
            boolean creator = subject.startsWith("creator:");
            return new Watch(new UUID(1, subject.hashCode()), source, Subject.parse(subject),
                    creator ? Watch.Kind.COMPETITOR : Watch.Kind.TOPIC, Watch.Priority.NORMAL, every.toMinutes() == 15,
                    every, pages, now);
        }
    }

    private record Letters(Instant now) implements DeadLetters {

        private DeadLetter letter() {
            return new DeadLetter(new UUID(2, 2), "ensembledata", "keyword:slow bread for beginners", 2, "malformed",
                    "no JSON object with data", "{\"data\":{\"data\":[{\"aweme_id\":\"76", 3,
                    now.minus(Duration.ofMinutes(40)));
        }

        @Override
        public List<DeadLetter> list(DeadLetters.Filter filter, int limit, long offset) {
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
        public long count(DeadLetters.Filter filter) {
            return 1;
        }

        @Override
        public Closed replay(DeadLetters.Filter filter) {
            return new Closed(List.of(letter()), List.of(), 0);
        }

        @Override
        public Closed drop(DeadLetters.Filter filter) {
            return replay(filter);
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
