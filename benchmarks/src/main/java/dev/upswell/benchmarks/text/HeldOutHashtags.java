package dev.upswell.benchmarks.text;

import dev.upswell.benchmarks.text.HeldOutCaptions.Asked;
import dev.upswell.benchmarks.text.HeldOutCaptions.Read;
import dev.upswell.embed.Embedder;
import dev.upswell.embed.HashedVectors;
import dev.upswell.numeric.Dice;
import dev.upswell.ranking.ImplicitFactors;
import dev.upswell.ranking.Interaction;
import dev.upswell.ranking.ItemNeighbours;
import dev.upswell.ranking.ItemScorer;
import dev.upswell.ranking.Popularity;
import dev.upswell.ranking.ShallowAutoencoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How well a caption tells a hashtag that was taken out of it: a proxy of taste on real captions, where a caption stands for a person and
/// hashtags for what it turned to.
///
/// Argument: lines that `captions.py` wrote. Baselines know which hashtags stand together, the product's parts what captions say. Nothing
/// is learnt of creators who are asked; what else their captions say is known when they are asked. One hashtag is wanted of each, so that
/// NDCG@10 is 1 / log₂(1 + its place).
public final class HeldOutHashtags {

    private static final long SEED = 20;
    private static final int TOP = 10;
    private static final int FAR = 50;
    /// Hashtags that fewer than one creator in a hundred uses are told apart: the others are asked for by nearly all.
    private static final int RARE_OF = 100;

    private final HeldOutCaptions captions;
    private final Map<String, Integer> numbers = new HashMap<>();

    private HeldOutHashtags(HeldOutCaptions captions) {
        this.captions = captions;
        captions.hashtags().forEach(hashtag -> numbers.put(hashtag, numbers.size()));
    }

    public static void main(String[] arguments) throws IOException {
        Embedder embedder = new HashedVectors();
        HeldOutCaptions captions = HeldOutCaptions.of(CaptionLine.of(Path.of(arguments[0])), embedder);
        new HeldOutHashtags(captions).print(embedder);
    }

    private void print(Embedder embedder) {
        long creators = captions.learnt().stream().map(Read::creator).distinct().count();
        List<Integer> rare = IntStream.range(0, captions.asked().size())
                .filter(i -> captions.creators().getOrDefault(captions.asked().get(i).wanted(), 0) * RARE_OF < creators)
                .boxed().toList();
        System.out.println(captions.learnt().size() + " captions of " + creators + " creators learnt from, "
                + captions.hashtags().size() + " hashtags, " + captions.asked().size()
                + " captions of other creators asked, " + rare.size()
                + " for a rare hashtag; 95 % intervals over creators");
        scorers(embedder).forEach((name, scorer) -> {
            List<double[]> found = IntStream.range(0, captions.asked().size())
                    .mapToObj(i -> measured(captions.asked().get(i), scorer.apply(i, captions.asked().get(i))))
                    .toList();
            List<double[]> rarely = rare.stream().map(found::get).toList();
            System.out.println("| " + name + " | " + mean(found, 0) + " | " + mean(found, 1) + " | " + mean(rarely, 0)
                    + " | " + mean(rarely, 1) + " |");
        });
    }

    private static OverCreators mean(List<double[]> values, int of) {
        return OverCreators.of(values.stream().map(one -> one[of]).toList());
    }

    /// What scores all hashtags for a caption, by its number.
    private Map<String, BiFunction<Integer, Asked, double[]>> scorers(Embedder embedder) {
        Map<String, BiFunction<Integer, Asked, double[]>> scorers = new LinkedHashMap<>();
        int[] all = IntStream.range(0, captions.hashtags().size()).toArray();
        scorers.put("chance", (number, asked) -> {
            Dice dice = Dice.of(SEED, "held out", number);
            return IntStream.of(all).mapToDouble(i -> dice.unit()).toArray();
        });
        List<Interaction> together = together();
        int first = captions.learnt().size();
        by(scorers, "popularity", Popularity.of(together), first, all);
        by(scorers, "item neighbours", ItemNeighbours.of(together, 100, 20), first, all);
        by(scorers, "matrix factorisation",
                ImplicitFactors.of(together, new ImplicitFactors.Settings(32, 8, 10, 5, SEED)), first, all);
        by(scorers, "what goes together, by the product", ShallowAutoencoder.of(byCreators(), 20).scoring(rests(0)), 0,
                all);
        var told = new ToldHashtags(captions, embedder);
        scorers.put("likeness of vectors", (number, asked) -> told.likeness(asked));
        scorers.put("words that are sought", (number, asked) -> told.sought(asked));
        scorers.put("the origin's score", (number, asked) -> told.byOrigin(asked));
        scorers.put("score by formula", (number, asked) -> told.byFormula(asked));
        return scorers;
    }

    private static void by(Map<String, BiFunction<Integer, Asked, double[]>> scorers, String name, ItemScorer scorer,
            int first, int[] all) {
        scorers.put(name, (number, asked) -> scorer.scores(first + number, all));
    }

    /// Captions with their hashtags, those that are asked behind the others and without what is wanted.
    private List<Interaction> together() {
        List<Interaction> together = new ArrayList<>();
        for (int i = 0; i < captions.learnt().size(); i++) {
            add(together, i, captions.learnt().get(i));
        }
        together.addAll(rests(captions.learnt().size()));
        return together;
    }

    private List<Interaction> rests(int first) {
        List<Interaction> rests = new ArrayList<>();
        for (int i = 0; i < captions.asked().size(); i++) {
            add(rests, first + i, captions.asked().get(i).rest());
        }
        return rests;
    }

    /// Hashtags by creators, as many as can be learnt from at once.
    private List<Interaction> byCreators() {
        List<List<Read>> creators = captions.learnt().stream().collect(Collectors.groupingBy(Read::creator)).entrySet()
                .stream()
                .sorted(Comparator.comparingLong(creator -> Dice.of(SEED, "learnt " + creator.getKey(), 0).nextLong()))
                .limit(ShallowAutoencoder.MOST_PERSONS).map(Map.Entry::getValue).toList();
        List<Interaction> interactions = new ArrayList<>();
        for (int i = 0; i < creators.size(); i++) {
            int creator = i;
            creators.get(i).forEach(read -> add(interactions, creator, read));
        }
        return interactions;
    }

    private void add(List<Interaction> interactions, int person, Read read) {
        read.hashtags().stream().map(numbers::get).filter(Objects::nonNull).sorted()
                .forEach(hashtag -> interactions.add(new Interaction(person, hashtag, 1)));
    }

    /// NDCG@10 and recall@50 of what was taken out, among hashtags that do not stand there already; of equals the first by name.
    private double[] measured(Asked asked, double[] scores) {
        int wanted = Objects.requireNonNull(numbers.get(asked.wanted()), asked.wanted());
        int place = 1;
        for (int i = 0; i < scores.length; i++) {
            boolean before = scores[i] > scores[wanted] || (scores[i] == scores[wanted] && i < wanted);
            if (before && !asked.rest().hashtags().contains(captions.hashtags().get(i))) {
                place++;
            }
        }
        return new double[]{place <= TOP ? Math.log(2) / Math.log(1 + place) : 0, place <= FAR ? 1 : 0};
    }
}
