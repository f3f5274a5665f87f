package dev.upswell.server.comply;

import java.lang.Character.UnicodeScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes e-mail addresses and telephone numbers out of what people write.
///
/// **edge cases** a number alone is no telephone number, see `PhoneNumbers`; `@handle` is no address; what is spelled out
/// ("at", "dot") stays · **cost** one scan of the characters where there is neither `@` nor seven digits.
public final class ContactText {

    /// What stands in the place of an e-mail address.
    public static final String EMAIL = "[e-mail]";
    /// What stands in the place of a telephone number.
    public static final String PHONE = "[phone]";

    private static final int FEWEST_DIGITS = 7;
    private static final char LAST_LATIN = '\u024F';
    /// Letters of scripts that are written with spaces: in others the words around an address touch it.
    private static final String LETTERS = "\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}";
    private static final Pattern HOST = Pattern.compile(
            "[@＠](?:[" + LETTERS + "\\p{Nd}][" + LETTERS + "\\p{Nd}-]{0,62}[.。．])+[" + LETTERS + "]{2,24}");
    /// Written apart, only at the hosts that everybody uses, for "me @ home" is no address.
    private static final Pattern HOST_APART = Pattern.compile("(?i)[@＠] ?"
            + "(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|ymail|protonmail|proton|qq|163|126|naver|mail|gmx|web)"
            + " ?\\. ?(?:com|co|net|org|me|de|ru|cn|id|vn|kr|jp)(?:\\.[a-z]{2})?(?![a-z0-9])");

    private ContactText() {
    }

    /// The text without contacts; the same instance when there are none.
    public static String cleaned(String text, Findings findings) {
        boolean at = false;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isAt(c)) {
                at = true;
            } else if (c >= '0' && (c <= '9' || c > LAST_LATIN && Character.isDigit(c))) {
                digits++;
            }
        }
        String clean = at ? withoutAddresses(text, findings) : text;
        return digits < FEWEST_DIGITS ? clean : PhoneNumbers.replaced(clean, findings);
    }

    private static boolean isAt(char c) {
        return c == '@' || c == '＠';
    }

    private static String withoutAddresses(String text, Findings findings) {
        Matcher host = HOST.matcher(text);
        Matcher apart = HOST_APART.matcher(text);
        StringBuilder clean = new StringBuilder(text.length());
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isAt(text.charAt(i))) {
                continue;
            }
            int gap = i > done && text.charAt(i - 1) == ' ' ? 1 : 0;
            int begin = beginOfLocal(text, i - gap, done);
            if (begin == i - gap) {
                continue;
            }
            Matcher found = gap == 0 && host.region(i, text.length()).lookingAt() ? host : apart;
            if (found == host || apart.region(i, text.length()).lookingAt()) {
                clean.append(text, done, begin).append(EMAIL);
                findings.email();
                done = found.end();
                i = done - 1;
            }
        }
        return done == 0 ? text : clean.append(text, done, text.length()).toString();
    }

    private static int beginOfLocal(String text, int end, int from) {
        int begin = end;
        while (begin > from && isLocal(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    /// Whether an address may have the character before its `@`.
    private static boolean isLocal(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._%+-".indexOf(c) >= 0;
        }
        if (!Character.isLetterOrDigit(c)) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.LATIN || script == UnicodeScript.CYRILLIC || script == UnicodeScript.GREEK
                || Character.isDigit(c);
    }
}
