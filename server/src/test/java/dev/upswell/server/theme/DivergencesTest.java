package dev.upswell.server.theme;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.text.NamedCreatorRepository;
import dev.upswell.server.text.PostedCaptions;
import dev.upswell.server.theme.page.ThemePagesConfiguration;
import dev.upswell.server.theme.rest.ThemeRestConfiguration;
import dev.upswell.server.trend.compute.MetricJob;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.web.LocalSite;
import dev.upswell.theme.Divergence.Kind;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Captions of six subjects; of the first one five hashtags gain 100 views an hour for nine days, and one of them 5,000 on the last day. Another of
/// them mostly stands beside that one.
class DivergencesTest {

    private static final String RISING = "masakanrumahan";
    private static final List<String> STEADY = List.of("resepmudah", "masakenak", "dapurku", "masakanrumah");
    private static final int HOURS = 216;
    /// When the last reading was taken.
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

    private final PostedCaptions posted = PostedCaptions.of(600);
    private final Themes themes = new Themes(posted.tenant, posted.database, () -> PostedCaptions.NOON, posted.texts);
    private final Divergences divergences = new Divergences(posted.tenant, posted.database);

    private void read() {
        List<Observation> readings = new ArrayList<>();
        STEADY.forEach(name -> readings.addAll(hourly(name, 100)));
        readings.addAll(hourly(RISING, 5_000));
        new ObservedLake(posted.tenant).observe(readings);
        new MetricJob(posted.database, InstantSource.fixed(PostedCaptions.NOON), done -> {
        }).computeDue(posted.tenant, (done, total) -> {
        });
    }

    private static List<Observation> hourly(String name, long lastDay) {
        List<Observation> readings = new ArrayList<>();
        long views = 100_000;
        for (int hour = 0; hour <= HOURS; hour++) {
            readings.add(new Observation(EntityId.hashtag(name), "test", END.minus(Duration.ofHours(HOURS - hour)),
                    new Counts(Count.exact(views), Count.exact(views / 10), Count.exact(views / 100),
                            Count.exact(views / 200), null, null, null)));
            views += hour >= HOURS - 24 ? lastDay : 100;
        }
        return readings;
    }

    private DivergenceRun searched() {
        read();
        List<List<String>> beside = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            beside.add(List.of("82" + i, "cook" + i, "resep ayam goreng bumbu #" + RISING + " #masakanrumah",
                    "2026-02-20"));
        }
        posted.add(beside);
        posted.texts.run(false);
        themes.run(false);
        return divergences.last(null).orElseThrow();
    }

    @Test
    void aRunFindsTheOneThatRisesAmongThoseOfItsMeaningAndKeepsIt() {
        DivergenceRun run = searched();

        assertThat(run.counts()).extracting(DivergenceRun.Counts::hashtags, DivergenceRun.Counts::emerging)
                .containsExactly(5, 1);
        assertThat(run.found()).as("%s", run).isNotEmpty().allSatisfy(pair -> {
            assertThat(pair.oneName()).isEqualTo("#" + RISING);
            assertThat(pair.divergence().difference()).isGreaterThan(.4);
            assertThat(pair.divergence().likeness()).isBetween(run.counts().limit(), 1.0);
        }).anySatisfy(pair -> assertThat(pair.otherName()).isEqualTo("#masakanrumah"))
                .anySatisfy(pair -> assertThat(pair.divergence().other().kind()).isEqualTo(Kind.THEME));
        assertThat(run.counts().nearApart()).isEqualTo(run.found().size())
                .isLessThanOrEqualTo(run.counts().near()).isLessThanOrEqualTo(run.counts().apart());
        assertThat(run.asOf()).isEqualTo(END);
    }

    @Test
    void whoAsksAsOfEarlierGetsWhatWasFoundThenAndOthersNothing() {
        DivergenceRun run = searched();

        assertThat(divergences.last(END)).hasValue(run);
        assertThat(divergences.last(END.minusSeconds(1))).isEmpty();
        assertThat(new Divergences(TestDatabase.newTenant(), posted.database).last(null)).isEmpty();
    }

    @Test
    void withoutMetricsNothingIsLookedFor() {
        posted.texts.run(false);
        themes.run(false);

        assertThat(divergences.last(null)).isEmpty();
    }

    @Test
    void thePageAndProgramsTellThem() {
        try (LocalSite empty = site()) {
            assertThat(text(empty.client().page("/themes/divergences"), 200)).contains("Nothing was looked for yet");
            assertThat(json(empty.client().json("/api/v1/divergences"), 200).at("/total").asInt()).isZero();
        }
        DivergenceRun run = searched();
        DivergenceRun.Pair first = run.found().getFirst();
        try (LocalSite site = site()) {
            assertThat(text(site.client().page("/themes/divergences"), 200)).contains(first.oneName(),
                    first.otherName(), "each of 1 emerging hashtags (of 5 in all)",
                    run.counts().nearApart() + " of " + run.counts().near() + " near pairs");
            JsonNode told = json(site.client().json("/api/v1/divergences?limit=1"), 200);
            assertThat(told.at("/items").size()).isEqualTo(1);
            assertThat(told.at("/total").asInt()).isEqualTo(run.found().size());
            assertThat(told.at("/items/0/one/id").asString()).isEqualTo(RISING);
            assertThat(told.at("/items/0/difference").asDouble()).isCloseTo(first.divergence().difference(),
                    within(1e-9));
            assertThat(json(site.client().json("/api/v1/divergences?asOf=2026-02-01T00:00:00Z"), 200).at("/total")
                    .asInt()).isZero();
        }
    }

    private LocalSite site() {
        InstantSource clock = InstantSource.fixed(PostedCaptions.NOON);
        return LocalSite.of(List.of(ThemePagesConfiguration.class, ThemeRestConfiguration.class), clock, posted.tenant,
                themes, new Collisions(posted.tenant, posted.database), divergences,
                new EntityNames(posted.tenant, posted.database, clock,
                        new NamedCreatorRepository(posted.tenant, posted.database, 0)));
    }
}
