package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.live.AnswerReplay;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.MappingRefused;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "quarantine", mixinStandardHelpOptions = true, description = "Lists the rows of imported files that could not be used, with file, line and reason.")
final class QuarantineCommand implements Callable<Integer> {

    private static final int EXCERPT = 60;

    private final Console console;

    @Option(names = "--file", defaultValue = "", paramLabel = "NAME", description = "Only rows of files with this in their name, in any case.")
    private String file = "";

    @Option(names = "--reason", defaultValue = "", paramLabel = "REASON", description = "Only rows with this reason.")
    private String reason = "";

    @Option(names = "--limit", converter = WholeNumber.Count.class, defaultValue = "50", paramLabel = "N", description = "How many to list (default: 50).")
    private int limit = 50;

    @Option(names = "--offset", converter = WholeNumber.Offset.class, defaultValue = "0", paramLabel = "N", description = "How many to pass over first.")
    private long offset;

    QuarantineCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requireKnownReason();
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Quarantine quarantine = workplace.collecting().quarantine();
            var filter = new Quarantine.Filter(file, reason);
            List<Quarantine.Row> rows = quarantine.list(workplace.tenant(), filter, limit, offset);
            long total = quarantine.count(workplace.tenant(), filter);
            screen.document(new Result(total, quarantine.countByReason(workplace.tenant()),
                    rows.stream().map(Entry::of).toList()));
            if (total == 0) {
                screen.line("No row is in quarantine.");
                return Cli.DONE;
            }
            screen.line("%,d rows in quarantine, %d shown.".formatted(total, rows.size()));
            screen.line(table(rows).toString());
        }
        return Cli.DONE;
    }

    @Command(name = "retry", mixinStandardHelpOptions = true, description = "Reads quarantined rows again, by the mappers of this version or a mended mapping: what passes is stored, the rest stays with its new reason.")
    Integer retry(
            @Option(names = "--file", defaultValue = "", paramLabel = "NAME", description = "Only rows of files with this in their name, in any case.") String ofFile,
            @Option(names = "--reason", defaultValue = "", paramLabel = "REASON", description = "Only rows with this reason.") String ofReason,
            @Option(names = "--source", defaultValue = "", paramLabel = "NAME", description = "Only rows of this format or mapping, and answers of this source.") String source,
            @Option(names = "--run", paramLabel = "ID", description = "Only rows of this import.") @Nullable UUID run,
            @Option(names = "--map", paramLabel = "MAPPING", description = "The name of a kept mapping: read what it could not use again, by its newest version. Or a file: read rows of mapped files by it.") @Nullable String map) {
        Screen screen = console.screen();
        boolean answersToo = ofFile.isEmpty() && ofReason.isEmpty() && run == null && map == null;
        try (Workplace workplace = console.open()) {
            Optional<KeptMapping> kept = map == null
                    ? Optional.empty()
                    : MappingChoice.kept(map, workplace.collecting().mappings());
            Quarantine.Retried rows = workplace.collecting().retrying().retry(workplace.tenant(),
                    new Quarantine.Wanted(ofFile,
                            ofReason, source, run, kept.map(one -> one.id().name()).orElse(""),
                            map == null || kept.isPresent() ? null : mapping(map)));
            AnswerReplay.Replayed answers = answersToo
                    ? workplace.collecting().answerReplay().replay(source)
                    : new AnswerReplay.Replayed(0, 0, 0, Map.of());
            screen.document(Map.of("rows", rows, "answers", answers));
            screen.line("%,d rows tried again: %,d stored, %,d known already, %,d left.".formatted(rows.tried(),
                    rows.stored(), rows.known(), left(rows.left())));
            if (answers.answers() > 0) {
                screen.line("%,d answers read again: %,d items stored, %,d left.".formatted(answers.answers(),
                        answers.stored(), left(answers.left())));
            }
            if (rows.notKept() > answers.answers()) {
                screen.line("Rows that are not kept whole stay: import their files again.");
            }
        } catch (MappingRefused e) {
            throw CommandFailed.wrongUse(e.what(), e.advice());
        }
        return Cli.DONE;
    }

    private static long left(Map<RejectReason, Long> reasons) {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    private static ColumnMapping mapping(String file) {
        return ColumnMapping.parse(file, MappingChoice.text(Path.of(file)), Instant.EPOCH);
    }

    private void requireKnownReason() {
        List<String> known = Arrays.stream(RejectReason.values()).map(RejectReason::label).toList();
        if (!reason.isEmpty() && !known.contains(reason)) {
            throw CommandFailed.wrongUse("there is no reason \"" + reason + "\"",
                    "Use one of: " + known.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static TextTable table(List<Quarantine.Row> rows) {
        var table = new TextTable("file", ">line", "reason", "what is wrong", "row");
        for (Quarantine.Row row : rows) {
            String text = row.excerpt().replaceAll("\\s+", " ");
            table.row(row.file(), Long.toString(row.position().line()), row.reason().label(), row.detail(),
                    text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…");
        }
        return table;
    }

    private record Entry(String file, long line, String reason, String detail, String excerpt) {

        static Entry of(Quarantine.Row row) {
            return new Entry(row.file(), row.position().line(), row.reason().label(), row.detail(), row.excerpt());
        }
    }

    private record Result(long total, Map<String, Long> byReason, List<Entry> rows) {
    }
}
