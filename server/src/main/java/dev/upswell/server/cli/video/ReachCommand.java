package dev.upswell.server.cli.video;

import dev.upswell.forecast.reach.ReachBacktest;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.reach.KeptModel;
import dev.upswell.server.reach.ReachDocument;
import dev.upswell.server.reach.ReachDraft;
import dev.upswell.server.reach.VideoReach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Foretells how far videos will reach.
@Command(name = "reach", mixinStandardHelpOptions = true, description = "How far videos will reach: check a draft, list what is foretold of posted videos, train, predict, or judge by the past.")
public final class ReachCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        DRAFT,
        TRAIN,
        PREDICT,
        BACKTEST
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list (default), draft, train, predict (what was posted since, and what came of earlier forecasts; the server does it by itself) or backtest.")
    private Action action = Action.LIST;

    @Mixin
    private DraftOptions draft = new DraftOptions();

    @Option(names = "--from", paramLabel = "T", converter = InstantText.class, description = "list: videos posted from here on (default: two weeks before the last reading); backtest: videos judged from here on (default: the later half).")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "T", converter = InstantText.class, description = "backtest: videos judged until here.")
    private @Nullable Instant to;

    @Option(names = "--top", defaultValue = "20", description = "list: how many (default: 20).")
    private int top = 20;

    public ReachCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            VideoReach reach = workplace.forecasting().reach();
            switch (action) {
                case LIST -> list(screen, reach);
                case DRAFT -> check(screen, reach);
                case TRAIN -> train(screen, reach);
                case PREDICT -> predict(screen, reach);
                case BACKTEST -> judge(screen, reach);
            }
        }
        return Cli.DONE;
    }

    private void list(Screen screen, VideoReach reach) {
        if (top < 1 || top > 500) {
            throw CommandFailed.wrongUse("--top (" + top + ") must be 1 to 500", "Leave it out for 20.");
        }
        VideoReach.Part part = reach.latest(from == null ? reach.recently() : from, top, 0);
        List<ReachDocument> documents = part.items().stream().map(ReachDocument::of).toList();
        screen.document(documents);
        screen.line(documents.isEmpty()
                ? "Nothing has been foretold of these videos. Forecasts are made as videos pass their first minutes and hours: by the server, or by \"upswell reach predict\"."
                : ReachText.table(documents).toString());
    }

    private void check(Screen screen, VideoReach reach) {
        if (draft.isEmpty()) {
            throw CommandFailed.wrongUse("what is the draft?",
                    "Give at least one of --caption, --hashtags, --creator, --sound, --seconds, --post-at.");
        }
        ReachDocument document = ReachDocument.ofDraft(reach.check(draft.draft()));
        screen.document(document);
        ReachText.draft(document).forEach(screen::line);
    }

    private static void train(Screen screen, VideoReach reach) {
        KeptModel model = reach.train(reach.lastReading().orElse(Instant.EPOCH));
        screen.document(model);
        screen.line("Trained %s on %,d videos known until %s; it foretells %s.".formatted(model.id(), model.videos(),
                model.trainedAt(), ReachText.target(model.target())));
    }

    private static void predict(Screen screen, VideoReach reach) {
        VideoReach.Round round = reach.keepUp(reach.lastReading().orElse(Instant.EPOCH));
        screen.document(round);
        screen.line("%,d forecasts were made%s; of %,d earlier ones it is known what came.".formatted(round.foretold(),
                round.trained() ? " by a model trained anew" : "", round.settled()));
    }

    private void judge(Screen screen, VideoReach reach) {
        ReachBacktest.Range usual = reach.judgeable();
        Instant begin = from == null ? usual.from() : from;
        Instant end = to == null ? usual.to() : to;
        if (!begin.isBefore(end)) {
            throw CommandFailed.wrongUse("the range from " + begin + " to " + end + " is empty",
                    "Leave --from and --to out for the later half of the videos.");
        }
        KeptModel model = reach.judge(new ReachBacktest.Range(begin, end, usual.retrainEvery()));
        screen.document(model.judged() == null ? List.of() : model.judged());
        screen.line("Videos posted from %s to %s, models trained anew after %s each:".formatted(begin, end,
                Counted.of(Math.max(1, usual.retrainEvery().toDays()), "day")));
        screen.line(ReachText.judgement(model.judged()).toString());
    }

    /// What a draft says, on the command line.
    static final class DraftOptions {

        @Option(names = "--caption", description = "draft: the text; hashtags in it count.")
        private @Nullable String caption;

        @Option(names = "--hashtags", split = "[, ]+", description = "draft: names, separated by commas.")
        private List<String> hashtags = List.of();

        @Option(names = "--sound", description = "draft: id of the sound.")
        private @Nullable String sound;

        @Option(names = "--creator", description = "draft: handle; without one no history counts.")
        private @Nullable String creator;

        @Option(names = "--seconds", description = "draft: length in seconds, 1 to 3600.")
        private @Nullable Integer seconds;

        @Option(names = "--post-at", paramLabel = "T", converter = InstantText.class, description = "draft: when it is to be posted (default: around the last reading).")
        private @Nullable Instant postAt;

        boolean isEmpty() {
            return caption == null && hashtags.isEmpty() && sound == null && creator == null && seconds == null
                    && postAt == null;
        }

        ReachDraft draft() {
            if (seconds != null && (seconds < 1 || seconds > 3_600)) {
                throw CommandFailed.wrongUse("--seconds (" + seconds + ") must be 1 to 3600", "Leave it out if open.");
            }
            return new ReachDraft(caption, hashtags, sound, creator,
                    seconds == null ? null : Duration.ofSeconds(seconds), postAt);
        }
    }
}
