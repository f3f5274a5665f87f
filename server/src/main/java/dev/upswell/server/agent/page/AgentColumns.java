package dev.upswell.server.agent.page;

import dev.upswell.server.agent.Run;
import dev.upswell.server.event.Event;
import dev.upswell.server.listing.Column;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The columns of runs and of events in a file. Facts and counts, which differ from type to type, are one text: `name=value`, by name.
final class AgentColumns {

    static final List<Column<Run>> RUNS = List.of(Column.text("job", Run::job), Column.time("slot", Run::slot),
            Column.text("reason", run -> run.reason().name().toLowerCase(Locale.ROOT)),
            Column.text("state", run -> run.state().name().toLowerCase(Locale.ROOT)), Column.text("node", Run::node),
            Column.whole("attempt", "tries", Run::attempt), Column.time("begunAt", Run::begunAt),
            Column.time("endedAt", Run::endedAt), Column.text("counts", run -> said(run.counts())),
            Column.text("note", Run::note));

    static final List<Column<Event>> EVENTS = List.of(Column.text("id", Event::id), Column.time("at", Event::at),
            Column.text("type", Event::type), Column.text("slice", Event::slice),
            Column.text("agent", event -> event.role() == null ? null : event.role().label()),
            Column.number("took", "seconds", event -> event.took() == null ? null : event.took().toMillis() / 1000.0),
            Column.text("facts", event -> said(event.facts())));

    private AgentColumns() {
    }

    private static String said(Map<String, ?> facts) {
        return new TreeMap<String, Object>(facts).entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }
}
