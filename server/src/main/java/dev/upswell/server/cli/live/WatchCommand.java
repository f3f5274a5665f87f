package dev.upswell.server.cli.live;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.DurationText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList;
import dev.upswell.server.live.WatchList.LastSweep;
import dev.upswell.server.live.WatchList.Manner;
import dev.upswell.server.live.WatchList.Watched;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows and changes the watch list, and plans how often each subject is visited.
@Command(name = "watch", mixinStandardHelpOptions = true, description = "What is asked of providers again and again: list, add SUBJECT, change SUBJECT, remove SUBJECT, plan.")
public final class WatchCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        ADD,
        CHANGE,
        REMOVE,
        PLAN
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, add, change, remove, or plan: work out anew how often each subject is visited, and show it.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SUBJECT", description = "hashtag:NAME, creator:HANDLE, sound:ID, keyword:WORDS, video:ID, ads:WORDS, results:ADVERTISER or orders:SHOP.")
    private @Nullable String subject;

    @Option(names = "--source", defaultValue = "ensembledata", paramLabel = "NAME", description = "Whom to ask (default: ensembledata).")
    private String source = "ensembledata";

    @Option(names = "--kind", paramLabel = "KIND", description = "topic, or of a creator competitor or own (default: topic).")
    private @Nullable String kind;

    @Option(names = "--priority", paramLabel = "P", description = "low, normal or high (default: normal).")
    private @Nullable String priority;

    @Option(names = "--pin", negatable = true, description = "Visit it exactly as often as --every says; without, the plan chooses. --every alone pins too.")
    private @Nullable Boolean pin;

    @Option(names = "--every", paramLabel = "T", converter = DurationText.class, description = "How often, from 15m to 7d (default: as the plan chooses; 1h with --pin).")
    private @Nullable Duration every;

    @Option(names = "--pages", paramLabel = "N", converter = WholeNumber.Count.class, description = "How many pages each time, at most (default: 3).")
    private @Nullable Integer pages;

    /// The command over this console.
    public WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Live live = workplace.collecting().live();
            WatchList list = live.watches();
            switch (action) {
                case LIST -> say(screen, list.list());
                case ADD -> {
                    Watch added = list.add(source, meant(), manner(Manner.automatic(3)));
                    screen.document(added);
                    screen.line(words(added));
                    screen.line("Next: " + console.hint("collect --once"));
                }
                case CHANGE -> {
                    Watch found = find(list.list(), meant());
                    Watch changed = list.change(found.id(), manner(new Manner(found.kind(), found.priority(),
                            found.pinned(), found.every(), found.pages())));
                    screen.document(changed);
                    screen.line(words(changed));
                }
                case REMOVE -> {
                    Watch found = find(list.list(), meant());
                    list.remove(found.id());
                    screen.document(found);
                    screen.line("%s is no longer asked for %s.".formatted(found.source(), found.subject()));
                }
                case PLAN -> new PlanText(screen).say(live.plans().renew());
            }
        }
        return Cli.DONE;
    }

    private static String words(Watch watch) {
        String often = watch.pinned()
                ? "every %d minutes".formatted(watch.every().toMinutes())
                : "as often as the plan chooses";
        return "%s is asked for %s %s, up to %d pages.".formatted(watch.source(), watch.subject(), often,
                watch.pages());
    }

    /// What the options say, and else as it was.
    private Manner manner(Manner before) {
        boolean pinned = pin == null ? every != null || before.pinned() : pin;
        return new Manner(kind == null ? before.kind() : Watch.Kind.of(kind),
                priority == null ? before.priority() : Watch.Priority.of(priority), pinned,
                Objects.requireNonNullElse(every, before.every()), Objects.requireNonNullElse(pages, before.pages()));
    }

    private Subject meant() {
        if (subject == null) {
            throw CommandFailed.wrongUse("which subject?", "Write for example hashtag:glasshair.");
        }
        try {
            return Subject.parse(subject);
        } catch (IllegalArgumentException e) {
            String[] lines = String.valueOf(e.getMessage()).split("\n", 2);
            throw CommandFailed.wrongUse(lines[0], lines.length > 1 ? lines[1] : "Write FEED:TARGET.");
        }
    }

    private Watch find(List<Watched> all, Subject wanted) {
        return all.stream().map(Watched::watch)
                .filter(watch -> watch.subject().equals(wanted) && watch.source().equals(source)).findFirst()
                .orElseThrow(() -> CommandFailed.wrongUse(source + " is not asked for " + wanted,
                        "Run \"upswell watch\" to see what is watched."));
    }

    private void say(Screen screen, List<Watched> all) {
        screen.document(all);
        if (all.isEmpty()) {
            screen.line("Nothing is watched.");
            screen.line("Add a subject, for example: " + console.hint("watch add hashtag:glasshair"));
            return;
        }
        var table = new TextTable("source", "subject", "kind", "priority", "pinned", ">pages", "last sweep", "state",
                "note");
        for (Watched one : all) {
            Watch watch = one.watch();
            LastSweep last = one.last();
            table.row(watch.source(), watch.subject().toString(), watch.kind().label(), watch.priority().label(),
                    watch.pinned() ? watch.every().toMinutes() + " min" : "", String.valueOf(watch.pages()),
                    last == null ? "none yet" : last.slot().toString(), last == null
                            ? ""
                            : last.state()
                                    .toLowerCase(Locale.ROOT) + ", " + last.pages() + " pages",
                    last == null || last.note() == null ? "" : last.note());
        }
        screen.line(table.toString());
        screen.line("How often and why: " + console.hint("watch plan"));
    }
}
