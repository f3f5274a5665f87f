package dev.upswell.embed;

import dev.upswell.language.TextTokens;
import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Vectors of what was learnt from captions and of the sentence model together: both count alike, and 128 principal axes are kept of them.
///
/// The learnt half alone where there is no sentence model; the sentence model alone below [#LEAST_LEARNT] captions. What was learnt once
/// never changes: later captions change no vector.
public final class JointVectors implements Embedder {

    /// Numbers of each vector.
    public static final int SIZE = 128;
    /// Below so many captions nothing is learnt from them.
    public static final int LEAST_LEARNT = 500;
    /// Below so many captions there are too few to see axes of anything.
    public static final int LEAST = 50;

    private static final int LEARNT_SIZE = 96;
    /// So many captions tell the axes.
    private static final int SAMPLE = 3_000;

    private final @Nullable LearntVectors learnt;
    private final @Nullable Embedder sentences;
    private final @Nullable String model;
    private final Axes axes;

    JointVectors(@Nullable LearntVectors learnt, @Nullable Embedder sentences, @Nullable String model, Axes axes) {
        this.learnt = learnt;
        this.sentences = sentences;
        this.model = model;
        this.axes = axes;
    }

    /// Learnt from these captions; empty where there are too few of them.
    ///
    /// @param sentences the sentence model, where there is one
    /// **cost** the sentence model is asked for 3,000 captions at most
    public static Optional<JointVectors> from(List<TextTokens> texts, Optional<SentenceVectors> sentences, long seed) {
        return from(texts, sentences.orElse(null), sentences.isPresent() ? SentenceVectors.MODEL : null, seed);
    }

    static Optional<JointVectors> from(List<TextTokens> texts, @Nullable Embedder sentences, @Nullable String model,
            long seed) {
        if (texts.size() < (sentences == null ? LEAST_LEARNT : LEAST)) {
            return Optional.empty();
        }
        LearntVectors learnt = texts.size() < LEAST_LEARNT ? null : LearntVectors.from(texts, LEARNT_SIZE, seed);
        List<double[]> points = points(sample(texts, seed), learnt, sentences);
        return Optional.of(new JointVectors(learnt, sentences, model, Axes.of(points, SIZE)));
    }

    /// These vectors turned onto an older version's by texts that both know, so that what was near stays where it was.
    public JointVectors turnedOnto(JointVectors older, List<TextTokens> shared) {
        return new JointVectors(learnt, sentences, model, axes.turned(vectors(shared), older.vectors(shared)));
    }

    /// The share of a text's words and hashtags that were learnt; 1 where nothing was.
    public double known(TextTokens text) {
        return learnt == null ? 1 : learnt.known(text);
    }

    /// The sentence model that is asked beside what was learnt.
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /// How many words, hashtags and pieces were learnt.
    public int terms() {
        return learnt == null ? 0 : learnt.pieces().size();
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public List<Vector> vectors(List<TextTokens> texts) {
        List<double[]> points = points(texts, learnt, sentences);
        List<Vector> vectors = new ArrayList<>(texts.size());
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            boolean silent = Arrays.stream(point).allMatch(value -> value == 0);
            vectors.add(silent ? Vector.nothing(SIZE) : Vector.of(axes.place(point)));
        }
        return vectors;
    }

    Optional<LearntVectors> learnt() {
        return Optional.ofNullable(learnt);
    }

    Axes axes() {
        return axes;
    }

    /// Both halves beside each other.
    private static List<double[]> points(List<TextTokens> texts, @Nullable LearntVectors learnt,
            @Nullable Embedder sentences) {
        List<Vector> one = learnt == null ? List.of() : learnt.vectors(texts);
        List<Vector> other = sentences == null ? List.of() : sentences.vectors(texts);
        List<double[]> points = new ArrayList<>(texts.size());
        for (int text = 0; text < texts.size(); text++) {
            int first = one.isEmpty() ? 0 : one.get(text).size();
            double[] point = new double[first + (other.isEmpty() ? 0 : other.get(text).size())];
            for (int i = 0; i < point.length; i++) {
                point[i] = i < first ? one.get(text).at(i) : other.get(text).at(i - first);
            }
            points.add(point);
        }
        return points;
    }

    private static List<TextTokens> sample(List<TextTokens> texts, long seed) {
        if (texts.size() <= SAMPLE) {
            return texts;
        }
        List<TextTokens> drawn = new ArrayList<>(texts);
        Dice dice = Dice.of(seed, "axes", 0);
        for (int i = 0; i < SAMPLE; i++) {
            Collections.swap(drawn, i, i + dice.below(drawn.size() - i));
        }
        return drawn.subList(0, SAMPLE);
    }
}
