package dev.upswell.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityKind;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MetricValuesTest {

    /// Rows are stored as values and reasons; what is read back must be what was computed, whatever kind it is of.
    @Property(tries = 100)
    void valuesAndReasonsMakeTheSameAgain(@ForAll EntityKind kind, @ForAll Absence reason, @ForAll Metric known) {
        var building = new MetricValues.Building(kind);
        building.reset(reason);
        building.put(known, 3);
        MetricValues values = building.build();

        assertThat(MetricValues.of(values.present(), values.absences())).isEqualTo(values);
    }

    @Example
    void reasonOfAMetricThatHashtagsNeverHaveIsKept() {
        Map<Metric, Absence> absences = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            absences.put(metric, Absence.COVERAGE_TOO_LOW);
        }

        assertThat(MetricValues.of(Map.of(), absences).absence(Metric.FOLLOWERS)).hasValue(Absence.COVERAGE_TOO_LOW);
    }

    @Example
    void metricThatAKindNeverHasGetsNoValueFromAStrayCounter() {
        var hashtag = new MetricValues.Building(EntityKind.HASHTAG);
        hashtag.put(Metric.LIKES_GAINED, 7);

        assertThat(hashtag.build().absence(Metric.LIKES_GAINED)).hasValue(Absence.NOT_FOR_THIS_KIND);
    }

    @Example
    void valueAndReasonTogetherNeitherAndNonsenseAreRefused() {
        assertThatThrownBy(() -> MetricValues.of(Map.of(), Map.of()))
                .hasMessageContaining("metric (volume) must have a value or a reason, not both");
        assertThatThrownBy(() -> MetricValues.of(Map.of(Metric.VOLUME, 1.0),
                Map.of(Metric.VOLUME, Absence.COUNTER_NOT_GIVEN))).hasMessageContaining("metric (volume)");
        assertThatThrownBy(() -> MetricValues.of(Map.of(Metric.VOLUME, Double.NaN), Map.of()))
                .hasMessageContaining("volume (NaN) must be finite");
    }
}
