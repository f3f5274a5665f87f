package dev.upswell.server.app;

import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.contest.Contest;
import dev.upswell.server.crowd.AudienceLearner;
import dev.upswell.server.crowd.CrowdLearning;
import dev.upswell.server.crowd.KeptCrowd;
import dev.upswell.server.live.LiveSearch;
import dev.upswell.server.recommend.Hindsight;
import dev.upswell.server.recommend.IndexRefresh;
import dev.upswell.server.recommend.Recommendations;
import dev.upswell.server.recommend.Recommender;
import dev.upswell.server.recommend.index.IndexFilling;
import dev.upswell.server.recommend.index.LakeRefresh;
import dev.upswell.server.recommend.index.TenantIndex;
import dev.upswell.server.recommend.person.KnownLibrary;
import dev.upswell.server.recommend.person.ProfiledTastes;
import dev.upswell.server.seek.ProfileSeeking;
import dev.upswell.server.seek.SeekSettings;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What people like and what is recommended to them, wired.
///
/// @param index one for the process: it stays open
/// @param library likewise: it remembers from one request to the next
/// @param crowd likewise
/// @param search asks providers
/// @param categories makes taxonomies
/// @param tried when a ranker was last found to have too little to learn from
record RecommendingPlace(Ground ground, TenantIndex index, IndexRefresh refresh, KnownLibrary library, KeptCrowd crowd,
        Supplier<LiveSearch> search, Supplier<Taxonomies> categories, AtomicReference<@Nullable Instant> tried)
        implements
            Workplace.Recommending {

    /// Of each tenant, in the data folder; may be deleted at any time.
    private static final String INDEX = "index";

    static RecommendingPlace of(Ground ground, Supplier<LiveSearch> search, Supplier<Taxonomies> categories) {
        int days = ground.number(Setting.RECOMMEND_LIFETIME_DAYS);
        Duration lifetime = days == 0 ? null : Duration.ofDays(days);
        var index = new TenantIndex(
                ground.settings().data().resolve(INDEX).resolve(ground.tenant().toString()), lifetime);
        var filling = new IndexFilling(ground.database(), TaxonomyMaking.EMBEDDER, TaxonomyMaking.SPACE, lifetime);
        return new RecommendingPlace(ground, index,
                new LakeRefresh(ground.tenant(), ground.database(), filling, index, ground.clock()),
                new KnownLibrary(ground.tenant(), ground.database(), ground.clock()),
                new KeptCrowd(ground.tenant(), ground.database()), search, categories, new AtomicReference<>());
    }

    private SeekSettings seeking() {
        return new SeekSettings(Boolean.parseBoolean(ground.text(Setting.RECOMMEND_LIVE)),
                ground.text(Setting.RECOMMEND_LIVE_SOURCE), ground.number(Setting.RECOMMEND_LIVE_QUERIES),
                SeekSettings.VIDEOS, ground.number(Setting.RECOMMEND_LIVE_SHARE),
                Duration.ofMinutes(ground.number(Setting.RECOMMEND_LIVE_MINUTES)),
                ground.pace().real(Duration.ofSeconds(ground.number(Setting.RECOMMEND_LIVE_SECONDS))));
    }

    @Override
    public Recommendations recommendations() {
        var tastes = new ProfiledTastes(ground.tenant(), ground.database(), ground.clock(), library);
        return new Recommendations(ground.tenant(), ground.database(),
                new Recommendations.Sources(index, tastes, contest().rankers(), crowd, library.authors()),
                ground.clock());
    }

    CrowdLearning learning() {
        return new CrowdLearning(ground.tenant(), ground.database(), new AudienceLearner(), ground.clock());
    }

    @Override
    public Recommender recommender() {
        return new Recommender(ground.tenant(), ground.database(), refresh, recommendations(),
                new ProfileSeeking(search.get(), profiles(), seeking()));
    }

    @Override
    public Contest contest() {
        return Contest.of(ground.tenant(), ground.database(), ground.clock(), Version.CODE,
                new Hindsight(learning(), this::recommendations, tried));
    }

    @Override
    public Taxonomies taxonomies() {
        return categories.get();
    }

    @Override
    public Profiles profiles() {
        return new Profiles(ground.tenant(), ground.database(), ground.clock());
    }
}
