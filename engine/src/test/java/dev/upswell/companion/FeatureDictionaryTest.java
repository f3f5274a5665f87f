package dev.upswell.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.feature.AbsentGroup;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.FeatureSet;
import dev.upswell.feature.HashtagFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Keeps `docs/features.md` equal to the feature sets that the code computes.
class FeatureDictionaryTest {

    private static final Path PAGE = Path.of("..", "docs", "features.md");

    @Test
    void thePageListsEveryFeatureOfEverySet() throws IOException {
        String page = page();
        if (Boolean.getBoolean("upswell.regenerate")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("regenerate with -Dupswell.regenerate=true").hasContent(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(
                """
                    # Features

                    Generated from the feature sets in the code; do not edit. A set is never changed: a change of any column is a new set, and a model
                    names the set it was trained on. A training takes the fourth set where any entity of its task has posts beside views, else the second where
                    any has more than the counter to be foretold, else the first; counters that are read in crawls have a set of looks.

                    Values of `regime_…`, `outbreak_…` and `futures_…` rest on constants that each training learns from the readings known then, of all
                    entities and without any label; they are stored with the model.

                    Every value is computed from readings at or before its cut, and is at most 10 minutes behind ingestion. A level is the last reading,
                    carried forward for at most three windows of the feature and never more than 12 hours; then the value is missing, which the models
                    handle. A feature whose source an entity lacks is missing too, and a column that no training row fills is left out of the training.
                    Of some features the definition tells what they do to the odds of a surge when they rise and nothing else changes: these never fall, or
                    never rise. Trees are held to that where `forecast.monotone` says so; of the others no direction is known, not even of past growth,
                    because on rounded counters a step that has just come puts off the next one.
                    "Rank" features compare the entities of one cut. All features are *safe*: a guard refuses sets and rows that hold an outcome.

                    """);
        FeatureSet before = null;
        for (FeatureRecipe recipe : FeatureRecipes.ALL) {
            FeatureSet set = recipe.set();
            page.append("## `").append(set.version()).append("`\n\n").append(set.changeNotes()).append(' ')
                    .append(set.size()).append(" features")
                    .append(before == null ? ".\n\n" : ", of which these are not in `" + before.version() + "`:\n\n");
            table(page, set, before == null ? List.of() : before.names());
            page.append("\nNot in this set, or not in full:\n\n");
            for (AbsentGroup absent : set.absent()) {
                page.append("- ").append(absent.group().label()).append(": ").append(absent.reason()).append('\n');
            }
            page.append('\n');
            before = set;
        }
        return outcomes(page);
    }

    private static void table(StringBuilder page, FeatureSet set, List<String> known) {
        page.append(
                "| feature | group | unit | meaning | odds as it rises | computed from | missing |\n|---|---|---|---|---|---|---|\n");
        for (FeatureDefinition feature : set.features()) {
            if (!known.contains(feature.name())) {
                page.append("| `").append(feature.name()).append("` | ").append(feature.group().label()).append(" | ")
                        .append(feature.unit()).append(" | ").append(feature.meaning()).append(" | ")
                        .append(feature.direction().label()).append(" | ")
                        .append(feature.source()).append(" | ").append(feature.missing()).append(" |\n");
            }
        }
    }

    private static String outcomes(StringBuilder page) {
        page.append(
                "## Outcomes, which are never features\n\nA guard refuses training rows that hold one of these columns.\n\n"
                        + "| outcome | unit | meaning |\n|---|---|---|\n");
        for (FeatureDefinition outcome : HashtagFeatures.OUTCOMES) {
            page.append("| `").append(outcome.name()).append("` | ").append(outcome.unit()).append(" | ")
                    .append(outcome.meaning()).append(" |\n");
        }
        return page.toString();
    }
}
