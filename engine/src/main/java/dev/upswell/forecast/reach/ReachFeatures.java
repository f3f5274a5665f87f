package dev.upswell.forecast.reach;

import java.util.ArrayList;
import java.util.List;

/// Computes `reach_features_v1`: what is known of a video at a stage of its life.
public final class ReachFeatures {

    /// The version of the columns; a change of any column is a new version.
    public static final String VERSION = "reach_features_v1";

    private static final List<ReachBlock> BLOCKS = List.of(new CreatorBlock(), new CaptionBlock(), new SubjectBlock(),
            new TimingBlock(), new StartBlock());

    /// The features in column order.
    public static final List<ReachFeature> ALL = BLOCKS.stream().flatMap(block -> block.features().stream()).toList();

    private ReachFeatures() {
    }

    /// The names in column order.
    static List<String> names() {
        return ALL.stream().map(ReachFeature::name).toList();
    }

    /// The column of this feature.
    static int indexOf(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("feature (" + name + ") must be in " + VERSION
                    + "\nMaybe the model was trained on another set.");
        }
        return index;
    }

    static float[] at(ReachMoment moment) {
        float[] row = new float[ALL.size()];
        int offset = 0;
        for (ReachBlock block : BLOCKS) {
            block.fill(moment, row, offset);
            offset += block.features().size();
        }
        return row;
    }

    /// Vectors one after the other.
    static float[] packed(List<float[]> rows) {
        float[] values = new float[rows.size() * ALL.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, values, i * ALL.size(), ALL.size());
        }
        return values;
    }

    /// Which topics hold a feature, in column order.
    static List<ReachFeature.Topic> topics() {
        return new ArrayList<>(ALL.stream().map(ReachFeature::topic).distinct().toList());
    }
}
