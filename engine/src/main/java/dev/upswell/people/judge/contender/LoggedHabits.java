package dev.upswell.people.judge.contender;

import dev.upswell.people.Life;
import dev.upswell.people.judge.Known;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Leanings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A person's habits as far as a log tells them: authors and languages of what it watched, liked and reposted, and the usual length.
final class LoggedHabits {

    private LoggedHabits() {
    }

    static Habits of(Product product, Known known, int person) {
        product.learn(known);
        List<Life.Action> log = known.log(person);
        Map<String, Double> authors = new HashMap<>();
        Map<String, Double> languages = new HashMap<>();
        double told = 0;
        double spoken = 0;
        for (Life.Action action : log) {
            double worth = ByInteractions.worth(action.kind());
            authors.merge(known.video(action.video()).creator(), worth, Double::sum);
            told += worth;
            String language = product.read(known, action.video()).language();
            if (language != null) {
                languages.merge(language, worth, Double::sum);
                spoken += worth;
            }
        }
        double[] seconds = log.stream().filter(action -> action.kind() == Life.Kind.WATCHED)
                .mapToDouble(action -> known.video(action.video()).seconds()).sorted().toArray();
        return new Habits(shares(authors, told), shares(languages, spoken),
                seconds.length == 0 ? null : (Double) seconds[seconds.length / 2], log.size(),
                leanings(product, log, known.at()), worths(known, log));
    }

    /// What was done beside watching with an author's videos, for each that was watched, as if one more was watched and half a like given.
    private static Map<String, Double> worths(Known known, List<Life.Action> log) {
        Map<String, Double> beside = new HashMap<>();
        Map<String, Double> watched = new HashMap<>();
        for (Life.Action action : log) {
            String author = known.video(action.video()).creator();
            beside.merge(author, Crowd.beside(action.kind()), Double::sum);
            watched.merge(author, action.kind() == Life.Kind.WATCHED ? 1.0 : 0, Double::sum);
        }
        Map<String, Double> worths = new HashMap<>();
        watched.forEach((author, count) -> worths.put(author,
                (beside.getOrDefault(author, 0.0) + 1) / (count + 2)));
        return worths;
    }

    private static Leanings leanings(Product product, List<Life.Action> log, long now) {
        return Leanings.of(log.stream()
                .map(action -> new Leanings.Act(product.read(action.video()).traits(),
                        ByInteractions.worth(action.kind()), Instant.ofEpochSecond(action.at())))
                .toList(), product.usual(), Instant.ofEpochSecond(now));
    }

    private static Map<String, Double> shares(Map<String, Double> worths, double sum) {
        Map<String, Double> shares = new HashMap<>();
        worths.forEach((name, worth) -> shares.put(name, worth / sum));
        return shares;
    }
}
