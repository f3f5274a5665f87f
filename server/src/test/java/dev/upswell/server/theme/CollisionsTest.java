package dev.upswell.server.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.text.PostedCaptions;
import dev.upswell.server.theme.CollisionRun.Kind;
import dev.upswell.theme.Collision.Manner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollisionsTest {

    private final PostedCaptions posted = PostedCaptions.of(600);
    private final Themes themes = new Themes(posted.tenant, posted.database, () -> PostedCaptions.NOON, posted.texts);
    private final Collisions collisions = new Collisions(posted.tenant, posted.database);

    /// A hundred creators who post about the gym in the week before, and fifteen who take up two drinks in the last one.
    private CollisionRun searched() {
        List<List<String>> captions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            captions.add(List.of("81" + i, "gym" + i, "squat muscle protein #gymlife" + i, "2026-02-17"));
        }
        for (int i = 0; i < 15; i++) {
            captions.add(List.of("82" + i, "tea" + i, "guitar melody #matcha #hojicha #singing", "2026-02-27"));
        }
        captions.add(List.of("8300", "late", "guitar melody #matcha #hojicha", "2026-03-02"));
        posted.add(captions);
        posted.texts.run(false);
        themes.run(false);
        return collisions.last(Kind.HASHTAG, null).orElseThrow();
    }

    @Test
    void aRunFindsWhatTheSameCreatorsTakeUpAndKeepsIt() {
        CollisionRun run = searched();

        assertThat(run.found()).filteredOn(pair -> pair.oneName().equals("#hojicha")).first()
                .satisfies(pair -> {
                    assertThat(pair.otherName()).isEqualTo("#matcha");
                    assertThat(pair.collision().creators().both()).as("tomorrow's caption is not there yet")
                            .isEqualTo(15);
                    assertThat(pair.collision().manner()).isEqualTo(Manner.TOGETHER);
                    assertThat(pair.collision().one().lastWeek()).isEqualTo(15);
                });
        assertThat(run.pairs()).isEqualTo(run.subjects() * (run.subjects() - 1) / 2);
        assertThat(collisions.last(Kind.THEME, null).orElseThrow().asOf()).isEqualTo(run.asOf());
    }

    @Test
    void whoAsksAsOfEarlierGetsWhatWasFoundThen() {
        CollisionRun first = searched();
        StoredCollisions.put(posted.database, posted.tenant, "later", "latest", first.asOf().plus(Duration.ofDays(7)));

        assertThat(collisions.last(Kind.HASHTAG, null).orElseThrow().found()).singleElement()
                .satisfies(pair -> assertThat(pair.oneName()).isEqualTo("#later"));
        assertThat(collisions.last(Kind.HASHTAG, first.asOf())).hasValue(first);
        assertThat(collisions.last(Kind.HASHTAG, Instant.EPOCH)).isEmpty();
        assertThat(new Collisions(TestDatabase.newTenant(), posted.database).last(Kind.HASHTAG, null)).isEmpty();
    }
}
