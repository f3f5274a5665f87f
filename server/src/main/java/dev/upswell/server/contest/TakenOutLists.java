package dev.upswell.server.contest;

import dev.upswell.numeric.Dice;
import dev.upswell.recommend.FinalScore;
import dev.upswell.server.crowd.TakenOut;
import dev.upswell.server.recommend.Given;
import dev.upswell.server.recommend.LibraryRepository;
import dev.upswell.server.recommend.Recommendations;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Videos that were taken out of what people did, one list a person, with what a ranker would have seen of them and what was done with each.
///
/// What was taken out is in no profile, no habit and nothing that people tell together, and nothing later than the instant is known: counts of
/// videos, rates of authors and themes are as of then too. Only what was met is in such a list, for that somebody met one video and not another
/// tells what the platform chose to show.
final class TakenOutLists {

    /// People that are looked at, drawn by their ids.
    static final int MOST_PEOPLE = 500;
    private static final int MOST_VIDEOS = 80;
    private static final long SEED = 79;

    private TakenOutLists() {
    }

    /// The lists of people who did more with one video than with another, by person.
    ///
    /// **cost** as learning a crowd, and some 0.2 s a person
    static List<ShownList> of(TenantId tenant, Database database, Hindsight hindsight, Instant at) {
        TakenOut taken = hindsight.crowd().takenOut(at);
        Map<String, Double> rates = new HashMap<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().authorRates(lake, at, rates::put);
        }
        Recommendations then = hindsight.recommendations().get().then(at, taken.crowd(), rates::get);
        List<ShownList> lists = new ArrayList<>();
        taken.people().entrySet().stream().filter(one -> differ(taken.worths(one.getValue())))
                .sorted(Comparator.comparingLong(one -> drawn(one.getValue(), ""))).limit(MOST_PEOPLE)
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> lists.add(list(then, one, taken.worths(one.getValue()), at)));
        return lists.stream().filter(TakenOutLists::tells).toList();
    }

    private static boolean differ(Map<String, Double> worths) {
        return worths.values().stream().distinct().count() > 1;
    }

    private static boolean tells(ShownList list) {
        return list.tells() && list.videos().stream().map(ShownList.Video::worth).distinct().count() > 1;
    }

    private static long drawn(UUID subject, String video) {
        return Dice.of(SEED, "taken-out list " + subject + " " + video, 0).nextLong();
    }

    private static ShownList list(Recommendations then, Map.Entry<String, UUID> person, Map<String, Double> worths,
            Instant at) {
        UUID subject = person.getValue();
        Set<String> videos = worths.keySet().stream()
                .sorted(Comparator.comparingLong(video -> drawn(subject, video))).limit(MOST_VIDEOS)
                .collect(Collectors.toSet());
        List<Given.Item> seen = then.seen(person.getKey(), videos, video -> TakenOut.isTaken(subject, video));
        return new ShownList(subject, at, seen.stream()
                .map(item -> new ShownList.Video(item.video(), item.score(), item.virality(), item.relevance(),
                        item.engagement(), item.terms().get(FinalScore.CROWD), item.columns(), worths.getOrDefault(item.video(), 0.0)))
                .toList());
    }
}
