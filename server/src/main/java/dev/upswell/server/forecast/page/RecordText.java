package dev.upswell.server.forecast.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Java record says of itself, such as `Target[kind=HASHTAG, horizon=PT24H]`: model records keep settings in this form.
///
/// @param name of the record
record RecordText(String name, List<Component> components) {

    private static final Pattern WHOLE = Pattern.compile("(\\w+)\\[(.*)]", Pattern.DOTALL);
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)=(.*)", Pattern.DOTALL);
    private static final String BETWEEN = ", ";

    /// @param text the value as it says of itself, which may be a record's text again
    record Component(String name, String text) {
    }

    /// **absence** empty when the text is not a record's
    static Optional<RecordText> of(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        List<Component> components = new ArrayList<>();
        for (String part : parts(whole.group(2))) {
            Matcher component = COMPONENT.matcher(part);
            if (!component.matches()) {
                return Optional.empty();
            }
            components.add(new Component(component.group(1), component.group(2)));
        }
        return Optional.of(new RecordText(whole.group(1), components));
    }

    /// What stands between commas that no bracket holds; none in an empty text.
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '[' ? 1 : letter == ']' ? -1 : 0;
            if (depth == 0 && text.startsWith(BETWEEN, i)) {
                parts.add(text.substring(from, i));
                from = i + BETWEEN.length();
            }
        }
        if (from < text.length()) {
            parts.add(text.substring(from));
        }
        return parts;
    }
}
