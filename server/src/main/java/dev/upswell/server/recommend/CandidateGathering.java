package dev.upswell.server.recommend;

import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.Exclusions;
import dev.upswell.recommend.Way;
import dev.upswell.server.crowd.Crowd;
import dev.upswell.server.crowd.CrowdScores;
import dev.upswell.server.recommend.Tastes.Taste;
import dev.upswell.server.seek.Sought;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.server.theme.ThemeGrowth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the videos that could be shown to a person, and what is known of them.
final class CandidateGathering {

    private static final Logger LOG = LoggerFactory.getLogger(CandidateGathering.class);
    /// How many each vector and the words may find.
    private static final int EACH = 100;
    /// How many the crowd may find.
    private static final int BY_CROWD = 500;

    private final TenantId tenant;
    private final Database database;
    private final Retrieval retrieval;
    private final Crowd crowd;
    private final AuthorRates authors;
    private final ThemeGrowth themes;

    CandidateGathering(TenantId tenant, Database database, Recommendations.Sources sources) {
        this.tenant = tenant;
        this.database = database;
        retrieval = sources.retrieval();
        crowd = sources.crowd();
        authors = sources.authors();
        themes = new ThemeGrowth(tenant, database);
    }

    /// A video with the way by which it was found first.
    private record Met(Found found, Way way) {
    }

    /// The candidates for a person.
    ///
    /// @param sought what a live source told; of that only what is stored can be shown
    /// @param degraded takes what was away
    List<Candidate> of(Taste taste, Exclusions exclusions, Sought sought, Instant now, Set<Degraded> degraded) {
        Set<String> live = sought.byVideo().keySet();
        CrowdScores scores = scores(taste, now, degraded);
        Map<String, Met> found = new LinkedHashMap<>();
        Map<String, LibraryVideo> library = new HashMap<>();
        try {
            found(taste, wanted(taste, exclusions, now, degraded), scores, degraded)
                    .forEach(one -> found.putIfAbsent(one.found().video(), one));
            read(Stream.concat(found.keySet().stream(), live.stream()).collect(Collectors.toSet()), library, degraded);
        } catch (IndexUnavailable e) {
            LOG.warn("videos are recommended without the index", e);
            degraded.add(Degraded.INDEX_AWAY);
            mostViewed(found, library, degraded);
            read(live, library, degraded);
        }
        live.stream().map(library::get).filter(Objects::nonNull)
                .forEach(video -> found.putIfAbsent(video.id(), told(video, taste)));
        List<Candidate> candidates = new ArrayList<>();
        Beside beside = new Beside(taste, scores, growth(library.keySet(), now));
        for (Met one : found.values()) {
            Met met = live.contains(one.found().video()) ? new Met(one.found(), Way.LIVE) : one;
            Candidate candidate = candidate(met, library.get(one.found().video()), beside);
            if (exclusions.reason(candidate, now).isEmpty()) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    /// What is known of the person by all; null where that is little, which the page of configurations tells, or away.
    private @Nullable CrowdScores scores(Taste taste, Instant now, Set<Degraded> degraded) {
        try {
            return crowd.of(taste.subject(), now).orElse(null);
        } catch (StoreException e) {
            LOG.warn("videos are recommended without what others did", e);
            degraded.add(Degraded.NO_CROWD);
            return null;
        }
    }

    private Wanted wanted(Taste taste, Exclusions exclusions, Instant now, Set<Degraded> degraded) {
        boolean comparable = isComparable(taste);
        if (!comparable) {
            degraded.add(Degraded.OTHER_TEXTS);
        }
        return new Wanted(comparable ? taste.vectors() : List.of(), taste.terms(), EACH, exclusions.videos(),
                exclusions.own(), now);
    }

    private boolean isComparable(Taste taste) {
        return taste.textVersion().equals(retrieval.textVersion());
    }

    /// By words and likeness, then by what others turned to, then by what all people did and by views where there is little else.
    private List<Met> found(Taste taste, Wanted wanted, @Nullable CrowdScores scores, Set<Degraded> degraded) {
        List<Met> found = new ArrayList<>();
        retrieval.find(wanted)
                .forEach(one -> found.add(new Met(one, one.byTerms() ? Way.QUERY : Way.VECTORS)));
        boolean few = found.size() < EACH;
        if (scores != null) {
            retrieval.named(scores.nearest(BY_CROWD, video -> !wanted.leftOut().contains(video)), wanted)
                    .forEach(one -> found.add(new Met(one, Way.CROWD)));
        }
        if (taste.profile().isStranger()) {
            degraded.add(Degraded.STRANGER);
        }
        if (taste.profile().isStranger() || few) {
            if (scores != null) {
                retrieval.named(scores.acclaimed(EACH, video -> !wanted.leftOut().contains(video)), wanted)
                        .forEach(one -> found.add(new Met(one, Way.POPULARITY)));
            }
            retrieval.popular(wanted).forEach(one -> found.add(new Met(one, Way.POPULARITY)));
        }
        return isComparable(taste)
                ? found
                : found.stream().map(one -> new Met(withoutVector(one.found()), one.way())).toList();
    }

    private static Found withoutVector(Found one) {
        return new Found(one.video(), one.creator(), one.ranked(), one.byVectors(), one.byTerms(), null);
    }

    private void read(Set<String> ids, Map<String, LibraryVideo> library, Set<Degraded> degraded) {
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().read(lake, ids, video -> library.put(video.id(), video));
        } catch (StoreException e) {
            LOG.warn("videos are recommended without their counts", e);
            degraded.add(Degraded.LAKE_AWAY);
        }
    }

    private void mostViewed(Map<String, Met> found, Map<String, LibraryVideo> library, Set<Degraded> degraded) {
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().mostViewed(lake, 3 * EACH, video -> {
                library.put(video.id(), video);
                found.put(video.id(), new Met(new Found(video.id(), video.creator(), 0, 0, false, null),
                        Way.POPULARITY));
            });
        } catch (StoreException e) {
            LOG.warn("nothing can be recommended", e);
            degraded.add(Degraded.LAKE_AWAY);
        }
    }

