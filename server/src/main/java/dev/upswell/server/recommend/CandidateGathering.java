package dev.upswell.server.recommend;

import dev.upswell.embed.Vector;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.Exclusions;
import dev.upswell.recommend.Way;
import dev.upswell.server.recommend.Tastes.Taste;
import dev.upswell.server.seek.Sought;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.TaxonomyMaking;
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

    private final TenantId tenant;
    private final Database database;
    private final Retrieval retrieval;

    CandidateGathering(TenantId tenant, Database database, Retrieval retrieval) {
        this.tenant = tenant;
        this.database = database;
        this.retrieval = retrieval;
    }

    /// The candidates for a person.
    ///
    /// @param sought what a live source told; of that only what is stored can be shown
    /// @param degraded takes what was away
    List<Candidate> of(Taste taste, Exclusions exclusions, Sought sought, Instant now, Set<Degraded> degraded) {
        Set<String> live = sought.byVideo().keySet();
        Map<String, Found> found = new LinkedHashMap<>();
        Map<String, LibraryVideo> library = new HashMap<>();
        try {
            found(taste, exclusions, now, degraded).forEach(one -> found.putIfAbsent(one.video(), one));
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
        for (Found one : found.values()) {
            Candidate candidate = candidate(one, library.get(one.video()), taste,
                    live.contains(one.video()));
            if (exclusions.reason(candidate, now).isEmpty()) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private List<Found> found(Taste taste, Exclusions exclusions, Instant now, Set<Degraded> degraded) {
        boolean comparable = taste.textVersion().equals(retrieval.textVersion());
        if (!comparable) {
            degraded.add(Degraded.OTHER_TEXTS);
        }
        Wanted wanted = new Wanted(comparable ? taste.vectors() : List.of(), taste.terms(), EACH, exclusions.videos(),
                exclusions.own(), now);
        List<Found> found = new ArrayList<>(retrieval.find(wanted));
        if (taste.profile().isStranger()) {
            degraded.add(Degraded.STRANGER);
        }
        if (taste.profile().isStranger() || found.size() < EACH) {
            found.addAll(retrieval.popular(wanted));
        }
        return comparable ? found : found.stream().map(CandidateGathering::withoutVector).toList();
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

    private void mostViewed(Map<String, Found> found, Map<String, LibraryVideo> library, Set<Degraded> degraded) {
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().mostViewed(lake, 3 * EACH, video -> {
                library.put(video.id(), video);
                found.put(video.id(), new Found(video.id(), video.creator(), 0, 0, false, null));
            });
        } catch (StoreException e) {
            LOG.warn("nothing can be recommended", e);
            degraded.add(Degraded.LAKE_AWAY);
        }
    }

    /// A video that a live source told, which need not be in the index yet.
    private static Found told(LibraryVideo video, Taste taste) {
        Vector vector = taste.textVersion().equals(TaxonomyMaking.SPACE)
                ? TaxonomyMaking.EMBEDDER.vector(video.text())
                : null;
        return new Found(video.id(), video.creator(), 0, 0, false,
                vector == null || vector.saysNothing() ? null : vector.values());
    }

    private Candidate candidate(Found found, @Nullable LibraryVideo known, Taste taste, boolean live) {
        Vector vector = found.vector() == null ? null : Vector.of(found.vector());
        Way way = live ? Way.LIVE : found.byTerms() ? Way.QUERY : found.byVectors() > 0 ? Way.VECTORS : Way.POPULARITY;
        if (known == null) {
            return new Candidate(found.video(), found.creator(), null, null, Candidate.Tally.NONE, null, vector, way,
                    Candidate.Form.UNKNOWN, Map.of());
        }
        String text = known.text();
        return new Candidate(found.video(), known.creator(), known.postedAt(), expires(known),
                new Candidate.Tally(known.views(), known.likes(), known.comments(), known.shares()),
                text.isEmpty() ? null : new HashSet<>(taste.categories().of(text, vector)), vector, way,
                new Candidate.Form(known.language(), known.seconds(), null),
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
