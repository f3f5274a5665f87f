package dev.upswell.creative.posted;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The text of a posted video, counted.
///
/// Words are what blanks separate, hashtags and mentions among them, so that scripts without blanks have few. An emoji of several parts
/// (a family, a flag, a skin tone) counts once.
record Caption(String text, List<String> hashtags) {

    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{M}\\p{N}_]+)");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_])@[\\p{L}\\p{N}_.]*[\\p{L}\\p{N}_]");
    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://\\S|\\bwww\\.\\S");
    private static final String ONE = "[\\p{IsEmoji_Presentation}\\p{IsExtended_Pictographic}&&[^©®™]]\\uFE0F?\\p{IsEmoji_Modifier}?";
    private static final Pattern EMOJI = Pattern
            .compile("[\\x{1F1E6}-\\x{1F1FF}]{2}|" + ONE + "(?:\\u200D" + ONE + ")*");

    /// @param told hashtags that were told beside the text; those of the text count where it has as many or more
    static Caption of(String text, List<String> told) {
        List<String> written = HASHTAG.matcher(text).results().map(found -> found.group(1)).toList();
        return new Caption(text,
                (written.size() >= told.size() ? written : told).stream().map(tag -> tag.toLowerCase(Locale.ROOT))
                        .toList());
    }

    int characters() {
        return text.codePointCount(0, text.length());
    }

    List<String> words() {
        return Arrays.stream(text.split("[\\s\\p{Z}]+")).filter(word -> !word.isEmpty()).toList();
    }

    int mentions() {
        return count(MENTION);
    }

    int emojis() {
        return count(EMOJI);
    }

    boolean hasLink() {
        return LINK.matcher(text).find();
    }

    boolean hasAny(String characters) {
        return text.codePoints().anyMatch(point -> characters.indexOf(point) >= 0);
    }

    /// Words of two letters or more that stand in capitals, without hashtags and mentions.
    long capitalWords() {
        return words().stream().filter(word -> !word.startsWith("#") && !word.startsWith("@"))
                .map(word -> word.codePoints().filter(Character::isLetter).toArray())
                .filter(letters -> letters.length > 1 && Arrays.stream(letters).allMatch(Character::isUpperCase))
                .count();
    }

    private int count(Pattern pattern) {
        return (int) pattern.matcher(text).results().map(MatchResult::start).count();
    }
}
