package dev.upswell.creative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps `docs/creative-features.md` equal to the dictionary.
class CreativeFeaturesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "creative-features.md");

    @Test
    void thePageListsEveryFeature() throws IOException {
        String page = page();
        if (Boolean.getBoolean("upswell.regenerate")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("regenerate with -Dupswell.regenerate=true").hasContent(page);
    }

    private static String page() {
        FeatureDictionary dictionary = FeatureDictionary.STANDARD;
        StringBuilder page = new StringBuilder(
                """
                    # Creative features

                    Generated from `engine/src/main/resources/dev/upswell/creative/features.tsv`; do not edit.

                    A video is described by %d features in seven blocks. Every video has all of them, each with a value or with the reason why it has
                    none. %d are predictors: %d creative choices, which patterns may be about, and %d of context. %d are outcomes and never among
                    the predictors. %d columns are the values of %d categorical fields.

                    Empty is a value, missing is not: where the analyser ran and found no speech, the words are 0; where it did not run, they are absent.
                    A feature is also absent where its generation of the analyser does not tell it or writes the same constant for every video, where the
                    first generation has no confidence in its block, in windows that a video of its length does not have, where there is nothing to
                    time or to size, and where the payload's value cannot be right.

                    ## How places are written

                    A place is a path in the analyser's payload and what to do there. Blocks are named without their prefix. `or` tries the next place when the
                    payload lacks one; `given PATH` leaves the value out where that number is 0, and `unless PATH VALUE` where the payload says that it was
                    not measured.

                    | words | value |
                    |---|---|
                    | `number`, `flag`, `percent`, `times N` | the number; yes as 1; the number over 100; the number times N |
                    | `is A\\|B`, `positive` | 1 where the text is one of these; 1 where the number is above 0 |
                    | `plus PATH`, `over PATH`, `over-length` | with another number added; divided by it; divided by the length of the video |
                    | `count`, `any`, `changes`, `holds A` | entries of the list; 1 where there are any; entries less one; 1 where one of them is A |
                    | `matching FIELD A\\|B`, `portion A\\|B` | entries whose field is one of these; the share of entries that are |
                    | `total FIELD`, `highest FIELD`, `average FIELD` | of the field over the entries; 0 where there are none |
                    | `mean`, `max`, `min` | of a list of numbers; of an empty one the first two are 0 |
                    | `at`, `first-at FIELD`, `first-second FIELD` | a time over the length of the video; the earliest of the entries, so or in seconds |
                    | `pair A B` | the count under `a_b` or `b_a`; 0 where the map has neither |
                    | `share TIME FIELD A\\|B` | share of the timeline's time in which the field is one of these |
                    | `curve TIME FIELD STATISTIC` | a statistic of the timeline |

                    Windows cut a video into 5 parts up to 15 s, into 6 up to 30 s, and into 10 beyond. A point of a timeline lasts until the next; the opening and
                    the closing are the first and last 30 %% of the video.
                    """
                        .formatted(dictionary.size(), dictionary.predictors().size(), dictionary.choices().size(),
                                with(FeatureRole.CONTEXT), with(FeatureRole.OUTCOME),
                                dictionary.fields().values().stream().mapToInt(List::size).sum(),
                                dictionary.fields().size()));
        for (CreativeBlock block : CreativeBlock.values()) {
            page.append("\n## ").append(title(block)).append(": ").append(block.size()).append("\n\n")
                    .append("| feature | meaning | unit | range | 0 means | use | told by | first generation | second generation |\n")
                    .append("|---|---|---|---|---|---|---|---|---|\n");
            dictionary.of(block).forEach(feature -> page.append(row(feature)));
        }
        return page.toString();
    }

    private static long with(FeatureRole role) {
        return FeatureDictionary.STANDARD.features().stream().filter(feature -> feature.role() == role).count();
    }

    private static String title(CreativeBlock block) {
        return block.label().substring(0, 1).toUpperCase(Locale.ROOT) + block.label().substring(1);
    }

    private static String row(CreativeFeature feature) {
        return Arrays.asList("`" + feature.name() + "`", feature.meaning(), feature.unit(), range(feature.range()),
                feature.zero(), feature.role().label(), feature.analyser().key(), place(feature.first()),
                feature.constant().isEmpty() ? place(feature.second()) : "constant `" + feature.constant() + "`")
                .stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String place(String reading) {
        return reading.isEmpty() ? "not told" : "`" + reading.replace("|", "\\|") + "`";
    }

    private static String range(CreativeFeature.Range range) {
        Double low = range.lowest();
        Double high = range.highest();
        if (low == null) {
            return high == null ? "any" : "up to " + plain(high);
        }
        return high == null ? "from " + plain(low) : plain(low) + " to " + plain(high);
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
