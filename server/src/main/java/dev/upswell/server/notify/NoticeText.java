package dev.upswell.server.notify;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One notice in plain words, for whatever brings it.
///
/// @param sentence what happened
/// @param origin when, of which type, by which agent
/// @param facts one line for each fact by name; a fact that is a list has its items in lines that begin with `- `
public record NoticeText(String sentence, String origin, List<String> facts) {

    /// The lines of a summary once more as codes, from which pages in other languages are made.
    private static final String SAID = "said";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_FACT = 500;
    private static final int MOST_LINES = 50;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    public NoticeText {
        facts = List.copyOf(facts);
    }

    /// What this notice says. Values are cut at 500 characters and lists at 50 items; nothing in them begins a new line.
    public static NoticeText of(Event notice) {
        Role role = notice.role();
        Map<String, Object> facts = new TreeMap<>(notice.facts());
        facts.remove(SAID);
        List<String> lines = new ArrayList<>();
        facts.forEach((name, value) -> {
            if (value instanceof List<?> items) {
                lines.add(name + ":");
                items.stream().limit(MOST_LINES).forEach(item -> lines.add("- " + shortened(item)));
            } else {
                lines.add(name + ": " + shortened(value));
            }
        });
        return new NoticeText(notice.known().map(EventType::meaning).orElse(notice.type()),
                MOMENT.format(notice.at()) + " · " + notice.type() + (role == null ? "" : " · " + role.label()), lines);
    }

    private static String shortened(Object value) {
        String text = CONTROL.matcher(String.valueOf(value)).replaceAll(" ");
        return text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT) + "…";
    }
}
