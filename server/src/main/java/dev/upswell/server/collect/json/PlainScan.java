package dev.upswell.server.collect.json;

import static dev.upswell.server.collect.json.PlainItem.ARRAY;
import static dev.upswell.server.collect.json.PlainItem.ESCAPED_TEXT;
import static dev.upswell.server.collect.json.PlainItem.LITERAL;
import static dev.upswell.server.collect.json.PlainItem.MARK;
import static dev.upswell.server.collect.json.PlainItem.NULL;
import static dev.upswell.server.collect.json.PlainItem.OBJECT;
import static dev.upswell.server.collect.json.PlainItem.TEXT;

import dev.upswell.server.comply.PrivateMark;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the values of a line that is one sound JSON object, without making anything of them.
///
/// It takes a line only when nothing about it is doubtful: not when the JSON has a fault, when characters are unreadable, when
/// the object may be an answer with items in it, or when something in it may be marked private. What it does not take is read
/// as a tree, which finds and names what is wrong; so both ways give the same. One scan serves one thread.
final class PlainScan {

    /// Deeper objects are left to the tree, which has a bound.
    private static final int DEEPEST = 60;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_000;

    /// What may stand as the value of a property, so that the item needs no closer look: nothing for those of answers.
    private static final Map<String, String> HARMLESS = harmless();
    private static final boolean[] WATCHED = watched();

    private byte[] text = new byte[0];
    private int[] marks = new int[MARK * 128];
    private int used;
    private int at;
    private int bits;

    private static Map<String, String> harmless() {
        Map<String, String> harmless = new HashMap<>();
        Envelopes.BEGINNINGS.forEach(name -> harmless.put(name, ""));
        PrivateMark.FLAGS.forEach(name -> harmless.put(name, "false"));
        PrivateMark.STATUSES.forEach(name -> harmless.put(name, "0"));
        return harmless;
    }

    private static boolean[] watched() {
        boolean[] watched = new boolean[256];
        HARMLESS.keySet().forEach(name -> watched[name.hashCode() & 0xff] = true);
        return watched;
    }

    /// The item on the line that begins here, or `null` when it needs a closer look.
    ///
    /// @param lines that all have a line end
    @Nullable
    PlainItem scan(byte[] lines, int from) {
        text = lines;
        at = from;
        used = 0;
        bits = 0;
        skipSpace();
        if (text[at] != '{' || !value(0, 0, 0, 0)) {
            return null;
        }
        skipSpace();
        if (text[at] != '\n' || at - from > RowBounds.JSON_ITEM || (bits < 0
                && new String(lines, from, at - from, StandardCharsets.UTF_8).indexOf('\uFFFD') >= 0)) {
            return null;
        }
        return new PlainItem(lines, from, at, Arrays.copyOf(marks, used));
    }

    private void skipSpace() {
        while (text[at] == ' ' || text[at] == '\t' || text[at] == '\r') {
            at++;
        }
    }

    private boolean value(int depth, int hash, int nameFrom, int nameTo) {
        if (used == marks.length) {
            marks = Arrays.copyOf(marks, used * 2);
        }
        int mark = used;
        used += MARK;
        marks[mark + PlainItem.HASH] = hash;
        marks[mark + PlainItem.NAME_FROM] = nameFrom;
        marks[mark + PlainItem.NAME_TO] = nameTo;
        marks[mark + PlainItem.FROM] = at;
        int kind = switch (text[at]) {
            case '"' -> string();
            case '{' -> depth < DEEPEST && object(depth + 1) ? OBJECT : -1;
            case '[' -> depth < DEEPEST && array(depth + 1) ? ARRAY : -1;
            case 't' -> word("true") ? LITERAL : -1;
            case 'f' -> word("false") ? LITERAL : -1;
            case 'n' -> word("null") ? NULL : -1;
            default -> number() ? LITERAL : -1;
        };
        boolean quoted = kind == TEXT || kind == ESCAPED_TEXT;
        marks[mark + PlainItem.FROM] += quoted ? 1 : 0;
        marks[mark + PlainItem.TO] = quoted ? at - 1 : at;
        marks[mark + PlainItem.KIND] = kind;
        marks[mark + PlainItem.NEXT] = used;
        return kind >= 0;
    }

    private boolean object(int depth) {
        at++;
        skipSpace();
        if (text[at] == '}') {
            at++;
            return true;
        }
        while (true) {
            if (!property(depth)) {
                return false;
            }
            skipSpace();
            byte next = text[at++];
            if (next != ',') {
                return next == '}';
            }
            skipSpace();
        }
    }

    private boolean property(int depth) {
        int from = at + 1;
        if (text[at] != '"' || string() != TEXT || at - from > LONGEST_NAME) {
            return false;
        }
        int to = at - 1;
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        skipSpace();
        if (text[at++] != ':') {
            return false;
        }
        skipSpace();
        int begin = at;
        return value(depth, hash, from, to) && (!WATCHED[hash & 0xff] || isHarmless(depth, from, to, begin));
    }

    private boolean isHarmless(int depth, int from, int to, int begin) {
        String name = new String(text, from, to - from, StandardCharsets.UTF_8);
        String harmless = HARMLESS.get(name);
        if (harmless == null) {
            return true;
        }
        return harmless.isEmpty()
                ? depth > 1
                : new String(text, begin, at - begin, StandardCharsets.UTF_8).equals(harmless);
    }

    private boolean array(int depth) {
        at++;
        skipSpace();
        if (text[at] == ']') {
            at++;
            return true;
        }
        while (true) {
            if (!value(depth, 0, 0, 0)) {
                return false;
            }
            skipSpace();
            byte next = text[at++];
            if (next != ',') {
                return next == ']';
            }
            skipSpace();
        }
    }

    /// Passes a text in quotes; what sort it is, or -1.
    private int string() {
        int kind = TEXT;
        int i = at + 1;
        while (text[i] != '"') {
            byte b = text[i];
            if (b == '\\') {
                int length = escape(i + 1);
                if (length == 0) {
                    return -1;
                }
                kind = ESCAPED_TEXT;
                i += length;
            } else if (b >= 0 && b < ' ') {
                return -1;
            } else {
                bits |= b;
                i++;
            }
        }
        at = i + 1;
        return kind;
    }

    /// How long an escape is that begins before this place, or 0 when it is none.
    private int escape(int i) {
        if (text[i] != 'u') {
            return "\"\\/bfnrt".indexOf(text[i]) >= 0 ? 2 : 0;
        }
        for (int digit = 1; digit <= 4; digit++) {
            if (Character.digit(text[i + digit], 16) < 0) {
                return 0;
            }
        }
        return 6;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private boolean number() {
        int from = at;
        if (text[at] == '-') {
            at++;
        }
        int first = at;
        if (!digits() || (text[first] == '0' && (at - first > 1 || first > from))) {
            return false;
        }
        if (text[at] == '.') {
            at++;
            if (!digits()) {
                return false;
            }
        }
        if (text[at] == 'e' || text[at] == 'E') {
            at++;
            at += text[at] == '-' || text[at] == '+' ? 1 : 0;
            if (!digits()) {
                return false;
            }
        }
        return at - from <= LONGEST_NUMBER;
    }

    private boolean digits() {
        int from = at;
        while (text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at > from;
    }

    /// The text that an escaped one stands for; its escapes are sound.
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char sign = text.charAt(i++);
            switch (sign) {
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(text, i, i + 4, 16));
                    i += 4;
                }
                default -> plain.append(sign);
            }
        }
        return plain.toString();
    }
}
