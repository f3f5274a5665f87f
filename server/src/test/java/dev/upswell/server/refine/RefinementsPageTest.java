package dev.upswell.server.refine;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.refine.page.RefinePagesConfiguration;
import dev.upswell.server.refine.rest.RefineRestConfiguration;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.wording.Asking;
import dev.upswell.server.wording.Prompts;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Revising;
import dev.upswell.server.wording.Spending;
import dev.upswell.server.wording.WordingSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RefinementsPageTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-09-16T05:00:00Z"));

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final Prompts prompts = new Prompts(tenant, database, CLOCK);
    private final Refinements refinements = new Refinements(tenant, database, CLOCK, prompts, new Revising(
            _ -> List.of(), new Asking(WordingSettings.usual(), new Spending(tenant, database, CLOCK), _ -> {
            })));

    private void rejected(int version, String at, int count) {
        database.transactions().run(tenant, db -> db
                .sql("""
                    with made as (insert into wording_output (id, purpose, language, prompt_number, asked_number, inputs_sha256,
                    evidence, text, written_by, provider, model, steps, cost_micros, millis, at)
                    select gen_random_uuid(), 'narrative', 'en', ?, ?, repeat('0', 64), '{}', 'It moves.', 'MODEL', 'sample',
                    'parrot', '[]', 1, 1, ?::timestamptz from generate_series(1, ?) returning id)
                    insert into wording_verdict (output_id, verdict, by, at) select id, 'REJECT', 'ana', ?::timestamptz from made""")
                .params(version, version, at, count, at).update());
    }

    @Test
    void proposalsAndTrialsStandOnThePageAndForPrograms() {
        try (LocalSite server = LocalSite.of(
                List.of(RefinePagesConfiguration.class, RefineRestConfiguration.class), CLOCK, tenant, refinements)) {
            assertThat(text(server.client().page("/models/prompts/refinements"), 200)).contains(
                    "Nothing was proposed yet", "No version is tried.");
            assertThat(json(server.client().postJson("/api/v1/prompt-refinements", ""), 201).at("/proposed").size())
                    .isZero();
            rejected(1, "2025-09-15T05:00:00Z", 7);
            database.transactions().run(tenant, db -> db.sql("""
                insert into wording_failure (output_id, number, rule, excerpt, at) select id, 1, 'CAUSE', 'because',
                '2025-09-15T05:00:00Z' from wording_output""").update());

            JsonNode proposed = json(server.client().postJson("/api/v1/prompt-refinements", ""), 201);

            assertThat(proposed.at("/proposed/0/rejected").asInt()).isEqualTo(7);
            assertThat(proposed.at("/proposed/0/rules/CAUSE").asInt()).isEqualTo(7);
            assertThat(proposed.at("/proposed/0/state").asString()).isEqualTo("draft");
            assertThat(json(server.client().json("/api/v1/prompt-refinements"), 200).at("/total").asInt()).isEqualTo(1);
            prompts.tryOut(Purpose.NARRATIVE, 2, 0.5);
            rejected(1, "2025-09-16T06:00:00Z", 3);
            rejected(2, "2025-09-16T06:00:00Z", 4);
            JsonNode trial = json(server.client().json("/api/v1/prompt-trials"), 200).at("/items/0");
            assertThat(trial.at("/triedAsked").asInt()).isEqualTo(4);
            assertThat(trial.at("/verdict").asString()).isEqualTo("OPEN");
            assertThat(text(server.client().page("/models/prompts/refinements"), 200)).contains("narrative 2",
                    "by rule",
                    "of 7 texts 0 edited, 7 rejected, 7 with a discarded sentence", "cause 7",
                    "narrative: version 2 beside 1", "not sure yet", "accepted as they were, of those judged",
                    "0.0 % of 3");
        }
    }
}
