package dev.upswell.recommend;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What reactions are worth when configurations are compared.
///
/// @param worth of each kind; kinds that are left out are worth nothing
public record Rewards(Map<Reaction, Double> worth) {

    /// Watching to the end is worth 1; hiding undoes a share.
    public static final Rewards USUAL = new Rewards(
            Map.of(Reaction.CLICKED, 0.2, Reaction.WATCHED, 1.0, Reaction.LIKED, 2.0,
                    Reaction.SHARED, 4.0, Reaction.SAVED, 3.0, Reaction.HIDDEN, -4.0));

    public Rewards {
        worth = Map.copyOf(worth);
        if (worth.values().stream().anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "worth of reactions " + worth + " must be numbers\nMaybe one was left empty.");
        }
    }

    /// A reaction to one video.
    ///
    /// @param strength share that was watched, 0 to 1; 1 for what is done or not; null where nobody told
    public record Told(String video, Reaction kind, @Nullable Double strength) {

        public Told {
            if (strength != null && !(strength >= 0 && strength <= 1)) {
                throw new IllegalArgumentException(
                        "strength (" + strength
                                + ") must be from 0 to 1\nMaybe seconds were given in place of a share.");
            }
        }

        public Told(String video, Reaction kind, double strength) {
            this(video, kind, (Double) strength);
        }

        /// How much of its kind's worth it has: nothing for what was watched without anybody telling how much.
        public double share() {
            return strength == null ? kind == Reaction.WATCHED ? 0 : 1 : strength;
        }
    }

    /// What the reactions to one list are worth; a kind that was told twice of a video counts once, at its strongest.
    public double of(Iterable<Told> reactions) {
        Map<String, Map<Reaction, Double>> strongest = new HashMap<>();
        for (Told told : reactions) {
            strongest.computeIfAbsent(told.video(), video -> new EnumMap<>(Reaction.class)).merge(told.kind(),
                    told.share(),
                    Math::max);
        }
        double sum = 0;
        for (Map<Reaction, Double> kinds : strongest.values()) {
            for (Map.Entry<Reaction, Double> kind : kinds.entrySet()) {
                sum += worth.getOrDefault(kind.getKey(), 0.0) * kind.getValue();
            }
        }
        return sum;
    }
}
