package dev.upswell.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.event.EventType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTest {

    private final Post post = new Post();
    private final Channels channels = post.channels();

    @Test
    void aChannelIsSentWhatPeopleAreToldOfOnThePage() {
        post.notices().tell(EventType.METRIC_DONE, true, "anna");
        post.notices().tell(EventType.JOB_FAILED, false, "anna");

        Channel added = channels.add("on-call", "anna@example.org", "anna").channel();

        assertThat(added.types()).contains("METRIC_DONE", "DRIFT_ALERT").doesNotContain("JOB_FAILED");
        assertThat(channels.list()).containsExactly(added);
        assertThat(post.notices().rule(EventType.METRIC_DONE).channels()).containsExactly("on-call");
        assertThat(post.events("CHANNEL_ADDED")).hasSize(1);
    }

    @Test
    void whatIsSentWhereIsChosenForEachChannelAlone() {
        channels.add("on-call", "anna@example.org", "anna");
        channels.add("hook", "https://example.org/hook", "anna");

        channels.send(EventType.DRIFT_ALERT, "hook", false, "anna");
        channels.send(EventType.METRIC_DONE, "hook", true, "anna");
        channels.send(EventType.METRIC_DONE, "hook", true, "anna");

        assertThat(post.notices().rule(EventType.DRIFT_ALERT).channels()).containsExactly("on-call");
        assertThat(post.notices().rule(EventType.METRIC_DONE)).isEqualTo(
                new Notices.NotificationRule(EventType.METRIC_DONE, false, null, List.of("hook")));
        assertThatThrownBy(() -> channels.send(EventType.DRIFT_ALERT, "nobody", true, "anna"))
                .hasMessageContaining("there is no channel nobody");
    }

    @Test
    void addressesAndSecretsStandInNoTableInClear() {
        String secret = channels.add("hook", "https://example.org/T0P/secret-path", "anna").secret();
        channels.add("on-call", "anna.smith@example.org", "anna");

        String all = String.join("\n", post.list("select to_jsonb(c)::text from notice_channel c"))
                + String.join("\n", post.list("select payload::text from event_log"));
        assertThat(all).contains("https://example.org/…", "a…@example.org").doesNotContain("secret-path", "anna.smith");
        assertThat(secret).hasSize(43);
        assertThat(post.list("select name from vault_entry order by name")).containsExactly("notice/hook/address",
                "notice/hook/secret", "notice/on-call/address");
    }

    @Test
    void aChannelOfSlackIsShownWithoutItsToken() {
        Channel room = channels.add("room", "slack:C0123456789 xoxb-1-secret", "anna").channel();
        Channel hook = channels.add("slack", "https://hooks.slack.com/services/T0/B0/secret", "anna").channel();

        assertThat(room).returns(Channel.Kind.SLACK, Channel::kind).returns("C0123456789", Channel::shown);
        assertThat(hook).returns(Channel.Kind.SLACK, Channel::kind).returns("https://hooks.slack.com/…",
                Channel::shown);
        assertThat(post.list("select to_jsonb(c)::text from notice_channel c"))
                .noneMatch(row -> row.contains("secret"));
        post.deliveries().test("room");
        post.deliveries().test("slack");
        assertThat(post.brought).containsExactly("slack:C0123456789 xoxb-1-secret",
                "slack:https://hooks.slack.com/services/T0/B0/secret");
        assertThatThrownBy(() -> channels.add("again", "slack:C0123456789 xoxb-2-other", "anna"))
                .hasMessageContaining("the channel room leads to this address already");
    }

    @Test
    void aRemovedChannelLeavesNothingBehind() {
        channels.add("hook", "https://example.org/hook", "anna");
        post.happens(EventType.JOB_FAILED, Map.of("job", "drift"));
        post.deliveries().test("hook");

        channels.remove("hook", "ben");

        assertThat(channels.list()).isEmpty();
        for (String table : new String[]{"notice_route", "notice_delivery", "notice_outgoing", "vault_entry"}) {
            assertThat(post.list("select 'a row' from " + table)).as(table).isEmpty();
        }
        assertThat(post.events("CHANNEL_REMOVED")).containsExactly("{\"actor\": \"ben\", \"channel\": \"hook\"}");
        assertThatThrownBy(() -> channels.remove("hook", "ben")).isInstanceOf(NotifyRefused.class)
                .hasMessageContaining("there is no channel hook");
    }

    @Test
    void oneAddressHasOneChannelAndOneNameToo() {
        channels.add("on-call", "anna@example.org", "anna");

        assertThatThrownBy(() -> channels.add("on-call", "ben@example.org", "anna"))
                .hasMessageContaining("there is a channel on-call already");
        assertThatThrownBy(() -> channels.add("again", "Anna@example.org", "anna")).isInstanceOf(NotifyRefused.class)
                .hasMessageContaining("the channel on-call leads to this address already");
        // What is shown of it is the same, and it is another.
        channels.add("other", "alice@example.org", "anna");
        assertThat(channels.list()).extracting(Channel::name).containsExactly("on-call", "other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "anna@", "@example.org", "anna@example.org, ben@example.org",
            "anna@example.org\r\nBcc: ben@example.org", "Anna <anna@example.org>", "ftp://example.org/hook",
            "https://user:pass@example.org/hook", "https:///hook", "https://example.org/hook#part",
            "https://exa mple.org", "https://example.org:65536/hook", "https://example.org:0/hook",
            "slack:C0123456789", "slack:C0123456789 pass@word", "slack:nowhere xoxb-1-pass@", "slack:ftp://pass@x/"})
    void whatIsNoAddressIsRefusedAndNotRepeated(String address) {
        assertThatThrownBy(() -> channels.add("on-call", address, "anna")).isInstanceOf(NotifyRefused.class)
                .hasMessageNotContaining("ben@").hasMessageNotContaining("pass@").hasMessageContaining("address");
        assertThat(channels.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "On-Call", "-x", "a/b", "ä"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> channels.add(name, "anna@example.org", "anna")).isInstanceOf(NotifyRefused.class)
                .hasMessageContaining("lower-case letters, digits and hyphens");
    }

    @Test
    void thereAreNoMoreThanFifty() {
        for (int i = 0; i < Channels.MOST; i++) {
            channels.add("c" + i, "anna" + i + "@example" + i + ".org", "anna");
        }

        assertThatThrownBy(() -> channels.add("more", "more@example.org", "anna"))
                .hasMessageContaining("there are 50 channels");
    }
}
