package dev.upswell.server.plan.page;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.upswell.server.fyp.ScoredBrand;
import dev.upswell.server.plan.Planner;
import dev.upswell.server.plan.rest.PlanRestConfiguration;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The page of the planner, its calendar and its REST, over a brand of 25 days.
class PlanPagesTest {

    private static final String PATH = "/api/v1/planner";
    private static final Instant FRIDAY = Instant.parse("2025-03-28T00:00:00Z");
    private static final ScoredBrand BRAND = ScoredBrand.scored(600);

    private static LocalSite server;
    private static LocalSite other;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        server = site(BRAND);
        other = site(BRAND);
        empty = site(new ScoredBrand());
    }

    private static LocalSite site(ScoredBrand brand) {
        InstantSource clock = InstantSource.fixed(FRIDAY);
        return LocalSite.of(List.of(PlanPagesConfiguration.class, PlanRestConfiguration.class), clock,
                new Planner(TestDatabase.newTenant(), brand.database, brand.scores, clock));
    }

    @AfterAll
    static void stop() {
        server.close();
        other.close();
        empty.close();
    }

    @Test
    void aWeekIsFilledAcceptedMovedDeclinedFilledAndExported() {
        SiteClient site = server.client();
        assertThat(text(site.page("/planner"), 200)).contains("31 Mar 2025 to 6 Apr 2025",
                "Say below which accounts post",
                "Nothing is planned in this week.", "The week, UTC", "Add @creator1, 7 posts a week");
        assertThat(site.postJson(PATH + "/fill", "").statusCode()).isEqualTo(409);
        json(site.send("PUT", PATH + "/accounts?handle=@Creator1&perWeek=5", "application/json", ""), 200);

        HttpResponse<String> filled = site.post("/planner/fill", site.origin(), "week=2025-04-02");

        assertThat(filled.statusCode()).isEqualTo(302);
        assertThat(filled.headers().firstValue("Location").orElseThrow()).endsWith("/planner?week=2025-03-31");
        JsonNode week = json(site.json(PATH), 200);
        assertThat(week.at("/slots")).hasSize(5);
        assertThat(week.at("/open").asInt()).isZero();
        assertThat(text(site.page("/planner"), 200)).contains("Every post that is wanted has its hour.",
                "Accept all (5)",
                "to learn from", "did well", "Of the hours that were left, this one is expected to bring the most.",
                "90 % interval in brackets", "●");

        String first = id(week, 0);
        site.post("/planner/slots/" + first + "/content", site.origin(), "kind=brief&text=Autumn+brief&link=/reports");
        site.post("/planner/slots/" + id(week, 1) + "/decline", site.origin(), "");
        site.post("/planner/accept", site.origin(), "week=2025-03-31");
        JsonNode accepted = json(site.json(PATH), 200);

        assertThat(accepted.at("/slots/0/state").asString()).isEqualTo("accepted");
        assertThat(accepted.at("/slots/0/content/text").asString()).isEqualTo("Autumn brief");
        assertThat(accepted.at("/slots/1/state").asString()).isEqualTo("declined");
        assertThat(text(site.page("/planner"), 200)).contains("Autumn brief by hand", "accepted", "declined",
                "One post that is wanted has no hour yet.");

        ICalendar calendar = Biweekly.parse(site.page("/planner.ics").body()).first();
        assertThat(calendar.getEvents()).as("the declined one is left out").hasSize(4);
        VEvent event = calendar.getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo(first + "@upswell");
        assertThat(event.getDateStart().getValue().toInstant())
                .isEqualTo(Instant.parse(accepted.at("/slots/0/at").asString()));
        assertThat(event.getSummary().getValue()).isEqualTo("@creator1: Autumn brief");
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
    }

    private static String id(JsonNode week, int slot) {
        return week.at("/slots/" + slot + "/id").asString();
    }

    @Test
    void aSlotIsSetAndMovedByTheClocksOfTheReader() {
        SiteClient site = other.client();
        json(site.send("PUT", PATH + "/accounts?handle=ben&perWeek=7", "application/json", ""), 200);

        JsonNode set = json(site.postJson(PATH + "/slots?account=ben&at=2025-04-09T18:00&zone=Asia/Jakarta", ""), 201);
        JsonNode moved = json(
                site.postJson(PATH + "/slots/" + set.at("/id").asString() + "/move?to=2025-04-10T12:30:00Z", ""),
                200);

        assertThat(set.at("/at").asString()).isEqualTo("2025-04-09T11:00:00Z");
        assertThat(set.at("/basis").asString()).isEqualTo("hand");
        assertThat(moved.at("/state").asString()).isEqualTo("moved");
        assertThat(moved.at("/movedFrom").asString()).isEqualTo("2025-04-09T11:00:00Z");
        assertThat(text(site.page("/planner?week=2025-04-10"), 200)).contains("12:30 @ben", "moved");
    }

    @Test
    void whatCannotBeIsRefusedWithAReason() {
        SiteClient site = server.client();

        assertThat(site.json(PATH + "?zone=Mars/Olympus").statusCode()).isEqualTo(422);
        assertThat(site.json(PATH + "?week=tomorrow").statusCode()).isEqualTo(400);
        assertThat(site.postJson(PATH + "/slots?account=nobody&at=2025-04-09T18:00", "").statusCode()).isEqualTo(404);
        assertThat(site.postJson(PATH + "/slots?account=nobody&at=soon", "").statusCode()).isEqualTo(422);
        assertThat(site.postJson(PATH + "/slots/nothing/accept", "").statusCode()).isEqualTo(404);
        assertThat(
                site.send("PUT", PATH + "/accounts?handle=ada&perWeek=9&perDay=1", "application/json", "").statusCode())
                .isEqualTo(422);
        assertThat(site.post("/planner/slots/nothing/move", site.origin(), "to=2025-04-09T18:00").statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutVideosTheMapSaysSoAndHoursAreToLearnFrom() {
        SiteClient site = empty.client();
        assertThat(text(site.page("/planner"), 200)).contains("No video has been scored a day after posting yet");
        json(site.send("PUT", PATH + "/accounts?handle=ada&perWeek=5", "application/json", ""), 200);

        JsonNode week = json(site.postJson(PATH + "/fill?zone=Asia/Jakarta", ""), 200);

        assertThat(week.at("/slots")).hasSize(5);
        assertThat(week.at("/slots/0/basis").asString()).isEqualTo("exploration");
        assertThat(week.at("/slots/0").has("expected")).isFalse();
        assertThat(week.at("/unfilled")).isEmpty();
    }
}
