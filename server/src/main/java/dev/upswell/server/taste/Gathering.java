package dev.upswell.server.taste;

import dev.upswell.content.EntityId;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.ActivityRepository.Acted;
import dev.upswell.server.taste.ActivityRepository.Told;
import dev.upswell.taste.Engagement;
import dev.upswell.taste.Person;
import dev.upswell.taste.Source;
import dev.upswell.taste.TastedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers what is known of a person at an instant: posts, what exports and imports tell they did, and their reactions here.
final class Gathering {

    /// So many posts are fetched at most, more than are looked at, for some are not stored.
    private static final int MOST_POSTS = 100;

    private final TenantId tenant;
    private final Database database;
    private final ReactionRepository reactions = new ReactionRepository();

    Gathering(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// What was found.
    ///
    /// @param usualRate the middle rate of engagement of the tenant's videos
    /// @param unstored videos that the person met and of which nothing is stored
    record Gathered(Person person, double usualRate, int unstored) {

        /// The same, had the person not met some videos; what was posted stays.
        Gathered without(Predicate<String> met) {
            return new Gathered(new Person(person.handle(), person.followers(),
                    person.liked().stream().filter(
                            item -> item.source() == Source.POST || !met.test(item.video().id().value())).toList(),
                    person.hidden().stream().filter(item -> !met.test(item.video().id().value())).toList()), usualRate,
                    unstored);
        }
    }

    private record Done(String video, String action, Instant at) {
    }

    Gathered of(Subject subject, Instant asOf) {
        try (LakeSession lake = database.lake().open(tenant)) {
            ActivityRepository activity = new ActivityRepository(lake, asOf);
            List<Done> done = new ArrayList<>();
            activity.posted(subject.handle(), MOST_POSTS).forEach(one -> done.add(done(one)));
            activity.acted(subject.handle(), subject.withExport()).forEach(one -> done.add(done(one)));
            database.transactions().call(tenant, db -> reactions.last(db, subject.id(), asOf, 1_000))
                    .forEach(one -> done.add(new Done(one.video(), one.kind().name().toLowerCase(Locale.ROOT),
                            one.at())));
            Map<String, Told> told = activity.told(done.stream().map(Done::video).distinct().toList());
            List<TastedItem> liked = new ArrayList<>();
            Stream.of(Source.values()).forEach(source -> liked.addAll(items(done, source, told)));
            List<TastedItem> hidden = items(done.stream().filter(one -> one.action().equals("hidden")), Source.LIKE,
                    told);
            long unstored = done.stream().filter(one -> source(one.action()) != null).map(Done::video).distinct()
                    .filter(video -> !told.containsKey(video)).count();
            OptionalLong followers = activity.followers(subject.handle());
            return new Gathered(new Person(EntityId.creator(subject.handle()),
                    followers.isPresent() ? (Long) followers.getAsLong() : null, liked, hidden),
                    Engagement.usual(activity.usual()), (int) unstored);
        }
    }

    /// What an account met by what was told of it in files, until an instant.
    Met met(Subject subject, Instant asOf) {
        try (LakeSession lake = database.lake().open(tenant)) {
            Set<String> known = new HashSet<>();
            Set<String> hidden = new HashSet<>();
            List<Met.Act> acts = new ArrayList<>();
            ActivityRepository activity = new ActivityRepository(lake, asOf);
            for (Acted one : activity.acted(subject.handle(), subject.withExport())) {
                (one.action().equals("hidden") ? hidden : known).add(one.video());
                acts.add(new Met.Act(one.video(), one.action(), one.at(), one.watched()));
            }
            List<Met.Act> posts = activity.posted(subject.handle(), MOST_POSTS).stream()
                    .map(one -> new Met.Act(one.video(), one.action(), one.at(), null)).toList();
            return new Met(known, hidden, acts, posts);
        }
    }

    /// The last known number of followers; null where nobody told.
    @Nullable
    Long followers(String handle, Instant asOf) {
        try (LakeSession lake = database.lake().open(tenant)) {
            OptionalLong followers = new ActivityRepository(lake, asOf).followers(handle);
            return followers.isPresent() ? (Long) followers.getAsLong() : null;
        }
    }

    private static Done done(Acted one) {
        return new Done(one.video(), one.action(), one.at());
    }

    private static List<TastedItem> items(List<Done> done, Source source, Map<String, Told> told) {
        return items(done.stream().filter(one -> source(one.action()) == source), source, told);
    }

    /// Each video once, by when it was done last.
    private static List<TastedItem> items(Stream<Done> done, Source source, Map<String, Told> told) {
        Map<String, TastedItem> items = new LinkedHashMap<>();
        done.forEach(one -> {
            Told known = told.get(one.video());
            if (known != null) {
                items.merge(one.video(), new TastedItem(source, known.video(), null, one.at(), known.counts()),
                        (first, second) -> first.at().isBefore(second.at()) ? second : first);
            }
        });
        return List.copyOf(items.values());
    }

    /// What an action tells of liking; null where nothing.
    private static @Nullable Source source(String action) {
        return switch (action) {
            case "posted" -> Source.POST;
            case "reposted" -> Source.REPOST;
            case "liked", "favourited", "saved", "shared" -> Source.LIKE;
            default -> null;
        };
    }
}
