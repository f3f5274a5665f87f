package dev.upswell.embed;

import dev.upswell.embed.Pieces.Piece;
import dev.upswell.language.TextTokens;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Vectors learnt from what stands together in a collection of captions: words, hashtags and pieces of them.
///
/// A text is folded in, so that texts learnt from and texts that come later are treated alike, and nothing that comes later changes a
/// vector. A text of unknown words says nothing.
///
/// **source** latent semantic analysis: Deerwester et al. (1990); weights tf-idf.
public final class LearntVectors implements Embedder {

    /// Pieces in fewer texts are not learnt.
    private static final int LEAST_TEXTS = 3;
    private static final int MOST_PIECES = 30_000;

    private final Map<String, Integer> places;
    private final float[] rarities;
    private final float[][] directions;
    private final int size;

    LearntVectors(List<String> pieces, float[] rarities, float[][] directions, int size) {
        this.places = new HashMap<>();
        pieces.forEach(piece -> places.put(piece, places.size()));
        this.rarities = rarities;
        this.directions = directions;
        this.size = size;
    }

    /// Learnt from these texts; the seed tells the same from the same.
    public static LearntVectors from(List<TextTokens> texts, int size, long seed) {
        Map<String, Integer> counts = new HashMap<>();
        for (TextTokens text : texts) {
            weights(text).keySet().forEach(piece -> counts.merge(piece, 1, Integer::sum));
        }
        List<String> kept = counts.entrySet().stream().filter(entry -> entry.getValue() >= LEAST_TEXTS)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PIECES).map(Map.Entry::getKey).toList();
        float[] rarities = new float[kept.size()];
        for (int i = 0; i < rarities.length; i++) {
            rarities[i] = (float) StrictMath
                    .log((texts.size() + 1.0) / Objects.requireNonNull(counts.get(kept.get(i))));
        }
        LearntVectors unlearnt = new LearntVectors(kept, rarities, new float[kept.size()][], size);
        return new LearntVectors(kept, rarities, unlearnt.learn(texts, seed), size);
    }

    private float[][] learn(List<TextTokens> texts, long seed) {
        int[][] columns = new int[texts.size()][];
        float[][] values = new float[texts.size()][];
        for (int row = 0; row < columns.length; row++) {
            SortedMap<Integer, Float> filled = row(texts.get(row));
            columns[row] = filled.keySet().stream().mapToInt(Integer::intValue).toArray();
            values[row] = new float[columns[row].length];
            int i = 0;
            for (float value : filled.values()) {
                values[row][i++] = value;
            }
        }
        float[][] learnt = new float[rarities.length][size];
        if (learnt.length == 0 || columns.length == 0) {
            return learnt;
        }
        double[][] found = TruncatedSvd.of(new SparseRows(columns, values, learnt.length), size, seed).directions();
        for (int piece = 0; piece < learnt.length; piece++) {
            for (int i = 0; i < found[piece].length; i++) {
                learnt[piece][i] = (float) found[piece][i];
            }
        }
        return learnt;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Vector> vectors(List<TextTokens> texts) {
        return texts.stream().map(this::folded).toList();
    }

    /// The share of a text's words and hashtags that are known here; 1 where it has none.
    public double known(TextTokens text) {
        List<String> words = text.tokens().stream().filter(token -> switch (token.kind()) {
            case WORD, HASHTAG -> true;
            case PAIR, NUMBER, MENTION, EMOJI, LINK -> false;
        }).map(token -> token.text()).toList();
        return words.isEmpty() ? 1 : (double) words.stream().filter(places::containsKey).count() / words.size();
    }

    /// What was learnt, in the order of places.
    List<String> pieces() {
        String[] pieces = new String[places.size()];
        places.forEach((piece, place) -> pieces[place] = piece);
        return List.of(pieces);
    }

    float[] rarities() {
        return rarities.clone();
    }

    float[] direction(int piece) {
        return directions[piece].clone();
    }

    private Vector folded(TextTokens text) {
        double[] sum = new double[size];
        row(text).forEach((piece, weight) -> {
            for (int i = 0; i < size; i++) {
                sum[i] += weight * directions[piece][i];
            }
        });
        return Vector.of(sum);
    }

    /// The weights of known pieces, together of length one.
    private SortedMap<Integer, Float> row(TextTokens text) {
        SortedMap<Integer, Float> row = new TreeMap<>();
        weights(text).forEach((piece, count) -> {
            Integer place = places.get(piece);
            if (place != null) {
                row.put(place, (float) (StrictMath.log1p(count) * rarities[place]));
            }
        });
        double length = Math.sqrt(row.values().stream().mapToDouble(value -> (double) value * value).sum());
        row.replaceAll((piece, weight) -> (float) (weight / length));
        return row;
    }

    private static Map<String, Double> weights(TextTokens text) {
        Map<String, Double> weights = new TreeMap<>();
        for (Piece piece : Pieces.of(text)) {
            weights.merge(piece.text(), piece.weight(), Double::sum);
        }
        return weights;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LearntVectors learnt && size == learnt.size && places.equals(learnt.places)
                && Arrays.equals(rarities, learnt.rarities) && Arrays.deepEquals(directions, learnt.directions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rarities);
    }
}
