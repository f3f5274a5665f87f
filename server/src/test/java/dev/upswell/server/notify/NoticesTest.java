package dev.upswell.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Post post = new Post();
    private final Notices notices = post.notices();

    @Test
    void peopleAreToldOfWhatIsImportantUntilItWasRead() {
        happened("DRIFT_ALERT", "2026-01-05T10:00:00.123456Z");
        happened("METRIC_DONE", "2026-01-05T10:00:01Z");
        happened("MODEL_PROMOTED", "2026-01-05T10:00:02.654321Z");

        assertThat(notices.unread(10, 0)).extracting(Event::type).containsExactly("MODEL_PROMOTED", "DRIFT_ALERT");
        notices.read(notices.unread(10, 0).getFirst().at(), "anna");
        happened("JOB_FAILED", "2026-01-05T10:00:03Z");

        assertThat(notices.unread(10, 0)).extracting(Event::type).containsExactly("JOB_FAILED");
        assertThat(notices.countUnread()).isEqualTo(1);
    }

    @Test
    void whoReadsAnOlderPageMarksNothingNewerAsRead() {
        happened("DRIFT_ALERT", "2026-01-05T10:00:00Z");
        happened("JOB_FAILED", "2026-01-05T11:00:00Z");

        notices.read(notices.unread(1, 1).getFirst().at(), "anna");

        assertThat(notices.unread(10, 0)).extracting(Event::type).containsExactly("JOB_FAILED");
    }

    @Test
    void aRuleIsChangedAndTheChangeIsAnEvent() {
        happened("METRIC_DONE", "2026-01-05T10:00:01Z");
        happened("DRIFT_ALERT", "2026-01-05T10:00:00Z");

        notices.tell(EventType.METRIC_DONE, true, "anna");
        notices.tell(EventType.DRIFT_ALERT, false, "anna");

        assertThat(notices.unread(10, 0)).extracting(Event::type).containsExactly("METRIC_DONE");
        assertThat(notices.rules()).contains(
                new Notices.NotificationRule(EventType.METRIC_DONE, true, "anna", List.of()),
                new Notices.NotificationRule(EventType.JOB_FAILED, true, null, List.of()));
        assertThat(post.events("RULE_CHANGED")).hasSize(2);
    }

    @Test
    void whereAllAreOnlyLoggedNothingIsToBeRead() {
        happened("DRIFT_ALERT", "2026-01-05T10:00:00Z");
        for (EventType type : EventType.values()) {
            notices.tell(type, false, "anna");
        }

        assertThat(notices.unread(10, 0)).isEmpty();
        assertThat(notices.countUnread()).isZero();
    }

    private void happened(String type, String at) {
        post.execute("insert into event_log (type, slice, occurred_at) values ('%s', 'x', '%s')".formatted(type, at));
    }
}
