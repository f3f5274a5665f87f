package dev.upswell.server.recommend.page;

import static dev.upswell.server.recommend.Library.NOON;
import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.embed.Vector;
import dev.upswell.server.crowd.Crowd;
import dev.upswell.server.live.LiveSearch;
import dev.upswell.server.live.LiveSearch.Answered;
import dev.upswell.server.live.LiveSearch.Found;
import dev.upswell.server.live.LiveSearch.State;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.recommend.Rankers;
import dev.upswell.server.recommend.Recommendations;
import dev.upswell.server.recommend.Recommender;
import dev.upswell.server.recommend.index.IndexFilling;
import dev.upswell.server.recommend.index.LakeRefresh;
import dev.upswell.server.recommend.index.TenantIndex;
import dev.upswell.server.recommend.person.KnownLibrary;
import dev.upswell.server.recommend.person.ProfiledTastes;
import dev.upswell.server.recommend.rest.RecommendRestConfiguration;
import dev.upswell.server.seek.ProfileSeeking;
import dev.upswell.server.seek.SeekSettings;
import dev.upswell.server.taste.Ground;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The page of recommendations and its REST, over one tenant; beside it one that has nothing.
class RecommendPagesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final Library LIBRARY = new Library();
    private static final Library NOTHING = new Library();

    @TempDir
    private static Path folder = Path.of("");

    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        for (int i = 0; i < 30; i++) {
            LIBRARY.video("noodles" + i, "cook" + i, NOON.minus(Duration.ofHours(9)),
                    "All about noodles & soup #noodles",
                    "noodles");
            LIBRARY.reading("noodles" + i, NOON.minus(Duration.ofHours(1)), 400_000, 60_000, 6_000, 9_000);
        }
        LIBRARY.video("bare", null, null, null, "");
        LIBRARY.video("live", "cooklive", NOON.minus(Duration.ofHours(2)), "All about noodles & soup #noodles",
                "noodles");
        LIBRARY.reading("live", NOON.minus(Duration.ofHours(1)), 400_000, 60_000, 6_000, 9_000);
        Vector vector = TaxonomyMaking.EMBEDDER.vector("noodles #noodles");
        var taxonomy = new Taxonomies(LIBRARY.tenant, LIBRARY.database, CLOCK).keep(new Taxonomy(TaxonomyMaking.SPACE,
                List.of(new Category("noodles", "Videos about noodles.", List.of("noodles"), vector, vector, null))),
                "test");
        profiles(LIBRARY).make("mia", Ground.OWN, "test", taxonomy);
        profiles(LIBRARY).make("bea", Ground.CONSENT, "test", taxonomy);
        profiles(LIBRARY).make("budi", Ground.CONSENT, "test", taxonomy);
        server = site(LIBRARY);
        empty = site(NOTHING);
    }

    private static Profiles profiles(Library library) {
        return new Profiles(library.tenant, library.database, CLOCK);
    }

    private static LocalSite site(Library library) {
        var index = new TenantIndex(folder.resolve(library.tenant.toString()));
        var known = new KnownLibrary(library.tenant, library.database, CLOCK);
        var tastes = new ProfiledTastes(library.tenant, library.database, CLOCK, known);
        var recommendations = new Recommendations(library.tenant, library.database,
                new Recommendations.Sources(index, tastes, Rankers.NONE, Crowd.NONE, known.authors()), CLOCK);
        var filling = new IndexFilling(library.database, TaxonomyMaking.EMBEDDER, TaxonomyMaking.SPACE, null);
        var recommender = new Recommender(library.tenant, library.database,
                new LakeRefresh(library.tenant, library.database, filling, index, CLOCK), recommendations,
                new ProfileSeeking(RecommendPagesTest::search, profiles(library),
                        new SeekSettings(true, "", 10, 20, 10, Duration.ofHours(1), Duration.ofSeconds(10))));
        return LocalSite.of(List.of(RecommendPagesConfiguration.class, RecommendRestConfiguration.class), CLOCK,
                recommendations, recommender, profiles(library));
    }

    /// A live source that knows one stored video and lets one more query pass.
    private static Found search(LiveSearch.Wish wish) {
        String query = wish.queries().getFirst();
        return new Found("ensembledata",
                List.of(new Answered(query, State.ASKED, "sim-ensembledata", NOON, List.of("live"), null),
                        Answered.without(query + " tips", State.SPENT, "the budget of units is used up")));
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    @Test
    void aListIsRecommendedKeptAndReactedTo() {
        SiteClient site = server.client();
        JsonNode given = json(site.postJson("/api/v1/recommendations?username=@Bea&count=2&live=false", ""), 201);

        assertThat(given.at("/items")).as(given.toString()).hasSize(2);
        assertThat(given.at("/items/0/creator").asString()).startsWith("cook");
        assertThat(given.at("/items/0/caption").asString()).isEqualTo("All about noodles & soup #noodles");
        assertThat(given.at("/items/0/score").asDouble()).isBetween(.43, .44);
        assertThat(given.at("/degraded/0/what").asString()).isEqualTo("STRANGER");
        assertThat(given.at("/items/0/found/way").asString()).isEqualTo("POPULARITY");
        assertThat(given.at("/items/0/found/says").asString())
                .isEqualTo("Found because many viewed it or did something with it.");
        String list = "/api/v1/recommendations/" + given.at("/id").asString();
        assertThat(json(site.json(list), 200).at("/items")).isEqualTo(given.at("/items"));

        String video = given.at("/items/1/video").asString();
        JsonNode noted = json(site.postJson(list + "/reactions?kind=hidden&video=" + video, ""), 200);
        assertThat(noted.at("/kind").asString()).isEqualTo("hidden");
        assertThat(noted.at("/video").asString()).isEqualTo(video);
    }

    @Test
    void thePageShowsCardsWithPartsAndTakesLikes() {
        SiteClient site = server.client();
        HttpResponse<String> asked = site.post("/recommendations", site.origin(), "username=mia&count=3");
        String list = asked.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");

        HttpResponse<String> page = site.page(list);
        assertThat(text(page, 200)).contains("3 of ", "by configuration usual",
                "1. All about noodles &amp; soup #noodles",
                "by cook", "drawn with a chance of", "Virality", "Relevance", "Engagement", "Like", "Hide",
                "Little is known of this account",
                "Found because many viewed it or did something with it.");
        assertThat(page.body()).contains("<rect class=\"fill\"", "href=\"/recommendations\" aria-current=\"page\"");
        String video = json(site.json("/api/v1" + list.replace("/lists", "")), 200).at("/items/0/video").asString();
        HttpResponse<String> liked = site.post(list + "/reactions", site.origin(), "video=" + video + "&kind=liked");
        String after = liked.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(after).isEqualTo(list + "?reacted=liked");
        assertThat(text(site.page(after), 200)).contains("Noted as liked. The next list knows it.");
        String other = json(site.json("/api/v1" + list.replace("/lists", "")), 200).at("/items/1/video").asString();
        site.post(list + "/reactions", site.origin(), "video=" + other + "&kind=hidden");
        assertThat(site.page(list).body().split("aria-pressed=\"true\"", -1)).as("both reactions stay marked")
                .hasSize(3);
    }

    @Test
    void whatALiveSourceToldIsMarkedOnItsCardAndInTheAnswer() {
        SiteClient site = server.client();

        assertThat(text(site.page("/recommendations"), 200)).contains("Ask a live source too (costs units)");
        assertThat(site.page("/recommendations").body()).as("the setting asks for all")
                .contains("name=\"live\" value=\"true\" checked");
        JsonNode given = json(site.postJson("/api/v1/recommendations?username=budi&count=31&live=true", ""), 201);
        assertThat(given.at("/live").toString()).as(given.toString())
                .startsWith("{\"source\":\"ensembledata\",\"asked\":1,\"kept\":0,\"unanswered\":1,\"videos\":1,");
        assertThat(given.at("/live/queries/1").toString()).contains("\"state\":\"spent\"", "is used up");
        assertThat(given.at("/degraded").toString()).contains("LIVE_SPENT");
        JsonNode told = given.at("/items").valueStream().filter(item -> item.at("/video").asString().equals("live"))
                .findFirst().orElseThrow();
        assertThat(told.at("/live").toString()).isEqualTo(
                "{\"source\":\"sim-ensembledata\",\"query\":\"noodles\",\"at\":\"2026-03-01T12:00:00Z\",\"forThisList\":true}");

        String page = text(site.page("/recommendations/lists/" + given.at("/id").asString()), 200);
        assertThat(page).contains("asked for just now at sim-ensembledata", "&quot;noodles&quot;, ",
                "Queries to ensembledata: 1 answered for this list, 0 by what was told before, 1 not answered",
                "What may be asked of the live source is used up");
        assertThat(json(site.postJson("/api/v1/recommendations?username=mia&live=maybe", ""), 400).toString())
                .contains("live");
    }

    @Test
    void whatIsMissingIsToldWithWhatToDo() {
        SiteClient site = empty.client();
        assertThat(text(site.page("/recommendations"), 200)).contains("Nobody is profiled yet", "Make a profile");
        assertThat(json(site.postJson("/api/v1/recommendations?username=mia", ""), 404).toString())
                .contains("There is no profile of mia.", "upswell pipeline --username mia");
        assertThat(json(site.postJson("/api/v1/recommendations?username=mia&count=0", ""), 422).toString())
                .contains("So many videos cannot be recommended at once: 0.");
        assertThat(json(site.json("/api/v1/recommendations/nowhere"), 404).toString())
                .contains("There is no such recommendation.");
        JsonNode given = json(server.client().postJson("/api/v1/recommendations?username=mia&count=1", ""), 201);
        String reactions = "/api/v1/recommendations/" + given.at("/id").asString() + "/reactions";
        assertThat(json(server.client().postJson(reactions + "?video=elsewhere", ""), 422).toString())
                .contains("Video elsewhere is not in this recommendation.");
        assertThat(json(server.client().postJson(reactions, ""), 422).toString()).contains("No video is named.");
    }
}
