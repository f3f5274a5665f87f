package dev.upswell.server.agent.page;

import dev.upswell.server.agent.Agents.Standing;
import dev.upswell.server.agent.CadenceChange;
import dev.upswell.server.agent.DaySummary;
import dev.upswell.server.notify.Channel;
import dev.upswell.server.notify.Delivery;
import dev.upswell.server.notify.Notices.NotificationRule;
import dev.upswell.server.notify.QuietHours;
import dev.upswell.server.agent.Run;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventType;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pages of the agents show and change.
public interface AgentPages {

    /// All jobs as they stand.
    List<Standing> jobs();

    /// One job as it stands.
    Standing job(String name);

    /// Its runs, the newest first.
    Listing<Run> runs(String job, Paging paging);

    /// Changes when a job runs.
    void change(String job, CadenceChange change, String by);

    /// Lets a server do a job once.
    void ask(String job);

    /// Part of the events.
    Listing<Event> events(EventFilter wanted, Paging paging);

    /// The last summary of a day; null before the first.
    @Nullable
    DaySummary summary();

    /// Part of what is to be read.
    ///
    /// @param access whether the reader may read of people and tokens
    Listing<Event> unread(Paging paging, boolean access);

    /// Notes what was read.
    void read(Instant until, String by);

    /// What people are told of, and where.
    List<NotificationRule> rules();

    /// Changes it for the page.
    void tell(EventType type, boolean told, String by);

    /// Changes it for a channel.
    void send(EventType type, String channel, boolean sent, String by);

    /// Where people are told away from the page.
    List<Channel> channels();

    /// Adds a channel.
    Channel.Added add(String name, String address, String by);

    /// Removes a channel.
    void remove(String channel, String by);

    /// Leaves a channel alone at these hours; null for never.
    void quiet(String channel, @Nullable QuietHours quiet, String by);

    /// Sends a test to a channel.
    void test(String channel);

    /// Part of what was sent, waits to be sent, or failed.
    Listing<Delivery> deliveries(Paging paging);
}
