package dev.upswell.server.crowd;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How much a person is expected to like videos, by what many people did until an instant.
///
/// @param asOf nothing later was known
/// @param videos with the place of each, from 0
/// @param late by place, 0 where nothing is known; empty of a person who did nothing
/// @param overall likewise
/// @param worths of videos and authors, the same for everybody
public record CrowdScores(Instant asOf, Places videos, float[] late, float[] overall, Worths worths) {

    /// Scores where nobody is known to have watched anything.
    public CrowdScores(Instant asOf, Places videos, float[] late, float[] overall) {
        this(asOf, videos, late, overall, Worths.NONE);
    }

    /// Ids of videos in their order, and the place of each.
    ///
    /// @param of by id
    /// @param acclaim how much all people did with each, by place
    public record Places(List<String> ids, Map<String, Integer> of, float[] acclaim) {

        /// The places of these ids, with which nobody is known to have done anything.
        public static Places of(List<String> ids) {
            return of(ids, new float[0]);
        }

        /// The places of these ids.
        public static Places of(List<String> ids, float[] acclaim) {
            Map<String, Integer> of = HashMap.newHashMap(ids.size());
            for (String id : ids) {
                of.put(id, of.size());
            }
            return new Places(ids, of, acclaim);
        }
    }

    /// How well the audience of this video goes with what the person turned to of late; null when unknown.
    public @Nullable Double late(String video) {
        return of(late, video);
    }

    /// How well it goes with all that the person did; null when unknown.
    public @Nullable Double overall(String video) {
        return of(overall, video);
    }

    /// What those who watched this video did with it beside watching; null when nobody is known to have.
    public @Nullable Double worth(String video) {
        return worths.of(video);
    }

    /// The same of all videos of an author; null when nobody is known to have watched one, and for null.
    public @Nullable Double authorWorth(@Nullable String author) {
        return author == null ? null : worths.ofAuthor(author);
    }

    /// How much all people did with this video ([dev.upswell.ranking.Acclaim]); null when nobody is known to have done anything.
    public @Nullable Double acclaim(String video) {
        return of(videos.acclaim(), video);
    }

    /// The videos that all people did most with, the most first.
    ///
    /// @param most from 1
    /// @param allowed tells which may be found
    public List<String> acclaimed(int most, Predicate<String> allowed) {
        return highest(videos.acclaim(), most, allowed).toList();
    }

    private @Nullable Double of(float[] scores, String video) {
        Integer place = videos.of().get(video);
        return place == null || place >= scores.length || scores[place] == 0 ? null : (Double) (double) scores[place];
    }

    /// The videos whose audience goes best with what the person turned to of late, the best first, then those for all that the person did.
    ///
    /// @param most of either, from 1
    /// @param allowed tells which may be found
    public List<String> nearest(int most, Predicate<String> allowed) {
        return Stream.concat(highest(late, most, allowed), highest(overall, most, allowed)).distinct().toList();
    }

    private Stream<String> highest(float[] scores, int most, Predicate<String> allowed) {
        Comparator<Integer> worstFirst = Comparator.<Integer>comparingDouble(place -> scores[place])
                .thenComparing(place -> videos.ids().get(place), Comparator.reverseOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(worstFirst);
        for (int place = 0; place < scores.length; place++) {
            boolean better = kept.size() < most || scores[place] >= scores[kept.element()];
            if (scores[place] > 0 && better && allowed.test(videos.ids().get(place))) {
                kept.add(place);
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }
        return kept.stream().sorted(worstFirst.reversed()).map(place -> videos.ids().get(place));
    }
}
