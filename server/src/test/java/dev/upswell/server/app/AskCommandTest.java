package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.ask.AskRefused;
import dev.upswell.server.ask.Asking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Questions over three days of hourly readings whose numbers can be worked out by hand: `steady` gains 100 views an hour; `fast` gained 10 an
/// hour on the first two days and 50 on the third; `slow` gained 40 an hour on the first two and 20 on the third.
class AskCommandTest {

    private static final Terminal TERMINAL = new Terminal();
    private static final Instant START = Instant.parse("2025-11-01T00:00:00Z");

    @TempDir
    static Path folder;

    @BeforeAll
    static void bringIn() throws IOException {
        var text = new StringBuilder("hashtag,observed_at,views\n");
        long steady = 50_000;
        long fast = 20_000;
        long slow = 90_000;
        for (int hour = 0; hour <= 72; hour++) {
            Instant at = START.plus(Duration.ofHours(hour));
            text.append("steady,%s,%d\nfast,%s,%d\nslow,%s,%d\n".formatted(at, steady, at, fast, at, slow));
            boolean third = hour >= 48;
            steady += 100;
            fast += third ? 50 : 10;
            slow += third ? 20 : 40;
        }
        assertThat(TERMINAL.run("import", Files.writeString(folder.resolve("series.csv"), text).toString()).exitCode())
                .isZero();
        assertThat(TERMINAL.run("metrics").exitCode()).isZero();
    }

    private static JsonNode ask(String question) {
        return TERMINAL.json("ask", question).json();
    }

    private static double fact(JsonNode answer, String entity, String measure) {
        for (JsonNode fact : answer.at("/facts")) {
            if (fact.at("/entity").asString().equals(entity) && fact.at("/measure").asString().equals(measure)) {
                return fact.at("/value").asDouble();
            }
        }
        return Assertions.fail("no " + measure + " of " + entity + " in " + answer);
    }

    @Test
    void levelsAreThoseOfTheLastReading() {
        assertThat(fact(ask("How many views does #fast have?"), "#fast", "views")).isEqualTo(20_000 + 480 + 1_200);
        assertThat(fact(ask("Berapa tayangan #slow?"), "#slow", "views")).isEqualTo(90_000 + 1_920 + 480);
        assertThat(fact(ask("How many views did #fast have on 2 November 2025?"), "#fast", "views"))
                .isEqualTo(20_000 + 470);
    }

    @Test
    void gainsAreThoseOfTheWindow() {
        assertThat(fact(ask("How many views did #steady gain in the last 24 hours?"), "#steady", "views_gained"))
                .isEqualTo(2_400);
        assertThat(fact(ask("Berapa tayangan yang didapat #slow dalam 24 jam terakhir?"), "#slow", "views_gained"))
                .isEqualTo(480);
        assertThat(fact(ask("How many views did #fast gain in the last 2 days?"), "#fast", "views_gained"))
                .isEqualTo(240 + 1_200);
    }

    @Test
    void whatNothingStoredTellsIsNotZero() {
        JsonNode answer = ask("How many followers does #steady have?");

        assertThat(answer.at("/answered").asBoolean()).isFalse();
        assertThat(answer.at("/whyNot").asString()).isEqualTo("none_value");
        assertThat(answer.at("/text").asString())
                .isEqualTo("I don't know: for #steady, followers is not stored for that time.");
        assertThat(answer.at("/facts")).isEmpty();
        assertThat(ask("How many views did #steady gain in the last 30 days?").at("/answered").asBoolean()).isFalse();
        assertThat(ask("When is the best time to post?").at("/whyNot").asString()).isEqualTo("none_slots");
        assertThat(ask("Will #steady surge tomorrow?").at("/whyNot").asString()).isEqualTo("none_forecast");
        assertThat(ask("Which patterns work for #steady?").at("/whyNot").asString()).isEqualTo("none_patterns");
    }

    @Test
    void aLevelAloneDoesNotAnswerForASpan() {
        assertThat(ask("How many views did #steady have in the last 30 days?").at("/whyNot").asString())
                .isEqualTo("none_value");
        assertThat(ask("How many views did #steady get?").at("/text").asString()).contains("views 57,200", "2,400");
    }

    @Test
    void whatWasGainedIsToldBesideTheTimeBefore() {
        JsonNode answer = ask("What changed for #fast in the last 24 hours compared with the day before?");

        assertThat(answer.at("/facts")).extracting(fact -> fact.at("/value").asDouble()).containsExactly(1_200.0,
                240.0);
        assertThat(answer.at("/text").asString()).startsWith("#fast gained more by \"views gained\": 1,200 over");
        assertThat(ask("How many views has #slow gained since 3 November 2025?").at("/facts/2/value").asDouble())
                .isEqualTo(480);
    }

