package dev.upswell.server.trend.page.stored;

import dev.upswell.server.trend.page.Flag;
import dev.upswell.trend.rank.RankedEntity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which of a ranking's flags pages show, and as what.
final class Flags {

    private Flags() {
    }

    static List<Flag> of(Collection<RankedEntity.Flag> flags) {
        return flags.stream().map(Flags::shown).flatMap(Optional::stream).distinct().sorted().toList();
    }

    private static Optional<Flag> shown(RankedEntity.Flag flag) {
        return switch (flag) {
            case EMERGING -> Optional.of(Flag.EMERGING);
            case NEW -> Optional.of(Flag.NEW);
            case FADING -> Optional.of(Flag.FADING);
            case POSSIBLE_BOOST -> Optional.of(Flag.POSSIBLE_BOOST);
            case OVERDUE, STALE -> Optional.of(Flag.PROVISIONAL);
            case WITHIN_ROUNDING -> Optional.of(Flag.ROUNDED);
            case AGGREGATE_ONLY -> Optional.empty();
        };
    }
}
