package dev.upswell.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of a text, and what was read of it taken out.
final class Text {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])|[_\\s/.-]+");

    private Text() {
    }

    /// A word and where it stands.
    record Word(int start, int end, String text) {
    }

    /// Words in lower case with where they stand.
    static List<Word> placed(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Word(word.start(), word.end(), word.group().toLowerCase(Locale.ROOT)));
        }
        return words;
    }

    /// Words in lower case; those of a metric's name are taken apart.
    static List<String> words(String text) {
        return placed(CAMEL.matcher(text).replaceAll(" ")).stream().map(Word::text).toList();
    }

    /// The text with these places made blank, so that all else stands where it stood.
    static String without(String text, int start, int end) {
        return text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
    }

    /// A name as names are compared: without its sign, in lower case, its words separated by one space.
    static String name(String text) {
        return String.join(" ", placed(text.replace('.', ' ').replace('_', ' ')).stream().map(Word::text).toList());
    }
}
