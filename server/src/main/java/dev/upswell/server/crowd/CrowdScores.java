package dev.upswell.server.crowd;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How much a person is expected to like videos, by what many people did until an instant.
///
/// @param asOf nothing later was known
/// @param videos with the place of each, from 0
/// @param neighbours by place, 0 where nothing is known; empty of a person who did nothing
/// @param factors likewise
public record CrowdScores(Instant asOf, Places videos, float[] neighbours, float[] factors) {

    /// Ids of videos in their order, and the place of each.
    ///
    /// @param of by id
    public record Places(List<String> ids, Map<String, Integer> of) {

        /// The places of these ids.
        public static Places of(List<String> ids) {
            Map<String, Integer> of = HashMap.newHashMap(ids.size());
            for (String id : ids) {
                of.put(id, of.size());
            }
            return new Places(ids, of);
        }
    }

    /// How much what the person turned to shares its audience with this video; null when unknown.
    public @Nullable Double neighbours(String video) {
        return of(neighbours, video);
    }

    /// How well hidden factors of the person and the video go together; null when unknown.
    public @Nullable Double factors(String video) {
        return of(factors, video);
    }

    private @Nullable Double of(float[] scores, String video) {
        Integer place = videos.of().get(video);
        return place == null || place >= scores.length || scores[place] == 0 ? null : (Double) (double) scores[place];
    }

    /// The videos that share most of their audience with what the person turned to, the most first.
    ///
    /// @param most from 1
    /// @param allowed tells which may be found
    public List<String> nearest(int most, Predicate<String> allowed) {
        Comparator<Integer> worstFirst = Comparator.<Integer>comparingDouble(place -> neighbours[place])
                .thenComparing(place -> videos.ids().get(place), Comparator.reverseOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(worstFirst);
        for (int place = 0; place < neighbours.length; place++) {
            boolean better = kept.size() < most || neighbours[place] >= neighbours[kept.element()];
            if (neighbours[place] > 0 && better && allowed.test(videos.ids().get(place))) {
                kept.add(place);
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }
        return kept.stream().sorted(worstFirst.reversed()).map(place -> videos.ids().get(place)).toList();
    }
}
