package dev.upswell.server.act.page;

import dev.upswell.server.act.Action;
import dev.upswell.server.act.Priority.Rating;
import dev.upswell.server.act.Source;
import dev.upswell.server.integrate.TrackedIssue;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that is to be done, as pages show it.
///
/// @param title in the reader's language, where its source has one
/// @param level how soon, as it ends a key
/// @param impactWhy from where its impact comes
/// @param effortWhy from where its effort comes
/// @param link where it arose
record ActionView(Action action, String title, String queue, String state, String level, String impactWhy,
        String effortWhy, boolean late, String link, List<Elsewhere> elsewhere) {

    ActionView {
        elsewhere = List.copyOf(elsewhere);
    }

    /// Where else it stands.
    ///
    /// @param how as it ends a key: of the carrying until it is there, then of how it stands there
    record Elsewhere(TrackedIssue issue, String how) {

        static Elsewhere of(TrackedIssue issue) {
            return new Elsewhere(issue, switch (issue.state()) {
                case WAITING -> "waiting";
                case FAILED -> "failed";
                case LINKED, OVER -> lower(issue.standing());
            });
        }
    }

    /// What makes views.
    record Maker(Words words, Figures figures, Instant now) {

        ActionView view(Action action, @Nullable List<TrackedIssue> elsewhere) {
            return new ActionView(action, title(action), action.queue().label(), lower(action.state()),
                    lower(action.priority().level()), why(action.priority().impact()),
                    why(action.priority().effort()), action.isLate(now), link(action),
                    elsewhere == null ? List.of() : elsewhere.stream().map(Elsewhere::of).toList());
        }

        private String title(Action action) {
            return action.source() instanceof Source.OfPlaybook(var playbook, String creator)
                    ? words.say("actions.playbook",
                            words.sayOr("playbook." + playbook.gap().field() + ".title", playbook.gap().field()),
                            creator)
                    : action.title();
        }

        private String why(Rating rating) {
            List<Double> told = rating.figures();
            return switch (rating.ground()) {
                case SET -> words.say("actions.why.set");
                case USUAL -> words.say("actions.why.usual");
                case ERROR -> words.say("actions.why.error", points(told.get(0)), points(told.get(1)),
                        points(told.get(2)));
                case ALARM -> words.say("actions.why.alarm", figures.floor(told.getFirst()));
                case SCORE -> words.say("actions.why.score", figures.score(told.getFirst(), 0));
                case GAIN -> words.say("actions.why.gain", figures.signed(told.getFirst(), 2));
            };
        }

        private String points(double share) {
            return figures.score(100 * share, 1);
        }

        private static String link(Action action) {
            return switch (action.queue()) {
                case VIDEOS -> "/videos/rules#plans";
                case FORECASTS -> "/models/tasks#task-" + action.id();
                case CREATORS -> "/creators";
            };
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
