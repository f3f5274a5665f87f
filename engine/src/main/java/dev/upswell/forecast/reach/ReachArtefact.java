package dev.upswell.forecast.reach;

import dev.upswell.artefact.ArtefactFormat;
import dev.upswell.learn.BoostedTrees;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The file format of a reach model: the target, then a fit for each stage. A new field means a new version; every older version
/// stays readable.
final class ReachArtefact {

    private static final ArtefactFormat FORMAT = new ArtefactFormat("reach artefact", "UPRV", 1);

    private ReachArtefact() {
    }

    record Content(ReachTarget target, Map<ReachStage, StageFit> fits) {

        Content {
            fits = Collections.unmodifiableMap(new EnumMap<>(fits));
        }
    }

    static String id(String hash) {
        return "reach-" + hash.substring(0, 16);
    }

    static byte[] write(Content content) {
        return FORMAT.written(1, out -> {
            out.writeUTF(ReachFeatures.VERSION);
            out.writeLong(content.target().age().toSeconds());
            out.writeBoolean(content.target().settled());
            out.writeByte(content.fits().size());
            for (Map.Entry<ReachStage, StageFit> one : content.fits().entrySet()) {
                out.writeUTF(one.getKey().label());
                writeFit(one.getValue(), out);
            }
        });
    }

    static Content read(byte[] bytes) {
        return FORMAT.read(bytes, (version, in) -> {
            String set = in.readUTF();
            FORMAT.check(set.equals(ReachFeatures.VERSION), "feature set (" + set + ") must be " + ReachFeatures.VERSION
                    + "\nMaybe train the model again.");
            ReachTarget target = new ReachTarget(Duration.ofSeconds(in.readLong()), in.readBoolean());
            Map<ReachStage, StageFit> fits = new EnumMap<>(ReachStage.class);
            for (int left = in.readByte(); left > 0; left--) {
                fits.put(ReachStage.of(in.readUTF()), readFit(in));
            }
            FORMAT.check(fits.keySet().equals(Set.copyOf(target.stages())), "stages (" + fits.keySet() + ") must be "
                    + target.stages() + "\nMaybe a byte was damaged.");
            return new Content(target, fits);
        });
    }

    private static void writeFit(StageFit fit, DataOutputStream out) throws IOException {
        out.writeBoolean(fit.rule().onStart());
        out.writeDouble(fit.rule().slope());
        out.writeDouble(fit.rule().constant());
        writeResiduals(fit.ruleErrors(), out);
        ArtefactFormat.writeBlock(fit.median().bytes(), out);
        ArtefactFormat.writeBlock(fit.quartiles().bytes(), out);
        writeResiduals(fit.errors(), out);
        out.writeInt(fit.videos());
    }

    private static StageFit readFit(DataInputStream in) throws IOException {
        return new StageFit(new CentreRule(in.readBoolean(), in.readDouble(), in.readDouble()), readResiduals(in),
                BoostedTrees.load(FORMAT.readBlock(in)), BoostedTrees.load(FORMAT.readBlock(in)), readResiduals(in),
                in.readInt());
    }

    private static void writeResiduals(ViewDistribution.Residuals residuals, DataOutputStream out) throws IOException {
        out.writeInt(residuals.count());
        out.writeInt(residuals.quantiles().length);
        for (double quantile : residuals.quantiles()) {
            out.writeDouble(quantile);
        }
    }

    private static ViewDistribution.Residuals readResiduals(DataInputStream in) throws IOException {
        int count = in.readInt();
        double[] quantiles = new double[FORMAT.readLength(in, Double.BYTES)];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = in.readDouble();
        }
        return new ViewDistribution.Residuals(quantiles, count);
    }
}
