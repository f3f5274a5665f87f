package dev.upswell.server.creative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.pattern.SearchSettings;
import dev.upswell.pattern.select.Widening;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Searches that earlier versions kept, of which newer settings are not told.
class SearchesOfBeforeTest {

    @Test
    void theyWereMadeWithOneDealAndCanStillBeRead() throws IOException {
        PostedVideos posted = PostedVideos.of(24, 0);
        String id;
        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            id = begun.run(2, PatternRuns.Progress.SILENT).id().toString();
        }
        String migration = migration("V60__deals_of_searches.sql");

        int migrated = TestDatabase.asOwner(owner -> {
            owner.sql(
                    "update pattern_run set settings = settings #- '{search,deals}' #- '{widening}' where id = ?::uuid")
                    .param(id).update();
            return owner.sql(migration).update();
        });

        assertThat(migrated).as("with those that other tests made up").isPositive();
        assertThat(posted.runs.get(id).settings().search().deals()).isEqualTo(1);
        assertThat(posted.runs.get(id).settings().widening()).isEqualTo(Widening.NONE);
        assertThat(posted.runs.list(10, 0).items()).hasSize(1);
    }

    @Test
    void thoseThatAreOpenAreFoundByTheirSettings() throws IOException {
        PostedVideos posted = PostedVideos.of(24, 0);
        SearchSettings quick = PostedVideos.QUICK.search();
        PatternRuns.Wanted asBefore = new PatternRuns.Wanted("Acme", PatternSubject.of("#Bali", null),
                new PatternSettings(PostedVideos.QUICK.selection(),
                        new SearchSettings(quick.adjustment(), 1, quick.candidates(), quick.leastContrast(),
                                quick.validated(), quick.seed()),
                        Widening.NONE, false),
                "ada");
        UUID open;
        try (BegunSearch begun = posted.runs.begin(asBefore)) {
            open = begun.id();
        }
        String migration = migration("V60__deals_of_searches.sql");

        TestDatabase.asOwner(owner -> {
            owner.sql("update pattern_run set settings = settings #- '{search,deals}' #- '{widening}' where id = ?")
                    .param(open).update();
            return owner.sql(migration).update();
        });

        try (BegunSearch again = posted.runs.begin(asBefore)) {
            assertThat(again.id()).isEqualTo(open);
        }
    }

    private static String migration(String name) throws IOException {
        try (var in = Objects.requireNonNull(
                SearchesOfBeforeTest.class.getResourceAsStream("/db/migration/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
