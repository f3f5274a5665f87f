package dev.upswell.server.across;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.numeric.Dice;
import dev.upswell.server.across.page.AcrossPagesConfiguration;
import dev.upswell.server.across.rest.AcrossRestConfiguration;
import dev.upswell.server.creative.BegunSearch;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.creative.PostedVideos;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Pages and endpoints of patterns beyond one search: three hashtags where questions go with engagement, and an account whose videos with
/// `#win` do well.
class AcrossPagesTest {

    private static final String API = "/api/v1/patterns";

    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        var posted = new PostedVideos();
        List<String> videos = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        hashtag("bali", 0, videos, readings);
        hashtag("ubud", 1_000, videos, readings);
        hashtag("lombok", 2_000, videos, readings);
        account("rival", 5_000, "win", videos, readings);
        account("own", 6_000, "plain", videos, readings);
        posted.store(videos, readings);
        for (String name : List.of("bali", "ubud", "lombok")) {
            var wanted = new PatternRuns.Wanted("Acme & Co", PatternSubject.of(name, null), PostedVideos.QUICK, "ada");
            try (BegunSearch begun = posted.runs.begin(wanted)) {
                begun.run(2, PatternRuns.Progress.SILENT);
            }
        }
        server = site(posted);
        empty = site(new PostedVideos());
    }

    private static LocalSite site(PostedVideos posted) {
        InstantSource noon = InstantSource.fixed(PostedVideos.NOON);
        var hashtags = new ClientHashtags(posted.runs);
        var industries = new Industries(posted.tenant, posted.database, noon, posted.runs);
        return LocalSite.of(List.of(AcrossPagesConfiguration.class, AcrossRestConfiguration.class),
                noon, hashtags, new Competitors(posted.runs), new Transfers(posted.runs), industries,
                new PatternPlaces(posted.runs, hashtags, industries),
                new Benchmarks(posted.tenant, posted.database, noon, posted.runs, industries));
    }

    private static void hashtag(String name, int first, List<String> videos, List<String> readings) {
        for (int i = 0; i < 80; i++) {
            Dice dice = Dice.of(9, name, i);
            boolean asks = i % 2 == 0;
            video(first + i, name + i, name + " food", "Look" + " more".repeat(dice.below(8)) + (asks ? " ?" : ""),
                    Math.exp(Math.log(.05) + .4 * (dice.gaussian() + (asks ? 2.5 : 0))), videos, readings);
        }
    }

    private static void account(String name, int first, String special, List<String> videos, List<String> readings) {
        for (int i = 0; i < 40; i++) {
            Dice dice = Dice.of(9, name, i);
            boolean with = i % 2 == 0;
            video(first + i, name, (with ? special + " " : "") + "daily", "Look",
                    Math.exp(Math.log(.05) + .3 * (dice.gaussian() + (with ? 3 : 0))), videos, readings);
        }
    }

    private static void video(int number, String creator, String hashtags, String caption, double rate,
            List<String> videos, List<String> readings) {
        videos.add(String.format(Locale.ROOT,
                "('%d', 'poll', '%s', NULL, '%s', TIMESTAMP '2026-02-01 09:00:00', 9000, '%s')",
                PostedVideos.FIRST + number, creator, hashtags, caption));
        readings.add(String.format(Locale.ROOT,
                "('video', '%d', 'poll', TIMESTAMP '2026-02-20', 100000, %d, 100, 50, NULL)",
                PostedVideos.FIRST + number, Math.round(Math.clamp(rate, .011, .9) * 100_000) - 150));
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    @Test
    void whatHoldsInAllHashtagsOfAClientIsUniversal() {
        SiteClient site = server.client();

        assertThat(json(site.json(API + "/clients"), 200).at("/items/0/hashtags").asInt()).isEqualTo(3);
        JsonNode across = json(site.json(API + "/clients/Acme%20&%20Co"), 200);

        assertThat(across.at("/hashtags/0/name").asString()).isEqualTo("#bali");
        assertThat(across.at("/buckets/0/cells").size()).isEqualTo(3);
        assertThat(across.at("/buckets/0/patterns").valueStream()
                .filter(pattern -> pattern.at("/reach").asString().equals("universal"))
                .map(pattern -> pattern.at("/says").asString())).anyMatch(says -> says.contains("question"));
        assertThat(text(site.page("/patterns/across"), 200)).contains("Acme &amp; Co (3 hashtags)", "#bali", "#lombok",
                "universal", "Confirmed in");
    }

    @Test
    void aCompetitorIsReadBesideOnesOwnAccount() {
        SiteClient site = server.client();

        JsonNode rival = json(site.json(API + "/competitors/@rival?own=own"), 200);

        assertThat(rival.at("/videos").asInt()).isEqualTo(40);
        assertThat(rival.at("/mix/0/name").asString()).isEqualTo("0–15 s");
        assertThat(rival.at("/hashtags").valueStream().filter(one -> one.at("/advice").asString().equals("adopt"))
                .map(one -> one.at("/names/0").asString())).contains("win");
        assertThat(rival.at("/gaps/0/0").asString()).isEqualTo("win");
        assertThat(rival.at("/bestTime").asString()).isEqualTo("Sun 06–12");
        assertThat(json(site.json(API + "/competitors/rival"), 200).at("/gaps").isMissingNode()
                || json(site.json(API + "/competitors/rival"), 200).at("/gaps").isNull()).isTrue();
        assertThat(text(site.page("/patterns/competitors?handle=rival&own=own"), 200)).contains(
                "@rival: the 40 newest videos looked at.", "What @own does not use yet #win", "adopt",
                "Time of posting, UTC");
    }

    @Test
    void aTransferIsWeighedAndWhatIsUnknownToldAsARange() {
        SiteClient site = server.client();

        JsonNode open = json(site.json(API + "/transfers/bali/ubud"), 200);
        assertThat(open.at("/hashtags").asDouble()).isEqualTo(1 / 3.0);
        assertThat(open.at("/shared/0").asString()).isEqualTo("food");
        assertThat(open.at("/verdict").asString()).isEqualTo("unknown");
        JsonNode told = json(site.json(API + "/transfers/bali/ubud?audience=0.9&fromStage=growth&toStage=growth"), 200);
        assertThat(told.at("/verdict").asString()).isEqualTo("transferable");
        assertThat(text(site.page("/patterns/transfer?from=bali&to=ubud&audience=&fromStage=&toStage="), 200)).contains(
                "From #bali to #ubud undecided", "0.13 to 0.73, by what is unknown", "0.33 (1 of 3 hashtags in both)");
    }

    @Test
    void whatIsNotThereIsSaid() {
        SiteClient site = empty.client();

        assertThat(text(site.page("/patterns/across"), 200)).contains("No hashtag was searched yet");
        assertThat(text(site.page("/patterns/competitors"), 200)).contains("Name an account");
        assertThat(text(site.page("/patterns/transfer"), 200)).contains("Name two hashtags");
        assertThat(site.json(API + "/clients/Nobody").body()).contains(
                "No hashtag was searched for the client \\\"Nobody\\\".");
        assertThat(json(site.json(API + "/competitors/nobody"), 404).at("/detail").asString()).contains(
                "No video of @nobody is stored.");
        assertThat(json(site.json(API + "/transfers/a/b"), 404).at("/detail").asString()).contains(
                "No video with #a is stored.");
        assertThat(site.json(API + "/transfers/a/b?audience=2").statusCode()).isEqualTo(400);
    }
}
