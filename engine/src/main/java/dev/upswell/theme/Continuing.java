package dev.upswell.theme;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.SphericalMeans;
import dev.upswell.embed.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A later run: themes go on under their ids while captions come and go.
///
/// Centres follow their hashtags slowly, members stay unless another theme is clearly nearer, what is due for a split or a merge must be due
/// for some runs in a row, and what fits no theme may found one.
public final class Continuing {

    /// Halves of a theme that are more alike than this are no two themes.
    private static final double HALVES = .45;
    private static final int STARTS = 3;

    /// What a run made of the last.
    ///
    /// @param grouping as of now
    /// @param changes what became of themes
    public record Carried(ThemeGroups grouping, List<ThemeChange> changes) {
        public Carried {
            changes = List.copyOf(changes);
        }
    }

    private final ThemeGroups last;
    private final List<Caption> captions;
    private final Instant at;
    private final ThemeSettings settings;
    private final long seed;
    private final List<HashtagPoint> points;
    private final List<ThemeChange> changes = new ArrayList<>();
    private long nextId;

    private Continuing(ThemeGroups last, List<Caption> captions, Embedder embedder, Instant at, long nextId,
            ThemeSettings settings, long seed) {
        this.last = last;
        this.captions = captions;
        this.at = at;
        this.nextId = nextId;
        this.settings = settings;
        this.seed = seed;
        this.points = HashtagPoint.telling(HashtagPoint.of(captions, embedder, settings),
                Joining.groups(captions, last.captions(), last.themes()), settings);
    }

    /// The last grouping carried on over these captions, those of the last grouping that still count among them.
    ///
    /// @param passed since the last run
    /// @param nextId no theme ever had it or a higher one
    public static Carried of(ThemeGroups last, List<Caption> captions, Embedder embedder, Instant at, Duration passed,
            long nextId, ThemeSettings settings, long seed) {
        return new Continuing(last, captions, embedder, at, nextId, settings, seed).carried(passed);
    }

    private Carried carried(Duration passed) {
        List<Theme> themes = merged(moved(passed));
        themes = split(themes);
        Map<String, Membership> hashtags = new Joining(themes, settings).hashtags(points, last.hashtags());
        themes = begun(themes, hashtags);
        Joining joining = new Joining(themes, settings);
        hashtags = joining.hashtags(points, last.hashtags());
        Map<String, Membership> members = joining.captions(captions, last.captions());
        List<Theme> seen = alive(themes, members);
        leave(seen, hashtags);
        leave(seen, members);
        int[] groups = Joining.groups(captions, members, seen);
        return new Carried(new ThemeGroups(seen, hashtags, members,
                SphericalMeans.silhouette(captions.stream().map(Caption::vector).toList(), groups,
                        seen.stream().map(Theme::centre).toList())),
                changes);
    }

