package dev.upswell.sequence;

import dev.upswell.onnx.OnnxGraph;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/// A gated recurrent unit over the last time steps that gives each row a probability and says how sure it is of it.
///
/// Trained by PyTorch, scored without it. Same rows, settings and seed give the same bytes on the same kind of processor.
///
/// **cost** training: rows × epochs, about half a minute for 30,000 rows on one core; scoring: about 0.1 ms a row and core.
public final class SequenceModel {

    private static final int MAGIC = 0x55505351;
    private static final int VERSION = 1;
    private static final double HISTORY_CLIP = 0.001;
    private static final double INSTANT_CLIP = 0.01;

    private final int steps;
    private final int channels;
    private final int columns;
    private final Inputs.Scalings scalings;
    private final GruNetwork network;
    private final Passes passes;

    private SequenceModel(int steps, int channels, int columns, Inputs.Scalings scalings, GruNetwork network,
            Passes passes) {
        this.steps = steps;
        this.channels = channels;
        this.columns = columns;
        this.scalings = scalings;
        this.network = network;
        this.passes = passes;
    }

    private record Passes(int count, double dropout, long seed) {

        /// No network is asked more often, and a damaged number must not exhaust the memory.
        private static final int MOST = 10_000;

        Passes {
            if (count < 1 || count > MOST || !(dropout >= 0 && dropout < 1)) {
                throw new IllegalArgumentException(
                        "passes (" + count + ", dropout " + dropout + ") must be 1 to " + MOST
                                + " and leave units in\nMaybe a byte was damaged.");
            }
        }
    }

    /// A model of these rows; the latest cuts among them say when to stop.
    ///
    /// **errors** `IllegalStateException` where PyTorch is absent.
    public static SequenceModel train(LabelledSequences sequences, SequenceSettings settings) {
        SequenceRows rows = sequences.rows();
        Inputs.Scalings scalings = new Inputs.Scalings(Scaling.of(rows.history(), rows.channels(), HISTORY_CLIP),
                Scaling.of(rows.instant(), rows.columns(), INSTANT_CLIP));
        GruTraining.Learned learned = PyTorch
                .run(engine -> new GruTraining(engine, settings, new Inputs(sequences, scalings))
                        .learn(sequences.before(settings.validationShare())));
        return new SequenceModel(rows.steps(), rows.channels(), rows.columns(), scalings,
                new GruNetwork(learned.weights()), new Passes(settings.passes(), settings.dropout(), settings.seed()));
    }

    /// One score per row, in their order; a row's score does not hang on the others.
    ///
    /// **errors** `IllegalArgumentException` when the rows have another shape than those it was trained on.
    public SequenceScore[] scores(SequenceRows rows) {
        if (rows.steps() != steps || rows.channels() != channels || rows.columns() != columns) {
            throw new IllegalArgumentException("sequence rows (" + rows.steps() + " steps, " + rows.channels()
                    + " channels, " + rows.columns() + " columns) must be " + steps + ", " + channels + ", " + columns
                    + "\nMaybe the model was trained on another feature set.");
        }
        Dropped[] dropped = network.passes(passes.count(), passes.dropout(), passes.seed());
        return IntStream.range(0, rows.size()).parallel().mapToObj(row -> score(rows, row, dropped))
                .toArray(SequenceScore[]::new);
    }

    private SequenceScore score(SequenceRows rows, int row, Dropped[] dropped) {
        float[] history = new float[steps * scalings.history().inputs()];
        float[] instant = new float[scalings.instant().inputs()];
        Inputs.fillHistory(rows, scalings.history(), row, history, 0);
        scalings.instant().fill(rows.instant(), rows.instantAt(row), instant, 0);
        return network.score(history, steps, instant, dropped);
    }

    /// Writes the computation of the scores' probabilities into a graph.
    ///
    /// @param history rows of steps of channels, in single precision
    /// @param instant rows of columns
    /// @return one score a row, in double precision
    public OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value history, OnnxGraph.Value instant) {
        return network.draw(graph, scalings.history().draw(graph, history), scalings.instant().draw(graph, instant),
                network.passes(passes.count(), passes.dropout(), passes.seed()));
    }

    /// How many steps of how many channels the history of a row has.
    public int[] historyShape() {
        return new int[]{steps, channels};
    }

    /// The model as a file: magic, version, then shapes, scalings and weights (big-endian floats).
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(VERSION);
            out.writeInt(steps);
            out.writeInt(channels);
            out.writeInt(columns);
            out.writeInt(passes.count());
            out.writeDouble(passes.dropout());
            out.writeLong(passes.seed());
            scalings.history().write(out);
            scalings.instant().write(out);
            network.weights().write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The model that [#bytes] wrote; needs no PyTorch.
    ///
    /// **errors** `IllegalArgumentException` when the bytes are no such model, of a later version or cut short.
    public static SequenceModel load(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int magic = in.readInt();
            int version = in.readByte();
            if (magic != MAGIC || version < 1 || version > VERSION) {
                throw new IllegalArgumentException("sequence model (" + Integer.toHexString(magic) + ", version "
                        + version + ") must be " + Integer.toHexString(MAGIC) + " of version 1 to " + VERSION
                        + "\nMaybe a newer Upswell wrote it.");
            }
            return read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "sequence model (" + bytes.length + " bytes) must be whole\nMaybe the download was cut short.", e);
        }
    }

    private static SequenceModel read(DataInputStream in) throws IOException {
        int steps = in.readInt();
        int channels = in.readInt();
        int columns = in.readInt();
        Passes passes = new Passes(in.readInt(), in.readDouble(), in.readLong());
        Inputs.Scalings scalings = new Inputs.Scalings(Scaling.read(in), Scaling.read(in));
        GruWeights weights = GruWeights.read(in);
        if (steps < 1 || channels != scalings.history().width() || columns != scalings.instant().width()
                || weights.sizes().inputs() != scalings.history().inputs()
                || weights.sizes().columns() != scalings.instant().inputs() || in.available() > 0) {
            throw new StreamCorruptedException("shapes, scalings and weights do not fit together");
        }
        return new SequenceModel(steps, channels, columns, scalings, new GruNetwork(weights), passes);
    }
}
