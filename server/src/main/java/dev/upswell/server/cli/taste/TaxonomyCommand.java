package dev.upswell.server.cli.taste;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyJson;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.Category;
import dev.upswell.taxonomy.CategoryMaking;
import dev.upswell.taxonomy.SaidText;
import dev.upswell.taste.Taxonomy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes the categories that content is told apart by.
@Command(name = "taxonomy", mixinStandardHelpOptions = true, description = "Makes categories of content from captions, bios or hashtags: of the stored videos, or of a file with a text a line (docs/profiles.md). Works without a key and without a network.")
public final class TaxonomyCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--input", paramLabel = "FILE", description = "Texts, one a line, UTF-8 (default: the captions of stored videos).")
    private @Nullable Path input;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the taxonomy is written as JSON. With --input it is kept there alone, and no store is opened.")
    private @Nullable Path output;

    @Option(names = "--num-categories", paramLabel = "N", defaultValue = "100", description = "How many categories at most, 1 to 500 (default: 100). Fewer are made where texts are few or alike.")
    private int categories = TaxonomyMaking.USUAL;

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or id: in which descriptions are written (default: en).")
    private String language = "en";

    /// The command over this console.
    public TaxonomyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Locale spoken = switch (language) {
            case "en" -> Locale.ENGLISH;
            case "id" -> Locale.of("id");
            default -> throw CommandFailed.wrongUse("--language " + language + " is not known here.",
                    "Use en or id.");
        };
        return CommandFailed.translated(() -> input != null && output != null
                ? alone(input, output, spoken)
                : kept(spoken));
    }

    private int alone(Path texts, Path to, Locale spoken) {
        List<SaidText> said = TextFile.lines(texts);
        CategoryMaking.Made made = TaxonomyMaking.make(said, categories, spoken, null);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("source", String.valueOf(texts.getFileName()));
        about.put("texts", said.size());
        about.put("asked_categories", categories);
        about.put("notes", made.notes());
        Map<String, Object> document = TaxonomyJson.document(made.taxonomy(), about);
        TextFile.write(to, TaxonomyJson.text(document));
        Screen screen = console.screen();
        screen.document(document);
        screen.line(categories(made.taxonomy()) + " of "
                + Counted.of(said.size(), "text") + " written to " + to + ".");
        return told(screen, made.taxonomy(), made.notes());
    }

    private int kept(Locale spoken) {
        try (Workplace workplace = console.open()) {
            Taxonomies taxonomies = workplace.recommending().taxonomies();
            KeptTaxonomy made = input == null
                    ? taxonomies.make(categories, spoken)
                    : taxonomies.make(TextFile.lines(input), String.valueOf(input.getFileName()), categories, spoken);
            return shown(made);
        }
    }

    private int shown(KeptTaxonomy one) {
        Map<String, Object> document = TaxonomyJson.document(one.taxonomy(), about(one));
        if (output != null) {
            TextFile.write(output, TaxonomyJson.text(document));
        }
        Screen screen = console.screen();
        screen.document(document);
        screen.line("Taxonomy %d: %s of %s (%s).".formatted(one.number(),
                categories(one.taxonomy()),
                Counted.of(one.texts(), "text"), one.source()));
        return told(screen, one.taxonomy(), one.notes());
    }

    private static int told(Screen screen, Taxonomy taxonomy, List<String> notes) {
        notes.forEach(screen::line);
        TextTable table = new TextTable("tag", "keywords");
        for (Category category : taxonomy.categories()) {
            table.row(category.tag(), String.join(", ", category.keywords()));
        }
        screen.line(table.toString());
        return Cli.DONE;
    }

    private static String categories(Taxonomy taxonomy) {
        int count = taxonomy.categories().size();
        return count == 1 ? "1 category" : count + " categories";
    }

    private static Map<String, Object> about(KeptTaxonomy one) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("taxonomy", one.number());
        about.put("made_at", one.madeAt().toString());
        about.put("source", one.source());
        about.put("texts", one.texts());
        about.put("asked_categories", one.asked());
        about.put("written_by", one.writtenBy());
        about.put("notes", one.notes());
        return about;
    }

    /// Lists versions.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "The kept taxonomies, the newest first.")
    int list() {
        try (Workplace workplace = console.open()) {
            List<Taxonomies.Version> all = workplace.recommending().taxonomies().list(Integer.MAX_VALUE, 0).items();
            Screen screen = console.screen();
            screen.document(Map.of("taxonomies", all.stream().map(one -> {
                Map<String, Object> about = about(one.kept());
                about.put("categories", one.categories());
                return about;
            }).toList()));
            if (all.isEmpty()) {
                screen.line("There is no taxonomy yet. Make one with: " + console.hint("taxonomy"));
                return Cli.DONE;
            }
            TextTable table = new TextTable(">number", "made", "from", ">texts", ">categories");
            all.forEach(one -> table.row(String.valueOf(one.kept().number()), one.kept().madeAt().toString(),
                    one.kept().source(), String.valueOf(one.kept().texts()), String.valueOf(one.categories())));
            screen.line(table.toString());
        }
        return Cli.DONE;
    }

    /// Shows a version.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "A kept taxonomy with its categories.")
    int show(@Parameters(paramLabel = "NUMBER", description = "As list tells it.") int number) {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> shown(workplace.recommending().taxonomies().get(number)));
        }
    }

    /// Compares two versions.
    @Command(name = "compare", mixinStandardHelpOptions = true, description = "Which tags stayed, went and came between two taxonomies.")
    int compare(@Parameters(paramLabel = "FROM", description = "Number of the earlier one.") int from,
            @Parameters(paramLabel = "TO", description = "Number of the later one.") int to) {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                Taxonomies.Difference found = workplace.recommending().taxonomies().compare(from, to);
                Screen screen = console.screen();
                screen.document(Map.of("from", from, "to", to, "stayed", found.stayed(), "gone", found.gone(), "added",
                        found.added().stream().map(TaxonomyCommand::document).toList()));
                screen.line("%d stayed, %d went, %d came.".formatted(found.stayed().size(), found.gone().size(),
                        found.added().size()));
                found.gone().forEach(tag -> screen.line("- " + tag));
                found.added().forEach(one -> screen
                        .line("+ " + one.tag() + one.forerunner().map(tag -> " (out of " + tag + ")").orElse("")));
                return Cli.DONE;
            });
        }
    }

    private static Map<String, Object> document(Taxonomies.Added one) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tag", one.tag());
        one.forerunner().ifPresent(tag -> document.put("forerunner", tag));
        return document;
    }
}
