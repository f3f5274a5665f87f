package dev.upswell.pattern.world;

import dev.upswell.content.EntityId;
import dev.upswell.creative.Absence;
import dev.upswell.creative.Analyser;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureRole;
import dev.upswell.creative.FeatureType;
import dev.upswell.creative.FeatureValue;
import dev.upswell.numeric.Dice;
import dev.upswell.pattern.AnalysedVideo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.special.Erf;
import org.jspecify.annotations.Nullable;

/// Made videos, and which of their choices matter.
///
/// Features come in groups of 3 to 12 whose members are correlated by 0.2 to 0.9; flags and categories hold in 10 to 50 % of videos,
/// counts and measures are skewed, and some are 0 for a third. Creators have one to six videos, and habits: 30 % of what a group is made
/// of is the creator's. The noise of log engagement has variance 1, of which 20 % is the creator's. Each analyser failed on 2 % of
/// videos, and each tenth feature is unknown for a further fifth. Choices that matter are made in 30 to 50 % of videos, stand in
/// different groups, and half of them harm.
///
/// @param videos of all buckets, bucket by bucket
/// @param planted what matters
public record PatternWorld(List<AnalysedVideo> videos, List<Planted> planted) {

    private static final double HABIT = .3;
    private static final double CREATOR_NOISE = .2;
    private static final double FAILED = .02;
    private static final double TYPICAL = Math.log(.01);

    public PatternWorld {
        videos = List.copyOf(videos);
        planted = List.copyOf(planted);
    }

    /// The world of a seed; the same seed makes the same world.
    public static PatternWorld of(WorldShape shape, long seed) {
        List<AnalysedVideo> videos = new ArrayList<>();
        List<Planted> planted = new ArrayList<>();
        for (int bucket = 0; bucket < shape.buckets(); bucket++) {
            new Making(shape, DurationBucket.LENGTHS.get((bucket + 1) % 5), Dice.of(seed, "patterns", bucket))
                    .make(videos, planted);
        }
        return new PatternWorld(videos, planted);
    }

    /// The making of one bucket.
    private static final class Making {
        private final List<CreativeFeature> features = FeatureDictionary.STANDARD.features();
        private final WorldShape shape;
        private final DurationBucket bucket;
        private final Dice dice;
        private final int[] creators;
        private final int[] groups;
        private final double[][] values;

        Making(WorldShape shape, DurationBucket bucket, Dice dice) {
            this.shape = shape;
            this.bucket = bucket;
            this.dice = dice;
            this.creators = creators(shape.videos());
            this.groups = new int[features.size()];
            this.values = new double[features.size()][];
        }

        void make(List<AnalysedVideo> videos, List<Planted> planted) {
            fill();
            List<Planted> own = plant();
            double[] engagement = engagement(own);
            boolean[][] known = known();
            for (int video = 0; video < creators.length; video++) {
                List<FeatureValue> told = new ArrayList<>();
                for (int feature = 0; feature < values.length; feature++) {
                    told.add(known[feature][video]
                            ? new FeatureValue.Present(values[feature][video])
                            : new FeatureValue.Absent(Absence.NOT_ANALYSED));
                }
                videos.add(new AnalysedVideo(EntityId.video(String.format(Locale.ROOT, "%s-%04d", bucket, video)),
                        EntityId.creator("creator-" + creators[video]), bucket, new CreativeVector(told),
                        Math.min(1, StrictMath.exp(TYPICAL + engagement[video])), 10_000, 1));
            }
            planted.addAll(own);
        }

        private int[] creators(int count) {
            int[] all = new int[count];
            int video = 0;
            for (int creator = 0; video < count; creator++) {
                int own = 1;
                while (own < 6 && dice.chance(.5)) {
                    own++;
                }
                for (int i = 0; i < own && video < count; i++) {
                    all[video++] = creator;
                }
            }
            return all;
        }

        private void fill() {
            int group = 0;
            int left = 0;
            double[] shared = new double[0];
            double likeness = 0;
            for (int feature = 0; feature < values.length; feature++) {
                if (left == 0) {
                    group++;
                    left = 3 + dice.below(10);
                    likeness = dice.between(.2, .9);
                    shared = habits(HABIT);
                }
                left--;
                groups[feature] = group;
                double[] latent = new double[creators.length];
                for (int video = 0; video < latent.length; video++) {
                    latent[video] = Math.sqrt(likeness) * shared[video] + Math.sqrt(1 - likeness) * dice.gaussian();
                }
                values[feature] = shaped(features.get(feature), latent);
            }
        }

