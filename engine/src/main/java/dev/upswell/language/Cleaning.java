package dev.upswell.language;

import java.text.Normalizer;
import java.util.Locale;

/// Texts of strangers as one may read them: width folded, what is invisible taken out, blanks made single, at most 10,000 characters.
///
/// Hashtags, mentions, emoji, and the marks of Vietnamese and Thai stay; so does case, which [#folded] takes away. Cleaning what is clean
/// changes nothing.
public final class Cleaning {

    /// So many chars are kept at most.
    public static final int LONGEST = 10_000;

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    /// Compatibility folding takes these vowels apart, which no keyboard does.
    private static final String THAI_AM_APART = "\u0E4D\u0E32";
    private static final String THAI_AM = "\u0E33";
    private static final String LAO_AM_APART = "\u0ECD\u0EB2";
    private static final String LAO_AM = "\u0EB3";

    private Cleaning() {
    }

    /// This text cleaned; longer ones end with the last token that ends within [#LONGEST].
    public static String cleaned(String text) {
        String head = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String visible = normal(visible(normal(head)));
        return visible.length() <= LONGEST ? visible : cut(visible);
    }

    /// As [#cleaned], without case: two spellings of one word give the same.
    public static String folded(String text) {
        return withoutCase(cleaned(text));
    }

    /// This cleaned text or part of one without case.
    static String withoutCase(String cleaned) {
        String lower = cleaned.toLowerCase(Locale.ROOT).replace("i\u0307", "i").replace('\u2019', '\'');
        return Normalizer.isNormalized(lower, Normalizer.Form.NFKC) ? lower : normal(lower);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(THAI_AM_APART, THAI_AM)
                .replace(LAO_AM_APART, LAO_AM);
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (blank(codePoint)) {
                if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                    kept.append(' ');
                }
            } else if (!invisible(codePoint)) {
                kept.appendCodePoint(codePoint);
            }
        });
        return kept.toString().strip();
    }

    private static boolean blank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)
                || codePoint == ZERO_WIDTH_SPACE;
    }

    private static boolean invisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> true;
            case Character.FORMAT -> codePoint != JOINER && codePoint != NON_JOINER && !Emoji.tag(codePoint);
            default -> false;
        };
    }

    private static String cut(String text) {
        int end = 0;
        for (Token token : Tokens.in(text)) {
            if (token.end() > LONGEST) {
                break;
            }
            end = token.end();
        }
        if (end == 0) {
            end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        }
        return text.substring(0, end);
    }
}
