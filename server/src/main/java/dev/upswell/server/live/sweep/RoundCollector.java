package dev.upswell.server.live.sweep;

import dev.upswell.server.event.EventType;
import dev.upswell.server.live.Collector;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.RoundReport.Left;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.plan.Planning;
import dev.upswell.server.live.plan.Reserve;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A round over all due sweeps: each source on a thread of its own, one page after the other.
final class RoundCollector implements Collector {

    private static final Logger LOG = LoggerFactory.getLogger(RoundCollector.class);

    private final LiveParts parts;
    private final Planning plans;
    private final SweepRepository sweeps = new SweepRepository();
    private final GroupRepository groups = new GroupRepository();

    RoundCollector(LiveParts parts, Planning plans) {
        this.parts = parts;
        this.plans = plans;
    }

    @Override
    public RoundReport round() {
        try (TenantLocks.Held _ = turn()) {
            return collect();
        }
    }

    private TenantLocks.Held turn() {
        return parts.database().locks().tryAcquire(parts.tenant(), "collect live")
                .orElseThrow(() -> LiveRefused.conflict("Another round of collecting is running.",
                        "Wait until it has ended; it does what is due."));
    }

    @Override
    public void begin() {
        TenantLocks.Held turn = turn();
        Thread.ofVirtual().name("a round that was asked for").start(() -> {
            try (turn) {
                collect();
            } catch (RuntimeException e) {
                LOG.error("a round that was asked for failed", e);
            }
        });
    }

    private RoundReport collect() {
        Instant begun = parts.now();
        Backlog backlog = new Backlog(new Storing(parts));
        backlog.storeAll();
        plans.renewWhereDue();
        List<Left> waiting = new ArrayList<>();
        List<Turn> turns = turns(backlog, waiting);
        List<Turn.Done> done = turns.size() == 1 ? List.of(turns.getFirst().call()) : together(turns, backlog);
        backlog.storeAll();
        RoundReport report = report(done, waiting, backlog.taken());
        if (report.requests() > 0 || report.reused() > 0 || report.taken().answers() > 0) {
            parts.run(db -> parts.events().write(db, EventType.INGEST_DONE,
                    Map.of("requests", report.requests(), "pages", report.pages(), "reused", report.reused(), "items",
                            report.taken().items(),
                            "stored", report.taken().stored(), "observations", report.taken().observations(),
                            "broken", report.broken(), "left", report.left().size()),
                    Duration.between(begun, parts.now())));
        }
        return report;
    }

    private List<Turn> turns(Backlog backlog, List<Left> waiting) {
        Set<String> names = parts.sources().stream().map(Source::name).collect(Collectors.toSet());
        parts.call(db -> sweeps.openDue(db, names, parts.now()));
        parts.sources().forEach(this::group);
        Map<String, List<Sweep>> open = parts.call(db -> sweeps.open(db, names)).stream()
                .collect(Collectors.groupingBy(sweep -> sweep.watch().source()));
        List<Turn> turns = new ArrayList<>();
        for (Source source : parts.sources()) {
            List<Sweep> own = paid(source, open.getOrDefault(source.name(), List.of()), waiting);
            if (!own.isEmpty()) {
                Visit visit = new Visit(parts, source, new SplittableRandom(parts.chance().nextLong()));
                turns.add(new Turn(source, own, visit, backlog, parts.clock()));
            }
        }
        return turns;
    }

    /// Puts what a provider takes together into one question each.
    private void group(Source source) {
        for (Feed feed : source.feeds()) {
            int most = source.mostTogether(feed);
            if (most > 1) {
                parts.run(db -> groups.form(db, source.name(), feed, most));
            }
        }
    }

    /// Those that are begun, and those of which the plan leaves enough of the budget; the others wait.
    private List<Sweep> paid(Source source, List<Sweep> open, List<Left> waiting) {
        if (open.isEmpty()) {
            return open;
        }
        Reserve reserve = parts.call(db -> Reserve.of(db, source, parts.now()));
        List<Sweep> paid = new ArrayList<>();
        for (Sweep sweep : open) {
            if (sweep.isBegun() || reserve.take(sweep.watch(), sweep.visits())) {
                paid.add(sweep);
            } else {
                waiting.add(new Left(source.name(), sweep.about(), reserve.why()));
            }
        }
        return paid;
    }

    private static RoundReport report(List<Turn.Done> done, List<Left> waiting, RoundReport.Taken taken) {
        return new RoundReport(done.stream().mapToLong(Turn.Done::requests).sum(),
                done.stream().mapToLong(Turn.Done::pages).sum(), done.stream().mapToLong(Turn.Done::reused).sum(),
                done.stream().mapToLong(Turn.Done::ended).sum(),
                done.stream().mapToLong(Turn.Done::broken).sum(),
                Stream.concat(done.stream().flatMap(one -> one.left().stream()), waiting.stream()).toList(), taken);
    }

    /// Lets all sources take their turn at once. When one fails the others end after the page under way, and the first failure
    /// passes on; when this thread is interrupted so are they.
    private static List<Turn.Done> together(List<Turn> turns, Backlog backlog) {
        List<Turn.Done> done = new ArrayList<>();
        Throwable failure = null;
        boolean interrupted = false;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Turn.Done>> coming = turns.stream().map(threads::submit).toList();
            for (Future<Turn.Done> one : coming) {
                while (true) {
                    try {
                        done.add(one.get());
                        break;
                    } catch (ExecutionException e) {
                        backlog.stop();
                        failure = failure == null ? e.getCause() : failure;
                        break;
                    } catch (InterruptedException e) {
                        interrupted = true;
                        threads.shutdownNow();
                    }
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return switch (failure) {
            case null -> done;
            case RuntimeException fault -> throw fault;
            case Error error -> throw error;
            default -> throw new IllegalStateException("a turn (" + failure
                    + ") must fail with nothing checked\nMaybe a source threw around the compiler.", failure);
        };
    }
}
