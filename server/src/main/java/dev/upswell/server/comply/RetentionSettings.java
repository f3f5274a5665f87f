package dev.upswell.server.comply;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// How many days each class is kept after it was stored; a class without a number is kept.
public record RetentionSettings(Map<RetentionClass, Integer> days) {

    /// Raw 30 days, logs 90, predictions 180, aggregates 365; readings are kept.
    public static final RetentionSettings USUAL = new RetentionSettings(Map.of(RetentionClass.RAW, 30,
            RetentionClass.LOGS, 90, RetentionClass.PREDICTIONS, 180, RetentionClass.AGGREGATES, 365));

    public RetentionSettings {
        days = Map.copyOf(days);
        days.forEach((kind, number) -> {
            if (number < 1) {
                throw new IllegalArgumentException("retention of " + kind.label() + " (" + number
                        + ") must be 1 day or more\nMaybe leave it out to keep it.");
            }
        });
    }

    /// The days of this class; empty when it is kept.
    public Optional<Integer> daysOf(RetentionClass kind) {
        return Optional.ofNullable(days.get(kind));
    }

    /// The same with this class kept so many days, or kept altogether for 0.
    public RetentionSettings with(RetentionClass kind, int number) {
        Map<RetentionClass, Integer> changed = new EnumMap<>(RetentionClass.class);
        changed.putAll(days);
        if (number == 0) {
            changed.remove(kind);
        } else {
            changed.put(kind, number);
        }
        return new RetentionSettings(changed);
    }
}
