package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.trend.rank.RankedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The entities of one kind in order of their promise, as it was known at an instant.
///
/// @param at the end of the windows that are compared, a full hour; `null` when no window was computed at or before the
///     instant asked for
/// @param lastReading when the last reading of the kind was taken at or before that instant; `null` when there is none
/// @param watched how many entities of each kind had been observed
/// @param unranked how many entities have a row but no place, for want of coverage, volume or anything to rank by
/// @param model the predictions that the ranking rests on; `null` when it rests on momentum
/// @param lines best first
public record TrendTable(EntityKind kind, @Nullable Instant at, @Nullable Instant lastReading,
        Map<EntityKind, Long> watched, long unranked, @Nullable Model model, List<Line> lines) {

    public TrendTable {
        watched = Map.copyOf(watched);
        lines = List.copyOf(lines);
    }

    /// The lines whose name holds this text and, if so wanted, only the emerging ones.
    ///
    /// @param text in any case, with or without # or @ before it; `null` for all
    public List<Line> lines(@Nullable String text, boolean emergingOnly) {
        String part = text == null ? "" : text.toLowerCase(Locale.ROOT).replaceFirst("^[#@]", "");
        return lines.stream().filter(line -> line.name().toLowerCase(Locale.ROOT).contains(part))
                .filter(line -> !emergingOnly || line.isEmerging()).toList();
    }

    /// One entity.
    ///
    /// @param name how people call it
    /// @param expected `null` when no model scored it
    public record Line(RankedEntity ranked, String name, @Nullable Expected expected) {

        /// Whether it meets every condition of emergence.
        public boolean isEmerging() {
            return ranked.emergence().isEmerging();
        }
    }

    /// The model whose predictions are shown.
    ///
    /// @param threshold its alert threshold, from which on a probability is a call; `null` when it has none, and its ten
    ///     likeliest are called
    /// @param called how many entities are called
    /// @param unplaced those of them that have no place in the table, likeliest first
    /// @param judged `null` when no outcome is known yet
    public record Model(String model, Instant asOf, int horizonHours, @Nullable Double threshold, int called,
            List<Unplaced> unplaced, @Nullable Judged judged) {

        public Model {
            unplaced = List.copyOf(unplaced);
        }
    }

    /// An entity that a model scored, but that has too few readings or too little volume to be ranked.
    public record Unplaced(EntityId entity, String name, Expected expected) {
    }
}
