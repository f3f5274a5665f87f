package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.grounding.BlockedPhrases;
import dev.upswell.grounding.Check;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.grounding.Verdict;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.theme.CollisionRun.Kind;
import dev.upswell.server.theme.CollisionRun.Pair;
import dev.upswell.server.theme.Collisions;
import dev.upswell.theme.Collision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells what takes up the same creators while both rise.
public final class CollisionTelling {

    private static final Duration CURRENT = Duration.ofDays(7);
    private static final int LONGEST = 300;
    private static final String PAGE = "/themes/collisions";
    private static final String WINDOW = "28 d";
    private static final String WEEK = "7 d";

    private final Collisions collisions;

    public CollisionTelling(Collisions collisions) {
        this.collisions = collisions;
    }

    /// What collides with a hashtag, as of an instant; empty for other kinds, where nothing does, and where no search of the week before is
    /// kept.
    Optional<Told> of(Topic topic, EntityId entity, Instant end) {
        if (entity.kind() != EntityKind.HASHTAG) {
            return Optional.empty();
        }
        CollisionRun run = collisions.last(Kind.HASHTAG, end).filter(one -> one.asOf().isAfter(end.minus(CURRENT)))
                .orElse(null);
        Pair pair = run == null
                ? null
                : run.found().stream().filter(one -> one.collision().one().subject().equals(entity.value())
                        || one.collision().other().subject().equals(entity.value())).findFirst().orElse(null);
        if (run == null || pair == null) {
            return Optional.empty();
        }
        Known known = new Known();
        return Optional.of(Told.of(topic, run.asOf(), known, lines(pair, run, known)));
    }

    /// What each pair of a search means, in sentences of a language; those that do not pass the check of what models write are left out.
    public List<List<String>> sentences(CollisionRun run, Locale language) {
        NarrativeText text = NarrativeText.in(language);
        Check check = new Check(BlockedPhrases.standard(), LONGEST);
        return run.found().stream().map(pair -> {
            Known known = new Known();
            List<String> told = text.sentences(lines(pair, run, known));
            return told.stream()
                    .filter(sentence -> check.of(sentence, known.evidence(run.asOf()), language).failures().isEmpty())
                    .map(sentence -> new Verdict.Sentence(sentence, List.of()).shown()).toList();
        }).toList();
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
