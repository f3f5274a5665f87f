package dev.upswell.server.notify.mail;

import dev.upswell.server.event.Event;
import dev.upswell.server.notify.NoticeText;
import dev.upswell.server.notify.Parcel;
import java.util.List;

/// What a mail says: the notices of a parcel in plain text, the oldest first, each with its facts.
///
/// @param subject one line
record MailText(String subject, String body) {

    static MailText of(Parcel parcel) {
        if (parcel.test()) {
            return new MailText("Upswell: a test of the channel " + parcel.channel(), """
                This is a test: notices of Upswell reach this address by the channel %s.
                """.formatted(parcel.channel()) + foot(parcel));
        }
        List<Event> notices = parcel.notices();
        String subject = "Upswell: " + (notices.size() == 1
                ? NoticeText.of(notices.getFirst()).sentence().replaceFirst("\\.$", "")
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

    private static void tell(Event event, StringBuilder body) {
        NoticeText notice = NoticeText.of(event);
        body.append(notice.sentence()).append("\n  ").append(notice.origin()).append('\n');
        notice.facts().forEach(line -> body.append("  ").append(line).append('\n'));
        body.append('\n');
    }
}
