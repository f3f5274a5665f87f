package dev.upswell.server.trend.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.server.web.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    /// An entity with a level at each hour from this one on; null where nothing was read.
    private static EntityView view(String name, int fromHour, @Nullable Double... levels) {
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < levels.length; at++) {
            points.add(new Point(NOON.plus(Duration.ofHours(fromHour + at)), levels[at]));
        }
        return new EntityView(new Subject(EntityId.hashtag(name), name, List.of()),
                new Freshness(NOON, null, false),
                new EntityView.Series(points, List.of(), Duration.ofHours(24), null), null, List.of(),
                new EntityView.Evidence(List.of(), List.of()), List.of(), null);
    }

    @Test
    void allBeginAtAHundredWhereTheLastOfThemBegins() {
        Comparison compared = Comparison.of(List.of(view("old", 0, 50.0, 200.0, 300.0, 500.0),
                view("young", 2, 10.0, 40.0)));

        assertThat(compared.start()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        assertThat(compared.sides().getFirst().level()).extracting(Point::value).containsExactly(300.0, 500.0);
        assertThat(compared.sides().getLast().index()).extracting(Point::value).containsExactly(100.0, 400.0);
    }

    @Test
    void aGapStaysAGapAndTheStartWaitsUntilNoneIsInOne() {
        Comparison compared = Comparison.of(List.of(view("gappy", 0, 80.0, null, null, null, 120.0, null, 150.0),
                view("young", 2, 10.0, 20.0, 40.0, 80.0)));

        assertThat(compared.start()).isEqualTo(NOON.plus(Duration.ofHours(4)));
        assertThat(compared.sides().getFirst().index()).extracting(Point::value).containsExactly(100.0, null, 125.0);
        assertThat(compared.sides().getLast().index()).extracting(Point::value).containsExactly(100.0, 200.0);
        assertThat(compared.sides().getFirst().last()).isEqualTo(150.0);
    }

    @Test
    void whatBeganWithNothingHasNoIndex() {
        Comparison compared = Comparison.of(List.of(view("none", 0, 0.0, 5.0), view("some", 0, 10.0, 20.0)));

        assertThat(compared.sides().getFirst().index()).isEmpty();
        assertThat(compared.sides().getFirst().lastIndex()).isNull();
        assertThat(compared.sides().getFirst().last()).isEqualTo(5.0);
    }

    @Test
    void withoutAnyReadingOfOneThereIsNothingToCompare() {
        Comparison compared = Comparison.of(List.of(view("silent", 0), view("some", 0, 10.0, 20.0)));

        assertThat(compared.start()).isNull();
        assertThat(compared.sides()).allSatisfy(side -> assertThat(side.level()).isEmpty());
    }
}
