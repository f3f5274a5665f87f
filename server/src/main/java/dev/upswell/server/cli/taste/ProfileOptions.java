package dev.upswell.server.cli.taste;

import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.taste.Ground;
import dev.upswell.server.taste.KeptProfile;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyJson;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.SearchQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What commands on profiles have in common.
final class ProfileOptions {

    private ProfileOptions() {
    }

    /// The ground of this word; null where none was given.
    static @Nullable Ground ground(@Nullable String word) {
        return word == null
                ? null
                : Ground.find(word).orElseThrow(() -> CommandFailed.wrongUse("--ground " + word + " is none.",
                        "Use one of " + String.join(", ", Ground.WORDS) + "."));
    }

    /// The taxonomy of this number or file; the newest where none was given. That of a file is kept as a version.
    static KeptTaxonomy taxonomy(Workplace workplace, @Nullable String given) {
        Taxonomies taxonomies = workplace.recommending().taxonomies();
        if (given == null) {
            return taxonomies.latest();
        }
        if (given.matches("\\d{1,6}")) {
            return taxonomies.get(Integer.parseInt(given));
        }
        Path file = Path.of(given);
        return taxonomies.keep(TaxonomyJson.read(TextFile.whole(file)), String.valueOf(file.getFileName()));
    }

    /// Says what a profile says.
    static void tell(Screen screen, KeptProfile kept, List<SearchQuery> queries) {
        var sample = kept.profile().sample();
        screen.line("%s (%s), taxonomy %d: %d posts, %d reposts, %d likes, %d hidden.".formatted(
                kept.subject().handle(), kept.subject().ground().word(), kept.taxonomy(), sample.posts(),
                sample.reposts(), sample.likes(), sample.hidden()));
        kept.profile().notes().forEach(screen::line);
        if (!kept.profile().affinities().isEmpty()) {
            TextTable table = new TextTable(">affinity", ">base", ">boost", "tag", "why");
            for (Affinity one : kept.profile().affinities()) {
                table.row(number(one.affinity()), number(one.base()), number(one.boost()), one.tag(), one.reason());
            }
            screen.line(table.toString());
        }
        if (!queries.isEmpty()) {
            screen.line("Queries: "
                    + String.join(" · ", queries.stream().map(SearchQuery::text).toList()));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
