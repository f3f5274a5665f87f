package dev.upswell.people.judge.contender;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.embed.Vector;
import dev.upswell.people.judge.Known;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Category;
import dev.upswell.taste.Person;
import dev.upswell.taste.Profile;
import dev.upswell.taste.Source;
import dev.upswell.taste.TastedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Profiles as the origin made them, for comparison only: keywords are found within words, so that "art" is in "party", and twenty points
/// of engagement count as much as any more, whatever the views.
///
/// The origin lets a language model say how near a person is to a category. Here 0.6 · mean likeness of the three nearest items + 0.4 ·
/// share of the keywords that stand anywhere stands for that, over the same categories that the product has.
final class OriginProfiles {

    private static final double LEAST = 0.3;
    private static final double NEARNESS = 0.6;
    private static final double WORDS = 0.4;
    private static final double BOOST = 0.5;
    private static final double FULL_POINTS = 20;
    private static final int NEAREST = 3;

    private final Product product;

    OriginProfiles(Product product) {
        this.product = product;
    }

    /// An item that was read, its text in lower case.
    private record Read(TastedItem item, String text, Vector vector) {

        boolean says(String keyword) {
            return text.contains(keyword.toLowerCase(Locale.ROOT));
        }
    }

    Profile of(Known known, Person person) {
        List<TastedItem> items = items(person);
        List<Read> read = items.stream().map(item -> new Read(item, item.text().toLowerCase(Locale.ROOT),
                product.embedder().vector(item.text()))).toList();
        List<Affinity> affinities = new ArrayList<>();
        if (!read.isEmpty()) {
            for (Category category : product.taxonomy().categories()) {
                Affinity affinity = affinity(category, read, influence(person.followers()));
                if (affinity.affinity() >= LEAST) {
                    affinities.add(affinity);
                }
            }
        }
        double[] sum = new double[product.embedder().size()];
        read.forEach(one -> one.vector().addTo(sum, 1));
        Vector taste = Vector.of(sum);
        Profile.Sample sample = new Profile.Sample(count(items, Source.POST), count(items, Source.REPOST),
                count(items, Source.LIKE), 0);
        return new Profile(person.handle(), Instant.ofEpochSecond(known.at()), sample, person.followers(), affinities,
                taste, taste, List.of());
    }

    /// The newest of each source.
    static List<TastedItem> items(Person person) {
        return Stream.of(Source.values()).flatMap(source -> person.liked().stream()
                .filter(item -> item.source() == source)
                .sorted(Comparator.comparing(TastedItem::at).reversed()
                        .thenComparing(item -> item.video().id().value()))
                .limit(source.most())).toList();
    }

    private static int count(List<TastedItem> items, Source source) {
        return (int) items.stream().filter(item -> item.source() == source).count();
    }

    private static Affinity affinity(Category category, List<Read> read, double influence) {
        double near = read.stream().mapToDouble(one -> -Math.max(0, one.vector().likeness(category.vector()))).sorted()
                .limit(NEAREST).average().orElse(0);
        long said = category.keywords().stream().filter(word -> read.stream().anyMatch(one -> one.says(word))).count();
        double words = category.keywords().isEmpty() ? 0 : (double) said / category.keywords().size();
        double base = NEARNESS * -near + WORDS * words;
        double boost = read.stream().filter(one -> category.keywords().stream().anyMatch(one::says))
                .mapToDouble(one -> BOOST * one.item().source().weight() * engagement(one.item().counts())).average()
                .orElse(0);
        return new Affinity(category.tag(), Math.min(1, base + boost * influence), base, boost, "", List.of());
    }

    private static double engagement(Counts counts) {
        double points = or0(counts.likes()) + 2 * or0(counts.comments()) + 3 * or0(counts.shares());
        return Math.min(1, points / FULL_POINTS);
    }

    private static double or0(@Nullable Count count) {
        return count == null ? 0 : count.value();
    }

    private static double influence(@Nullable Long followers) {
        if (followers == null || followers < 1_000) {
            return 0.8;
        }
        if (followers < 10_000) {
            return 0.9;
        }
        if (followers < 100_000) {
            return 1;
        }
        return followers < 1_000_000 ? 1.1 : 1.2;
    }
}
