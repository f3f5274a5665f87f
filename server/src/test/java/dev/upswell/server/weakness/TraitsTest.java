package dev.upswell.server.weakness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityKind;
import dev.upswell.segment.Segment;
import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraitsTest {

    private static Set<Segment> of(EntityKind kind) {
        return Traits.of(new ModelTask(kind, 24),
                new Traits.Row("one", Instant.parse("2025-05-05T13:00:00Z"), 0.1, true,
                        20_000.0, Math.log(4), null, null, null),
                null, null);
    }

    @Test
    void aHashtagsSizeIsThatAtTheCut() {
        assertThat(of(EntityKind.HASHTAG)).contains(new Segment(Traits.SIZE, "1k-10k"));
    }

    @Test
    void whereTheLevelDoesNotTellTheViewsAtTheCutThereIsNoSize() {
        for (EntityKind kind : List.of(EntityKind.VIDEO, EntityKind.SOUND, EntityKind.CREATOR)) {
            assertThat(of(kind)).extracting(Segment::dimension).as(kind.label()).doesNotContain(Traits.SIZE)
                    .contains(Traits.HOUR, Traits.STATED);
        }
    }
}
