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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What many people did with videos, numbered for a learner.
///
/// @param people ids in the order of their numbers
/// @param told interactions and videos
/// @param worths of what they watched
/// @param passed worth of what people did with those videos that were passed over, by person and video; without people of whom nothing else is known
/// @param hash of all of it but how long ago it was: what is equal teaches the same
record ManyActs(List<UUID> people, CrowdLearner.Told told, Worths worths, Map<UUID, Map<String, Double>> passed,
        String hash) {

    /// What was done years ago still says that it was done.
    private static final double LEAST = 1e-9;

    /// How much is looked at.
    ///
    /// @param people who did something last, at most
    /// @param videosEach of each person, those they did something with last
    /// @param cells people by videos at most; where there are more videos, those that most people did something with are taken
    /// @param watched videos that worths are of at most, those that most people watched
    record Bounds(int people, int videosEach, int cells, int watched) {

        /// 12 million scores of both kinds are 96 MB.
        static final Bounds USUAL = new Bounds(2_000, 500, 12_000_000, 100_000);
        /// The last reactions of all people together that are read.
        private static final int REACTIONS = 1_000_000;
        /// Acts of one account that are read to find so many videos.
        private static final int ACTS_A_VIDEO = 4;
    }

    /// Who is asked for.
    ///
    /// @param subjects who may be profiled
    /// @param now nothing later is known
    /// @param passed what of each is passed over, as if it had never been met
    record Asked(List<Subject> subjects, Instant now, Bounds bounds, Passed passed) {

        /// All of these people's acts.
        Asked(List<Subject> subjects, Instant now, Bounds bounds) {
            this(subjects, now, bounds, (subject, video) -> false);
        }
    }

    /// What is passed over.
    @FunctionalInterface
    interface Passed {

        boolean test(UUID subject, String video);
    }

    /// What somebody did with each video, the last done first.
    ///
    /// @param beside what was done beside watching with each video that is known to have been watched
    /// @param passed worth of what was done with those that are passed over
    private record Person(UUID id, Map<String, Turned> videos, Map<String, Double> beside,
            Map<String, Double> passed, Instant last) {
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
    static ManyActs of(TenantId tenant, Database database, Asked asked) {
        Map<UUID, List<Reaction>> reactions = new Reactions(tenant, database).all(asked.now(), Bounds.REACTIONS);
        try (LakeSession lake = database.lake().open(tenant)) {
            var activity = new CrowdActivityRepository(lake);
            List<Person> people = people(activity, asked, reactions);
            Bounds bounds = asked.bounds();
            List<String> videos = most(people, Person::videos, bounds.cells() / Math.max(1, people.size()));
            List<String> watched = most(people, Person::beside, bounds.watched());
            Set<String> speakable = speakable(activity,
                    Stream.of(videos, watched, most(people, Person::passed, Integer.MAX_VALUE)).flatMap(List::stream)
                            .distinct().toList());
            return numbered(people, common(videos, speakable),
                    new Watched(common(watched, speakable), activity.creators(watched)), speakable);
        }
    }

    /// Videos that worths are told of.
    ///
    /// @param creators by video
    private record Watched(Set<String> videos, Map<String, String> creators) {
    }

    private static Set<String> common(List<String> videos, Set<String> speakable) {
        return videos.stream().filter(speakable::contains).collect(Collectors.toSet());
    }

    private static List<Person> people(CrowdActivityRepository activity, Asked asked,
            Map<UUID, List<Reaction>> reactions) {
        List<Subject> subjects = asked.subjects();
        Bounds bounds = asked.bounds();
        Map<String, Subject> left = new HashMap<>();
        subjects.forEach(subject -> left.put(subject.handle(), subject));
        Whose whose = new Whose(List.copyOf(left.keySet()),
                subjects.stream().filter(Subject::withExport).map(Subject::handle).findFirst().orElse(null),
                Bounds.ACTS_A_VIDEO * bounds.videosEach());
        Map<String, Double> lengths = activity.lengths();
        List<Person> people = new ArrayList<>();
        BiConsumer<Subject, List<Met.Act>> add = (subject, all) -> person(asked, subject, all,
                reactions.getOrDefault(subject.id(), List.of()), lengths).ifPresent(people::add);
        activity.acts(whose, asked.now(), (account, acts) -> {
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

    private static Optional<Person> person(Asked asked, Subject subject, List<Met.Act> all, List<Reaction> told,
            Map<String, Double> lengths) {
        Map<Boolean, List<Met.Act>> byPassed = all.stream()
                .collect(Collectors.partitioningBy(one -> asked.passed().test(subject.id(), one.video())));
        Map<Boolean, List<Reaction>> toldByPassed = told.stream()
                .collect(Collectors.partitioningBy(one -> asked.passed().test(subject.id(), one.video())));
        List<Met.Act> acts = byPassed.getOrDefault(false, List.of());
        List<Reaction> reactions = toldByPassed.getOrDefault(false, List.of());
        List<Deed> deeds = Deeds.of(acts, reactions, lengths::get, asked.now());
        return deeds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Person(subject.id(), turned(deeds, asked.bounds().videosEach(), asked.now()),
                        Deeds.besideWatching(acts, reactions, asked.now()),
                        Deeds.worths(byPassed.getOrDefault(true, List.of()),
                                toldByPassed.getOrDefault(true, List.of()), lengths::get, asked.now()),
                        deeds.getFirst().at()));
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
    private static List<String> most(List<Person> people, Function<Person, Map<String, ?>> did, int count) {
        Map<String, Long> audiences = people.stream().flatMap(person -> did.apply(person).keySet().stream())
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

    private static ManyActs numbered(List<Person> people, Set<String> videos, Watched watched,
            Set<String> speakable) {
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
        Map<UUID, Map<String, Double>> passed = new LinkedHashMap<>();
        Worths.Collecting worths = new Worths.Collecting(watched.creators());
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
                Map<String, Double> speaking = new TreeMap<>(person.passed());
                speaking.keySet().retainAll(speakable);
                passed.put(person.id(), speaking);
                // Of these alone: whoever is erased takes the whole crowd along, and is known to be of it by their scores.
                new TreeMap<>(person.beside()).forEach((video, beside) -> {
                    if (watched.videos().contains(video)) {
                        worths.add(video, beside);
                        all.append(person.id()).append(" beside ").append(video).append(' ').append(beside)
                                .append(' ').append(watched.creators().get(video)).append('\n');
                    }
                });
            }
        }
        return new ManyActs(told, new CrowdLearner.Told(interactions, late, overall, ids), worths.worths(), passed,
                Fingerprint.of(all.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
