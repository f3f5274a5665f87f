package dev.upswell.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much more, or less, than chance a person turns to what has a word, a category, an author or a language: log(found / expected), of
/// late and over all.
///
/// Found is the worth of what was done with videos that have it, expected the same share of all that was done as of all videos; three of
/// each are added, so that little says little. Acts weigh half after four days (of late) or forty (over all). 0 is as chance has it.
///
/// **absence** words and authors that were never met lean to nothing
public final class Leanings {

    /// Nothing is known.
    public static final Leanings NONE = new Leanings(Map.of(), Map.of(), 0);

    private static final double DOUBT = 3;
    private static final double LATELY_DAYS = 4;
    private static final double LONG_DAYS = 40;
    private static final int BEST = 3;
    private static final int WORDS = 32;
    private static final int CATEGORIES = 8;

    private static final Lean NO_LEAN = new Lean(0, 0);

    private final Map<Kind, Map<String, Lean>> leans;
    private final Map<Kind, Map<String, Float>> strongest;
    private final int acts;
    private final float bestWords;

    /// What of a video somebody may lean to.
    public enum Kind {
        WORD,
        CATEGORY,
        AUTHOR,
        LANGUAGE
    }

    /// That something was done with a video.
    ///
    /// @param traits of the video, by kind
    /// @param worth 1 for watching to the end, more for what says more
    public record Act(Map<Kind, Set<String>> traits, double worth, Instant at) {
    }

    /// Which share of all videos has each trait, 0 to 1.
    public record Usual(Map<Kind, Map<String, Double>> shares) {

        double of(Kind kind, String name) {
            return shares.getOrDefault(kind, Map.of()).getOrDefault(name, 0.0);
        }
    }

    /// Leanings to one name. Both are of the same acts, so that who has one has the other, and one look-up tells both.
    private record Lean(float late, float overall) {
    }

    private Leanings(Map<Kind, Map<String, Lean>> leans, Map<Kind, Map<String, Float>> strongest, int acts) {
        this.leans = leans;
        this.strongest = strongest;
        this.acts = acts;
        Strongest words = new Strongest();
        leans.getOrDefault(Kind.WORD, Map.of()).values().forEach(lean -> words.add(lean.overall()));
        bestWords = words.best();
    }

    /// Leanings of somebody who did this until now; acts after it are not known yet.
    public static Leanings of(List<Act> all, Usual usual, Instant now) {
        List<Act> acts = all.stream().filter(act -> !act.at().isAfter(now)).toList();
        if (acts.isEmpty()) {
            return NONE;
        }
        Found late = Found.of(acts, usual, now, LATELY_DAYS);
        Map<Kind, Map<String, Float>> odds = late.odds(usual);
        return new Leanings(both(odds, Found.of(acts, usual, now, LONG_DAYS).odds(usual)), Map.of(Kind.WORD,
                late.strongest(Kind.WORD, odds, WORDS), Kind.CATEGORY,
                late.strongest(Kind.CATEGORY, odds, CATEGORIES)), acts.size());
    }

    private static Map<Kind, Map<String, Lean>> both(Map<Kind, Map<String, Float>> late,
            Map<Kind, Map<String, Float>> overall) {
        Map<Kind, Map<String, Lean>> both = new EnumMap<>(Kind.class);
        overall.forEach((kind, odds) -> {
            Map<String, Float> lately = late.getOrDefault(kind, Map.of());
            Map<String, Lean> leans = HashMap.newHashMap(odds.size());
            odds.forEach((name, value) -> leans.put(name, new Lean(lately.getOrDefault(name, 0f), value)));
            both.put(kind, leans);
        });
        return both;
    }

    /// What was found of each name, by weight.
    private record Found(Map<Kind, Map<String, Double>> weights, double all) {

        static Found of(List<Act> acts, Usual usual, Instant now, double halfDays) {
            Map<Kind, Map<String, Double>> found = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                found.put(kind, new HashMap<>());
            }
            for (Kind kind : List.of(Kind.CATEGORY, Kind.LANGUAGE)) {
                usual.shares().getOrDefault(kind, Map.of()).keySet()
                        .forEach(name -> found.computeIfAbsent(kind, any -> new HashMap<>()).put(name, 0.0));
            }
            double all = 0;
            for (Act act : acts) {
                double days = Duration.between(act.at(), now).toSeconds() / 86_400.0;
                double weight = act.worth() * Math.pow(0.5, days / halfDays);
                all += weight;
                act.traits().forEach((kind, names) -> names.forEach(
                        name -> found.computeIfAbsent(kind, any -> new HashMap<>()).merge(name, weight, Double::sum)));
            }
            return new Found(found, all);
        }

