package dev.upswell.across;

import dev.upswell.creative.DurationBucket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How videos of one length do at a client, all of its hashtags together.
///
/// @param client stands for the client, so that several of its hashtags count as one: its name in lower case, with single blanks
/// @param videos that were suitable
/// @param values what is known; a measure is left out where it is not
public record ClientFigures(String client, DurationBucket bucket, int videos, Map<Measure, Double> values) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /// What clients are compared by.
    public enum Measure {
        /// Mean engagement rate of all suitable videos, a fraction.
        ENGAGEMENT(1_000),
        /// The length's part of all suitable videos, 0 to 1.
        POSTED(100),
        /// The length's part of the content mix that engagement speaks for, 0 to 1.
        MIX(100),
        /// How steady engagement is, 0 to 1.
        CONSISTENCY(100);

        private final double steps;

        Measure(double steps) {
            this.steps = steps;
        }

        /// Rounded so that what is told of many gives away little of one.
        public double rounded(double value) {
            return Math.round(value * steps) / steps;
        }
    }

    public ClientFigures {
        client = folded(client);
        values = Map.copyOf(values);
    }

    /// A client's name without what tells writers apart and not clients: case, and blanks at the ends or several in a row.
    public static String folded(String client) {
        return BLANKS.matcher(client).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /// What a hashtag of the client brings.
    ///
    /// @param suitable videos of this length that met all conditions
    /// @param engagement their mean engagement rate
    /// @param mix the length's part of the content mix
    /// @param consistency null where unknown
    public record OfHashtag(DurationBucket bucket, int suitable, double engagement, double mix,
            @Nullable Double consistency) {
    }

    /// The figures of a client, by length, the shortest first.
    public static List<ClientFigures> of(String client, List<OfHashtag> hashtags) {
        int all = hashtags.stream().mapToInt(OfHashtag::suitable).sum();
        List<ClientFigures> figures = new ArrayList<>();
        for (DurationBucket bucket : DurationBucket.LENGTHS) {
            List<OfHashtag> here = hashtags.stream().filter(one -> one.bucket() == bucket && one.suitable() > 0)
                    .toList();
            if (!here.isEmpty()) {
                int videos = here.stream().mapToInt(OfHashtag::suitable).sum();
                Map<Measure, Double> values = new EnumMap<>(Measure.class);
                values.put(Measure.ENGAGEMENT, mean(here, OfHashtag::engagement));
                values.put(Measure.POSTED, (double) videos / all);
                values.put(Measure.MIX, mean(here, OfHashtag::mix));
                List<OfHashtag> steady = here.stream().filter(one -> one.consistency() != null).toList();
                if (!steady.isEmpty()) {
                    values.put(Measure.CONSISTENCY,
                            mean(steady, one -> Objects.requireNonNull(one.consistency(), "looked for above")));
                }
                figures.add(new ClientFigures(client, bucket, videos, values));
            }
        }
        return figures;
    }

    /// By the number of suitable videos; there is one at least.
    private static double mean(List<OfHashtag> hashtags, ToDoubleFunction<OfHashtag> value) {
        double sum = 0;
        int videos = 0;
        for (OfHashtag hashtag : hashtags) {
            sum += hashtag.suitable() * value.applyAsDouble(hashtag);
            videos += hashtag.suitable();
        }
        return sum / videos;
    }
}
