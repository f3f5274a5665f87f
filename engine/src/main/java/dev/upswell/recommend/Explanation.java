package dev.upswell.recommend;

import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Why a video was recommended, in words and tags.
///
/// @param tags categories that the person likes and the video is of, the strongest first
/// @param why one or two sentences in English that say no more than the scores do
public record Explanation(List<String> tags, String why) {

    private static final double MUCH = 0.6;
    private static final int NAMED = 3;
    private static final String BY_CROWD = "Others who turned to the same videos as you also turned to this one.";

    public Explanation {
        tags = List.copyOf(tags);
    }

    /// The explanation of a candidate.
    public static Explanation of(Ranked ranked, Profile profile) {
        List<Affinity> matched = matched(ranked.candidate(), profile);
        List<String> parts = new ArrayList<>();
        taste(ranked, profile, matched).ifPresent(parts::add);
        FinalScore score = ranked.score();
        if (isOfCrowd(ranked, profile)) {
            parts.add(BY_CROWD);
        }
        if (score.virality().term(Virality.SHARES).orElse(0) >= MUCH) {
            parts.add("It is shared often for its views.");
        } else if (score.engagement().orElse(0) >= MUCH) {
            parts.add("Viewers do much with it for its views.");
        } else if (score.virality().term(Virality.VIEWS).orElse(0) >= MUCH) {
            parts.add("Many have watched it.");
        } else if (score.virality().term(Virality.AGE).orElse(0) >= 0.9) {
            parts.add("It is new.");
        }
        List<String> unknown = score.unknown();
        if (!unknown.isEmpty()) {
            parts.add("Not known: " + String.join(", ", unknown) + ".");
        }
        return new Explanation(matched.stream().map(Affinity::tag).toList(), String.join(" ", parts));
    }

    /// Whether those who turned to the same are a reason: it was found by them, or they raise its score.
    private static boolean isOfCrowd(Ranked ranked, Profile profile) {
        Candidate.Audience audience = ranked.candidate().form().audience();
        boolean raised = (audience.late() != null || audience.overall() != null)
                && ranked.score().whole().term(FinalScore.CROWD).orElse(0) >= MUCH;
        return !profile.isStranger() && (raised || ranked.candidate().way() == Way.CROWD);
    }

    private static List<Affinity> matched(Candidate candidate, Profile profile) {
        Set<String> categories = candidate.categories();
        return categories == null
                ? List.of()
                : profile.affinities().stream().filter(affinity -> categories.contains(affinity.tag())).toList();
    }

    /// What it has to do with what is liked; empty where nothing is known of that.
    private static Optional<String> taste(Ranked ranked, Profile profile, List<Affinity> matched) {
        if (!matched.isEmpty()) {
            return Optional.of("You like " + matched.stream().limit(NAMED).map(Explanation::named)
                    .reduce((one, other) -> one + ", " + other).orElseThrow() + ".");
        }
        if (profile.isStranger()) {
            return Optional.of(ranked.candidate().form().audience().acclaim() == null
                    ? "Little is known of what you like, so this is popular with others."
                    : "Little is known of what you like, so this is what people here did much with.");
        }
        if (isOfCrowd(ranked, profile)) {
            return Optional.empty();
        }
        if (ranked.candidate().way() == Way.POPULARITY) {
            return Optional.of("It is popular with others.");
        }
        return ranked.score().relevance().term(Relevance.MEANING).orElse(0) > 0.5
                ? Optional.of("Its words are like those of videos you liked.")
                : Optional.empty();
    }

    private static String named(Affinity affinity) {
        return String.format(Locale.ROOT, "%s (%.2f)", affinity.tag(), affinity.affinity());
    }
}
