package dev.upswell.taxonomy;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where texts lie beside each other, so that those of one subject are together also where they share no word.
///
/// What all texts have in common is taken out. A hashtag lies in the midst of its texts and its own name, 3 : 1; a text lies between itself
/// and its hashtags, 1 : 2. Hashtags in more than three times an even share of the texts say nothing, as do words that only join others.
final class TextSpace {

    private static final double NAME = 1.0 / 3;
    private static final double OWN = 1.0 / 2;
    private static final double EVEN_SHARES = 3;
    /// So many texts make a group at least, where even shares are told.
    private static final int EACH = 40;
    private static final int LEAST_TEXTS = 5;
    /// Of fewer texts a hashtag of two is worth its place.
    private static final int FEW = 500;

    private final Embedder embedder;
    private final List<ReadText> texts;
    private final Set<String> everywhere;

    TextSpace(List<ReadText> texts, int groups, Embedder embedder) {
        this.texts = texts;
        this.embedder = embedder;
        Map<String, Integer> counts = counts();
        this.everywhere = new HashSet<>();
        int even = Math.max(EACH, texts.size() / Math.max(1, groups));
        counts.forEach((tag, count) -> {
            if (count > EVEN_SHARES * even) {
                everywhere.add(tag);
            }
        });
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> text.hashtags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        return counts;
    }

    /// Hashtags that stand under everything here.
    Set<String> everywhere() {
        return everywhere;
    }

    /// Where each text lies.
    List<Vector> points() {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<Vector> alone = centred(embedder.vectors(texts.stream().map(this::telling).toList()));
        Map<String, Vector> hashtags = hashtags(alone);
        List<Vector> points = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            List<Vector> beside = texts.get(i).hashtags().stream().flatMap(tag -> Stream.ofNullable(hashtags.get(tag)))
                    .toList();
            double[] sum = new double[embedder.size()];
            alone.get(i).addTo(sum, OWN);
            beside.forEach(tag -> tag.addTo(sum, 1.0 / beside.size()));
            points.add(Vector.of(sum));
        }
        return points;
    }

    private TextTokens telling(ReadText text) {
        return new TextTokens(text.tokens().text(),
                text.tokens().tokens().stream().filter(token -> switch (token.kind()) {
                    case WORD -> !JoiningWords.has(token.text());
                    case HASHTAG -> !everywhere.contains(token.text()) && !JoiningWords.has(token.text());
                    case PAIR, NUMBER, MENTION, EMOJI, LINK -> true;
                }).toList());
    }

    private static List<Vector> centred(List<Vector> vectors) {
        double[] mean = new double[vectors.getFirst().size()];
        vectors.forEach(vector -> vector.addTo(mean, 1.0 / vectors.size()));
        return vectors.stream().map(vector -> {
            if (vector.saysNothing() || vectors.size() == 1) {
                return vector;
            }
            double[] moved = new double[mean.length];
            vector.addTo(moved, 1);
            for (int i = 0; i < moved.length; i++) {
                moved[i] -= mean[i];
            }
            return Vector.of(moved);
        }).toList();
    }

    private Map<String, Vector> hashtags(List<Vector> alone) {
        int least = texts.size() < FEW ? 2 : LEAST_TEXTS;
        Map<String, Integer> counts = counts();
        Map<String, double[]> sums = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            for (String tag : texts.get(i).hashtags()) {
                int count = counts.getOrDefault(tag, 0);
                if (count >= least && !everywhere.contains(tag)) {
                    alone.get(i).addTo(sums.computeIfAbsent(tag, key -> new double[embedder.size()]), 1);
                }
            }
        }
        List<String> tags = sums.keySet().stream().sorted().toList();
        List<Vector> names = embedder.vectors(tags.stream().map(tag -> TextTokens.of("#" + tag)).toList());
        Map<String, Vector> hashtags = new HashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            double[] both = new double[embedder.size()];
            Vector.of(sums.getOrDefault(tags.get(i), both)).addTo(both, 1);
            names.get(i).addTo(both, NAME);
            hashtags.put(tags.get(i), Vector.of(both));
        }
        return hashtags;
    }
}
