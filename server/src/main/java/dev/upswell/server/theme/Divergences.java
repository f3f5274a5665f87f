package dev.upswell.server.theme;

import dev.upswell.content.EntityKind;
import dev.upswell.embed.JointVectors;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.theme.Caption;
import dev.upswell.theme.Divergence.Subject;
import dev.upswell.theme.Diverging;
import dev.upswell.theme.Diverging.Motion;
import dev.upswell.theme.ThemeGroups;
import dev.upswell.trend.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pairs of hashtags and themes that mean nearly the same and move differently, as runs of themes found them.
///
/// What a run found stays as it is: whoever asks as of an earlier instant gets what was found then.
public final class Divergences {

    /// Captions and metrics that end farther apart are not compared.
    private static final Duration TOGETHER = Duration.ofDays(7);

    private final TenantId tenant;
    private final Database database;
    private final TrendQuery trends;
    private final DivergenceRepository rows = new DivergenceRepository();

    public Divergences(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
        this.trends = new TrendQuery(database, Expectations.NONE);
    }

    /// The last search; empty before the first.
    ///
    /// @param asOf null for the last of all
    public Optional<DivergenceRun> last(@Nullable Instant asOf) {
        return database.transactions().call(tenant, db -> rows.last(db, asOf));
    }

    /// What a run of themes has.
    ///
    /// @param names of themes by id
    record Ground(ThemeGroups groups, List<Caption> captions, JointVectors vectors, Map<Long, String> names) {
    }

    /// Looks for them in what a run of themes has read; empty where no metrics of the same week are known.
    ///
    /// @param at time of the newest caption
    Optional<DivergenceRun> searched(Ground ground, Instant at, Instant now) {
        TrendTable table = trends.trends(tenant, EntityKind.HASHTAG, null);
        Instant end = table.at();
        if (end == null || Duration.between(at, end).abs().compareTo(TOGETHER) > 0) {
            return Optional.empty();
        }
        Diverging.Search search = Diverging.of(ground.groups(), ground.captions(), ground.vectors(), motions(table),
                Themes.SETTINGS);
        return Optional.of(new DivergenceRun(UUID.randomUUID(), now, end.isAfter(at) ? end : at,
                DivergenceRun.Counts.of(search),
                search.found().stream().map(pair -> new DivergenceRun.Pair(pair, name(pair.one(), ground.names()),
                        name(pair.other(), ground.names()))).toList()));
    }

    private static Map<String, Motion> motions(TrendTable table) {
        Map<String, Motion> motions = new HashMap<>();
        table.lines().forEach(line -> line.ranked().row().value(Metric.MOMENTUM)
                .ifPresent(momentum -> motions.put(line.ranked().row().entity().value(),
                        new Motion(momentum, line.isEmerging()))));
        return motions;
    }

    private static String name(Subject subject, Map<Long, String> names) {
        return switch (subject.kind()) {
            case HASHTAG -> "#" + subject.id();
            case THEME -> names.getOrDefault(Long.valueOf(subject.id()), "theme " + subject.id());
        };
    }

    void put(JdbcClient db, DivergenceRun run) {
        rows.put(db, run);
    }
}
