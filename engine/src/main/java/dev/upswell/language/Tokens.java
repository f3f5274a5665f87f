package dev.upswell.language;

import dev.upswell.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One walk over a cleaned text that finds its tokens.
final class Tokens {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private final String text;
    private final List<Token> found = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /// The tokens of this cleaned text, in their order.
    static List<Token> in(String cleaned) {
        Tokens walk = new Tokens(cleaned);
        while (walk.at < cleaned.length()) {
            walk.step();
        }
        return walk.found;
    }

    private void step() {
        int codePoint = text.codePointAt(at);
        int emoji = Emoji.end(text, at);
        if (emoji > at) {
            add(Kind.EMOJI, Emoji.folded(text.substring(at, emoji)), emoji);
        } else if (codePoint == '#' && nameEnd(at + 1) > at + 1) {
            named(Kind.HASHTAG, nameEnd(at + 1));
        } else if (codePoint == '@' && handleEnd(at + 1) > at + 1 && !afterLetter()) {
            named(Kind.MENTION, handleEnd(at + 1));
        } else if (link()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != ' ') {
                end++;
            }
            add(Kind.LINK, text.substring(at, end), end);
        } else if (Character.isLetterOrDigit(codePoint)) {
            run();
        } else {
            at += Character.charCount(codePoint);
        }
    }

    private void named(Kind kind, int end) {
        add(kind, Cleaning.withoutCase(text.substring(at + 1, end)), end);
    }

    private void add(Kind kind, String folded, int end) {
        found.add(new Token(kind, folded, at, end));
        at = end;
    }

    private boolean afterLetter() {
        return at > 0 && Character.isLetterOrDigit(text.codePointBefore(at));
    }

    private boolean link() {
        return !afterLetter() && (text.regionMatches(true, at, "http://", 0, 7)
                || text.regionMatches(true, at, "https://", 0, 8) || text.regionMatches(true, at, "www.", 0, 4));
    }

    /// Letters, marks, digits and low lines.
    private int nameEnd(int from) {
        int end = from;
        while (end < text.length() && (letter(text.codePointAt(end)) || Character.isDigit(text.codePointAt(end))
                || text.charAt(end) == '_') && !keycap(end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private boolean keycap(int from) {
        return Character.isDigit(text.codePointAt(from)) && Emoji.end(text, from) > from;
    }

    /// As names, with points inside.
    private int handleEnd(int from) {
        int end = nameEnd(from);
        while (end > from && end < text.length() && text.charAt(end) == '.' && nameEnd(end + 1) > end + 1) {
            end = nameEnd(end + 1);
        }
        return end;
    }

    /// Letters of one manner of writing, or a number.
    private void run() {
        boolean unspaced = unspacedAt(at).orElse(false);
        boolean letters = letter(text.codePointAt(at));
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && !keycap(end)) {
            int codePoint = text.codePointAt(end);
            boolean digit = Character.isDigit(codePoint);
            if (digit && unspaced || !digit && !letter(codePoint) && !inside(end, letters, unspaced)
                    || unspacedAt(end).orElse(unspaced) != unspaced) {
                break;
            }
            letters |= letter(codePoint);
            end += Character.charCount(codePoint);
        }
        if (unspaced) {
            pairs(end);
        } else {
            add(letters ? Kind.WORD : Kind.NUMBER, Cleaning.withoutCase(text.substring(at, end)), end);
        }
    }

    private Optional<Boolean> unspacedAt(int from) {
        return Script.of(text.codePointAt(from)).map(Script::unspaced);
    }

    /// An apostrophe between letters, a point or comma between digits.
    private boolean inside(int from, boolean letters, boolean unspaced) {
        if (unspaced || from + 1 >= text.length()) {
            return false;
        }
        char sign = text.charAt(from);
        int next = text.codePointAt(from + 1);
        if (sign == '\'' || sign == '\u2019') {
            return letters && letter(next) && !Script.of(next).map(Script::unspaced).orElse(false);
        }
        return (sign == '.' || sign == ',') && !letters && Character.isDigit(next);
    }

    private void pairs(int end) {
        List<Integer> borders = new ArrayList<>();
        for (int from = at; from < end; from += Character.charCount(text.codePointAt(from))) {
            if (borders.isEmpty() || !attached(text.codePointAt(from))) {
                borders.add(from);
            }
        }
        borders.add(end);
        int letters = borders.size() - 1;
        for (int i = 0; i < Math.max(1, letters - 1); i++) {
            int from = borders.get(i);
            int to = borders.get(Math.min(letters, i + 2));
            found.add(new Token(Kind.PAIR, Cleaning.withoutCase(text.substring(from, to)), from, to));
        }
        at = end;
    }

    private static boolean attached(int codePoint) {
        return Script.mark(codePoint) || codePoint == JOINER || codePoint == NON_JOINER;
    }

    private static boolean letter(int codePoint) {
        return Character.isLetter(codePoint) || attached(codePoint);
    }
}
