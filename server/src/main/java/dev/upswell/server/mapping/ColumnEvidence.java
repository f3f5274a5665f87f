package dev.upswell.server.mapping;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.HeaderWords.Match;
import dev.upswell.server.mapping.RoleRules.RoleGuess;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known of a column before a role is given to it.
///
/// @param words of its name
/// @param subjects whom its name is about: hashtag, sound, creator, video
/// @param spoilt whether its name makes it something else than its words say, such as a rate
/// @param matches roles that its name speaks for, the best first
record ColumnEvidence(List<String> words, Set<String> subjects, boolean spoilt, List<Match> matches,
        ValueShapes shapes) {

    /// What share of values must look like something for it to count as such.
    static final double MOST = 0.8;

    private static final double STRONG = 4;
    private static final double CLEAR = 3;
    private static final double SOME = 1.5;

    static ColumnEvidence of(String name, List<String> values) {
        List<String> words = HeaderWords.words(name);
        HeaderWords known = HeaderWords.KNOWN;
        return new ColumnEvidence(words, known.subjects(words), known.spoilt(words), known.matches(words),
                ValueShapes.of(values));
    }

    boolean about(String subject) {
        return subjects.contains(subject);
    }

    /// How well the name speaks for a role, 0 to 1.
    double fit(ColumnRole role) {
        return spoilt
                ? 0
                : matches.stream().filter(match -> match.role() == role).mapToDouble(Match::fit).max().orElse(0);
    }

    boolean says(ColumnRole role) {
        return fit(role) >= 0.5;
    }

    /// Whether the values are ids of the platform, perhaps damaged ones.
    boolean ids() {
        return shapes.videoId() + shapes.lostId() >= MOST;
    }

    /// For which kinds of rows the column speaks, and how much. Each role speaks once.
    Map<EntityKind, Double> speaksFor(Set<ColumnRole> seen) {
        Map<EntityKind, Double> scores = new EnumMap<>(EntityKind.class);
        if (shapes.videoUrl() >= 0.6 && seen.add(ColumnRole.URL)) {
            scores.put(EntityKind.VIDEO, CLEAR);
        } else if (spoilt) {
            return scores;
        } else if (says(ColumnRole.ID) && (ids() || about("video")) && !about("sound") && !about("creator")
                && !about("hashtag")) {
            scores.put(EntityKind.VIDEO, CLEAR);
        } else if (about("hashtag") && says(ColumnRole.NAME) && shapes.name() >= MOST) {
            scores.put(EntityKind.HASHTAG, STRONG);
        } else if (about("sound") && (says(ColumnRole.SOUND) || says(ColumnRole.ID) || says(ColumnRole.CAPTION))
                && !about("creator") && seen.add(ColumnRole.SOUND)) {
            scores.put(EntityKind.SOUND, STRONG);
        } else if (says(ColumnRole.CREATOR) && !about("sound") && shapes.name() >= MOST
                && seen.add(ColumnRole.CREATOR)) {
            scores.put(EntityKind.CREATOR, CLEAR);
        } else if (says(ColumnRole.FOLLOWERS)) {
            scores.put(EntityKind.CREATOR, 1.0);
        } else if (describes(seen)) {
            scores.put(EntityKind.VIDEO, SOME);
        }
        return scores;
    }

    private boolean describes(Set<ColumnRole> seen) {
        boolean counts = shapes.count() >= MOST;
        for (Match match : matches) {
            boolean fits = switch (match.role()) {
                case COMMENTS, SHARES, SAVES -> counts;
                case CAPTION -> shapes.sentence() >= 0.5 && !about("sound");
                case DURATION -> counts || shapes.clock() >= MOST;
                case POSTED -> shapes.time() >= MOST;
                default -> false;
            };
            if (fits && says(match.role()) && seen.add(match.role())) {
                return true;
            }
        }
        return false;
    }

    /// Why the column has no role.
    RoleGuess ignored() {
        if (shapes.filled() == 0) {
            return new RoleGuess(ColumnRole.IGNORE, 0.5, "no row says anything");
        }
        if (spoilt) {
            return new RoleGuess(ColumnRole.IGNORE, 0.8, "its name says that it is none of what is read");
        }
        return matches.isEmpty()
                ? new RoleGuess(ColumnRole.IGNORE, 0.6, "its name says nothing that is known")
                : new RoleGuess(ColumnRole.IGNORE, 0.5,
                        "its name could say " + matches.getFirst().role().label()
                                + ", but its values or the rest do not");
    }
}
