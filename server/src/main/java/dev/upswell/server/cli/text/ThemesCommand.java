package dev.upswell.server.cli.text;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.upswell.language.Entity;
import dev.upswell.language.EntityProposals;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.text.SaidEntity;
import dev.upswell.server.theme.CollisionDocument;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.theme.DivergenceDocument;
import dev.upswell.server.theme.DivergenceRun;
import dev.upswell.server.theme.KeptTheme;
import dev.upswell.server.theme.SaidLabel;
import dev.upswell.server.theme.ThemeDocument;
import dev.upswell.server.theme.ThemeRun;
import dev.upswell.server.theme.ThemeTones.Share;
import dev.upswell.server.theme.Themes;
import dev.upswell.server.theme.TypicalVideo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What captions speak of, over time.
@Command(name = "themes", mixinStandardHelpOptions = true, description = "Themes of captions, their growth and their labels (docs/themes.md); without more they are listed.")
public final class ThemesCommand implements Callable<Integer> {

    private static final int SHOWN = 20;
    private static final int LONGEST_CAPTION = 100;

    private final Console console;

    /// The command over this console.
    public ThemesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return list(false);
    }

    /// Lists them.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Themes, the largest first.")
    int list(@Option(names = "--ended", description = "Those that ended follow.") boolean ended) {
        try (Workplace workplace = console.open()) {
            List<ThemeDocument> all = ThemeDocument.of(workplace.texting().themes().list(ended));
            console.screen().document(all);
            if (all.isEmpty()) {
                console.screen().line("There are no themes yet. Import captions, then \"upswell themes run\".");
            }
            all.forEach(one -> line(one, console.screen()));
        }
        return Cli.DONE;
    }

    /// Shows one.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "A theme with its hashtags, its most typical videos, and what became of it.")
    int show(@Parameters(paramLabel = "ID", description = "As the list tells it.") long id) {
        try (Workplace workplace = console.open()) {
            Themes.Detail detail = CommandFailed.translated(() -> workplace.texting().themes().get(id));
            EntityNames.Found named = CommandFailed.translated(() -> workplace.texting().names()
                    .in(workplace.texting().themes().members(id).videos()));
            ThemeDocument theme = ThemeDocument.of(List.of(detail.theme())).getFirst();
            console.screen().document(new Shown(detail, named));
            line(theme, console.screen());
            console.screen().line(leaning(theme));
            console.screen().line("Apart by: " + String.join(", ", theme.terms()));
            console.screen().line("Names: " + (named.named().isEmpty()
                    ? "none"
                    : named.named().stream().limit(SHOWN)
                            .map(one -> one.name() + " (" + one.kind().name().toLowerCase(Locale.ROOT) + ", "
                                    + one.creators() + ")")
                            .collect(Collectors.joining(", "))));
            console.screen().line("Hashtags: " + String.join(", ", detail.hashtags()));
            console.screen().line("Videos:");
            detail.typical().forEach(one -> console.screen().line("  " + typical(one)));
        }
        return Cli.DONE;
    }

    private static String typical(TypicalVideo one) {
        String caption = one.caption();
        return one.video() + "  " + (one.creator() == null ? "creator unknown" : "@" + one.creator()) + "  "
                + (caption == null
                        ? "(no caption is stored)"
                        : caption.codePointCount(0, caption.length()) <= LONGEST_CAPTION
                                ? caption
                                : caption.substring(0, caption.offsetByCodePoints(0, LONGEST_CAPTION)) + "…");
    }

    /// A theme with what its captions name.
    record Shown(@JsonUnwrapped Themes.Detail detail, EntityNames.Found names) {
    }

    /// Lists names, or says whether captions are searched for one.
    @Command(name = "names", mixinStandardHelpOptions = true, description = "Brands, products and public figures that people approved or rejected, and what waits for a decision; with --approve or --reject says so of one.")
    int names(
            @Option(names = "--approve", paramLabel = "NAME", description = "Captions are searched for it.") Optional<String> approved,
            @Option(names = "--reject", paramLabel = "NAME", description = "They are not, though it may ship.") Optional<String> rejected,
            @Option(names = "--kind", paramLabel = "KIND", defaultValue = "brand", description = "brand, product or person (a public figure, never a private person; default: brand).") NameKind kind,
            @Option(names = "--spelling", paramLabel = "NAME", description = "How else it is spelt; may be repeated.") @Nullable List<String> spellings,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who says it (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            EntityNames names = workplace.texting().names();
            List<String> others = spellings == null ? List.of() : spellings;
            approved.ifPresent(name -> CommandFailed
                    .translated(() -> names.say(name, kind.kind(), others, SaidEntity.State.APPROVED, by)));
            rejected.ifPresent(name -> CommandFailed
                    .translated(() -> names.say(name, kind.kind(), others, SaidEntity.State.REJECTED, by)));
            Decided decided = new Decided(names.said(), names.proposed());
            console.screen().document(decided);
            decided.said().forEach(one -> console.screen().line(one.name() + " (" + lower(one.kind()) + "): "
                    + lower(one.state()) + " by " + one.by()));
            decided.proposed().forEach(one -> console.screen()
                    .line(one.name() + ": proposed, " + one.seen() + ", " + one.creators() + " creators"));
            if (decided.said().isEmpty() && decided.proposed().isEmpty()) {
                console.screen().line("Nobody decided on a name yet, and none waits.");
            }
        }
        return Cli.DONE;
    }

    /// Names that people decided on, and those that wait.
    record Decided(List<SaidEntity> said, List<EntityProposals.Proposal> proposed) {
    }

    /// What a name that people decide on is of.
    private enum NameKind {
        BRAND,
        PRODUCT,
        PERSON;

        Entity.Kind kind() {
            return Entity.Kind.valueOf(name());
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /// Lists what collides.
    @Command(name = "collisions", mixinStandardHelpOptions = true, description = "Pairs of hashtags or themes that the same creators take up while both rise, the surest first.")
    int collisions(
            @Option(names = "--kind", paramLabel = "KIND", defaultValue = "hashtag", description = "hashtag or theme (default: hashtag).") CollisionRun.Kind kind,
            @Option(names = "--as-of", paramLabel = "TIME", description = "What was found up to then, such as 2025-09-15T00:00:00Z.") Optional<Instant> asOf) {
        try (Workplace workplace = console.open()) {
            Optional<CollisionRun> run = workplace.texting().collisions().last(kind, asOf.orElse(null));
            List<CollisionDocument> found = run.map(one -> CollisionDocument.of(one.found())).orElse(List.of());
            console.screen().document(found);
            console.screen().line(run.map(one -> String.format(Locale.ROOT, "%,d pairs tested as of %s, %,d collide.",
                    one.pairs(), one.asOf(), found.size()))
                    .orElse("Nothing was looked for yet. Run \"upswell themes run\"."));
            found.forEach(one -> console.screen().line(String.format(Locale.ROOT,
                    "%s and %s: %,d shared creators, %.1f times chance (%.1f to %.1f), %s;"
                            + " last week %,d and %,d creators after %,d and %,d",
                    one.one().name(), one.other().name(), one.sharedCreators(), one.timesChance(),
                    one.timesChanceLow(), one.timesChanceHigh(), one.manner(), one.one().lastWeek(),
                    one.other().lastWeek(), one.one().weekBefore(), one.other().weekBefore())));
        }
        return Cli.DONE;
    }

    /// Lists what is near in meaning and apart in momentum.
    @Command(name = "divergences", mixinStandardHelpOptions = true, description = "Pairs of hashtags and themes that mean nearly the same while their momentum differs by more than 0.4, the farthest apart first.")
    int divergences(
            @Option(names = "--as-of", paramLabel = "TIME", description = "What was found up to then, such as 2025-09-15T00:00:00Z.") Optional<Instant> asOf) {
        try (Workplace workplace = console.open()) {
            Optional<DivergenceRun> run = workplace.texting().divergences().last(asOf.orElse(null));
            List<DivergenceDocument> found = run.map(one -> DivergenceDocument.of(one.found())).orElse(List.of());
            console.screen().document(found);
            console.screen().line(run
                    .map(one -> String.format(Locale.ROOT,
                            "%,d pairs compared as of %s; of %,d near ones %,d are apart, of all %,d.",
                            one.counts().pairs(), one.asOf(), one.counts().near(), one.counts().nearApart(),
                            one.counts().apart()))
                    .orElse("Nothing was looked for yet. Compute metrics, then \"upswell themes run\"."));
            found.forEach(one -> console.screen().line(String.format(Locale.ROOT,
                    "%s (%s, momentum %.2f) and %s (%s, momentum %.2f): likeness %.2f", one.one().name(),
                    one.one().kind(), one.one().momentum(), one.other().name(), one.other().kind(),
                    one.other().momentum(), one.likeness())));
        }
        return Cli.DONE;
    }

    /// Carries them on.
    @Command(name = "run", mixinStandardHelpOptions = true, description = "Reads new captions and carries themes on, as the job semantics does every 4 hours.")
    int run() {
        try (Workplace workplace = console.open()) {
            CommandFailed.translated(() -> workplace.texting().texts().run(false));
            said(workplace.texting().themes().run(false));
        }
        return Cli.DONE;
    }

    /// Finds them anew.
    @Command(name = "refound", mixinStandardHelpOptions = true, description = "Finds themes anew under new numbers; each of those that were ends in the one that took most of its captions.")
    int refound() {
        try (Workplace workplace = console.open()) {
            said(CommandFailed.translated(() -> workplace.texting().themes().refound()));
        }
        return Cli.DONE;
    }

    /// Names one.
    @Command(name = "label", mixinStandardHelpOptions = true, description = "Calls a theme so from now on; the label joins the vocabulary.")
    int label(@Parameters(index = "0", paramLabel = "ID", description = "As the list tells it.") long id,
            @Parameters(index = "1", paramLabel = "LABEL", description = "Two or three words.") String label,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who says it (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            KeptTheme called = CommandFailed.translated(() -> workplace.texting().themes().call(id, label, by));
            console.screen().document(ThemeDocument.of(List.of(called)).getFirst());
            console.screen().line("Theme " + id + " is called " + called.shown() + ".");
        }
        return Cli.DONE;
    }

    /// Lists labels, or says whether themes may be called so.
    @Command(name = "labels", mixinStandardHelpOptions = true, description = "Labels that people approved or rejected; with --approve or --reject says so of one.")
    int labels(
            @Option(names = "--approve", paramLabel = "LABEL", description = "Themes may be called so.") Optional<String> approved,
            @Option(names = "--reject", paramLabel = "LABEL", description = "No theme is called so.") Optional<String> rejected,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who says it (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            Themes themes = workplace.texting().themes();
            approved.ifPresent(
                    label -> CommandFailed.translated(() -> themes.say(label, SaidLabel.State.APPROVED, by)));
            rejected.ifPresent(
                    label -> CommandFailed.translated(() -> themes.say(label, SaidLabel.State.REJECTED, by)));
            List<SaidLabel> all = themes.labels();
            console.screen().document(all);
            if (all.isEmpty()) {
                console.screen().line("Nobody approved or rejected a label yet.");
            }
            all.forEach(one -> console.screen().line(
                    one.label() + ": " + one.state().name().toLowerCase(Locale.ROOT) + " by " + one.by()));
        }
        return Cli.DONE;
    }

    private void said(Optional<ThemeRun> run) {
        run.ifPresent(console.screen()::document);
        console.screen().line(run
                .map(one -> String.format(Locale.ROOT, "%,d captions: %,d themes, %,d captions of none.",
                        one.captions(),
                        one.themes(), one.unthemed()))
                .orElse("Another process is at it, or no version of texts serves here."));
    }

    private static String leaning(ThemeDocument one) {
        ThemeDocument.Leaning told = one.sentiment();
        Share praising = told == null ? null : told.praising();
        Share complaining = told == null ? null : told.complaining();
        if (told == null || praising == null || complaining == null) {
            return "Praise and complaint: unknown";
        }
        return String.format(Locale.ROOT,
                "Praise and complaint: known of %,d of %,d captions; %.0f %% praise (%.0f to %.0f), %.0f %% complain (%.0f to %.0f)",
                told.known(), one.captions(), 100 * praising.share(), 100 * praising.low(), 100 * praising.high(),
                100 * complaining.share(), 100 * complaining.low(), 100 * complaining.high());
    }

    private static void line(ThemeDocument one, Screen screen) {
        screen.line(
                String.format(Locale.ROOT, "%4d  %-32s %,6d captions (%4.1f %%), %,d then %,d a week  %s%s", one.id(),
                        one.shown(), one.captions(), 100 * one.share(), one.weekBefore(), one.lastWeek(),
                        String.join(" ", one.languages()), one.labelState().equals("proposed") ? "  proposed" : ""));
    }
}
