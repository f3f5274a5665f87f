package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.brief.AmongClients;
import dev.upswell.brief.Beside;
import dev.upswell.brief.Material;
import dev.upswell.brief.Samples;
import dev.upswell.brief.Words;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.pattern.PatternAnalysis;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What documents tell beside an analysis: what trials gave, other clients of the industry, competitors.
class BesideTest {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale INDONESIAN = Locale.of("id");
    private static final DurationBucket SHORT = DurationBucket.UP_TO_15;

    @Test
    void whatTrialsGaveOfFindingsIsToldWithItsIntervalAndNotAskedForAgain() {
        Material material = Samples.full(Samples.rich());

        for (Document document : List.of(ClientBrief.of(material, ENGLISH, Detail.FULL),
                LongReport.of(material, SHORT, ENGLISH))) {
            assertThat(points(document, Block.Mark.DO, Block.Mark.NUMBER)).isNotEmpty()
                    .noneMatch(point -> point.startsWith("0–15 s") && point.contains("21.7"))
                    .noneMatch(point -> point.equals("Keep cuts at or below 21.7 a minute"));
            String text = DocumentText.joined(document);
            assertThat(text).contains("What trials gave",
                    "Patterns of this report that creators were asked for: 3. Held: 1; did not hold: 1; cannot be told yet: 1.",
                    "held\n+47% (+15% to +88%)\n59 / 66", "did not hold\n+1% (−5% to +8%)\n112 / 118",
                    "cannot be told yet\n+16%\n6 / 9").doesNotContain("+99%");
            Block.Table roadmap = tables(document).stream()
                    .filter(table -> table.caption().equals(Words.in(ENGLISH).say("roadmap.caption"))).findFirst()
                    .orElseThrow();
            assertThat(roadmap.rows()).extracting(List::getFirst)
                    .noneMatch(said -> said.contains("3 texts"))
                    .anyMatch(said -> said.contains("close-ups"));
        }
        assertThat(DocumentText.joined(ClientBrief.of(material, INDONESIAN)))
                .contains("sudah diminta dari kreator: 3. Berhasil: 1; tidak berhasil: 1; belum dapat dipastikan: 1.");
        assertThat(DocumentText.joined(LongReport.of(material, DurationBucket.UP_TO_30, ENGLISH)))
                .as("of another length nothing was tried").doesNotContain("What trials gave");
    }

    @Test
    void whoFilmsReadsWhatHeldAndIsNotAskedForWhatDidNot() {
        Material material = Samples.full(Samples.rich());

        for (Document document : List.of(FactoryBrief.of(material, SHORT, ENGLISH),
                AffiliateBrief.of(material, ENGLISH, Detail.FULL))) {
            String text = DocumentText.joined(document);
            assertThat(text).contains("Tried with creators",
                    "0–15 s: Show at least 3 texts in the first 5 seconds. It held: engagement of videos that were asked for differed by +47% from videos as usual.",
                    "0–15 s: Keep cuts at or below 21.7 a minute. It did not hold, so it is not asked for.")
                    .doesNotContain("+15%", "cannot be told yet");
            assertThat(points(document, Block.Mark.BOX, Block.Mark.DO)).anyMatch(point -> point.contains("3 texts"));
        }
        assertThat(points(FactoryBrief.of(material, SHORT, ENGLISH), Block.Mark.BOX))
                .noneMatch(point -> point.contains("21.7"));
        assertThat(points(AffiliateBrief.of(Samples.full(Samples.rich()), ENGLISH, Detail.FULL), Block.Mark.DO))
                .as("rejected for one length, winner of another").filteredOn(point -> point.contains("21.7"))
                .hasSize(1);
    }

    @Test
    void whereATrialRejectedAllThatIsConfirmedNothingIsAskedFor() {
        Material rich = Samples.full(new PatternAnalysis(
                List.of(Samples.bucket(SHORT, 64, 0.05, 1.0, Samples.CUTS)), 7));

        assertThat(DocumentText.joined(FactoryBrief.of(rich, SHORT, ENGLISH))).contains(
                "What was confirmed among these videos did not hold when creators were asked for it",
                "It did not hold, so it is not asked for.").doesNotContain("Must include");
        assertThat(DocumentText.joined(AffiliateBrief.of(rich, ENGLISH))).contains("No winner yet");
        assertThat(DocumentText.joined(LongReport.of(rich, SHORT, ENGLISH)))
                .contains("What is confirmed was tried already: see what trials gave.",
                        "did not hold when it was tried, so nothing is advised here.")
                .doesNotContain("Try this first");
    }

    @Test
    void theClientStandsBesideOthersOfTheIndustryWhereThatMayBeTold() {
        Material material = Samples.full(Samples.rich());

        String text = DocumentText.joined(ClientBrief.of(material, ENGLISH));
        assertThat(text).contains("Among clients of the industry",
                "0–15 s\n6.9%\n4.9%\n3.6% to 6.1%\nabove the middle half\n5\n1 October 2026",
                "15–30 s\n–\n4.5%\n3.2% to 5.7%\n–\n10\n1 July 2026", "no client can be recognised");
        assertThat(DocumentText.joined(ClientBrief.of(material, INDONESIAN)))
                .contains("Di antara klien seindustri", "di atas separuh tengah");
        assertThat(DocumentText.joined(ClientBrief.of(Samples.bare(Samples.rich()), ENGLISH)))
                .doesNotContain("Among clients");
        assertThat(DocumentText.joined(ClientBrief.of(new Material(material.assignment(), material.analysis(),
                material.selection(), material.looked(), material.links(),
                new Beside(null, null, List.of(), new AmongClients(List.of()))), ENGLISH)))
                .as("too few clients").doesNotContain("Among clients");
    }

    private static List<Block.Table> tables(Document document) {
        return document.blocks().stream().flatMap(block -> block instanceof Block.Table table
                ? Stream.of(table)
                : Stream.empty()).toList();
    }

    private static List<String> points(Document document, Block.Mark... marks) {
        return document.blocks().stream().flatMap(block -> block instanceof Block.Points points
                && List.of(marks).contains(points.mark()) ? points.points().stream() : Stream.empty()).toList();
    }

    @Test
    void theClientReadsOfCompetitorsTransferAndIndustryOnlyWhereTheyWereGiven() {
        Document client = ClientBrief.of(Samples.full(Samples.rich()), ENGLISH);

        assertThat(DocumentText.under(client, "Competitors")).contains("@pesaing", "187", "3.8%", "–");
        assertThat(DocumentText.under(client, "What carries over")).containsExactly(
                "These hold in at least 80% of 6 hashtags analysed:", "Show at least 3 texts in the first 5 seconds");
        assertThat(DocumentText.joined(client)).contains("For comparison only, not part of the analysis: usual "
                + "in the industry of functional drinks are an engagement rate of 5.2%; lengths of 0–15 s, 15–30 s; "
                + "hashtags such as #energydrink, #preworkout, #hydration.");
    }
}
