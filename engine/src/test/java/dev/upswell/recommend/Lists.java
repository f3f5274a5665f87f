package dev.upswell.recommend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.embed.Vector;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People and videos for tests.
final class Lists {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Vector EAST = Vector.of(1.0, 0, 0);
    static final Vector NORTH = Vector.of(0, 1.0, 0);

    private Lists() {
    }

    static Profile person(Object... tagsAndAffinities) {
        List<Affinity> affinities = new ArrayList<>();
        for (int i = 0; i < tagsAndAffinities.length; i += 2) {
            double affinity = (Double) tagsAndAffinities[i + 1];
            affinities.add(new Affinity((String) tagsAndAffinities[i], affinity, affinity, 0, "because", List.of()));
        }
        return new Profile(new EntityId(EntityKind.CREATOR, "me"), NOW, new Profile.Sample(0, 0, 9, 0), null,
                affinities, EAST,
                EAST, List.of());
    }

    static Profile stranger() {
        return new Profile(new EntityId(EntityKind.CREATOR, "new"), NOW, new Profile.Sample(0, 0, 0, 0), null,
                List.of(),
                Vector.nothing(3), Vector.nothing(3), List.of());
    }

    static Candidate.Tally counts(long views, long likes, long comments, long shares) {
        return new Candidate.Tally(views, likes, comments, shares);
    }

    static Candidate video(String id, @Nullable String creator, Candidate.Tally counts,
            @Nullable Set<String> categories) {
        return new Candidate(id, creator, NOW.minus(Duration.ofHours(3)), null, counts, categories, EAST, Way.QUERY,
                Candidate.Form.UNKNOWN, Map.of());
    }

    static Candidate unknown(String id) {
        return new Candidate(id, null, null, null, Candidate.Tally.NONE, null, null, Way.POPULARITY,
                Candidate.Form.UNKNOWN,
                Map.of());
    }

    static FinalScore.Scoring scoring(Profile person) {
        return FinalScore.Scoring.of(person, new EngagementQuality(0.3), ScoreWeights.USUAL, NOW);
    }

    /// A candidate whose score is just this.
    static Ranked ranked(String id, @Nullable String creator, double order, String... categories) {
        Candidate candidate = video(id, creator, Candidate.Tally.NONE, Set.of(categories));
        return Ranked.of(candidate, scoring(person("x", 0.9)).of(candidate), order);
    }
}
