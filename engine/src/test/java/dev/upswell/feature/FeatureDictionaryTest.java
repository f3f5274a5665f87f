package dev.upswell.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Keeps `docs/features.md` equal to the feature set that the code computes.
class FeatureDictionaryTest {

    private static final Path PAGE = Path.of("..", "docs", "features.md");

    @Test
    void thePageListsEveryFeatureOfTheSet() throws IOException {
        String page = page(HashtagFeatures.V1);
        if (Boolean.getBoolean("upswell.regenerate")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("regenerate with -Dupswell.regenerate=true").hasContent(page);
    }

    private static String page(FeatureSet set) {
        StringBuilder page = new StringBuilder("# Features\n\nGenerated from `HashtagFeatures`; do not edit. Set `"
                + set.version() + "`: " + set.changeNotes()
                + " Every value is computed from readings at or before its\n"
                + "cut, at most 10 minutes after ingestion. \"Rank\" features compare the entities of one cut.\n\n"
                + "| feature | group | unit | meaning | missing |\n|---|---|---|---|---|\n");
        for (FeatureDefinition feature : set.features()) {
            page.append("| `").append(feature.name()).append("` | ").append(feature.group().label()).append(" | ")
                    .append(feature.unit()).append(" | ").append(feature.meaning()).append(" | ")
                    .append(feature.missing()).append(" |\n");
        }
        page.append(
                "\n## Outcomes, which are never features\n\nA guard refuses training rows that hold one of these columns.\n\n"
                        + "| outcome | unit | meaning |\n|---|---|---|\n");
        for (FeatureDefinition outcome : HashtagFeatures.OUTCOMES) {
            page.append("| `").append(outcome.name()).append("` | ").append(outcome.unit()).append(" | ")
                    .append(outcome.meaning()).append(" |\n");
        }
        page.append("\n## Groups that this set does not have in full\n\n");
        for (AbsentGroup absent : set.absent()) {
            page.append("- ").append(absent.group().label()).append(": ").append(absent.reason()).append('\n');
        }
        return page.toString();
    }
}
