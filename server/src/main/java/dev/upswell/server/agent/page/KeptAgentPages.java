package dev.upswell.server.agent.page;

import dev.upswell.server.agent.AgentProblem;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.agent.Agents.Standing;
import dev.upswell.server.agent.CadenceChange;
import dev.upswell.server.agent.DaySummary;
import dev.upswell.server.notify.Channel;
import dev.upswell.server.notify.Channels;
import dev.upswell.server.notify.Deliveries;
import dev.upswell.server.notify.Delivery;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.notify.Notices.NotificationRule;
import dev.upswell.server.notify.NotifyProblem;
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

/// The pages of the agents over the store.
public final class KeptAgentPages implements AgentPages {

    private final Agents agents;
    private final Notices notices;
    private final Channels channels;
    private final Deliveries deliveries;

    /// What people are told, on the page and away from it.
    public record Told(Notices notices, Channels channels, Deliveries deliveries) {
    }

    /// Over these agents and notices.
    public KeptAgentPages(Agents agents, Told told) {
        this.agents = agents;
        this.notices = told.notices();
        this.channels = told.channels();
        this.deliveries = told.deliveries();
    }

    @Override
    public List<Standing> jobs() {
        return agents.list();
    }

    @Override
    public Standing job(String name) {
        return AgentProblem.translated(() -> agents.get(name));
    }

    @Override
    public Listing<Run> runs(String job, Paging paging) {
        return new Listing<>(agents.runs(job, paging.limit(), paging.offset()), agents.countRuns(job), paging);
    }

    @Override
    public void change(String job, CadenceChange change, String by) {
        AgentProblem.translated(() -> agents.change(job, change, by));
    }

    @Override
    public void ask(String job) {
        AgentProblem.translated(() -> agents.ask(job));
    }

    @Override
    public Listing<Event> events(EventFilter wanted, Paging paging) {
        return new Listing<>(agents.events().list(wanted, paging.limit(), paging.offset()),
                agents.events().count(wanted), paging);
    }

    @Override
    public @Nullable DaySummary summary() {
        return agents.summaries(1, 0).stream().findFirst().orElse(null);
    }

    @Override
    public Listing<Event> unread(Paging paging, boolean access) {
        return new Listing<>(notices.unread(paging.limit(), paging.offset(), access), notices.countUnread(access),
                paging);
    }

    @Override
    public void read(Instant until, String by) {
        notices.read(until, by);
    }

    @Override
    public List<NotificationRule> rules() {
        return notices.rules();
    }

    @Override
    public void tell(EventType type, boolean told, String by) {
        notices.tell(type, told, by);
    }

    @Override
    public void send(EventType type, String channel, boolean sent, String by) {
        NotifyProblem.translated(() -> {
            channels.send(type, channel, sent, by);
            return type;
        });
    }

    @Override
    public List<Channel> channels() {
        return channels.list();
    }

    @Override
    public Channel.Added add(String name, String address, String by) {
        return NotifyProblem.translated(() -> channels.add(name, address, by));
    }

    @Override
    public void remove(String channel, String by) {
        NotifyProblem.translated(() -> {
            channels.remove(channel, by);
            return channel;
        });
    }

    @Override
    public void quiet(String channel, @Nullable QuietHours quiet, String by) {
        NotifyProblem.translated(() -> {
            channels.quiet(channel, quiet, by);
            return channel;
        });
    }

    @Override
    public void test(String channel) {
        NotifyProblem.translated(() -> deliveries.test(channel));
    }

    @Override
    public Listing<Delivery> deliveries(Paging paging) {
        return new Listing<>(deliveries.list(null, paging.limit(), paging.offset()), deliveries.count(null), paging);
    }
}
