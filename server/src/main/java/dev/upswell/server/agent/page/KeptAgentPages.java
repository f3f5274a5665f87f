package dev.upswell.server.agent.page;

import dev.upswell.server.agent.AgentProblem;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.agent.Agents.Standing;
import dev.upswell.server.agent.CadenceChange;
import dev.upswell.server.agent.DaySummary;
import dev.upswell.server.agent.Notices;
import dev.upswell.server.agent.Notices.NotificationRule;
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

    /// Over these agents and notices.
    public KeptAgentPages(Agents agents, Notices notices) {
        this.agents = agents;
        this.notices = notices;
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
    public Listing<Event> unread(Paging paging) {
        return new Listing<>(notices.unread(paging.limit(), paging.offset()), notices.countUnread(), paging);
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
}
