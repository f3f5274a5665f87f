package dev.upswell.server.tuning.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.tuning.KeptTuning;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.server.tuning.Tunings;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TuningRestTest {

    private static final Instant NOON = Instant.parse("2025-03-12T12:00:00Z");
    private static final TenantId TENANT = TestDatabase.newTenant();

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(TuningRestConfiguration.class),
                InstantSource.fixed(NOON), TENANT, new Tunings(TestDatabase.shared()));
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aSearchIsListedAndReadWithItsCandidates() {
        StoredTuning kept = KeptTuning.put(TestDatabase.shared(), TENANT, NOON, 0.02);

        JsonNode all = JsonMapper.shared().readTree(site.json("/api/v1/tunings").body());
        JsonNode one = JsonMapper.shared().readTree(site.json("/api/v1/tunings/" + kept.id()).body());

        assertThat(all.propertyNames()).containsExactlyInAnyOrder("items", "total", "limit", "offset");
        assertThat(all.at("/items/0/adopted").asBoolean()).isTrue();
        assertThat(all.at("/items/0/trees/confirmation/difference/interval/low").asDouble()).isEqualTo(0.02);
        assertThat(all.at("/items/0/trees/trials").isMissingNode()).isTrue();
        assertThat(one.at("/trees/trials/0/candidate/trees/rounds").asInt()).isEqualTo(KeptTuning.FOUND.rounds());
        assertThat(one.at("/kind").asString()).isEqualTo("hashtag");
    }

    @Test
    void anUnknownSearchIsAProblem() {
        assertThat(site.json("/api/v1/tunings/abc").statusCode()).isEqualTo(404);
        assertThat(site.json("/api/v1/tunings?limt=3").statusCode()).isEqualTo(400);
    }
}
