package dev.upswell.server.across;

import dev.upswell.across.Hierarchy.Place;
import dev.upswell.brief.Industry;
import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An industry as somebody writes it.
///
/// @param name in English; required
/// @param nameIndonesian null for the English one
/// @param category what it lies in, for example consumables; required
/// @param cluster what the category lies in, for example wellness; required
/// @param hashtags that its brands use, with or without `#`; null when unknown
/// @param typicalEngagement usual engagement rate, a fraction; null when unknown
/// @param lengths in which most of its videos do well, as `up_to_15`; null when unknown
public record IndustryDraft(@Nullable String name, @Nullable String nameIndonesian, @Nullable String category,
        @Nullable String cluster, @Nullable List<String> hashtags, @Nullable Double typicalEngagement,
        @Nullable List<String> lengths) {

    /// Lengths in their words, the shortest first.
    public static final List<String> LENGTHS = DurationBucket.LENGTHS.stream().map(IndustryDraft::word).toList();

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PART = 40;
    private static final int MOST_HASHTAGS = 30;
    private static final Pattern HASHTAG = Pattern.compile("#?[^\\s#\\p{Cntrl}]{1,100}");

    /// The industry of this key.
    ///
    /// **errors** [AcrossRefused] that names everything that is wrong.
    Industry of(String key) {
        List<String> wrong = new ArrayList<>();
        if (!key.matches("[a-z0-9_]{1,40}")) {
            wrong.add("Key (" + key + ") must be 1 to 40 small letters, digits and underscores.");
        }
        String english = said("Name", name, LONGEST_NAME, wrong).orElse("");
        String indonesian = nameIndonesian == null || nameIndonesian.isBlank()
                ? english
                : said("Name in Indonesian", nameIndonesian, LONGEST_NAME, wrong).orElse("");
        Place place = new Place(key, part("Category", category, wrong), part("Cluster", cluster, wrong));
        Double engagement = typicalEngagement;
        if (engagement != null && !(engagement > 0 && engagement <= 1)) {
            wrong.add("Typical engagement (" + engagement
                    + ") must be a fraction above 0 and at most 1: 4.5 percent is 0.045.");
            engagement = null;
        }
        List<String> used = hashtags(wrong);
        List<DurationBucket> preferred = preferred(wrong);
        if (!wrong.isEmpty()) {
            throw AcrossRefused.industry(wrong);
        }
        return new Industry(place, english, indonesian, used, engagement, preferred);
    }

    private static Optional<String> said(String what, @Nullable String text, int longest, List<String> wrong) {
        String said = text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (said.isEmpty()) {
            wrong.add(what + " is missing.");
        } else if (said.length() > longest) {
            wrong.add(what + " has " + said.length() + " characters and may have " + longest + ".");
        } else {
            return Optional.of(said);
        }
        return Optional.empty();
    }

    /// Categories and clusters are told apart by their names, so that case must not matter.
    private static String part(String what, @Nullable String text, List<String> wrong) {
        return said(what, text, LONGEST_PART, wrong).orElse("").toLowerCase(Locale.ROOT);
    }

    private List<String> hashtags(List<String> wrong) {
        TreeSet<String> names = new TreeSet<>();
        for (String hashtag : hashtags == null ? List.<String>of() : hashtags) {
            if (HASHTAG.matcher(hashtag.strip()).matches()) {
                names.add(EntityId.hashtag(hashtag).value());
            } else {
                wrong.add("Hashtag (" + hashtag + ") is none: it has no blanks and up to 100 characters.");
            }
        }
        if (names.size() > MOST_HASHTAGS) {
            wrong.add("Hashtags are " + names.size() + " and may be " + MOST_HASHTAGS + ".");
        }
        return List.copyOf(names);
    }

    private List<DurationBucket> preferred(List<String> wrong) {
        TreeSet<DurationBucket> preferred = new TreeSet<>();
        for (String length : lengths == null ? List.<String>of() : lengths) {
            DurationBucket.LENGTHS.stream().filter(bucket -> word(bucket).equals(length)).findFirst()
                    .ifPresentOrElse(preferred::add, () -> wrong.add(
                            "Length (" + length + ") must be one of " + String.join(", ", LENGTHS) + "."));
        }
        return List.copyOf(preferred);
    }

    static String word(DurationBucket bucket) {
        return bucket.name().toLowerCase(Locale.ROOT);
    }
}
