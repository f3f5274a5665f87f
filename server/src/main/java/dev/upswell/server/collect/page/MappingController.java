package dev.upswell.server.collect.page;

import dev.upswell.content.EntityKind;
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
        List<Guess.Column> columns = preview.guess().columns();
        for (int i = 0; i < Math.min(MOST_COLUMNS, columns.size()); i++) {
            ColumnRole role = preview.answers().draft().columns().get(i).role();
            rows.add(new Row(i, columns.get(i), role.label(), role == columns.get(i).role(),
                    Math.round(columns.get(i).confidence() * 100)));
        }
        Preview.Content content = preview.content();
        model.addAttribute("columns", rows);
        model.addAttribute("leftOut", columns.size() - rows.size());
        model.addAttribute("roles", ColumnRole.labels());
        model.addAttribute("kinds", KINDS);
        model.addAttribute("formats", FORMATS);
        model.addAttribute("mapping", content == null
                ? List.of()
                : content.mapping().stream().map(field -> IntakeController.mapped(field, words)).toList());
    }

    private static MappingAnswers answers(Query query, Guess guess) {
        List<MappingDraft.Column> columns = new ArrayList<>();
        for (int i = 0; i < guess.columns().size(); i++) {
            ColumnRole role = i < MOST_COLUMNS
                    ? query.oneOf("role" + i, ColumnRole.labels()).flatMap(ColumnRole::find).orElse(ColumnRole.IGNORE)
                    : ColumnRole.IGNORE;
            columns.add(new MappingDraft.Column(guess.columns().get(i).name(), role));
        }
        @Nullable
        EntityKind kind = query.oneOf("kind", KINDS).map(EntityKind::of).orElse(null);
        var draft = new MappingDraft(kind, columns, query.text("source", 64).orElse(null),
                written("observed", query, guess.observed()), written("posted", query, guess.posted()));
        var answers = new MappingAnswers(draft, query.instant("observedAt").orElse(null),
                query.text("keep", 64).orElse(""), query.text("purpose", 500).orElse(""));
        query.done();
        return answers;
    }

    private static Written written(String name, Query query, Written guessed) {
        return new Written(query.oneOf(name + "Format", FORMATS).flatMap(TimeFormat::find).orElse(guessed.format()),
                query.text(name + "Zone", 40).orElse(guessed.zone()));
    }
}
