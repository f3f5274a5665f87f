package dev.upswell.server.registry.page;

import dev.upswell.learn.Interval;
import dev.upswell.learn.promotion.Comparison;
import dev.upswell.learn.promotion.PromotionRule;
import dev.upswell.learn.promotion.RollbackRule.Failure;
import dev.upswell.server.registry.ModelReview.Probation;
import dev.upswell.server.registry.ModelReview.Progress;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.RegistrySettings;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts into words how two models compare and what a rule asks of them.
final class Needs {

    private static final int PLACES = 3;
    private static final double PERCENT = 100;

    private final Words words;
    private final Figures figures;
    private final Times times;

    Needs(Words words, Figures figures, Times times) {
        this.words = words;
        this.figures = figures;
        this.times = times;
    }

    /// One line of a comparison.
    ///
    /// @param mine of the model that the table is about
    /// @param theirs of the model it is compared with; empty where nothing is compared
    /// @param needed what the rule asks; empty when it asks nothing of this
    /// @param met whether that is so; null when it cannot be said yet, or nothing is asked
    record Need(String what, String mine, String mineRange, String theirs, String theirsRange, String needed,
            @Nullable Boolean met) {
    }

    /// A challenger with what it needs.
    ///
    /// @param percent of its shadow period that has passed
    /// @param verdict what the rule would say now, in a sentence; empty while nothing can be compared
    record Challenger(RegisteredModel model, boolean awaiting, int percent, String period, List<Need> needs,
            String verdict) {
    }

    /// The serving model beside the one before it.
    record OnProbation(RegisteredModel before, String rule, List<Need> needs, String finding) {
    }

    Challenger of(Progress one, RegistrySettings rules) {
        Duration whole = Duration.between(one.from(), one.until());
        Duration passed = Duration.between(one.from(), one.knownUntil());
        int percent = (int) Math.clamp(100 * passed.toSeconds() / Math.max(1, whole.toSeconds()), 0, 100);
        return new Challenger(one.model(), one.model().state() == ModelState.AWAITING_APPROVAL, percent,
                period(one, rules), needs(one, rules), one.verdict().map(PromotionRule.Verdict::reason).orElse(""));
    }

    private String period(Progress one, RegistrySettings rules) {
        String until = times.moment(one.until());
        String known = times.moment(one.knownUntil());
        if (one.model().state() == ModelState.AWAITING_APPROVAL) {
            return words.say("lifecycle.period.awaiting", known);
        }
        if (!one.over()) {
            return words.say("lifecycle.period.running", until, known);
        }
        return one.enough()
                ? words.say("lifecycle.period.over", until)
                : words.say("lifecycle.period.patience", until, times.moment(one.from().plus(rules.patience())));
    }

    private List<Need> needs(Progress one, RegistrySettings rules) {
        List<Need> needs = new ArrayList<>();
        Optional<Comparison> comparison = one.comparison();
        comparison.ifPresent(found -> {
            PromotionRule rule = rules.promotion();
            needs.add(prAuc(found, words.say("lifecycle.need.gain", figures.percent(rule.minGain(), 0),
                    change(found.gain())), found.gain() >= rule.minGain()));
            needs.add(difference(found, words.say("lifecycle.need.difference"),
                    found.difference().interval().low() > 0));
            needs.add(calibration(found, words.say("lifecycle.need.calibration",
                    figures.score(rule.maxCalibrationShift(), 2), figures.signed(found.calibrationShift(), PLACES)),
                    found.calibrationShift() < rule.maxCalibrationShift()));
        });
        int cuts = comparison.map(Comparison::cuts).orElse(0);
        int surges = comparison.map(Comparison::positives).orElse(0);
        needs.add(count("lifecycle.cuts", cuts, rules.minCuts()));
        needs.add(count("lifecycle.surges", surges, rules.minSurges()));
        return needs;
    }

    OnProbation of(Probation one, RegistrySettings rules) {
        List<Need> needs = new ArrayList<>();
        one.comparison().ifPresent(found -> {
            double share = found.servingPrAuc() == 0 ? 1 : found.challengerPrAuc() / found.servingPrAuc();
            needs.add(prAuc(found, words.say("lifecycle.need.keeps", figures.percent(rules.rollback().share(), 0),
                    figures.percent(share, 0)), share >= rules.rollback().share()));
            needs.add(difference(found, "", null));
            needs.add(calibration(found, "", null));
            needs.add(new Need(words.say("lifecycle.cuts"), figures.exact(found.cuts()), "", "", "", "", null));
            needs.add(count("lifecycle.surges", found.positives(), rules.rollback().minPositives()));
        });
        String rule = words.say("lifecycle.rollback.rule", figures.percent(rules.rollback().share(), 0),
                times.length(rules.rollback().after()), rules.rollback().minPositives());
        return new OnProbation(one.before(), rule, needs, finding(one));
    }

    private String finding(Probation one) {
        if (one.comparison().isEmpty()) {
            return words.say("lifecycle.rollback.nothing", times.moment(one.from()));
        }
        Optional<Failure> behind = one.behind();
        return behind.isEmpty()
                ? words.say("lifecycle.rollback.keeps", times.moment(one.from()))
                : words.say("lifecycle.rollback.behind",
                        times.moment(Instant.ofEpochSecond(behind.get().behindSince())));
    }

    private Need prAuc(Comparison found, String needed, boolean met) {
        return new Need(
                words.say("lifecycle.prAuc", figures.score((double) found.positives() / found.pairs(), PLACES)),
                figures.score(found.challengerPrAuc(), PLACES),
                range(found.challengerInterval()), figures.score(found.servingPrAuc(), PLACES),
                range(found.servingInterval()), needed, met);
    }

    private Need difference(Comparison found, String needed, @Nullable Boolean met) {
        return new Need(words.say("lifecycle.difference"), figures.signed(found.difference().value(), PLACES),
                range(found.difference().interval()), "", "", needed, met);
    }

    private Need calibration(Comparison found, String needed, @Nullable Boolean met) {
        return new Need(words.say("lifecycle.ece"), figures.score(found.challengerError(), PLACES), "",
                figures.score(found.servingError(), PLACES), "", needed, met);
    }

    private Need count(String what, int found, int least) {
        return new Need(words.say(what), figures.exact(found), "", "", "",
                words.say("lifecycle.need.least", figures.exact(least)), found >= least);
    }

    private String change(double gain) {
        return words.say("figure.percent", figures.signed(PERCENT * gain, 1));
    }

    private String range(Interval interval) {
        return words.say("lifecycle.range", figures.score(interval.low(), PLACES),
                figures.score(interval.high(), PLACES));
    }
}
