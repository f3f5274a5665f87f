package dev.upswell.server.comply.page;

import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.Compliance.Allowance;
import dev.upswell.server.comply.ComplianceRefused;
import dev.upswell.server.comply.Policy;
import dev.upswell.server.comply.Retention;
import dev.upswell.server.comply.RetentionReport;
import dev.upswell.server.comply.SourceRule;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of compliance: what was decided, which terms hold, and what is deleted when; people allow and deny sources here.
@Controller
class ComplianceController {

    private static final int ROWS = 25;
    private static final int DAYS = 30;

    private final Compliance compliance;
    private final Retention retention;
    private final Cleaning cleaning;
    private final Words words;
    private final Figures figures;

    ComplianceController(Compliance compliance, Retention retention, Cleaning cleaning, Words words, Figures figures) {
        this.compliance = compliance;
        this.retention = retention;
        this.cleaning = cleaning;
        this.words = words;
        this.figures = figures;
    }

    /// A decision as a row of the page.
    ///
    /// @param counts in words; empty when nothing was counted
    record Decided(AuditEntry entry, String tone, String counts) {
    }

    /// A policy with what the last days used of it.
    ///
    /// @param used in words; null when nothing was
    record Terms(Policy policy, @Nullable String used) {
    }

    @GetMapping("/compliance")
    String compliance(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        List<String> actions = Arrays.stream(AuditEntry.Action.values()).map(AuditEntry.Action::label).toList();
        List<String> decisions = Arrays.stream(AuditEntry.Decision.values()).map(AuditEntry.Decision::label).toList();
        String action = query.oneOf("action", actions).orElse("");
        String decision = query.oneOf("decision", decisions).orElse("");
        String text = query.text("text", 100).orElse("");
        query.done();
        AuditFilter filter = AuditFilter.of(action, decision, text);
        var log = new Listing<>(compliance.log(filter, paging.limit(), paging.offset()).stream().map(this::decided)
                .toList(), compliance.count(filter), paging);
        RetentionReport plan = retention.plan();
        model.addAttribute("headline", headline());
        model.addAttribute("actions", actions);
        model.addAttribute("decisions", decisions);
        model.addAttribute("filter", new Filter(action, decision, text));
        model.addAttribute("log", log);
        model.addAttribute("previous", url(action, decision, text, paging.previous()));
        model.addAttribute("next", url(action, decision, text, paging.next()));
        model.addAttribute("version", compliance.policies().version());
        model.addAttribute("terms", terms(compliance.allowances(DAYS)));
        model.addAttribute("rules", compliance.rules());
        model.addAttribute("cleaned", cleaning.last().orElse(null));
        model.addAttribute("plan", plan.items().stream().filter(ComplianceController::says)
                .sorted(Comparator.comparing(RetentionReport.Item::kind)).toList());
        return "compliance";
    }

    /// What the form asked for; empty for all.
    record Filter(String action, String decision, String text) {
    }

    private Sentence headline() {
        long denied = compliance.count(AuditFilter.of("", AuditEntry.Decision.DENIED.label(), ""));
        long cleaned = compliance.count(AuditFilter.of("", AuditEntry.Decision.CLEANED.label(), ""));
        return denied + cleaned == 0
                ? Sentence.of("compliance.headline.none")
                : Sentence.of("compliance.headline", denied, cleaned);
    }

    private static boolean says(RetentionReport.Item item) {
        return item.rows() > 0 || item.oldest() != null;
    }

    private static String url(String action, String decision, String text, Paging paging) {
        return Link.to("/compliance").with("action", action, "").with("decision", decision, "").with("text", text, "")
                .with("offset", paging.offset(), 0) + "#log";
    }

    private Decided decided(AuditEntry entry) {
        String tone = switch (entry.decision()) {
            case DENIED -> "warn";
            case CLEANED -> "rise";
            case CHANGED, DELETED -> "";
        };
        String counts = new TreeMap<>(entry.counts()).entrySet().stream()
                .map(count -> words.sayOr("compliance.count." + count.getKey(), count.getKey()) + " "
                        + figures.exact(count.getValue()))
                .collect(Collectors.joining(", "));
        return new Decided(entry, tone, counts);
    }

    private List<Terms> terms(List<Allowance> allowances) {
        return compliance.policies().policies().stream().map(policy -> new Terms(policy, used(policy, allowances)))
                .toList();
    }

    private @Nullable String used(Policy policy, List<Allowance> allowances) {
        List<Allowance> of = allowances.stream().filter(one -> one.rule().equals("policy " + policy.name())).toList();
        if (of.isEmpty()) {
            return null;
        }
        long fetches = of.stream().filter(one -> one.action() == AuditEntry.Action.FETCH).mapToLong(Allowance::times)
                .sum();
        long items = of.stream().filter(one -> one.action() == AuditEntry.Action.STORE).mapToLong(Allowance::items)
                .sum();
        return words.say("compliance.used", fetches, items);
    }

    @PostMapping("/compliance/rules")
    String decide(Query query) {
        String source = query.text("source", 64).orElse("");
        String reason = query.text("reason", 500).orElse("");
        boolean allow = query.choice("as", List.of("allow", "deny"), "allow").equals("allow");
        query.done();
        ComplianceRefused.translated(() -> allow
                ? compliance.allow(source, reason, SourceRule.HAND)
                : compliance.deny(source, reason, SourceRule.HAND));
        return "redirect:/compliance#terms";
    }

    @PostMapping("/compliance/rules/{source}/forget")
    String forget(@PathVariable String source, Query query) {
        query.done();
        ComplianceRefused.translated(() -> compliance.forget(source, SourceRule.HAND));
        return "redirect:/compliance#terms";
    }
}
