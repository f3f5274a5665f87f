package dev.upswell.server.act;

import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.State;
import dev.upswell.server.scorecard.FollowedPlaybook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is to be done, as it stands: what its source says, with what people settled about it.
///
/// @param id that of its source
/// @param assignee who does it; empty where nobody said
/// @param dueAt until when; null where nobody said, and where the source's term was over before it arose
/// @param openedAt when its source asked for it
/// @param closedAt when it was done or dropped; null before
/// @param result what came of it; null while it is pending, and where nothing was said
/// @param settled what people settled
public record Action(UUID id, Source source, State state, Priority priority, String assignee, @Nullable Instant dueAt,
        Instant openedAt, @Nullable Instant closedAt, @Nullable String result, Settled settled) {

    private static final String SLA_HOURS = "slaHours";

    /// In which queue it stands.
    public enum Queue {
        /// About videos.
        VIDEOS,
        /// About creators.
        CREATORS,
        /// About forecasts, what they rest on and the data that comes in.
        FORECASTS;

        /// As it is written, such as `videos`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Action of(Source source, Settled settled) {
        Priority priority = Priority.of(source, settled.impact(), settled.effort());
        return switch (source) {
            case Source.OfTask(ImprovementTask task) -> new Action(task.id(), source, task.state(), priority,
                    settled.assignee() == null ? task.order().ownerAgent() : settled.assignee(),
                    settled.dueOn() == null ? due(task) : endOf(settled.dueOn()), task.createdAt(), task.closedAt(),
                    task.result(), settled);
            case Source.OfPlaybook(FollowedPlaybook playbook, String _) -> new Action(playbook.id(), source,
                    state(playbook.end()), priority, settled.assignee() == null ? playbook.by() : settled.assignee(),
                    settled.dueOn() == null ? null : endOf(settled.dueOn()), playbook.takenAt(),
                    playbook.end() == null ? null : playbook.end().at(),
                    playbook.end() == null ? null : playbook.end().note(), settled);
        };
    }

    private static State state(FollowedPlaybook.@Nullable End end) {
        return end == null ? State.TAKEN : end.outcome() == null ? State.DROPPED : State.DONE;
    }

    /// A term that was over before the task arose, as where old data are taken in, is none.
    private static @Nullable Instant due(ImprovementTask task) {
        Double hours = task.order().facts().get(SLA_HOURS);
        Instant due = hours == null
                ? endOf(task.order().reviewDate())
                : task.openedAsOf().plus(Duration.ofMinutes(Math.round(hours * 60)));
        return due.isAfter(task.createdAt()) ? due : null;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// In which queue it stands.
    public Queue queue() {
        return switch (source) {
            case Source.OfTask task -> task.category() == Category.CONTENT ? Queue.VIDEOS : Queue.FORECASTS;
            case Source.OfPlaybook _ -> Queue.CREATORS;
        };
    }

    /// Its line, in the words of its source.
    public String title() {
        return switch (source) {
            case Source.OfTask(ImprovementTask task) -> task.order().title();
            case Source.OfPlaybook(FollowedPlaybook playbook, String creator) -> "Follow the playbook for "
                    + playbook.gap().field().replace('_', ' ') + " of " + creator;
        };
    }

    /// Whether its time is over and it is not done.
    public boolean isLate(Instant now) {
        return state.pending() && dueAt != null && dueAt.isBefore(now);
    }
}
