package dev.upswell.server.suppress;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text by which it may name somebody: runs of letters a to z, digits, `_` and `.` in lower case, with `@` or `#` where it
/// stands before them. What a JSON text says of a creator, an author or an account counts as a mention with `@`.
///
/// The function `mentioned` of PostgreSQL and [#MACRO] of DuckDB say the same; a test holds the three together.
public final class Mentions {

    /// What stands in the place of a name that was taken out of a text.
    public static final String ERASED = "[erased]";

    /// The same for DuckDB, as a macro of the session.
    public static final String MACRO = """
        CREATE OR REPLACE TEMP MACRO mentioned(said) AS string_split(trim(regexp_replace(regexp_replace(regexp_replace(
        regexp_replace(regexp_replace(regexp_replace(lower(said), '\\\\+"', '"', 'g'),
        '\\\\u[0-9a-f]{4}|\\\\[nrtbf/\\\\]', ' ', 'g'),
        '"(creator|author|handle|account|username|unique_?id)" ?: ?"@?|creator:@?', ' @', 'g'),
        '([@#])', ' \\1', 'g'), '[^a-z0-9_.@#]+', ' ', 'g'), '^[.]+| [.]+|[.]+ |[.]+$', ' ', 'g')), ' ')""";

    private static final Pattern QUOTE = Pattern.compile("\\\\+\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u[0-9a-f]{4}|\\\\[nrtbf/\\\\]");
    private static final Pattern SAID_OF = Pattern
            .compile("\"(creator|author|handle|account|username|unique_?id)\" ?: ?\"@?|creator:@?");
    private static final Pattern SIGN = Pattern.compile("([@#])");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9_.@#]+");
    private static final Pattern DOTS = Pattern.compile("^[.]+| [.]+|[.]+ |[.]+$");
    private static final Pattern ADDRESSED = Pattern.compile("@([A-Za-z0-9_]+(?:\\.+[A-Za-z0-9_]+)*)");
    private static final Pattern WORD = Pattern.compile("[@#]?[A-Za-z0-9_]+(?:\\.+[A-Za-z0-9_]+)*");

    private Mentions() {
    }

    /// The words of this text, in its order.
    public static List<String> of(String said) {
        String text = QUOTE.matcher(said.toLowerCase(Locale.ROOT)).replaceAll("\"");
        text = SAID_OF.matcher(ESCAPE.matcher(text).replaceAll(" ")).replaceAll(" @");
        text = BETWEEN.matcher(SIGN.matcher(text).replaceAll(" $1")).replaceAll(" ");
        return List.of(DOTS.matcher(text).replaceAll(" ").strip().split(" "));
    }

    /// Whether one of the words of this text is among these.
    public static boolean any(String said, Set<String> names) {
        return of(said).stream().anyMatch(names::contains);
    }

    /// The text with [#ERASED] in the place of each word that is among these.
    ///
    /// @param names as [#of] gives words
    public static String without(String text, Set<String> names) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(
                names.contains(word.group().toLowerCase(Locale.ROOT)) ? ERASED : word.group()));
    }

    /// The text with [#ERASED] in the place of each `@handle` that is meant; the very text where there is none.
    public static String withoutAddressed(String text, Predicate<String> handle) {
        if (text.indexOf('@') < 0) {
            return text;
        }
        return ADDRESSED.matcher(text).replaceAll(word -> Matcher.quoteReplacement(
                handle.test(word.group(1).toLowerCase(Locale.ROOT)) ? ERASED : word.group()));
    }
}
