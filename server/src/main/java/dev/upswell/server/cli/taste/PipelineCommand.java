package dev.upswell.server.cli.taste;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.cli.recommend.RecommendText;
import dev.upswell.server.recommend.RecommendRefused;
import dev.upswell.server.recommend.RecommendationDocument;
import dev.upswell.server.refusal.Refused;
import dev.upswell.server.seek.Wish;
import dev.upswell.server.taste.Ground;
import dev.upswell.server.taste.KeptProfile;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.ProfileJson;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.SearchQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Takes an account through all steps: categories where there are none, profile, queries, recommendations.
@Command(name = "pipeline", mixinStandardHelpOptions = true, description = "Makes categories where there are none, the profile of an account, its queries and its recommendations, in one go (docs/recommendations.md). Works without a key and without a network; with --live a source is asked too.")
public final class PipelineCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--username", paramLabel = "HANDLE", required = true, description = "Whose profile, with or without @.")
    private String username = "";

    @Option(names = "--taxonomy", paramLabel = "WHICH", description = "A JSON file of categories, or the number of a kept taxonomy (default: the newest; where there is none, one is made).")
    private @Nullable String taxonomy;

    @Option(names = "--input", paramLabel = "FILE", description = "Make the categories from these texts, one a line.")
    private @Nullable Path input;

    @Option(names = "--ground", paramLabel = "GROUND", description = "own, consent or public-figure: why the profile may be made; needed the first time.")
    private @Nullable String ground;

    @Option(names = "--count", paramLabel = "N", defaultValue = "20", description = "How many videos are recommended, 1 to 100 (default: 20).")
    private int count = 20;

    @Option(names = "--live", negatable = true, description = "Also put the queries to a live source, within its budget, or not (default: the setting recommend.live).")
    private @Nullable Boolean live;

    /// The command over this console.
    public PipelineCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (taxonomy != null && input != null) {
            throw CommandFailed.wrongUse("--taxonomy or --input?",
                    "Give a taxonomy, or the texts that one is made from.");
        }
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                Profiles profiles = workplace.recommending().profiles();
                Ground why = ProfileOptions.ground(ground);
                profiles.allow(username, why);
                KeptProfile kept = profiles.make(username, why, "hand", taxonomy(workplace));
                List<SearchQuery> queries = profiles.queries(username);
                Map<String, Object> document = ProfileJson.document(kept, queries);
                RecommendationDocument given = recommended(workplace, document);
                Screen screen = console.screen();
                screen.document(document);
                ProfileOptions.tell(screen, kept, queries);
                if (given != null) {
                    RecommendText.tell(screen, given);
                }
                return Cli.DONE;
            });
        }
    }

    /// Puts the recommendations into the document; null where no video is stored, for profile and queries stand without them.
    private @Nullable RecommendationDocument recommended(Workplace workplace, Map<String, Object> document) {
        try {
            RecommendationDocument given = workplace.recommending().recommender().give(username, count,
                    Duration.ZERO, Wish.of(live));
            document.put("recommendations", given);
            return given;
        } catch (RecommendRefused e) {
            if (e.kind() != Refused.Kind.CONFLICT) {
                throw e;
            }
            console.screen().remark(e);
            return null;
        }
    }

    private KeptTaxonomy taxonomy(Workplace workplace) {
        var taxonomies = workplace.recommending().taxonomies();
        if (input != null) {
            return taxonomies.make(TextFile.lines(input), String.valueOf(input.getFileName()), TaxonomyMaking.USUAL,
                    Locale.ENGLISH);
        }
        return taxonomy == null && taxonomies.find().isEmpty()
                ? taxonomies.make(TaxonomyMaking.USUAL, Locale.ENGLISH)
                : ProfileOptions.taxonomy(workplace, taxonomy);
    }
}
