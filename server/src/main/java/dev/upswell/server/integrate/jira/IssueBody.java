package dev.upswell.server.integrate.jira;

import dev.upswell.server.event.Facts;
import dev.upswell.server.integrate.Account;
import dev.upswell.server.integrate.IssueOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What Jira is sent to create an issue; its text is a document of the Atlassian Document Format.
final class IssueBody {

    private static final int LONGEST_SUMMARY = 255;

    private IssueBody() {
    }

    static String of(Account account, IssueOrder order) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", Map.of("key", account.place()));
        fields.put("issuetype", Map.of("name", account.detail()));
        fields.put("summary", summary(order.title()));
        fields.put("description", document(order.paragraphs()));
        fields.put("labels", List.of("upswell", order.label()));
        if (order.due() != null) {
            fields.put("duedate", order.due().toString());
        }
        return Facts.write(Map.of("fields", fields));
    }

    private static String summary(String title) {
        String line = title.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_SUMMARY ? line : line.substring(0, LONGEST_SUMMARY - 1) + "…";
    }

    /// A paragraph of text each; one without text may not stand in a document.
    private static Map<String, Object> document(List<String> paragraphs) {
        List<Map<String, Object>> content = paragraphs.stream().filter(text -> !text.isBlank())
                .map(text -> Map.of("type", "paragraph", "content", List.of(Map.of("type", "text", "text", text))))
                .toList();
        return Map.of("type", "doc", "version", 1, "content", content);
    }
}
