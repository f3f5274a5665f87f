package dev.upswell.server.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One page of the documentation.
///
/// @param key how it is called in addresses, such as `access` or `decisions/058-who-may-come-in`
/// @param file where it stands in the project, such as `docs/access.md`
/// @param title its first heading
/// @param markdown what stands under it
/// @param text the same as words, for searching and showing parts of it
public record GuidePage(String key, String file, String title, String markdown, String text) {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)\\s]*\\)");
    private static final Pattern MARKS = Pattern.compile("(?m)^(#+|[-*]|\\d+\\.|\\|?[-:| ]{3,}\\|?$)|[*`|]+");
    private static final int AROUND = 90;

    /// The page that this file holds.
    static GuidePage of(String file, String content) {
        String[] parts = content.strip().split("\n", 2);
        String title = parts[0].startsWith("# ") ? parts[0].substring(2).strip() : file;
        String body = parts[0].startsWith("# ") ? parts.length > 1 ? parts[1].strip() : "" : content.strip();
        return new GuidePage(key(file), file, plain(title), body, plain(body));
    }

    private static String key(String file) {
        String key = file.replaceFirst("\\.md$", "");
        return (key.startsWith("docs/") ? key.substring("docs/".length()) : key).toLowerCase(Locale.ROOT);
    }

    private static String plain(String markdown) {
        return MARKS.matcher(LINK.matcher(markdown).replaceAll("$1")).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    /// Whether it is a record of a decision.
    public boolean isDecision() {
        return key.startsWith("decisions/");
    }

    /// How well these words, in lower case, are answered here: 0 where one of them stands nowhere.
    int worth(List<String> words) {
        String lowTitle = title.toLowerCase(Locale.ROOT);
        String lowText = text.toLowerCase(Locale.ROOT);
        int worth = 0;
        for (String word : words) {
            int here = (lowTitle.contains(word) ? 50 : 0) + Math.min(20, occurrences(lowText, word));
            if (here == 0) {
                return 0;
            }
            worth += here;
        }
        return worth;
    }

    private static int occurrences(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    /// The part of the text around the first of these words that it holds; its beginning where it holds none.
    String around(List<String> words) {
        String low = text.toLowerCase(Locale.ROOT);
        // Some letters have a longer lower case, so that places would not fit.
        int at = low.length() == text.length()
                ? Arrays.stream(words.stream().mapToInt(low::indexOf).toArray()).filter(place -> place >= 0).min()
                        .orElse(0)
                : 0;
        int from = at <= AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1;
        int to = Math.min(text.length(), at + 2 * AROUND);
        return (from == 0 ? "" : "… ") + text.substring(Math.min(from, to), to) + (to == text.length() ? "" : " …");
    }
}
