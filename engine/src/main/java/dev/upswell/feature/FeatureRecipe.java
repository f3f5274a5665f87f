package dev.upswell.feature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How the vectors of one feature set are computed: blocks for each entity by itself, then how all of a cut compare.
///
/// Immutable and safe for several threads.
public final class FeatureRecipe {

    private final FeatureSet set;
    private final List<FeatureBlock> blocks;
    private final int[] offsets;
    private final @Nullable MarketBlock market;
    private final List<CutBlock> together;
    private final CutRanks ranks;
    private final @Nullable Baselines baselines;

    /// The recipe of a set whose columns are those of the blocks, the market's and the ranks', in this order.
    ///
    /// @param ranked names of features of the blocks that are also ranked among the entities of a cut
    ///
    /// **errors** `IllegalArgumentException` when a block defines an outcome or a name twice, or two blocks learn
    public FeatureRecipe(String version, String changeNotes, List<FeatureBlock> blocks, List<String> ranked,
            List<AbsentGroup> absent) {
        this(version, changeNotes, blocks, List.of(), ranked, absent, null);
    }

    /// The recipe of a set with blocks that look at all entities of a cut together, whose columns stand behind the market's.
    public FeatureRecipe(String version, String changeNotes, List<FeatureBlock> blocks, List<CutBlock> together,
            List<String> ranked, List<AbsentGroup> absent) {
        this(version, changeNotes, blocks, together, ranked, absent, null);
    }

    /// The recipe of a set that has rules of its own: one without growth of the last day has no market either.
    ///
    public FeatureRecipe(String version, String changeNotes, List<FeatureBlock> blocks, List<String> ranked,
            List<AbsentGroup> absent, Baselines baselines) {
        this(version, changeNotes, blocks, List.of(), ranked, absent, baselines);
    }

