package dev.upswell.embed;

import dev.upswell.artefact.ArtefactFormat;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files of joint vectors: what was learnt and the axes; the sentence model is named, not kept.
///
/// Version 1: the model's name (empty where none), pieces with rarities and directions (none where nothing was learnt), the axes.
public final class EmbeddingFormat {

    private static final ArtefactFormat FORMAT = new ArtefactFormat("embedding artefact", "UPSE", 1);

    private EmbeddingFormat() {
    }

    /// The file of these vectors.
    public static byte[] written(JointVectors vectors) {
        return FORMAT.written(FORMAT.newest(), out -> {
            out.writeUTF(vectors.model().orElse(""));
            List<String> pieces = vectors.learnt().map(LearntVectors::pieces).orElse(List.of());
            out.writeInt(pieces.size());
            out.writeInt(vectors.learnt().map(LearntVectors::size).orElse(0));
            float[] rarities = vectors.learnt().map(LearntVectors::rarities).orElse(new float[0]);
            for (int piece = 0; piece < pieces.size(); piece++) {
                LearntVectors learnt = vectors.learnt().orElseThrow();
                out.writeUTF(pieces.get(piece));
                out.writeFloat(rarities[piece]);
                write(learnt.direction(piece), out);
            }
            out.writeInt(vectors.axes().middle().length);
            out.writeInt(vectors.axes().count());
            write(vectors.axes().middle(), out);
            for (float[] axis : vectors.axes().axes()) {
                write(axis, out);
            }
        });
    }

    /// The vectors of this file.
    ///
    /// @param sentences the sentence model, where there is one; vectors learnt with it need it
    /// **errors** `IllegalArgumentException` when the file is of another kind, damaged, or needs a sentence model that is not there
    public static JointVectors read(byte[] bytes, Optional<SentenceVectors> sentences) {
        return read(bytes, sentences.orElse(null));
    }

    static JointVectors read(byte[] bytes, @Nullable Embedder sentences) {
        return FORMAT.read(bytes, (version, in) -> {
            String model = in.readUTF();
            FORMAT.check(model.isEmpty() || sentences != null, "needs the sentence model " + model
                    + "\nMaybe its runtime does not load on this machine: learn anew with `texts relearn`.");
            LearntVectors learnt = learnt(in);
            int wide = FORMAT.readLength(in, Float.BYTES);
            int count = FORMAT.readLength(in, Float.BYTES);
            float[] middle = floats(in, wide);
            FORMAT.check((long) wide * count * Float.BYTES <= in.available(), "axes (" + wide + " by " + count
                    + ") must fit into the rest of the file\nMaybe the download was cut short.");
            float[][] axes = new float[wide][];
            for (int i = 0; i < wide; i++) {
                axes[i] = floats(in, count);
            }
            boolean asked = !model.isEmpty();
            return new JointVectors(learnt, asked ? sentences : null, asked ? model : null, new Axes(middle, axes));
        });
    }

    private static @Nullable LearntVectors learnt(DataInputStream in) throws IOException {
        int count = FORMAT.readLength(in, Float.BYTES);
        int size = in.readInt();
        FORMAT.check(size >= 0 && (long) count * size * Float.BYTES <= in.available(), "directions (" + count + " by "
                + size + ") must fit into the rest of the file\nMaybe the download was cut short.");
        if (size == 0) {
            return null;
        }
        List<String> pieces = new ArrayList<>(count);
        float[] rarities = new float[count];
        float[][] directions = new float[count][];
        for (int piece = 0; piece < count; piece++) {
            pieces.add(in.readUTF());
            rarities[piece] = in.readFloat();
            directions[piece] = floats(in, size);
        }
        return new LearntVectors(pieces, rarities, directions, size);
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