    /// These videos for a person as they were known at an instant, each as by popularity, whether or not they could be shown; without those that
    /// are not stored.
    List<Candidate> named(Taste taste, Set<String> videos, Instant at) {
        Map<String, LibraryVideo> library = new LinkedHashMap<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().read(lake, videos, at, video -> library.put(video.id(), video));
        }
        Beside beside = new Beside(taste, crowd.of(taste.subject(), at).orElse(null), growth(library.keySet(), at));
        return library.values().stream()
                .map(video -> candidate(new Met(told(video, taste).found(), Way.POPULARITY), video, beside)).toList();
    }

    /// A video that a live source told, which need not be in the index yet.
    private static Met told(LibraryVideo video, Taste taste) {
        Vector vector = taste.textVersion().equals(TaxonomyMaking.SPACE)
                ? TaxonomyMaking.EMBEDDER.vector(video.text())
                : null;
        return new Met(new Found(video.id(), video.creator(), 0, 0, false,
                vector == null || vector.saysNothing() ? null : vector.values()), Way.LIVE);
    }

    /// What candidates are told beside what they say.
    ///
    /// @param growth of themes, by video
    private record Beside(Taste taste, @Nullable CrowdScores scores, Map<String, Double> growth) {

        Candidate.Audience audience(String video, @Nullable String author) {
            return scores == null
                    ? Candidate.Audience.UNKNOWN
                    : new Candidate.Audience(scores.late(video), scores.overall(video), scores.worth(video),
                            scores.authorWorth(author), scores.acclaim(video));
        }
    }

    /// Nothing where it cannot be read: it is unknown then, as where no theme is told.
    private Map<String, Double> growth(Set<String> videos, Instant now) {
        try {
            return themes.of(videos, now);
        } catch (StoreException e) {
            LOG.warn("videos are recommended without the growth of their themes", e);
            return Map.of();
        }
    }

    private Candidate candidate(Met met, @Nullable LibraryVideo known, Beside beside) {
        Found found = met.found();
        Taste taste = beside.taste();
        Vector vector = found.vector() == null ? null : Vector.of(found.vector());
        Candidate.Audience audience = beside.audience(found.video(),
                known == null ? found.creator() : known.creator());
        if (known == null) {
            return new Candidate(found.video(), found.creator(), null, null, Candidate.Tally.NONE, null, vector,
                    met.way(), new Candidate.Form(null, null, null, Set.of(), null, audience), Map.of());
        }
        String said = known.text();
        TextTokens text = TextTokens.of(said);
        return new Candidate(found.video(), known.creator(), known.postedAt(), expires(known),
                new Candidate.Tally(known.views(), known.likes(), known.comments(), known.shares()),
                said.isEmpty() ? null : new HashSet<>(taste.categories().of(said, vector)), vector, met.way(),
                new Candidate.Form(LibraryVideo.language(text), known.seconds(), beside.growth().get(known.id()),
                        LibraryVideo.words(text),
                        known.creator() == null ? null : authors.of(known.creator()), audience),
                Map.of());
    }

    private @Nullable Instant expires(LibraryVideo video) {
        Duration lifetime = retrieval.lifetime();
        Instant posted = video.postedAt();
        return lifetime == null || posted == null ? null : posted.plus(lifetime);
    }

    /// The most viewed videos, when nothing is known of who is asking.
    List<Candidate> popular(Instant now) {
        return retrieval.popular(new Wanted(List.of(), Map.of(), EACH, Set.of(), Set.of(), now)).stream()
                .map(one -> new Candidate(one.video(), one.creator(), null, null, Candidate.Tally.NONE, null, null,
                        Way.POPULARITY, Candidate.Form.UNKNOWN, Map.of()))
                .toList();
    }
}
