package dev.upswell.server.recommend.person;

import dev.upswell.recommend.Leanings;
import dev.upswell.server.crowd.Deed;
import dev.upswell.server.crowd.Deeds;
import dev.upswell.server.recommend.AuthorRates;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.Met;
import dev.upswell.server.taste.Reaction;
import dev.upswell.server.taste.Subject;
import dev.upswell.taste.TextCategories;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What is remembered of a tenant from one request to the next: what its people did, videos they did it with, what is usual of its library.
///
/// One for the process: it is asked by any number of threads.
public final class KnownLibrary {

    /// So many of the last videos tell leanings.
    static final int MOST = 2_000;

    private final KnownActivity activity;
    private final ReadVideos videos;
    private final LibraryUsual usual;

    public KnownLibrary(TenantId tenant, Database database, InstantSource clock) {
        activity = new KnownActivity(tenant, database);
        videos = new ReadVideos(ReadVideos.Library.of(tenant, database));
        usual = new LibraryUsual(tenant, database, clock);
    }

    /// How much authors' videos are usually liked.
    public AuthorRates authors() {
        return usual;
    }

    Met met(Subject subject, Instant now) {
        return activity.of(subject, now);
    }

    /// In which terms videos are read.
    record Terms(KeptTaxonomy taxonomy, TextCategories categories) {
    }

    Map<String, ReadVideo> videos(Collection<String> ids, Terms terms) {
        return videos.of(ids, terms.taxonomy(), terms.categories());
    }

    /// What somebody did, told of the videos that they did it with.
    ///
    /// @param authorWorths what was done beside watching with an author's videos, for each that was watched
    record Told(Leanings leanings, Map<String, Double> authorWorths) {
    }

    /// What the last videos tell that somebody did something with until now; what speaks of sensitive topics says nothing.
    Told told(Met met, List<Reaction> reactions, Terms terms, Instant now) {
        List<Met.Act> acts = Stream.concat(met.acts().stream(), met.posts().stream()).toList();
        Map<String, ReadVideo> read = videos(last(acts, reactions), terms);
        return new Told(leanings(acts, reactions, new Reading(terms, read), now),
                authorWorths(Deeds.besideWatching(acts, reactions, now), read));
    }

    /// Videos as they are read in these terms.
    private record Reading(Terms terms, Map<String, ReadVideo> videos) {
    }

    /// As if two more of each author had been watched and half a like given, so that one like says little.
    private static Map<String, Double> authorWorths(Map<String, Double> beside, Map<String, ReadVideo> read) {
        Map<String, Double> sums = new HashMap<>();
        Map<String, Integer> watched = new HashMap<>();
        beside.forEach((id, worth) -> {
            ReadVideo video = read.get(id);
            String author = video == null || video.sensitive() ? null : video.creator();
            if (author != null) {
                sums.merge(author, worth, Double::sum);
                watched.merge(author, 1, Integer::sum);
            }
        });
        sums.replaceAll((author, sum) -> (sum + 1) / (watched.getOrDefault(author, 0) + 2));
        return sums;
    }

    private Leanings leanings(List<Met.Act> acts, List<Reaction> reactions, Reading reading, Instant now) {
        Terms terms = reading.terms();
        Map<String, ReadVideo> read = reading.videos();
        List<Leanings.Act> told = new ArrayList<>();
        for (Deed deed : Deeds.of(acts, reactions, video -> {
            ReadVideo known = read.get(video);
            return known == null ? null : known.seconds();
        }, now)) {
            ReadVideo video = read.get(deed.video());
            if (video != null && !video.sensitive()) {
                told.add(new Leanings.Act(video.traits(), deed.worth(), deed.at()));
            }
        }
        return told.isEmpty()
                ? Leanings.NONE
                : Leanings.of(told, usual.usual(terms.taxonomy(), terms.categories()), now);
    }

    /// The videos that anything was done with last.
    private static Set<String> last(List<Met.Act> acts, List<Reaction> reactions) {
        Map<String, Instant> times = new HashMap<>();
        acts.forEach(act -> times.merge(act.video(), act.at(), KnownLibrary::later));
        reactions.forEach(reaction -> times.merge(reaction.video(), reaction.at(), KnownLibrary::later));
        if (times.size() <= MOST) {
            return times.keySet();
        }
        return Set.copyOf(times.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST).map(Map.Entry::getKey).toList());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
