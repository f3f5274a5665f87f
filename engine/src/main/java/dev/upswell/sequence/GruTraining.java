package dev.upswell.sequence;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.upswell.numeric.SplitMix;
import java.util.Arrays;

/// Learns the weights of a network by Adam on the weighted binary cross-entropy, with PyTorch.
///
/// First weights, the order of rows and the units left out come from the seed and not from the library, and one thread adds
/// up: the same rows and settings give the same weights on the same kind of processor.
///
/// **source** Kingma and Ba, Adam: a method for stochastic optimization (2015).
final class GruTraining {

    /// Gradients of a recurrent network can run away; beyond this each is cut.
    private static final float CLIP = 1;

    private final Engine engine;
    private final SequenceSettings settings;
    private final Inputs inputs;
    private final GruWeights.Sizes sizes;

    GruTraining(Engine engine, SequenceSettings settings, Inputs inputs) {
        this.engine = engine;
        this.settings = settings;
        this.inputs = inputs;
        sizes = new GruWeights.Sizes(inputs.scalings().history().inputs(), inputs.scalings().instant().inputs(),
                settings.state(), settings.embedding(), settings.head());
    }

    /// The weights of the epoch with the least loss on the latest rows.
    ///
    /// @param border the first row that is not trained on
    Learned learn(int border) {
        try (NDManager manager = engine.newBaseManager()) {
            NDArray[] parts = parameters(manager);
            Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed((float) settings.learningRate()))
                    .optWeightDecays((float) settings.weightDecay()).optClipGrad(CLIP).build();
            Learned best = new Learned(copy(parts), loss(manager, parts, border), 0);
            int[] order = new int[border];
            Arrays.setAll(order, i -> i);
            for (int epoch = 1; epoch <= settings.epochs() && epoch - best.epochs() <= settings.patience(); epoch++) {
                shuffle(order, epoch);
                for (int from = 0; from < order.length; from += settings.batch()) {
                    step(manager, parts, adam,
                            Arrays.copyOfRange(order, from, Math.min(order.length, from + settings.batch())),
                            (long) epoch * order.length + from);
                }
                double loss = loss(manager, parts, border);
                if (loss < best.loss()) {
                    best = new Learned(copy(parts), loss, epoch);
                }
            }
            return best;
        }
    }

    /// What a training found.
    ///
    /// @param loss mean cross-entropy on the rows that were held back to stop at
    /// @param epochs after how many passes over the rows
    record Learned(GruWeights weights, double loss, int epochs) {
    }

    private NDArray[] parameters(NDManager manager) {
        GruWeights first = GruWeights.first(sizes, settings.seed());
        NDArray[] arrays = new NDArray[GruWeights.Part.values().length];
        for (GruWeights.Part part : GruWeights.Part.values()) {
            NDArray array = manager.create(first.part(part), new Shape(sizes.shape(part)));
            array.setRequiresGradient(true);
            arrays[part.ordinal()] = array;
        }
        return arrays;
    }

    private GruWeights copy(NDArray[] parts) {
        return new GruWeights(sizes, Arrays.stream(parts).map(NDArray::toFloatArray).toArray(float[][]::new));
    }

    private void shuffle(int[] order, int epoch) {
        long at = SplitMix.mix(settings.seed() + epoch * SplitMix.GOLDEN);
        for (int i = order.length - 1; i > 0; i--) {
            at += SplitMix.GOLDEN;
            int other = (int) (SplitMix.unit(SplitMix.mix(at)) * (i + 1));
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void step(NDManager manager, NDArray[] parts, Optimizer adam, int[] rows, long stream) {
        try (NDManager batch = manager.newSubManager(); GradientCollector gradients = engine.newGradientCollector()) {
            gradients.zeroGradients();
            gradients.backward(losses(batch, parts, rows, SplitMix.mix(settings.seed() ^ stream)).mean());
            for (GruWeights.Part part : GruWeights.Part.values()) {
                NDArray weights = parts[part.ordinal()];
                try (NDArray gradient = weights.getGradient()) {
                    adam.update(part.name(), weights, gradient);
                }
            }
        }
    }

    /// The weighted cross-entropy of each row.
    ///
    /// @param stream says which units are left out; 0 leaves out none
    private NDArray losses(NDManager batch, NDArray[] parts, int[] rows, long stream) {
        NDArray labels = batch.create(inputs.labels(rows), new Shape(rows.length, 1));
        NDArray weights = batch.create(inputs.weights(rows), new Shape(rows.length, 1));
        NDArray logOdds = logOdds(batch, parts, rows, stream);
        NDArray softened = logOdds.abs().neg().exp().add(1).log();
        return logOdds.maximum(0).sub(logOdds.mul(labels)).add(softened).mul(weights);
    }

    private NDArray logOdds(NDManager batch, NDArray[] parts, int[] rows, long stream) {
        int size = rows.length;
        NDArray history = batch.create(inputs.history(rows), new Shape(size, inputs.steps(), sizes.inputs()));
        NDArray start = batch.zeros(new Shape(1, size, sizes.state()));
        NDList gates = new NDList(parts[0], parts[1], parts[2], parts[3]);
        NDArray state = history.getNDArrayInternal().gru(history, start, gates, true, 1, 0, true, false, true).get(1)
                .squeeze(0);
        NDArray instant = batch.create(inputs.instant(rows), new Shape(size, sizes.columns()));
        NDArray embedded = Activation.relu(linear(instant, parts, GruWeights.Part.EMBEDDING));
        NDArray both = thinned(batch, state.concat(embedded, 1), stream);
        NDArray head = thinned(batch, Activation.relu(linear(both, parts, GruWeights.Part.HEAD)), SplitMix.mix(stream));
        return linear(head, parts, GruWeights.Part.ANSWER);
    }

    /// The bias stands behind its matrix.
    private static NDArray linear(NDArray rows, NDArray[] parts, GruWeights.Part part) {
        return rows.dot(parts[part.ordinal()]).add(parts[part.ordinal() + 1]);
    }

    private NDArray thinned(NDManager batch, NDArray units, long stream) {
        if (stream == 0 || settings.dropout() == 0) {
            return units;
        }
        float[] kept = new float[(int) units.size()];
        Dropped.fill(kept, settings.dropout(), stream);
        return units.mul(batch.create(kept, units.getShape()));
    }

    /// Mean loss on the rows from `border` on, with all units.
    private double loss(NDManager manager, NDArray[] parts, int border) {
        double sum = 0;
        double weights = 0;
        for (int from = border; from < inputs.size(); from += settings.batch()) {
            int[] rows = new int[Math.min(settings.batch(), inputs.size() - from)];
            int first = from;
            Arrays.setAll(rows, i -> first + i);
            try (NDManager batch = manager.newSubManager()) {
                sum += losses(batch, parts, rows, 0).sum().getFloat();
            }
            for (float weight : inputs.weights(rows)) {
                weights += weight;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }
}
