package dev.upswell.server.recommend;

import dev.upswell.numeric.SplitMix;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Exclusions;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.recommend.Way;
import dev.upswell.server.crowd.Crowd;
import dev.upswell.server.recommend.Tastes.Taste;
import dev.upswell.server.seek.Sought;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Recommends videos to people of one tenant, keeps what was recommended with which chance, and notes what people did with it.
///
/// Works with whatever is there: what was away is told in the answer, by [Degraded].
public final class Recommendations {

    private static final Logger LOG = LoggerFactory.getLogger(Recommendations.class);
    private static final int MOST = 100;

    private final TenantId tenant;
    private final Database database;
    private final Sources sources;
    private final CandidateGathering gathering;
    private final Tastes tastes;
    private final ListMaking lists;
    private final InstantSource clock;
    private final RequestRepository requests = new RequestRepository();
    private final ConfigurationRepository configurations = new ConfigurationRepository();

    public Recommendations(TenantId tenant, Database database, Sources sources, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.sources = sources;
        gathering = new CandidateGathering(tenant, database, sources);
        tastes = sources.tastes();
        lists = new ListMaking(sources.rankers());
        this.clock = clock;
    }

    /// What lists are made from.
    ///
    /// @param crowd what all people together tell
    /// @param authors how much authors' videos are usually liked
    public record Sources(Retrieval retrieval, Tastes tastes, Rankers rankers, Crowd crowd, AuthorRates authors) {
    }

    /// The same as of an instant.
    ///
    /// @param crowd what all people together told then
    /// @param authors how much authors' videos were usually liked then
    Recommendations then(Instant at, Crowd crowd, AuthorRates authors) {
        return new Recommendations(tenant, database, new Sources(sources.retrieval(), sources.tastes(),
                sources.rankers(), crowd, authors), () -> at);
    }

    /// What a ranker would see of these videos now, each at the first place, had the person not met some; without those that are not stored,
    /// and nothing where that cannot be told of the person.
    ///
    /// @param met those that the person had not met
    List<Given.Item> seen(String handle, Set<String> videos, Predicate<String> met) {
        Instant now = clock.instant();
        return tastes.without(handle, met, now)
                .map(taste -> lists.unordered(gathering.named(taste, videos, now), taste, now)).orElse(List.of());
    }

    /// What the catalog tells of a request.
    private record Known(Taste taste, Exclusions exclusions, Dealing dealing) {
    }

    /// Recommends so many videos to this person.
    ///
    /// @param count from 1 to 100
    ///
    /// **errors** [RecommendRefused] for a person without a profile, and for other counts; [IndexUnavailable] when neither catalog nor
    /// index can be read
    public Given give(String handle, int count) {
        return give(handle, count, Sought.UNASKED);
    }

    /// The same with what a live source told for this list.
    Given give(String handle, int count, Sought sought) {
        requireCount(count);
        Instant now = clock.instant();
        ListMaking.Draw draw = new ListMaking.Draw(count, seed(handle, now), now);
        Optional<Known> known;
        try {
            known = known(handle, now);
        } catch (StoreException e) {
            LOG.warn("recommended without the catalog", e);
            return withoutCatalog(count, sought, now);
        }
        return give(known.orElseThrow(() -> RecommendRefused.noProfile(handle)), sought, draw);
    }

    /// Refuses what is no number of videos of a list.
    static void requireCount(int count) {
        if (count < 1 || count > MOST) {
            throw RecommendRefused.count(count);
        }
    }

