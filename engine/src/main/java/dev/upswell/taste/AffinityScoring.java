package dev.upswell.taste;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Says what a person likes: affinity = min(1, base + boost · influence), from the items alone.
///
/// * **base** 0.6 · mean nearness of the three nearest items + 0.4 · share of the category's keywords that stand in items as whole words;
///   times what was liked of it by what was liked and hidden of it
/// * **boost** 0.5 · mean rate of engagement of the items that belong to it, weighed by source, by how much they belong, and by half for
///   every 90 days; in full from three items that belong, or all of fewer; items whose counts nobody told say nothing
/// * **influence** by followers
///
/// Categories and items of sensitive topics are left out. Affinities below 0.3 are not kept.
///
/// **cost** the vectors of at most 140 texts, and each of them against each keyword of the taxonomy
public final class AffinityScoring {

    /// Affinities below it are not kept.
    public static final double LEAST = .3;

    private static final double NEARNESS = .6;
    private static final double WORDS = .4;
    private static final double BOOST = .5;
    private static final int NEAREST = 3;
    private static final int EVIDENCE = 5;
    private static final int MOST_HIDDEN = 30;
    /// An item belongs to a category from here.
    private static final double BELONGS = .2;
    private static final double FAR = .5;
    private static final double NEAR = .9;
    private static final Duration HALF = Duration.ofDays(90);

    private final Embedder embedder;
    private final SensitiveTopics sensitive;
    private final double usualRate;

    /// @param usualRate the middle rate of engagement of the videos that items stand among, from [Engagement#usual]
    public AffinityScoring(Embedder embedder, SensitiveTopics sensitive, double usualRate) {
        this.embedder = embedder;
        this.sensitive = sensitive;
        this.usualRate = usualRate;
    }

    /// An item that was read.
    private record Read(TastedItem item, TextTokens text, Vector vector, double weight) {
    }

    /// An item as part of a category.
    private record Part(Read read, double belongs) {

        double strength() {
            return belongs * read.weight();
        }
    }

    /// The profile of a person at an instant.
    public Profile of(Person person, Taxonomy taxonomy, Instant asOf) {
        List<TastedItem> looked = Stream.of(Source.values()).flatMap(source -> newest(person.liked().stream()
                .filter(item -> item.source() == source), asOf, source.most())).toList();
        List<Read> liked = read(looked, asOf);
        List<Read> hidden = read(newest(person.hidden().stream(), asOf, MOST_HIDDEN).toList(), asOf);
        List<Affinity> affinities = new ArrayList<>();
        if (!liked.isEmpty()) {
            for (Category category : taxonomy.categories()) {
                if (sensitive.of(category).isEmpty()) {
                    Affinity affinity = affinity(category, liked, hidden, Influence.of(person.followers()));
                    if (affinity.affinity() >= LEAST) {
                        affinities.add(affinity);
                    }
                }
            }
        }
        Profile.Sample sample = new Profile.Sample(count(looked, Source.POST), count(looked, Source.REPOST),
                count(looked, Source.LIKE), hidden.size());
        return new Profile(person.handle(), asOf, sample, person.followers(), affinities, longTaste(liked),
                ShortTaste.of(vectors(liked), vectors(hidden), embedder.size()),
                notes(person, liked, affinities.isEmpty()));
    }

    private static Stream<TastedItem> newest(Stream<TastedItem> items, Instant asOf, int most) {
        return items.filter(item -> !item.at().isAfter(asOf))
                .sorted(Comparator.comparing(TastedItem::at).reversed()
                        .thenComparing(item -> item.video().id().value()))
                .limit(most);
    }

    private static int count(List<TastedItem> items, Source source) {
        return (int) items.stream().filter(item -> item.source() == source).count();
    }

