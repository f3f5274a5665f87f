package dev.upswell.server.collect.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.Cells;
import dev.upswell.server.mapping.Cells.Across;
import dev.upswell.server.mapping.Cells.Totals;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import dev.upswell.server.mapping.ColumnRole;
import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.MappingDraft;
import dev.upswell.server.mapping.MappingDraft.Written;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// Lets the reader say what the columns of an unknown CSV are: each change shows the first rows anew.
@Controller
class MappingController {

    /// More columns than these are left out, so that a page stays one that can be read and sent.
    static final int MOST_COLUMNS = 300;
    private static final List<String> KINDS = Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();
    private static final List<String> ACROSS = Arrays.stream(Across.values()).map(Across::label).toList();
    private static final List<String> TOTALS = Arrays.stream(Totals.values()).map(Totals::label).toList();
    private static final List<String> FORMATS = Arrays.stream(TimeFormat.values()).map(TimeFormat::label).toList();

    private final FileIntake intake;
    private final Words words;

    MappingController(FileIntake intake, Words words) {
        this.intake = intake;
        this.words = words;
    }

    /// A column as the form shows it.
    ///
    /// @param role what it is taken as now
    /// @param guessed whether that is the guess
    /// @param sure the confidence of the guess in percent
    record Row(int index, Guess.Column column, String role, boolean guessed, long sure) {
    }

    /// A wide table in words.
    ///
    /// @param message code of the sentence
    /// @param cells how many columns are cells
    /// @param step whether the times are days, hours or others; their message is `mapping.wide.step.…`
    /// @param counter code of the counter; empty while nobody says it
    /// @param subject code of the kind; empty while nobody says it
    record WideWords(String message, int cells, String step, String first, String last, String counter,
            String subject) {

        /// Empty words where each row is one reading, or no column is cells.
        static Optional<WideWords> of(MappingDraft draft) {
            MappingDraft.Wide wide = draft.wide();
            List<String> cells = draft.columns().stream().filter(column -> column.role() == ColumnRole.CELLS)
                    .map(MappingDraft.Column::name).toList();
            if (wide == null || cells.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new WideWords("mapping.wide." + wide.across().label(), cells.size(), step(cells),
                    cells.getFirst(), cells.getLast(), wide.counter() == null ? "" : wide.counter(),
                    draft.kind() == null ? "" : draft.kind().label()));
        }

        private static String step(List<String> cells) {
            return cells.stream().noneMatch(name -> name.contains(":") || name.matches("\\d+")) ? "days" : "times";
        }
    }

    @PostMapping("/data/mapping")
    String look(Query query, @RequestHeader("HX-Request") Optional<String> hxRequest, Model model) {
        String token = query.text("token", 200).orElse("");
        MappingAnswers answers = answers(query, guess(token));
        Preview preview = intake.mapped(token, answers).orElseThrow(MappingController::gone);
        return shown(preview, hxRequest.isPresent(), model);
    }

    @PostMapping("/data/mapping/change")
    String change(Query query, @RequestHeader("HX-Request") Optional<String> hxRequest, Model model) {
        String token = query.text("token", 200).orElse("");
        query.done();
        return shown(intake.changed(token).orElseThrow(MappingController::gone), hxRequest.isPresent(), model);
    }

    @PostMapping("/data/mapping/import")
    String begin(Query query, Model model) {
        String token = query.text("token", 200).orElse("");
        MappingAnswers answers = answers(query, guess(token));
        Optional<String> refusal = intake.beginMapped(token, answers);
        if (refusal.isEmpty()) {
            return "redirect:/data";
        }
        model.addAttribute("refusal", refusal.get());
        return shown(intake.mapped(token, answers).orElseThrow(MappingController::gone), false, model);
    }

    private Guess guess(String token) {
        return intake.guess(token).orElseThrow(MappingController::gone);
    }

    private static WebProblem gone() {
        return WebProblem.unusable(Sentence.of("problem.token"));
    }

    private String shown(Preview preview, boolean fragment, Model model) {
        model.addAttribute("preview", preview);
        if (preview instanceof Preview.Mapping mapping) {
            fill(model, mapping, words);
        }
        return fragment ? "preview :: found" : "preview";
    }

