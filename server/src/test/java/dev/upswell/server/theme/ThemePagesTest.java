package dev.upswell.server.theme;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.text.NamedCreatorRepository;
import dev.upswell.server.text.PostedCaptions;
import dev.upswell.server.text.rest.TextRestConfiguration;
import dev.upswell.server.theme.KeptTheme.LabelState;
import dev.upswell.server.theme.page.ThemePagesConfiguration;
import dev.upswell.server.theme.rest.ThemeRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ThemePagesTest {

    private static Database database;
    private static TenantId tenant;
    private static Themes themes;
    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        PostedCaptions posted = PostedCaptions.of(600);
        posted.add("8001", "resep ayam enak banget #masakan #resepmudah");
        posted.add("8002", "ben", "resep ayam goreng #masakan #resepmudah #shopee #kahfhaul @c7", "2026-02-11");
        posted.add("8003", "cleo", "resep ayam goreng #masakan #resepmudah #shopee #kahfhaul @dini", "2026-02-11");
        posted.add("8004", "dewi", "resep ayam goreng #masakan #resepmudah #kahfhaul", "2026-02-11");
        posted.texts.run(false);
        database = posted.database;
        tenant = posted.tenant;
        themes = of(posted);
        themes.run(false);
        server = site(posted);
        empty = site(new PostedCaptions());
    }

    private static Themes of(PostedCaptions posted) {
        return new Themes(posted.tenant, posted.database, () -> PostedCaptions.NOON, posted.texts);
    }

    private static LocalSite site(PostedCaptions posted) {
        return LocalSite.of(
                List.of(ThemePagesConfiguration.class, ThemeRestConfiguration.class, TextRestConfiguration.class),
                InstantSource.fixed(PostedCaptions.NOON), of(posted), posted.texts,
                new EntityNames(posted.tenant, posted.database, () -> PostedCaptions.NOON,
                        new NamedCreatorRepository(posted.tenant, posted.database, 0)),
                new Collisions(posted.tenant, posted.database), new Divergences(posted.tenant, posted.database));
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    @Test
    void themesAreListedWithWhatSetsThemApart() {
        SiteClient site = server.client();
        KeptTheme first = themes.list(false).getFirst();

        String all = text(site.page("/themes"), 200);
        JsonNode listed = json(site.json("/api/v1/themes"), 200);

        assertThat(all).contains(first.shown(), "604 captions were looked at", "in the last 7 days");
        assertThat(listed.at("/items/0/id").asLong()).isEqualTo(first.id());
        assertThat(listed.at("/items/0/label").asString()).isEqualTo(first.label());
        assertThat(listed.at("/items").valueStream().mapToDouble(one -> one.at("/share").asDouble()).sum())
                .isBetween(.999, 1.001);
        assertThat(json(site.json("/api/v1/themes/runs"), 200).at("/items/0/captions").asInt()).isEqualTo(604);
    }

    @Test
    void aThemeShowsItsMembersAndWhatBecameOfIt() {
        SiteClient site = server.client();
        long id = themes.list(false).getFirst().id();

        assertThat(text(site.page("/themes/" + id), 200)).contains("theme " + id + " was found",
                "#" + themes.get(id).hashtags().getFirst());
        assertThat(json(site.json("/api/v1/themes/" + id), 200).at("/changes/0/kind").asString()).isEqualTo("begun");
        assertThat(json(site.json("/api/v1/themes/999"), 404).at("/detail").asString())
                .contains("There is no theme 999.");
        assertThat(site.page("/themes/999").statusCode()).isEqualTo(404);
    }

    @Test
    void aThemesVideosStandWithTheirCaptionsAndCreators() {
        SiteClient site = server.client();
        long id = themes.list(false).getFirst().id();
        TypicalVideo typical = themes.get(id).typical().getFirst();

        assertThat(text(site.page("/themes/" + id), 200)).contains(typical.caption(), "@" + typical.creator())
                .doesNotContain(typical.video());
        JsonNode told = json(site.json("/api/v1/themes/" + id), 200);
        assertThat(told.at("/typical/0/video").asString()).isEqualTo(told.at("/videos/0").asString());
        assertThat(told.at("/typical/0/caption").asString()).isEqualTo(typical.caption()).isNotBlank();
        assertThat(told.at("/typical/0/creator").asString()).startsWith("c");
        assertThat(TypicalVideo.of(List.of("9"), List.of()))
                .containsExactly(new TypicalVideo("9", null, null, null));
    }

    @Test
    void whatLeansIsToldWithItsIntervalAndHowMuchIsKnown() {
        SiteClient site = server.client();
        KeptTheme cooking = themes.list(false).stream()
                .filter(theme -> themes.get(theme.id()).hashtags().contains("masakan")).findFirst().orElseThrow();

        assertThat(text(site.page("/themes/" + cooking.id()), 200)).contains(
                "Of the captions whose lean is known, 100 % praise (1; 95 % interval 21–100 %).",
                "The lean of 1 of 96 captions is known");
        assertThat(text(site.page("/themes"), 200)).contains("100 % praise, 0 % complain",
                "praise 21–100 % (95 %), known of 1 %");
        JsonNode told = json(site.json("/api/v1/themes/" + cooking.id()), 200).at("/theme/sentiment");
        assertThat(told.at("/known").asInt()).isEqualTo(1);
        assertThat(told.at("/praising/low").asDouble()).isBetween(.2, .21);
        JsonNode caption = json(site.json("/api/v1/texts/8001"), 200).at("/sentiment");
        assertThat(caption.at("/tone").asString()).isEqualTo("positive");
        assertThat(caption.at("/signs/0/text").asString()).isEqualTo("enak");
        assertThat(json(site.json("/api/v1/texts/" + PostedCaptions.id(3)), 200).has("sentiment")).isFalse();
    }

    @Test
    void whatThemesNameIsToldAndGrowsByApproval() {
        SiteClient site = server.client();
        long cooking = themes.list(false).stream()
                .filter(theme -> themes.get(theme.id()).hashtags().contains("masakan")).findFirst().orElseThrow().id();

        assertThat(text(site.page("/themes/" + cooking), 200)).contains("Named most", "Shopee", "@c7",
                "2 of 96 captions name something").doesNotContain("@dini");
        assertThat(json(site.json("/api/v1/themes/" + cooking + "/names"), 200).at("/items/0").toString()).isEqualTo(
                "{\"kind\":\"brand\",\"name\":\"Shopee\",\"captions\":2,\"creators\":2,\"why\":[\"vocabulary_hashtag\"]}");
        assertThat(text(site.page("/themes/names"), 200)).contains("Waiting for a decision", "kahf", "#kahfhaul");

        assertThat(site.post("/themes/names", site.origin(), "by=ada&brand=kahf&spellings=kahfhaul").statusCode())
                .isLessThan(400);

        assertThat(json(site.json("/api/v1/themes/" + cooking + "/names"), 200).at("/items/0/name").asString())
                .isEqualTo("kahf");
        assertThat(json(site.json("/api/v1/names"), 200).at("/items/0/state").asString()).isEqualTo("approved");
        assertThat(json(site.json("/api/v1/names/proposed"), 200).at("/total").asInt()).isZero();
        assertThat(json(site.json("/api/v1/themes/999/names"), 404).at("/detail").asString())
                .contains("There is no theme 999.");
    }

    @Test
    void whatCollidesIsToldAsItWasFoundByAnInstant() {
        SiteClient site = server.client();
        StoredCollisions.put(database, tenant, "matcha", "hojicha", PostedCaptions.NOON);

        JsonNode last = json(site.json("/api/v1/collisions"), 200);

        assertThat(last.at("/items/0/one/name").asString()).isEqualTo("#matcha");
        assertThat(last.at("/items/0/timesChance").asDouble()).isEqualTo(8);
        assertThat(last.at("/items/0/manner").asString()).isEqualTo("together");
        assertThat(json(site.json("/api/v1/collisions?asOf=2026-01-01T00:00:00Z"), 200).at("/total").asInt()).isZero();
        assertThat(json(site.json("/api/v1/collisions?kind=theme"), 200).at("/total").asInt()).isZero();
    }

    @Test
    void aPersonCallsAThemeAndDecidesOnLabels() {
        SiteClient site = server.client();
        KeptTheme proposed = themes.list(false).stream().filter(one -> one.labelState() == LabelState.PROPOSED)
                .findFirst().orElseThrow();
        String label = proposed.shown();
        assertThat(text(site.page("/themes/labels"), 200)).contains(label, "Waiting for approval");

        assertThat(site.post("/themes/labels", site.origin(),
                "by=ada&approve=" + URLEncoder.encode(label, StandardCharsets.UTF_8)).statusCode())
                .isLessThan(400);
        assertThat(themes.get(proposed.id()).theme().labelState()).isEqualTo(LabelState.APPROVED);
        assertThat(site.post("/themes/" + proposed.id() + "/label", site.origin(), "by=ada&label=Our+own+words")
                .statusCode()).isLessThan(400);

        assertThat(text(site.page("/themes"), 200)).contains("Our own words");
        assertThat(text(site.page("/themes/labels"), 200)).contains("Decided", "Our own words", "approved", "ada");
        assertThat(json(site.json("/api/v1/labels"), 200).toString()).contains("Our own words", "approved");
    }

    @Test
    void whatACaptionSaysIsToldByVideo() {
        SiteClient site = server.client();

        JsonNode text = json(site.json("/api/v1/texts/" + PostedCaptions.id(3)), 200);

        assertThat(text.at("/language").asString()).isEqualTo("th");
        assertThat(text.at("/vector").size()).isEqualTo(128);
        assertThat(json(site.json("/api/v1/texts/versions"), 200).at("/items/0/captions").asInt()).isEqualTo(604);
        assertThat(json(site.json("/api/v1/texts/7"), 404).at("/detail").asString())
                .contains("Nothing is known of the caption of video 7.");
    }

    @Test
    void withoutThemesThePageSaysWhatIsNeeded() {
        assertThat(text(empty.client().page("/themes"), 200)).contains("No themes yet",
                "once there are 500 captions, or 50 with the sentence model");
    }
}
