package dev.upswell.server.cli.quality;

import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.quality.QualityRefused;
import dev.upswell.server.quality.QualityRepository;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what quality gates found, edits their rules, and decides on batches that were set aside.
@Command(name = "quality", mixinStandardHelpOptions = true, description = "What the quality gates found last, by source and rule; which sources and watched subjects are stale; which batches are set aside.")
public final class QualityCommand implements Callable<Integer> {

    private static final int MOST_HELD = 100;

    private final Console console;

    /// The command over this console.
    public QualityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Quality quality = workplace.collecting().quality();
            var summary = new QualityText.Summary(quality.found().latest(),
                    quality.found().batches("", "held", MOST_HELD, 0), quality.staleness().sources(),
                    quality.staleness().watched());
            screen.document(summary);
            QualityText.lines(summary).forEach(screen::line);
        }
        return Cli.DONE;
    }

    @Command(name = "rules", mixinStandardHelpOptions = true, description = "The rules with their limits; with a rule and a limit it is edited.")
    Integer rules(
            @Parameters(arity = "0..1", paramLabel = "RULE", description = "Only this rule.") @Nullable String rule,
            @Option(names = "--warn", defaultValue = "", paramLabel = "N", description = "Warn above this: percent for shares, else minutes, times or fields; never for none.") String warn,
            @Option(names = "--block", defaultValue = "", paramLabel = "N", description = "Set batches aside above this; never for none.") String block,
            @Option(names = "--least", converter = WholeNumber.Count.class, paramLabel = "N", description = "Do not judge by fewer cases.") @Nullable Integer least,
            @Option(names = "--reset", description = "Back to the usual limits.") boolean reset) {
        Screen screen = console.screen();
        boolean edit = reset || !warn.isEmpty() || !block.isEmpty() || least != null;
        if (edit && rule == null) {
            throw CommandFailed.wrongUse("no rule is named", "Name the one to edit, such as missing.");
        }
        try (Workplace workplace = console.open()) {
            QualityRepository found = workplace.collecting().quality().found();
            if (rule != null && edit) {
                refused(() -> {
                    GateRule meant = QualityRefused.rule(rule);
                    if (reset) {
                        found.reset(meant);
                    } else {
                        found.set(QualityRefused.limit(found.rules().of(meant), warn, block, least));
                    }
                    return null;
                });
            }
            List<GateLimit> limits = rule == null
                    ? List.copyOf(found.rules().limits().values())
                    : List.of(found.rules().of(refused(() -> QualityRefused.rule(rule))));
            screen.document(Map.of("rules", limits));
            screen.line(QualityText.rules(limits).toString());
        }
        return Cli.DONE;
    }

    @Command(name = "batch", mixinStandardHelpOptions = true, description = "What each rule found in a batch, and readings that failed.")
    Integer batch(@Parameters(paramLabel = "BATCH", description = "Its id.") UUID id) {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            QualityRepository found = workplace.collecting().quality().found();
            QualityRepository.Batch batch = found.find(id).orElseThrow(() -> CommandFailed
                    .wrongUse("there is no batch " + id, "List them: " + console.hint("quality batches")));
            var whole = new QualityText.Whole(batch, found.results(id), found.failures(id, MOST_HELD, 0));
            screen.document(whole);
            QualityText.lines(whole).forEach(screen::line);
        }
        return Cli.DONE;
    }

    @Command(name = "batches", mixinStandardHelpOptions = true, description = "Batches as they were judged, the newest first.")
    Integer batches(
            @Option(names = "--held", description = "Only those that are set aside.") boolean held,
            @Option(names = "--limit", converter = WholeNumber.Count.class, defaultValue = "25", paramLabel = "N", description = "How many to list (default: 25).") int limit) {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            List<QualityRepository.Batch> batches = workplace.collecting().quality().found().batches("",
                    held ? "held" : "", limit,
                    0);
            screen.document(Map.of("batches", batches));
            screen.line(QualityText.batches(batches).toString());
        }
        return Cli.DONE;
    }

    @Command(name = "release", mixinStandardHelpOptions = true, description = "Lets a batch in that was set aside.")
    Integer release(@Parameters(paramLabel = "BATCH", description = "Its id.") UUID id) {
        return settle(id, "Let in", quality -> quality.held().release(id));
    }

    @Command(name = "drop", mixinStandardHelpOptions = true, description = "Drops a batch that was set aside.")
    Integer drop(@Parameters(paramLabel = "BATCH", description = "Its id.") UUID id) {
        return settle(id, "Dropped", quality -> quality.held().drop(id));
    }

    private int settle(UUID id, String done, ToLongFunction<Quality> work) {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            long rows = refused(() -> work.applyAsLong(workplace.collecting().quality()));
            screen.document(Map.of("batch", id, "rows", rows));
            screen.line("%s: %,d rows of %s.".formatted(done, rows, id));
        }
        return Cli.DONE;
    }

    private static <T> T refused(Supplier<T> work) {
        try {
            return work.get();
        } catch (QualityRefused e) {
            throw CommandFailed.wrongUse(e.what(), e.advice());
        }
    }
}
