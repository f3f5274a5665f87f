package dev.upswell.server.notify.slack;

import dev.upswell.server.event.Facts;
import dev.upswell.server.notify.NoticeText;
import dev.upswell.server.notify.Parcel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a message in Slack says, as Block Kit: the notices of a parcel, the oldest first, then from where it comes.
///
/// Nothing in a notice becomes a link, a mention or a call of a channel: `&`, `<` and `>` are escaped and texts are marked
/// `verbatim`.
///
/// **source** Slack's limits: 50 blocks, 3,000 characters a section
final class SlackMessage {

    private static final int LONGEST_SECTION = 2_900;
    private static final int LONGEST_TEXT = 3_000;
    private static final int MOST_SECTIONS = 45;

    private SlackMessage() {
    }

    /// The body of an incoming webhook.
    static String of(Parcel parcel) {
        return Facts.write(content(parcel));
    }

    /// The body of `chat.postMessage`.
    static String of(Parcel parcel, String channel) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("channel", channel);
        body.putAll(content(parcel));
        return Facts.write(body);
    }

    private static Map<String, Object> content(Parcel parcel) {
        List<NoticeText> notices = parcel.notices().stream().map(NoticeText::of).toList();
        String head = parcel.test()
                ? "Upswell: a test of the channel " + parcel.channel()
                : "Upswell: " + (notices.size() == 1 ? notices.getFirst().sentence() : notices.size() + " notices");
        List<String> sections = sections(notices);
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(section("*" + escaped(head) + "*"));
        sections.stream().limit(MOST_SECTIONS).forEach(text -> blocks.add(section(text)));
        if (sections.size() > MOST_SECTIONS) {
            blocks.add(section("More stands on the page Events."));
        }
        blocks.add(Map.of("type", "context", "elements", List.of(text("Sent by Upswell to the channel "
                + escaped(parcel.channel()) + " · delivery " + parcel.id()))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", cut(escaped(head), LONGEST_TEXT));
        body.put("blocks", blocks);
        body.put("unfurl_links", false);
        body.put("unfurl_media", false);
        return body;
    }

    /// Lines of all notices, as many in a section as fit.
    private static List<String> sections(List<NoticeText> notices) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        for (NoticeText notice : notices) {
            for (String line : lines(notice)) {
                if (section.length() + line.length() + 1 > LONGEST_SECTION) {
                    sections.add(section.toString());
                    section.setLength(0);
                }
                section.append(section.isEmpty() ? "" : "\n").append(line);
            }
        }
        if (!section.isEmpty()) {
            sections.add(section.toString());
        }
        return sections;
    }

    private static List<String> lines(NoticeText notice) {
        List<String> lines = new ArrayList<>();
        lines.add("*" + escaped(notice.sentence()) + "*");
        lines.add(escaped(notice.origin()));
        notice.facts().forEach(fact -> lines.add("• " + cut(escaped(fact), LONGEST_SECTION - 2)));
        return lines;
    }

    private static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", text(text));
    }

    private static Map<String, Object> text(String text) {
        return Map.of("type", "mrkdwn", "text", text, "verbatim", true);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
