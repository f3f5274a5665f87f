package dev.upswell.server.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words by which columns are called in several languages, and what they make of a column's name.
///
/// **source** resource `mapping/column-words.txt`, which says how it is written.
final class HeaderWords {

    static final HeaderWords KNOWN = read("/mapping/column-words.txt");

    private static final int LONGEST = 200;
    private static final double OTHER_WORDS = 0.55;

    private final Map<String, List<String>> phrases;

    private HeaderWords(Map<String, List<String>> phrases) {
        this.phrases = phrases;
    }

    /// How well a column's name fits a role.
    ///
    /// @param fit 0 to 1: 1 when all its words are of the role, or change nothing
    /// @param phrase the words that speak for the role
    record Match(ColumnRole role, double fit, String phrase) {
    }

    private static HeaderWords read(String resource) {
        try (InputStream in = HeaderWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource (" + resource + ") must be in the jar\nMaybe build it anew.");
            }
            Map<String, List<String>> phrases = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                        int colon = line.indexOf(':');
                        phrases.put(line.substring(0, colon),
                                Arrays.stream(line.substring(colon + 1).split(",", -1)).map(String::strip).toList());
                    });
            return new HeaderWords(phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The words of a column's name: parts of camel case, and what stands between signs, without accents, in lower case.
    static List<String> words(String column) {
        String cut = column.length() > LONGEST ? column.substring(0, LONGEST) : column;
        String bare = Normalizer.normalize(cut.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "").replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .replaceAll("(\\p{Lu}+)(\\p{Lu}\\p{Ll})", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(bare.split("[^\\p{L}\\p{N}#%]+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /// Whom the words are about; empty when they name nobody.
    Set<String> subjects(List<String> words) {
        Set<String> subjects = new HashSet<>();
        for (String subject : List.of("hashtag", "sound", "creator", "video")) {
            if (phrases.getOrDefault("@" + subject, List.of()).stream().anyMatch(phrase -> at(phrase, words) >= 0)) {
                subjects.add(subject);
            }
        }
        return subjects;
    }

    /// Whether the words make the column something else than what its other words say.
    boolean spoilt(List<String> words) {
        return phrases.getOrDefault("@spoiler", List.of()).stream().anyMatch(phrase -> at(phrase, words) >= 0);
    }

    /// The roles that the words speak for, the best first.
    List<Match> matches(List<String> words) {
        List<Match> matches = new ArrayList<>();
        for (ColumnRole role : ColumnRole.values()) {
            Match best = new Match(role, 0, "");
            for (String phrase : phrases.getOrDefault(role.label(), List.of())) {
                double fit = fit(phrase, words);
                if (fit > best.fit() || (fit == best.fit() && phrase.length() > best.phrase().length() && fit > 0)) {
                    best = new Match(role, fit, phrase);
                }
            }
            if (best.fit() > 0) {
                matches.add(best);
            }
        }
        matches.sort((a, b) -> a.fit() == b.fit()
                ? Integer.compare(b.phrase().length(), a.phrase().length())
                : Double.compare(b.fit(), a.fit()));
        return matches;
    }

    private double fit(String phrase, List<String> words) {
        int at = at(phrase, words);
        if (at < 0) {
            return 0;
        }
        int length = phrase.split(" ", -1).length;
        List<String> rest = new ArrayList<>(words);
        rest.subList(at, Math.min(words.size(), at + length)).clear();
        long foreign = rest.stream().filter(word -> !word.matches("[a-z]?\\d+[a-z]?") && !known(word)).count();
        return foreign == 0 ? 1 : OTHER_WORDS / foreign;
    }

    private boolean known(String word) {
        return List.of("@neutral", "@hashtag", "@sound", "@creator", "@video").stream()
                .anyMatch(set -> phrases.getOrDefault(set, List.of()).contains(word));
    }

    /// Where the phrase begins among the words, or -1; writing without spaces is looked for within words.
    private static int at(String phrase, List<String> words) {
        if (phrase.codePointAt(0) >= 0x2e80) {
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).contains(phrase)) {
                    return i;
                }
            }
            return -1;
        }
        return Collections.indexOfSubList(words, List.of(phrase.split(" ", -1)));
    }
}
