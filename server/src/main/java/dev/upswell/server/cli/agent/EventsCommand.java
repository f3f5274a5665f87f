package dev.upswell.server.cli.agent;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows what happened.
@Command(name = "events", mixinStandardHelpOptions = true, description = "What the product did, the newest first.")
public final class EventsCommand implements Callable<Integer> {

    private static final int USUAL = 50;

    private final Console console;

    @Option(names = "--agent", paramLabel = "NAME", description = "Only of this agent, such as ingestion.")
    private @Nullable String agent;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only of this type, such as DRIFT_ALERT.")
    private @Nullable String type;

    @Option(names = "--limit", paramLabel = "N", converter = WholeNumber.Count.class, description = "How many at most (default: 50).")
    private int limit = USUAL;

    /// The command over this console.
    public EventsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        EventFilter wanted = new EventFilter(role(), type(), null, null);
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            List<Event> events = workplace.operating().agents().events().list(wanted, limit, 0);
            screen.document(events);
            if (events.isEmpty()) {
                screen.line("Nothing of this kind happened.");
                return Cli.DONE;
            }
            var table = new TextTable("at", "agent", "type", ">took", "facts");
            for (Event event : events) {
                Role role = event.role();
                Duration took = event.took();
                table.row(event.at().toString(), role == null ? "" : role.label(), event.type(),
                        took == null ? "" : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0),
                        facts(event));
            }
            screen.line(table.toString());
        }
        return Cli.DONE;
    }

    private @Nullable Role role() {
        String name = agent;
        return name == null
                ? null
                : Role.find(name).orElseThrow(() -> CommandFailed.wrongUse("there is no agent " + name, "There are "
                        + Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", ")) + "."));
    }

    private List<String> type() {
        String name = type;
        if (name != null && EventType.find(name.toUpperCase(Locale.ROOT)).isEmpty()) {
            throw CommandFailed.wrongUse("there is no type " + name, "docs/events.md lists them all.");
        }
        return name == null ? List.of() : List.of(name.toUpperCase(Locale.ROOT));
    }

    private static String facts(Event event) {
        String text = new TreeMap<>(event.facts()).entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue()).collect(Collectors.joining(" "));
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }
}
