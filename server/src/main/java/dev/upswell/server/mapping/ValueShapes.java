package dev.upswell.server.mapping;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the values of a column look like: shares of those that say something.
///
/// **range** every share is 0 to 1; all are 0 when no value says anything.
///
/// @param filled how many values say something
/// @param videoId numbers that can be ids of videos, sounds or accounts
/// @param lostId numbers that were ids before they went through floating point
/// @param count counts, with separators, suffixes or a noun
/// @param fraction numbers with decimals that are no whole number
/// @param iso times as ISO 8601 or `2025-07-02 05:03:39`, or such days
/// @param zoned of those the ones that name their zone
/// @param day days without a time, in any order
/// @param ordered `31.12.2025` or `12/31/2025`, with or without a time
/// @param clock `18:11:30` or `01:05`
/// @param seconds seconds since 1970, from 2016 on
/// @param millis milliseconds since 1970, from 2016 on
/// @param videoUrl addresses of videos
/// @param url addresses of any kind
/// @param list several words with commas, `#` or brackets around or between them
/// @param word one word without spaces that is no number
/// @param sentence text of several words
/// @param kind words for kinds of entities
/// @param source what can be the name of a source, with a letter in it
/// @param distinct how many different values there are
record ValueShapes(int filled, double videoId, double lostId, double count, double fraction, double iso, double zoned,
        double day, double ordered, double clock, double seconds, double millis, double videoUrl, double url,
        double list, double word, double sentence, double kind, double source, int distinct) {

    private static final Pattern ID = Pattern.compile("\\d{17,20}");
    private static final Pattern LOST = Pattern.compile("\\d\\.\\d+[eE]\\+1[6-9]");
    private static final Pattern COUNT = Pattern.compile(
            "\\d{1,18}(?:\\.0+)?|\\d{1,3}(?:[.,' \u00a0]\\d{3})+|\\d+(?:[.,]\\d+)?\\s*(?:[KkMmBb]|rb|jt|tr|N|Tsd\\.?|Mio\\.?|Mrd\\.?|万|亿)?(?:\\s+\\p{L}+)?");
    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d*[1-9]\\d*(?:[eE][+-]?\\d+)?");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}.*)?");
    private static final Pattern ZONED = Pattern.compile(".*\\d(?:Z| ?UTC|[+-]\\d{2}:?\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}");
    private static final Pattern ORDERED = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}(?:,?[T ]+\\d{1,2}:.*)?");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?");
    private static final Pattern SECONDS = Pattern.compile("1[4-9]\\d{8}(?:\\.\\d+)?");
    private static final Pattern MILLIS = Pattern.compile("1[4-9]\\d{11}");
    private static final Pattern VIDEO_URL = Pattern.compile("https?://\\S*tiktok\\.com/\\S*/(?:video|photo)/\\d+.*");
    private static final Pattern URL = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern LIST = Pattern.compile("\\[.*]|#\\S+(?:[ ,;]+#\\S+)+|[^\\s,;]+(?:[,;] ?[^\\s,;]+)+");
    private static final Pattern WORD = Pattern.compile("(?=.*\\p{L})[^\\s,;]+");
    private static final Pattern SENTENCE = Pattern.compile("(?s)\\S+\\s+\\S+.*");
    private static final Pattern SOURCE = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9:._ -]{0,63}");
    private static final Pattern KIND = Pattern.compile("(?i)hashtag|sound|video|creator");

    static ValueShapes of(List<String> values) {
        return new ValueShapes(values.size(), share(values, ID), share(values, LOST), share(values, COUNT),
                share(values, FRACTION), share(values, ISO), share(values, ZONED), share(values, DAY),
                share(values, ORDERED), share(values, CLOCK), share(values, SECONDS), share(values, MILLIS),
                share(values, VIDEO_URL), share(values, URL), share(values, LIST), share(values, WORD),
                share(values, SENTENCE), share(values, KIND), share(values, SOURCE),
                (int) values.stream().distinct().count());
    }

    /// The share of values that are times of any form.
    double time() {
        return Math.max(Math.max(iso, ordered), Math.max(seconds, millis));
    }

    /// The share of values that can be names: one word each, and no addresses.
    double name() {
        return Math.max(0, word - url);
    }

    private static double share(List<String> values, Pattern pattern) {
        return share(values, value -> value.length() <= 4_000 && pattern.matcher(value).matches());
    }

    private static double share(List<String> values, Predicate<String> test) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
    }
}
