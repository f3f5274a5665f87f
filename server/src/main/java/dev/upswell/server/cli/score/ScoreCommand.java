package dev.upswell.server.cli.score;

import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.KpiScore;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.cli.Branching;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.scorecard.ScorecardFile;
import dev.upswell.server.scorecard.ScorecardRequest;
import dev.upswell.server.scorecard.ScorecardRequest.Read;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Scores creators by what a file tells of them.
@Command(name = "score", mixinStandardHelpOptions = true, description = "How well creators do what brings revenue, from 0 to 1: a CSV whose header names inputs, or a JSON object on each line (docs/scorecards.md). Nothing is kept. Videos: \"score videos\".")
public final class ScoreCommand implements Callable<Integer>, Branching {

    private static final long LARGEST_FILE = 100_000_000;

    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "What is known of each creator.")
    private @Nullable Path file;

    /// The command over this console.
    public ScoreCommand(Console console) {
        this.console = console;
    }

    /// A line of the result.
    ///
    /// @param score null when nothing is known
    /// @param worst if all that is missing were as bad as can be
    /// @param best if all that is missing were as good as can be
    /// @param coverage share of the weight whose inputs are known
    /// @param first what weighs most of what holds the creator back; null when nothing does
    record Scored(long line, @Nullable String creator, @Nullable Double score, @Nullable String level, double worst,
            double best, double coverage, @Nullable String first) {
    }

    /// A row that cannot be scored.
    record Refused(long line, List<String> problems) {
    }

    /// The whole result.
    record Result(List<Scored> scored, List<Refused> refused) {
    }

    @Override
    public List<Callable<Integer>> branches() {
        return List.of(new VideoScoresCommand(console));
    }

    @Override
    public Integer call() {
        List<Scored> scored = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (ScorecardFile.Row row : ScorecardFile.of(text())) {
            switch (row.read()) {
                case Read.Sound(ScorecardRequest request) -> scored.add(scored(row.line(), request));
                case Read.Broken(List<String> problems) -> refused.add(new Refused(row.line(), problems));
            }
        }
        Screen screen = console.screen();
        screen.document(new Result(scored, refused));
        if (!scored.isEmpty()) {
            screen.line(table(scored).toString());
        }
        screen.line("%,d scored, %,d cannot be scored.".formatted(scored.size(), refused.size()));
        refused.forEach(one -> screen.remark("line " + one.line() + ": " + String.join(" ", one.problems())));
        return refused.isEmpty() ? Cli.DONE : Cli.FAILED;
    }

    private String text() {
        Path file = this.file;
        if (file == null) {
            throw CommandFailed.wrongUse("which file?", "Write: upswell score FILE, or upswell score videos.");
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw CommandFailed.wrongUse(file + " is larger than 100 MB", "Score it in parts.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw CommandFailed.wrongUse(file + " is no UTF-8", "Save it as UTF-8 and score it again.");
        } catch (IOException e) {
            throw CommandFailed.wrongUse(file + " cannot be read", "Check the name and who may read it.");
        }
    }

    private static Scored scored(long line, ScorecardRequest request) {
        CreatorInputs inputs = CreatorInputs.of(request.inputs());
        Scorecard card = Scorecard.of(inputs, Weighting.SEED);
        List<Diagnosis.Bottleneck> held = Diagnosis.of(inputs, Weighting.SEED, Map.of()).bottlenecks();
        OptionalDouble overall = card.overall();
        Double score = overall.isPresent() ? Double.valueOf(overall.getAsDouble()) : null;
        return new Scored(line, request.creator(), score,
                score == null ? null : KpiScore.Level.of(score).name().toLowerCase(Locale.ROOT), card.worst(),
                card.best(), card.coverage(), held.isEmpty() ? null : held.getFirst().gap().field());
    }

    private static TextTable table(List<Scored> scored) {
        var table = new TextTable("creator", "score [0..1]", "level", "can be", "known", "mend first");
        scored.forEach(one -> table.row(one.creator() == null ? "line " + one.line() : one.creator(),
                one.score() == null ? "–" : "%.3f".formatted(one.score()), one.level() == null ? "–" : one.level(),
                "%.3f to %.3f".formatted(one.worst(), one.best()), "%.0f %%".formatted(100 * one.coverage()),
                one.first() == null ? "–" : one.first().replace('_', ' ')));
        return table;
    }
}
