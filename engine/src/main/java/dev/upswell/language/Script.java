package dev.upswell.language;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A writing system, as far as telling languages apart and finding words needs it.
public enum Script {
    LATIN(false),
    CYRILLIC(false),
    GREEK(false),
    ARABIC(false),
    HEBREW(false),
    DEVANAGARI(false),
    BENGALI(false),
    TAMIL(false),
    HANGUL(
            false),
    THAI(true),
    LAO(true),
    KHMER(true),
    MYANMAR(true),
    HAN(true),
    KANA(true),
    OTHER(false);

    private static final int FIRST_SELECTOR = 0xFE00;
    private static final int LAST_SELECTOR = 0xFE0F;

    private final boolean unspaced;

    Script(boolean unspaced) {
        this.unspaced = unspaced;
    }

    /// Whether words stand beside each other without blanks.
    public boolean unspaced() {
        return unspaced;
    }

    /// The script of this letter; empty for what is no letter, and for letters and marks that several scripts share.
    public static Optional<Script> of(int codePoint) {
        return Character.isLetter(codePoint) || mark(codePoint)
                ? script(Character.UnicodeScript.of(codePoint))
                : Optional.empty();
    }

    /// The script that most letters of this text are of; empty where it has none.
    public static Optional<Script> mostOf(String text) {
        Map<Script, Integer> letters = new EnumMap<>(Script.class);
        text.codePoints().forEach(
                codePoint -> of(codePoint).ifPresent(script -> letters.merge(script, 1, Integer::sum)));
        return letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /// Whether it only alters the letter before it, such as a tone of Thai; signs that ask for a picture or for letters are none.
    static boolean mark(int codePoint) {
        if (codePoint >= FIRST_SELECTOR && codePoint <= LAST_SELECTOR) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static Optional<Script> script(Character.UnicodeScript script) {
        return switch (script) {
            case COMMON, INHERITED -> Optional.empty();
            case LATIN -> Optional.of(LATIN);
            case CYRILLIC -> Optional.of(CYRILLIC);
            case GREEK -> Optional.of(GREEK);
            case ARABIC -> Optional.of(ARABIC);
            case HEBREW -> Optional.of(HEBREW);
            case DEVANAGARI -> Optional.of(DEVANAGARI);
            case BENGALI -> Optional.of(BENGALI);
            case TAMIL -> Optional.of(TAMIL);
            case HANGUL -> Optional.of(HANGUL);
            case THAI -> Optional.of(THAI);
            case LAO -> Optional.of(LAO);
            case KHMER -> Optional.of(KHMER);
            case MYANMAR -> Optional.of(MYANMAR);
            case HAN -> Optional.of(HAN);
            case HIRAGANA, KATAKANA -> Optional.of(KANA);
            default -> Optional.of(OTHER);
        };
    }
}
