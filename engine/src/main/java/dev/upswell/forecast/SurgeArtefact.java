package dev.upswell.forecast;

import dev.upswell.artefact.ArtefactFormat;
import dev.upswell.companion.FeatureRecipes;
import dev.upswell.content.EntityKind;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.foreign.ForeignModel;
import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.CalibrationBand;
import dev.upswell.learn.LeastSquares;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.OperatingPoint;
import dev.upswell.learn.QuantileRange;
import dev.upswell.sequence.Blend;
import dev.upswell.sequence.SequenceModel;
import dev.upswell.timeline.Counter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file format of a surge model.
///
/// A new field means a new version; every older version stays readable, and a committed file of each version proves it.
final class SurgeArtefact {

    private static final int VERSION = 3;
    private static final ArtefactFormat FORMAT = new ArtefactFormat("model artefact", "UPSW", VERSION);
    /// What is written of a model whose features learn nothing, so that its bytes stay what they were.
    private static final int WITHOUT_LEARNT = 2;
    private static final int EXACT = 0;
    private static final int NEXT_LOOK = 1;
    private static final int WEIGHTED = 0;
    private static final int STACKED = 1;
    private static final int ID_DIGITS = 16;
    private static final int CURVE_BYTES = 3 * Double.BYTES;

    private SurgeArtefact() {
    }

    /// What the file holds.
    ///
    /// @param range null for rules and where none could be fitted: nothing is said of the views to come
    record Content(SurgeFit fit, @Nullable QuantileRange range, SurgeProtocol protocol, FeatureRecipe features) {
    }

    static String id(SurgeKind kind, String hash) {
        return kind.label() + "-" + hash.substring(0, ID_DIGITS);
    }

    static byte[] write(Content content) {
        byte[] learnt = content.features().learnt();
        return FORMAT.written(learnt == null ? WITHOUT_LEARNT : VERSION, out -> {
            out.writeUTF(content.features().set().version());
            if (learnt != null) {
                ArtefactFormat.writeBlock(learnt, out);
            }
            writeProtocol(content.protocol(), out);
            writeFit(content.fit(), out);
            QuantileRange range = content.range();
            out.writeBoolean(range != null);
            if (range != null) {
                ArtefactFormat.writeBlock(range.trees().bytes(), out);
                out.writeDouble(range.margin());
            }
        });
    }

    /// **errors** `IllegalArgumentException` when the bytes are no such file, of a later version, or of another feature set.
    static Content read(byte[] bytes) {
        return FORMAT.read(bytes, (version, in) -> {
            FeatureRecipe known = FeatureRecipes.of(in.readUTF());
            FeatureRecipe features = version > WITHOUT_LEARNT ? known.with(FORMAT.readBlock(in)) : known;
            SurgeProtocol protocol = version == 1 ? readFirstProtocol(in) : readProtocol(in);
            SurgeFit fit = readFit(SurgeKind.of(in.readUTF()), features, in);
            QuantileRange range = in.readBoolean()
                    ? new QuantileRange(BoostedTrees.load(FORMAT.readBlock(in)), in.readDouble())
                    : null;
            return new Content(fit, range, protocol, features);
        });
    }

    private static void writeFit(SurgeFit fit, DataOutputStream out) throws IOException {
        out.writeUTF(fit.kind().label());
        writeRaw(fit.raw(), out);
        writeBand(fit.calibration(), out);
        OperatingPoint point = fit.operating();
        out.writeBoolean(point != null);
        if (point != null) {
            out.writeDouble(point.threshold());
            out.writeDouble(point.precision());
            out.writeDouble(point.recall());
        }
        out.writeInt(fit.rows());
        out.writeInt(fit.positives());
        out.writeUTF(fit.notes());
    }

    private static SurgeFit readFit(SurgeKind kind, FeatureRecipe features, DataInputStream in) throws IOException {
        RawScore raw = readRaw(kind, features, in);
        CalibrationBand band = readBand(in);
        OperatingPoint operating = in.readBoolean()
                ? new OperatingPoint(in.readDouble(), in.readDouble(), in.readDouble())
                : null;
        return new SurgeFit(kind, raw, band, operating, null, in.readInt(), in.readInt(), in.readUTF());
    }

