package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Collector;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.Source;
import dev.upswell.server.registry.EventLogRepository;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantLocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A round over all due sweeps, one page after the other.
///
/// What was kept is stored whenever 20 answers or 16 million characters wait, so a slow store slows the asking down.
final class RoundCollector implements Collector {

    private static final int MOST_WAITING = 20;
    private static final long MOST_CHARACTERS = 16L << 20;

    private final LiveParts parts;

    RoundCollector(LiveParts parts) {
        this.parts = parts;
    }

    @Override
    public RoundReport round() {
        try (TenantLocks.Held _ = parts.database().locks().tryAcquire(parts.tenant(), "collect live")
                .orElseThrow(() -> LiveRefused.conflict("Another round of collecting is running.",
                        "Wait until it has ended; it does what is due."))) {
            return new Round(parts).run();
        }
    }

    /// One round at work.
    private static final class Round {

        private final LiveParts parts;
        private final Map<String, Source> sources;
        private final SweepRepository sweeps = new SweepRepository();
        private final Storing storing;
        private final Visit visit;
        private final List<RoundReport.Left> left = new ArrayList<>();
        /// Sources where nobody was there in this round, and what was said.
        private final Map<String, String> unreached = new HashMap<>();
        private int waiting;
        private long waitingCharacters;
        private long pages;
        private long done;
        private long broken;

        Round(LiveParts parts) {
            this.parts = parts;
            sources = parts.sources().stream().collect(Collectors.toMap(Source::name, Function.identity()));
            storing = new Storing(parts);
            visit = new Visit(parts);
        }

        RoundReport run() {
            storing.all();
            Set<String> names = sources.keySet();
            parts.call(db -> sweeps.openDue(db, names, parts.now()));
            for (Sweep sweep : parts.call(db -> sweeps.open(db, names))) {
                Source source = sources.get(sweep.watch().source());
                String why = unreached.get(sweep.watch().source());
                if (why != null) {
                    leave(sweep, why);
                } else if (source != null) {
                    goOn(sweep, source);
                }
            }
            storing.all();
            RoundReport report = new RoundReport(visit.requests(), pages, done, broken, left, storing.taken());
            if (report.requests() > 0 || report.taken().answers() > 0) {
                parts.run(db -> parts.events().write(db, EventLogRepository.INGEST_DONE,
                        Map.of("requests", report.requests(), "pages", pages, "items", report.taken().items(),
                                "stored", report.taken().stored(), "observations", report.taken().observations(),
                                "broken", broken, "left", left.size())));
            }
            return report;
        }

        private void goOn(Sweep from, Source source) {
            Sweep sweep = from;
            while (sweep != null) {
                switch (page(sweep, source)) {
                    case Visit.End.Kept kept -> {
                        pages++;
                        done += kept.sweep() == null ? 1 : 0;
                        storeWhenFull(kept.characters());
                        sweep = kept.sweep();
                    }
                    case Visit.End.Done() -> {
                        done++;
                        sweep = null;
                    }
                    case Visit.End.Dead() -> {
                        broken++;
                        sweep = null;
                    }
                    case Visit.End.Left(String why) -> {
                        leave(sweep, why);
                        sweep = null;
                    }
                    case Visit.End.Unreached(String why) -> {
                        unreached.put(source.name(), why);
                        leave(sweep, why);
                        sweep = null;
                    }
                }
            }
        }

        private void leave(Sweep sweep, String why) {
            left.add(new RoundReport.Left(sweep.watch().source(), sweep.watch().subject().toString(), why));
        }

        /// A fault of one sweep ends that sweep alone; where the database itself is away, burying it fails too and ends the round.
        private Visit.End page(Sweep sweep, Source source) {
            try {
                return visit.page(sweep, source);
            } catch (StoreException e) {
                throw e;
            } catch (RuntimeException e) {
                return visit.fault(sweep, e);
            }
        }

        private void storeWhenFull(int characters) {
            waiting++;
            waitingCharacters += characters;
            if (waiting >= MOST_WAITING || waitingCharacters >= MOST_CHARACTERS) {
                storing.all();
                waiting = 0;
                waitingCharacters = 0;
            }
        }
    }
}
