package dev.upswell.server.quality.page;

import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.quality.Verdict;
import dev.upswell.server.quality.QualityProblem;
import dev.upswell.server.quality.QualityRefused;
import dev.upswell.server.quality.QualityRepository.Failure;
import dev.upswell.server.quality.QualityRepository.Latest;
import dev.upswell.server.quality.StalenessRepository;
import dev.upswell.server.quality.Values;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of quality gates: what they found, what is set aside, what is stale, and the rules, which are edited here.
@Controller
class QualityController {

    private static final int ROWS = 25;
    private static final int FAILURES = 100;

    private final QualityPages pages;
    private final Words words;

    QualityController(QualityPages pages, Words words) {
        this.pages = pages;
        this.words = words;
    }

    /// A rule as its row shows it, in the units in which people write it.
    record Rule(String code, String name, String means, String unit, String warn, String block, long least) {
    }

    /// A finding as its row shows it.
    record Row(Latest latest, String rule, String value, String verdict) {
    }

    /// A failed reading.
    record Failed(Failure failure, String rule) {
    }

    @GetMapping("/data/quality")
    String quality(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        QualityPages.View view = pages.view(paging);
        model.addAttribute("view", view);
        model.addAttribute("headline", headline(view));
        model.addAttribute("findings", view.findings().stream()
                .sorted(Comparator.comparing((Latest one) -> one.finding().verdict()).reversed()
                        .thenComparing(Latest::source).thenComparing(one -> one.finding().rule()))
                .map(this::row).toList());
        model.addAttribute("rules", view.rules().limits().values().stream().map(this::rule).toList());
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        return "data-quality";
    }

    private static String url(Paging paging) {
        return Link.to("/data/quality").with("offset", paging.offset(), 0) + "#batches";
    }

    private static Sentence headline(QualityPages.View view) {
        if (!view.held().isEmpty()) {
            return Sentence.of("quality.headline.held", view.held().size());
        }
        if (view.findings().isEmpty()) {
            return Sentence.of("quality.headline.none");
        }
        long warned = view.findings().stream().filter(one -> one.finding().verdict() == Verdict.WARN)
                .map(Latest::source).distinct().count();
        long stale = view.watched().stream().filter(StalenessRepository.Watched::stale).count();
        if (warned > 0) {
            return Sentence.of("quality.headline.warned", warned);
        }
        return stale > 0 ? Sentence.of("quality.headline.stale", stale) : Sentence.of("quality.headline.good");
    }

    private Row row(Latest latest) {
        return new Row(latest, words.say("quality.rule." + latest.finding().rule().label()),
                Values.text(latest.finding()), latest.finding().verdict().label());
    }

    private Rule rule(GateLimit limit) {
        String code = limit.rule().label();
        return new Rule(code, words.say("quality.rule." + code), words.say("quality.rule." + code + ".means"),
                words.say("quality.unit." + limit.rule().unit().name().toLowerCase(Locale.ROOT)),
                written(limit.rule(), limit.warnAbove()), written(limit.rule(), limit.blockAbove()), limit.least());
    }

    private static String written(GateRule rule, @Nullable Double limit) {
        if (limit == null) {
            return "never";
        }
        double shown = rule.unit() == GateRule.Unit.SHARE ? Math.round(limit * 10_000) / 100.0 : limit;
        return shown == Math.rint(shown) ? Long.toString((long) shown) : Double.toString(shown);
    }

    @GetMapping("/data/quality/{id}")
    String failures(@PathVariable String id, Query query, Model model) {
        query.done();
        UUID meant = QualityProblem.id(id);
        model.addAttribute("failures", pages.failures(meant, FAILURES).stream()
                .map(one -> new Failed(one, words.say("quality.rule." + one.rule()))).toList());
        return "data-failures";
    }

    @PostMapping("/data/quality/rules/{rule}")
    String edit(@PathVariable String rule, Query query) {
        String warn = query.text("warn", 20).orElse("never");
        String block = query.text("block", 20).orElse("never");
        int least = query.number("least", 1, 1_000_000, 1);
        query.done();
        QualityProblem.translated(() -> {
            GateLimit now = pages.view(new Paging(1, 0)).rules().of(QualityRefused.rule(rule));
            pages.set(QualityRefused.limit(now, warn, block, least));
            return rule;
        });
        return "redirect:/data/quality#rules";
    }

    @PostMapping("/data/quality/batches/{id}/settle")
    String settle(@PathVariable String id, Query query) {
        boolean release = query.choice("as", List.of("release", "drop"), "release").equals("release");
        query.done();
        pages.settle(QualityProblem.id(id), release);
        return "redirect:/data/quality";
    }
}
