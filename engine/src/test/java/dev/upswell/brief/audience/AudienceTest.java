package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.brief.Material;
import dev.upswell.brief.Samples;
import dev.upswell.brief.StrategyKind;
import dev.upswell.brief.Words;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every audience reads its own statistics and no other, in both languages.
class AudienceTest {

    private static final Path PAGE = Path.of("..", "docs", "strategies.md");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("id"));
    private static final Pattern CHANGE = Pattern.compile("[+−]\\d+%");
    /// An interval in a sentence or a cell: two numbers with a word between.
    private static final Pattern INTERVAL = Pattern
            .compile("\\([+−]?[\\d.,]+%? (to|sampai) [+−]?[\\d.,]+%?\\)|^[\\d.,]+% (to|sampai) [\\d.,]+%$",
                    Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource(Audience.class)
    void whatIsNotForAnAudienceIsInNoneOfItsDocuments(Audience audience) {
        for (Locale language : LANGUAGES) {
            for (Material material : DocumentsTest.materials()) {
                documents(audience, material, language).forEach(document -> {
                    for (Statistic statistic : Statistic.values()) {
                        if (!audience.reads(statistic)) {
                            assertThat(shows(document, statistic)).as("%s for %s: %s", statistic, audience,
                                    DocumentText.joined(document)).isFalse();
                        }
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void whatIsForAnAudienceIsThereWhenThereIsMuchToTell(Audience audience) {
        for (Locale language : LANGUAGES) {
            List<Document> documents = documents(audience, Samples.full(Samples.rich()), language).toList();
            for (Statistic statistic : Statistic.values()) {
                if (audience.reads(statistic)) {
                    assertThat(documents.stream().anyMatch(document -> shows(document, statistic)))
                            .as("%s for %s", statistic, audience).isTrue();
                }
            }
        }
    }

    @Test
    void aDocumentCannotShowByMistakeWhatIsNotForItsReaders() {
        Voice affiliate = Voice.in(Locale.ENGLISH, Audience.AFFILIATE);

        assertThatThrownBy(() -> affiliate.effect(Samples.TEXTS)).isInstanceOf(IllegalStateException.class)
                .hasMessage("statistic (EFFECT) is not for AFFILIATE\nMaybe leave it out of their document.");
        assertThatThrownBy(() -> affiliate.label(Samples.TEXTS.label())).hasMessageContaining("statistic (LABEL)");
        assertThat(affiliate.lift(Samples.TEXTS)).isEqualTo("+62%");
        Block.Table table = EvidenceTables.full(
                List.of(new Ranking.Placed(Samples.TEXTS, DurationBucket.UP_TO_15, 1.0)),
                affiliate);
        assertThat(table.columns()).extracting(Block.Column::name).containsExactly("What they do",
                "Videos with / without", "Best / middle / lowest", "Difference in engagement");
    }

    @Test
    void thePageSaysWhichStatisticsAreForWhom() throws IOException {
        String head = "| statistic | client | factory | affiliate | long report |\n|---|---|---|---|---|\n";
        String rows = Arrays.stream(Statistic.values()).map(statistic -> "| " + statistic.words() + " | "
                + Arrays.stream(Audience.values()).map(audience -> audience.reads(statistic) ? "yes" : "–")
                        .collect(Collectors.joining(" | "))
                + " |\n").collect(Collectors.joining());

        assertThat(Files.readString(PAGE)).contains(head + rows);
    }

    private static Stream<Document> documents(Audience audience, Material material, Locale language) {
        return switch (audience) {
            case CLIENT -> Stream.of(ClientBrief.of(material, language));
            case FACTORY -> Stream.of(
                    Arrays.stream(DurationBucket.values()).map(bucket -> FactoryBrief.of(material, bucket, language)),
                    Arrays.stream(StrategyKind.Format.values())
                            .map(dealt -> FactoryBrief.of(material, language, dealt)),
                    Stream.of(FactoryBrief.unparted(material, language))).flatMap(one -> one);
            case AFFILIATE -> Stream.of(AffiliateBrief.of(material, language));
            case ANALYST -> Arrays.stream(DurationBucket.values())
                    .map(bucket -> LongReport.of(material, bucket, language));
        };
    }

    /// Whether a reader finds a statistic in a document, by the words and forms in which it is told.
    private static boolean shows(Document document, Statistic statistic) {
        Words words = Words.in(document.language());
        String text = DocumentText.joined(document);
        List<String> pieces = DocumentText.of(document);
        return switch (statistic) {
            case VIDEOS -> Pattern.compile("\\d+ videos?\\b").matcher(text).find();
            case TESTED -> text.contains(words.say("figure.tested")) || text.contains(words.say("figure.confirmed"))
                    || text.contains(words.say("factory.how"));
            case LIFT -> CHANGE.matcher(text).find() || has(words, "affiliate.why", pieces);
            case TIERS -> anyOf(words, pieces, "column.top", "column.tiers", "affiliate.why");
            case STARS -> text.contains("★");
            case LABEL -> Stream.of("strong_evidence", "moderate_evidence", "emerging_pattern")
                    .anyMatch(label -> text.contains(words.say("label." + label)))
                    || anyOf(words, pieces, "column.evidence");
            case INTERVAL -> INTERVAL.matcher(text).find() || anyOf(words, pieces, "column.interval")
                    || blocks(document).anyMatch(block -> block instanceof Block.Bars bars
                            && bars.bars().stream().anyMatch(bar -> bar.interval() != null));
            case EFFECT -> text.contains("standard deviation") || text.contains("simpangan baku")
                    || anyOf(words, pieces, "column.effect");
            case P -> anyOf(words, pieces, "column.p");
            case Q -> anyOf(words, pieces, "column.q");
            case POWER -> anyOf(words, pieces, "column.power", "column.needed") || text.contains("80%");
            case VOTES -> anyOf(words, pieces, "column.votes") && anyOf(words, pieces, "column.tiers");
            case MODELS -> anyOf(words, pieces, "column.explained");
            case TRIALS -> anyOf(words, pieces, "trials", "trials.plain", "column.lift.measured");
            case BENCHMARK -> anyOf(words, pieces, "clients", "column.clients.half");
        };
    }

    private static boolean has(Words words, String key, List<String> pieces) {
        return pieces.contains(words.say(key));
    }

    private static boolean anyOf(Words words, List<String> pieces, String... keys) {
        return Arrays.stream(keys).anyMatch(key -> has(words, key, pieces));
    }

    private static Stream<Block> blocks(Document document) {
        return document.blocks().stream().flatMap(block -> block instanceof Block.Columns columns
                ? columns.columns().stream().flatMap(List::stream)
                : Stream.of(block));
    }
}
