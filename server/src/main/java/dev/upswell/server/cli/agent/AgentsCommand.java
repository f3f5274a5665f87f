package dev.upswell.server.cli.agent;

import dev.upswell.server.agent.AgentRefused;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.agent.Agents.Standing;
import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.Cadence.Missed;
import dev.upswell.server.agent.CadenceChange;
import dev.upswell.server.agent.Outcome;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.agent.Run;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.event.Counted;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the jobs of the agents, changes when they run, and runs one.
@Command(name = "agents", mixinStandardHelpOptions = true, description = "The standing work: list jobs, set JOB to change when it runs, run JOB to do it once here and now. A server runs them by themselves.")
public final class AgentsCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        SET,
        RUN
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, set or run.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "JOB", description = "The job, as listed.")
    private @Nullable String job;

    @Option(names = "--every", paramLabel = "TIMES", description = "A period (30s, 15m, 4h, 30d), days and a time in UTC (\"daily 02:00\", \"mon 04:00\"), or never.")
    private @Nullable String every;

    @Option(names = "--new-data", paramLabel = "true|false", description = "Whether it also runs whenever there are new data.")
    private @Nullable Boolean newData;

    @Option(names = "--backlog", paramLabel = "N", converter = WholeNumber.Count.class, description = "How many missed slots are made up for at most; 0 leaves all out.")
    private @Nullable Integer backlog;

    @Option(names = "--off", description = "Never run it.")
    private boolean off;

    @Option(names = "--on", description = "Run it again.")
    private boolean on;

    @Option(names = "--usual", description = "Back to its usual cadence.")
    private boolean usual;

    @Option(names = "--by", paramLabel = "NAME", description = "Who wants it; nothing vouches for it.")
    private String by = "hand";

    /// The command over this console.
    public AgentsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Agents agents = workplace.operating().agents();
            return switch (action) {
                case LIST -> {
                    list(screen, agents.list());
                    yield Cli.DONE;
                }
                case SET -> {
                    list(screen, List.of(agents.change(meant(), change(), by)));
                    yield Cli.DONE;
                }
                case RUN -> ran(screen, agents.run(meant()));
            };
        } catch (AgentRefused refused) {
            throw refused.reason() == AgentRefused.Reason.CONFLICT
                    ? CommandFailed.failed(refused.what(), refused.advice())
                    : CommandFailed.wrongUse(refused.what(), refused.advice());
        }
    }

    private String meant() {
        String meant = job;
        if (meant == null) {
            throw CommandFailed.wrongUse("which job?", "Run \"" + console.hint("agents") + "\" and name one.");
        }
        return meant;
    }

    private CadenceChange change() {
        if (on && off) {
            throw CommandFailed.wrongUse("on or off?", "Write one of --on and --off.");
        }
        Missed missed = backlog == null ? null : backlog == 0 ? Missed.SKIP : Missed.CATCH_UP;
        var change = new CadenceChange(every, newData, missed, backlog == null || backlog == 0 ? null : backlog,
                on ? Boolean.TRUE : off ? Boolean.FALSE : null, usual);
        if (change.equals(new CadenceChange(null, null, null, null, null, false))) {
            throw CommandFailed.wrongUse("what is to be changed?",
                    "Write for example --every 15m, --every \"daily 02:00\", --off or --usual.");
        }
        return change;
    }

    private static int ran(Screen screen, Outcome outcome) {
        screen.document(outcome);
        String counts = counts(outcome.counts());
        screen.line(outcome.end().name().toLowerCase(Locale.ROOT) + (counts.isEmpty() ? "" : ": " + counts));
        String note = outcome.note();
        if (note != null) {
            screen.line(note);
        }
        return outcome.end() == Outcome.End.DONE ? Cli.DONE : Cli.FAILED;
    }

    private static void list(Screen screen, List<Standing> jobs) {
        screen.document(jobs.stream().map(JobDocument::of).toList());
        var table = new TextTable("job", "agent", "runs", "next", "last run", "state", "done");
        for (Standing one : jobs) {
            Run last = one.last();
            Instant next = one.next();
            table.row(one.job().name(), one.job().role().label(), text(one.cadence()),
                    next == null ? "" : next.toString(), last == null ? "" : last.slot().toString(),
                    one.job().work() == null
                            ? "comes with a later capability"
                            : last == null
                                    ? "not yet"
                                    : last.state().name().toLowerCase(Locale.ROOT),
                    last == null ? "" : counts(last.counts()));
        }
        screen.line(table.toString());
    }

    private static String text(Cadence cadence) {
        Rule rule = cadence.rule();
        if (!cadence.enabled()) {
            return "off";
        }
        String times = rule == null ? "" : rule.text();
        return cadence.onNewData() ? times + (times.isEmpty() ? "" : " + ") + "new data" : times;
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream().filter(count -> count.getValue() != 0)
                .map(count -> count.getValue() + " " + Counted.named(count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
    }
}