        /// Standard normal values, of whose variance a share is common to the videos of a creator.
        private double[] habits(double share) {
            double[] own = new double[creators[creators.length - 1] + 1];
            Arrays.setAll(own, creator -> dice.gaussian());
            double[] all = new double[creators.length];
            Arrays.setAll(all, video -> Math.sqrt(share) * own[creators[video]]
                    + Math.sqrt(1 - share) * dice.gaussian());
            return all;
        }

        private double[] shaped(CreativeFeature feature, double[] latent) {
            if (feature.type() == FeatureType.FLAG || feature.type() == FeatureType.CATEGORY) {
                double limit = quantile(latent, 1 - dice.between(.1, .5));
                return Arrays.stream(latent).map(value -> value > limit ? 1 : 0).toArray();
            }
            double floor = dice.chance(.33) ? -.43 : -9;
            double[] cut = Arrays.stream(latent).map(value -> Math.max(floor, value)).toArray();
            Double lowest = feature.range().lowest();
            Double highest = feature.range().highest();
            if (feature.type() == FeatureType.COUNT) {
                double size = dice.between(1.5, 8);
                return Arrays.stream(cut)
                        .map(value -> value <= floor ? 0 : Math.floor(size * StrictMath.exp(.7 * value)))
                        .toArray();
            }
            if (lowest != null && highest != null) {
                return Arrays.stream(cut).map(value -> lowest
                        + (highest - lowest) * (value <= floor ? 0 : .5 * Erf.erfc(-value / Math.sqrt(2)))).toArray();
            }
            return Arrays.stream(cut).map(value -> value <= floor ? 0 : StrictMath.exp(.6 * value)).toArray();
        }

        private static double quantile(double[] values, double share) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
        }

        private List<Planted> plant() {
            List<Planted> own = new ArrayList<>();
            List<Integer> used = new ArrayList<>();
            while (own.size() < shape.effects()) {
                int feature = dice.below(values.length);
                Planted planted = features.get(feature).role() != FeatureRole.CHOICE || used.contains(groups[feature])
                        ? null
                        : plant(feature);
                if (planted != null) {
                    own.add(planted);
                    used.add(groups[feature]);
                }
            }
            return own;
        }

        /// Null where no threshold has 30 to 50 % of the videos above it.
        private @Nullable Planted plant(int feature) {
            double limit = quantile(values[feature], 1 - dice.between(.3, .5));
            boolean flag = features.get(feature).type() == FeatureType.FLAG
                    || features.get(feature).type() == FeatureType.CATEGORY;
            double threshold = flag ? .5 : limit;
            List<Boolean> made = Arrays.stream(values[feature]).mapToObj(value -> value > threshold).toList();
            double share = made.stream().filter(does -> does).count() / (double) made.size();
            return share < .3 || share > .5 ? null : new Planted(bucket, features.get(feature), dice.chance(.5), made);
        }

        private double[] engagement(List<Planted> own) {
            double[] engagement = habits(CREATOR_NOISE);
            for (Planted planted : own) {
                for (int video = 0; video < engagement.length; video++) {
                    engagement[video] += planted.made().get(video) == planted.good() ? shape.effect() : 0;
                }
            }
            return engagement;
        }

        private boolean[][] known() {
            Map<Analyser, boolean[]> failed = new EnumMap<>(Analyser.class);
            for (Analyser analyser : Analyser.values()) {
                boolean[] own = new boolean[creators.length];
                for (int video = 0; video < own.length; video++) {
                    own[video] = dice.chance(FAILED);
                }
                failed.put(analyser, own);
            }
            boolean[][] known = new boolean[values.length][creators.length];
            for (int feature = 0; feature < known.length; feature++) {
                boolean[] none = failed.getOrDefault(features.get(feature).analyser(), new boolean[creators.length]);
                double unknown = dice.chance(.1) ? .2 : 0;
                for (int video = 0; video < creators.length; video++) {
                    known[feature][video] = !none[video] && !dice.chance(unknown);
                }
            }
            return known;
        }
    }
}
