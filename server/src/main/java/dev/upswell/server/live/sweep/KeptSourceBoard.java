package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.SourceBoard;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList.Watched;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the providers stand, by what the database tells of their keys.
final class KeptSourceBoard implements SourceBoard {

    private final LiveParts parts;
    private final SpendRepository spending = new SpendRepository();
    private final WatchRepository watches = new WatchRepository();

    KeptSourceBoard(LiveParts parts) {
        this.parts = parts;
    }

    @Override
    public List<SourceStatus> list() {
        Instant now = parts.now();
        return parts.call(db -> {
            List<Watch> all = watches.list(db).stream().map(Watched::watch).toList();
            return parts.known().stream().map(name -> status(db, name, all, now)).toList();
        });
    }

    private SourceStatus status(JdbcClient db, String name, List<Watch> all, Instant now) {
        List<Watch> own = all.stream().filter(watch -> watch.source().equals(name)).toList();
        double pages = own.stream().mapToDouble(Watch::pagesPerDay).sum();
        Optional<Source> source = parts.sources().stream().filter(one -> one.name().equals(name)).findFirst();
        if (source.isEmpty()) {
            return new SourceStatus(name, null, List.of(), null, null, pages, own.size());
        }
        Optional<SpendRepository.Key> key = spending.key(db, source.get(), now);
        List<SourceStatus.Use> uses = source.get().budgets().stream()
                .map(budget -> new SourceStatus.Use(budget, spending.used(db, source.get(), budget, now),
                        budget.freeAgain(now), budget.span() instanceof Budget.Span.Day ? pages : null))
                .toList();
        return new SourceStatus(name, source.get().keyPrint(), uses,
                key.map(SpendRepository.Key::lastPageAt).orElse(null),
                key.map(SpendRepository.Key::pause).orElse(null), pages, own.size());
    }
}
