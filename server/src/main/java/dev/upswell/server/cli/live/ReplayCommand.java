package dev.upswell.server.cli.live;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Replays.Replay;
import dev.upswell.server.live.Replays;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Reads raw answers again, here and now, unless a server is at it.
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Reads raw answers that were kept again, by the mappers of this version; nothing is asked of providers.")
public final class ReplayCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--source", defaultValue = "", paramLabel = "NAME", description = "Only those of this source.")
    private String source = "";

    @Option(names = "--from", converter = InstantText.class, paramLabel = "TIME", description = "Only answers that came from then on (UTC).")
    private @Nullable Instant from;

    @Option(names = "--until", converter = InstantText.class, paramLabel = "TIME", description = "Only answers that came before (UTC).")
    private @Nullable Instant until;

    @Option(names = "--run", converter = InstantText.class, paramLabel = "SLOT", description = "Only answers of this run of the job ingestion.")
    private @Nullable Instant run;

    @Option(names = "--all", description = "Also answers that have no item in quarantine.")
    private boolean all;

    /// The command over this console.
    public ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (run != null && (from != null || until != null)) {
            throw CommandFailed.wrongUse("either a run or a time says which answers are meant",
                    "Leave --run, or --from and --until, out.");
        }
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Replays replays = workplace.collecting().replays();
            Replay asked = replays.ask(new Replay.Wanted(source, from, until, all), run);
            try {
                replays.work();
            } catch (LiveRefused busy) {
                screen.line("A server reads them; \"upswell replay list\" tells how far it is.");
            }
            Replay replay = replays.find(asked.id());
            screen.document(replay);
            screen.line(
                    "%,d answers read again: %,d items stored, %,d readings; %,d items left, %,d answers unreadable."
                            .formatted(replay.answers(), replay.stored(), replay.observations(), replay.left(),
                                    replay.failed()));
        }
        return Cli.DONE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists what was asked to be read again, the newest first.")
    Integer list(
            @Option(names = "--limit", converter = WholeNumber.Count.class, defaultValue = "50", paramLabel = "N", description = "How many to list (default: 50).") int limit) {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            List<Replay> found = workplace.collecting().replays().list(limit, 0);
            screen.document(found);
            if (found.isEmpty()) {
                screen.line("Nothing was asked to be read again.");
                return Cli.DONE;
            }
            var table = new TextTable("asked", "source", "from", "until", "state", ">answers", ">stored", ">left");
            for (Replay one : found) {
                table.row(one.askedAt().toString(), one.wanted().source(), text(one.wanted().from()),
                        text(one.wanted().until()), one.state(), String.valueOf(one.answers()),
                        String.valueOf(one.stored()), String.valueOf(one.left()));
            }
            screen.line(table.toString());
        }
        return Cli.DONE;
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }
}
