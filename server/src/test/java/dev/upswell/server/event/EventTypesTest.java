package dev.upswell.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.GeneratedDocument;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps `docs/events.md` true: it is generated from [EventType].
class EventTypesTest {

    @Test
    void theReferenceOfEventsIsFresh() {
        StringBuilder page = new StringBuilder(
                """
                    # Events

                    Generated from the code; do not edit by hand. Whatever the product does is an event in table `event_log`, written in the
                    transaction in which it happened: no event without its deed, no deed without its event. An event has a tenant, a type, the
                    agent whose work it was, the slice of the server, a duration where it has one, facts by name, and an instant by the
                    database's clock. Counts are those facts that say how much was done.

                    Types are never renamed or taken away. Rows of earlier versions have no agent and no duration: the type tells the agent.
                    """);
        for (Role role : Role.values()) {
            List<EventType> types = Arrays.stream(EventType.values()).filter(type -> type.role() == role).toList();
            page.append("\n## ").append(role.name().charAt(0)).append(role.label().substring(1)).append("\n\n");
            if (types.isEmpty()) {
                page.append("No events yet: its work comes with a later capability.\n");
                continue;
            }
            page.append("| type | happens when | counts |\n|---|---|---|\n");
            types.forEach(type -> page.append("| `%s` | %s | %s |\n".formatted(type.name(), type.meaning(),
                    type.counts().stream().map(count -> "`" + count + "`").collect(Collectors.joining(", ")))));
        }
        GeneratedDocument.at("docs/events.md").mustEqual(page.toString());
    }

    @Test
    void namesAreWrittenAsTheTableAsks() {
        assertThat(EventType.values()).allSatisfy(type -> assertThat(type.name()).matches("[A-Z][A-Z_]*"));
    }
}
