package dev.upswell.segment;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Judged forecasts by row, with their entities and days numbered.
final class Forecasts {

    private final double[] stated;
    private final double[] came;
    private final int[] entity;
    private final int[] day;
    private final int[] entityDay;
    private final int entities;
    private final int days;
    private final int entityDays;

    Forecasts(List<JudgedForecast> all) {
        int size = all.size();
        stated = new double[size];
        came = new double[size];
        entity = new int[size];
        day = new int[size];
        entityDay = new int[size];
        Map<String, Integer> entityNumbers = new HashMap<>();
        Map<Long, Integer> dayNumbers = new HashMap<>();
        Map<Long, Integer> bothNumbers = new HashMap<>();
        for (int row = 0; row < size; row++) {
            JudgedForecast one = all.get(row);
            stated[row] = one.stated();
            came[row] = one.came() ? 1 : 0;
            entity[row] = entityNumbers.computeIfAbsent(one.entity(), _ -> entityNumbers.size());
            day[row] = dayNumbers.computeIfAbsent(one.day(), _ -> dayNumbers.size());
            entityDay[row] = bothNumbers.computeIfAbsent((long) entity[row] << Integer.SIZE | day[row],
                    _ -> bothNumbers.size());
        }
        entities = entityNumbers.size();
        days = dayNumbers.size();
        entityDays = bothNumbers.size();
    }

    int entities() {
        return entities;
    }

    int days() {
        return days;
    }

    int entityDays() {
        return entityDays;
    }

    double stated(int row) {
        return stated[row];
    }

    double came(int row) {
        return came[row];
    }

    int entity(int row) {
        return entity[row];
    }

    int day(int row) {
        return day[row];
    }

    int entityDay(int row) {
        return entityDay[row];
    }

    /// How many different entities these rows are of.
    int entities(BitSet rows) {
        return different(rows, entity);
    }

    /// How many different days.
    int days(BitSet rows) {
        return different(rows, day);
    }

    private static int different(BitSet rows, int[] of) {
        BitSet seen = new BitSet();
        rows.stream().forEach(row -> seen.set(of[row]));
        return seen.cardinality();
    }

    /// Sum of p · (1 − p).
    double doubt(BitSet rows) {
        return rows.stream().mapToDouble(row -> stated[row] * (1 - stated[row])).sum();
    }

    /// Mean of what was stated; 0 of none.
    double stated(BitSet rows) {
        return rows.stream().mapToDouble(row -> stated[row]).average().orElse(0);
    }

    /// Share that came true; 0 of none.
    double came(BitSet rows) {
        return rows.stream().mapToDouble(row -> came[row]).average().orElse(0);
    }
}
