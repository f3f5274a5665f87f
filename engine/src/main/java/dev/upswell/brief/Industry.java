package dev.upswell.brief;

import dev.upswell.creative.DurationBucket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is usual in an industry, to be put beside an analysis and never into it.
///
/// **source** `industries.tsv` beside this class; a caller may bring its own
///
/// @param key for example `functional_drinks`
/// @param hashtags that its brands use, without `#`
/// @param typicalEngagement usual engagement rate, a fraction
/// @param preferred buckets in which most of its videos do well
public record Industry(String key, String english, String indonesian, List<String> hashtags, double typicalEngagement,
        List<DurationBucket> preferred) {

    private static final int CELLS = 6;

    public Industry {
        hashtags = List.copyOf(hashtags);
        preferred = List.copyOf(preferred);
        if (!(typicalEngagement > 0 && typicalEngagement <= 1)) {
            throw new IllegalArgumentException("typical engagement (" + typicalEngagement + ") of " + key
                    + " must be above 0 and at most 1\nMaybe it is in percent.");
        }
    }

    /// Those that are known.
    public static List<Industry> all() {
        return WordTable.rows("industries.tsv", CELLS).stream()
                .map(row -> new Industry(row.get(0), row.get(1), row.get(2), List.of(row.get(3).split(" ", -1)),
                        Double.parseDouble(row.get(4)),
                        Arrays.stream(row.get(5).split(" ", -1)).map(DurationBucket::valueOf).toList()))
                .toList();
    }

    /// The industry of this key; empty where none is known.
    public static Optional<Industry> find(String key) {
        return all().stream().filter(industry -> industry.key().equals(key)).findFirst();
    }

    /// Its name in a language.
    public String name(Locale language) {
        return language.getLanguage().equals("id") ? indonesian : english;
    }
}
