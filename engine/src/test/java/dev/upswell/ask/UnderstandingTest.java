package dev.upswell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderstandingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static final List<Slot.Named> STORED = List.of(named(EntityKind.HASHTAG, "glowskin", "glowskin"),
            named(EntityKind.HASHTAG, "kopisusu", "kopisusu"), named(EntityKind.HASHTAG, "senja", "senja"),
            named(EntityKind.SOUND, "s-12", "Blue Hour"), named(EntityKind.SOUND, "s-13", "Senja"),
            named(EntityKind.CREATOR, "sari.rasa", "sari.rasa"),
            named(EntityKind.CREATOR, "milo", "milo"), named(EntityKind.VIDEO, "v77", "How I bake bread"),
            named(EntityKind.VIDEO, "7301234567890123456", "Bread again"));

    private static final Names NAMES = new Names() {

        @Override
        public List<Slot.Named> called(String spoken, @Nullable EntityKind kind) {
            return having(kind)
                    .filter(one -> one.name().equalsIgnoreCase(spoken) || one.entity().value().equalsIgnoreCase(spoken))
                    .toList();
        }

        @Override
        public List<Slot.Named> holding(String part, @Nullable EntityKind kind) {
            return having(kind)
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                    .toList();
        }

        private Stream<Slot.Named> having(@Nullable EntityKind kind) {
            return STORED.stream().filter(one -> kind == null || one.entity().kind() == kind);
        }
    };

    private static Slot.Named named(EntityKind kind, String id, String name) {
        return new Slot.Named(new EntityId(kind, id), name);
    }

    private static Understood read(String text) {
        return Understanding.of(Question.of(text, null), NAMES, NOW, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Which hashtags are rising right now?                          | RISING
        What sounds are trending this week?                           | RISING
        Show me the top 3 emerging hashtags                           | RISING
        Tagar apa yang sedang naik hari ini?                          | RISING
        Lagu mana saja yang lagi tren?                                | RISING
        Why is #glowskin growing?                                     | WHY_RISING
        Kenapa #kopisusu naik?                                        | WHY_RISING
        Why did video v77 flop?                                       | WHY_VIDEO
        Kenapa video 7301234567890123456?                             | WHY_VIDEO
        How many viewers did video v77 lose in the first 3 seconds?   | DROP_AT
        Kenapa penonton video v77 pergi di detik ke-3?                | DROP_AT
        How many views does #glowskin have?                           | VALUE
        What was the engagement rate of #glowskin on 3 November?      | VALUE
        Berapa pengikut @sari.rasa?                                   | VALUE
        Berapa tayangan yang didapat #kopisusu dalam 24 jam terakhir? | VALUE
        Does #glowskin have more views than #kopisusu?                | COMPARE
        Bandingkan jumlah pengikut @milo dan @sari.rasa               | COMPARE
        Which 5 hashtags have the most views?                         | TOP_BY
        Kreator dengan pengikut terbanyak?                            | TOP_BY
        Will #glowskin surge tomorrow?                                | FORECAST
        Berapa peluang #kopisusu melonjak dalam 24 jam ke depan?      | FORECAST
        Which hashtags are most likely to surge?                      | FORECAST
        How sure are you about the forecast for #glowskin?            | HOW_SURE
        Seberapa akurat prediksi tagar?                               | HOW_SURE
        When is the best time to post?                                | WHEN_TO_POST
        Jam berapa sebaiknya saya mengunggah video?                   | WHEN_TO_POST
        Which patterns work for #glowskin?                            | PATTERNS_FOR
        Pola apa yang berhasil untuk #kopisusu?                       | PATTERNS_FOR
        What is the score of @milo?                                   | SCORE_OF
        Berapa skor FYP video v77?                                    | SCORE_OF
        What changed for #glowskin since yesterday?                   | CHANGED
        Apa yang berubah minggu ini?                                  | CHANGED
        How many hashtags do we watch?                                | HOW_MANY
        Ada berapa kreator yang dipantau?                             | HOW_MANY
        Which hashtags are climbing most sharply?                     | RISING
        Tagar apa aja sih yang lagi rame?                             | RISING
        What's causing the spike in #glowskin?                        | WHY_RISING
        Apa sih yang bikin #kopisusu terus naik?                      | WHY_RISING
        Is #glowskin still growing or falling?                        | MOVEMENT
        #kopisusu lagi naik nggak?                                    | MOVEMENT
        Kenapa video v77 hasilnya jelek banget?                       | WHY_VIDEO
        What percentage of viewers stays with video v77 after 5 s?    | DROP_AT
        Where do people scroll away in video v77?                     | DROP_AT
        Berapa persen penonton video v77 yang bertahan di detik ke-5? | DROP_AT
        How's the like rate of #glowskin?                             | VALUE
        How many views did #glowskin have on Friday?                  | VALUE
        Follower-nya @milo berapa sekarang?                           | VALUE
        Bandingin pengikut @milo sama @sari.rasa dong                 | COMPARE
        Which of our creators has the most followers?                 | TOP_BY
        How likely is it that #glowskin blows up tomorrow?            | FORECAST
        Besok view #glowskin kira-kira jadi berapa?                   | FORECAST
        Prediksi #kopisusu bisa dipercaya nggak?                      | HOW_SURE
        When should I post on a Tuesday?                              | WHEN_TO_POST
        Hari Minggu enaknya ngepost jam berapa?                       | WHEN_TO_POST
        How does @milo score as a creator?                            | SCORE_OF
        How has the follower count of @milo changed over 7 days?      | CHANGED
        How many followers has @milo gained since Monday?             | CHANGED
        What changed for #glowskin compared with the day before?      | CHANGED
        Gimana kabarnya #glowskin?                                    | CHANGED
        What share of its audience had video v77 lost by second five? | DROP_AT
        How big is the gap in views between #glowskin and #kopisusu?  | COMPARE
        What's a good hour to upload on Sundays?                      | WHEN_TO_POST
        How did @milo's followers develop since 8 November?           | CHANGED
        Min, total views #glowskin udah nyampe berapa?                | VALUE
        Peluang #glowskin viral dalam sehari ke depan seberapa gede?  | FORECAST
        How many videos with #glowskin were posted since 3 November?  | HOW_MANY
        Is our #glowskin rising?                                      | MOVEMENT
        Top 5 hashtags at present by views                            | TOP_BY
        Hashtag dengan view paling banyak 24 jam terakhir?            | TOP_BY
        Which creators gained the most followers today?               | TOP_BY
        What is the latest score of @milo?                            | SCORE_OF
        Why does #glowskin keep growing?                              | WHY_RISING
        Which hashtags are rising most by view growth today?          | RISING
        How many hashtags gained over 2.000 views today?              | HOW_MANY
        Berapa kreator yang pengikutnya di bawah seribu?              | HOW_MANY
        By how many views did #glowskin grow in the last 3 days?      | VALUE
        Will #glowskin or #kopisusu surge tomorrow?                   | FORECAST
        """)
    void readsWhatAQuestionWants(String question, Intent intent) {
        assertThat(read(question)).isInstanceOfSatisfying(Understanding.class,
                read -> assertThat(read.intent()).isEqualTo(intent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Which hashtags are rising in Bandung?                   | UNKNOWN_WORDS  | Bandung
        Which hashtags are not rising?                          | UNKNOWN_WORDS  | not
        Tagar mana yang tidak naik?                             | UNKNOWN_WORDS  | tidak
        How many views does #nobody have?                       | UNKNOWN_NAME   | #nobody
        Who is @stranger.here                                   | UNKNOWN_NAME   | @stranger.here
        How many views does #glowskin have without boosts?      | UNKNOWN_WORDS  | without,boosts
        Why is #glowskin rising and when should I post?         | NO_INTENT      |
        How many views and likes does video v77 have?           | NO_INTENT      |
        Is it?                                                  | NO_SUBJECT     |
        Which sounds rise in the beauty category?               | THEMES         | beauty
        What is the best?                                       | NO_INTENT      |
        How can I get views for #glowskin?                      | UNKNOWN_WORDS  | can
        How do I get more followers for @milo?                  | NO_INTENT      |
        Which hashtags have over 1000 views?                    | UNKNOWN_WORDS  | 1000
        How many views per day does #glowskin get?              | UNKNOWN_WORDS  | per,day
        How many views did #glowskin have before 3 November?    | UNKNOWN_WORDS  | before
        Which hashtags except #glowskin are rising?             | UNKNOWN_WORDS  | except
        Will #glowskin surge next Friday?                       | UNKNOWN_WORDS  | Friday
        When was video v77 posted?                              | NO_INTENT      |
        How many views did #glowskin have last year?            | UNKNOWN_WORDS  | last,year
        Which creators got the most followers?                  | NO_INTENT      |
        How many followers will @milo gain tomorrow?            | NO_INTENT      |
        How many views does #glowskin average per video?        | UNKNOWN_WORDS  | average,per
        Tagar apa yang naik selain #glowskin?                   | UNKNOWN_WORDS  | selain
        Kapan terakhir kita posting?                            | NO_INTENT      |
        Siapa yang bikin #glowskin?                             | UNKNOWN_WORDS  | bikin
        Kenapa #glowskin tidak naik?                            | UNKNOWN_WORDS  | tidak
        Tagar mana yang naik, mana yang nggak?                  | NO_INTENT      |
        What percentage of views does #glowskin have?           | NO_INTENT      |
        What score does video 7000000000000000001 have?         | UNKNOWN_NAME   | 7000000000000000001
        Which creators have at least 5 posts?                   | UNKNOWN_WORDS  | at,least
        Which creators have at most five posts?                 | UNKNOWN_WORDS  | at,most
        Which creators have 5 posts at least?                   | UNKNOWN_WORDS  | at,least
        Which hashtags have up to 50 views?                     | UNKNOWN_WORDS  | up,to
        Which creators have the most posts over five?           | UNKNOWN_WORDS  | five
        Kreator mana yang punya paling sedikit 5 unggahan?      | UNKNOWN_WORDS  | paling,sedikit
        Which of her videos has the most views?                 | NO_SUBJECT     |
        How many followers does she have?                       | NO_SUBJECT     |
        Video-nya mana yang paling banyak ditonton?             | NO_SUBJECT     |
        Which hashtags do we have the most views with?          | NO_INTENT      |
        Berapa tayangan kami di #glowskin?                      | NO_INTENT      |
        What are our views on #glowskin?                        | NO_INTENT      |
        Why are our views on #glowskin falling?                 | NO_INTENT      |
        How many views will our videos with #glowskin have tomorrow? | NO_INTENT |
        When is the best time to post our videos?               | NO_INTENT      |
        Which creators have the most followers today?           | NO_INTENT      |
        Which creators had the most followers on 3 November?    | NO_INTENT      |
        How many viewers left at 3 s of video v77?              | UNKNOWN_WORDS  | left
        Which recent videos have the most views?                | NO_INTENT      |
        Video terbaru mana yang paling banyak ditonton?         | NO_INTENT      |
        Is #glowskin rising steadily?                           | NO_INTENT      |
        Which hashtags keep growing?                            | NO_INTENT      |
        Apakah #glowskin naik terus-menerus?                    | NO_INTENT      |
        How many views does #glowskin get on Sundays?           | NO_INTENT      |
        How many views does #glowskin get a week?               | UNKNOWN_WORDS  | week
        How many views does #glowskin get in a day?             | UNKNOWN_WORDS  | day
        How many accounts is @milo following?                   | UNKNOWN_WORDS  | following
        How many hashtags have an engagement rate above 5?      | NO_INTENT      |
        How many hashtags have between 1000 and 5000 views?     | UNKNOWN_WORDS  | 1000,5000
        Which hashtags are rising most by view growth this week? | NO_INTENT     |
        """)
    void refusesWhatItCannotAccountFor(String question, Misunderstood.Reason reason, @Nullable String words) {
        assertThat(read(question)).isInstanceOfSatisfying(Misunderstood.class, read -> {
            assertThat(read.reason()).isEqualTo(reason);
            assertThat(String.join(",", read.words())).isEqualTo(words == null ? "" : words);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        How many videos did we post this week?                 | HOW_MANY
        Video kita mana yang paling banyak ditonton?           | TOP_BY
        Which of the videos by us has the most views?          | TOP_BY
        """)
    void whatWePostIsOurs(String question, Intent intent) {
        assertThat(read(question)).isInstanceOfSatisfying(Understanding.class, read -> {
            assertThat(read.intent()).isEqualTo(intent);
            assertThat(read.wants(Cue.OWN)).isTrue();
        });
    }

    @Test
    void thoseWhoAreLeftAreThoseWhoStay() {
        assertThat(read("How many viewers are left at 3 s in video v77?")).isInstanceOfSatisfying(Understanding.class,
                read -> {
                    assertThat(read.intent()).isEqualTo(Intent.DROP_AT);
                    assertThat(read.wants(Cue.STAY)).isTrue();
                    assertThat(read.wants(Cue.LEAVE)).isFalse();
                });
    }

    @Test
    void herVideosAreThoseOfThePage() {
        Question question = Question.of("How many of her videos were posted this week?", null);

        assertThat(Understanding.of(question, NAMES, NOW, named(EntityKind.CREATOR, "milo", "milo")))
                .isInstanceOfSatisfying(Understanding.class,
                        read -> assertThat(read.entity()).isEqualTo(new EntityId(EntityKind.CREATOR, "milo")));
        assertThat(read("How many of her videos with #glowskin were posted this week?"))
                .isInstanceOf(Misunderstood.class);
    }

    @Test
    void asksBackWhereANameMayBeSeveralThings() {
        assertThat(read("Why is Senja rising?")).isInstanceOfSatisfying(Misunderstood.class, read -> {
            assertThat(read.reason()).isEqualTo(Misunderstood.Reason.AMBIGUOUS_NAME);
            assertThat(read.meant()).extracting(one -> one.entity().kind()).containsExactly(EntityKind.HASHTAG,
                    EntityKind.SOUND);
        });
        assertThat(read("Why is the sound Senja rising?")).isInstanceOfSatisfying(Understanding.class,
                read -> assertThat(read.entity()).isEqualTo(new EntityId(EntityKind.SOUND, "s-13")));
    }

    @Test
    void findsVideosByPartOfTheirCaptionInQuotes() {
        assertThat(read("Why did \"bake bread\" do well?")).isInstanceOfSatisfying(Understanding.class,
                read -> assertThat(read.entity()).isEqualTo(new EntityId(EntityKind.VIDEO, "v77")));
    }

    @Test
    void namesOfSeveralWordsAreRead() {
        assertThat(read("How many views does Blue Hour have?")).isInstanceOfSatisfying(Understanding.class,
                read -> assertThat(read.entity()).isEqualTo(new EntityId(EntityKind.SOUND, "s-12")));
    }

    @Test
    void itIsTheEntityOfThePage() {
        Question question = Question.of("Why did it drop at 3 s?", null);

        assertThat(Understanding.of(question, NAMES, NOW, named(EntityKind.VIDEO, "v77", "How I bake bread")))
                .isInstanceOfSatisfying(Understanding.class, read -> {
                    assertThat(read.intent()).isEqualTo(Intent.DROP_AT);
                    assertThat(read.first(Slot.Second.class)).contains(new Slot.Second(3));
                });
        assertThat(Understanding.of(question, NAMES, NOW, null)).isInstanceOf(Misunderstood.class);
    }

    @Test
    void daysSpansAndCountsAreRead() {
        assertThat(read("How many views did #glowskin have on 3 November 2026?")).isInstanceOfSatisfying(
                Understanding.class,
                read -> assertThat(read.first(Slot.On.class)).contains(new Slot.On(LocalDate.parse("2026-11-03"))));
        assertThat(read("Berapa tayangan #glowskin kemarin?")).isInstanceOfSatisfying(Understanding.class,
                read -> assertThat(read.first(Slot.On.class)).contains(new Slot.On(LocalDate.parse("2026-11-19"))));
        assertThat(read("Lima tagar dengan tayangan terbanyak minggu ini")).isInstanceOfSatisfying(Understanding.class,
                read -> {
                    assertThat(read.count(3)).isEqualTo(5);
                    assertThat(read.hours()).contains(168);
                });
        assertThat(read("Which hashtags gained the most views in the last 3 days?")).isInstanceOfSatisfying(
                Understanding.class,
                read -> assertThat(read.hours()).contains(72));
    }

    /// The question is asked on Friday, 20 November 2026.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        How did views of #glowskin change since Monday?             | Period[from=2026-11-16, to=null]
        Apa yang berubah di #glowskin sejak Jumat lalu?             | Period[from=2026-11-13, to=null]
        What happened to #glowskin between 3 and 5 November?        | Period[from=2026-11-03, to=2026-11-05]
        Apa yang berubah di #glowskin dari 3 sampai 5 November?     | Period[from=2026-11-03, to=2026-11-05]
        What changed for #glowskin in September?                    | Period[from=2026-09-01, to=2026-09-30]
        What changed for #glowskin on November 3rd?                 | On[day=2026-11-03]
        What changed for #glowskin the day before yesterday?        | On[day=2026-11-18]
        How many views did #glowskin have three days ago?           | On[day=2026-11-17]
        Berapa tayangan #glowskin 3 hari yang lalu?                 | On[day=2026-11-17]
        Berapa tayangan #glowskin hari Selasa?                      | On[day=2026-11-17]
        How many views did #glowskin gain in the past five days?    | Span[hours=120]
        Tayangan baru #glowskin dua minggu terakhir?                | Span[hours=336]
        Tambahan tayangan #glowskin seminggu belakangan ini?        | Span[hours=168]
        How many views will #glowskin have in two days?             | Ahead[hours=48]
        Apakah #glowskin bakal melonjak 3 hari lagi?                | Ahead[hours=72]
        What changed for #glowskin this week compared with the week before? | Earlier[hours=168]
        Apa yang berubah di #glowskin dibanding sehari sebelumnya?  | Earlier[hours=24]
        """)
    void timesAreReadInWords(String question, String slot) {
        assertThat(read(question)).isInstanceOfSatisfying(Understanding.class,
                read -> assertThat(read.slots()).extracting(Slot::toString).contains(slot));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        How many viewers leave video v77 before 3 s?                | Stretch[from=0, to=3]
        How many viewers leave video v77 between 3 and 5 seconds?   | Stretch[from=3, to=5]
        Penonton video v77 kabur antara detik 3 dan 5?              | Stretch[from=3, to=5]
        How many viewers stay with video v77 past five seconds?     | After[second=5]
        Berapa penonton video v77 bertahan setelah detik ke-5?      | After[second=5]
        How many viewers leave video v77 at the 5th second?         | Second[second=5]
        Penonton video v77 kabur di detik ketiga?                   | Second[second=3]
        """)
    void secondsOfAVideoAreReadInWords(String question, String slot) {
        assertThat(read(question)).isInstanceOfSatisfying(Understanding.class,
                read -> assertThat(read.slots()).extracting(Slot::toString).contains(slot));
    }

    @Test
    void whatHasAnUnknownWordInItsNameMayBeMeant() {
        assertThat(read("How many followers does sari have?")).isInstanceOfSatisfying(Misunderstood.class, read -> {
            assertThat(read.words()).containsExactly("sari");
            assertThat(read.meant()).extracting(Slot.Named::name).containsExactly("sari.rasa");
        });
    }

    @Test
    void tellsTheLanguageByItsWords() {
        assertThat(Question.of("Tagar mana yang naik?", null).language()).isEqualTo(Language.INDONESIAN);
        assertThat(Question.of("Which hashtags rise?", null).language()).isEqualTo(Language.ENGLISH);
        assertThat(Question.of("Which hashtags rise?", Language.INDONESIAN).language()).isEqualTo(Language.INDONESIAN);
    }

    @Test
    void emptyAndEndlessQuestionsAreRefused() {
        assertThat(read(" ?! ")).isInstanceOfSatisfying(Misunderstood.class,
                read -> assertThat(read.reason()).isEqualTo(Misunderstood.Reason.EMPTY));
        assertThat(read("why ".repeat(100))).isInstanceOfSatisfying(Misunderstood.class,
                read -> assertThat(read.reason()).isEqualTo(Misunderstood.Reason.TOO_LONG));
    }
}
