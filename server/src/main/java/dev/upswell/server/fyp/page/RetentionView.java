package dev.upswell.server.fyp.page;

import dev.upswell.content.Viewing;
import dev.upswell.numeric.Quantiles;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How many still watch a video at the marks that its owner is told of, beside all own videos that were told of.
///
/// @param own share of views that still watched [0..1], by mark; marks that were not told are left out
/// @param usual of own videos, by mark; left out where fewer than [#LEAST] were told of
record RetentionView(Map<At, Double> own, Map<At, Band> usual) {

    /// Among fewer videos quartiles would tell nothing.
    static final int LEAST = 5;

    /// A mark of a video's course. Everybody who began to watch is there at its beginning, so that is no mark.
    enum At {
        THREE_SECONDS(Viewing::retentionAt3s),
        FIVE_SECONDS(Viewing::retentionAt5s),
        END(Viewing::completionRate);

        private final Function<Viewing, @Nullable Double> told;

        At(Function<Viewing, @Nullable Double> told) {
            this.told = told;
        }

        /// The word for it in texts.
        String word() {
            return switch (this) {
                case THREE_SECONDS -> "3s";
                case FIVE_SECONDS -> "5s";
                case END -> "end";
            };
        }

        @Nullable
        Double of(Viewing viewing) {
            return told.apply(viewing);
        }
    }

    /// The middle half of own videos.
    ///
    /// @param videos how many were told of
    record Band(int videos, double low, double median, double high) {
    }

    RetentionView {
        own = Map.copyOf(own);
        usual = Map.copyOf(usual);
    }

    static RetentionView of(@Nullable Viewing viewing, Map<At, Band> usual) {
        Map<At, Double> own = new EnumMap<>(At.class);
        if (viewing != null) {
            for (At at : At.values()) {
                Double share = at.of(viewing);
                if (share != null) {
                    own.put(at, share);
                }
            }
        }
        return new RetentionView(own, usual);
    }

    /// The middle half of these videos, by mark.
    static Map<At, Band> usual(Collection<Viewing> all) {
        Map<At, Band> usual = new EnumMap<>(At.class);
        for (At at : At.values()) {
            double[] shares = all.stream().map(at::of).filter(Objects::nonNull).mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            if (shares.length >= LEAST) {
                usual.put(at, new Band(shares.length, Quantiles.ofSorted(shares, 0.25), Quantiles.ofSorted(shares, 0.5),
                        Quantiles.ofSorted(shares, 0.75)));
            }
        }
        return usual;
    }

    /// Whether anything was told of the video.
    public boolean isTold() {
        return !own.isEmpty();
    }

    /// The marks in order.
    static List<At> marks() {
        return List.of(At.values());
    }
}
