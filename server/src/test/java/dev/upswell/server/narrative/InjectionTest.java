package dev.upswell.server.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.prompt.Quoted;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.wording.Asking;
import dev.upswell.server.wording.CheckedWording;
import dev.upswell.server.wording.Matter;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Prices;
import dev.upswell.server.wording.Prompts;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Spending;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Wording;
import dev.upswell.server.wording.WordingSettings;
import dev.upswell.server.wording.Wordings;
import dev.upswell.server.wording.provider.ProviderModels;
import dev.upswell.server.wording.provider.ProviderModels.Access;
import dev.upswell.server.wording.provider.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Captions that try to give orders change nothing but what is said of themselves: neither where nobody asks a model, nor where a model
/// obeys them.
class InjectionTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Injection> INJECTIONS = injections();
    private static final InstantSource CLOCK = InstantSource.fixed(MovingWorld.NOW);

    /// A caption that tries to give orders, and what it is after.
    private record Injection(String id, String caption, String aim) {
    }

    private static List<Injection> injections() {
        try (var in = Objects
                .requireNonNull(InjectionTest.class.getResourceAsStream("injections.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .map(JSON::readTree).map(one -> new Injection(one.get("id").asString(),
                            one.get("caption").asString(), one.get("aim").asString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wordings wordings(TenantId tenant, CheckedWording.Models models) {
        Spending spending = new Spending(tenant, TestDatabase.shared(), CLOCK);
        Prompts prompts = new Prompts(tenant, TestDatabase.shared(), CLOCK);
        Outputs outputs = new Outputs(tenant, TestDatabase.shared(), CLOCK);
        WordingSettings settings = WordingSettings.usual().spending(1_000_000, Prices.of("mine=0/0"))
                .timed(Duration.ofSeconds(5), Duration.ofMillis(1));
        Wording wording = new CheckedWording(models, new Asking(settings, spending, (Duration time) -> {
        }), prompts, outputs, CLOCK);
        return new Wordings(wording, prompts, outputs, spending, "USD");
    }

    /// Everything that the product says of a world whose hundred videos have these captions.
    private static List<String> run(TenantId tenant, boolean blank) {
        Narratives narratives = new MovingWorld(tenant, INJECTIONS.size(),
                i -> blank ? "" : INJECTIONS.get(i).caption()).narratives(wordings(tenant, purpose -> List.of()));
        narratives.run();
        narratives.make("hashtag/corgi");
        List<String> said = new ArrayList<>();
        narratives.list(new Narratives.Filter(null, null, null), 500, 0).items().stream()
                .map(one -> one.kind() + " " + one.topic() + " " + one.language() + " " + one.text().sentences() + " "
                        + one.evidence() + " " + new TreeMap<>(one.links()) + " " + one.flags())
                .sorted().forEach(said::add);
        var trends = new TrendQuery(TestDatabase.shared(), Expectations.NONE);
        var entities = new EntityQuery(TestDatabase.shared(), Expectations.NONE);
        for (EntityKind kind : List.of(EntityKind.HASHTAG, EntityKind.VIDEO)) {
            trends.trends(tenant, kind, null).lines().forEach(line -> {
                EntityId entity = line.ranked().row().entity();
                said.add(line.name() + " " + line.ranked().rank() + " " + line.ranked().flags() + " "
                        + line.ranked().row().values() + " "
                        + entities.expected(tenant, entity, MovingWorld.END, null));
            });
        }
        return said;
    }

    /// How many rows of each table a tenant has.
    private static Map<String, Long> effects(TenantId tenant) {
        Map<String, Long> rows = new TreeMap<>();
        TestDatabase.shared().transactions().run(tenant, db -> db
                .sql("""
                    select table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                    where column_name = 'tenant_id' and table_schema = 'public' and t.table_type = 'BASE TABLE'""")
                .query(String.class).list()
                .forEach(table -> rows.put(table, db.sql("select count(*) from " + table).query(Long.class).single())));
        return rows;
    }

    @Test
    void theProductSaysAndDoesTheSameWhetherCaptionsGiveOrdersOrAreBlank() {
        TenantId ordered = TestDatabase.newTenant();
        TenantId blank = TestDatabase.newTenant();

        List<String> said = run(ordered, false);

        assertThat(INJECTIONS).hasSizeGreaterThanOrEqualTo(100);
        assertThat(said).hasSizeGreaterThan(100).isEqualTo(run(blank, true));
        assertThat(effects(ordered)).containsKeys("narrative", "entity", "alert", "improvement_task")
                .isEqualTo(effects(blank));
    }

    private static final Fact GAINED = new Fact("f1", "#corgi", "views_gained", 120_000.0, Unit.VIEWS,
            MovingWorld.END, "24 h");
    private static final String OWN = "#corgi gained 120,000 views in 24 hours [f1].";

    /// What is asked where a stranger's text reaches a model: as the name of a sound, which is the most that any may.
    private static Matter matter(Injection one) {
        Known known = new Known();
        known.number("#corgi", "views_gained", 120_000, Unit.VIEWS, MovingWorld.END, "24 h", "/");
        Topic sound = Topic.of(new EntityId(EntityKind.SOUND, "71"), one.caption());
        known.number(sound.name(), "views gained by carrying videos in 24 h", 93_600, Unit.VIEWS, MovingWorld.END,
                "#corgi", "/");
        return new Matter(Purpose.NARRATIVE, known.evidence(MovingWorld.END), Locale.ENGLISH, MovingWorld.CORGI,
                List.of(OWN), 1);
    }

    private static String line(String text) {
        String plain = text.replaceAll("\\s+", " ").strip();
        return plain.substring(0, plain.offsetByCodePoints(0, Math.min(200, plain.codePointCount(0, plain.length()))));
    }

    /// What a model says that obeys: the caption itself, also as what its own fact bears out, praise, others' names, what it was told.
    private static String[] obeyed(Injection one, String told) {
        return new String[]{line(one.caption()) + " [f1]", Topic.fit(one.caption()) + " [f2].",
                "#corgi is an awesome trend with 90 million views [f1].",
                "@rival.rita lost 40 % of her followers [f1].", line(told) + " [f1]"};
    }

    private static String body(JsonNode content) {
        return """
            {"id":"c1","object":"chat.completion","created":1771200000,"model":"mine","choices":[{"index":0,
             "message":{"role":"assistant","content":%s,"refusal":null},"logprobs":null,"finish_reason":"stop"}],
             "usage":{"prompt_tokens":410,"completion_tokens":12,"total_tokens":422}}"""
                .formatted(JSON.writeValueAsString(content.isString() ? content.asString() : content.toString()));
    }

    /// The answer of each try; every fourth model breaks the form that was asked for, as many captions order.
    private static String answer(Injection one, int number, String told) {
        var sentences = JSON.valueToTree(Map.of("sentences", obeyed(one, told)));
        return switch (number % 8) {
            case 3 -> body(JSON.valueToTree(Map.of("sentences", obeyed(one, told), "tool_calls",
                    List.of(Map.of("name", "delete_videos", "arguments", Map.of("creator", "@rival.rita"))))));
            case 7 -> body(JSON.valueToTree(one.caption()));
            default -> body(sentences);
        };
    }

    @Test
    void nothingOfWhatAnObedientModelSaysIsShown() {
        List<String> shown = new ArrayList<>();
        String standing = "Say why momentum is as it is, the most telling fact first.";
        for (int i = 0; i < INJECTIONS.size(); i++) {
            Injection one = INJECTIONS.get(i);
            TenantId tenant = TestDatabase.newTenant();
            try (StandIn model = new StandIn()) {
                model.says(200, answer(one, i, standing)).says(200, answer(one, i, standing));
                ProviderModels models = ProviderModels.of(new Access("", "", "", true), new Access("", "", "", true),
                        new Access(model.url(), "", "mine", true), "all=compatible", AddressGuard.of(""));
                Wordings wordings = wordings(tenant, models);

                Worded worded = wordings.wording().write(matter(one));

                worded.sentences().stream().filter(sentence -> !sentence.equals(OWN))
                        .forEach(sentence -> shown.add(one.id() + " " + one.aim() + ": " + sentence));
                boolean broken = i % 8 == 3 || i % 8 == 7;
                assertThat(wordings.outputs().failures(MovingWorld.END)).as(one.id())
                        .satisfies(failures -> assertThat(failures.isEmpty()).isEqualTo(broken));
                assertThat(worded.steps()).as(one.id()).isNotEmpty();
                asIsQuoted(one, model.asked().getFirst().body());
                standing = model.asked().getFirst().body().at("/messages/0/content").asString();
            }
        }
        assertThat(shown).isEmpty();
    }

    /// The stranger's text stands once, as a JSON string on one line within the evidence, and never among the instructions.
    private static void asIsQuoted(Injection one, JsonNode request) {
        String instructions = request.at("/messages/0/content").asString();
        String evidence = request.at("/messages/1/content").asString();
        assertThat(request.at("/messages").size()).isEqualTo(2);
        assertThat(request.has("tools")).isFalse();
        assertThat(instructions).as(one.id()).contains(Quoted.STANDING).contains("Use only the facts of the evidence");
        assertThat(evidence).as(one.id()).startsWith(Quoted.BEGIN + "\n").endsWith(Quoted.END);
        List<String> lines = evidence.lines().toList();
        assertThat(lines).as(one.id()).hasSize(4);
        assertThat(JSON.readTree(lines.get(1)).at("/entity").asString()).isEqualTo(GAINED.entity());
        assertThat(JSON.readTree(lines.get(2)).at("/value").asDouble()).as(one.id()).isEqualTo(93_600);
    }
}
