package dev.upswell.server.cli;

import dev.upswell.learn.promotion.Comparison;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ModelReview.Progress;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.Transition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is on the way to serve, and what was decided, in words.
public final class LifecycleText {

    private static final int SHOWN = 50;

    private LifecycleText() {
    }

    /// A challenger as the command line prints it in JSON.
    private record Challenger(UUID model, ModelState state, Instant shadowFrom, Instant judgedAt, Instant knownUntil,
            boolean enough, Map<String, Double> figures, @Nullable String wouldBe) {
    }

    /// The word for a state.
    public static String word(ModelState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Prints who is on the way to serve.
    public static void challengers(Screen screen, Governance governance, ModelTask task) {
        List<Progress> all = governance.review().progress(governance.tenant(), task);
        screen.document(all.stream().map(one -> new Challenger(one.model().id(), one.model().state(), one.from(),
                one.until(), one.knownUntil(), one.enough(),
                one.comparison().map(Comparison::figures).orElse(new LinkedHashMap<>()),
                one.verdict().map(verdict -> verdict.reason()).orElse(null))).toList());
        if (all.isEmpty()) {
            screen.line("No model is on its way to serve.");
        }
        for (Progress one : all) {
            screen.line("%s (%s) is in state %s since %s; judged at %s, outcomes are known until %s.".formatted(
                    one.model().id(), one.model().kind(), word(one.model().state()), one.from(), one.until(),
                    one.knownUntil()));
            screen.line("  " + one.verdict().map(verdict -> verdict.reason()).orElse("Nothing can be compared yet."));
            one.comparison().ifPresent(both -> screen.line(String.format(Locale.ROOT,
                    "  95 %% intervals: PR-AUC %.3f to %.3f against %.3f to %.3f, difference %+.3f to %+.3f; guessing reaches %.3f.",
                    both.challengerInterval().low(), both.challengerInterval().high(), both.servingInterval().low(),
                    both.servingInterval().high(), both.difference().interval().low(),
                    both.difference().interval().high(), (double) both.positives() / both.pairs())));
            if (!one.enough()) {
                screen.line("  Too little for a judgement: it needs %d cuts and %d surges.".formatted(
                        governance.review().settings().minCuts(), governance.review().settings().minSurges()));
            }
        }
    }

    /// Prints what was decided of late.
    public static void history(Screen screen, Governance governance, ModelTask task) {
        List<Transition> all = governance.models().history(governance.tenant(), task, SHOWN);
        screen.document(all);
        if (all.isEmpty()) {
            screen.line("No model has been trained yet. Run: upswell train");
            return;
        }
        var table = new TextTable("data until", "model", "change", "who", "why");
        for (Transition one : all) {
            ModelState from = one.from();
            table.row(one.decision().asOf().toString(), one.model().toString().substring(0, 8),
                    (from == null ? "" : word(from) + " > ") + word(one.to()), one.decision().actor(),
                    one.decision().reason());
        }
        screen.line(table.toString());
    }
}
