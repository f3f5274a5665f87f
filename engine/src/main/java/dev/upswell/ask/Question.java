package dev.upswell.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question as somebody typed it, in words.
///
/// @param text at most [#LONGEST] characters
public record Question(String text, Language language, List<Word> words) {

    /// Longer ones are refused.
    public static final int LONGEST = 300;

    private static final Pattern WORD = Pattern
            .compile("[\"“”„«]([^\"“”«»]{1,120})[\"“”»]|[#@][\\p{L}\\p{N}_.\\-]*[\\p{L}\\p{N}_](?:['’]s)?"
                    + "|\\d{4}-\\d{2}-\\d{2}|\\d+(?:['’]s)?|[\\p{L}][\\p{L}\\p{M}\\p{N}_]*(?:['’\\-][\\p{L}\\p{N}]+)*|\\p{So}|[%&+]");

    public Question {
        words = List.copyOf(words);
    }

    /// A word with how it is looked up.
    ///
    /// @param text as typed; without its quotes where it is quoted
    /// @param plain in lower case and without the English genitive
    /// @param quoted whether it stood in quotes, and may be several words
    public record Word(String text, String plain, boolean quoted) {

        boolean isHashtag() {
            return !quoted && text.startsWith("#");
        }

        boolean isHandle() {
            return !quoted && text.startsWith("@");
        }

        /// Its number; -1 for anything else.
        int number() {
            return !quoted && plain.matches("\\d{1,6}") ? Integer.parseInt(plain) : -1;
        }
    }

    /// The question of this text.
    ///
    /// @param told the language; null to tell it by its words
    public static Question of(String text, @Nullable Language told) {
        List<Word> words = new ArrayList<>();
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            String quoted = found.group(1);
            words.add(quoted != null ? new Word(quoted.strip(), quoted.strip(), true) : word(found.group()));
        }
        return new Question(text.strip(), told == null ? PhraseBook.USUAL.languageOf(words) : told, words);
    }

    private static Word word(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean genitive = plain.endsWith("'s");
        String bare = genitive && text.matches("[#@\\d].*") ? text.substring(0, text.length() - 2) : text;
        return new Word(bare,
                genitive && !PhraseBook.USUAL.knows(plain) ? plain.substring(0, plain.length() - 2) : stem(plain),
                false);
    }

    /// A word as phrases have it: without what hangs on an Indonesian one and says nothing by itself, in the form of the written language.
    ///
    /// "Tayangannya" is "tayangan", "apakah" is "apa", "sebutin" is "sebutkan", "ngepost" is "post", "video-video" is "video". A form that
    /// no phrase has is left as it is.
    private static String stem(String plain) {
        if (PhraseBook.USUAL.holds(plain)) {
            return plain;
        }
        return Stream
                .of(without(plain, "-nya"), without(plain, "nya"), without(plain, "kah"), without(plain, "lah"),
                        kan(plain),
                        kan(without(plain, "nya")), nge(plain), nge(without(plain, "nya")), once(plain))
                .filter(PhraseBook.USUAL::holds).findFirst().orElse(plain);
    }

    private static String without(String plain, String ending) {
        return plain.length() > ending.length() + 2 && plain.endsWith(ending)
                ? plain.substring(0, plain.length() - ending.length())
                : plain;
    }

    /// The colloquial ending of verbs.
    private static String kan(String plain) {
        return plain.length() > 4 && plain.endsWith("in") ? plain.substring(0, plain.length() - 2) + "kan" : plain;
    }

    /// The colloquial beginning of verbs.
    private static String nge(String plain) {
        return plain.length() > 5 && plain.startsWith("nge")
                ? plain.substring(plain.startsWith("nge-") ? 4 : 3)
                : plain;
    }

    /// A word that is said twice, which is a plural.
    private static String once(String plain) {
        int hyphen = plain.indexOf('-');
        return hyphen > 0 && plain.substring(hyphen + 1).equals(plain.substring(0, hyphen))
                ? plain.substring(0, hyphen)
                : plain;
    }
}
