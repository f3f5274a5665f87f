package dev.upswell.server.recommend;

import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.server.recommend.IndexRefresh.Refreshed;
import dev.upswell.server.seek.Seeking;
import dev.upswell.server.seek.Sought;
import dev.upswell.server.seek.Wish;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers requests for recommendations: asks a live source where that is wished, brings the index up to date, and describes the recommended videos.
public final class Recommender {

    /// How many videos are recommended where nobody says.
    public static final int USUAL = 20;
    /// How long a server does not look again whether something else is stored.
    public static final Duration MAY_BE_OLD = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Recommender.class);

    private final TenantId tenant;
    private final Database database;
    private final IndexRefresh refresh;
    private final Recommendations recommendations;
    private final Seeking seeking;

    /// A recommender that asks no live source.
    public Recommender(TenantId tenant, Database database, IndexRefresh refresh, Recommendations recommendations) {
        this(tenant, database, refresh, recommendations, Seeking.NONE);
    }

    public Recommender(TenantId tenant, Database database, IndexRefresh refresh, Recommendations recommendations,
            Seeking seeking) {
        this.tenant = tenant;
        this.database = database;
        this.refresh = refresh;
        this.recommendations = recommendations;
        this.seeking = seeking;
    }

    /// Recommends so many videos to this person.
    ///
    /// @param count from 1 to 100
    /// @param mayBeOld how long ago the index may have been looked at last
    /// @param wish whether a live source is asked first
    ///
    /// **errors** [RecommendRefused] for a person without a profile, for other counts, and where no video is stored
    public RecommendationDocument give(String handle, int count, Duration mayBeOld, Wish wish) {
        Recommendations.requireCount(count);
        Sought sought = seeking.seek(handle, wish);
        Optional<Refreshed> refreshed = refreshed(mayBeOld);
        Given given = recommendations.give(handle, count, sought);
        if (given.items().isEmpty() && !sought.wasWished()
                && refreshed.filter(index -> index.videos() == 0).isPresent()) {
            throw RecommendRefused.noVideos();
        }
        return described(given);
    }

    /// Whether a live source is asked where nobody says.
    public boolean usuallyLive() {
        return seeking.isUsual();
    }

    /// Empty where it cannot be done now: what is recommended comes from the index as it is, or without it.
    private Optional<Refreshed> refreshed(Duration mayBeOld) {
        try {
            return Optional.of(refresh.bring(mayBeOld));
        } catch (IndexUnavailable | StoreException e) {
            LOG.warn("the index of videos was not brought up to date", e);
            return Optional.empty();
        }
    }

    /// A recommendation that was kept.
    ///
    /// **errors** [RecommendRefused] when there is none
    public RecommendationDocument get(String id) {
        return described(recommendations.get(parsed(id)));
    }

    private static UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw RecommendRefused.noRequest();
        }
    }

    /// Notes what the person did with videos of a recommendation; the next one knows it.
    ///
    /// **errors** [RecommendRefused] for videos that it does not hold; nothing is noted then
    public void react(String id, List<Rewards.Told> reactions) {
        recommendations.react(parsed(id), reactions);
    }

    /// What was done with the videos of a recommendation so far.
    ///
    /// **errors** [RecommendRefused] when there is none
    public Map<String, Set<Reaction>> reactions(String id) {
        return recommendations.reactions(parsed(id));
    }

    private RecommendationDocument described(Given given) {
        Map<String, LibraryVideo> videos = new HashMap<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().read(lake, given.items().stream().map(Given.Item::video).toList(),
                    video -> videos.put(video.id(), video));
        } catch (StoreException e) {
            LOG.warn("recommended videos are not described", e);
        }
        return RecommendationDocument.of(given, videos);
    }
}
