package dev.upswell.server.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.pulse.Pulses.Full;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulsesTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final Pulses pulses = new Pulses(database);

    @AfterEach
    void close() {
        pulses.close();
    }

    private void happens(TenantId of, EventType type) {
        database.transactions().run(of, db -> new EventLogRepository("test").write(db, type, Map.of()));
    }

    private Stream opened(TenantId of, String person, String tab) {
        return pulses.open(of, person, tab).stream();
    }

    @Test
    void aTabIsToldWhichSectionsAnEventChanges() {
        happens(tenant, EventType.PREDICT_DONE);
        Stream tab = opened(tenant, "anna", "1");
        pulses.look();
        assertThat(tab.next(AT_ONCE)).contains(Set.of());

        happens(tenant, EventType.RULE_ALERT);
        assertThat(tab.next(LONG)).contains(Set.of(Section.ALERTS, Section.AGENTS));
        happens(tenant, EventType.METRIC_DONE);
        assertThat(tab.next(LONG).orElseThrow()).contains(Section.TRENDS, Section.ENTITY, Section.AGENTS)
                .doesNotContain(Section.ALERTS);
    }

    @Test
    void whatHappenedInAnotherTenantIsToldThereAlone() {
        TenantId other = TestDatabase.newTenant();
        Stream here = opened(tenant, "anna", "1");
        Stream there = opened(other, "anna", "1");
        pulses.look();
        happens(other, EventType.RULE_ALERT);

        assertThat(there.next(LONG).orElseThrow()).contains(Section.ALERTS);
        pulses.look();
        assertThat(here.next(AT_ONCE)).contains(Set.of());
    }

    @Test
    void aTabHasOneStreamAndANewOneEndsTheFormer() {
        Stream former = opened(tenant, "anna", "1");
        Stream present = opened(tenant, "anna", "1");

        assertThat(former.next(LONG)).isEmpty();
        assertThat(present.next(AT_ONCE)).contains(Set.of());
        pulses.close(former);
        assertThat(pulses.open()).isEqualTo(1);
    }

    @Test
    void onePersonHasSoManyAndNoMoreAndOthersAreNotKeptOut() {
        for (int i = 0; i < Pulses.MOST_OF_ONE; i++) {
            assertThat(pulses.open(tenant, "anna", "tab" + i).full()).isNull();
        }

        assertThat(pulses.open(tenant, "anna", "more").full()).isEqualTo(Full.OF_ONE);
        assertThat(pulses.open(tenant, "budi", "1").full()).isNull();
        assertThat(pulses.open(TestDatabase.newTenant(), "anna", "1").full()).isNull();
    }

    @Test
    void aServerHasSoManyAndNoMoreUntilOneIsClosed() {
        Stream last = null;
        for (int i = 0; i < Pulses.MOST; i++) {
            last = opened(tenant, "person" + i, "1");
        }

        assertThat(pulses.open(tenant, "one-more", "1").full()).isEqualTo(Full.OF_ALL);
        pulses.close(last);
        assertThat(pulses.open(tenant, "one-more", "1").full()).isNull();
    }

    @Test
    void whatChangesWhileNobodyTakesItComesTogether() {
        Stream tab = opened(tenant, "anna", "1");
        tab.tell(Set.of(Section.DATA));
        tab.tell(Set.of(Section.DATA, Section.ALERTS));

        assertThat(tab.next(AT_ONCE)).isEqualTo(Optional.of(Set.of(Section.DATA, Section.ALERTS)));
        assertThat(tab.next(AT_ONCE)).contains(Set.of());
    }
}