    private static void writeProtocol(SurgeProtocol protocol, DataOutputStream out) throws IOException {
        out.writeUTF(protocol.kind().label());
        out.writeUTF(protocol.counter().label());
        out.writeLong(protocol.horizonSeconds());
        out.writeLong(protocol.step());
        out.writeLong(protocol.minLevel());
        out.writeInt(protocol.minEligible());
        switch (protocol.outcomes()) {
            case OutcomeRule.AtHorizon exact -> out.writeByte(EXACT);
            case OutcomeRule.NextLook look -> {
                out.writeByte(NEXT_LOOK);
                out.writeLong(look.atLeast().toSeconds());
                out.writeLong(look.atMost().toSeconds());
                out.writeInt(look.ageLimits().size());
                for (Duration limit : look.ageLimits()) {
                    out.writeLong(limit.toSeconds());
                }
            }
        }
    }

    /// The first version knew views of hashtags over 24 hours only.
    private static SurgeProtocol readFirstProtocol(DataInputStream in) throws IOException {
        return SurgeProtocol.DAILY.every(Duration.ofSeconds(in.readLong())).minLevel(in.readLong())
                .minEligible(in.readInt());
    }

    private static SurgeProtocol readProtocol(DataInputStream in) throws IOException {
        SurgeProtocol.Target target = new SurgeProtocol.Target(EntityKind.of(in.readUTF()), counter(in.readUTF()),
                Duration.ofSeconds(in.readLong()));
        return new SurgeProtocol(target, Duration.ofSeconds(in.readLong()), in.readLong(), in.readInt(),
                readOutcomes(in));
    }

    private static Counter counter(String label) {
        return Arrays.stream(Counter.values()).filter(one -> one.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model artefact counter (" + label
                        + ") must be one of " + Arrays.toString(Counter.values()) + "\nMaybe a byte was damaged."));
    }

