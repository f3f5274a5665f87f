package dev.upswell.server.across;

import dev.upswell.server.web.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an industry from a form.
public final class IndustryForm {

    private static final int LONGEST = 100;
    private static final int LONGEST_LIST = 2_000;

    private IndustryForm() {
    }

    /// An industry and who says it.
    public record Said(String key, IndustryDraft draft, String by) {
    }

    /// By `key`, `name`, `nameIndonesian`, `category`, `cluster`, `hashtags` (with blanks or commas between), `engagement` in percent, a
    /// switch for each length, and `by`.
    public static Said of(Query query) {
        String key = query.text("key", LONGEST).orElse("");
        Optional<String> name = query.text("name", LONGEST);
        Optional<String> indonesian = query.text("nameIndonesian", LONGEST);
        Optional<String> category = query.text("category", LONGEST);
        Optional<String> cluster = query.text("cluster", LONGEST);
        Optional<String> hashtags = query.text("hashtags", LONGEST_LIST);
        Double engagement = query.text("engagement", LONGEST).map(IndustryForm::fraction).orElse(null);
        List<String> lengths = IndustryDraft.LENGTHS.stream().filter(query::flag).toList();
        String by = by(query, "hand");
        query.done();
        return new Said(key, new IndustryDraft(name.orElse(null), indonesian.orElse(null), category.orElse(null),
                cluster.orElse(null), list(hashtags.orElse(null)), engagement, lengths), by);
    }

    /// Who says something.
    public static String by(Query query, String usual) {
        return query.text("by", LONGEST).orElse(usual);
    }

    /// What stands in a text with blanks or commas between.
    public static @Nullable List<String> list(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(text.split("[\\s,]+", -1)).filter(one -> !one.isEmpty()).toList();
    }

    private static double fraction(String percent) {
        try {
            return Double.parseDouble(percent) / 100;
        } catch (NumberFormatException none) {
            throw AcrossRefused.number(percent);
        }
    }
}
