package dev.upswell.theme;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.SphericalMeans;
import dev.upswell.embed.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The first grouping: hashtags gathered by likeness, then captions around them.
///
/// Captions have many equally good groupings, so this one is made once; [Continuing] carries it on.
public final class Founding {

    private static final int STARTS = 5;
    private static final int COARSE = 40;

    private Founding() {
    }

    /// Themes of these captions; none where there are too few.
    ///
    /// @param firstId themes are numbered from here on
    public static ThemeGroups of(List<Caption> captions, Embedder embedder, Instant at, long firstId,
            ThemeSettings settings, long seed) {
        List<Vector> vectors = captions.stream().map(Caption::vector).toList();
        SphericalMeans coarse = SphericalMeans.of(vectors,
                Math.min(COARSE, captions.size() / settings.captionsEach()), 1, seed);
        List<HashtagPoint> points = HashtagPoint.telling(HashtagPoint.of(captions, embedder, settings),
                coarse.groups(), settings);
        List<Theme> themes = groups(points, captions, captions.size() / settings.captionsEach(), settings, seed)
                .stream().map(group -> theme(group, captions, at, firstId, settings)).toList();
        List<Theme> numbered = new ArrayList<>();
        themes.forEach(theme -> numbered.add(Theme.begun(firstId + numbered.size(), theme.centre(), theme.bar(), at,
                theme.lastCaptionAt())));
        Joining joining = new Joining(numbered, settings);
        Map<String, Membership> hashtags = joining.hashtags(points, Map.of());
        Map<String, Membership> members = joining.captions(captions, Map.of());
        return new ThemeGroups(numbered, hashtags, members, SphericalMeans.silhouette(vectors,
                Joining.groups(captions, members, numbered), numbered.stream().map(Theme::centre).toList()));
    }

    static Theme theme(List<HashtagPoint> points, List<Caption> captions, Instant at, long id,
            ThemeSettings settings) {
        Vector centre = centre(points);
        List<Caption> own = Joining.carrying(points, captions);
        return Theme.begun(id, centre, Joining.bar(centre, own.stream().map(Caption::vector).toList(), settings), at,
                Joining.last(own, Instant.EPOCH));
    }

    static Vector centre(List<HashtagPoint> points) {
        return HashtagPoint.midst(points.stream().map(HashtagPoint::vector).toList(),
                points.getFirst().vector().size());
    }

    /// Hashtags gathered around so many centres; groups that are alike are one, and those too small are left out.
    static List<List<HashtagPoint>> groups(List<HashtagPoint> points, List<Caption> captions, int count,
            ThemeSettings settings, long seed) {
        int most = Math.min(settings.mostThemes(),
                Math.min(count, Math.max(1, points.size() / (2 * settings.leastHashtags()))));
        int[] found = SphericalMeans.of(points.stream().map(HashtagPoint::vector).toList(), most, STARTS, seed)
                .groups();
        List<List<HashtagPoint>> groups = new ArrayList<>();
        for (int group = 0; group < most; group++) {
            List<HashtagPoint> own = new ArrayList<>();
            for (int i = 0; i < found.length; i++) {
                if (found[i] == group) {
                    own.add(points.get(i));
                }
            }
            if (!own.isEmpty()) {
                groups.add(own);
            }
        }
        joinAlike(groups, settings.founded());
        groups.removeIf(group -> group.size() < settings.leastHashtags()
                || Joining.carrying(group, captions).size() < settings.leastCaptions()
                || centre(group).saysNothing());
        return groups;
    }

    private static void joinAlike(List<List<HashtagPoint>> groups, double bar) {
        while (true) {
            double most = bar;
            int one = -1;
            int other = -1;
            List<Vector> centres = groups.stream().map(Founding::centre).toList();
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    double likeness = centres.get(i).likeness(centres.get(j));
                    if (likeness > most) {
                        most = likeness;
                        one = i;
                        other = j;
                    }
                }
            }
            if (one < 0) {
                return;
            }
            groups.get(one).addAll(groups.remove(other));
        }
    }
}
