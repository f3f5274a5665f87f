package dev.upswell.server.recommend.index;

import static dev.upswell.server.recommend.Library.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.embed.HashedVectors;
import dev.upswell.server.recommend.IndexRefresh.Refreshed;
import dev.upswell.server.recommend.IndexUnavailable;
import dev.upswell.server.recommend.Library;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeRefreshTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Library library = new Library();
    private Instant now = NOON;

    @TempDir
    private Path folder;

    @BeforeEach
    void tellVideos() {
        library.video("soup", "anna", NOON.minus(HOUR), "Night market soup! #streetfood", "streetfood");
        library.video("chess", "ben", NOON.minus(HOUR), "An opening", "chess");
    }

    private LakeRefresh refresh(String textVersion) {
        return new LakeRefresh(library.tenant, library.database,
                new IndexFilling(library.database, new HashedVectors(), textVersion, null), new TenantIndex(folder),
                () -> now);
    }

    @Test
    void anIndexIsFilledOnceAndAgainWhereOtherFilesAreStored() {
        assertThat(refresh("1").bring(Duration.ZERO)).isEqualTo(new Refreshed(2, 2, 0));
        assertThat(refresh("1").bring(Duration.ZERO)).as("by another process").isEqualTo(new Refreshed(2, 0, 0));

        library.video("late", "cara", NOON, "A later one", "");
        assertThat(refresh("1").bring(Duration.ZERO)).isEqualTo(new Refreshed(3, 1, 0));
        assertThat(refresh("2").bring(Duration.ZERO)).as("of other texts").isEqualTo(new Refreshed(3, 3, 0));
    }

    @Test
    void whoLookedALittleWhileAgoDoesNotLookAgain() {
        LakeRefresh refresh = refresh("1");
        refresh.bring(HOUR);
        library.video("late", "cara", NOON, "A later one", "");
        now = now.plus(HOUR).minusSeconds(1);

        assertThat(refresh.bring(HOUR)).isEqualTo(new Refreshed(2, 0, 0));
        now = now.plusSeconds(1);
        assertThat(refresh.bring(HOUR)).isEqualTo(new Refreshed(3, 1, 0));
    }

    @Test
    void whileAnotherProcessWritesItIsSaidAndTheIndexStays() {
        LakeRefresh refresh = refresh("1");
        refresh.bring(Duration.ZERO);
        library.video("late", "cara", NOON, "A later one", "");

        try (IndexWriting _ = IndexWriting.open(folder, "1", 16)) {
            assertThatThrownBy(() -> refresh.bring(Duration.ZERO)).isInstanceOf(IndexUnavailable.class)
                    .hasMessageContaining("is being written by another process");
        }
        assertThat(refresh.bring(Duration.ZERO)).isEqualTo(new Refreshed(3, 1, 0));
    }
}
