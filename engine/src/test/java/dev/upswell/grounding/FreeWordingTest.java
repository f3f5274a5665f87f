package dev.upswell.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each way of telling a quantity, once true and once false: what differs is what the check has to read.
class FreeWordingTest {

    private static final Instant NOW = Instant.parse("2026-11-15T00:00:00Z");
    private static final Check CHECK = new Check(BlockedPhrases.standard(), 300);

    private static final Evidence EVIDENCE = new Evidence(
            List.of(fact("v1", "#latte", "views_gained", 400_000, Unit.VIEWS, "2026-10-25T00:00:00Z", "7 d"),
                    fact("v2", "#latte", "views_gained", 520_000, Unit.VIEWS, "2026-11-01T00:00:00Z", "7 d"),
                    fact("v3", "#latte", "views_gained", 480_000, Unit.VIEWS, "2026-11-08T00:00:00Z", "7 d"),
                    fact("v4", "#latte", "views_gained", 600_000, Unit.VIEWS, "2026-11-15T00:00:00Z", "7 d"),
                    fact("m1", "#mocha", "views_gained", 450_000, Unit.VIEWS, "2026-11-15T00:00:00Z", "7 d"),
                    fact("g1", "#latte", "views_growth", -0.3, Unit.CHANGE, "2026-11-15T00:00:00Z", "7 d"),
                    fact("s1", "#latte", "positive_comments", 0.62, Unit.SHARE, "2026-11-15T00:00:00Z", null),
                    fact("r1", "#latte", "retention_at_3s", 0.75, Unit.SHARE, "2026-11-15T00:00:00Z", null),
                    fact("p1", "#latte", "view_velocity", 300, Unit.PER_MINUTE, "2026-11-15T00:00:00Z", null),
                    fact("p2", "#mocha", "view_velocity", 200, Unit.PER_MINUTE, "2026-11-15T00:00:00Z", null),
                    fact("p3", "#chai", "view_velocity", 100, Unit.PER_MINUTE, "2026-11-15T00:00:00Z", null),
                    fact("a1", "#latte", "audience_share", 0.6, Unit.SHARE, "2026-11-15T00:00:00Z", "Indonesia"),
                    fact("a2", "#latte", "audience_share", 0.25, Unit.SHARE, "2026-11-15T00:00:00Z", "Malaysia"),
                    fact("h1", "#latte", "half_life", 4, Unit.DAYS, "2026-11-15T00:00:00Z", null),
                    fact("h2", "#mocha", "half_life", 8, Unit.DAYS, "2026-11-15T00:00:00Z", null),
                    fact("c1", "#latte", "creators", 500, Unit.CREATORS, "2026-11-15T00:00:00Z", "7 d"),
                    fact("c2", "#latte", "posts", 1_500, Unit.POSTS, "2026-11-15T00:00:00Z", "7 d"),
                    fact("u1", "#latte", "views", 900_000, Unit.VIEWS, "2026-11-15T00:00:00Z", null),
                    fact("u2", "#latte", "usual_views", 300_000, Unit.VIEWS, "2026-11-15T00:00:00Z", null),
                    fact("e1", "#latte", "views_if_dispersion_doubles", 1_080_000, Unit.VIEWS, "2026-11-15T00:00:00Z",
                            null),
                    fact("l1", "#latte", "expected_low", 1_800_000, Unit.VIEWS, "2026-11-15T00:00:00Z", null),
                    fact("l2", "#latte", "expected_high", 4_600_000, Unit.VIEWS, "2026-11-15T00:00:00Z", null),
                    fact("w1", "#latte", "videos_with", 200, Unit.POSTS, "2026-11-15T00:00:00Z", null),
                    fact("w2", "#latte", "videos_without", 300, Unit.POSTS, "2026-11-15T00:00:00Z", null)),
            Set.of("view_velocity"), NOW);

