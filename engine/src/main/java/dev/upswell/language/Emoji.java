package dev.upswell.language;

/// Pictures among letters: where one ends, and which are the same.
///
/// **source** Unicode Technical Standard 51: bases, variation selectors, tones of skin, joined sequences, keycaps, flags.
final class Emoji {

    private static final int JOINER = 0x200D;
    private static final int AS_PICTURE = 0xFE0F;
    private static final int AS_TEXT = 0xFE0E;
    private static final int KEYCAP = 0x20E3;
    private static final int COPYRIGHT = 0xA9;
    private static final int REGISTERED = 0xAE;

    private Emoji() {
    }

    /// Where the emoji ends that begins at this char; the same place where none begins there.
    static int end(String text, int at) {
        int codePoint = text.codePointAt(at);
        if (regional(codePoint)) {
            int next = at + Character.charCount(codePoint);
            return next < text.length() && regional(text.codePointAt(next))
                    ? next + Character.charCount(text.codePointAt(next))
                    : next;
        }
        if (key(codePoint)) {
            int next = at + 1;
            if (next < text.length() && text.charAt(next) == AS_PICTURE) {
                next++;
            }
            return next < text.length() && text.charAt(next) == KEYCAP ? next + 1 : at;
        }
        return picture(codePoint) ? joined(text, at) : at;
    }

    /// The emoji without its tone of skin and without signs that only say that it is a picture.
    static String folded(String emoji) {
        StringBuilder kept = new StringBuilder(emoji.length());
        emoji.codePoints().filter(c -> c != AS_PICTURE && c != AS_TEXT && !Character.isEmojiModifier(c))
                .forEach(kept::appendCodePoint);
        return kept.isEmpty() ? emoji : kept.toString();
    }

    /// Whether it spells the region of a flag, invisibly.
    static boolean tag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    private static int joined(String text, int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            int next = end + Character.charCount(codePoint);
            if (codePoint == AS_PICTURE || codePoint == AS_TEXT || Character.isEmojiModifier(codePoint)
                    || tag(codePoint)) {
                end = next;
            } else if (codePoint == JOINER && next < text.length() && picture(text.codePointAt(next))) {
                end = next + Character.charCount(text.codePointAt(next));
            } else {
                return end;
            }
        }
        return end;
    }

    private static boolean picture(int codePoint) {
        return codePoint != COPYRIGHT && codePoint != REGISTERED
                && (Character.isExtendedPictographic(codePoint) || Character.isEmojiModifier(codePoint));
    }

    private static boolean regional(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private static boolean key(int codePoint) {
        return codePoint == '#' || codePoint == '*' || codePoint >= '0' && codePoint <= '9';
    }
}