    private List<Read> read(List<TastedItem> items, Instant asOf) {
        List<TextTokens> texts = items.stream().map(item -> TextTokens.of(item.text())).toList();
        List<Vector> vectors = embedder.vectors(texts);
        List<Read> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (sensitive.of(texts.get(i)).isEmpty()) {
                double age = Duration.between(items.get(i).at(), asOf).toMillis() / (double) HALF.toMillis();
                read.add(new Read(items.get(i), texts.get(i), vectors.get(i),
                        items.get(i).source().weight() * StrictMath.pow(.5, age)));
            }
        }
        return read;
    }

    private Affinity affinity(Category category, List<Read> liked, List<Read> hidden, double influence) {
        KeywordMatch match = new KeywordMatch(category.keywords(), category.mapped());
        double nearest = liked.stream().mapToDouble(read -> -nearness(read, category)).sorted().limit(NEAREST)
                .average().orElse(0);
        double words = match.share(liked.stream().map(Read::text).toList());
        List<Part> parts = parts(category, match, liked);
        double base = (NEARNESS * -nearest + WORDS * words) * kept(parts, parts(category, match, hidden));
        double boost = boost(parts) * Math.min(1, parts.size() / (double) Math.min(NEAREST, liked.size()));
        return new Affinity(category.tag(), Math.min(1, base + boost * influence), base, boost,
                Reasons.of(parts.stream().map(part -> part.read().item()).toList(), liked.size(),
                        match.met(parts.stream().map(part -> part.read().text()).toList())),
                parts.stream().limit(EVIDENCE).map(part -> part.read().item().video().id().value()).toList());
    }

    /// What belongs to a category, the strongest first.
    private static List<Part> parts(Category category, KeywordMatch match, List<Read> items) {
        return items.stream()
                .map(read -> new Part(read,
                        NEARNESS * nearness(read, category) + WORDS * match.share(List.of(read.text()))))
                .filter(part -> part.belongs() >= BELONGS)
                .sorted(Comparator.comparingDouble(Part::strength).reversed()
                        .thenComparing(part -> part.read().item().video().id().value()))
                .toList();
    }

    /// How near an item is to a category, 0 to 1; unrelated ones are at 0.
    private static double nearness(Read read, Category category) {
        if (read.vector().size() != category.vector().size()) {
            return 0;
        }
        double near = (read.vector().likeness(category.vector()) + 1) / 2;
        return Math.clamp((near - FAR) / (NEAR - FAR), 0, 1);
    }

    private static double kept(List<Part> liked, List<Part> hidden) {
        double yes = liked.stream().mapToDouble(Part::strength).sum();
        double no = hidden.stream().mapToDouble(Part::strength).sum();
        return no == 0 ? 1 : yes / (yes + no);
    }

    private double boost(List<Part> parts) {
        double sum = 0;
        double weights = 0;
        for (Part part : parts) {
            OptionalDouble rate = Engagement.rate(part.read().item().counts(), usualRate);
            if (rate.isPresent()) {
                sum += part.strength() * rate.getAsDouble();
                weights += part.strength();
            }
        }
        return weights == 0 ? 0 : BOOST * sum / weights;
    }

    private Vector longTaste(List<Read> liked) {
        double[] sum = new double[embedder.size()];
        liked.forEach(read -> read.vector().addTo(sum, read.weight()));
        return Vector.of(sum);
    }

    /// By time, which decides how much each still weighs.
    private static List<ShortTaste.Met> vectors(List<Read> items) {
        return items.stream().map(read -> new ShortTaste.Met(read.item().at(), read.item().video().id().value(),
                read.vector())).toList();
    }

    private List<String> notes(Person person, List<Read> liked, boolean nothing) {
        List<String> notes = new ArrayList<>();
        if (liked.isEmpty()) {
            notes.add(
                    "Nothing is known of what this account likes: what is popular stands in, from different categories.");
        } else if (nothing) {
            notes.add("No category of the taxonomy is liked enough to say so.");
        }
        if (person.followers() == null) {
            notes.add("Followers are not known: influence counts as 1.0.");
        }
        Map<Source, Integer> unknown = new EnumMap<>(Source.class);
        liked.stream().filter(read -> Engagement.rate(read.item().counts(), usualRate).isEmpty())
                .forEach(read -> unknown.merge(read.item().source(), 1, Integer::sum));
        int silent = unknown.values().stream().mapToInt(Integer::intValue).sum();
        if (silent > 0) {
            notes.add(silent + " of " + liked.size() + " items have no known counts and say nothing of engagement.");
        }
        notes.add("Health, religion, sexuality, politics, ethnicity and unions are left out.");
        return notes;
    }
}