    private static OutcomeRule readOutcomes(DataInputStream in) throws IOException {
        int rule = in.readByte();
        FORMAT.check(rule == EXACT || rule == NEXT_LOOK,
                "outcome rule (" + rule + ") must be 0 or 1\nMaybe a byte was damaged.");
        if (rule == EXACT) {
            return OutcomeRule.AT_HORIZON;
        }
        Duration atLeast = Duration.ofSeconds(in.readLong());
        Duration atMost = Duration.ofSeconds(in.readLong());
        int count = FORMAT.readLength(in, Long.BYTES);
        List<Duration> limits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            limits.add(Duration.ofSeconds(in.readLong()));
        }
        return new OutcomeRule.NextLook(atLeast, atMost, limits);
    }

    private static void writeRaw(RawScore raw, DataOutputStream out) throws IOException {
        switch (raw) {
            case RawScore.Constant constant -> out.writeDouble(constant.share());
            case RawScore.Column column -> out.writeInt(column.column());
            case RawScore.LogLinear linear -> {
                out.writeInt(linear.fit().weights().length);
                for (double weight : linear.fit().weights()) {
                    out.writeDouble(weight);
                }
            }
            case RawScore.Learned learned -> writeLearned(learned, out);
            case RawScore.Sequence sequence -> writeSequence(sequence, out);
            case RawScore.Imported imported -> ArtefactFormat.writeBlock(imported.model().file(), out);
            case RawScore.Ensemble ensemble -> {
                writeLearned(ensemble.trees(), out);
                writeCurve(ensemble.ofTrees(), out);
                writeSequence(ensemble.sequence(), out);
                writeCurve(ensemble.ofSequence(), out);
                writeBlend(ensemble.blend(), out);
            }
        }
    }

    private static RawScore readRaw(SurgeKind kind, FeatureRecipe features, DataInputStream in) throws IOException {
        return switch (kind) {
            case PREVALENCE -> new RawScore.Constant(in.readDouble());
            case LAST_VELOCITY, WEEK_GROWTH, HAWKES -> {
                int column = in.readInt();
                FORMAT.check(column >= 0 && column < features.set().size(), "column (" + column
                        + ") must be one of the feature set\nMaybe a byte was damaged.");
                yield new RawScore.Column(column, features.set().size());
            }
            case LOG_LINEAR -> {
                int length = in.readInt();
                int[] columns = RawScore.LogLinear.columns(features);
                FORMAT.check(length == columns.length + 1, "weights (" + length + ") must be "
                        + (columns.length + 1) + "\nMaybe a byte was damaged.");
                double[] weights = new double[length];
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = in.readDouble();
                }
                yield new RawScore.LogLinear(new LeastSquares(columns, features.set().size(), weights));
            }
            case LOGISTIC -> new RawScore.Learned(LogisticRegression.load(FORMAT.readBlock(in)));
            case TREES -> new RawScore.Learned(BoostedTrees.load(FORMAT.readBlock(in)));
            case SEQUENCE -> readSequence(in);
            case IMPORTED -> readImported(features, in);
            case ENSEMBLE -> new RawScore.Ensemble(new RawScore.Learned(BoostedTrees.load(FORMAT.readBlock(in))),
                    readCurve(in), readSequence(in), readCurve(in), readBlend(in));
        };
    }

    private static RawScore.Imported readImported(FeatureRecipe features, DataInputStream in) throws IOException {
        ForeignModel model = ForeignModel.read(FORMAT.readBlock(in));
        FORMAT.check(model.features() == features,
                "feature set (" + features + ") must be the ONNX file's, " + model.features()
                        + "\nMaybe a byte was damaged.");
        return new RawScore.Imported(model);
    }

    private static void writeLearned(RawScore.Learned learned, DataOutputStream out) throws IOException {
        ArtefactFormat.writeBlock(switch (learned.scorer()) {
            case BoostedTrees trees -> trees.bytes();
            case LogisticRegression regression -> regression.bytes();
        }, out);
    }

    private static void writeSequence(RawScore.Sequence sequence, DataOutputStream out) throws IOException {
        out.writeLong(sequence.step());
        ArtefactFormat.writeBlock(sequence.model().bytes(), out);
    }

    private static RawScore.Sequence readSequence(DataInputStream in) throws IOException {
        long step = in.readLong();
        FORMAT.check(step > 0, "step (" + step + " s) must be positive\nMaybe a byte was damaged.");
        return new RawScore.Sequence(SequenceModel.load(FORMAT.readBlock(in)), step);
    }

    private static void writeBlend(Blend blend, DataOutputStream out) throws IOException {
        switch (blend) {
            case Blend.Weighted weighted -> {
                out.writeByte(WEIGHTED);
                out.writeDouble(weighted.first());
            }
            case Blend.Stacked stacked -> {
                out.writeByte(STACKED);
                out.writeDouble(stacked.first());
                out.writeDouble(stacked.second());
                out.writeDouble(stacked.shift());
            }
        }
    }

    private static Blend readBlend(DataInputStream in) throws IOException {
        int way = in.readByte();
        FORMAT.check(way == WEIGHTED || way == STACKED, "blend (" + way + ") must be " + WEIGHTED + " or " + STACKED
                + "\nMaybe a byte was damaged.");
        return way == WEIGHTED
                ? new Blend.Weighted(in.readDouble())
                : new Blend.Stacked(in.readDouble(), in.readDouble(), in.readDouble());
    }

    private static void writeBand(CalibrationBand band, DataOutputStream out) throws IOException {
        out.writeInt(band.curves().size());
        writeCurve(band.point(), out);
        for (Calibration curve : band.curves()) {
            writeCurve(curve, out);
        }
    }

    private static void writeCurve(Calibration curve, DataOutputStream out) throws IOException {
        out.writeDouble(curve.a());
        out.writeDouble(curve.b());
        out.writeDouble(curve.c());
    }

    private static CalibrationBand readBand(DataInputStream in) throws IOException {
        int count = FORMAT.readLength(in, CURVE_BYTES);
        Calibration point = readCurve(in);
        List<Calibration> curves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            curves.add(readCurve(in));
        }
        return new CalibrationBand(point, curves);
    }

    private static Calibration readCurve(DataInputStream in) throws IOException {
        return new Calibration(in.readDouble(), in.readDouble(), in.readDouble());
    }
}
