package dev.upswell.server.contest.page;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.contest.Contest;
import dev.upswell.server.contest.rest.ContestRestConfiguration;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The page of trials and the REST of configurations, trials and values, over a tenant of its own each time.
class ContestPagesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Library.NOON);
    private static final String API = "/api/v1/recommendations";

    private final Library library = new Library();
    private LocalSite site;

    @BeforeEach
    void start() {
        site = LocalSite.of(List.of(ContestPagesConfiguration.class, ContestRestConfiguration.class), CLOCK,
                Contest.of(library.tenant, library.database, CLOCK, "test"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void configurationsAreListedActivatedAndRetired() {
        SiteClient client = site.client();
        String path = "/api/v1/recommendations/configurations";
        assertThat(json(client.json(path), 200).at("/configurations/0/name").asString()).isEqualTo("usual");

        JsonNode made = json(client.postJson(path + "?name=more-fresh&relevance=0.6&temperature=0.1", ""), 201);
        assertThat(made.at("/relevance").asDouble()).isEqualTo(.6);
        assertThat(made.at("/virality").asDouble()).isEqualTo(.3);
        assertThat(json(client.json(path), 200).at("/configurations/0")).isEqualTo(made);
        assertThat(json(client.postJson(path + "?name=More", ""), 409).toString())
                .contains("up to 40 lower-case letters, digits and hyphens");
        assertThat(json(client.send("DELETE", path + "/more-fresh", "application/json", ""), 200)
                .at("/configurations/0/name").asString()).isEqualTo("usual");
        assertThat(json(client.send("DELETE", path + "/more-fresh", "application/json", ""), 404).toString())
                .contains("There is no active or waiting configuration more-fresh.");
    }

    @Test
    void thatThereIsNoCrowdIsToldWithTheConfigurations() {
        assertThat(text(site.client().page("/recommendations/trials"), 200)).contains(
                "No list is made by what people who turned to the same turned to: fewer than 5 accounts");

        library.database.transactions().run(library.tenant, db -> db.sql("""
            insert into crowd (as_of, looked_at, people, acts, videos, acclaim, learner, dataset_hash,
                told_from) values (now(), now(), 5, 9, '{}', '', 'test', '', '')""").update());

        assertThat(text(site.client().page("/recommendations/trials"), 200))
                .doesNotContain("No list is made by what people");
    }

    @Test
    void aTrialIsBegunShownAndEnded() {
        SiteClient client = site.client();
        assertThat(text(client.page("/recommendations/trials"), 200)).contains("No trial yet",
                "There is one configuration only", "upswell recommend configurations add NAME",
                "the last quarter of them of 10 accounts", "No list is old enough to count.", "usual");
        json(client.postJson(API + "/configurations?name=more-fresh&waiting=true&virality=0.9", ""), 201);
        assertThat(json(client.json(API + "/configurations"), 200).at("/configurations/0/state").asString())
                .isEqualTo("ACTIVE");
        assertThat(text(client.page("/recommendations/trials"), 200)).contains("only in a trial", "Begin");

        client.post("/recommendations/trials", client.origin(), "a=usual&b=more-fresh&kind=ab&by=ani");

        JsonNode trials = json(client.json(API + "/trials"), 200);
        assertThat(trials.at("/items/0/name").asString()).isEqualTo("usual-more-fresh");
        assertThat(trials.at("/items/0/found/verdict").asString()).isEqualTo("TOO_FEW");
        assertThat(trials.at("/total").asInt()).isEqualTo(1);
        assertThat(json(client.json(API + "/trials?offset=1"), 200).at("/items")).isEmpty();
        assertThat(trials.at("/items/0/begunBy").asString()).isEqualTo("ani");
        assertThat(text(client.page("/recommendations/trials"), 200)).contains("usual-more-fresh",
                "Too few accounts yet", "needs 20 accounts with lists a day old on each side", "begun by ani")
                .doesNotContain("Take usual for all");
        assertThat(json(client.postJson(API + "/trials?a=usual&b=more-fresh", ""), 409).toString())
                .contains("Trial usual-more-fresh runs: two at once would mix.");
        assertThat(json(client.send("DELETE", API + "/configurations/more-fresh", "application/json", ""), 409)
                .toString()).contains("Configuration more-fresh is in trial usual-more-fresh, which runs.");
        assertThat(json(client.postJson(API + "/trials/usual-more-fresh/promote", ""), 409).toString())
                .contains("Nobody won trial usual-more-fresh: too few accounts yet.");

        client.post("/recommendations/trials/usual-more-fresh/end", client.origin(), "");

        JsonNode ended = json(client.json(API + "/trials/usual-more-fresh"), 200);
        assertThat(ended.at("/endedAt").asString()).isEqualTo(Library.NOON.toString());
        assertThat(json(client.postJson(API + "/trials/usual-more-fresh/end", ""), 409).toString())
                .contains("Trial usual-more-fresh has ended.");
        assertThat(json(client.postJson(API + "/trials?a=usual&b=more-fresh&kind=interleave", ""), 201).at("/name")
                .asString()).isEqualTo("usual-more-fresh-2");
    }

    @Test
    void aConfigurationOfATrialCannotBeChangedUnderItsName() {
        SiteClient client = site.client();
        json(client.postJson(API + "/configurations?name=other&waiting=true", ""), 201);
        json(client.postJson(API + "/configurations?name=other&waiting=true&relevance=0.9", ""), 201);
        json(client.postJson(API + "/trials?a=usual&b=other&name=one", ""), 201);

        assertThat(json(client.postJson(API + "/configurations?name=other&relevance=0.5", ""), 409).toString())
                .contains("Lists were made by configuration other", "Add the changed one under a new name");
        json(client.postJson(API + "/configurations?name=other&relevance=0.9", ""), 201);
        assertThat(json(client.postJson(API + "/configurations?name=usual&relevance=0.9", ""), 409).toString())
                .contains("Lists were made by configuration usual");
    }

    @Test
    void whatCannotBeIsRefusedWithWhatToDo() {
        SiteClient client = site.client();
        assertThat(json(client.postJson(API + "/trials?a=usual&b=usual", ""), 422).toString())
                .contains("Both configurations of the trial are usual.");
        assertThat(json(client.postJson(API + "/trials?a=usual&b=gone", ""), 404).toString())
                .contains("There is no active or waiting configuration gone.");
        json(client.postJson(API + "/configurations?name=other", ""), 201);
        assertThat(json(client.postJson(API + "/trials?a=usual&b=other&effect=no", ""), 422).toString())
                .contains("This is no number above 0: effect no.");
        assertThat(json(client.postJson(API + "/trials?a=usual&b=other&name=A", ""), 422).toString())
                .contains("A trial cannot be called A.");
        assertThat(json(client.json(API + "/trials/none"), 404).toString()).contains("There is no trial none.");
        assertThat(json(client.json(API + "/value?configuration=none"), 404).toString())
                .contains("There is no configuration none.");
        assertThat(json(client.postJson(API + "/configurations?name=learned&ranker=none", ""), 404).toString())
                .contains("There is no ranker none.");
        JsonNode values = json(client.json(API + "/value?configuration=usual"), 200);
        assertThat(values.at("/values/0/lists").asInt()).isZero();
        assertThat(values.at("/values/0/value").isMissingNode()).isTrue();
    }
}
