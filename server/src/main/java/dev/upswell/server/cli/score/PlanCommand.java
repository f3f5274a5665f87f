package dev.upswell.server.cli.score;

import dev.upswell.plan.Week;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.plan.PlanForm;
import dev.upswell.server.plan.PlannedSlot;
import dev.upswell.server.plan.Planner;
import dev.upswell.server.plan.SlotDocument;
import dev.upswell.server.plan.WeekDocument;
import dev.upswell.server.plan.WeekDocument.AccountDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Plans when accounts post.
@Command(name = "plan", mixinStandardHelpOptions = true, description = "When accounts are to post: weeks filled with hours, accepted, moved and declined (docs/planner.md).")
public final class PlanCommand implements Callable<Integer> {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private final Console console;

    /// The command over this console.
    public PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        throw CommandFailed.wrongUse("what is to be planned?",
                "Name one of show, fill, accept, decline, move, accounts and account.");
    }

    /// Shows a week.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "What is planned in a week, and what came of it.")
    int show(
            @Option(names = "--week", paramLabel = "DAY", description = "Any day of it, such as 2026-03-09 (default: next week).") @Nullable LocalDate day,
            @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC", description = "By whose clocks, such as Asia/Jakarta (default: UTC).") String zone) {
        try (Workplace workplace = console.open()) {
            Planner planner = workplace.scoring().planner();
            return told(WeekDocument.of(planner.week(week(day, zone))));
        }
    }

    /// Fills a week.
    @Command(name = "fill", mixinStandardHelpOptions = true, description = "Proposes hours for the posts of a week that have none; what is there stays.")
    int fill(
            @Option(names = "--week", paramLabel = "DAY", description = "Any day of it, such as 2026-03-09 (default: next week).") @Nullable LocalDate day,
            @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC", description = "By whose clocks, such as Asia/Jakarta (default: UTC).") String zone,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who asks (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            Planner planner = workplace.scoring().planner();
            Week week = week(day, zone);
            Planner.Filled filled = CommandFailed.translated(() -> planner.fill(week, by));
            return told(WeekDocument.of(planner.week(week), filled));
        }
    }

    /// Accepts proposals.
    @Command(name = "accept", mixinStandardHelpOptions = true, description = "Accepts a proposed slot, or everything that is proposed in a week.")
    int accept(
            @Parameters(arity = "0..1", paramLabel = "SLOT", description = "Id as show tells it (default: all of the week).") @Nullable String slot,
            @Option(names = "--week", paramLabel = "DAY", description = "Any day of it (default: next week).") @Nullable LocalDate day,
            @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC", description = "By whose clocks (default: UTC).") String zone,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who asks (default: hand).") String by) {
        if (slot != null) {
            return decided(planner -> planner.decisions().accept(slot, by));
        }
        try (Workplace workplace = console.open()) {
            Planner planner = workplace.scoring().planner();
            Week week = week(day, zone);
            planner.decisions().acceptAll(week, by);
            return told(WeekDocument.of(planner.week(week)));
        }
    }

    /// Declines a slot.
    @Command(name = "decline", mixinStandardHelpOptions = true, description = "Declines a slot: its hour is not proposed to the account again.")
    int decline(@Parameters(paramLabel = "SLOT", description = "Id as show tells it.") String slot,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who asks (default: hand).") String by) {
        return decided(planner -> planner.decisions().decline(slot, by));
    }

    /// Moves a slot.
    @Command(name = "move", mixinStandardHelpOptions = true, description = "Moves a slot to another time, where it stands.")
    int move(@Parameters(paramLabel = "SLOT", description = "Id as show tells it.") String slot,
            @Parameters(paramLabel = "T", converter = InstantText.class, description = "When, UTC.") Instant to,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who asks (default: hand).") String by) {
        return decided(planner -> planner.decisions().move(slot, to, by));
    }

    /// Lists accounts.
    @Command(name = "accounts", mixinStandardHelpOptions = true, description = "Accounts that are planned for, and how much they can take.")
    int accounts() {
        try (Workplace workplace = console.open()) {
            return toldAccounts(workplace.scoring().planner());
        }
    }

    /// Plans for an account.
    @Command(name = "account", mixinStandardHelpOptions = true, description = "Plans for an account, changes how much it can take, or plans for it no longer.")
    int account(@Parameters(paramLabel = "HANDLE", description = "With or without @.") String handle,
            @Option(names = "--per-week", paramLabel = "N", defaultValue = "5", description = "Posts of a week that are wanted, 1 to 28 (default: 5).") int perWeek,
            @Option(names = "--per-day", paramLabel = "N", defaultValue = "1", description = "Most posts of a day, 1 to 4 (default: 1).") int perDay,
            @Option(names = "--remove", description = "Plans for it no longer: its slots go with it.") boolean remove,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who tells it (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            Planner planner = workplace.scoring().planner();
            CommandFailed.translated(() -> {
                if (remove) {
                    planner.remove(handle);
                } else {
                    planner.keep(handle, perWeek, perDay, by);
                }
                return handle;
            });
            return toldAccounts(planner);
        }
    }

    private Week week(@Nullable LocalDate day, String zone) {
        ZoneId clocks = CommandFailed.translated(() -> Planner.zone(zone));
        return day == null
                ? Week.after(console.screen().clock().instant(), clocks)
                : PlanForm.of(day.atStartOfDay(clocks).toInstant(), clocks);
    }

    private int decided(Function<Planner, PlannedSlot> decision) {
        try (Workplace workplace = console.open()) {
            PlannedSlot slot = CommandFailed.translated(() -> decision.apply(workplace.scoring().planner()));
            Screen screen = console.screen();
            screen.document(SlotDocument.of(slot));
            screen.line("@%s %s: %s".formatted(slot.account(), CLOCK.format(slot.at().atZone(ZoneOffset.UTC)) + " UTC",
                    slot.state().word()));
        }
        return Cli.DONE;
    }

    private int toldAccounts(Planner planner) {
        List<AccountDocument> all = planner.accounts().stream().map(AccountDocument::of).toList();
        Screen screen = console.screen();
        screen.document(Map.of("accounts", all));
        if (all.isEmpty()) {
            screen.line("No account is planned for. Begin with: " + console.hint("plan account HANDLE --per-week 5"));
        }
        all.forEach(one -> screen
                .line("@%s: %d a week, %d a day at most".formatted(one.handle(), one.perWeek(), one.perDay())));
        return Cli.DONE;
    }

    private int told(WeekDocument week) {
        Screen screen = console.screen();
        screen.document(week);
        ZoneId zone = ZoneId.of(week.zone());
        screen.line("The week from %s, %s; %d videos known, %d wanted posts without an hour.".formatted(week.monday(),
                week.zone(), week.videos(), week.open()));
        if (week.accounts().isEmpty()) {
            screen.line("No account is planned for. Begin with: " + console.hint("plan account HANDLE --per-week 5"));
        }
        if (!week.slots().isEmpty()) {
            TextTable table = new TextTable("when", "account", "state", "because", ">expected", "90 %", ">videos",
                    "post",
                    "id");
            week.slots().forEach(one -> row(table, one, zone));
            screen.line(table.toString());
        }
        List<WeekDocument.UnfilledDocument> unfilled = week.unfilled();
        if (unfilled != null) {
            unfilled.forEach(one -> screen.line("@%s: %d without an hour (%s)".formatted(one.account(), one.posts(),
                    one.why().replace('_', ' '))));
        }
        return Cli.DONE;
    }

    private static void row(TextTable table, SlotDocument one, ZoneId zone) {
        Double low = one.low();
        Double high = one.high();
        SlotDocument.ContentDocument content = one.content();
        table.row(CLOCK.format(one.at().atZone(zone)), "@" + one.account(), one.state(), one.basis(),
                one.expected() == null ? "–" : "%.0f".formatted(one.expected()),
                low == null || high == null ? "–" : "%.0f–%.0f".formatted(low, high), String.valueOf(one.videos()),
                content == null ? "–" : content.text(), one.id().toString());
    }
}
