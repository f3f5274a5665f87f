package dev.upswell.server.mapping;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.HeaderWords.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The roles that a column may have in a table of one kind.
final class RoleRules {

    private static final double LEAST = 0.5;
    private static final double NAME_AND_VALUES = 0.5;
    /// A table has few sources, each of which tells many rows.
    private static final int MOST_SOURCES = 20;

    private final ColumnEvidence column;
    private final @Nullable EntityKind kind;
    private final ValueShapes shapes;
    private final List<RoleGuess> guesses = new ArrayList<>();

    /// A role that a column may have, how sure that is, and why.
    record RoleGuess(ColumnRole role, double confidence, String why) {
    }

    private RoleRules(ColumnEvidence column, @Nullable EntityKind kind) {
        this.column = column;
        this.kind = kind;
        this.shapes = column.shapes();
    }

    static List<RoleGuess> guesses(ColumnEvidence column, @Nullable EntityKind kind) {
        RoleRules rules = new RoleRules(column, kind);
        if (column.shapes().filled() > 0) {
            rules.byValues();
            // An average of views is no count of them, but an average watch time is what it says.
            column.matches().stream().filter(match -> match.role().viewing() || !column.spoilt())
                    .forEach(rules::byName);
        }
        return rules.guesses;
    }

    private void byValues() {
        if (shapes.kind() >= 0.95 && (column.words().contains("kind") || column.words().contains("type"))) {
            guesses.add(new RoleGuess(ColumnRole.KIND, 0.95, "its values are kinds of entities"));
        }
        if (shapes.videoUrl() >= 0.6 && kind == EntityKind.VIDEO) {
            guesses.add(new RoleGuess(ColumnRole.URL, 0.5 + shapes.videoUrl() / 2,
                    percent(shapes.videoUrl()) + " of its values are addresses of videos"));
        }
    }

    private void byName(Match match) {
        switch (match.role()) {
            case VIEWS, LIKES, COMMENTS, SHARES, SAVES, POSTS, FOLLOWERS -> {
                if (counted(match.role())) {
                    add(match, match.role(), shapes.count(), "counts");
                }
            }
            case OBSERVED -> {
                add(match, ColumnRole.OBSERVED, shapes.time(), "times");
                add(match, ColumnRole.CLOCK, shapes.clock(), "times of the day");
            }
            case COMPLETION_RATE, REWATCH_RATIO, RETENTION_3S, RETENTION_5S ->
                only(EntityKind.VIDEO, match, match.role(), shapes.count() + shapes.fraction(), "numbers");
            case AVERAGE_WATCH -> only(EntityKind.VIDEO, match, match.role(),
                    Math.max(shapes.count() + shapes.fraction(), shapes.clock()), "lengths");
            case PROFILE_VIEWS, LINK_CLICKS, NEW_FOLLOWERS ->
                only(EntityKind.VIDEO, match, match.role(), shapes.count(), "counts");
            case POSTED -> only(EntityKind.VIDEO, match, ColumnRole.POSTED, shapes.time(), "times");
            case DURATION -> only(EntityKind.VIDEO, match, ColumnRole.DURATION,
                    Math.max(shapes.count() + shapes.fraction(), shapes.clock()), "lengths");
            case HASHTAGS -> only(EntityKind.VIDEO, match, ColumnRole.HASHTAGS, shapes.list() + shapes.name(), "lists");
            case CAPTION -> caption(match);
            case ID -> id(match);
            case NAME -> name(match);
            case CREATOR -> creator(match);
            case SOUND -> sound(match);
            case SOURCE -> {
                if (shapes.distinct() <= MOST_SOURCES && shapes.distinct() * 2 <= shapes.filled()) {
                    add(match, ColumnRole.SOURCE, shapes.source(), "names, " + shapes.distinct() + " different ones");
                }
            }
            case URL, IGNORE, KIND, CLOCK, CELLS -> {
                // Addresses and kinds are told by their values, cells by the whole header.
            }
        }
    }

