package dev.upswell.server.recommend.person;

import dev.upswell.recommend.Habits;
import dev.upswell.server.taste.Met;
import dev.upswell.server.taste.Reaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How much of a good sign it is what somebody did with a video.
///
/// What was liked, shared, saved or reposted counts in full. What was watched counts by the share of it that was watched, from half on: by the
/// seconds that files tell of a video whose length is known, or by what was told here. A video that was watched without anybody telling how
/// long says nothing, for archives hold all that passed by.
///
/// @param sure 0 or 1: what was done beside watching
/// @param seconds watched; null where nobody told
/// @param share watched, 0 to 1; null where nobody told
record Liking(double sure, @Nullable Double seconds, @Nullable Double share) {

    /// So many of the last videos make a habit.
    private static final int MOST = 300;
    private static final double LEAST_SHARE = 0.5;
    private static final Set<String> LIKED = Set.of("liked", "favourited", "saved", "shared", "reposted");

    /// What files and reactions tell, by video: of the last 300 that anything was done with, the newest first, without what was hidden.
    static Map<String, Liking> of(Met met, List<Reaction> reactions) {
        Map<String, Liking> likings = new HashMap<>();
        Map<String, Instant> times = new HashMap<>();
        for (Reaction reaction : reactions) {
            switch (reaction.kind()) {
                case LIKED, SHARED, SAVED -> likings.merge(reaction.video(), new Liking(1, null, null), Liking::and);
                case WATCHED -> likings.merge(reaction.video(), new Liking(0, null, reaction.strength()), Liking::and);
                case SHOWN, CLICKED, HIDDEN -> {
                    // none tells that the video was liked
                    continue;
                }
            }
            times.merge(reaction.video(), reaction.at(), Liking::later);
        }
        for (Met.Act act : met.acts()) {
            if (LIKED.contains(act.action())) {
                likings.merge(act.video(), new Liking(1, null, null), Liking::and);
            } else if (act.action().equals("watched") && act.watched() != null) {
                likings.merge(act.video(), new Liking(0, act.watched(), null), Liking::and);
            } else {
                continue;
            }
            times.merge(act.video(), act.at(), Liking::later);
        }
        Set<String> hidden = reactions.stream().filter(one -> one.kind() == Reaction.Kind.HIDDEN).map(Reaction::video)
                .collect(Collectors.toSet());
        times.keySet().removeAll(hidden);
        times.keySet().removeAll(met.hidden());
        Map<String, Liking> last = new LinkedHashMap<>();
        times.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST).map(Map.Entry::getKey)
                .forEach(video -> last.put(video, Objects.requireNonNull(likings.get(video))));
        return last;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Liking and(Liking other) {
        return new Liking(Math.max(sure, other.sure), most(seconds, other.seconds), most(share, other.share));
    }

    private static @Nullable Double most(@Nullable Double one, @Nullable Double other) {
        return one == null ? other : other == null ? one : (Double) Math.max(one, other);
    }

    /// What it counts, 0 to 1.
    ///
    /// @param length of the video in seconds; null where nobody told
    double weight(@Nullable Double length) {
        Double known = share;
        if (known == null && seconds != null && length != null) {
            known = Math.min(1, seconds / length);
        }
        return Math.max(sure, known == null || known < LEAST_SHARE ? 0 : known);
    }

    /// What is told beside videos.
    ///
    /// @param reactions how many were told here
    record Told(int reactions, KnownLibrary.Told known) {
    }

    /// The habits that these videos tell; what speaks of sensitive topics says nothing.
    ///
    /// @param videos those of them that are stored
    static Habits habits(Map<String, Liking> likings, Collection<ReadVideo> videos, Told told) {
        Map<String, Double> authors = new HashMap<>();
        Map<String, Double> languages = new HashMap<>();
        List<Double> lengths = new ArrayList<>();
        for (ReadVideo video : videos) {
            Liking liking = likings.get(video.id());
            Double length = video.seconds();
            double weight = liking == null ? 0 : liking.weight(length);
            if (weight > 0 && !video.sensitive()) {
                add(authors, video.creator(), weight);
                add(languages, video.language(), weight);
                if (length != null) {
                    lengths.add(length);
                }
            }
        }
        lengths.sort(null);
        return new Habits(shares(authors), shares(languages),
                lengths.isEmpty() ? null : lengths.get(lengths.size() / 2), told.reactions(),
                told.known().leanings(), told.known().authorWorths());
    }

    private static void add(Map<String, Double> sums, @Nullable String name, double weight) {
        if (name != null) {
            sums.merge(name, weight, Double::sum);
        }
    }

    private static Map<String, Double> shares(Map<String, Double> sums) {
        double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new HashMap<>();
        sums.forEach((name, sum) -> shares.put(name, Math.min(1, sum / all)));
        return shares;
    }
}