        Map<Kind, Map<String, Float>> odds(Usual usual) {
            Map<Kind, Map<String, Float>> odds = new EnumMap<>(Kind.class);
            weights.forEach((kind, found) -> {
                Map<String, Float> of = HashMap.newHashMap(found.size());
                found.forEach((name, weight) -> of.put(name,
                        (float) Math.log((weight + DOUBT) / (all * usual.of(kind, name) + DOUBT))));
                odds.put(kind, of);
            });
            return odds;
        }

        /// Those that tell the person most from others: odds by how much was found.
        Map<String, Float> strongest(Kind kind, Map<Kind, Map<String, Float>> odds, int most) {
            Map<String, Float> of = odds.getOrDefault(kind, Map.of());
            Map<String, Float> kept = new LinkedHashMap<>();
            weights.getOrDefault(kind, Map.of()).entrySet().stream()
                    .filter(entry -> of.getOrDefault(entry.getKey(), 0f) > 0)
                    .sorted(Comparator
                            .comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue()
                                    * of.getOrDefault(entry.getKey(), 0f))
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most).forEach(entry -> kept.put(entry.getKey(), of.getOrDefault(entry.getKey(), 0f)));
            return kept;
        }
    }

    /// How many acts they rest on.
    public int acts() {
        return acts;
    }

    /// How well words match what the person turns to over all, 0 to 1: the mean leaning to the three strongest of them, as a share of that
    /// to the person's three strongest. 0 for words that lean to nothing or away; unknown without words, and where no word is leant to.
    OptionalDouble match(Collection<String> words) {
        Map<String, Lean> known = leans.get(Kind.WORD);
        if (known == null || words.isEmpty() || !(bestWords > 0)) {
            return OptionalDouble.empty();
        }
        Strongest found = new Strongest();
        for (String word : words) {
            Lean lean = known.get(word);
            found.add(lean == null ? 0 : lean.overall());
        }
        return OptionalDouble.of(Math.clamp(found.best() / bestWords, 0f, 1f));
    }

    /// Whether anything is known of the person.
    public boolean isEmpty() {
        return leans.isEmpty();
    }

    /// The leaning over all to a name of this kind; unknown, as `NaN`, where nothing is known of the person or the name.
    float to(Kind kind, @Nullable String name) {
        Map<String, Lean> known = leans.get(kind);
        return known == null || name == null ? Float.NaN : known.getOrDefault(name, NO_LEAN).overall();
    }

    /// Of late and then over all the strongest leaning to one of these; unknown, as `NaN`, where nothing is known of the person.
    float[] strongest(Kind kind, Collection<String> names) {
        Map<String, Lean> known = leans.get(kind);
        if (known == null || names.isEmpty()) {
            return new float[]{Float.NaN, Float.NaN};
        }
        float late = Float.NEGATIVE_INFINITY;
        float overall = Float.NEGATIVE_INFINITY;
        for (String name : names) {
            Lean lean = known.getOrDefault(name, NO_LEAN);
            late = Math.max(late, lean.late());
            overall = Math.max(overall, lean.overall());
        }
        return new float[]{late, overall};
    }

    /// Of late and then over all, each as the mean leaning to the three strongest words and the sum over all by the root of their number;
    /// unknown, as `NaN`, where nothing is known of the person or the words.
    float[] words(Collection<String> words) {
        Map<String, Lean> known = leans.get(Kind.WORD);
        if (known == null || words.isEmpty()) {
            return new float[]{Float.NaN, Float.NaN, Float.NaN, Float.NaN};
        }
        Strongest ofLate = new Strongest();
        Strongest ofAll = new Strongest();
        for (String word : words) {
            Lean lean = known.getOrDefault(word, NO_LEAN);
            ofLate.add(lean.late());
            ofAll.add(lean.overall());
        }
        return new float[]{ofLate.best(), ofLate.all(), ofAll.best(), ofAll.all()};
    }

    /// The three strongest of some leanings, and their sum.
    private static final class Strongest {

        private double first = Double.NEGATIVE_INFINITY;
        private double second = Double.NEGATIVE_INFINITY;
        private double third = Double.NEGATIVE_INFINITY;
        private double sum;
        private int count;

        void add(float odds) {
            sum += odds;
            count++;
            if (odds > first) {
                third = second;
                second = first;
                first = odds;
            } else if (odds > second) {
                third = second;
                second = odds;
            } else if (odds > third) {
                third = odds;
            }
        }

        float best() {
            return (float) switch (Math.min(count, BEST)) {
                case 0 -> 0;
                case 1 -> first;
                case 2 -> (first + second) / 2;
                default -> (first + second + third) / BEST;
            };
        }

        float all() {
            return (float) (sum / Math.sqrt(count));
        }
    }

    /// What tells the person most from others of late, the strongest first, with the leaning to each: up to 32 words, eight categories.
    public Map<String, Float> strongest(Kind kind) {
        return strongest.getOrDefault(kind, Map.of());
    }
}
