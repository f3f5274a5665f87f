package dev.upswell.theme;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.theme.Divergence.Kind;
import dev.upswell.theme.Divergence.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks for subjects that mean nearly the same and move differently.
///
/// ```
/// compared   an emerging hashtag with every theme and with every hashtag that does not emerge, and themes with each other
/// near       their cosine is 0.75 or more, or as high as that of half of the hashtags to their own theme where that is less
/// apart      their momentum differs by more than 0.4
/// found      near and apart, the farthest apart first
/// ```
///
/// The second limit is there because spaces differ: of vectors that were learnt from a tenant's own captions few lie within 0.75 of anything,
/// their own theme included.
///
/// How many of all compared pairs are apart, whether near or not, is told beside it: what is found means something only where near pairs are
/// apart less often than others, as things alike should be.
public final class Diverging {

    /// Least cosine of two that are near, where hashtags lie as near to their own theme.
    public static final double NEAR = .75;
    /// Momentum that differs by more is apart.
    public static final double APART = .4;

    private static final int MOST = 100;
    /// A theme of fewer hashtags with a known momentum has none.
    private static final int LEAST_HASHTAGS = 3;

    /// How a hashtag moves.
    ///
    /// @param momentum [0..1]
    public record Motion(double momentum, boolean isEmerging) {
    }

    /// What was looked at, and what was found.
    ///
    /// @param hashtags of known vector and momentum
    /// @param emerging how many of them emerge
    /// @param themes of known momentum
    /// @param limit cosine from which on a pair was near
    /// @param pairs that were compared
    /// @param apart how many of these are apart
    /// @param near how many of them are near
    /// @param nearApart how many are both: all that were found, of which 100 are kept at most
    public record Search(int hashtags, int emerging, int themes, double limit, int pairs, int apart, int near,
            int nearApart,
            List<Divergence> found) {

        public Search {
            found = List.copyOf(found);
        }
    }

    private record Placed(Subject subject, Vector vector, boolean isEmerging) {
    }

    private final double limit;
    private int pairs;
    private int apart;
    private int near;
    private final List<Divergence> found = new ArrayList<>();

    private Diverging(double limit) {
        this.limit = limit;
    }

    /// What diverges as of one run of themes.
    ///
    /// @param captions by which hashtags have their place
    /// @param motions of hashtags by name; those that are missing are compared with nothing
    /// **cost** all pairs of an emerging hashtag with another, and of themes
    public static Search of(ThemeGroups groups, List<Caption> captions, Embedder embedder, Map<String, Motion> motions,
            ThemeSettings settings) {
        List<HashtagPoint> points = HashtagPoint.telling(HashtagPoint.of(captions, embedder, settings),
                Joining.groups(captions, groups.captions(), groups.themes()), settings);
        List<Placed> hashtags = points.stream().filter(point -> motions.containsKey(point.name())).map(point -> {
            Motion motion = Objects.requireNonNull(motions.get(point.name()));
            return new Placed(new Subject(Kind.HASHTAG, point.name(), motion.momentum()), point.vector(),
                    motion.isEmerging());
        }).toList();
        return new Diverging(limit(groups)).search(hashtags, themes(groups, motions));
    }

    private static double limit(ThemeGroups groups) {
        double[] likenesses = groups.hashtags().values().stream().mapToDouble(Membership::likeness).sorted().toArray();
        return likenesses.length == 0 ? NEAR : Math.min(NEAR, likenesses[likenesses.length / 2]);
    }

    private static List<Placed> themes(ThemeGroups groups, Map<String, Motion> motions) {
        return groups.themes().stream().flatMap(theme -> {
            double[] own = groups.hashtags().entrySet().stream().filter(one -> one.getValue().theme() == theme.id())
                    .flatMap(one -> Optional.ofNullable(motions.get(one.getKey())).stream())
                    .mapToDouble(Motion::momentum).sorted().toArray();
            return own.length < LEAST_HASHTAGS
                    ? Stream.empty()
                    : Stream.of(new Placed(
                            new Subject(Kind.THEME, Long.toString(theme.id()),
                                    (own[(own.length - 1) / 2] + own[own.length / 2]) / 2),
                            theme.centre(), false));
        }).toList();
    }

    private Search search(List<Placed> hashtags, List<Placed> themes) {
        List<Placed> emerging = hashtags.stream().filter(Placed::isEmerging).toList();
        for (Placed one : emerging) {
            themes.forEach(theme -> compare(one, theme));
            hashtags.stream().filter(other -> !other.isEmerging()).forEach(other -> compare(one, other));
        }
        for (int i = 0; i < themes.size(); i++) {
            for (int j = i + 1; j < themes.size(); j++) {
                compare(themes.get(i), themes.get(j));
            }
        }
        List<Divergence> first = found.stream().sorted(Comparator.comparingDouble(Divergence::difference).reversed()
                .thenComparing(pair -> pair.one().id()).thenComparing(pair -> pair.other().id())).limit(MOST).toList();
        return new Search(hashtags.size(), emerging.size(), themes.size(), limit, pairs, apart, near, found.size(),
                first);
    }

    private void compare(Placed one, Placed other) {
        double likeness = one.vector().likeness(other.vector());
        boolean isApart = Math.abs(one.subject().momentum() - other.subject().momentum()) > APART;
        boolean isNear = likeness >= limit;
        pairs++;
        apart += isApart ? 1 : 0;
        near += isNear ? 1 : 0;
        if (isApart && isNear) {
            boolean first = one.subject().momentum() > other.subject().momentum();
            found.add(new Divergence(first ? one.subject() : other.subject(), first ? other.subject() : one.subject(),
                    likeness));
        }
    }
}
