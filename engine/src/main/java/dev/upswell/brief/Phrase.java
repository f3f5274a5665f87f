package dev.upswell.brief;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.language.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How the choices of a feature are said in one language.
///
/// Sentences hold `{n}` for the amount with its side ("at least 3"), `{v}` for the bare value, `{span}` for a stretch of time, and
/// `{one/several}` for words that follow the number.
///
/// **source** `choices.tsv` has a row for each feature; those of curves come from `curves.tsv` times `statistics.tsv`
///
/// @param above the sentence for the side above the threshold
/// @param atMost the sentence for the other side; empty where the same one serves
record Phrase(Amount amount, String above, String atMost) {

    private static final String CURVE = "_curve_";
    private static final int CHOICE_CELLS = 6;
    private static final int CURVE_CELLS = 14;
    private static final int STATISTIC_CELLS = 4;

    /// The phrase of each choice by the feature's name.
    static Map<String, Phrase> in(Locale language) {
        boolean indonesian = language.getLanguage().equals("id");
        Map<String, Phrase> phrases = new HashMap<>();
        for (List<String> row : Rows.of(Phrase.class, "choices.tsv", CHOICE_CELLS)) {
            int column = indonesian ? 4 : 2;
            phrases.put(row.getFirst(), new Phrase(amount(row.get(1)), row.get(column), row.get(column + 1)));
        }
        Map<String, List<String>> curves = new HashMap<>();
        Rows.of(Phrase.class, "curves.tsv", CURVE_CELLS).forEach(row -> curves.put(row.getFirst(), row));
        Map<String, List<String>> statistics = new HashMap<>();
        Rows.of(Phrase.class, "statistics.tsv", STATISTIC_CELLS).forEach(row -> statistics.put(row.getFirst(), row));
        for (CreativeFeature feature : FeatureDictionary.STANDARD.choices()) {
            int place = feature.name().indexOf(CURVE);
            if (place > 0) {
                String statistic = feature.name().substring(place + CURVE.length());
                phrases.put(feature.name(), ofCurve(found(curves, feature.name().substring(0, place)),
                        found(statistics, statistic.startsWith("window_") ? "window" : statistic), indonesian));
            }
        }
        return Map.copyOf(phrases);
    }

    private static List<String> found(Map<String, List<String>> rows, String key) {
        List<String> row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException("curve or statistic (" + key + ") must have words\nMaybe add a row.");
        }
        return row;
    }

    private static Phrase ofCurve(List<String> curve, List<String> statistic, boolean indonesian) {
        int first = indonesian ? 8 : 2;
        Amount level = amount(curve.get(1));
        String kind = statistic.get(1);
        String said = statistic.get(indonesian ? 3 : 2);
        String sentence = kind.isEmpty() ? curve.get(first).replace("{where}", said) : said;
        sentence = sentence.replace("{noun}", curve.get(first + 1)).replace("{unit}", curve.get(first + 2))
                .replace("{most}", curve.get(first + 3)).replace("{least}", curve.get(first + 4))
                .replace("{things}", curve.get(first + 5));
        Amount amount = kind.isEmpty() ? level : kind.equals("level") ? points(level) : amount(kind);
        return new Phrase(amount, sentence, "");
    }

    private static Amount points(Amount level) {
        return level == Amount.PERCENT ? Amount.POINTS : level;
    }

    private static Amount amount(String name) {
        return Amount.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
