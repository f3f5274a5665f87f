package dev.upswell.server.across;

import dev.upswell.across.Transfer;
import dev.upswell.content.EntityId;
import dev.upswell.server.creative.PatternRuns.Posted;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSubject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far patterns of one hashtag may be carried over to another.
public final class Transfers {

    /// Hashtags that fewer of the videos have say little of a subject.
    private static final double USUAL = 0.05;

    private final PatternRuns videos;

    public Transfers(PatternRuns videos) {
        this.videos = videos;
    }

    /// What is told besides the stored videos.
    ///
    /// @param audience likeness of the audiences, 0 to 1; null where unknown
    /// @param fromStage where the first product stands in its life; null where unknown
    /// @param toStage where the other stands; null where unknown
    public record Told(@Nullable Double audience, Transfer.@Nullable Stage fromStage,
            Transfer.@Nullable Stage toStage) {
    }

    /// A transfer with what its overlap rests on.
    ///
    /// @param shared hashtags that both use
    /// @param first hashtags that the first uses, in one of twenty videos at least
    /// @param second those of the other
    public record Weighed(String from, String to, Transfer transfer, Set<String> shared, int first, int second) {
    }

    /// How far patterns of the first hashtag may be carried over to the second.
    ///
    /// **errors** [AcrossRefused] when no video of one is stored
    public Weighed between(String from, String to, Told told) {
        String first = name(from);
        String second = name(to);
        Set<String> one = used(first);
        Set<String> other = used(second);
        var stages = told.fromStage() == null || told.toStage() == null
                ? null
                : (Double) told.fromStage().near(
                        told.toStage());
        var overlap = Transfer.overlap(one, other);
        Set<String> shared = one.stream().filter(other::contains).collect(Collectors.toCollection(TreeSet::new));
        return new Weighed(first, second, new Transfer(overlap.isEmpty() ? null : (Double) overlap.getAsDouble(),
                told.audience(), stages), shared, one.size(), other.size());
    }

    private static String name(String hashtag) {
        try {
            return EntityId.hashtag(hashtag).value();
        } catch (IllegalArgumentException noName) {
            throw AcrossRefused.noHashtag();
        }
    }

    /// Hashtags that stand beside this one in one of twenty of its videos at least, itself among them.
    private Set<String> used(String hashtag) {
        List<Posted> posted = videos.posted(new PatternSubject(PatternSubject.Kind.HASHTAG, List.of(hashtag)));
        if (posted.isEmpty()) {
            throw AcrossRefused.hashtag(hashtag);
        }
        Map<String, Integer> uses = new TreeMap<>();
        posted.forEach(one -> one.hashtags().forEach(name -> uses.merge(name, 1, Integer::sum)));
        return uses.entrySet().stream().filter(one -> one.getValue() >= USUAL * posted.size()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
