package dev.upswell.server.plan;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.fyp.FypScore;
import dev.upswell.server.fyp.ScoreFilter;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.plan.PlannedWeek.Came;
import dev.upswell.server.plan.PlannedWeek.Placed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What came of slots whose time is over: the video that somebody told of, or the account's nearest.
final class SlotOutcomes {

    /// A video further from its slot was not posted for it.
    private static final Duration NEAR = Duration.ofHours(3);
    private static final int LOOKED_AT = 500;

    private final VideoScores scores;
    private final InstantSource clock;

    SlotOutcomes(VideoScores scores, InstantSource clock) {
        this.scores = scores;
        this.clock = clock;
    }

    /// These slots with what came of them.
    ///
    /// **cost** nothing while all lie ahead; else one list of scores
    List<Placed> of(List<PlannedSlot> slots) {
        Instant now = clock.instant();
        List<PlannedSlot> over = slots.stream().filter(one -> one.at().isBefore(now) || one.video() != null).toList();
        if (over.isEmpty()) {
            return slots.stream().map(one -> new Placed(one, null)).toList();
        }
        List<ScoredVideo> posted = scores
                .list(new ScoreFilter(over.getFirst().at().minus(NEAR), null, null), LOOKED_AT, 0)
                .items();
        Map<String, FypScore> told = scores
                .latest(over.stream().flatMap(one -> Stream.ofNullable(one.video())).toList());
        return slots.stream().map(one -> new Placed(one, over.contains(one) ? came(one, posted, told) : null)).toList();
    }

    private static @Nullable Came came(PlannedSlot slot, List<ScoredVideo> posted, Map<String, FypScore> told) {
        String video = slot.video();
        if (video != null) {
            FypScore score = told.get(video);
            String title = posted.stream().filter(one -> one.score().video().value().equals(video)).findFirst()
                    .map(ScoredVideo::title).orElse(video);
            return new Came(video, title, score == null ? null : score.postedAt(), points(score), true);
        }
        if (!slot.state().isDecided()) {
            return null;
        }
        return posted.stream().filter(one -> slot.account().equals(creator(one)))
                .filter(one -> away(slot, one).compareTo(NEAR) <= 0)
                .min(Comparator.comparing((ScoredVideo one) -> away(slot, one))
                        .thenComparing(one -> one.score().video()))
                .map(one -> new Came(one.score().video().value(), one.title(), one.score().postedAt(),
                        points(one.score()), false))
                .orElse(null);
    }

    private static Duration away(PlannedSlot slot, ScoredVideo one) {
        return Duration.between(slot.at(), one.score().postedAt()).abs();
    }

    private static @Nullable String creator(ScoredVideo one) {
        Video video = one.video();
        EntityId creator = video == null ? null : video.creator();
        return creator == null ? null : creator.value();
    }

    private static @Nullable Double points(@Nullable FypScore score) {
        return score == null || score.fyp().isEmpty() ? null : Double.valueOf(score.fyp().getAsDouble());
    }
}
