package dev.upswell.server.wording.page;

import dev.upswell.numeric.WilsonInterval;
import dev.upswell.prompt.Acceptance;
import dev.upswell.prompt.Attention;
import dev.upswell.prompt.PromptVersion;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Prompts;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Spending;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Wordings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of prompts: by which words language models are asked, what they wrote, what was discarded, and what it cost.
@Controller
class PromptsController {

    private static final String HAND = "hand";
    private static final double MILLION = 1e6;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_TEMPLATE = 8_000;
    private static final int ROWS = 20;
    private static final int DAYS = 30;

    private final Wordings wordings;
    private final InstantSource clock;
    private final Figures figures;

    PromptsController(Wordings wordings, InstantSource clock, Figures figures) {
        this.wordings = wordings;
        this.clock = clock;
        this.figures = figures;
    }

    /// A version as the page shows it.
    ///
    /// @param accepted share of the judged texts that were accepted, with its interval; null where none was
    /// @param seen what came of texts that were in view; null where nobody looked
    record Row(PromptVersion version, String state, Acceptance acceptance, @Nullable String accepted,
            @Nullable Seen seen) {
    }

    /// What came of texts that were in view, as the page shows it.
    ///
    /// @param texts how many were
    /// @param dwell mean seconds in view, with its interval from two texts on
    /// @param acted share because of which something was done, with its interval
    record Seen(long texts, String dwell, String acted) {
    }

    /// A text as the page shows it.
    record Text(Outputs.Line line, String cost, String steps) {
    }

    /// A day of spending as the page shows it.
    record Spent(Spending.Day day, String spent, String reserved, String ceiling) {
    }

    @GetMapping("/models/prompts")
    String prompts(Query query, Model model) {
        String purpose = query.oneOf("purpose", Arrays.stream(Purpose.values()).map(Purpose::label).toList())
                .orElse(Purpose.NARRATIVE.label());
        query.done();
        Purpose chosen = Prompts.purpose(purpose);
        model.addAttribute("purpose", purpose);
        model.addAttribute("asked", chosen.isAsked());
        model.addAttribute("currency", wordings.currency());
        model.addAttribute("purposes", Arrays.stream(Purpose.values()).map(Purpose::label).toList());
        model.addAttribute("versions",
                wordings.prompts().versions(chosen).stream().map(one -> row(chosen, one)).toList());
        model.addAttribute("texts", wordings.outputs().list(ROWS, 0).stream().map(this::text).toList());
        model.addAttribute("failures", wordings.outputs().failures(clock.instant().minus(Duration.ofDays(DAYS))));
        model.addAttribute("days", wordings.spending().days(DAYS).stream().map(this::spent).toList());
        return "models-prompts";
    }

    private Row row(Purpose purpose, PromptVersion version) {
        Acceptance acceptance = wordings.outputs().acceptance(purpose, version.number());
        return new Row(version, version.state().name().toLowerCase(Locale.ROOT), acceptance,
                acceptance.rate().map(rate -> figures.percent((double) acceptance.accepted()
                        / acceptance.judged()) + " (" + figures.percentRange(rate.low(), rate.high()) + ")")
                        .orElse(null),
                seen(wordings.outputs().attention(purpose, version.number())));
    }

    private @Nullable Seen seen(Attention attention) {
        Attention.Dwell dwell = attention.dwell().orElse(null);
        WilsonInterval rate = attention.actionRate().orElse(null);
        if (dwell == null || rate == null) {
            return null;
        }
        Double low = dwell.low();
        Double high = dwell.high();
        return new Seen(attention.seen(),
                figures.score(dwell.seconds(), 1) + (low == null || high == null
                        ? ""
                        : " (" + figures.score(low, 1) + "–" + figures.score(high, 1) + ")"),
                figures.percent((double) attention.acted() / attention.seen()) + " ("
                        + figures.percentRange(rate.low(), rate.high()) + ")");
    }

    private Text text(Outputs.Line line) {
        return new Text(line, figures.exact(line.costMicros() / MILLION),
                line.steps().stream().map((Worded.Step step) -> step.who() + ": " + step.ended())
                        .collect(Collectors.joining("; ")));
    }

    private Spent spent(Spending.Day day) {
        return new Spent(day, figures.exact(day.spentMicros() / MILLION), figures.exact(day.reservedMicros() / MILLION),
                figures.exact(day.ceilingMicros() / MILLION));
    }

    @PostMapping("/models/prompts/propose")
    String propose(Query query) {
        Purpose purpose = Prompts.purpose(query.text("purpose", LONGEST_NAME).orElse(""));
        String template = query.text("template", LONGEST_TEMPLATE).orElse("");
        String note = query.text("note", LONGEST_NOTE).orElse("");
        String by = query.text("by", LONGEST_NAME).orElse(HAND);
        query.done();
        wordings.prompts().propose(purpose, template, by, note);
        return back(purpose);
    }

    @PostMapping("/models/prompts/{label}/{number}/promote")
    String promote(@PathVariable String label, @PathVariable int number, Query query) {
        String by = query.text("by", LONGEST_NAME).orElse(HAND);
        query.done();
        Purpose purpose = Prompts.purpose(label);
        wordings.prompts().promote(purpose, number, by);
        return back(purpose);
    }

    @PostMapping("/models/prompts/{label}/{number}/trial")
    String tryOut(@PathVariable String label, @PathVariable int number, Query query) {
        double share = query.number("percent", 0, 100, 0) / 100.0;
        query.done();
        Purpose purpose = Prompts.purpose(label);
        wordings.prompts().tryOut(purpose, number, share);
        return back(purpose);
    }

    @PostMapping("/models/prompts/outputs/{id}/verdict")
    String judge(@PathVariable String id, Query query) {
        String word = query.choice("verdict", List.of("accept", "edit", "reject"), "accept");
        String text = query.text("text", LONGEST_TEMPLATE).orElse(null);
        boolean unchecked = query.flag("unchecked");
        String by = query.text("by", LONGEST_NAME).orElse(HAND);
        query.done();
        if (word.equals("edit") != (text != null)) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.wording.text")));
        }
        wordings.outputs().judge(uuid(id), new Outputs.Judged(Outputs.Word.valueOf(word.toUpperCase(Locale.ROOT)), text,
                unchecked, null, null), by);
        return "redirect:/models/prompts";
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw WebProblem.notFound(Sentence.of("problem.wording.output"));
        }
    }

    private static String back(Purpose purpose) {
        return "redirect:" + Link.to("/models/prompts").with("purpose", purpose.label(), Purpose.NARRATIVE.label());
    }
}
