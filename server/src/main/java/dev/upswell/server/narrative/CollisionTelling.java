package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.theme.CollisionRun.Kind;
import dev.upswell.server.theme.CollisionRun.Pair;
import dev.upswell.server.theme.Collisions;
import dev.upswell.theme.Collision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells what takes up the same creators while both rise.
final class CollisionTelling {

    private static final Duration CURRENT = Duration.ofDays(7);
    private static final String PAGE = "/themes/collisions";
    private static final String WINDOW = "28 d";
    private static final String WEEK = "7 d";

    private final Collisions collisions;

    CollisionTelling(Collisions collisions) {
        this.collisions = collisions;
    }

    /// The last search of a kind; empty before the first.
    Optional<CollisionRun> last(Kind kind) {
        return collisions.last(kind, null);
    }

    /// The last search of a kind of the week before an instant; empty where none is kept.
    Optional<CollisionRun> current(Kind kind, Instant end) {
        return collisions.last(kind, end).filter(one -> one.asOf().isAfter(end.minus(CURRENT)));
    }

    /// The surest of what collides with a hashtag or a theme, as of an instant; empty for other kinds, where nothing does, and where no
    /// search of the week before is kept.
    Optional<Told> of(Topic topic, Instant end) {
        return kind(topic).flatMap(kind -> current(kind, end)).flatMap(run -> surest(run, topic.id()).map(pair -> {
            Known known = new Known();
            return Told.of(topic, run.asOf(), known, lines(pair, run, known));
        }));
    }

    private static Optional<Kind> kind(Topic topic) {
        return topic.isTheme()
                ? Optional.of(Kind.THEME)
                : topic.kind().equals(EntityKind.HASHTAG.label()) ? Optional.of(Kind.HASHTAG) : Optional.empty();
    }

    private static Optional<Pair> surest(CollisionRun run, String subject) {
        return run.found().stream().filter(one -> one.collision().one().subject().equals(subject)
                || one.collision().other().subject().equals(subject)).findFirst();
    }

    /// By what a pair of a search is told: its side of which it is the surest pair; empty where either side has a surer one, whose text
    /// stands then.
    static Optional<Topic> teller(CollisionRun run, Pair pair) {
        return Stream.of(side(run, pair.collision().one().subject(), pair.oneName()),
                side(run, pair.collision().other().subject(), pair.otherName()))
                .filter(side -> surest(run, side.id()).filter(pair::equals).isPresent()).findFirst();
    }

    private static Topic side(CollisionRun run, String subject, String name) {
        return switch (run.kind()) {
            case HASHTAG -> Topic.of(EntityId.hashtag(subject), subject);
            case THEME -> Topic.theme(subject, name);
        };
    }

    /// The sentences of a pair, and the facts that they cite.
    static List<Told.Line> lines(Pair pair, CollisionRun run, Known known) {
        Collision one = pair.collision();
        String page = PAGE + "?kind=" + run.kind().label();
        String first = Topic.fit(pair.oneName());
        String second = Topic.fit(pair.otherName());
        Fact shared = known.number(first, "creators who carried it together with " + second + " in 28 days",
                one.creators().both(), Unit.CREATORS, run.asOf(), WINDOW, page);
        Fact times = known.number(first, "shared creators beside chance",
                Math.round(10 * one.creators().ratio()) / 10.0, Unit.RATIO,
                run.asOf(), null, page);
        List<Told.Line> lines = new ArrayList<>();
        lines.add(Told.Line.of("collision.shared", first, shared, second, times));
        lines.add(Told.Line.of("collision.rise", first, known.number(first, "creators in 7 days",
                one.one().lastWeek(), Unit.CREATORS, run.asOf(), WEEK, page),
                known.number(first, "creators in the 7 days before", one.one().weekBefore(), Unit.CREATORS,
                        run.asOf().minus(CURRENT), WEEK, page)));
        lines.add(Told.Line.of("collision.rise", second, known.number(second, "creators in 7 days",
                one.other().lastWeek(), Unit.CREATORS, run.asOf(), WEEK, page),
                known.number(second, "creators in the 7 days before", one.other().weekBefore(), Unit.CREATORS,
                        run.asOf().minus(CURRENT), WEEK, page)));
        Fact together = known.number(first, "creators who carried it in one video with " + second, one.togetherBy(),
                Unit.CREATORS, run.asOf(), WINDOW, page);
        lines.add(Told.Line.of(switch (one.manner()) {
            case TOGETHER -> "collision.together";
            case APART -> "collision.apart";
            case OPEN -> "collision.open";
        }, first, together, second));
        return lines;
    }
}
