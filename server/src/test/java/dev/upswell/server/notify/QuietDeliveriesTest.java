package dev.upswell.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.notify.Delivery.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuietDeliveriesTest {

    private final Post post = new Post();

    /// Quiet from an hour ago to in two hours.
    private QuietHours now(boolean urgentPasses) {
        Instant now = post.now;
        return new QuietHours(now.minus(Duration.ofHours(1)).atZone(ZoneOffset.UTC).toLocalTime(),
                now.plus(Duration.ofHours(2)).atZone(ZoneOffset.UTC).toLocalTime(), ZoneOffset.UTC, urgentPasses);
    }

    @BeforeEach
    void addMail() {
        post.channels().add("on-call", "anna@example.org", "anna");
    }

    private void rings(String what, String severity) {
        post.happens(EventType.RULE_ALERT, Map.of("title", what, "severity", severity));
    }

    private List<Object> titles(int parcel) {
        return post.parcels.get(parcel).notices().stream().map(Event::facts).map(facts -> facts.get("title")).toList();
    }

    @Test
    void whatComesInQuietHoursWaitsAndGoesInOneMailAfterThem() {
        post.channels().quiet("on-call", now(true), "anna");
        rings("one", "WARNING");
        assertThat(post.deliveries().isWaiting()).isFalse();
        assertThat(post.deliveries().send()).isEqualTo(new Report(0, 0, 0, 0));
        post.turn(Duration.ofHours(1));
        rings("two", "INFO");
        post.deliveries().send();
        assertThat(post.parcels).isEmpty();

        post.turn(Duration.ofHours(1));
        assertThat(post.deliveries().isWaiting()).isTrue();
        assertThat(post.deliveries().send()).isEqualTo(new Report(1, 2, 0, 0));
        assertThat(titles(0)).containsExactly("one", "two");
        assertThat(post.deliveries().isWaiting()).isFalse();
    }

    @Test
    void whatIsUrgentGoesThroughAloneWhereTheChannelLetsIt() {
        post.channels().quiet("on-call", now(true), "anna");
        rings("waits", "WARNING");
        rings("burns", "URGENT");

        assertThat(post.deliveries().send()).isEqualTo(new Report(1, 1, 0, 0));
        assertThat(titles(0)).containsExactly("burns");
        post.turn(Duration.ofHours(2));
        post.deliveries().send();
        assertThat(titles(1)).containsExactly("waits");
    }

    @Test
    void whatIsUrgentWaitsWhereTheChannelDoesNotLetIt() {
        post.channels().quiet("on-call", now(false), "anna");
        rings("burns", "URGENT");

        assertThat(post.deliveries().isWaiting()).isFalse();
        post.deliveries().send();
        assertThat(post.parcels).isEmpty();
        post.turn(Duration.ofHours(2));
        post.deliveries().send();
        assertThat(titles(0)).containsExactly("burns");
    }

    @Test
    void anotherChannelIsNotLeftAloneWithIt() {
        post.channels().add("hook", "https://example.org/hook", "anna");
        post.channels().quiet("on-call", now(true), "anna");
        rings("one", "WARNING");
        post.deliveries().send();

        assertThat(post.parcels).extracting(Parcel::channel).containsExactly("hook");
    }

    @Test
    void whatFailedBeforeIsNotTriedAgainInQuietHours() {
        post.troubles.add(NotBrought.forNow("away"));
        rings("one", "WARNING");
        post.deliveries().send();
        post.channels().quiet("on-call", now(true), "anna");
        post.turn(Duration.ofMinutes(30));

        assertThat(post.deliveries().isWaiting()).isFalse();
        post.turn(Duration.ofMinutes(90));
        assertThat(post.deliveries().send()).isEqualTo(new Report(1, 1, 0, 0));
    }

    @Test
    void aWholeNightGoesInOneMailAlsoWhereItWasBusy() {
        post.channels().quiet("on-call", now(true), "anna");
        for (int i = 0; i < Deliveries.MOST + 20; i++) {
            rings("ring " + i, "INFO");
        }
        post.turn(Duration.ofHours(2));

        assertThat(post.deliveries().send()).isEqualTo(new Report(1, Deliveries.MOST + 20, 0, 0));
    }

    @Test
    void quietHoursAreShownAndTakenBack() {
        QuietHours hours = QuietHours.of("22:00", "07:00", "Europe/Berlin", false);
        post.channels().quiet("on-call", hours, "anna");
        assertThat(post.channels().list().getFirst().quiet()).isEqualTo(hours);

        post.channels().quiet("on-call", null, "anna");
        assertThat(post.channels().list().getFirst().quiet()).isNull();
        assertThatExceptionOfType(NotifyRefused.class)
                .isThrownBy(() -> post.channels().quiet("nobody", hours, "anna"));
    }
}
