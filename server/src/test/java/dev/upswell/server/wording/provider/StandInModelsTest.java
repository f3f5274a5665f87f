package dev.upswell.server.wording.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.wording.Asking;
import dev.upswell.server.wording.CheckedWording;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Prices;
import dev.upswell.server.wording.Prompts;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Spending;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Worded.Author;
import dev.upswell.server.wording.Worded.Step;
import dev.upswell.server.wording.WordingSettings;
import dev.upswell.server.wording.provider.ProviderModels.Access;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Language models behind a local server that speaks their contracts: whatever they do, a true text is shown, and who wrote it.
class StandInModelsTest {

    private static final Instant NOW = Instant.parse("2025-09-15T00:06:00Z");
    private static final String KEY = "sk-never-to-be-seen-4711";
    private static final String TRUE = "#corgilife gained 1.2 M views [f1].";
    private static final String FALSE = "#corgilife gained 9.9 M views [f1].";
    private static final Evidence EVIDENCE = Evidence
            .of(List.of(new Fact("f1", "#corgilife", "views_gained", 1_234_567.0,
                    Unit.VIEWS, Instant.parse("2025-09-15T00:00:00Z"), "24 h")), NOW);

    private final StandIn anthropic = new StandIn();
    private final StandIn openai = new StandIn();
    private final TenantId tenant = TestDatabase.newTenant();
    private final List<Duration> pauses = new ArrayList<>();
    private final Outputs outputs = new Outputs(tenant, TestDatabase.shared(), InstantSource.fixed(NOW));
    private WordingSettings settings = WordingSettings.usual()
            .spending(10_000_000, Prices.of("claude-sonnet-5=3/15, gpt-5-mini=0.25/2, mine=0/0"))
            .timed(Duration.ofSeconds(5), Duration.ofMillis(500));

    @AfterEach
    void stop() {
        anthropic.close();
        openai.close();
    }

    private CheckedWording wording(boolean own) {
        var models = ProviderModels.of(new Access(anthropic.url(), KEY, "claude-sonnet-5", own),
                new Access(openai.url(), KEY, "gpt-5-mini", own), new Access("", "", "", true), "all=anthropic+openai",
                AddressGuard.of(""));
        var clock = InstantSource.fixed(NOW);
        var spending = new Spending(tenant, TestDatabase.shared(), clock);
        return new CheckedWording(models, new Asking(settings, spending, pauses::add),
                new Prompts(tenant, TestDatabase.shared(), clock), outputs, clock);
    }

    private Worded write() {
        return wording(true).write(Purpose.NARRATIVE, EVIDENCE, Locale.ENGLISH);
    }

    private List<Spending.Day> days() {
        return new Spending(tenant, TestDatabase.shared(), InstantSource.fixed(NOW)).days(5);
    }

    @Test
    void anAnswerThatHoldsIsShownWithItsModelAndItsCost() {
        anthropic.message("end_turn", TRUE);

        Worded worded = write();

        assertThat(worded.by()).isEqualTo(Author.MODEL);
        assertThat(worded.model()).isEqualTo("claude-sonnet-5");
        assertThat(worded.text()).isEqualTo(TRUE);
        assertThat(worded.shown()).isEqualTo("#corgilife gained 1.2 M views.");
        assertThat(worded.steps()).isEmpty();
        assertThat(days()).singleElement().satisfies(day -> {
            assertThat(day.spentMicros()).isEqualTo(412 * 3 + 24 * 15);
            assertThat(day.reservedMicros()).isZero();
        });
    }

