package dev.upswell.server.crowd;

import dev.upswell.language.TextTokens;
import dev.upswell.learn.Fingerprint;
import dev.upswell.ranking.Interaction;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.Met;
import dev.upswell.server.taste.Reaction;
import dev.upswell.server.taste.Reactions;
import dev.upswell.server.taste.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What many people did with videos, numbered for a learner.
///
/// @param people ids in the order of their numbers
/// @param told interactions and videos
record ManyActs(List<UUID> people, CrowdLearner.Told told) {

    /// How much is looked at.
    ///
    /// @param people who did something last, at most
    /// @param videosEach of each person, those they did something with last
    /// @param cells people by videos at most; where there are more videos, those that most people did something with are taken
    record Bounds(int people, int videosEach, int cells) {

        /// 12 million scores of each kind are 96 MB.
        static final Bounds USUAL = new Bounds(5_000, 1_000, 12_000_000);
        /// Acts of one account or reactions of one person that are read to find so many videos.
        private static final int ACTS_A_VIDEO = 4;

        int actsEach() {
            return ACTS_A_VIDEO * videosEach;
        }
    }

    /// Worths by video, the last done first.
    private record Person(UUID id, Map<String, Double> worths, Instant last) {
    }

    ManyActs {
        people = List.copyOf(people);
    }

    /// What these people did until now with stored videos, without what speaks of sensitive topics.
    static ManyActs of(TenantId tenant, Database database, List<Subject> subjects, Instant now, Bounds bounds) {
        Map<UUID, List<Reaction>> reactions = new Reactions(tenant, database).all(now,
                bounds.people() * bounds.actsEach());
        try (LakeSession lake = database.lake().open(tenant)) {
            var activity = new CrowdActivityRepository(lake);
            List<Person> people = people(activity, subjects, reactions, now, bounds);
            Set<String> videos = speakable(activity, most(people, bounds.cells() / Math.max(1, people.size())));
            return numbered(people, videos);
        }
    }

    private static List<Person> people(CrowdActivityRepository activity, List<Subject> subjects,
            Map<UUID, List<Reaction>> reactions, Instant now, Bounds bounds) {
        List<String> accounts = new ArrayList<>(subjects.stream().map(Subject::handle).toList());
        if (subjects.stream().anyMatch(Subject::withExport)) {
            accounts.add(CrowdActivityRepository.NAMELESS);
        }
        Map<String, List<Met.Act>> acts = activity.acts(accounts, now, bounds.actsEach());
        Map<String, Double> lengths = activity.lengths();
        List<Person> people = new ArrayList<>();
        for (Subject subject : subjects) {
            List<Met.Act> theirs = new ArrayList<>(acts.getOrDefault(subject.handle(), List.of()));
            if (subject.withExport()) {
                theirs.addAll(acts.getOrDefault(CrowdActivityRepository.NAMELESS, List.of()));
            }
            List<Deed> deeds = Deeds.of(theirs, reactions.getOrDefault(subject.id(), List.of()), lengths::get, now);
            if (!deeds.isEmpty()) {
                people.add(new Person(subject.id(), worths(deeds, bounds.videosEach()), deeds.getFirst().at()));
            }
        }
        return people.stream().sorted((one, other) -> other.last().compareTo(one.last())).limit(bounds.people())
                .sorted((one, other) -> one.id().compareTo(other.id())).toList();
    }

    private static Map<String, Double> worths(List<Deed> deeds, int most) {
        Map<String, Double> worths = new LinkedHashMap<>();
        for (Deed deed : deeds) {
            if (worths.size() < most || worths.containsKey(deed.video())) {
                worths.merge(deed.video(), deed.worth(), Double::sum);
            }
        }
        return worths;
    }

    /// The videos that most people did something with.
    private static List<String> most(List<Person> people, int count) {
        Map<String, Long> audiences = people.stream().flatMap(person -> person.worths().keySet().stream())
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
        people.forEach(person -> person.worths().keySet().stream().filter(videos::contains)
                .forEach(video -> numbers.put(video, 0)));
        List<String> ids = List.copyOf(numbers.keySet());
        Map<String, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        List<UUID> told = new ArrayList<>();
        List<Interaction> interactions = new ArrayList<>();
        for (Person person : people) {
            int before = interactions.size();
            person.worths().forEach((video, worth) -> {
                Integer place = places.get(video);
                if (place != null) {
                    interactions.add(new Interaction(told.size(), place, worth));
                }
            });
            if (interactions.size() > before) {
                told.add(person.id());
            }
        }
        return new ManyActs(told, new CrowdLearner.Told(interactions, ids));
    }

    /// A hash of all of it: what is equal teaches the same.
    String hash() {
        StringBuilder text = new StringBuilder();
        people.forEach(person -> text.append(person).append(' '));
        told.videos().forEach(video -> text.append(video).append(' '));
        told.interactions().stream()
                .sorted((one, other) -> one.person() != other.person()
                        ? Integer.compare(one.person(), other.person())
                        : Integer.compare(one.item(), other.item()))
                .forEach(one -> text.append(one.person()).append(':').append(one.item()).append(':')
                        .append(one.weight()).append(' '));
        return Fingerprint.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
