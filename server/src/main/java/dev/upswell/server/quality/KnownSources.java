package dev.upswell.server.quality;

import dev.upswell.content.EntityKind;
import dev.upswell.quality.RuleTable;
import dev.upswell.quality.UsualVolume;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a tenant's sources when a batch comes, and the rules that apply.
///
/// @param ofPeriods sources whose numbers are totals of a period
/// @param usual counters that a source usually gives, by source and kind
/// @param volumes of the latest batches, by scope and source
/// @param shapes latest shape of each format
record KnownSources(RuleTable rules, Set<String> ofPeriods, Map<String, Integer> usual,
        Map<String, UsualVolume> volumes, Map<String, Judged.Shape> shapes) {

    static String key(String one, String other) {
        return one + " " + other;
    }

    int usual(String source, EntityKind kind) {
        return usual.getOrDefault(key(source, kind.label()), 0);
    }

    UsualVolume volume(BatchScope scope, String source) {
        return volumes.getOrDefault(key(scope.label(), source), UsualVolume.UNKNOWN);
    }

    Judged.@Nullable Shape shape(String format) {
        return shapes.get(format);
    }

    /// The same as the pass over columns asks for it.
    ReadingColumnRepository.Known with(boolean cumulative) {
        return new ReadingColumnRepository.Known() {
            @Override
            public boolean cumulative(String source) {
                return cumulative && !ofPeriods.contains(source);
            }

            @Override
            public int usual(String source, EntityKind kind) {
                return KnownSources.this.usual(source, kind);
            }
        };
    }
}
