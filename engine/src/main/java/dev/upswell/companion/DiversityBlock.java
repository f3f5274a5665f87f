package dev.upswell.companion;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.C_DIVERSITY;

import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.Known;
import dev.upswell.feature.PastCarriers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which videos and creators carry the entity, and how many of them are new to it.
final class DiversityBlock implements FeatureBlock {

    private static final String MISSING = "missing where no carrying video has been read";
    private static final String NONE_LATELY = MISSING + " in the last 7 d, or none whose creator is known";
    private static final int[] SPAN_HOURS = {1, 3, 6, 24, 168};
    private static final String[] SPAN_NAMES = {"1h", "3h", "6h", "24h", "7d"};
    private static final long WEEK_SECONDS = 7 * 24 * 3600L;
    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        for (String span : SPAN_NAMES) {
            all.add(carried("carriers_" + span, "count", MISSING,
                    "carrying videos first read in the last " + span));
        }
        for (String span : SPAN_NAMES) {
            all.add(carried("new_creators_" + span, "count", MISSING,
                    "creators first seen with the entity in the last " + span));
        }
        all.add(carried("new_creator_share_7d", "fraction", NONE_LATELY,
                "share of the creators of the last 7 d who were new to the entity then"));
        all.add(carried("top_creator_share_7d", "fraction", NONE_LATELY,
                "share of the creator with most carrying videos in those of the last 7 d"));
        all.add(carried("creator_entropy_7d", "fraction", NONE_LATELY + ", or fewer than two videos",
                "entropy of the creators' shares in the carrying videos of the last 7 d, over its greatest value"));
        all.add(carried("carriers_turn", "log ratio", MISSING,
                "carrying videos of the last 24 h over a seventh of those of the last 7 d"));
        return all;
    }

    private static FeatureDefinition carried(String name, String unit, String missing, String meaning) {
        return safe(name, C_DIVERSITY, unit, missing, meaning).from("carrying videos");
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        PastCarriers carriers = known.carriers().orElse(null);
        if (carriers == null) {
            Arrays.fill(row, offset, offset + DEFINITIONS.size(), Float.NaN);
            return;
        }
        int[] creatorsBefore = creatorsBefore(carriers);
        int[] counts = new int[SPAN_HOURS.length];
        int at = offset;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = carriers.size() - carriers.countAt(carriers.cutSecond() - SPAN_HOURS[i] * 3600L);
            row[at++] = counts[i];
        }
        for (int count : counts) {
            row[at++] = creatorsBefore[carriers.size()] - creatorsBefore[carriers.size() - count];
        }
        int first = carriers.countAt(carriers.cutSecond() - WEEK_SECONDS);
        fillShares(carriers, first, creatorsBefore, row, at);
        row[at + 3] = (float) LogRatio.ofCounts(counts[3], counts[4] / 7.0);
    }

    /// How many creators had been seen before each video.
    private static int[] creatorsBefore(PastCarriers carriers) {
        int[] before = new int[carriers.size() + 1];
        for (int i = 0; i < carriers.size(); i++) {
            before[i + 1] = Math.max(before[i], carriers.creatorAt(i) + 1);
        }
        return before;
    }

    private static void fillShares(PastCarriers carriers, int first, int[] creatorsBefore, float[] row, int offset) {
        Map<Integer, Integer> videos = new HashMap<>();
        int known = 0;
        for (int i = first; i < carriers.size(); i++) {
            if (carriers.creatorAt(i) >= 0) {
                videos.merge(carriers.creatorAt(i), 1, Integer::sum);
                known++;
            }
        }
        Arrays.fill(row, offset, offset + 3, Float.NaN);
        if (known > 0) {
            int fresh = creatorsBefore[carriers.size()] - creatorsBefore[first];
            row[offset] = (float) fresh / videos.size();
            row[offset + 1] = (float) videos.values().stream().mapToInt(Integer::intValue).max().orElse(0) / known;
            row[offset + 2] = known < 2 ? Float.NaN : (float) entropy(videos, known);
        }
    }

    private static double entropy(Map<Integer, Integer> videos, int known) {
        double sum = 0;
        for (int count : videos.values().stream().mapToInt(Integer::intValue).sorted().toArray()) {
            double share = (double) count / known;
            sum -= share * Math.log(share);
        }
        return sum / Math.log(known);
    }
}
