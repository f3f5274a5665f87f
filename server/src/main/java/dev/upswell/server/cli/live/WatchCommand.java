package dev.upswell.server.cli.live;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.DurationText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList;
import dev.upswell.server.live.WatchList.LastSweep;
import dev.upswell.server.live.WatchList.Watched;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows and changes the watch list.
@Command(name = "watch", mixinStandardHelpOptions = true, description = "What is asked of providers again and again: list, add SUBJECT, remove SUBJECT.")
public final class WatchCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        ADD,
        REMOVE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, add or remove.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SUBJECT", description = "hashtag:NAME, creator:HANDLE, sound:ID, keyword:WORDS or video:ID.")
    private @Nullable String subject;

    @Option(names = "--source", defaultValue = "ensembledata", paramLabel = "NAME", description = "Whom to ask (default: ensembledata).")
    private String source = "ensembledata";

    @Option(names = "--every", defaultValue = "1h", paramLabel = "T", converter = DurationText.class, description = "How often, from 15m to 7d (default: 1h).")
    private Duration every = Duration.ofHours(1);

    @Option(names = "--pages", defaultValue = "3", paramLabel = "N", converter = WholeNumber.Count.class, description = "How many pages each time, at most (default: 3).")
    private int pages = 3;

    /// The command over this console.
    public WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            WatchList list = workplace.live().watches();
            switch (action) {
                case LIST -> say(screen, list.list());
                case ADD -> {
                    Watch added = list.add(source, meant(), every, pages);
                    screen.document(added);
                    screen.line("%s is asked for %s every %d minutes, up to %d pages.".formatted(added.source(),
                            added.subject(), added.every().toMinutes(), added.pages()));
                    screen.line("Next: " + console.hint("collect --once"));
                }
                case REMOVE -> {
                    Watch found = find(list.list(), meant());
                    list.remove(found.id());
                    screen.document(found);
                    screen.line("%s is no longer asked for %s.".formatted(found.source(), found.subject()));
                }
            }
        }
        return Cli.DONE;
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
        var table = new TextTable("source", "subject", ">minutes", ">pages", ">pages a day", "last sweep", "state",
                "note");
        for (Watched one : all) {
            Watch watch = one.watch();
            LastSweep last = one.last();
            table.row(watch.source(), watch.subject().toString(), String.valueOf(watch.every().toMinutes()),
                    String.valueOf(watch.pages()), String.format(Locale.ROOT, "%.0f", watch.pagesPerDay()),
                    last == null ? "none yet" : last.slot().toString(), last == null
                            ? ""
                            : last.state()
                                    .toLowerCase(Locale.ROOT) + ", " + last.pages() + " pages",
                    last == null || last.note() == null ? "" : last.note());
        }
        screen.line(table.toString());
    }
}
