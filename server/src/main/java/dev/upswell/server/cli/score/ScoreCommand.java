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
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.scorecard.CreatorList;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.ScorecardFile;
import dev.upswell.server.scorecard.ScorecardRequest;
import dev.upswell.server.scorecard.ScorecardRequest.Read;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.ToldInputs;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Scores creators by what a file tells of them, and works on the scorecards that are kept.
@Command(name = "score", mixinStandardHelpOptions = true, description = "How well creators do what brings revenue, from 0 to 1 (docs/scorecards.md). With FILE, scores what it tells and keeps nothing; the commands below work on the scorecards that are kept, and on videos.")
public final class ScoreCommand implements Callable<Integer>, Branching {

    private static final long LARGEST_FILE = 100_000_000;

    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "What is known of each creator: a CSV whose header names inputs, or a JSON object on each line.")
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
        if (file == null) {
            throw CommandFailed.wrongUse("what is to be scored?",
                    "Give a file, or see \"upswell score creators\" for the scorecards that are kept.");
        }
        for (ScorecardFile.Row row : ScorecardFile.of(text(file))) {
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

    private static String text(Path file) {
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

    /// Lists the scorecards that are kept.
    @Command(name = "creators", mixinStandardHelpOptions = true, description = "The last scorecard of each creator.")
    int creators(
            @Option(names = "--sort", defaultValue = "worst", description = "worst (default: the score if all that is missing were bad), score (of what is known), coverage, revenue, gap or name.") String sort,
            @Option(names = "--top", defaultValue = "20", description = "How many (default: 20).") int top) {
        if (!CreatorList.SORTS.contains(sort)) {
            throw CommandFailed.wrongUse("--sort (" + sort + ") must be one of " + String.join(", ", CreatorList.SORTS),
                    "Leave it out for worst.");
        }
        if (top < 1) {
            throw CommandFailed.wrongUse("--top (" + top + ") must be at least 1", "Leave it out for 20.");
        }
        try (Workplace workplace = console.open()) {
            Scorecards cards = workplace.scoring().scorecards();
            ScoreText.list(console.screen(),
                    new CreatorList(cards.latest(), cards.now(), workplace.scoring().pseudonyms())
                            .rows(new CreatorList.Wanted("", null, null, 0, sort)),
                    top);
        }
        return Cli.DONE;
    }

    /// Shows a scorecard that is kept.
    @Command(name = "creator", mixinStandardHelpOptions = true, description = "The last scorecard of a creator: indicators, what it rests on, what to fix first.")
    int creator(
            @Parameters(paramLabel = "ID", description = "Handle, or pseudonym where these are shown.") String name) {
        try (Workplace workplace = console.open()) {
            Scorecards cards = workplace.scoring().scorecards();
            String handle = workplace.scoring().pseudonyms().handle(name,
                    cards.latest().stream().map(KeptScorecard::creator).toList());
            KeptScorecard card = cards.get(handle, null);
            ScoreText.card(console.screen(), card, cards.now(), cards.winners(card), workplace.scoring().pseudonyms());
        }
        return Cli.DONE;
    }

    /// Lists weightings, or puts one in force.
    @Command(name = "weights", mixinStandardHelpOptions = true, description = "The weightings; with --adopt, puts one in force.")
    int weights(
            @Option(names = "--adopt", paramLabel = "NAME", description = "Puts the last version under this name in force.") @Nullable String adopt,
            @Option(names = "--reason", paramLabel = "WHY", description = "Why; needed with --adopt.") @Nullable String reason) {
        try (Workplace workplace = console.open()) {
            Scorecards cards = workplace.scoring().scorecards();
            if (adopt != null) {
                cards.adopt(adopt, reason == null ? "" : reason, "hand");
            }
            ScoreText.weights(console.screen(), cards.weightings());
        }
        return Cli.DONE;
    }

    /// Scores everybody.
    @Command(name = "run", mixinStandardHelpOptions = true, description = "Scores every creator of whom something is known, and keeps it; the server does it by itself when new data has come.")
    int run(@Option(names = "--at", paramLabel = "T", converter = InstantText.class, description = "Nothing told later counts (default: when something was told last).") @Nullable Instant at) {
        try (Workplace workplace = console.open()) {
            Scorecards cards = workplace.scoring().scorecards();
            Instant asOf = at == null ? cards.lastTold().orElse(null) : at;
            if (asOf == null) {
                throw CommandFailed.wrongUse("nothing is known yet", "Import videos, ads or orders first.");
            }
            Scorecards.Round round = cards.run(asOf);
            console.screen().document(round);
            console.screen().line("%,d creators were scored as of %s.".formatted(round.creators(), round.asOf()));
        }
        return Cli.DONE;
    }

    /// Keeps what a file tells of creators.
    @Command(name = "tell", mixinStandardHelpOptions = true, description = "Keeps the inputs that a file tells of creators; they go before what is derived, from the next run on.")
    int tell(
            @Parameters(paramLabel = "FILE", description = "A CSV whose header names creator_id and inputs, or a JSON object on each line.") Path told,
            @Option(names = "--at", paramLabel = "T", required = true, converter = InstantText.class, description = "From when on it holds.") Instant at) {
        Path name = told.getFileName();
        try (Workplace workplace = console.open()) {
            ToldInputs.Report report = workplace.scoring().scorecards().told().keep(text(told),
                    name == null ? "file" : name.toString(), at);
            console.screen().document(report);
            console.screen().line("%,d values of %,d creators are kept, %,d rows are not.".formatted(report.values(),
                    report.creators(), report.refused().size()));
            report.refused().forEach(
                    one -> console.screen().remark("line " + one.line() + ": " + String.join(" ", one.problems())));
            return report.refused().isEmpty() ? Cli.DONE : Cli.FAILED;
        }
    }

    /// Says which ads are a creator's, or what was said of them.
    @Command(name = "ads", mixinStandardHelpOptions = true, description = "Says which ads are a creator's from a time on; their results count from the next run on. Without ADS, lists what was said.")
    int ads(@Parameters(index = "0", paramLabel = "CREATOR", description = "Handle, or pseudonym where these are shown.") String creator,
            @Parameters(index = "1", arity = "0..1", paramLabel = "ADS", description = "An advertiser's account, how the names of the ads begin, * for all, or an empty text for none.") @Nullable String ads,
            @Option(names = "--since", paramLabel = "T", converter = InstantText.class, description = "From when on (default: when anything was told last).") @Nullable Instant since,
            @Option(names = "--remove", description = "Forgets what was said as of --since.") boolean remove) {
        if (remove && (since == null || ads != null)) {
            throw CommandFailed.wrongUse("what is to be removed?",
                    "Give --since and no ADS; without both, it is listed.");
        }
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Scorecards cards = workplace.scoring().scorecards();
            Pseudonyms names = workplace.scoring().pseudonyms();
            String handle = names.used()
                    ? names.handle(creator, cards.latest().stream().map(KeptScorecard::creator).toList())
                    : ToldInputs.handle(creator);
            if (ads == null && !remove) {
                ScoreText.links(screen, names.name(handle), cards.told().links(handle));
            } else if (ads == null && since != null) {
                cards.told().forgetLink(handle, since);
                screen.document(Map.of("creator", names.name(handle), "forgotten", since.toString()));
                screen.line("What was said as of %s is forgotten.".formatted(since));
            } else if (ads != null) {
                ToldInputs.Link link = cards.told().link(handle, ads,
                        since != null ? since : cards.lastTold().orElse(screen.clock().instant()), "hand");
                screen.document(ScoreText.Linked.of(names.name(handle), link));
                screen.line(link.ads() == null
                        ? "From %s on no ads count on the scorecard of %s.".formatted(link.since(), creator)
                        : "Ads %s count on the scorecard of %s from the next run on, as of %s or later."
                                .formatted(link.ads(), creator, link.since()));
            }
        }
        return Cli.DONE;
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