    @Test
    void oursAreTheAccountsThatAreWatchedAsOnesOwn() throws IOException {
        var brand = new Terminal();
        Path file = Files.writeString(folder.resolve("creators.csv"), """
            kind,id,source,observed_at,views,likes,comments,shares,followers
            creator,big,apify,2025-11-01T00:00:00Z,,,,,900
            creator,mine,apify,2025-11-01T00:00:00Z,,,,,300
            """);
        assertThat(brand.run("import", file.toString()).exitCode()).isZero();
        String question = "Which of our creators has the most followers?";

        JsonNode all = brand.json("ask", question).json();
        assertThat(all.at("/facts/0/entity").asString()).isEqualTo("@big");
        assertThat(all.at("/text").asString())
                .contains("No account is watched as one's own, so all that are watched count.");
        String counted = "How many videos did we post in the last 24 hours?";
        assertThat(brand.json("ask", counted).json().at("/text").asString())
                .contains("No account is watched as one's own, so all that are watched count.");

        try (OpenWorkplace workplace = brand.workplace()) {
            workplace.database().transactions().run(workplace.tenant(),
                    db -> db.sql("insert into watch (source, feed, target, kind, every_minutes, pages, added_at)"
                            + " values ('s', 'creator', 'mine', 'own', 60, 3, now())").update());
        }
        JsonNode own = brand.json("ask", question).json();
        assertThat(own.at("/facts")).hasSize(1);
        assertThat(own.at("/facts/0/entity").asString()).isEqualTo("@mine");
        assertThat(own.at("/text").asString()).contains("Only accounts that are watched as one's own count.");
        assertThat(brand.json("ask", counted).json().at("/whyNot").asString()).isEqualTo("none_own");
    }

    @Test
    void theFirstOfADayAreThoseOfItsWindow() {
        JsonNode answer = ask("Which two hashtags gained the most views on 2 November 2025?");

        assertThat(answer.at("/facts")).extracting(fact -> fact.at("/value").asDouble()).containsExactly(2_400.0,
                960.0);
        assertThat(ask("Which hashtag gained the most views on 4 November 2025?").at("/answered").asBoolean())
                .isFalse();
    }

    @Test
    void whatIsPartOfANameIsRefusedWithWhatMayBeMeant() {
        Said said = TERMINAL.run("ask", "How many views does stead have?");

        assertThat(said.out()).contains("I don't know: these words are not understood: stead.",
                "Meant may be: #steady");
    }

    @Test
    void whetherSomethingRisesIsToldWithoutACause() {
        assertThat(ask("Is #fast rising or falling?").at("/text").asString()).startsWith("#fast gained 1,200 views")
                .doesNotContain("caused");
        assertThat(ask("#slow lagi naik nggak?").at("/text").asString()).startsWith("Kenyataannya lain: #slow");
    }

    @Test
    void twoAreComparedByTheSameMeasure() {
        JsonNode answer = ask("Does #slow have more views than #steady?");

        assertThat(answer.at("/text").asString()).startsWith("#slow is ahead of #steady: views 92,400 against 57,200.");
        assertThat(answer.at("/chart/bars")).hasSize(2);
    }

    @Test
    void theFirstOfAKindAreRankedWithTheirPages() {
        JsonNode answer = ask("Dua tagar dengan tayangan terbanyak?");

        assertThat(answer.at("/language").asString()).isEqualTo("id");
        assertThat(answer.at("/facts")).hasSize(2);
        assertThat(answer.at("/facts/0/entity").asString()).isEqualTo("#slow");
        assertThat(answer.at("/facts/0/page").asString()).isEqualTo("/entities/hashtag/slow");
        assertThat(answer.at("/facts/1/value").asDouble()).isEqualTo(57_200);
        assertThat(ask("Which hashtag has the fewest views?").at("/facts/0/entity").asString()).isEqualTo("#fast");
    }

    @Test
    void onlyWhatGrowsRisesAndOnlyWhatShrinksFalls() {
        JsonNode rising = ask("Which hashtags are rising?");
        JsonNode falling = ask("Tagar mana yang turun?");

        assertThat(fact(rising, "#fast", "view_growth")).isEqualTo(4);
        assertThat(rising.at("/text").asString()).doesNotContain("#slow", "#steady");
        assertThat(fact(falling, "#slow", "view_growth")).isEqualTo(-0.5);
        assertThat(falling.at("/text").asString()).doesNotContain("#fast", "#steady");
    }