    /// Centres follow the hashtags that belong to them now.
    private List<Theme> moved(Duration passed) {
        double kept = StrictMath.pow(2, -(double) passed.toMillis() / settings.memory().toMillis());
        List<List<HashtagPoint>> own = Joining.points(points, last.hashtags(), last.themes());
        List<Theme> moved = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Theme theme = last.themes().get(i);
            if (own.get(i).isEmpty()) {
                moved.add(theme);
                continue;
            }
            Vector centre = Vector.midst(List.of(theme.centre(), Founding.centre(own.get(i))),
                    new double[]{kept, 1 - kept}, theme.centre().size());
            moved.add(centre.saysNothing() ? theme : theme.at(centre));
        }
        return moved;
    }

    /// Themes that had a caption lately.
    private List<Theme> alive(List<Theme> themes, Map<String, Membership> members) {
        Map<Long, Instant> newest = new HashMap<>();
        for (Caption caption : captions) {
            Membership member = members.get(caption.video());
            if (member != null) {
                newest.merge(member.theme(), caption.postedAt(), Continuing::later);
            }
        }
        List<Theme> alive = new ArrayList<>();
        for (Theme theme : themes) {
            Instant lastAt = later(theme.lastCaptionAt(), newest.getOrDefault(theme.id(), Instant.EPOCH));
            if (lastAt.plus(settings.quiet()).isBefore(at)) {
                changes.add(new ThemeChange.Ended(theme.id()));
            } else {
                alive.add(theme.lastCaptionAt(lastAt));
            }
        }
        return alive;
    }

    private static void leave(List<Theme> alive, Map<String, Membership> members) {
        List<Long> ids = alive.stream().map(Theme::id).toList();
        members.values().removeIf(member -> !ids.contains(member.theme()));
    }

    /// Of two themes that have nearly been the same for long enough, the one begun later goes into the other.
    private List<Theme> merged(List<Theme> themes) {
        List<Theme> kept = new ArrayList<>();
        for (Theme theme : themes) {
            Optional<Theme> same = kept.stream()
                    .filter(other -> other.centre().likeness(theme.centre()) > settings.merged()).findFirst();
            if (same.isEmpty()) {
                kept.add(theme.mergeDue(null, 0));
                continue;
            }
            long with = same.get().id();
            int due = theme.mergeWith() != null && theme.mergeWith() == with ? theme.mergeDue() + 1 : 1;
            if (due >= settings.patience()) {
                changes.add(new ThemeChange.Merged(theme.id(), with));
            } else {
                kept.add(theme.mergeDue(with, due));
            }
        }
        return kept;
    }

    /// A theme whose halves lie farther apart than it lies from its nearest neighbour leaves the smaller half to a theme of its own.
    private List<Theme> split(List<Theme> themes) {
        List<List<HashtagPoint>> own = Joining.points(points, last.hashtags(), themes);
        List<Vector> centres = themes.stream().map(Theme::centre).toList();
        List<Theme> after = new ArrayList<>();
        for (int i = 0; i < themes.size(); i++) {
            Theme theme = themes.get(i);
            int next = SphericalMeans.nearest(theme.centre(), centres, i);
            double bar = Math.min(HALVES, next < 0 ? 1 : theme.centre().likeness(centres.get(next)));
            Optional<List<List<HashtagPoint>>> halves = halves(own.get(i), bar);
            int due = halves.isPresent() ? theme.splitDue() + 1 : 0;
            if (halves.isPresent() && due >= settings.patience()) {
                Theme larger = Founding.theme(halves.get().getFirst(), captions, at, theme.id(), settings);
                after.add(Theme.begun(theme.id(), larger.centre(), larger.bar(), theme.begunAt(),
                        theme.lastCaptionAt()));
                after.add(Founding.theme(halves.get().getLast(), captions, at, nextId, settings));
                changes.add(new ThemeChange.Split(theme.id(), nextId++));
            } else {
                after.add(theme.splitDue(due));
            }
        }
        return after;
    }

    /// Two halves that are large enough and less alike than this, the larger first.
    private Optional<List<List<HashtagPoint>>> halves(List<HashtagPoint> own, double bar) {
        if (own.size() < 2 * settings.leastHashtags()) {
            return Optional.empty();
        }
        SphericalMeans two = SphericalMeans.of(own.stream().map(HashtagPoint::vector).toList(), 2, STARTS, seed);
        List<HashtagPoint> one = new ArrayList<>();
        List<HashtagPoint> other = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            (two.groups()[i] == 0 ? one : other).add(own.get(i));
        }
        if (!large(one) || !large(other)
                || Founding.centre(one).likeness(Founding.centre(other)) >= bar) {
            return Optional.empty();
        }
        return Optional.of(one.size() >= other.size() ? List.of(one, other) : List.of(other, one));
    }

    private boolean large(List<HashtagPoint> group) {
        return group.size() >= settings.leastHashtags()
                && Joining.carrying(group, captions).size() >= settings.leastCaptions();
    }

    /// Hashtags of no theme may found one, if they hang together as well as three quarters of members of themes do.
    private List<Theme> begun(List<Theme> themes, Map<String, Membership> hashtags) {
        List<HashtagPoint> free = points.stream().filter(point -> !hashtags.containsKey(point.name())).toList();
        int captionsFree = Joining.carrying(free, captions).size();
        double[] likenesses = hashtags.values().stream().mapToDouble(Membership::likeness).sorted().toArray();
        double hang = likenesses.length == 0 ? 0 : likenesses[likenesses.length / 4];
        List<Theme> after = new ArrayList<>(themes);
        for (List<HashtagPoint> group : Founding.groups(free, captions,
                Math.max(1, captionsFree / settings.captionsEach()), settings, seed)) {
            Theme theme = Founding.theme(group, captions, at, nextId, settings);
            double together = group.stream().mapToDouble(point -> point.vector().likeness(theme.centre())).average()
                    .orElse(0);
            int nearest = SphericalMeans.nearest(theme.centre(), themes.stream().map(Theme::centre).toList(), -1);
            boolean apart = nearest < 0
                    || themes.get(nearest).centre().likeness(theme.centre()) <= settings.founded();
            if (together >= hang && apart) {
                after.add(theme);
                changes.add(new ThemeChange.Begun(nextId++));
            }
        }
        return after;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }
}
