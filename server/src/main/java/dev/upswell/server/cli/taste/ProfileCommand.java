package dev.upswell.server.cli.taste;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.taste.KeptProfile;
import dev.upswell.server.taste.ProfileJson;
import dev.upswell.server.taste.Profiles;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.SearchQuery;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes and erases profiles of taste.
@Command(name = "profile", mixinStandardHelpOptions = true, description = "Makes the profile of an account of one's own, of one whose owner agreed, or of a public figure: what it likes, why, and what to search for (docs/profiles.md). Works without a key and without a network.")
public final class ProfileCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--username", paramLabel = "HANDLE", description = "Whose profile, with or without @.")
    private @Nullable String username;

    @Option(names = "--taxonomy", paramLabel = "WHICH", description = "A JSON file of categories, or the number of a kept taxonomy (default: the newest).")
    private @Nullable String taxonomy;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the profile is also written as JSON.")
    private @Nullable Path output;

    @Option(names = "--ground", paramLabel = "GROUND", description = "own, consent or public-figure: why it may be made; needed the first time.")
    private @Nullable String ground;

    @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who tells the ground (default: hand).")
    private String by = "hand";

    /// The command over this console.
    public ProfileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String handle = username;
        if (handle == null) {
            throw CommandFailed.wrongUse("whose profile?", "Name the account with --username, or use list or erase.");
        }
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                Profiles profiles = workplace.recommending().profiles();
                KeptProfile kept = profiles.make(handle, ProfileOptions.ground(ground), by,
                        ProfileOptions.taxonomy(workplace, taxonomy));
                List<SearchQuery> queries = profiles.queries(handle);
                Map<String, Object> document = ProfileJson.document(kept, queries);
                if (output != null) {
                    TextFile.write(output, ProfileJson.text(document));
                }
                Screen screen = console.screen();
                screen.document(document);
                ProfileOptions.tell(screen, kept, queries);
                return Cli.DONE;
            });
        }
    }

    /// Lists whose profiles there are.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Who may be profiled, on which ground, and what is liked most.")
    int list() {
        try (Workplace workplace = console.open()) {
            List<Profiles.Listed> all = workplace.recommending().profiles().list(Integer.MAX_VALUE, 0).items();
            Screen screen = console.screen();
            screen.document(Map.of("profiles", all.stream().map(ProfileCommand::document).toList()));
            if (all.isEmpty()) {
                screen.line("Nobody is profiled. Make a profile with: "
                        + console.hint("profile --username HANDLE --ground own"));
                return Cli.DONE;
            }
            TextTable table = new TextTable("handle", "ground", "made", "likes most");
            all.forEach(one -> table.row(one.subject().handle(), one.subject().ground().word(),
                    one.profile().map(kept -> kept.madeAt().toString()).orElse("–"),
                    one.profile().map(ProfileCommand::most).orElse("–")));
            screen.line(table.toString());
        }
        return Cli.DONE;
    }

    private static String most(KeptProfile kept) {
        return kept.profile().isStranger()
                ? "nothing known"
                : String.join(", ", kept.profile().affinities().stream().limit(3).map(Affinity::tag).toList());
    }

    private static Map<String, Object> document(Profiles.Listed one) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("username", one.subject().handle());
        document.put("ground", one.subject().ground().word());
        one.profile().ifPresent(kept -> {
            document.put("made_at", kept.madeAt().toString());
            document.put("tags", kept.profile().affinities().stream().map(Affinity::tag).toList());
        });
        return document;
    }

    /// Erases a profile.
    @Command(name = "erase", mixinStandardHelpOptions = true, description = "Erases profiles, reactions and own activity of an account; what remains says when, not whose.")
    int erase(@Parameters(paramLabel = "HANDLE", description = "Whose.") String handle,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who asked for it (default: hand).") String who) {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                long rows = workplace.recommending().profiles().erase(handle, who);
                Screen screen = console.screen();
                screen.document(Map.of("rows", rows));
                screen.line("Erased: " + Counted.of(rows, "row") + ".");
                return Cli.DONE;
            });
        }
    }
}
