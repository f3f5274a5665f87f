package dev.upswell.server.comply.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.comply.clean.CleaningRepository.Named;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CleaningRepositoryTest {

    private final TenantId tenant = TestDatabase.newTenant();

    @Test
    void namesAreReadSomeAtATimeAndEachOnce() {
        TestDatabase.shared().transactions().run(tenant, db -> {
            for (int i = 0; i < 25; i++) {
                db.sql("insert into entity (kind, entity_id, name) values (?, ?, ?)")
                        .params(i % 2 == 0 ? "creator" : "sound", "id" + (100 + i),
                                "write to anna" + i + "@example.org")
                        .update();
            }
            db.sql("insert into entity (kind, entity_id, name) values ('creator', 'quiet', 'nobody')").update();
        });
        List<List<Named>> read = TestDatabase.shared().transactions().call(tenant, db -> {
            List<List<Named>> pages = new ArrayList<>();
            List<Named> page = CleaningRepository.suspects(db, null, 10);
            while (!page.isEmpty()) {
                pages.add(page);
                page = CleaningRepository.suspects(db, page.getLast(), 10);
            }
            return pages;
        });

        assertThat(read).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(read.stream().flatMap(List::stream).map(Named::id))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 25).mapToObj(i -> "id" + (100 + i)).toList());
    }
}