    @Test
    void theRequestsAreThoseOfTheContracts() {
        anthropic.says(529,
                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}");
        openai.completion("stop", TRUE);

        Worded worded = write();
        JsonNode message = anthropic.asked().getFirst().body();
        JsonNode completion = openai.asked().getFirst().body();

        assertThat(worded.model()).isEqualTo("gpt-5-mini");
        assertThat(anthropic.asked().getFirst().path()).isEqualTo("/v1/messages");
        assertThat(anthropic.asked().getFirst().headers()).containsEntry("x-api-key", KEY)
                .containsEntry("anthropic-version", "2023-06-01");
        assertThat(message.propertyNames()).containsExactlyInAnyOrder("model", "max_tokens", "system", "messages",
                "output_config", "stream");
        assertThat(message.get("max_tokens").asInt()).isEqualTo(4_000);
        assertThat(message.at("/output_config/format/type").asString()).isEqualTo("json_schema");
        assertThat(message.at("/output_config/format/schema/additionalProperties").asBoolean()).isFalse();
        assertThat(message.at("/output_config/format/schema/required/0").asString()).isEqualTo("sentences");
        assertThat(openai.asked().getFirst().path()).isEqualTo("/v1/chat/completions");
        assertThat(openai.asked().getFirst().headers()).containsEntry("authorization", "Bearer " + KEY);
        assertThat(completion.propertyNames()).contains("model", "messages", "max_completion_tokens", "response_format")
                .doesNotContain("temperature", "max_tokens", "tools");
        assertThat(completion.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(completion.at("/response_format/json_schema/schema/additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void overloadIsNotWaitedForButTheSecondProviderIsAsked() {
        anthropic.says(529, "{}");
        openai.completion("stop", TRUE);

        assertThat(write().steps()).containsExactly(new Step("anthropic", "it is overloaded (529)"));
        assertThat(pauses).isEmpty();
    }

    @Test
    void tooManyRequestsAreWaitedForAsLongAsIsAsked() {
        anthropic.says(429, "{}", "retry-after", "2").message("end_turn", TRUE);

        Worded worded = write();

        assertThat(worded.model()).isEqualTo("claude-sonnet-5");
        assertThat(worded.steps()).containsExactly(new Step("anthropic", "it has too many requests (429)"));
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void aWaitBeyondTheTimeoutIsNotTaken() {
        anthropic.says(429, "{}", "retry-after", "60");
        openai.completion("stop", TRUE);

        assertThat(write().model()).isEqualTo("gpt-5-mini");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aQuotaThatIsUsedUpIsNotTriedAgain() {
        anthropic.says(401, "{}");
        openai.says(429,
                "{\"error\":{\"message\":\"x\",\"type\":\"y\",\"param\":null,\"code\":\"insufficient_quota\"}}");

        Worded worded = write();

        assertThat(worded.by()).isEqualTo(Author.TEMPLATE);
        assertThat(worded.steps()).containsExactly(new Step("anthropic", "it does not take the key (401)"),
                new Step("openai", "its quota is used up (429)"));
        assertThat(worded.shown()).isEqualTo("Views gained of #corgilife (24 h) on 15 September 2025: 1,234,567.");
    }

    @Test
    void failuresOfServersAreTriedThreeTimesMoreWithGrowingPauses() {
        anthropic.says(500, "{}").says(502, "").says(500, "{}").says(500, "{}");
        openai.completion("stop", TRUE);

        assertThat(write().model()).isEqualTo("gpt-5-mini");
        assertThat(anthropic.asked()).hasSize(4);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void silenceEndsAtTheTimeout() {
        settings = settings.timed(Duration.ofMillis(300), Duration.ofMillis(1));
        anthropic.silent().silent().silent().silent();
        openai.completion("stop", TRUE);

        Worded worded = write();

        assertThat(worded.model()).isEqualTo("gpt-5-mini");
        assertThat(worded.steps()).hasSize(4).allSatisfy(
                step -> assertThat(step.ended()).isEqualTo("no answer within 0.3 s"));
    }

    @Test
    void brokenJsonIsAskedForOnceMoreWithTheComplaint() {
        anthropic.says(200, "{\"type\":\"message\"").message("end_turn", TRUE);

        Worded worded = write();

        assertThat(worded.by()).isEqualTo(Author.MODEL);
        assertThat(worded.steps()).containsExactly(
                new Step("anthropic", "the answer could not be read: its body is no JSON"));
        assertThat(anthropic.asked().getLast().body().toString()).contains("The last answer could not be used");
    }

    @Test
    void textThatIsNotTheSchemaIsAskedForOnceMoreAndThenLeft() {
        String prose = "{\"type\":\"message\",\"content\":[{\"type\":\"text\",\"text\":\"Sure! Here it is\"}],"
                + "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";
        anthropic.says(200, prose).says(200, prose);
        openai.completion("stop", TRUE);

        Worded worded = write();

        assertThat(worded.model()).isEqualTo("gpt-5-mini");
        assertThat(worded.steps()).extracting(Step::ended).containsExactly(
                "the answer could not be used: it is no JSON", "the answer could not be used: it is no JSON");
    }

    @Test
    void aCutAnswerIsAskedForOnceMoreWithTwiceTheTokens() {
        anthropic.message("max_tokens", TRUE).message("end_turn", TRUE);

        Worded worded = write();

        assertThat(worded.by()).isEqualTo(Author.MODEL);
        assertThat(worded.steps()).containsExactly(new Step("anthropic", "the answer was cut at 4000 tokens"));
        assertThat(anthropic.asked().getLast().body().get("max_tokens").asInt()).isEqualTo(8_000);
    }

    @Test
    void refusalsOfBothAreTheTemplatesTurn() {
        anthropic.message("refusal", TRUE);
        openai.says(200, """
            {"choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"I cannot"},
             "finish_reason":"stop"}],"usage":{"prompt_tokens":4,"completion_tokens":2,"total_tokens":6}}""");

        Worded worded = write();

        assertThat(worded.by()).isEqualTo(Author.TEMPLATE);
        assertThat(worded.steps()).containsExactly(new Step("anthropic", "it refused to answer"),
                new Step("openai", "it refused to answer"));
    }

    @Test
    void falseSentencesAreDiscardedAndCounted() {
        anthropic.message("end_turn", TRUE, FALSE);

        Worded worded = write();

        assertThat(worded.text()).isEqualTo(TRUE);
        assertThat(worded.steps()).containsExactly(
                new Step("checker", "1 of 2 sentences of claude-sonnet-5 were discarded"));
        assertThat(outputs.failures(NOW)).containsOnlyKeys("NUMBER").containsEntry("NUMBER", 1L);
    }

    @Test
    void whereNothingHoldsTheNextIsAskedAndThenTheTemplate() {
        anthropic.message("end_turn", FALSE);
        openai.completion("stop", FALSE);

        Worded worded = write();

        assertThat(worded.by()).isEqualTo(Author.TEMPLATE);
        assertThat(worded.steps()).hasSize(2);
        assertThat(outputs.failures(NOW)).containsEntry("NUMBER", 2L);
    }

    @Test
    void sentencesThatAreTooLongAreDiscarded() {
        anthropic.message("end_turn", "#corgilife gained 1.2 M views" + " and more of the same".repeat(20) + " [f1].");
        openai.completion("stop", TRUE);

        assertThat(write().model()).isEqualTo("gpt-5-mini");
        assertThat(outputs.failures(NOW)).containsKey("LENGTH");
    }

    @Test
    void theSameQuestionIsAnsweredOnceAndPaidOnce() {
        anthropic.message("end_turn", TRUE);

        Worded first = write();
        Worded second = write();

        assertThat(second).isEqualTo(first);
        assertThat(anthropic.asked()).hasSize(1);
    }

    @Test
    void withoutMoneyNobodyIsAsked() {
        settings = settings.spending(100, settings.prices());

        Worded worded = write();

        assertThat(worded.by()).isEqualTo(Author.TEMPLATE);
        assertThat(worded.steps()).extracting(Step::who).containsExactly("ceiling", "ceiling");
        assertThat(anthropic.asked()).isEmpty();
    }

    @Test
    void aModelWithoutAPriceIsNotAsked() {
        settings = settings.spending(10_000_000, Prices.of("gpt-5-mini=0.25/2"));
        openai.completion("stop", TRUE);

        assertThat(write().steps()).containsExactly(new Step("anthropic", "no price is known of claude-sonnet-5"));
        assertThat(anthropic.asked()).isEmpty();
    }

    @Test
    void serversInPrivateNetworksAreNotAskedUnlessAPersonNamedThem() {
        Worded worded = wording(false).write(Purpose.NARRATIVE, EVIDENCE, Locale.ENGLISH);

        assertThat(worded.by()).isEqualTo(Author.TEMPLATE);
        assertThat(worded.steps()).extracting(Step::ended)
                .allSatisfy(
                        ended -> assertThat(ended).isEqualTo("127.0.0.1 is this machine, where no request is sent"));
        assertThat(anthropic.asked()).isEmpty();
        assertThat(openai.asked()).isEmpty();
    }

    @Test
    void noKeyIsInWhatIsKeptOrShown() {
        anthropic.says(401, "{\"error\":\"" + KEY + "\"}");
        openai.says(400, "{\"error\":{\"message\":\"" + KEY + "\"}}");

        Worded worded = write();

        assertThat(worded.toString()).doesNotContain(KEY);
        assertThat(outputs.list(10, 0).toString()).doesNotContain(KEY);
        assertThat(new Access("https://x", KEY, "m", false).toString()).doesNotContain(KEY);
    }

    @Test
    void indonesianIsWrittenByTheTemplateToo() {
        Worded worded = new CheckedWording(purpose -> List.of(),
                new Asking(settings, new Spending(tenant, TestDatabase.shared(), InstantSource.fixed(NOW)),
                        pauses::add),
                new Prompts(tenant, TestDatabase.shared(), InstantSource.fixed(NOW)), outputs, InstantSource.fixed(NOW))
                .write(Purpose.NARRATIVE, EVIDENCE, Locale.of("id"));

        assertThat(worded.shown()).isEqualTo("Views gained dari #corgilife (24 h) pada 15 September 2025: 1.234.567.");
        assertThat(worded.steps()).isEmpty();
    }
}
