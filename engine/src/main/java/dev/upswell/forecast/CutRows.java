package dev.upswell.forecast;

import dev.upswell.feature.CutContext;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.feature.PastReadings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// The feature vectors of all hashtags that can be asked about at a cut: those with enough views then.
///
/// Whether a hashtag will still be watched a day later is not known at the cut, so it plays no part here.
///
/// @param entities book numbers, ascending
/// @param levels views of each at the cut
/// @param rows one vector each, in the order of the feature set
record CutRows(long cut, int[] entities, long[] levels, float[][] rows) {

    static CutRows of(HashtagBook book, SurgeProtocol protocol, LabelTable labels, long cut) {
        CutContext context = labels.context(cut);
        List<HashtagFeatures.Subject> subjects = new ArrayList<>();
        int[] entities = new int[book.size()];
        long[] levels = new long[book.size()];
        for (int i = 0; i < book.size(); i++) {
            OptionalLong level = book.level(i, cut);
            if (level.isPresent() && level.getAsLong() >= protocol.minViews()) {
                entities[subjects.size()] = i;
                levels[subjects.size()] = level.getAsLong();
                subjects.add(new HashtagFeatures.Subject(PastReadings.asOf(book.series(i), context.cut()),
                        labels.outcomes(i, cut)));
            }
        }
        return new CutRows(cut, Arrays.copyOf(entities, subjects.size()),
                Arrays.copyOf(levels, subjects.size()), HashtagFeatures.at(context, subjects));
    }

    int size() {
        return entities.length;
    }

    /// All vectors, one after the other.
    float[] packed() {
        int width = HashtagFeatures.V1.size();
        float[] values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        return values;
    }
}
