package dev.upswell.forecast;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeadTimeTest {

    @Test
    void missesCountAsZeroAndFalseAlertsAsFalse() {
        LeadTime.Alerts alerts = new LeadTime.Alerts(new boolean[]{true, true, false, true, false},
                new float[]{1, 1, 1, 0, 0}, new int[]{0, 1, 2, 3, 4}, new double[]{10, 20, 15, 0, 0});

        LeadTime lead = LeadTime.of(alerts, 50, 1).orElseThrow();

        assertThat(lead.alerts()).isEqualTo(3);
        assertThat(lead.hits()).isEqualTo(2);
        assertThat(lead.surges()).isEqualTo(3);
        assertThat(requireNonNull(lead.medianOverHits()).value()).isEqualTo(15);
        assertThat(lead.medianOverAll().value()).isEqualTo(10);
        assertThat(lead.mean().value()).isEqualTo(10);
        assertThat(lead.recall().value()).isEqualTo(2 / 3.0);
        assertThat(requireNonNull(lead.falseSurgeRate()).value()).isEqualTo(1 / 3.0);
        assertThat(lead.recall().interval().contains(2 / 3.0)).isTrue();
    }

    @Test
    void withoutAlertsThereIsNoFalseSurgeRateAndNoMedianOverHits() {
        LeadTime lead = LeadTime.of(
                new LeadTime.Alerts(new boolean[2], new float[]{1, 0}, new int[]{0, 1}, new double[]{5, 0}), 10, 1)
                .orElseThrow();

        assertThat(lead.falseSurgeRate()).isNull();
        assertThat(lead.medianOverHits()).isNull();
        assertThat(lead.medianOverAll().value()).isZero();
    }

    @Test
    void withoutSurgesThereIsNoLead() {
        assertThat(LeadTime.of(new LeadTime.Alerts(new boolean[1], new float[1], new int[1], new double[1]), 10, 1))
                .isEmpty();
    }
}
