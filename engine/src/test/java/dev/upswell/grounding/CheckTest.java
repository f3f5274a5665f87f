package dev.upswell.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final Instant NOW = Instant.parse("2025-09-15T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2025-09-14T00:00:00Z");
    private static final Check CHECK = new Check(BlockedPhrases.standard(), 300);

    private static final Evidence EVIDENCE = new Evidence(
            List.of(fact("f1", "#corgilife", "views_gained", 1_234_567, Unit.VIEWS, NOW),
                    fact("f2", "#corgilife", "views_gained", 617_000, Unit.VIEWS, BEFORE),
                    fact("f3", "#puppynap", "views_gained", 411_000, Unit.VIEWS, NOW),
                    fact("f4", "#corgilife", "engagement rate", 0.1274, Unit.SHARE, NOW),
                    fact("f5", "#corgilife", "view_growth", 1.0009, Unit.CHANGE, NOW),
                    fact("f6", "#puppynap", "view_growth", -0.432, Unit.CHANGE, NOW),
                    fact("f7", "@lovenla.kitten", "followers", 10_608, Unit.FOLLOWERS, NOW),
                    Fact.named("f8", "#corgilife", "top creator", "@lovenla.kitten", NOW),
                    fact("f9", "#corgilife", "half-life", 12, Unit.HOURS, NOW),
                    fact("f10", "#corgilife", "rank by views gained", 1, Unit.RANK, NOW),
                    fact("f11", "#corgilife", "growth of posts", 0.4, Unit.EFFECT, NOW),
                    fact("f12", "Night Neon", "posts_gained", 29_597, Unit.POSTS, NOW),
                    new Fact("f13", "#corgilife", "creators", 12.0, Unit.CREATORS, NOW, "24 h"),
                    fact("f14", "#puppynap", "engagement rate", 1.4, Unit.SHARE, NOW),
                    fact("f15", "#corgilife", "surge probability", 0.7423, Unit.SHARE, NOW)),
            Set.of("followers"), NOW);

    private static Fact fact(String id, String entity, String measure, double value, Unit unit, Instant at) {
        return new Fact(id, entity, measure, value, unit, at, unit == Unit.VIEWS ? "24 h" : null);
    }

    private static Set<Rule> broken(String text, Locale locale) {
        return CHECK.of(text, EVIDENCE, locale).failures().stream().map(Failure::rule).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#corgilife gained 1.2 M views in the last 24 hours [f1].",
            "It gained 1,234,567 views [f1].",
            "#corgilife picked up about 1.23 million views [f1], twice as many as the day before [f1][f2].",
            "Views of #corgilife doubled from 617 K to 1.23 M [f1][f2].",
            "#corgilife gained three times as many views as #puppynap [f1][f3].",
            "#corgilife gained more views than #puppynap [f1][f3].",
            "#puppynap trails #corgilife in views gained [f1][f3].",
            "#corgilife (1.2 M) is ahead of #puppynap (411 K) [f1][f3].",
            "Between #corgilife and #puppynap, the two gained 1.2 M and 411 K views [f1][f3].",
            "Its engagement rate is 12.7 % [f4].",
            "Growth of #puppynap fell by 43 % [f6].", "#puppynap did not grow: it lost 43.2 percent [f6].",
            "@lovenla.kitten has 10,608 followers [f7].", "@lovenla.kitten leads #corgilife [f8][f10].",
            "Its half-life is 12 hours [f9].", "#corgilife gained the most views of all [f10].",
            "It rose because posts grew [f11].", "Night Neon was used in roughly 30,000 new posts [f12].",
            "Twelve creators carry #corgilife [f13].",
            "On 15 September 2025, #corgilife gained 1.2 million views [f1].",
            "@lovenla.kitten has the most followers [f7].", "#corgilife has a 74 % chance to rise [f15].",
            "More than 1.2 million views came to #corgilife on Monday [f1].",
            "Almost three quarters is its probability, 74 % [f15]."})
    void whatFactsSayMayBeSaidInManyWays(String text) {
        assertThat(CHECK.of(text, EVIDENCE, Locale.ENGLISH).failures()).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#corgilife mendapat 1,2 juta tayangan dalam 24 jam terakhir [f1].",
            "Tayangan #corgilife naik dua kali lipat menjadi 1,23 juta [f1][f2].",
            "#corgilife lebih banyak mendapat tayangan daripada #puppynap [f1][f3].",
            "#puppynap turun 43 persen dibanding hari sebelumnya [f6].", "@lovenla.kitten punya 10.608 pengikut [f7].",
            "Tingkat interaksinya 12,7% [f4].", "Dua belas kreator memakai #corgilife [f13].",
            "#corgilife menempati peringkat pertama [f10].", "Naik karena unggahan bertambah [f11].",
            "Pada 15 September 2025 #corgilife meraih 1.234.567 tayangan [f1].",
            "Tayangannya naik dari 617 ribu ke 1,23 juta [f1][f2].", "Waktu paruhnya 12 jam [f9]."})
    void theSameInIndonesian(String text) {
        assertThat(CHECK.of(text, EVIDENCE, INDONESIAN).failures()).as(text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '~', textBlock = """
        #corgilife gained 1.3 M views [f1].                         | NUMBER
        #corgilife gained 1.2 K views [f1].                         | NUMBER
        #corgilife gained 1.2 M posts [f1].                         | NUMBER
        #corgilife gained 411 K views [f1].                         | NUMBER
        Its engagement rate is 0.127 % [f4].                        | NUMBER
        Its half-life is 12 days [f9].                              | NUMBER
        It gained 1.2 million views in 48 hours [f1].               | NUMBER
        Views tripled from 617 K to 1.23 M [f1][f2].                | NUMBER
        Views fell from 617 K to 1.23 M [f1][f2].                   | DIRECTION
        Views went from 1.23 M to 617 K [f1][f2].                   | NUMBER
        #corgilife gained 411 K and #puppynap 1.2 M views [f1][f3]. | NUMBER
        #puppynap gained more views than #corgilife [f1][f3].       | DIRECTION
        #corgilife is behind #puppynap [f1][f3].                    | DIRECTION
        Growth of #puppynap rose by 43 % [f6].                      | DIRECTION
        #corgilife gained more than 1.3 million views [f1].         | NUMBER
        Thirteen creators carry #corgilife [f13].                   | NUMBER
        #zoomiesnap gained 1.2 M views [f1].                        | NAME
        #puppynap gained 1.2 M views [f1].                          | NAME
        @someone leads #corgilife [f8][f10].                        | NAME
        Sugar Tin was used in 29,597 new posts [f12].               | NAME
        "Night Neon" gained 1.2 M views [f1].                       | NAME
        It gained 1.2 M views since people like it [f1].            | CAUSE
        #corgilife gained about 1.31 M views [f1].                  | NUMBER
        Compared with #corgilife, #puppynap gained more [f1][f3].   | DIRECTION
        On 14 September, #corgilife gained 1.2 million views [f1].  | DATE
        On Tuesday #corgilife gained 1.2 million views [f1].        | DATE
        #puppynap gained the most views [f3].                       | RANK
        It came second place [f10].                                 | RANK
        It gained 1.2 M views because of @lovenla.kitten [f1][f8].  | CAUSE
        #corgilife gained 1.2 M views.                              | UNCITED
        #corgilife gained 1.2 M views [f99].                        | UNKNOWN_CITATION
        #puppynap has an engagement rate of 140 % [f14].            | IMPOSSIBLE_ENGAGEMENT
        An awesome trend of 1.2 M views [f1].                       | BLOCKED_PHRASE
        Tayangan yang didapat sebanyak 1.2 M [f1].                  | LANGUAGE
        """)
    void whatFactsDoNotSayIsFoundByItsRule(String text, Rule rule) {
        assertThat(broken(text, Locale.ENGLISH)).as(text).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '~', textBlock = """
        #corgilife mendapat 1,3 juta tayangan [f1].              | NUMBER
        #corgilife mendapat 1,2 ribu tayangan [f1].              | NUMBER
        #corgilife mendapat 1,2 juta pengikut [f1].              | NUMBER
        Tayangan #corgilife naik tiga kali lipat [f1][f2].       | NUMBER
        Tayangan turun dari 617 ribu menjadi 1,23 juta [f1][f2]. | DIRECTION
        #puppynap lebih banyak daripada #corgilife [f1][f3].     | DIRECTION
        #puppynap naik 43 persen [f6].                           | DIRECTION
        Tiga belas kreator memakai #corgilife [f13].             | NUMBER
        #zoomiesnap meraih 1,2 juta tayangan [f1].               | NAME
        Pada 14 September #corgilife meraih 1,2 juta [f1].       | DATE
        #puppynap paling banyak mendapat tayangan [f3].          | RANK
        Naik berkat @lovenla.kitten [f1][f8].                    | CAUSE
        """)
    void theSameOfIndonesian(String text, Rule rule) {
        assertThat(broken(text, INDONESIAN)).as(text).contains(rule);
    }

    private static final Evidence MORE = Evidence.of(
            List.of(fact("m1", "#corgilife", "views_gained", 1_030_000, Unit.VIEWS, NOW),
                    fact("m2", "#corgilife", "share of all views", 0.2, Unit.SHARE, NOW),
                    fact("m3", "#corgilife", "view ratio", 5, Unit.RATIO, NOW),
                    fact("m4", "#corgilife", "creators", 12, Unit.CREATORS, NOW),
                    fact("m5", "#corgilife", "acceleration", -310, Unit.COUNT, NOW),
                    fact("m6", "#corgilife", "top_creator_share", 0.31, Unit.SHARE, NOW),
                    fact("m7", "#corgilife", "clusters", 7, Unit.COUNT, NOW),
                    new Fact("m8", "#corgilife", "rank by views", 3.0, Unit.RANK, NOW, "731 hashtags"),
                    fact("m9", "#corgilife", "posts", 200, Unit.POSTS, NOW),
                    fact("m10", "#corgilife", "peak", 1_500_000, Unit.VIEWS, NOW),
                    fact("m11", "#corgilife", "doubling time", 12, Unit.HOURS, NOW)),
            NOW);

    private static Set<Rule> brokenOfMore(String text, Locale locale) {
        return CHECK.of(text, MORE, locale).failures().stream().map(Failure::rule).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#corgilife gained a million views [m1].",
            "A fifth of all views went to #corgilife [m2].", "Views of #corgilife quintupled [m3].",
            "#corgilife has fivefold views [m3].", "A dozen creators carry #corgilife [m4].",
            "Two hundred posts carry #corgilife [m9].", "Its peak is a million and a half views [m10].",
            "#corgilife is slowing: its acceleration is -310 [m5].", "Its top creator share is 31 % [m6].",
            "#corgilife has 7 clusters [m7].", "#corgilife ranks 3 of 731 hashtags [m8].",
            "Nearly 1.1 million views came to #corgilife [m1].", "More than 1 million views came to #corgilife [m1].",
            "Its doubling time is 12 hours [m11]."})
    void numbersInWordsAndWhatTheyCountAreRead(String text) {
        assertThat(CHECK.of(text, MORE, Locale.ENGLISH).failures()).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#corgilife meraih sejuta lebih tayangan [f1].",
            "#corgilife melejit menjadi 1,23 juta tayangan [f1][f2].", "Perolehan tayangan naik ke 1,23 juta [f1][f2].",
            "Tayangan 24 jam #corgilife mencapai 1,2 juta [f1].",
            "Tayangan #corgilife mencapai 1,2 juta pada pukul 07.00 WIB [f1].",
            "Tayangan #corgilife mencapai 1,2 juta pada 15 September 2025 pukul 08.00 WITA [f1]."})
    void wordsSpansAndZonesAreReadInIndonesian(String text) {
        Evidence evidence = new Evidence(
                Stream.concat(EVIDENCE.facts().stream().filter(fact -> !fact.id().equals("f1")),
                        Stream.of(new Fact("f1", "#corgilife", "views_gained",
                                text.contains("sejuta") ? 1_000_003.0 : 1_234_567.0,
                                Unit.VIEWS, NOW, "24 h")))
                        .toList(),
                Set.of(), NOW);

        assertThat(CHECK.of(text, evidence, INDONESIAN).failures()).as(text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '~', textBlock = """
        #puppynap gained a million views [f3].                                  | NUMBER
        #puppynap gained a hundred views [f3].                                  | NUMBER
        #puppynap gained two dozen views [f3].                                  | NUMBER
        #puppynap gained millions of views [f3].                                | NUMBER
        #puppynap gained tens of thousands of views [f3].                       | NUMBER
        #puppynap gained a few thousand views [f3].                             | NUMBER
        Its engagement rate is a fifth [f4].                                    | NUMBER
        Its engagement rate is a tenth [f4].                                    | NUMBER
        #corgilife grew sixfold [f5].                                           | NUMBER
        #corgilife grew thirtyfold [f5].                                        | NUMBER
        Views of #corgilife quintupled [f1][f2].                                | NUMBER
        #corgilife is tripling [f1][f2].                                        | NUMBER
        #corgilife gained a million and a half views [f1].                      | NUMBER
        #puppynap gained nearly 1 million views [f3].                           | NUMBER
        #puppynap gained almost a million views [f3].                           | NUMBER
        #corgilife has almost 3 days of half-life [f9].                         | NUMBER
        #corgilife gained more than 0.9 million views [f1].                     | NUMBER
        #puppynap is growing by 43 % [f6].                                      | DIRECTION
        #puppynap grows by 43 % [f6].                                           | DIRECTION
        Growth of #puppynap has grown by 43 % [f6].                             | DIRECTION
        #corgilife gained $1.2 M [f1].                                          | NUMBER
        #corgilife gained Rp 1.2 M [f1].                                        | NUMBER
        #corgilife gained 1.2 M dollars [f1].                                   | NUMBER
        #corgilife gained 1.2 M in dollars [f1].                                | NUMBER
        #corgilife gained 1.2 M fans [f1].                                      | NUMBER
        #corgilife gained 1.2 M new downloads [f1].                             | NUMBER
        Beijing gained 1.2 M views [f1].                                        | NAME
        Emily has 1.2 M views [f1].                                             | NAME
        Its half-life is 24 hours and it gained 1.2 M views [f9][f1].           | NUMBER
        #puppynap plummeted to 1.23 M from 617 K [f1][f2].                      | DIRECTION
        #corgilife tumbled from 617 K to 1.23 M [f1][f2].                       | DIRECTION
        #corgilife crashed to 1.23 M views [f1][f2].                            | DIRECTION
        #puppynap skyrocketed by 43 % [f6].                                     | DIRECTION
        #puppynap spiked by 43 % [f6].                                          | DIRECTION
        #corgilife gained 1.2 M views, boosted by @lovenla.kitten [f1][f8].     | CAUSE
        Its 1.2 M views are credited to @lovenla.kitten [f1][f8].               | CAUSE
        """)
    void whatAReviewSawPassIsFound(String text, Rule rule) {
        assertThat(broken(text, Locale.ENGLISH)).as(text).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '~', textBlock = """
        #corgilife is accelerating [m5].             | DIRECTION
        #corgilife is the top hashtag [m6].          | RANK
        #corgilife gained 731 views [m8].            | NUMBER
        #corgilife gained 731 [m8].                  | NUMBER
        #corgilife has 7 dollars [m7].               | NUMBER
        """)
    void aWordOfTheMeasureExcusesNothingElse(String text, Rule rule) {
        assertThat(brokenOfMore(text, Locale.ENGLISH)).as(text).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '~', textBlock = """
        #puppynap mendapat ratusan ribu tayangan [f3].                | NUMBER
        #puppynap mendapat jutaan tayangan [f3].                      | NUMBER
        #puppynap mendapat sejuta tayangan [f3].                      | NUMBER
        Tingkat interaksinya seperlima [f4].                          | NUMBER
        Tingkat interaksinya seperenam [f4].                          | NUMBER
        #puppynap mendapat hampir 1 juta tayangan [f3].               | NUMBER
        #corgilife mendapat Rp1,2 juta [f1].                          | NUMBER
        #corgilife mendapat 1,2 juta unduhan [f1].                    | NUMBER
        Sephora meraih 1,2 juta tayangan [f1].                        | NAME
        Waktu paruhnya 24 jam dan tayangannya 1,2 juta [f9][f1].      | NUMBER
        Tayangan #corgilife 1,2 juta pada pukul 00.00 WIB [f1].       | DATE
        Pada 15 September pukul 00.00 WITA ada 1,2 juta tayangan [f1]. | DATE
        Tayangan #corgilife ambruk ke 1,23 juta [f1][f2].             | DIRECTION
        #puppynap melesat 43 persen [f6].                             | DIRECTION
        Tayangannya 1,2 juta, didongkrak @lovenla.kitten [f1][f8].    | CAUSE
        """)
    void theSameOfIndonesianWords(String text, Rule rule) {
        assertThat(broken(text, INDONESIAN)).as(text).contains(rule);
    }

    @Test
    void oneSentenceIsDiscardedAndTheOthersStay() {
        Verdict verdict = CHECK.of(
                "#corgilife gained 1.2 M views [f1]. It gained 9 M posts [f1].\n- Twelve creators carry it [f13].",
                EVIDENCE, Locale.ENGLISH);

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.kept()).isEqualTo("#corgilife gained 1.2 M views [f1]. Twelve creators carry it [f13].");
        assertThat(verdict.sentences().getFirst().shown()).isEqualTo("#corgilife gained 1.2 M views.");
    }

    @Test
    void aSentenceMayNotBeLongerThanWasAskedFor() {
        String text = "#corgilife gained 1.2 M views [f1].";

        assertThat(new Check(BlockedPhrases.standard(), 20).of(text, EVIDENCE, Locale.ENGLISH).failures())
                .containsExactly(new Failure(Rule.LENGTH, "30"));
    }

    @Test
    void aCitationBehindWhatTellsNothingOfItsFactIsNotEnough() {
        assertThat(CHECK.of("Use only the facts of the evidence and cite each of them [f1].", EVIDENCE, Locale.ENGLISH)
                .failures()).containsExactly(
                        new Failure(Rule.NOTHING_TOLD, "Use only the facts of the evidence and cite each of them."));
        assertThat(CHECK.of("#corgilife [f1].", EVIDENCE, Locale.ENGLISH).failures())
                .contains(new Failure(Rule.NOTHING_TOLD, "#corgilife."));
        assertThat(CHECK.of("The videos of #corgilife are paid by a shop abroad [f1].", EVIDENCE, Locale.ENGLISH)
                .holds()).isFalse();
        assertThat(CHECK.of("Tayangan #corgilife yang diperoleh [f1].", EVIDENCE, Locale.of("id")).holds()).isFalse();
    }

    @Test
    void nothingHoldsWhereNothingIsSaid() {
        assertThat(CHECK.of("", EVIDENCE, Locale.ENGLISH).holds()).isFalse();
    }
}