    /// Whether rows of this kind have such a counter, and the name is not about another entity.
    private boolean counted(ColumnRole counter) {
        if (kind == null) {
            return true;
        }
        boolean others = column.about("creator") && kind != EntityKind.CREATOR
                || column.about("sound") && kind != EntityKind.SOUND
                || column.about("hashtag") && kind != EntityKind.HASHTAG;
        return switch (counter) {
            case FOLLOWERS -> kind == EntityKind.CREATOR || kind == EntityKind.VIDEO;
            case POSTS -> kind != EntityKind.VIDEO || column.about("sound");
            default -> !others;
        };
    }

    private void caption(Match match) {
        if (kind == EntityKind.VIDEO && !column.about("sound") && !column.about("creator")) {
            add(match, ColumnRole.CAPTION, shapes.sentence() + shapes.name() + shapes.list(), "texts");
        } else if (kind == EntityKind.SOUND) {
            add(match, ColumnRole.NAME, shapes.sentence() + shapes.name(), "titles");
        }
    }

    private void id(Match match) {
        String subject = kind == null ? "" : kind.label();
        boolean other = column.subjects().stream().anyMatch(each -> !each.equals(subject));
        if (kind == EntityKind.VIDEO && column.about("sound")) {
            add(match, ColumnRole.SOUND, shapes.videoId() + shapes.lostId(), "ids");
        } else if (kind == EntityKind.VIDEO && !other) {
            add(match, ColumnRole.ID, Math.max(shapes.videoId() + shapes.lostId(), shapes.count()), "ids");
        } else if (kind == EntityKind.SOUND && !other) {
            add(match, ColumnRole.ID, Math.max(shapes.videoId(), shapes.count()), "ids");
        } else if (kind != null && kind != EntityKind.VIDEO && column.about(subject)) {
            add(match, ColumnRole.ID, 0.8 * Math.max(shapes.videoId(), shapes.count()), "ids");
        }
    }

    private void name(Match match) {
        switch (kind) {
            case null -> {
            }
            case HASHTAG -> add(match, ColumnRole.NAME, column.about("creator") ? 0 : shapes.name(), "names");
            case CREATOR -> add(match, ColumnRole.NAME, shapes.name(), "handles");
            case SOUND -> add(match, ColumnRole.NAME,
                    column.about("creator") ? 0 : shapes.name() + shapes.sentence(), "titles");
            case VIDEO -> {
                if (column.about("creator") && !column.about("sound")) {
                    add(match, ColumnRole.CREATOR, shapes.name(), "handles");
                } else if (column.about("hashtag")) {
                    add(match, ColumnRole.HASHTAGS, shapes.name() + shapes.list(), "names");
                } else if (!column.about("sound")) {
                    add(match, ColumnRole.CAPTION, shapes.sentence(), "texts");
                }
            }
        }
    }

    private void creator(Match match) {
        if (column.about("sound")) {
            return;
        }
        if (kind == EntityKind.VIDEO) {
            add(match, ColumnRole.CREATOR, shapes.name(), "handles");
        } else if (kind == EntityKind.CREATOR) {
            add(match, ColumnRole.NAME, shapes.name(), "handles");
        }
    }

    private void sound(Match match) {
        if (kind == EntityKind.VIDEO) {
            add(match, ColumnRole.SOUND, shapes.videoId() + shapes.lostId(), "ids");
        } else if (kind == EntityKind.SOUND) {
            add(match, ColumnRole.ID, shapes.videoId(), "ids");
            add(match, ColumnRole.NAME, shapes.sentence() + shapes.name(), "titles");
        }
    }

    private void only(EntityKind wanted, Match match, ColumnRole role, double share, String what) {
        if (kind == wanted) {
            add(match, role, share, what);
        }
    }

    /// Adds a role where most values bear it out.
    private void add(Match match, ColumnRole role, double share, String what) {
        double borne = Math.min(1, share);
        if (borne < 0.6) {
            return;
        }
        double confidence = NAME_AND_VALUES * match.fit() + (1 - NAME_AND_VALUES) * borne;
        if (confidence >= LEAST) {
            guesses.add(new RoleGuess(role, Math.min(0.99, confidence),
                    "its name has \"" + match.phrase() + "\", " + percent(borne) + " of its values are " + what));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
