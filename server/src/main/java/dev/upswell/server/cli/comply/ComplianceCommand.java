package dev.upswell.server.cli.comply;

import dev.upswell.server.audit.ChainState;
import dev.upswell.server.audit.Verification;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.Policies;
import dev.upswell.server.comply.Policy;
import dev.upswell.server.comply.SourceRule;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the audit trail and the terms of sources, and allows or denies a source.
@Command(name = "compliance", mixinStandardHelpOptions = true, description = "Who may be asked and what may be kept: log, verify, policies, allow SOURCE, deny SOURCE, forget SOURCE, clean.")
public final class ComplianceCommand implements Callable<Integer> {

    private static final int SHOWN = 100;

    private enum Action {
        LOG,
        VERIFY,
        POLICIES,
        ALLOW,
        DENY,
        FORGET,
        CLEAN
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "log", description = "log: what was denied, cleaned, changed, deleted; verify: whether its rows are as they were written; policies; allow, deny or forget a source (forget: the policies decide again); clean: take contacts out of what was stored before the guard did.")
    private Action action = Action.LOG;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SOURCE", description = "The exact name of the source.")
    private @Nullable String source;

    @Option(names = "--reason", paramLabel = "WHY", description = "Why a source is allowed or denied; it stands in the audit trail.")
    private String reason = "";

    @Option(names = "--by", defaultValue = SourceRule.HAND, paramLabel = "NAME", description = "Who decides (default: hand).")
    private String by = SourceRule.HAND;

    @Option(names = "--decision", paramLabel = "D", description = "Of the log only: denied, cleaned, changed or deleted.")
    private AuditEntry.@Nullable Decision decision;

    @Option(names = "--action", paramLabel = "A", description = "Of the log only: fetch, store, capture, rule or retention.")
    private AuditEntry.@Nullable Action about;

    @Option(names = "--text", defaultValue = "", paramLabel = "T", description = "Of the log only what has this in its subject, rule or detail.")
    private String text = "";

    @Option(names = "--limit", converter = WholeNumber.Count.class, defaultValue = "50", paramLabel = "N", description = "How many rows of the log (default: 50).")
    private int limit = 50;

    @Option(names = "--dry-run", description = "Of clean only: change nothing, tell what would be taken out.")
    private boolean dryRun;

    /// The command over this console.
    public ComplianceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Compliance compliance = workplace.collecting().compliance();
            switch (action) {
                case CLEAN -> clean(screen, workplace.collecting().cleaning());
                case LOG -> log(screen, compliance);
                case VERIFY -> {
                    return verify(screen, compliance.verify());
                }
                case POLICIES -> policies(screen, compliance);
                case ALLOW -> decided(screen, compliance.allow(wanted(), reason, by));
                case DENY -> decided(screen, compliance.deny(wanted(), reason, by));
                case FORGET -> {
                    screen.document(compliance.forget(wanted(), by));
                    screen.line("The policies decide again about " + wanted() + ".");
                }
            }
        }
        return Cli.DONE;
    }

    private static int verify(Screen screen, Verification verified) {
        screen.document(verified);
        return switch (verified) {
            case Verification.Sound(ChainState chain) -> {
                screen.line("All %,d decisions are as they were written. Decision %d has the hash %s."
                        .formatted(chain.rows(), chain.seq(), chain.hash()));
                yield Cli.DONE;
            }
            case Verification.Broken(long place, Verification.How how) -> {
                screen.line("Decision " + place + " is the first that is not as it was written: it was "
                        + how.name().toLowerCase(Locale.ROOT) + ".");
                yield Cli.FAILED;
            }
        };
    }

    private void clean(Screen screen, Cleaning cleaning) {
        Cleaning.Report report = dryRun ? cleaning.plan() : cleaning.run();
        screen.document(report);
        var table = new TextTable("what", ">files", ">rows", ">e-mail addresses", ">telephone numbers");
        for (Cleaning.Item item : report.items()) {
            table.row(item.name(), item.skipped() ? "at work, next time" : String.valueOf(item.files()),
                    String.valueOf(item.rows()), String.valueOf(item.emails()), String.valueOf(item.phones()));
        }
        screen.line(table.toString());
        if (report.planned()) {
            screen.line("%,d rows hold contacts; nothing was changed.".formatted(report.rows()));
            if (!dryRun) {
                screen.line("Another run is at it.");
            }
        } else {
            screen.line("Contacts were taken out of %,d rows; replaced files of the lake leave the disk within a day."
                    .formatted(report.rows()));
        }
    }

    private String wanted() {
        if (source == null) {
            throw CommandFailed.wrongUse("which source?",
                    "Name it: \"upswell compliance allow my-source --reason WHY\".");
        }
        return source;
    }

    private static void decided(Screen screen, SourceRule rule) {
        screen.document(rule);
        screen.line(rule.source() + (rule.allowed() ? " may" : " must not") + " be asked and stored: " + rule.reason());
    }

    private void log(Screen screen, Compliance compliance) {
        AuditFilter filter = new AuditFilter(about, decision, text);
        List<AuditEntry> entries = compliance.log(filter, limit, 0);
        screen.document(entries);
        if (entries.isEmpty()) {
            screen.line("Nothing was denied, cleaned, changed or deleted.");
            return;
        }
        var table = new TextTable("when", "who", "what", "decision", "rule", "subject", "counts");
        for (AuditEntry entry : entries) {
            table.row(entry.at().toString(), entry.actor(), entry.action().label(), entry.decision().label(),
                    entry.rule(), shortened(entry.subject()), counts(entry));
        }
        screen.line("%,d decisions, %d shown.".formatted(compliance.count(filter), entries.size()));
        screen.line(table.toString());
    }

    private static String shortened(String subject) {
        return subject.length() <= SHOWN ? subject : "…" + subject.substring(subject.length() - SHOWN);
    }

    private static String counts(AuditEntry entry) {
        return new TreeMap<>(entry.counts()).entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue()).collect(Collectors.joining(", "));
    }

    /// The policies with the tenant's own rules beside them.
    private record Document(int version, List<Policy> policies, List<SourceRule> rules) {
    }

    private static void policies(Screen screen, Compliance compliance) {
        Policies known = compliance.policies();
        List<SourceRule> rules = compliance.rules();
        screen.document(new Document(known.version(), known.policies(), rules));
        var table = new TextTable("policy", "covers", "fetched", "stored", "purpose");
        for (Policy policy : known.policies()) {
            table.row(policy.name(), String.join(" ", policy.covers()),
                    policy.fetched().isEmpty() ? "never" : String.join(" ", policy.fetched()),
                    policy.stored() ? "yes" : "no", policy.purpose());
        }
        screen.line("Policies, version " + known.version() + ". A source that none covers is denied.");
        screen.line(table.toString());
        for (SourceRule rule : rules) {
            screen.line("%s %s since %s by %s: %s".formatted(rule.source(), rule.allowed() ? "allowed" : "denied",
                    rule.at(), rule.actor(), rule.reason()));
        }
    }
}