    private FeatureRecipe(String version, String changeNotes, List<FeatureBlock> blocks, List<CutBlock> together,
            List<String> ranked, List<AbsentGroup> absent, @Nullable Baselines baselines) {
        this.baselines = baselines;
        this.together = List.copyOf(together);
        this.blocks = List.copyOf(blocks);
        if (blocks.stream().filter(FeatureBlock.Learning.class::isInstance).count() > 1) {
            throw new IllegalArgumentException(
                    "blocks of " + version + " must not hold two that learn\nMaybe let one learn for both.");
        }
        offsets = new int[blocks.size()];
        List<FeatureDefinition> all = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = all.size();
            all.addAll(blocks.get(i).definitions());
        }
        market = MarketBlock.of(List.copyOf(all)).orElse(null);
        if (market != null) {
            all.addAll(MarketBlock.definitions());
        }
        together.forEach(block -> all.addAll(block.definitions()));
        ranks = new CutRanks(List.copyOf(all), ranked);
        all.addAll(CutRanks.definitions(List.copyOf(all), ranked));
        set = LeakGuard.admit(new FeatureSet(version, changeNotes, all, absent));
    }

    private FeatureRecipe(FeatureRecipe other, List<FeatureBlock> blocks) {
        set = other.set;
        this.blocks = List.copyOf(blocks);
        offsets = other.offsets;
        market = other.market;
        together = other.together;
        ranks = other.ranks;
        baselines = other.baselines;
    }

    /// This recipe with what its blocks learn from these entities as they were known at one cut; itself where none of them
    /// learns. Its set is the same.
    public FeatureRecipe learn(List<Companions> entities) {
        return withBlocks(block -> block.learn(entities));
    }

    /// Whether a block could learn and has learnt nothing yet.
    public boolean yetToLearn() {
        return blocks.stream().anyMatch(FeatureBlock.Learning.class::isInstance) && learnt() == null;
    }

    /// What the blocks have learnt, one after the other; null where none of them learns or none has learnt.
    public byte @Nullable [] learnt() {
        return blocks.stream().filter(FeatureBlock.Learning.class::isInstance).map(FeatureBlock.Learning.class::cast)
                .map(FeatureBlock.Learning::learnt).filter(bytes -> bytes.length > 0).findFirst().orElse(null);
    }

    /// This recipe with what was learnt before.
    ///
    /// **errors** `IllegalArgumentException` when the bytes are damaged
    public FeatureRecipe with(byte[] learnt) {
        return withBlocks(block -> block.with(learnt));
    }

    /// What was learnt in words; empty where nothing was.
    public String learntInWords() {
        return blocks.stream().filter(FeatureBlock.Learning.class::isInstance)
                .map(block -> ((FeatureBlock.Learning) block).inWords())
                .collect(Collectors.joining());
    }

    private FeatureRecipe withBlocks(UnaryOperator<FeatureBlock.Learning> change) {
        if (blocks.stream().noneMatch(FeatureBlock.Learning.class::isInstance)) {
            return this;
        }
        return new FeatureRecipe(this, blocks.stream()
                .map(block -> block instanceof FeatureBlock.Learning learning ? change.apply(learning) : block)
                .toList());
    }

    /// A few features that are computed for all entities of a cut together, from features that stand before them.
    public interface CutBlock {

        /// The features that [#fill] writes.
        List<FeatureDefinition> definitions();

        /// Writes the block's values into every row.
        ///
        /// @param column where the feature of this name stands in a row
        void fill(float[][] rows, ToIntFunction<String> column);
    }

    /// One entity at a cut: what was known of its counter, of its earlier outcomes, and of all else.
    ///
    /// @param readings of the counter that is foretold
    public record Subject(PastReadings readings, PastOutcomes outcomes, Companions companions) {
    }

    /// The set that [#at] computes.
    public FeatureSet set() {
        return set;
    }

    /// Columns of a set by what they mean to the rules that are shown beside the models.
    ///
    /// @param persistence "it goes on as it did": growth over the last so long a time as the horizon
    /// @param longGrowth growth over a longer time
    /// @param excitation growth to be expected from what came so far
    /// @param linear what the linear rule knows; the same for every horizon
    public record Baselines(String persistence, String longGrowth, String excitation, List<String> linear) {

        public Baselines {
            linear = List.copyOf(linear);
        }
    }

    /// The columns of this set by which rules foretell; persistence is over the last day where the set has no column of the
    /// length of the horizon.
    public Baselines baselines(Duration horizon) {
        if (baselines != null) {
            return baselines;
        }
        String name = "growth_" + horizon.toHours() + "h";
        return new Baselines(set.names().contains(name) ? name : "growth_24h", "growth_7d", "hawkes_growth_24h",
                List.of("growth_24h", "growth_48h", "growth_72h", "growth_7d"));
    }

    /// The vectors of all these entities, which are compared with each other at one cut, in their order.
    ///
    /// **errors** `IllegalArgumentException` where something of an entity was taken as of another instant · **cost** entities
    /// are shared among all cores; the values do not hang on how.
    public float[][] at(CutContext context, List<Subject> subjects) {
        float[][] rows = new float[subjects.size()][];
        IntStream.range(0, rows.length).parallel().forEach(i -> {
            rows[i] = new float[set.size()];
            fill(Known.of(subjects.get(i), context), rows[i]);
        });
        fillTogether(rows);
        return rows;
    }

    private void fillTogether(float[][] rows) {
        if (market != null) {
            market.fill(rows);
        }
        together.forEach(block -> block.fill(rows, set::indexOf));
        ranks.fill(rows);
    }

    private void fill(Known known, float[] row) {
        for (int block = 0; block < offsets.length; block++) {
            blocks.get(block).fill(known, row, offsets[block]);
        }
    }

    /// How long each feature takes for one entity, in nanoseconds: the time of its block in equal parts, since the features of a
    /// block share their work; those of the market and of ranks share theirs.
    ///
    /// @param subjects at least one
    /// @param nanoTime a clock that only its differences matter of
    public double[] costs(CutContext context, List<Subject> subjects, LongSupplier nanoTime) {
        double[] costs = new double[set.size()];
        float[][] rows = new float[subjects.size()][set.size()];
        List<Known> known = subjects.stream().map(subject -> Known.of(subject, context)).toList();
        for (int block = 0; block < offsets.length; block++) {
            long start = nanoTime.getAsLong();
            for (int i = 0; i < rows.length; i++) {
                blocks.get(block).fill(known.get(i), rows[i], offsets[block]);
            }
            int end = offsets[block] + blocks.get(block).definitions().size();
            share(costs, offsets[block], end, nanoTime.getAsLong() - start, rows.length);
        }
        int alone = blocks.stream().mapToInt(block -> block.definitions().size()).sum();
        long start = nanoTime.getAsLong();
        fillTogether(rows);
        share(costs, alone, costs.length, nanoTime.getAsLong() - start, rows.length);
        return costs;
    }

    private static void share(double[] costs, int from, int to, long nanos, int subjects) {
        Arrays.fill(costs, from, to, (double) nanos / subjects / Math.max(1, to - from));
    }

    @Override
    public String toString() {
        return set.version();
    }
}
