package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.brief.Material;
import dev.upswell.brief.Samples;
import dev.upswell.brief.Words;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Documents about videos whose length nobody tells.
class UnknownLengthTest {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale INDONESIAN = Locale.of("id");
    private static final DurationBucket SHORT = DurationBucket.UP_TO_15;

    @Test
    void whereNobodyTellsHowLongVideosAreNoDocumentSpeaksOfALength() {
        for (Locale language : List.of(ENGLISH, INDONESIAN)) {
            Material material = Samples.bare(Samples.unmeasured());
            Words words = Words.in(language);
            for (Document document : List.of(ClientBrief.of(material, language), FactoryBrief.of(material, language),
                    AffiliateBrief.of(material, language),
                    LongReport.of(material, DurationBucket.UNKNOWN, language))) {
                String text = DocumentText.joined(document);
                assertThat(text).contains(words.say("length.unknown.mixed"))
                        .doesNotContain(words.say("buckets.caption"), words.say("column.mix"),
                                words.say("roadmap.about"), words.say("figure.lengths"), words.say("step.throughout"))
                        .doesNotContainPattern("\\d–\\d+ (s|detik)\\b");
                assertThat(DocumentText.of(document)).doesNotContain(words.say("column.verdict"));
                assertThat(document.blocks()).noneMatch(Block.Timeline.class::isInstance);
            }
            assertThat(DocumentText.joined(LongReport.of(material, DurationBucket.UNKNOWN, language)))
                    .contains(words.say("length.unknown.text"), words.say("method.text.unknown"));
            assertThat(DocumentText.joined(ClientBrief.of(material, language)))
                    .contains(words.say("length.unknown.text"));
            assertThat(DocumentText.joined(FactoryBrief.of(material, language)))
                    .contains(words.say("factory.flow.none.unknown"));
        }
    }

    @Test
    void videosOfUnknownLengthStandLastAndBearNeitherPriorityNorShare() {
        Material material = Samples.bare(Samples.mixed());

        String text = DocumentText.joined(ClientBrief.of(material, ENGLISH, Detail.FULL));

        assertThat(text).contains("51", "98 of up to two minutes and 73 of unknown length were analysed.",
                Words.in(ENGLISH).say("length.unknown.mixed"));
        assertThat(text.indexOf("0–15 s")).isLessThan(text.indexOf("Unknown length:"));
        Block.Table lengths = EvidenceTables.buckets(material.analysis(), Voice.in(ENGLISH, Audience.CLIENT));
        assertThat(lengths.rows().getLast()).startsWith("Unknown length", "73").endsWith("–", "–");
        assertThat(Ranking.focus(material.analysis())).as("a length with a pattern goes first").contains(SHORT);
        assertThat(Ranking.byExpectedValue(material.analysis(), finding -> true)).extracting(Ranking.Placed::bucket)
                .containsExactly(SHORT, DurationBucket.UNKNOWN);
    }
}
