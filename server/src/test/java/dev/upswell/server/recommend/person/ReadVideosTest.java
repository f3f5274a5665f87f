package dev.upswell.server.recommend.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.recommend.Library;
import dev.upswell.server.recommend.LibraryVideo;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taste.TextCategories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadVideosTest {

    private final Library tenant = new Library();
    private final KeptTaxonomy taxonomy = new Taxonomies(tenant.tenant, tenant.database, () -> Library.NOON)
            .keep(new Taxonomy(TaxonomyMaking.SPACE, List.of()), "test");
    private final TextCategories categories = new TextCategories(taxonomy.taxonomy());
    private final CountDownLatch slow = new CountDownLatch(1);
    private final CountDownLatch reading = new CountDownLatch(1);
    private final List<List<String>> asked = new ArrayList<>();
    private long last = 1;
    private final ReadVideos videos = new ReadVideos(new ReadVideos.Library() {
        @Override
        public long last() {
            return last;
        }

        @Override
        public void read(Collection<String> ids, Consumer<LibraryVideo> each) {
            asked.add(List.copyOf(ids));
            if (ids.contains("slow")) {
                reading.countDown();
                try {
                    assertThat(slow.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            ids.stream().filter(id -> !id.equals("unstored")).forEach(id -> each.accept(
                    new LibraryVideo(id, "cook", null, "noodles " + id, "", null, null, null, null, null)));
        }
    });

    private Set<String> read(String... ids) {
        return videos.of(List.of(ids), taxonomy, categories).keySet();
    }

    @Test
    void nobodyWaitsForTheReadingOfOthers() throws InterruptedException {
        CompletableFuture<Set<String>> first = CompletableFuture.supplyAsync(() -> read("slow"));
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(read("a", "unstored")).containsExactly("a");
        slow.countDown();

        assertThat(first.join()).containsExactly("slow");
    }

    @Test
    void whatWasReadIsReadAgainOnlyWhereOtherDescriptionsAreStored() {
        read("a", "b");
        assertThat(read("a", "c")).containsExactlyInAnyOrder("a", "c");
        last = 2;
        read("a");

        assertThat(asked).containsExactly(List.of("a", "b"), List.of("c"), List.of("a"));
    }

    @Test
    void whatIsReadWhileOtherDescriptionsAreStoredIsNotRemembered() throws InterruptedException {
        CompletableFuture<Set<String>> first = CompletableFuture.supplyAsync(() -> read("slow"));
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
        last = 2;
        read("a");
        slow.countDown();
        first.join();

        read("slow");

        assertThat(asked).containsExactly(List.of("slow"), List.of("a"), List.of("slow"));
    }
}
