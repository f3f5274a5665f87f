package dev.upswell.theme;

import dev.upswell.embed.SphericalMeans;
import dev.upswell.embed.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who belongs to which theme: members stay unless another theme is clearly nearer, newcomers join what they are near enough to.
final class Joining {

    private final List<Theme> themes;
    private final List<Vector> centres;
    private final ThemeSettings settings;

    Joining(List<Theme> themes, ThemeSettings settings) {
        this.themes = themes;
        this.centres = themes.stream().map(Theme::centre).toList();
        this.settings = settings;
    }

    /// The memberships of hashtags by name.
    Map<String, Membership> hashtags(List<HashtagPoint> points, Map<String, Membership> before) {
        Map<String, Membership> now = new HashMap<>();
        points.forEach(point -> join(point.name(), point.vector(), before, now));
        return now;
    }

    /// The memberships of captions by video.
    Map<String, Membership> captions(List<Caption> captions, Map<String, Membership> before) {
        Map<String, Membership> now = new HashMap<>();
        captions.forEach(caption -> join(caption.video(), caption.vector(), before, now));
        return now;
    }

    private void join(String name, Vector vector, Map<String, Membership> before, Map<String, Membership> now) {
        int nearest = SphericalMeans.nearest(vector, centres, -1);
        if (nearest < 0) {
            return;
        }
        double likeness = vector.likeness(centres.get(nearest));
        int own = place(before.get(name));
        if (own >= 0 && likeness - vector.likeness(centres.get(own)) <= settings.stays()) {
            now.put(name, new Membership(themes.get(own).id(), vector.likeness(centres.get(own))));
        } else if (likeness >= themes.get(nearest).bar()) {
            now.put(name, new Membership(themes.get(nearest).id(), likeness));
        }
    }

    private int place(@Nullable Membership before) {
        for (int i = 0; before != null && i < themes.size(); i++) {
            if (themes.get(i).id() == before.theme()) {
                return i;
            }
        }
        return -1;
    }

    /// How alike to its centre a theme's own captions are, from the farthest: the bar for newcomers.
    static double bar(Vector centre, List<Vector> own, ThemeSettings settings) {
        double[] likenesses = own.stream().mapToDouble(centre::likeness).sorted().toArray();
        return likenesses.length == 0 ? 1 : likenesses[(int) (settings.joins() * (likenesses.length - 1))];
    }

    /// The captions that carry any of these hashtags, each once.
    static List<Caption> carrying(List<HashtagPoint> points, List<Caption> captions) {
        return points.stream().flatMapToInt(point -> Arrays.stream(point.captions())).distinct().sorted()
                .mapToObj(captions::get).toList();
    }

    /// When the newest of these was posted.
    static Instant last(List<Caption> captions, Instant atLeast) {
        return captions.stream().map(Caption::postedAt).reduce(atLeast, (a, b) -> b.isAfter(a) ? b : a);
    }

    /// For each caption the place of its theme in this list, or −1.
    static int[] groups(List<Caption> captions, Map<String, Membership> members, List<Theme> themes) {
        Map<Long, Integer> places = new HashMap<>();
        themes.forEach(theme -> places.put(theme.id(), places.size()));
        return captions.stream().mapToInt(caption -> {
            Membership member = members.get(caption.video());
            return member == null ? -1 : places.getOrDefault(member.theme(), -1);
        }).toArray();
    }

    /// The points of each of these themes.
    static List<List<HashtagPoint>> points(List<HashtagPoint> points, Map<String, Membership> members,
            List<Theme> themes) {
        Map<Long, List<HashtagPoint>> byTheme = new HashMap<>();
        for (HashtagPoint point : points) {
            Membership member = members.get(point.name());
            if (member != null) {
                byTheme.computeIfAbsent(member.theme(), id -> new ArrayList<>()).add(point);
            }
        }
        return themes.stream().map(theme -> byTheme.getOrDefault(theme.id(), List.of())).toList();
    }
}