    static void fill(Model model, Preview.Mapping preview, Words words) {
        List<Row> rows = new ArrayList<>();
        List<Row> cells = new ArrayList<>();
        List<Guess.Column> columns = preview.guess().columns();
        List<MappingDraft.Column> taken = preview.answers().draft().columns();
        for (int i : shown(preview.guess())) {
            ColumnRole role = taken.get(i).role();
            (columns.get(i).role() == ColumnRole.CELLS ? cells : rows)
                    .add(new Row(i, columns.get(i), role.label(), role == columns.get(i).role(),
                            Math.round(columns.get(i).confidence() * 100)));
        }
        Preview.Content content = preview.content();
        model.addAttribute("columns", rows);
        model.addAttribute("cellColumns", cells);
        long allCells = columns.stream().filter(column -> column.role() == ColumnRole.CELLS).count();
        model.addAttribute("leftOut", columns.size() - allCells - rows.size());
        model.addAttribute("unlisted", allCells - cells.size());
        model.addAttribute("wide", WideWords.of(preview.answers().draft()).orElse(null));
        model.addAttribute("acrosses", ACROSS);
        model.addAttribute("totals", TOTALS);
        model.addAttribute("counters", ColumnMapping.COUNTERS);
        model.addAttribute("roles", ColumnRole.labels());
        model.addAttribute("kinds", KINDS);
        model.addAttribute("formats", FORMATS);
        model.addAttribute("mapping", content == null
                ? List.of()
                : content.mapping().stream().map(field -> IntakeController.mapped(field, words)).toList());
    }

    /// Which columns the form has: those that rows are known by first, for cells are many and alike.
    private static Set<Integer> shown(Guess guess) {
        Set<Integer> shown = new TreeSet<>();
        for (boolean cells : List.of(false, true)) {
            for (int i = 0; i < guess.columns().size() && shown.size() < MOST_COLUMNS; i++) {
                if ((guess.columns().get(i).role() == ColumnRole.CELLS) == cells) {
                    shown.add(i);
                }
            }
        }
        return shown;
    }

    private static MappingAnswers answers(Query query, Guess guess) {
        List<MappingDraft.Column> columns = new ArrayList<>();
        Set<Integer> shown = shown(guess);
        for (int i = 0; i < guess.columns().size(); i++) {
            ColumnRole unshown = guess.columns().get(i).role() == ColumnRole.CELLS
                    ? ColumnRole.CELLS
                    : ColumnRole.IGNORE;
            ColumnRole role = shown.contains(i)
                    ? query.oneOf("role" + i, ColumnRole.labels()).flatMap(ColumnRole::find).orElse(ColumnRole.IGNORE)
                    : unshown;
            columns.add(new MappingDraft.Column(guess.columns().get(i).name(), role));
        }
        MappingDraft.Wide wide = wide(query);
        @Nullable
        EntityKind kind = query.oneOf("kind", KINDS).map(EntityKind::of).orElse(null);
        var draft = new MappingDraft(kind, withCells(columns, wide), query.text("source", 64).orElse(null),
                written("observed", query, guess.observed()), written("posted", query, guess.posted()), wide);
        var answers = new MappingAnswers(draft, query.instant("observedAt").orElse(null),
                query.text("keep", 64).orElse(""), query.text("purpose", 500).orElse(""));
        query.done();
        return answers;
    }

    private static MappingDraft.@Nullable Wide wide(Query query) {
        String counter = query.oneOf("cellCounter", ColumnMapping.COUNTERS).orElse(null);
        TimeFormat format = query.oneOf("cellFormat", FORMATS).flatMap(TimeFormat::find).orElse(null);
        String zone = query.text("cellZone", 40).orElse("Z");
        Totals totals = query.oneOf("cellTotals", TOTALS).flatMap(Totals::find).orElse(Totals.RUNNING);
        return query.oneOf("across", ACROSS).flatMap(Across::find)
                .map(across -> new MappingDraft.Wide(across, counter, format, zone, totals)).orElse(null);
    }

    /// Where the reader says that the names are times or names, and of no column that it is cells, all that can be are; where
    /// a row is one reading, none is.
    private static List<MappingDraft.Column> withCells(List<MappingDraft.Column> columns,
            MappingDraft.@Nullable Wide wide) {
        boolean said = columns.stream().anyMatch(column -> column.role() == ColumnRole.CELLS);
        if (wide == null ? !said : said) {
            return columns;
        }
        ColumnRole from = wide == null ? ColumnRole.CELLS : ColumnRole.IGNORE;
        ColumnRole to = wide == null ? ColumnRole.IGNORE : ColumnRole.CELLS;
        return columns.stream().map(column -> column.role() == from
                && (wide == null || wide.across() == Across.NAMES || Cells.isTime(column.name()))
                        ? new MappingDraft.Column(column.name(), to)
                        : column)
                .toList();
    }

    private static Written written(String name, Query query, Written guessed) {
        return new Written(query.oneOf(name + "Format", FORMATS).flatMap(TimeFormat::find).orElse(guessed.format()),
                query.text(name + "Zone", 40).orElse(guessed.zone()));
    }
}
