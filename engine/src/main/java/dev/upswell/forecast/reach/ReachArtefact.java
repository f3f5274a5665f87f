package dev.upswell.forecast.reach;

import dev.upswell.learn.BoostedTrees;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The file format of a reach model: four magic bytes, a version byte, then the fields in a fixed order (big-endian, strings in
/// modified UTF-8, byte blocks behind their length). A new field means a new version; every older version stays readable.
final class ReachArtefact {

    private static final int MAGIC = 0x55505256;
    private static final int VERSION = 1;

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(VERSION);
            out.writeUTF(ReachFeatures.VERSION);
            out.writeLong(content.target().age().toSeconds());
            out.writeBoolean(content.target().settled());
            out.writeByte(content.fits().size());
            for (Map.Entry<ReachStage, StageFit> one : content.fits().entrySet()) {
                out.writeUTF(one.getKey().label());
                writeFit(one.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Content read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            check(in.readInt() == MAGIC, "must start with UPRV\nMaybe it is another file.");
            int version = in.readByte();
            check(version >= 1 && version <= VERSION,
                    "version (" + version + ") must be at most " + VERSION + "\nMaybe a newer Upswell wrote it.");
            String set = in.readUTF();
            check(set.equals(ReachFeatures.VERSION), "feature set (" + set + ") must be " + ReachFeatures.VERSION
                    + "\nMaybe train the model again.");
            ReachTarget target = new ReachTarget(Duration.ofSeconds(in.readLong()), in.readBoolean());
            Map<ReachStage, StageFit> fits = new EnumMap<>(ReachStage.class);
            for (int left = in.readByte(); left > 0; left--) {
                fits.put(ReachStage.of(in.readUTF()), readFit(in));
            }
            check(fits.keySet().equals(Set.copyOf(target.stages())), "stages (" + fits.keySet() + ") must be "
                    + target.stages() + "\nMaybe a byte was damaged.");
            check(in.available() == 0, "must end with its last stage (" + in.available()
                    + " bytes are left over)\nMaybe two files were joined.");
            return new Content(target, fits);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "reach artefact (" + bytes.length + " bytes) must be whole\nMaybe the download was cut short.", e);
        }
    }

    private static void writeFit(StageFit fit, DataOutputStream out) throws IOException {
        out.writeBoolean(fit.rule().onStart());
        out.writeDouble(fit.rule().slope());
        out.writeDouble(fit.rule().constant());
        writeResiduals(fit.ruleErrors(), out);
        writeBlock(fit.median().bytes(), out);
        writeBlock(fit.quartiles().bytes(), out);
        writeResiduals(fit.errors(), out);
        out.writeInt(fit.videos());
    }

    private static StageFit readFit(DataInputStream in) throws IOException {
        return new StageFit(new CentreRule(in.readBoolean(), in.readDouble(), in.readDouble()), readResiduals(in),
                BoostedTrees.load(readBlock(in)), BoostedTrees.load(readBlock(in)), readResiduals(in), in.readInt());
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("reach artefact " + rule);
        }
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
        double[] quantiles = new double[readLength(in, Double.BYTES)];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = in.readDouble();
        }
        return new ViewDistribution.Residuals(quantiles, count);
    }

    private static void writeBlock(byte[] block, DataOutputStream out) throws IOException {
        out.writeInt(block.length);
        out.write(block);
    }

    private static byte[] readBlock(DataInputStream in) throws IOException {
        return in.readNBytes(readLength(in, 1));
    }

    /// A number of items of so many bytes each, which cannot be more than what is left of the file.
    private static int readLength(DataInputStream in, int itemBytes) throws IOException {
        int length = in.readInt();
        check(length >= 0 && (long) length * itemBytes <= in.available(), "length (" + length
                + ") must fit into the rest of the file\nMaybe a byte was damaged or the download was cut short.");
        return length;
    }
}
