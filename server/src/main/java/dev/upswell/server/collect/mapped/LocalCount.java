package dev.upswell.server.collect.mapped;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts as people of several countries write them, in the form that is read everywhere: `1.234.567`, `21 700 000`,
/// `1,2 Mio.`, `12 rb`, `3,4 tr`, `1.2万`, `44 videos`.
///
/// A text whose meaning is not certain, such as `1.234` or `2 million`, stays as it is.
public final class LocalCount {

    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final Pattern WRITTEN = Pattern.compile("([+-]?[\\d.,' \\u00a0\\u202f]*\\d)\\s*(\\p{L}.*)?");
    private static final Pattern UNIT = Pattern.compile("(\\p{L}+)(?:\\.?\\s+(.*)|\\.)?");
    private static final Pattern DOTS = Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern SPACES = Pattern.compile("\\d{1,3}([' \\u00a0\\u202f]\\d{3})+");
    private static final Pattern COMMA = Pattern.compile("\\d{1,3},\\d{1,2}");
    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("k", "K"), Map.entry("m", "M"),
            Map.entry("b", "B"), Map.entry("rb", "K"), Map.entry("ribu", "K"), Map.entry("jt", "M"),
            Map.entry("juta", "M"), Map.entry("ngh\u00ecn", "K"), Map.entry("n", "K"), Map.entry("tr", "M"),
            Map.entry("tri\u1ec7u", "M"), Map.entry("tsd", "K"), Map.entry("mio", "M"), Map.entry("mrd", "B"));

    /// What is counted, as pages write it behind the number: English, German, Indonesian, Vietnamese.
    private static final Set<String> NOUNS = Set.of("video", "videos", "post", "posts", "clip", "clips", "view",
            "views", "play", "plays", "like", "likes", "comment", "comments", "share", "shares", "save", "saves",
            "favorites", "favourites", "use", "uses", "fans", "follower", "followers", "aufruf", "aufrufe",
            "wiedergaben", "kommentar", "kommentare", "beitrag", "beitr\u00e4ge", "abonnenten", "tayangan", "suka",
            "komentar", "postingan", "unggahan", "pengikut", "l\u01b0\u1ee3t xem", "l\u01b0\u1ee3t th\u00edch",
            "b\u00ecnh lu\u1eadn", "b\u00e0i \u0111\u0103ng", "ng\u01b0\u1eddi theo d\u00f5i");

    private LocalCount() {
    }

    /// The text as plain digits with a suffix of thousands where it can be told, else as it is.
    public static String plain(String text) {
        String bare = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (bare.length() > 40 || PLAIN.matcher(bare).matches()) {
            return text;
        }
        Matcher written = WRITTEN.matcher(bare);
        if (!written.matches()) {
            return text;
        }
        String words = written.group(2) == null ? "" : written.group(2).toLowerCase(Locale.ROOT);
        if (words.isEmpty() || NOUNS.contains(words)) {
            return digits(written.group(1), false);
        }
        Matcher unit = UNIT.matcher(words);
        boolean known = unit.matches() && (unit.group(2) == null || NOUNS.contains(unit.group(2)));
        return known ? scaled(digits(written.group(1), true), unit.group(1), text) : text;
    }

    private static String scaled(String digits, String word, String text) {
        String unit = UNITS.getOrDefault(word, word);
        return switch (unit) {
            case "K", "M", "B" -> digits + unit;
            case "\u4e07", "\u4ebf" -> chinese(digits, unit, text);
            default -> text;
        };
    }

    private static String digits(String written, boolean hasUnit) {
        if (DOTS.matcher(written).matches()) {
            return written.replace(".", "");
        }
        if (SPACES.matcher(written).matches()) {
            return written.replaceAll("[' \\u00a0\\u202f]", "");
        }
        return hasUnit && COMMA.matcher(written).matches() ? written.replace(',', '.') : written;
    }

    private static String chinese(String digits, String unit, String text) {
        try {
            return new BigDecimal(digits).scaleByPowerOfTen("\u4e07".equals(unit) ? 4 : 8).toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
