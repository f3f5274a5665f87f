package dev.upswell.server.cli.score;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.fyp.ScoreDocument;
import dev.upswell.server.fyp.ScoreFilter;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.VideoScores;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Scores the videos that were read, and lists their scores.
@Command(name = "videos", mixinStandardHelpOptions = true, description = "How posted videos do beside your own videos of 14 days, from 0 to 100, at 15 minutes, an hour and a day after posting (docs/fyp.md). Scores what passed a mark since, which a server does by itself, and lists; beside the score as known at the age stands the settled one, with everything that was told since.")
public final class VideoScoresCommand implements Callable<Integer> {

    private static final int WIDEST = 40;

    private final Console console;

    @Option(names = "--top", defaultValue = "20", description = "How many to list, of those posted last (default: 20).")
    private int top = 20;

    @Option(names = "--literal", description = "Scores in the form of their source, with 50 minus the places of retention losses.")
    private boolean literal;

    /// The command over this console.
    public VideoScoresCommand(Console console) {
        this.console = console;
    }

    /// The whole result.
    record Result(int scored, int settled, int alarms, int plans, List<ScoreDocument> videos) {
    }

    @Override
    public Integer call() {
        if (top < 1 || top > 500) {
            throw CommandFailed.wrongUse("--top (" + top + ") must be 1 to 500", "Leave it out for 20.");
        }
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            VideoScores.Round round = workplace.scoring().videoScores().keepUp(screen.clock().instant())
                    .orElse(VideoScores.Round.NOTHING);
            List<ScoredVideo> listed = workplace.scoring().videoScores().list(ScoreFilter.ALL, top, 0).items();
            List<ScoreDocument> documents = listed.stream().map(one -> ScoreDocument.of(one, literal)).toList();
            screen.document(new Result(round.scored(), round.settled(), round.alarms(), round.plans(), documents));
            screen.line(documents.isEmpty()
                    ? "No video has a score. Videos are scored where they were read around 15 minutes, an hour or a day after posting."
                    : table(listed, documents).toString());
            screen.line("%,d scores are new or changed, %,d settled scores; %,d alarms and %,d rules opened a task."
                    .formatted(
                            round.scored(), round.settled(), round.alarms(), round.plans()));
        }
        return Cli.DONE;
    }

    private static TextTable table(List<ScoredVideo> listed, List<ScoreDocument> documents) {
        var table = new TextTable("video", "posted", "age", ">score", ">settled", "status", ">known", "");
        for (int i = 0; i < listed.size(); i++) {
            ScoreDocument one = documents.get(i);
            String title = listed.get(i).title();
            Double score = one.score();
            ScoreDocument.Settled settled = one.settled();
            String status = one.status();
            table.row(title.length() > WIDEST ? title.substring(0, WIDEST) + "…" : title, one.postedAt().toString(),
                    one.mark(), number(score), number(settled == null ? null : settled.score()),
                    status == null ? "–" : status, String.format(Locale.ROOT, "%.0f %%", 100 * one.coverage()),
                    !one.alarms().isEmpty() ? "alarm" : one.event() ? "event" : "");
        }
        return table;
    }

    private static String number(@Nullable Double score) {
        return score == null ? "–" : String.format(Locale.ROOT, "%.1f", score);
    }
}
