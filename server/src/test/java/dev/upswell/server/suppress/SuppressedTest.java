package dev.upswell.server.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressedTest {

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();

    private Suppressed suppressed(TenantId whose) {
        return database.transactions().call(whose, SuppressionRepository::current);
    }

    @Test
    void whoWasErasedIsKnownByHashesOfThisTenantAlone() {
        TenantId other = TestDatabase.newTenant();
        for (TenantId one : List.of(tenant, other)) {
            database.transactions().run(one,
                    db -> SuppressionRepository.add(db, "creator", List.of("ani"), Instant.EPOCH));
        }
        database.transactions().run(tenant, db -> SuppressionRepository.add(db, "video", List.of("71"), Instant.EPOCH));

        assertThat(suppressed(tenant).contains(EntityId.creator("@Ani"))).isTrue();
        assertThat(suppressed(tenant).contains(EntityId.hashtag("ani"))).isFalse();
        assertThat(suppressed(tenant).containsVideo("71")).isTrue();
        assertThat(suppressed(other).containsVideo("71")).isFalse();
        long hashes = TestDatabase
                .asOwner(db -> db.sql("select count(distinct hash) from suppressed where tenant_id in (?, ?)")
                        .params(tenant.value(), other.value()).query(Long.class).single());
        assertThat(hashes).as("keys differ").isEqualTo(3);
    }

    @Test
    void answersLoseTheItemsOfWhoWasErasedAndAreTheVeryTextElsewhere() {
        String answer = "{\"items\":[{\"author\":\"ani\",\"id\":\"70\"},{\"author\":\"bo\",\"id\":\"72\"}],  \"next\":1}";
        assertThat(suppressed(tenant).without(answer)).isSameAs(answer);

        database.transactions().run(tenant,
                db -> SuppressionRepository.add(db, "creator", List.of("ani"), Instant.EPOCH));

        assertThat(suppressed(tenant).without(answer))
                .isEqualTo("{\"items\":[{\"author\":\"bo\",\"id\":\"72\"}],\"next\":1}");
        assertThat(suppressed(tenant).without("{\"items\":[\"bo\" ]}")).isEqualTo("{\"items\":[\"bo\" ]}");
    }
}