    private static final Evidence CHOICES = new Evidence(
            List.of(fact("q1", "slow intro", "views_change", -0.14, Unit.CHANGE, "2026-11-15T00:00:00Z",
                    "videos without it"),
                    fact("q2", "question hook", "views_change", 0.27, Unit.CHANGE, "2026-11-15T00:00:00Z",
                            "videos without it"),
                    fact("n1", "@raka", "followers", 1_260_000, Unit.FOLLOWERS, "2026-11-15T00:00:00Z", null),
                    fact("n2", "@raka", "followers_gained", 58_000, Unit.FOLLOWERS, "2026-11-15T00:00:00Z", "30 d"),
                    fact("n3", "@raka", "followers_growth", 0.048, Unit.CHANGE, "2026-11-15T00:00:00Z", "30 d"),
                    fact("g1", "#latte", "views_gained", 288_000, Unit.VIEWS, "2026-11-15T00:00:00Z", "24 h"),
                    fact("g2", "#latte", "views_gained", 450_000, Unit.VIEWS, "2026-11-14T00:00:00Z", "24 h"),
                    fact("b1", "Kopi Lembah", "posts_with_mention", 1_290, Unit.POSTS, "2026-11-15T00:00:00Z", "7 d"),
                    fact("b2", "Nusarasa", "posts_with_mention", 740, Unit.POSTS, "2026-11-15T00:00:00Z", "7 d"),
                    fact("r1", "745", "completion_rate", 0.42, Unit.SHARE, "2026-11-15T00:00:00Z", "24 h"),
                    fact("r2", "745", "median_completion_rate", 0.61, Unit.SHARE, "2026-11-15T00:00:00Z", "14 d"),
                    fact("c1", "#glow", "surge_probability", 0.64, Unit.SHARE, "2026-11-15T00:00:00Z", "72 h"),
                    fact("c2", "#dim", "surge_probability", 0.36, Unit.SHARE, "2026-11-15T00:00:00Z", "72 h"),
                    fact("x1", "#free", "risk_score", 91, Unit.POINTS, "2026-11-15T00:00:00Z", null),
                    fact("x2", "#free", "duplicate_share_of_posts", 0.62, Unit.SHARE, "2026-11-15T00:00:00Z", "7 d"),
                    fact("x3", "#free", "posts", 5_200, Unit.POSTS, "2026-11-15T00:00:00Z", "7 d"),
                    fact("x4", "#free", "creators", 390, Unit.CREATORS, "2026-11-15T00:00:00Z", "7 d"),
                    fact("x5", "#free", "top_10_creators_share_of_views", 0.71, Unit.SHARE, "2026-11-15T00:00:00Z",
                            "7 d"),
                    fact("k1", "#spice", "rank", 27, Unit.RANK, "2026-11-15T00:00:00Z", "hashtags in food"),
                    fact("k2", "#spice", "rank", 9, Unit.RANK, "2026-11-08T00:00:00Z", "hashtags in food"),
                    fact("k3", "#salt", "rank", 4, Unit.RANK, "2026-11-15T00:00:00Z", "hashtags in food"),
                    fact("h1", null, "hashtags_rising", 46, Unit.HASHTAGS, "2026-11-15T00:00:00Z", "7 d"),
                    fact("h2", null, "forecasts", 43, Unit.COUNT, "2026-11-15T00:00:00Z", "7 d"),
                    Fact.named("s1", "kuliner", "best_time_to_post", "Jumat 18.00 WIB",
                            Instant.parse("2026-11-15T00:00:00Z")),
                    fact("s2", "kuliner", "median_views", 12_600, Unit.VIEWS, "2026-11-15T00:00:00Z",
                            "Jumat 18.00 WIB"),
                    fact("s3", "kuliner", "median_views", 8_400, Unit.VIEWS, "2026-11-15T00:00:00Z", "semua waktu")),
            Set.of(), NOW);

