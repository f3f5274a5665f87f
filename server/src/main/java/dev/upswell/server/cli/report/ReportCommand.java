package dev.upswell.server.cli.report;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.report.Handovers;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.ReportFormat;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `report`.
@Command(name = "report", mixinStandardHelpOptions = true, description = "Makes reports for clients and creators and hands them out: kinds, make KIND, list, show ID, export ID, remove ID, readers ID, give ID NAME, take ID NAME.")
public final class ReportCommand implements Callable<Integer> {

    private static final int MOST_LISTED = 500;

    private enum Action {
        KINDS,
        MAKE,
        LIST,
        SHOW,
        EXPORT,
        REMOVE,
        READERS,
        GIVE,
        TAKE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "kinds, make, list, show, export, remove, readers, give or take.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The report, of which the first characters suffice; of make the kind.")
    private @Nullable String id;

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "Of give and take: the creator, affiliate or client to whom the report is handed; they see no others.")
    private @Nullable String reader;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "What make is told, as kinds lists it; may stand several times.")
    private Map<String, String> said = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "F", description = "Of export and make: pdf, html, md or json (default: pdf, or what the name of the file ends with).")
    private @Nullable String format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where export writes the file (default: its own name, in this folder); make writes one too where this or --format is given, and where it makes several, numbers them.")
    private @Nullable Path out;

    /// The command over this console.
    public ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = console.open()) {
            Reports reports = workplace.reporting().reports();
            switch (action) {
                case KINDS -> kinds(reports.kinds());
                case MAKE -> make(reports);
                case LIST -> list(reports);
                case SHOW -> show(reports);
                case EXPORT -> export(reports);
                case REMOVE -> removed(reports.remove(wanted("report")));
                case READERS -> readers(workplace.reporting().handovers().readers(wanted("report")));
                case GIVE -> readers(workplace.reporting().handovers().give(wanted("report"), person(), "local"));
                case TAKE -> readers(workplace.reporting().handovers().take(wanted("report"), person()));
            }
        }
        return Cli.DONE;
    }

    private String wanted(String what) {
        if (id == null) {
            throw CommandFailed.wrongUse("the " + what + " is missing", "Name it: upswell report "
                    + action.name().toLowerCase(Locale.ROOT) + (what.equals("kind") ? " KIND." : " ID."));
        }
        return id;
    }

    private String person() {
        if (reader == null) {
            throw CommandFailed.wrongUse("who is missing", "Name them: upswell report "
                    + action.name().toLowerCase(Locale.ROOT) + " ID NAME.");
        }
        return reader;
    }

    /// Somebody to whom a report was handed, as programs read it.
    private record ReaderDocument(String name, String role, String by, Instant at) {
    }

    private void readers(List<Handovers.Reader> readers) {
        console.screen().document(readers.stream().map(one -> new ReaderDocument(one.person().name(),
                one.person().role().label(), one.by(), one.at())).toList());
        TextTable table = new TextTable("handed to", "role", "by", "at");
        readers.forEach(one -> table.row(one.person().name(), one.person().role().label(), one.by(),
                one.at().toString()));
        console.screen().line(readers.isEmpty() ? "It was handed to nobody." : table.toString());
    }

    /// A kind of report as programs read it.
    private record KindDocument(String name, String title, List<String> parameters) {
    }

    private void kinds(List<ReportKind> kinds) {
        Screen screen = console.screen();
        screen.document(kinds.stream().map(kind -> new KindDocument(kind.name(), kind.title(),
                kind.parameters().stream().map(ReportKind.Parameter::name).toList())).toList());
        TextTable table = new TextTable("kind", "report", "--set");
        kinds.forEach(kind -> table.row(kind.name(), kind.title(), kind.parameters().stream()
                .map(one -> one.name() + (one.required() ? "" : " (optional)")).collect(Collectors.joining(", "))));
        screen.line(kinds.isEmpty()
                ? "Nothing can be reported yet: reports are made of analyses, and there is none."
                : table.toString());
    }

    private void list(Reports reports) {
        Reports.Part part = reports.list(MOST_LISTED, 0);
        if (part.items().isEmpty()) {
            console.screen().document(part.items());
            console.screen().line("No report has been made yet. See what can be made: " + console.hint("report kinds"));
        } else {
            list(part.items());
        }
    }

    private void list(List<KeptReport> reports) {
        console.screen().document(reports);
        TextTable table = new TextTable("id", "kind", "title", "language", "made");
        reports.forEach(one -> table.row(one.shortId(), one.kind(), one.title(), one.language().toLanguageTag(),
                one.createdAt().toString()));
        console.screen().line(table.toString());
    }

    private void show(Reports reports) {
        KeptReport report = reports.get(wanted("report"));
        console.screen().document(report);
        console.screen().line(new String(reports.file(report.id().toString(), ReportFormat.MARKDOWN).bytes(),
                StandardCharsets.UTF_8));
    }

    /// Makes reports, and writes their files where that is asked for.
    private void make(Reports reports) {
        boolean written = out != null || format != null;
        ReportFormat as = format();
        List<KeptReport> made = reports.make(wanted("kind"), said, "hand");
        list(made);
        for (int i = 0; written && i < made.size(); i++) {
            Reports.File file = reports.file(made.get(i).id().toString(), as);
            Path to = written(file, made.size() == 1 || out == null ? out : numbered(out, i + 1));
            console.screen().line("Wrote " + to + " (" + file.bytes().length + " bytes).");
        }
    }

    private static Path numbered(Path path, int number) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return path.resolveSibling(dot <= 0
                ? name + "-" + number
                : name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    private void export(Reports reports) {
        Reports.File file = reports.file(wanted("report"), format());
        Path to = written(file, out);
        console.screen().document(Map.of("file", to.toString(), "bytes", file.bytes().length));
        console.screen().line("Wrote " + to + " (" + file.bytes().length + " bytes).");
    }

    /// Writes a file to this place, under its own name where none is said.
    private static Path written(Reports.File file, @Nullable Path place) {
        Path to = place == null ? Path.of(file.name()) : place;
        try {
            Files.write(to, file.bytes());
            return to;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(new IOException("The file " + to + " cannot be written: "
                    + unwritable.getClass().getSimpleName() + "\nName another place by --out.", unwritable));
        }
    }

    private ReportFormat format() {
        if (format != null) {
            return ReportFormat.of(format);
        }
        String name = out == null ? "" : String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? ReportFormat.PDF : ReportFormat.of(name.substring(dot + 1));
    }

    private void removed(KeptReport report) {
        console.screen().document(report);
        console.screen().line("Removed " + report.title() + " (" + report.shortId() + ").");
    }
}
