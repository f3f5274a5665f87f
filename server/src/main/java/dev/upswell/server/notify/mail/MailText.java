package dev.upswell.server.notify.mail;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import dev.upswell.server.notify.Parcel;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a mail says: the notices of a parcel in plain text, the oldest first, each with its facts.
///
/// @param subject one line
record MailText(String subject, String body) {

    /// The lines of a summary once more as codes, from which pages in other languages are made.
    private static final String SAID = "said";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_FACT = 500;
    private static final int MOST_LINES = 50;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    static MailText of(Parcel parcel) {
        if (parcel.test()) {
            return new MailText("Upswell: a test of the channel " + parcel.channel(), """
                This is a test: notices of Upswell reach this address by the channel %s.
                """.formatted(parcel.channel()) + foot(parcel));
        }
        List<Event> notices = parcel.notices();
        String subject = "Upswell: " + (notices.size() == 1
                ? sentence(notices.getFirst()).replaceFirst("\\.$", "")
                : notices.size() + " notices");
        StringBuilder body = new StringBuilder();
        notices.forEach(notice -> tell(notice, body));
        return new MailText(subject, body + foot(parcel));
    }

    private static String foot(Parcel parcel) {
        return "\n-- \nSent by Upswell to the channel " + parcel.channel()
                + ". What is sent there is chosen on the page Events; the channel is removed on the page Agents.\nDelivery "
                + parcel.id() + "\n";
    }

    private static String sentence(Event notice) {
        return notice.known().map(EventType::meaning).orElse(notice.type());
    }

    private static void tell(Event notice, StringBuilder body) {
        Role role = notice.role();
        body.append(sentence(notice)).append("\n  ").append(MOMENT.format(notice.at())).append(" · ")
                .append(notice.type()).append(role == null ? "" : " · " + role.label()).append('\n');
        Map<String, Object> facts = new TreeMap<>(notice.facts());
        facts.remove(SAID);
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            if (fact.getValue() instanceof List<?> lines) {
                body.append("  ").append(fact.getKey()).append(":\n");
                lines.stream().limit(MOST_LINES)
                        .forEach(line -> body.append("  - ").append(shortened(line)).append('\n'));
            } else {
                body.append("  ").append(fact.getKey()).append(": ").append(shortened(fact.getValue())).append('\n');
            }
        }
        body.append('\n');
    }

    private static String shortened(Object value) {
        String text = CONTROL.matcher(String.valueOf(value)).replaceAll(" ");
        return text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT) + "…";
    }
}