    private Given give(Known known, Sought sought, ListMaking.Draw draw) {
        Set<Degraded> degraded = EnumSet.noneOf(Degraded.class);
        sought.lacks().forEach(lack -> degraded.add(Degraded.of(lack)));
        List<Candidate> candidates = gathering.of(known.taste(), known.exclusions(), sought, draw.now(), degraded);
        Given given = lists.list(candidates, known.taste(), known.dealing(), draw, degraded).asking(sought);
        UUID id = UUID.randomUUID();
        try {
            database.transactions().run(tenant, db -> requests.keep(db, id, known.taste().subject(), given));
        } catch (StoreException e) {
            LOG.warn("a recommendation was not kept", e);
            degraded.add(Degraded.CATALOG_AWAY);
            return given.keptAs(null, degraded);
        }
        return given.keptAs(id, degraded);
    }

    private Optional<Known> known(String handle, Instant now) {
        return tastes.find(handle).map(taste -> database.transactions().call(tenant, db -> {
            Map<String, Instant> shown = requests.shownAfter(db, taste.subject(), now.minus(Exclusions.REPEAT_AFTER));
            return new Known(taste, Exclusions.of(shown, taste.acted(), taste.hidden(), taste.accounts(), now),
                    dealing(db, taste.subject()));
        }));
    }

    private Dealing dealing(JdbcClient db, UUID subject) {
        List<Configuration> kept = configurations.active(db);
        List<Configuration> active = kept.isEmpty() ? List.of(Configuration.USUAL) : kept;
        return configurations.trial(db)
                .map(trial -> Dealing.of(trial, configurations.get(db, trial.a()), configurations.get(db, trial.b()),
                        active, subject))
                .orElseGet(() -> new Dealing.ByChance(active));
    }

    /// The most viewed videos of the index, in that order: nothing is known of the person, and nothing can be kept.
    private Given withoutCatalog(int count, Sought sought, Instant now) {
        List<Candidate> popular = gathering.popular(now);
        Set<Degraded> degraded = EnumSet.of(Degraded.CATALOG_AWAY);
        sought.lacks().forEach(lack -> degraded.add(Degraded.of(lack)));
        if (popular.size() < count) {
            degraded.add(Degraded.TOO_FEW);
        }
        List<Given.Item> items = new ArrayList<>();
        for (Candidate candidate : popular.subList(0, Math.min(count, popular.size()))) {
            items.add(new Given.Item(items.size() + 1, candidate.video(), 0, null, null, null, Map.of(), List.of(),
                    "It is popular with others.", 1, null, List.of(), Way.POPULARITY));
        }
        return new Given(null, now, count, Configuration.USUAL.name(), 0, popular.size(), degraded, null,
                Map.of(), Map.of(), items, sought);
    }

    /// Differs from request to request, and is kept with it.
    private static long seed(String handle, Instant now) {
        return SplitMix.mix(handle.hashCode() * SplitMix.GOLDEN
                ^ SplitMix.mix(now.getEpochSecond() * 1_000_000_000 + now.getNano()));
    }

    /// A recommendation that was kept.
    public Given get(UUID id) {
        return kept(id).given();
    }

    private RequestRepository.Kept kept(UUID id) {
        return database.transactions().call(tenant, db -> requests.find(db, id))
                .orElseThrow(RecommendRefused::noRequest);
    }

    /// Notes what the person did with videos of a recommendation; the next one knows it.
    ///
    /// **errors** [RecommendRefused] for videos that it does not hold; nothing is noted then
    public void react(UUID id, List<Rewards.Told> reactions) {
        RequestRepository.Kept kept = kept(id);
        Set<String> shown = kept.given().items().stream().map(Given.Item::video).collect(Collectors.toSet());
        for (Rewards.Told told : reactions) {
            if (!shown.contains(told.video())) {
                throw RecommendRefused.notShown(told.video());
            }
        }
        tastes.react(kept.subject(), id, reactions, clock.instant());
    }

    /// What was done with the videos of a recommendation so far.
    public Map<String, Set<Reaction>> reactions(UUID id) {
        return database.transactions().call(tenant, db -> requests.reactions(db, id));
    }

    /// How lists may be made.
    public Configurations configurations() {
        return new Configurations(tenant, database, clock);
    }
}
