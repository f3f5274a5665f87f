package dev.upswell.server.act;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.integrate.TrackedIssue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is to be done, as programs read it.
///
/// @param queue videos, creators or forecasts
/// @param state open, taken, done or dropped
/// @param priority impact × (6 − effort), 1 to 25
/// @param dueAt until when; absent where nobody said
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionDocument(UUID id, String queue, String state, String title, int priority, Rated impact,
        Rated effort,
        String assignee, @Nullable Instant dueAt, boolean late, Instant openedAt, @Nullable Instant closedAt,
        @Nullable String result, List<Elsewhere> elsewhere, @Nullable List<Entry> history) {

    public ActionDocument {
        elsewhere = List.copyOf(elsewhere);
        history = history == null ? null : List.copyOf(history);
    }

    /// A rating with its source.
    ///
    /// @param points 1 to 5
    /// @param ground set, error, alarm, score, gain or usual
    /// @param figures of the ground: of an error the difference and its 95 % interval as shares, of an alarm the lowest place as a
    ///     share, of a score the FYP score, of a gain the expected rise of a score of 0 to 1
    public record Rated(int points, String ground, List<Double> figures) {

        static Rated of(Priority.Rating rating) {
            return new Rated(rating.points(), lower(rating.ground()), rating.figures());
        }
    }

    /// Where else it stands.
    ///
    /// @param state waiting, linked, failed or over
    /// @param standing open, started, done, dropped or gone, as the tracker last said
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Elsewhere(String connection, String kind, String state, String standing, String status,
            @Nullable String key, @Nullable URI link, @Nullable Instant checkedAt, @Nullable String reason) {

        static Elsewhere of(TrackedIssue issue) {
            return new Elsewhere(issue.connection(), issue.kind().label(), lower(issue.state()),
                    lower(issue.standing()), issue.status(), issue.key(), issue.link(), issue.checkedAt(),
                    issue.reason());
        }
    }

    /// The document of one.
    ///
    /// @param elsewhere null where it stands nowhere else
    /// @param history null where it was not asked for
    public static ActionDocument of(Action action, Instant now, @Nullable List<TrackedIssue> elsewhere,
            @Nullable List<Entry> history) {
        return new ActionDocument(action.id(), action.queue().label(), lower(action.state()), action.title(),
                action.priority().points(), Rated.of(action.priority().impact()), Rated.of(action.priority().effort()),
                action.assignee(), action.dueAt(), action.isLate(now), action.openedAt(), action.closedAt(),
                action.result(), elsewhere == null ? List.of() : elsewhere.stream().map(Elsewhere::of).toList(),
                history);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
