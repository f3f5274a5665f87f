package dev.upswell.server.crowd;

import dev.upswell.language.TextTokens;
import dev.upswell.learn.Fingerprint;
import dev.upswell.ranking.Interaction;
import dev.upswell.server.crowd.CrowdActivityRepository.Whose;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.Met;
import dev.upswell.server.taste.Reaction;
import dev.upswell.server.taste.Reactions;
import dev.upswell.server.taste.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What many people did with videos, numbered for a learner.
///
/// @param people ids in the order of their numbers
/// @param told interactions and videos
/// @param hash of all of it but how long ago it was: what is equal teaches the same
record ManyActs(List<UUID> people, CrowdLearner.Told told, String hash) {

    /// What was done years ago still says that it was done.
    private static final double LEAST = 1e-9;

    /// How much is looked at.
    ///
    /// @param people who did something last, at most
    /// @param videosEach of each person, those they did something with last
    /// @param cells people by videos at most; where there are more videos, those that most people did something with are taken
    record Bounds(int people, int videosEach, int cells) {

        /// 12 million scores of both kinds are 96 MB.
        static final Bounds USUAL = new Bounds(2_000, 500, 12_000_000);
        /// The last reactions of all people together that are read.
        private static final int REACTIONS = 1_000_000;
        /// Acts of one account that are read to find so many videos.
        private static final int ACTS_A_VIDEO = 4;
    }

    /// What somebody did with each video, the last done first.
    private record Person(UUID id, Map<String, Turned> videos, Instant last) {
    }

    /// What somebody did with a video.
    ///
    /// @param worth of all of it
    /// @param late as it counts of late
    /// @param overall as it counts over all
    /// @param last epoch second
    private record Turned(double worth, double late, double overall, long last) {

        static Turned of(Deed deed, Instant now) {
            double days = Duration.between(deed.at(), now).toSeconds() / 86_400.0;
            return new Turned(deed.worth(), faded(deed.worth(), days, CrowdLearner.Told.LATE_DAYS),
                    faded(deed.worth(), days, CrowdLearner.Told.LONG_DAYS), deed.at().getEpochSecond());
        }

        private static double faded(double worth, double days, double halfDays) {
            return Math.max(LEAST, worth * Math.pow(0.5, days / halfDays));
        }

        Turned and(Turned other) {
            return new Turned(worth + other.worth, late + other.late, overall + other.overall,
                    Math.max(last, other.last));
        }
    }

    ManyActs {
        people = List.copyOf(people);
    }

    /// What these people did until now with stored videos, without what speaks of sensitive topics.
    static ManyActs of(TenantId tenant, Database database, List<Subject> subjects, Instant now, Bounds bounds) {
        Map<UUID, List<Reaction>> reactions = new Reactions(tenant, database).all(now, Bounds.REACTIONS);
        try (LakeSession lake = database.lake().open(tenant)) {
            var activity = new CrowdActivityRepository(lake);
            List<Person> people = people(activity, subjects, reactions, now, bounds);
            Set<String> videos = speakable(activity, most(people, bounds.cells() / Math.max(1, people.size())));
            return numbered(people, videos);
        }
    }

    private static List<Person> people(CrowdActivityRepository activity, List<Subject> subjects,
            Map<UUID, List<Reaction>> reactions, Instant now, Bounds bounds) {
        Map<String, Subject> left = new HashMap<>();
        subjects.forEach(subject -> left.put(subject.handle(), subject));
        Whose whose = new Whose(List.copyOf(left.keySet()),
                subjects.stream().filter(Subject::withExport).map(Subject::handle).findFirst().orElse(null),
                Bounds.ACTS_A_VIDEO * bounds.videosEach());
        Map<String, Double> lengths = activity.lengths();
        List<Person> people = new ArrayList<>();
        BiConsumer<Subject, List<Met.Act>> add = (subject, acts) -> {
            List<Deed> deeds = Deeds.of(acts, reactions.getOrDefault(subject.id(), List.of()), lengths::get, now);
            if (!deeds.isEmpty()) {
                people.add(new Person(subject.id(), turned(deeds, bounds.videosEach(), now), deeds.getFirst().at()));
            }
        };
        activity.acts(whose, now, (account, acts) -> {
            Subject subject = left.remove(account);
            if (subject != null) {
                add.accept(subject, acts);
            }
        });
        left.values().forEach(subject -> add.accept(subject, List.of()));
        return people.stream()
                .sorted(Comparator.comparing(Person::last).reversed().thenComparing(Person::id)).limit(bounds.people())
                .sorted(Comparator.comparing(Person::id)).toList();
    }

    private static Map<String, Turned> turned(List<Deed> deeds, int most, Instant now) {
        Map<String, Turned> videos = new LinkedHashMap<>();
        for (Deed deed : deeds) {
            if (videos.size() < most || videos.containsKey(deed.video())) {
                videos.merge(deed.video(), Turned.of(deed, now), Turned::and);
            }
        }
        return videos;
    }

    /// The videos that most people did something with.
    private static List<String> most(List<Person> people, int count) {
        Map<String, Long> audiences = people.stream().flatMap(person -> person.videos().keySet().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return audiences.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(count).map(Map.Entry::getKey).toList();
    }

    private static Set<String> speakable(CrowdActivityRepository activity, List<String> videos) {
        return activity.texts(videos).entrySet().stream()
                .filter(text -> !SensitiveTexts.isSensitive(TextTokens.of(text.getValue()))).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static ManyActs numbered(List<Person> people, Set<String> videos) {
        Map<String, Integer> numbers = new TreeMap<>();
        people.forEach(person -> person.videos().keySet().stream().filter(videos::contains)
                .forEach(video -> numbers.put(video, 0)));
        List<String> ids = List.copyOf(numbers.keySet());
        Map<String, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        List<UUID> told = new ArrayList<>();
        List<Interaction> interactions = new ArrayList<>();
        List<Interaction> late = new ArrayList<>();
        List<Interaction> overall = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Person person : people) {
            int before = interactions.size();
            person.videos().forEach((video, turned) -> {
                Integer place = places.get(video);
                if (place != null) {
                    interactions.add(new Interaction(told.size(), place, turned.worth()));
                    late.add(new Interaction(told.size(), place, turned.late()));
                    overall.add(new Interaction(told.size(), place, turned.overall()));
                    all.append(person.id()).append(' ').append(video).append(' ').append(turned.worth()).append(' ')
                            .append(turned.last()).append('\n');
                }
            });
            if (interactions.size() > before) {
                told.add(person.id());
            }
        }
        return new ManyActs(told, new CrowdLearner.Told(interactions, late, overall, ids),
                Fingerprint.of(all.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
