package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.brief.Assignment;
import dev.upswell.brief.Beside;
import dev.upswell.brief.EnglishWords;
import dev.upswell.brief.Looked;
import dev.upswell.brief.Material;
import dev.upswell.brief.Offer;
import dev.upswell.brief.Samples;
import dev.upswell.brief.Subject;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Label;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.BucketFigures;
import dev.upswell.pattern.PatternAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale INDONESIAN = Locale.of("id");
    private static final DurationBucket SHORT = DurationBucket.UP_TO_15;

    static List<Document> documents(Material material, Locale language) {
        List<Document> documents = new ArrayList<>(List.of(ClientBrief.of(material, language),
                FactoryBrief.of(material, language), AffiliateBrief.of(material, language)));
        for (DurationBucket bucket : DurationBucket.values()) {
            documents.add(LongReport.of(material, bucket, language));
        }
        return documents;
    }

    static List<Material> materials() {
        return Samples.all().stream()
                .flatMap(analysis -> List.of(Samples.bare(analysis), Samples.full(analysis)).stream()).toList();
    }

    @Test
    void documentsForAudiencesHaveTwoPagesAndTheLongReportTwelve() {
        for (Material material : materials()) {
            List<Document> documents = documents(material, ENGLISH);
            assertThat(documents.subList(0, 3)).extracting(Document::mostPages).containsOnly(2);
            assertThat(documents.subList(3, documents.size())).extracting(Document::mostPages).containsOnly(12);
        }
    }

    @Test
    void whereOnlyHabitsOfTheLeastEngagedAreConfirmedTheBriefSaysThatItTurnsThemRound() {
        Material material = Samples.bare(new PatternAnalysis(
                List.of(Samples.bucket(SHORT, 64, 0.05, 1.0, Samples.QUESTION)), 7));

        assertThat(DocumentText.under(FactoryBrief.of(material, ENGLISH), "Winning strategy"))
                .contains("Confirmed is what goes with less engagement; what stands below turns it round.");
        assertThat(DocumentText.joined(FactoryBrief.of(material, INDONESIAN))).contains("adalah kebalikannya");
    }

    @Test
    void nothingIsLeftUnfilledAndNoFeatureIsNamed() {
        Pattern broken = Pattern.compile("[{}]|null|NaN|Infinity|\\b_\\b|Optional|\\.\\.");
        for (Locale language : List.of(ENGLISH, INDONESIAN)) {
            for (Material material : materials()) {
                for (Document document : documents(material, language)) {
                    String text = DocumentText.joined(document);
                    assertThat(text).doesNotContainPattern(broken);
                    assertThat(FeatureDictionary.STANDARD.features()).noneMatch(f -> text.contains(f.name()));
                }
            }
        }
    }

    @Test
    void indonesianDocumentsHoldNoEnglish() {
        for (Material material : materials()) {
            for (Document document : documents(material, INDONESIAN)) {
                assertThat(document.language()).isEqualTo(INDONESIAN);
                assertThat(DocumentText.of(document)).allSatisfy(
                        text -> assertThat(EnglishWords.in(text)).as(text).isFalse());
            }
        }
    }

    @Test
    void whatNobodyLookedAtIsSaidToBeUnknownAndNotUnproven() {
        CreativeFeature hashtags = FeatureDictionary.STANDARD.get("metadata_hashtags");
        Material material = about(new Subject.Hashtag("bali"), new Looked(Map.of(SHORT, Set.of(hashtags))));
        String unseen = "Nobody looked at the videos themselves: only what captions, hashtags, lengths and times of "
                + "posting tell was compared.";

        Document report = LongReport.of(material, SHORT, ENGLISH);

        assertThat(DocumentText.under(report, "6. Text overlays")).contains("Not looked at",
                "Nothing of this kind is known of these videos, because nobody analysed or coded them for it. That "
                        + "speaks neither for nor against it.")
                .doesNotContain("Not enough evidence");
        assertThat(DocumentText.under(report, "7. Joining trends")).contains("Not enough evidence");
        for (Document document : documents(material, ENGLISH)) {
            assertThat(DocumentText.joined(document)).as(document.title()).contains(unseen);
        }
        assertThat(documents(Samples.bare(Samples.unconfirmed()), ENGLISH)).allSatisfy(
                document -> assertThat(DocumentText.joined(document)).doesNotContain(unseen, "Not looked at"));
    }

    @Test
    void whoFilmsReadsADifferenceAsItWasSeen() {
        Material material = Samples.full(Samples.rich());

        assertThat(DocumentText.joined(FactoryBrief.of(material, ENGLISH))).contains("differs by +62% from")
                .doesNotContain("+51%");
        assertThat(DocumentText.under(AffiliateBrief.of(material, ENGLISH), "Why it works"))
                .anySatisfy(text -> assertThat(text).contains(
                        "among the videos compared they had 62% more engagement than the others."));
    }

    @Test
    void documentsNameCreatorsAndAllVideosAsSuch() {
        Looked looked = new Looked(Map.of());
        Material all = about(new Subject.All(), looked);
        Material creators = about(new Subject.Creators(List.of("a", "b", "c", "d", "e", "f", "g")), looked);

        assertThat(ClientBrief.of(all, ENGLISH).title()).isEqualTo("Creative strategy for all videos");
        assertThat(ClientBrief.of(all, INDONESIAN).title()).isEqualTo("Strategi kreatif untuk semua video");
        assertThat(DocumentText.joined(ClientBrief.of(all, ENGLISH))).contains("796 videos were collected");
        assertThat(AffiliateBrief.of(creators, ENGLISH).title())
                .isEqualTo("What works for @a, @b, @c, @d, @e and 2 more");
        assertThat(DocumentText.joined(ClientBrief.of(creators, INDONESIAN)))
                .contains("Sebanyak 796 video dari @a, @b, @c, @d, @e dan 2 lagi dikumpulkan");
        for (Material material : List.of(all, creators)) {
            assertThat(documents(material, ENGLISH)).allSatisfy(
                    document -> assertThat(DocumentText.joined(document)).doesNotContain("#"));
        }
    }

    private static Material about(Subject subject, Looked looked) {
        return new Material(new Assignment(null, subject, Offer.UNKNOWN, List.of(), List.of(), null),
                Samples.unconfirmed(), Samples.selection(), looked, Map.of(),
                Beside.NOTHING);
    }

    @Test
    void theClientReadsFindingsWithIntervalsAndWhatElseMayBeBehindThem() {
        Document client = ClientBrief.of(Samples.bare(Samples.rich()), ENGLISH);

        assertThat(client.title()).isEqualTo("Creative strategy for #minumsehat");
        assertThat(client.subtitle()).isEqualTo("Analysed on 19 November 2026");
        assertThat(DocumentText.under(client, "Key findings")).contains(
                "Show at least 3 texts in the first 5 seconds. Among videos of 0–15 s, engagement of those that do so "
                        + "differs by +62% (+51% to +74%): strong evidence. It goes along with 1 other choice; "
                        + "either may be the cause.",
                "And 4 more in the full report.");
        assertThat(DocumentText.joined(client)).doesNotContain("Competitors", "What carries over");
    }

    @Test
    void theRoadmapOrdersConfirmedPatternsByExpectedValueAndSaysVideosNeeded() {
        Document client = ClientBrief.of(Samples.bare(Samples.rich()), ENGLISH);
        Block.Table roadmap = table(client, "Confirmed findings to try in the field");

        assertThat(roadmap.rows()).extracting(List::getFirst).containsExactly(
                "Show at least 3 texts in the first 5 seconds", "Keep cuts at or below 21.7 a minute",
                "Film close-ups in more than 37% of the moments", "Keep cuts at or below 21.7 a minute");
        // effect 0.992, two groups of 17
        assertThat(roadmap.rows().getFirst()).endsWith("0–15 s", "+62% (+51% to +74%)", "36");
    }

    @Test
    void whatIsNotConfirmedStandsOnlyInListsThatSaySo() {
        Document client = ClientBrief.of(Samples.untried(Samples.rich()), ENGLISH);
        String joy = "Show joy in more than 29% of the moments";

        assertThat(DocumentText.under(client, "Still to be tested, not confirmed")).contains(joy);
        assertThat(DocumentText.of(client).stream().filter(joy::equals)).hasSize(1);
        assertThat(DocumentText.joined(FactoryBrief.of(Samples.untried(Samples.rich()), ENGLISH)))
                .doesNotContain("joy");
        assertThat(DocumentText.joined(AffiliateBrief.of(Samples.untried(Samples.rich()), ENGLISH))).doesNotContain(
                "joy",
                "speak");
        assertThat(DocumentText.joined(FactoryBrief.of(Samples.untried(Samples.unconfirmed()), ENGLISH)))
                .doesNotContain("joy");
        for (Block block : LongReport.of(Samples.untried(Samples.rich()), SHORT, ENGLISH).blocks()) {
            if (DocumentText.of(block).anyMatch(text -> text.contains(joy))) {
                assertThat(block).satisfiesAnyOf(
                        found -> assertThat(found).isInstanceOfSatisfying(Block.Points.class,
                                points -> assertThat(points.mark()).isEqualTo(Block.Mark.BOX)),
                        found -> assertThat(found).isInstanceOfSatisfying(Block.Table.class,
                                full -> assertThat(full.rows()).anySatisfy(
                                        row -> assertThat(row).contains(joy, "not confirmed"))));
            }
        }
    }

    @Test
    void withoutConfirmedFindingsDocumentsSayHowManyVideosAreMissing() {
        Document client = ClientBrief.of(Samples.bare(Samples.unconfirmed()), ENGLISH);
        assertThat(client.blocks()).contains(new Block.Callout(Block.Tone.WARNING, "Not enough evidence",
                "None of the 29 choices tested held up on other videos. Among 64 videos of 0–15 s nothing was "
                        + "confirmed. This does not show that nothing works. About 66 more "
                        + "videos of this length would tell an effect of 1.2 standard deviations in 80% of cases."));
        assertThat(DocumentText.joined(client)).doesNotContain("All statistics", "What to test first",
                "Priority formulas");

        assertThat(DocumentText.joined(FactoryBrief.of(Samples.bare(Samples.unconfirmed()), ENGLISH)))
                .contains("None of the 29 choices tested held up on other videos.", "What to film")
                .doesNotContain("Winning strategy");

        Document report = LongReport.of(Samples.bare(Samples.sparse()), DurationBucket.UP_TO_30, ENGLISH);
        assertThat(report.blocks()).contains(new Block.Callout(Block.Tone.WARNING, "Not enough evidence",
                "7 videos of 15–30 s are too few to look for patterns: 13 more are needed to reach the least number "
                        + "of 20."));

        PatternAnalysis few = new PatternAnalysis(List.of(Samples.bucket(SHORT, 7, 0.03, 0.4),
                Samples.bucket(DurationBucket.UP_TO_60, 2, 0.05, 0.6)), 0);
        Document nothing = ClientBrief.of(Samples.bare(few), ENGLISH, Detail.FULL);
        assertThat(DocumentText.under(nothing, "Key findings")).contains("No length has the 20 videos from which on "
                + "patterns are looked for. 7 videos of 0–15 s are too few to look for patterns: 13 more are needed to "
                + "reach the least number of 20.");
        assertThat(table(nothing, "Engagement by length").rows()).extracting(row -> row.get(5)).containsOnly("–");
        assertThat(nothing.blocks()).noneMatch(Block.Bars.class::isInstance);

        assertThat(DocumentText.joined(AffiliateBrief.of(Samples.bare(Samples.unconfirmed()), ENGLISH)))
                .contains("No winner yet").doesNotContain("★");
        assertThat(DocumentText.joined(ClientBrief.of(Samples.bare(Samples.none()), ENGLISH)))
                .contains("There is no video to tell anything from.");
    }

    @Test
    void affiliatesReadWinnersWithStarsAndNoStatistics() {
        Document brief = AffiliateBrief.of(Samples.untried(Samples.rich()), ENGLISH);
        String text = DocumentText.joined(brief);

        assertThat(DocumentText.under(brief, "Videos of 0–15 s")).contains(
                "Show at least 3 texts in the first 5 seconds ★★★★★", "Keep cuts at or below 21.7 a minute ★★★★☆",
                "Film close-ups in more than 37% of the moments ★★★★☆",
                "Make at least 1 call to action in the last 15% of the video ★★★☆☆");
        assertThat(text).doesNotContain("emotion with", " q ", "p-value", "(95%", "interval", "standard deviation",
                "R²", "power");
        assertThat(text).doesNotContainPattern("\\([+−]?\\d+% to");
    }

    @Test
    void theProducerReadsTheVideoSecondBySecondAndWhatTheClientDidNotTell() {
        Document told = FactoryBrief.of(Samples.full(Samples.rich()), ENGLISH);
        Block.Timeline flow = told.blocks().stream().filter(Block.Timeline.class::isInstance)
                .map(Block.Timeline.class::cast).findFirst().orElseThrow();

        assertThat(told.title()).isEqualTo("Creator brief for #minumsehat, 0–15 s");
        assertThat(flow.seconds()).isEqualTo(15);
        assertThat(flow.tracks()).filteredOn(track -> track.name().equals("Text and stickers"))
                .flatExtracting(Block.Track::spans)
                .containsExactlyInAnyOrder(
                        new Block.Span(0, 5, "Show at least 3 texts in the first 5 seconds"),
                        new Block.Span(12.8, 15, "Make at least 1 call to action in the last 15% of the video"));
        assertThat(DocumentText.under(told, "Must include")).contains("Ask a question in the caption",
                "Put at most 7 hashtags in the caption");
        assertThat(DocumentText.under(told, "Brand")).containsExactly("Zyrtana");
        Document bare = FactoryBrief.of(Samples.bare(Samples.rich()), ENGLISH);
        assertThat(bare.blocks()).contains(new Block.Callout(Block.Tone.NEUTRAL, "Ask the client before filming",
                "Not told yet: Brand, Product, Audience, What is special, Tone, To deliver, Contact."));
        assertThat(DocumentText.of(bare)).doesNotContain("Brand", "Key messages to say");
    }

    @Test
    void theProducersBriefIsPartedIntoTwoPagesOnlyWhereItIsAsked() {
        Material material = Samples.full(Samples.rich());

        assertThat(FactoryBrief.of(material, ENGLISH).blocks()).contains(new Block.PageBreak());
        assertThat(FactoryBrief.unparted(material, ENGLISH).blocks()).doesNotContain(new Block.PageBreak());
        assertThat(DocumentText.of(FactoryBrief.unparted(material, ENGLISH)))
                .isEqualTo(DocumentText.of(FactoryBrief.of(material, ENGLISH)));
    }

    @Test
    void moreDetailTellsMoreFindingsAndDrawsThem() {
        Material material = Samples.full(Samples.rich());
        Document full = ClientBrief.of(material, ENGLISH, Detail.FULL);

        assertThat(full.blocks()).filteredOn(Block.Bars.class::isInstance).extracting(block -> ((Block.Bars) block)
                .bars().size()).containsExactly(8, 3);
        assertThat(DocumentText.under(full, "Key findings")).contains(
                "0–15 s: Show at least 3 texts in the first 5 seconds (strong evidence)",
                "0–15 s: Show at least 3 texts in the first 5 seconds. It goes along with 1 other choice; either may be "
                        + "the cause.");
        assertThat(DocumentText.joined(full)).doesNotContain("more in the full report");
        assertThat(table(full, "Accounts that were looked at").columns()).hasSize(4);
        assertThat(ClientBrief.of(material, ENGLISH).blocks()).noneMatch(Block.Bars.class::isInstance);
        assertThat(DocumentText.of(AffiliateBrief.of(material, ENGLISH, Detail.FULL)))
                .containsAll(DocumentText.of(AffiliateBrief.of(material, ENGLISH)));
    }

    @Test
    void whatWentTheOtherWayOnOtherVideosIsNoSuggestion() {
        PatternAnalysis analysis = new PatternAnalysis(List.of(Samples.bucket(SHORT, 64, 0.05, 1.0,
                Samples.finding("speech_speakers", Choice.Side.ABOVE, 1.5, true, Label.NOT_CONFIRMED, -0.2))), 3);

        assertThat(DocumentText.joined(ClientBrief.of(Samples.bare(analysis), ENGLISH)))
                .doesNotContain("Suggestions to test");
    }

    @Test
    void examplesAreLinkedWhereTheirAddressIsKnownAndNamedWhereItIsNot() {
        Document brief = AffiliateBrief.of(Samples.bare(Samples.rich()), ENGLISH);

        assertThat(brief.blocks()).filteredOn(Block.Links.class::isInstance).first()
                .isEqualTo(new Block.Links(List.of(new Block.Link("@zyrtana",
                        java.net.URI.create("https://www.tiktok.com/@zyrtana/video/7301")))));
        assertThat(DocumentText.joined(brief)).contains("Videos whose address is not known: 7302");
    }

    @Test
    void theLongReportHoldsTenStrategiesAndSaysOfEachWhatIsKnown() {
        Document report = LongReport.of(Samples.full(Samples.rich()), SHORT, ENGLISH);
        List<String> headings = report.blocks().stream().filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast).map(Block.Heading::text).toList();

        assertThat(headings).contains("1. Hook", "2. Call to action", "3. Pacing and rhythm", "4. Visual coordination",
                "5. Emotional journey", "6. Text overlays", "7. Joining trends", "8. Tactics of length",
                "9. Faster engagement", "10. What to film again");
        assertThat(DocumentText.under(report, "1. Hook")).contains(
                "0–5 s: Show at least 3 texts in the first 5 seconds");
        assertThat(DocumentText.under(report, "8. Tactics of length")).contains("7.1%",
                "Videos of 0–15 s reach 7.1% engagement on average (6.2% to 8.4%); priority: high. Engagement is steady "
                        + "enough to count on (consistency 0.77).");
        assertThat(DocumentText.under(LongReport.of(Samples.full(Samples.rich()), DurationBucket.UP_TO_30, ENGLISH),
                "1. Hook")).contains("Not enough evidence",
                        "Among 83 videos of 15–30 s nothing of this kind was confirmed. This does not show that nothing "
                                + "works. About 47 more videos of this length would tell an effect of 1.2 standard "
                                + "deviations in 80% of cases.");
        assertThat(DocumentText.joined(report)).contains("It may as well be: Lay at least 6 texts over the picture");
    }

    @Test
    void aVerdictSaysWhatItsIntervalDoesNotExclude() {
        PatternAnalysis analysis = Samples.rich();
        Voice voice = Voice.in(ENGLISH, Audience.ANALYST);

        assertThat(EvidenceTables.verdict(analysis.buckets().get(0), voice)).isEqualTo("high");
        assertThat(EvidenceTables.verdict(analysis.buckets().get(1), voice))
                .isEqualTo("moderate (moderate to high possible)");
        assertThat(EvidenceTables.verdict(analysis.buckets().get(3), voice)).isEqualTo("too few videos");
        BucketAnalysis enough = analysis.buckets().getFirst();
        BucketFigures figures = enough.figures();
        BucketAnalysis ofTwo = new BucketAnalysis(enough.bucket(),
                new BucketFigures(figures.videos(), figures.mean(), null, figures.median(), figures.deviation(),
                        figures.upper(), figures.consistency(), figures.share(), figures.verdict()),
                enough.depth(), enough.models(), enough.findings());
        assertThat(EvidenceTables.verdict(ofTwo, voice)).as("enough videos of two creators")
                .isEqualTo("too few creators");
    }

    @Test
    void whatIsMissingIsSaidOnceInAReport() {
        Document report = LongReport.of(Samples.bare(Samples.unconfirmed()), DurationBucket.UP_TO_60, ENGLISH);

        assertThat(report.blocks()).filteredOn(Block.Callout.class::isInstance).as("in the summary and of the hook")
                .hasSize(2);
        assertThat(DocumentText.under(report, "10. What to film again"))
                .contains("Nothing of this kind is confirmed yet; what it would take is said above.");
    }

    @Test
    void examplesAreShownOnceInAReport() {
        Document report = LongReport.of(Samples.bare(Samples.rich()), SHORT, ENGLISH);

        assertThat(report.blocks()).filteredOn(Block.Links.class::isInstance).hasSize(1);
    }

    static Block.Table table(Document document, String caption) {
        return document.blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast)
                .filter(table -> table.caption().equals(caption)).findFirst().orElseThrow();
    }
}