    @Test
    void aWrongPremiseIsSaidToBeOtherwise() {
        assertThat(ask("Why is #fast rising?").at("/text").asString())
                .startsWith("#fast gained 1,200 views in the 24 hours to 4 November 2025, 00:00 UTC, "
                        + "+400.0 % against the 24 hours before.")
                .endsWith("what caused it, nothing stored can tell.");
        assertThat(ask("Why is #slow rising?").at("/text").asString())
                .startsWith("It is otherwise: #slow gained 480 views");
        assertThat(ask("Why did #fast get fewer views?").at("/text").asString())
                .startsWith("It is otherwise: #fast gained 1,200 views");
        assertThat(ask("Why did #slow get fewer views?").at("/text").asString()).startsWith("#slow gained 480 views");
    }

    @Test
    void whatChangedIsToldWithBothReadings() {
        JsonNode answer = ask("What changed for #fast over the last 24 hours?");

        assertThat(answer.at("/text").asString())
                .startsWith("Views of #fast rose from 20,480 on 3 November 2025, 00:00 UTC to 21,680 on "
                        + "4 November 2025, 00:00 UTC, by 1,200.");
    }

    @Test
    void entitiesAreCounted() {
        assertThat(fact(ask("How many hashtags do we watch?"), "hashtag", "watched")).isEqualTo(3);
    }

    @Test
    void questionsThatAreNotUnderstoodAreRefusedWithWhatWasAndWhatCanBeAsked() {
        Said said = TERMINAL.run("ask", "Which", "hashtags", "rise", "in", "Bandung?");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("I don't know: these words are not understood: Bandung.", "Read as: hashtags",
                "Can be asked: Which hashtags are rising now?");
        assertThat(ask("How many views does #nobody have?").at("/text").asString())
                .isEqualTo("I don't know: nothing is stored that is called #nobody.");
        assertThat(ask("Kenapa #fast tidak naik?").at("/text").asString())
                .isEqualTo("Saya tidak tahu: kata-kata ini tidak dipahami: tidak.");
    }

    @Test
    void theLanguageCanBeNamed() {
        assertThat(TERMINAL.json("ask", "#fast views?", "--language", "id").json().at("/text").asString())
                .startsWith("#fast: tayangan 21.680");
        Said wrong = TERMINAL.run("ask", "Why is #fast rising?", "--language", "de");
        assertThat(wrong.exitCode()).isNotZero();
        assertThat(wrong.err()).contains("Questions are not understood in \"de\".", "Ask in en or id");
    }

    @Test
    void itIsTheEntityOfThePage() {
        try (OpenWorkplace workplace = TERMINAL.workplace()) {
            Asking asking = workplace.asking();

            assertThat(asking.ask(new Asking.Wanted("Why is it rising?", null, "hashtag/fast", "page")).text())
                    .startsWith("#fast gained 1,200 views");
            assertThat(asking.ask(new Asking.Wanted("Why is it rising?", null, null, "page")).whyNot())
                    .isEqualTo("no_subject");
            assertThatExceptionOfType(AskRefused.class)
                    .isThrownBy(() -> asking.ask(new Asking.Wanted("Why?", null, "hashtag/nobody", "page")))
                    .withMessageStartingWith("Nothing is stored that \"hashtag/nobody\" means.");
            assertThatExceptionOfType(AskRefused.class)
                    .isThrownBy(() -> asking.ask(new Asking.Wanted("Why?", null, "planet", "page")));
        }
    }

    @Test
    void whetherItHelpedIsNoted() {
        String id = ask("How many views does #fast have?").at("/id").asString();
        try (OpenWorkplace workplace = TERMINAL.workplace()) {
            workplace.asking().helped(id, true);

            Boolean kept = workplace.database().transactions().call(workplace.tenant(),
                    db -> db.sql("select helped from asked where id = ?").param(UUID.fromString(id))
                            .query(Boolean.class).single());
            assertThat(kept).isTrue();
            assertThatExceptionOfType(AskRefused.class)
                    .isThrownBy(() -> workplace.asking().helped(UUID.randomUUID().toString(), true));
            assertThatExceptionOfType(AskRefused.class).isThrownBy(() -> workplace.asking().helped("x", true))
                    .withMessageContaining("There is no question x.");
        }
    }

    @Test
    void anotherTenantsHashtagsAreUnknown() {
        assertThat(new Terminal().json("ask", "How many views does #fast have?").json().at("/whyNot").asString())
                .isEqualTo("unknown_name");
    }
}
