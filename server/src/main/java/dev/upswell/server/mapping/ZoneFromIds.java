package dev.upswell.server.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The zone of times of posting, from the second of posting that video ids carry.
final class ZoneFromIds {

    private static final int SECONDS_SHIFT = 32;
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final int LEAST = 5;
    private static final double AGREE = 0.8;

    private ZoneFromIds() {
    }

    /// The offset from UTC by which most of the times differ from their ids; `null` when they do not agree on one.
    static @Nullable String offset(List<String> times, List<List<String>> rows, int time, int id) {
        Map<Long, Long> offsets = rows.stream().map(row -> quarters(row.get(time).strip(), row.get(id).strip()))
                .filter(quarter -> Math.abs(quarter) <= 56)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return offsets.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST && entry.getValue() >= AGREE * times.size())
                .map(entry -> ZoneOffset.ofTotalSeconds((int) (entry.getKey() * QUARTER)).getId()).findFirst()
                .orElse(null);
    }

    /// By how many quarters of an hour the time is ahead of the id's; many when one of them cannot be read.
    private static long quarters(String time, String id) {
        if (!id.matches("\\d{18,19}") || !time.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}")) {
            return Integer.MAX_VALUE;
        }
        try {
            Instant posted = Instant.ofEpochSecond(Long.parseUnsignedLong(id) >>> SECONDS_SHIFT);
            long ahead = Duration.between(posted, LocalDateTime.parse(time.replace(' ', 'T')).toInstant(ZoneOffset.UTC))
                    .toSeconds();
            long quarters = Math.floorDiv(ahead + QUARTER / 2, QUARTER);
            return Math.abs(ahead - quarters * QUARTER) <= 60 ? quarters : Integer.MAX_VALUE;
        } catch (DateTimeParseException e) {
            return Integer.MAX_VALUE;
        }
    }
}
