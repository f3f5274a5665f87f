package dev.upswell.companion;

import dev.upswell.feature.Companions;
import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.Known;
import dev.upswell.feature.PastReadings;
import dev.upswell.regime.CutBarBlock;
import dev.upswell.regime.RegimeBlock;
import dev.upswell.timeline.Counter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The fourth feature set with a block of regimes that follows each entity up to each cut once.
///
/// What the block says hangs on readings and on the recent bar; a test that deals outcomes anew under the same bars may
/// remember it, and has to check that nothing else came in.
public final class RememberedOutbreaks {

    private static final String RANK = "rank_";

    private RememberedOutbreaks() {
    }

    /// The recipe, before anything was learnt.
    public static FeatureRecipe recipe() {
        return new FeatureRecipe(OutbreakFeatures.V4.version(), "The fourth set, remembered.",
                Stream.concat(CompanionFeatures.blocks(),
                        Stream.of(new Remembering(new RegimeBlock(), new ConcurrentHashMap<>()))).toList(),
                List.of(new CutBarBlock()), OutbreakFeatures.V4.names().stream().filter(name -> name.startsWith(RANK))
                        .map(name -> name.substring(RANK.length())).toList(),
                CompanionFeatures.absent());
    }

    /// One entity at one cut, told by its last readings.
    private record Key(long cut, long views, long posts) {

        static Key of(Known known) {
            return new Key(known.readings().cutSecond(), last(known.readings()),
                    known.counter(Counter.POSTS).map(Key::last).orElse(-1L));
        }

        private static long last(PastReadings readings) {
            return readings.valueAt(readings.size() - 1);
        }
    }

    private record Remembering(FeatureBlock.Learning block, Map<Key, float[]> values) implements FeatureBlock.Learning {

        @Override
        public List<FeatureDefinition> definitions() {
            return block.definitions();
        }

        @Override
        public void fill(Known known, float[] row, int offset) {
            float[] filled = values.computeIfAbsent(Key.of(known), key -> {
                float[] fresh = new float[offset + definitions().size()];
                block.fill(known, fresh, offset);
                return Arrays.copyOfRange(fresh, offset, fresh.length);
            });
            System.arraycopy(filled, 0, row, offset, filled.length);
        }

        @Override
        public FeatureBlock.Learning learn(List<Companions> entities) {
            return new Remembering(block.learn(entities), new ConcurrentHashMap<>());
        }

        @Override
        public byte[] learnt() {
            return block.learnt();
        }

        @Override
        public FeatureBlock.Learning with(byte[] learnt) {
            return new Remembering(block.with(learnt), new ConcurrentHashMap<>());
        }

        @Override
        public String inWords() {
            return block.inWords();
        }
    }
}