    private static Fact fact(String id, @Nullable String entity, String measure, double value, Unit unit, String at,
            @Nullable String of) {
        return new Fact(id, entity, measure, value, unit, Instant.parse(at), of);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | About six in ten comments are positive [s1].                  | About four in ten comments are positive [s1].
        en | One viewer in four left before three seconds [r1].            | Three viewers in four left before three seconds [r1].
        en | The majority of comments are positive [s1].                   | A minority of comments are positive [s1].
        en | Five in eight comments are positive [s1].                     | Every other comment is positive [s1].
        en | 62 % of the comments are positive [s1].                       | 62 % of the comments are negative [s1].
        en | Between 1.8 and 4.6 million views are expected [l1][l2].      | Between 1.8 and 4.6 thousand views are expected [l1][l2].
        en | At least 1.8 million and at best 4.6 million [l1][l2].        | At best 1.8 million and at least 4.6 million [l1][l2].
        en | Views are down to 70 % of the week before [g1].               | Views are down to 30 % of the week before [g1].
        en | #latte lost three tenths of its views [g1].                   | #latte has three tenths of its views left [g1].
        en | #latte gets 18,000 views an hour [p1].                        | Every hour #latte gets 300 views [p1].
        en | Each creator posted three videos [c2][c1].                    | Each creator posted four videos [c2][c1].
        en | For every hundred posts there are 33 creators [c2][c1].       | For every hundred posts there are 66 creators [c2][c1].
        en | Views are three times the usual [u1][u2].                     | The usual views are 900,000 [u1][u2].
        en | Views would rise by a fifth if dispersion doubled [e1][u1].   | Views would double if dispersion doubled [e1][u1].
        en | #latte outdid #mocha by 150,000 views [v4][m1].               | #mocha outdid #latte by 150,000 views [v4][m1].
        en | #latte has 150,000 more views than #mocha [v4][m1].           | #mocha has 150,000 more views than #latte [v4][m1].
        en | #latte leads #mocha by 150,000 views [v4][m1].                | #mocha leads #latte by 150,000 views [v4][m1].
        en | #latte fades twice as fast as #mocha [h1][h2].                | #mocha fades twice as fast as #latte [h1][h2].
        en | Interest in #latte halves every four days [h1].               | Interest in #latte halves every eight days [h1].
        en | Second place goes to #mocha [p1][p2][p3].                     | Second place goes to #chai [p1][p2][p3].
        en | None moves faster than #latte [p1][p2][p3].                   | None moves faster than #mocha [p1][p2][p3].
        en | Indonesia makes up 60 % and Malaysia 25 % [a1][a2].           | Malaysia makes up 60 % and Indonesia 25 % [a1][a2].
        en | #latte rose from 480,000 to 600,000 views [v3][v4].           | Views of #latte kept rising every week [v1][v2][v3][v4].
        en | A week later #latte had 600,000 views [v3][v4].               | A month later #latte had 600,000 views [v3][v4].
        en | There are two thirds as many videos with it as without [w1][w2]. | It is found in two thirds of the videos [w1][w2].
        en | 600,000 views came in 7 days [v4].                            | In a month 600,000 views came in [v4].
        id | Hampir lima dari delapan komentar bernada positif [s1].           | Hampir empat dari lima komentar bernada positif [s1].
        id | Sebagian besar komentar bernada positif [s1].                 | Sebagian kecil komentar bernada positif [s1].
        id | Seperempat penonton pergi sebelum tiga detik [r1].            | Tiga perempat penonton pergi sebelum tiga detik [r1].
        id | Tayangan #latte tinggal 70% [g1].                             | Tayangan #latte tinggal 30% [g1].
        id | Per jam #latte mendapat 18 ribu tayangan [p1].                | Per jam #latte mendapat 300 tayangan [p1].
        id | #latte unggul 150 ribu tayangan atas #mocha [v4][m1].         | #mocha unggul 150 ribu tayangan atas #latte [v4][m1].
        id | Urutan kedua ditempati #mocha [p1][p2][p3].                   | Urutan kedua ditempati #chai [p1][p2][p3].
        id | #latte ditonton 600 ribu kali dalam sepekan [v4].             | #latte dibagikan 600 ribu kali dalam sepekan [v4].
        id | Dari tiap sepuluh komentar, sekitar enam bernada positif [s1].        | Dari tiap sepuluh komentar, empat bernada positif [s1].
        id | Tayangan #latte naik 120 ribu dalam sepekan [v3][v4].         | Tayangan #latte terus naik tiap pekan [v1][v2][v3][v4].
        """)
    void whatIsToldOfFactsHoldsAndItsTwinDoesNot(String language, String right, String wrong) {
        assertThat(CHECK.of(right, EVIDENCE, Locale.of(language)).failures()).as(right).isEmpty();
        assertThat(CHECK.of(wrong, EVIDENCE, Locale.of(language)).failures()).as(wrong).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | A slow intro goes with 14% fewer views [q1].                | A slow intro goes with 14% more views [q1].
        en | A slow intro goes with fewer views [q1].                    | A slow intro goes with more views [q1].
        en | A question hook goes with more views, plus 27% [q2].        | A question hook goes with fewer views, minus 27% [q2].
        en | Compared with videos without it, a slow intro gets 14% fewer views [q1]. | Videos without a slow intro get 14% fewer views [q1].
        en | Followers of @raka rose by 58,000 in 30 days [n2].          | Followers of @raka rose to 58,000 in 30 days [n2].
        en | Followers of @raka rose to 1.26 million, up 4.8% [n1][n3].  | Followers of @raka rose by 1.26 million, up 4.8% [n1][n3].
        en | @raka reached 1.26 million followers [n1].                  | @raka reached 58,000 followers [n2].
        en | @raka has 58,000 new followers [n2].                        | @raka has 58,000 followers [n2].
        en | Views of #latte fell to 288,000 in 24 hours from 450,000 [g1][g2]. | Views of #latte fell by 288,000 in 24 hours [g1][g2].
        en | Views of #latte fell by 162,000 in 24 hours [g1][g2].       | Views of #latte fell to 162,000 in 24 hours [g1][g2].
        en | Kopi Lembah is mentioned more often than Nusarasa [b1][b2]. | Nusarasa is mentioned more often than Kopi Lembah [b1][b2].
        en | Nusarasa turns up less often than Kopi Lembah [b1][b2].     | Kopi Lembah turns up less often than Nusarasa [b1][b2].
        en | 42% of viewers finished, below the median of 61% [r1][r2].  | 42% of viewers finished, above the median of 61% [r1][r2].
        en | 42% of viewers finished, below the median of 61% [r1][r2].  | 42% of viewers finished, half the median of 61% [r1][r2].
        en | 42% of viewers finished, 19 percentage points below the median [r1][r2]. | 42% of viewers finished, 19 percentage points above the median [r1][r2].
        en | 42% of viewers finished, and the median is 61% [r1][r2].    | 61% of viewers finished, and the median is 42% [r1][r2].
        en | A surge of #glow is more likely than not [c1].              | A surge of #dim is more likely than not [c2].
        en | A surge of #dim is less likely than not [c2].               | A surge of #glow is less likely than not [c1].
        en | Its risk score is 91 and 62% of its posts are duplicates [x1][x2]. | Its risk score is 62 and 91% of its posts are duplicates [x1][x2].
        en | The 5,200 posts come from 390 creators, about 13 posts each [x3][x4]. | The 5,200 posts come from 390 creators, about 31 posts each [x3][x4].
        en | The top 10 creators hold 71% of the views [x5].             | The top 20 creators hold 71% of the views [x5].
        en | The top 10 creators hold 71% of the views [x5].             | The other 10 creators hold 71% of the views [x5].
        en | #spice dropped from 9th place to 27th [k1][k2].             | #spice climbed from 9th place to 27th [k1][k2].
        en | #spice dropped from 9th place to 27th [k1][k2].             | #spice dropped from 27th place to 9th [k1][k2].
        en | #salt is ahead of #spice [k1][k3].                          | #spice is ahead of #salt [k1][k3].
        en | The 390 creators behind #free made 5,200 posts [x3][x4].    | The 930 creators behind #free made 5,200 posts [x3][x4].
        en | We saw 46 hashtags rise [h1].                               | We saw 46 hashtags fall [h1].
        en | There were 46 rising hashtags [h1].                         | There were 64 rising hashtags [h1].
        en | Rising hashtags numbered 46 over 7 days [h1].               | Falling hashtags numbered 46 over 7 days [h1].
        en | People behind #free made 5,200 posts [x3].                  | #free is 390 creators behind #latte [x4].
        en | Participation in #free: 390 creators [x4].                  | Participation in #free: 930 creators [x4].
        en | A slow intro lowers views by 14% [q1].                     | A slow intro lifts views by 14% [q1].
        en | A slow intro costs 14% of views [q1].                      | A slow intro adds 14% to views [q1].
        en | A question hook means a 27% boost in views [q2].           | A slow intro means a 14% boost in views [q1].
        en | A surge of #glow is likely, at 64% [c1].                   | A surge of #dim is likely, at 36% [c2].
        en | The chance that #glow surges is 64%, better than even [c1]. | The chance that #dim surges is 36%, better than even [c2].
        en | Each of the 390 creators made 13 posts [x3][x4].           | Each of the 390 creators made 15 posts [x3][x4].
        en | 46 hashtags are on the rise [h1].                          | 46 hashtags are in decline [h1].
        en | Fridays at 6 pm WIB are the best time to post for kuliner [s1]. | Sundays at 6 pm WIB are the best time to post for kuliner [s1].
        en | Kopi Lembah is busier than Nusarasa [b1][b2].              | Kopi Lembah is funnier than Nusarasa [b1][b2].
        en | In 24 hours #latte picked up 288,000 views [g1].           | In 24 hours #latte picked up speed, with 288,000 views after 450,000 [g1][g2].
        en | With 58,000 new followers, @raka now has 1.26 million [n1][n2]. | With 1.26 million new followers, @raka now has 58,000 [n1][n2].
        en | A question hook lifts views by more than a quarter [q2].   | A question hook cuts views by more than a quarter [q2].
        en | The slow intro costs 14% of views [q1].                    | Dropping the slow intro costs 14% of views [q1].
        en | The 43 forecasts were made in 7 days [h2].                 | The 43 hashtags were made in 7 days [h2].
        id | Intro lambat menurunkan tayangan 14% [q1].                 | Intro lambat menambah tayangan 14% [q1].
        id | Kopi Lembah lebih ramai dibicarakan ketimbang Nusarasa [b1][b2]. | Kopi Lembah lebih merdu daripada Nusarasa [b1][b2].
        id | Ada 58.000 pengikut baru @raka [n2].                       | Jumlah pengikut @raka kini 58.000 [n2].
        id | Pengikut @raka naik sebesar 58.000 dalam 30 hari [n2].      | Pengikut @raka naik menjadi 58.000 dalam 30 hari [n2].
        id | Pengikut @raka bertambah 58.000 dalam 30 hari [n2].         | Pengikut @raka mencapai 58.000 [n2].
        id | Kopi Lembah lebih sering disebut daripada Nusarasa [b1][b2]. | Nusarasa lebih sering disebut daripada Kopi Lembah [b1][b2].
        id | Nusarasa lebih jarang dibahas dibanding Kopi Lembah [b1][b2]. | Kopi Lembah lebih jarang dibahas dibanding Nusarasa [b1][b2].
        id | Hanya 42% penonton yang bertahan, di bawah median 61% [r1][r2]. | Hanya 42% penonton yang bertahan, di atas median 61% [r1][r2].
        id | Hanya 42% penonton yang bertahan, di bawah median 61% [r1][r2]. | Hanya 42% penonton yang bertahan, separuh dari median 61% [r1][r2].
        id | Hanya 42% penonton yang bertahan, di bawah median 61% [r1][r2]. | Sebanyak 61% penonton bertahan, di atas median 42% [r1][r2].
        id | Skor risiko #free 91 dan 62% unggahannya duplikat [x1][x2]. | Skor risiko #free 19 dan 62% unggahannya duplikat [x1][x2].
        id | Ada 46 tagar tercatat naik [h1].                            | Ada 46 tagar tercatat turun [h1].
        id | Tagar naik berjumlah 46 [h1].                               | Tagar turun berjumlah 46 [h1].
        id | Ada 43 prakiraan dalam tujuh hari [h2].                     | Ada 43 pesanan dalam tujuh hari [h2].
        id | Waktu unggah terbaik untuk kuliner adalah Jumat pukul 18.00 WIB [s1]. | Waktu unggah terbaik untuk kuliner adalah Jumat pukul 18.00 WITA [s1].
        id | Waktu unggah terbaik untuk kuliner adalah Jumat malam WIB [s1]. | Waktu unggah terburuk untuk kuliner adalah Jumat malam WIB [s1].
        id | Pada Jumat pukul 18.00 WIB median kuliner 12.600 tayangan [s2][s3]. | Pada Jumat pukul 18.00 WIB median kuliner 8.400 tayangan [s2][s3].
        """)
    void whatIsToldOfChoicesAndPlacesHoldsAndItsTwinDoesNot(String language, String right, String wrong) {
        assertThat(CHECK.of(right, CHOICES, Locale.of(language)).failures()).as(right).isEmpty();
        assertThat(CHECK.of(wrong, CHOICES, Locale.of(language)).failures()).as(wrong).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        A handful of creators carry #latte [c1].       | handful
        Countless views went to #latte [v4].           | countless
        A few hundred creators carry #latte [c1].      | hundred
        """)
    void aWordOfQuantityWithoutAValueIsRefused(String text, String word) {
        assertThat(CHECK.of(text, EVIDENCE, Locale.ENGLISH).failures()).as(text)
                .anySatisfy(failure -> assertThat(failure.excerpt()).containsIgnoringCase(word));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Fewer than 700,000 views went to #latte [v4].
        Chances are that #latte has 600,000 views [v4].
        Viewing figures of #latte: 600,000 [v4].
        A total of 600,000 views turned up for #latte [v4].
        The busiest day fell on Sunday, with 500 creators [c1].
        """)
    void firstWordsAreNoNamesAndIdiomsNoDirections(String text) {
        assertThat(CHECK.of(text, EVIDENCE, Locale.ENGLISH).failures()).as(text)
                .noneMatch(failure -> failure.rule() == Rule.NAME || failure.rule() == Rule.DIRECTION);
    }
}
