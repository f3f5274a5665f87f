package dev.upswell.recommend;

import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The origin's score as it stood, for comparison only: nothing of the product uses it.
///
/// What is missing counts as 0. A tag matches in part when one contains the other, so "art" is in "party". Likeness below 0 is 0. Where
/// the origin's page leaves a scale open (share ratio, engagement above a tenth), that of the spec is taken.
public final class SeedScores {

    private SeedScores() {
    }

    /// The score of a video for a person, 0 to 1.
    public static double of(Candidate candidate, Profile profile, Instant now) {
        return 0.3 * virality(candidate, now) + 0.4 * relevance(candidate, profile)
                + 0.3 * engagement(candidate.counts());
    }

    private static double virality(Candidate candidate, Instant now) {
        double views = or0(candidate.counts().views());
        double acts = or0(candidate.counts().likes()) + or0(candidate.counts().comments())
                + or0(candidate.counts().shares());
        double rate = views > 0 ? acts / views : 0;
        double ratio = views > 0 ? or0(candidate.counts().shares()) / views : 0;
        return 0.3 * Virality.byViews(views) + 0.3 * Virality.byRate(rate) + 0.2 * Virality.byShareRatio(ratio)
                + 0.2 * Virality.byAge(candidate.postedAt(), now).orElse(0.1);
    }

    private static double relevance(Candidate candidate, Profile profile) {
        Set<String> categories = candidate.categories() == null ? Set.of() : candidate.categories();
        double match = 0;
        for (Affinity affinity : profile.affinities()) {
            match += affinity.affinity() * matching(affinity.tag(), categories);
        }
        double cosine = Relevance.likeness(profile.longTaste(), candidate.vector()).orElse(0.5) * 2 - 1;
        return 0.4 * Math.min(1, match) + 0.4 * Math.max(0, cosine) + 0.2 * candidate.way().boost();
    }

    private static double matching(String tag, Set<String> categories) {
        if (categories.contains(tag)) {
            return 1;
        }
        return categories.stream().anyMatch(category -> category.contains(tag) || tag.contains(category)) ? 0.5 : 0;
    }

    private static double engagement(Candidate.Tally counts) {
        return EngagementQuality.raw(new Candidate.Tally(counts.views(), (long) or0(counts.likes()),
                (long) or0(counts.comments()), (long) or0(counts.shares()))).orElse(0);
    }

    private static double or0(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
