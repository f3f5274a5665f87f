package dev.upswell.brief;

import dev.upswell.across.Hierarchy.Place;
import dev.upswell.creative.DurationBucket;
import dev.upswell.language.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is usual in an industry, to be put beside an analysis and never into it, and where it belongs among others.
///
/// **source** `industries.tsv` beside this class; a caller may bring its own
///
/// @param place the industry by its key, for example `functional_drinks`, in a category in a cluster
/// @param hashtags that its brands use, without `#`; none where unknown
/// @param typicalEngagement usual engagement rate, a fraction; null where unknown
/// @param preferred buckets in which most of its videos do well; none where unknown
public record Industry(Place place, String english, String indonesian, List<String> hashtags,
        @Nullable Double typicalEngagement, List<DurationBucket> preferred) {

    private static final int CELLS = 8;

    public Industry {
        hashtags = List.copyOf(hashtags);
        preferred = List.copyOf(preferred);
        if (typicalEngagement != null && !(typicalEngagement > 0 && typicalEngagement <= 1)) {
            throw new IllegalArgumentException("typical engagement (" + typicalEngagement + ") of " + place.industry()
                    + " must be above 0 and at most 1\nMaybe it is in percent.");
        }
    }

    /// Those that are known.
    public static List<Industry> all() {
        return Rows.of(Industry.class, "industries.tsv", CELLS).stream()
                .map(row -> new Industry(new Place(row.get(0), row.get(3), row.get(4)), row.get(1), row.get(2),
                        words(row.get(5)), row.get(6).isEmpty() ? null : Double.valueOf(row.get(6)),
                        words(row.get(7)).stream().map(DurationBucket::valueOf).toList()))
                .toList();
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" ", -1));
    }

    /// The industry of this key; empty where none is known.
    public static Optional<Industry> find(String key) {
        return all().stream().filter(industry -> industry.key().equals(key)).findFirst();
    }

    /// For example `functional_drinks`.
    public String key() {
        return place.industry();
    }

    /// Its name in a language.
    public String name(Locale language) {
        return language.getLanguage().equals("id") ? indonesian : english;
    }
}
