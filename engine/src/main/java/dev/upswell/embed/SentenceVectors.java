package dev.upswell.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.upswell.language.TextTokens;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Vectors of a sentence model: 384 numbers each, mean of what the model says of each piece.
///
/// Texts are asked one by one: the model is quantized, and in a batch what it says of a text hangs on the texts beside it.
///
/// **cost** 3 s and about 400 MB outside the heap to load, some milliseconds a text; [#close] gives it back · **source** all-MiniLM-L6-v2,
/// quantized (Apache-2.0): Reimers and Gurevych (2019), Wang et al. (2020).
public final class SentenceVectors implements Embedder, AutoCloseable {

    /// What versions name the model by.
    public static final String MODEL = "all-MiniLM-L6-v2-q";

    private static final int SIZE = 384;
    /// Longer texts were cut in the model's training too.
    private static final int LONGEST = 128;
    private static final String NETWORK = "/all-minilm-l6-v2-q.onnx";
    private static final String PIECES = "/all-minilm-l6-v2-q-tokenizer.json";

    private final WordPiece pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private SentenceVectors(WordPiece pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /// The model on the class path; empty where its files are not there, or where the runtime has no native part for this machine.
    public static Optional<SentenceVectors> find() {
        try (InputStream network = SentenceVectors.class.getResourceAsStream(NETWORK);
                InputStream vocabulary = SentenceVectors.class.getResourceAsStream(PIECES)) {
            if (network == null || vocabulary == null) {
                return Optional.empty();
            }
            WordPiece pieces = new WordPiece(
                    Vocabulary.in(new String(vocabulary.readAllBytes(), StandardCharsets.UTF_8)), LONGEST);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                return Optional.of(new SentenceVectors(pieces, environment,
                        environment.createSession(network.readAllBytes(), options)));
            }
        } catch (LinkageError | OrtException | IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public List<Vector> vectors(List<TextTokens> texts) {
        List<Vector> vectors = new ArrayList<>(texts.size());
        for (TextTokens text : texts) {
            vectors.add(text.tokens().isEmpty() ? Vector.nothing(SIZE) : asked(pieces.ids(text.text())));
        }
        return vectors;
    }

    private Vector asked(long[] ids) {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor said = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor kinds = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result = session
                        .run(Map.of("input_ids", said, "attention_mask", mask, "token_type_ids", kinds))) {
            double[] sum = new double[SIZE];
            for (float[] piece : ((float[][][]) result.get(0).getValue())[0]) {
                for (int i = 0; i < SIZE; i++) {
                    sum[i] += piece[i];
                }
            }
            return Vector.of(sum);
        } catch (OrtException e) {
            throw new IllegalStateException("sentence model must answer " + ids.length
                    + " pieces\nMaybe the machine is short of memory.", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("sentence model must close\nMaybe it was closed before.", e);
        }
    }
}
