package dev.upswell.server.weakness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityKind;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.weakness.TraitRepository.At;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraitRepositoryTest {

    private static final Instant CUT = Instant.parse("2025-06-03T13:00:00Z");
    private static final Instant LATER = CUT.plus(Duration.ofHours(12));

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final TraitRepository traits = new TraitRepository(tenant, database);

    /// That a hashtag grew by so much in the 24 hours before, as it was computed at this turn.
    private void metric(String entity, Instant end, double growth, int turn) {
        Map<String, String> given = Map.of("kind", "'hashtag'", "entity_id", "'" + entity + "'", "window_length",
                "'24h'", "window_end", "'" + end.toString().replace("Z", "") + "'", "log_view_growth_24h",
                Double.toString(growth), "is_new", "false", "computed_seq", Integer.toString(turn), "withdrawn",
                "false");
        try (LakeSession lake = database.lake().open(tenant)) {
            String row = MetricDataset.METRIC.columns().stream()
                    .map(column -> "CAST(" + given.getOrDefault(column.name(), "NULL") + " AS " + column.type()
                            + ") AS " + column.quoted())
                    .collect(Collectors.joining(", ", "SELECT ", ""));
            lake.stage(MetricDataset.METRIC, row).ifPresent(
                    file -> database.transactions().run(tenant, db -> database.manifest().publish(db, file)));
        }
    }

    @Test
    void onlyTheMovementsThatAreAskedForAreRead() {
        metric("bread", CUT, 0.1, 1);
        metric("bread", CUT, 0.2, 2);
        metric("bread", LATER, 0.3, 1);
        metric("chess", CUT, 0.4, 1);
        metric("chess", LATER, 0.5, 1);
        metric("yoga", CUT, 0.6, 1);

        assertThat(traits.movements(EntityKind.HASHTAG,
                List.of(new At("bread", CUT), new At("chess", LATER), new At("nobody", CUT)))).isEqualTo(
                        Map.of(new At("bread", CUT), new Traits.Movement(0.2, false), new At("chess", LATER),
                                new Traits.Movement(0.5, false)));
        assertThat(traits.movements(EntityKind.SOUND, List.of(new At("bread", CUT)))).isEmpty();
        assertThat(traits.movements(EntityKind.HASHTAG, List.of())).isEmpty();
    }
}
