package dev.upswell.benchmarks.statement;

import dev.upswell.benchmarks.statement.Slot.Figure;
import dev.upswell.benchmarks.statement.Slot.Manner;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Draws facts of each family of sentences.
final class SceneMaking {

    static final List<String> HASHTAGS = List.of("#glowskin", "#jastipbandung", "#slowmorning", "#rambutsehat",
            "#bukaanpuasa", "#deskreset", "#thriftrun",
            "#kopisusu", "#petitekitchen", "#batikhariini", "#wanderjava", "#lipcombo", "#sundayreset", "#anakkost",
            "#plantshelf");
    static final List<String> CREATORS = List.of("@sarirasa", "@milo.bakes", "@dewi_kulit", "@hanskocht",
            "@nightowlnora", "@raka.jalan", "@tiny.atelier",
            "@bundacerdas", "@oli_runs");
    static final List<String> SOUNDS = List.of("Blue Hour Remix", "Senja Di Kota", "Paper Planes Later",
            "Langit Kelabu", "Soft Static");
    private static final Instant BEGIN = Instant.parse("2026-02-01T00:00:00Z");

    private final Random random;
    private final Frames frames;

    SceneMaking(Random random, Frames frames) {
        this.random = random;
        this.frames = frames;
    }

    Scene make(String family, Tongue tongue) {
        String frame = frames.any(family, tongue, random);
        var draft = new Draft(family);
        switch (family) {
            case "COUNT" -> draft.counted(anyOf(Measured.VIEWS, Measured.VIEWS, Measured.LIKES, Measured.VIDEOS,
                    Measured.COMMENTS, Measured.SHARES), true);
            case "TOTAL" -> draft.counted(
                    anyOf(Measured.VIEWS, Measured.LIKES, Measured.VIDEOS, Measured.CREATORS, Measured.FOLLOWERS),
                    false);
            case "TWO" -> draft.two();
            case "CHANGE" -> draft
                    .change(random.nextInt(3) > 0 ? 1.06 + random.nextDouble() * 2.4 : 0.3 + random.nextDouble() * 0.6);
            case "MULTIPLE" -> draft.change(switch (random.nextInt(4)) {
                case 0 -> 2 + (random.nextDouble() - 0.5) * 0.04;
                case 1 -> 3 + (random.nextDouble() - 0.5) * 0.04;
                case 2 -> 0.5 + (random.nextDouble() - 0.5) * 0.008;
                default -> 1.4 + random.nextDouble() * 7;
            });
            case "GROWTH" -> draft.growth();
            case "POINTS" -> draft.points();
            case "COMPARE" -> draft.compare();
            case "RANK" -> draft.rank();
            case "TOP" -> draft.top();
            case "SHARE" -> draft.share();
            case "RATIO" -> draft.single(anyOf(Measured.ENGAGEMENT, Measured.COMPLETION), Manner.PERCENT);
            case "TIME" -> draft.time(anyOf(Measured.HALF_LIFE, Measured.LENGTH));
            case "PACE" -> draft.single(Measured.PACE, Manner.PER_HOUR);
            case "MONEY" -> draft.money();
            default -> throw new IllegalArgumentException("There is no family " + family);
        }
        Instant asOf = draft.second.plus(Duration.ofHours(1 + random.nextInt(60)));
        return new Scene(family, tongue, frame, List.copyOf(draft.facts), Map.copyOf(draft.slots), asOf);
    }

    private Measured anyOf(Measured... some) {
        return some[random.nextInt(some.length)];
    }

    /// Facts and places that fill up while a family is drawn.
    private final class Draft {

        private final List<Told> facts = new ArrayList<>();
        private final Map<String, Slot> slots = new HashMap<>();
        private final Instant first = BEGIN.plus(random.nextInt(270), ChronoUnit.DAYS).plus(8 + random.nextInt(8),
                ChronoUnit.HOURS);
        private final Instant second = first.plus(1 + random.nextInt(20), ChronoUnit.DAYS);
        private final List<String> names;

        Draft(String family) {
            var picked = new LinkedHashSet<String>();
            boolean tags = Set.of("RANK", "TOP").contains(family);
            boolean videosToo = Set.of("RATIO", "GROWTH", "TIME", "PACE", "MONEY", "POINTS").contains(family);
            while (picked.size() < 4) {
                int kind = tags ? 0 : random.nextInt(videosToo ? 24 : 19);
                picked.add(kind < 10
                        ? HASHTAGS.get(random.nextInt(HASHTAGS.size()))
                        : kind < 16
                                ? CREATORS.get(random.nextInt(CREATORS.size()))
                                : kind < 19
                                        ? SOUNDS.get(random.nextInt(SOUNDS.size()))
                                        : String.valueOf(
                                                7_400_000_000_000_000_000L + random.nextLong(90_000_000_000_000_000L)));
            }
            names = List.copyOf(picked);
            slots.put("E", new Slot.Name(names.get(0)));
            slots.put("F", new Slot.Name(names.get(1)));
            day("D", first);
            day("D1", first);
            day("D2", second);
            slots.put("H", new Slot.Hour(first));
        }

        private void day(String place, Instant at) {
            slots.put(place, new Slot.Day(at));
        }

        private double draw(Measured measured) {
            double value = measured.least() * Math.pow(measured.greatest() / measured.least(), random.nextDouble());
            return switch (measured.unit()) {
                case "ratio" -> Math.rint(value * 100_000) / 100_000;
                case "hours", "seconds", "usd" -> Math.rint(value * 10) / 10;
                default -> Math.rint(value);
            };
        }

        private void fact(String entity, Measured measured, double value, Instant at, @Nullable String of) {
            facts.add(new Told("f" + (facts.size() + 1), entity, measured.key(), value, measured.unit(), at, of));
        }

        private void figure(String place, double value, Manner manner, Measured measured) {
            slots.put(place, new Figure(value, manner, measured));
        }

        private void counts(String letter, double value, Measured measured) {
            figure(letter, value, Manner.COUNT, measured);
            figure(letter.toUpperCase(java.util.Locale.ROOT), value, Manner.COUNT_WITH_NOUN, measured);
            slots.put("m", new Slot.Noun(measured));
            slots.put("an m", new Slot.Noun(measured));
        }

        private String span() {
            int days = new int[]{1, 7, 7, 14, 30}[random.nextInt(5)];
            slots.put("S", new Slot.Span(days));
            return days == 1 ? "1 day" : days + " days";
        }

        void counted(Measured measured, boolean within) {
            double value = draw(measured);
            fact(names.get(0), measured, value, first, within ? span() : null);
            counts("a", value, measured);
        }

        void two() {
            double views = draw(Measured.VIEWS);
            Measured other = anyOf(Measured.LIKES, Measured.COMMENTS, Measured.SHARES, Measured.VIDEOS);
            double beside = Math.min(draw(other), Math.rint(views * 0.2) + 7);
            fact(names.get(0), Measured.VIEWS, views, first, null);
            fact(names.get(0), other, beside, first, null);
            counts("b", beside, other);
            counts("a", views, Measured.VIEWS);
        }

        void change(double factor) {
            Measured measured = anyOf(Measured.VIEWS, Measured.VIEWS, Measured.LIKES, Measured.VIDEOS,
                    Measured.CREATORS);
            double before = draw(measured) + 300;
            pair(measured, names.get(0), names.get(0), before, Math.rint(before * factor), second);
        }

        void compare() {
            Measured measured = anyOf(Measured.VIEWS, Measured.LIKES, Measured.VIDEOS, Measured.CREATORS);
            double other = draw(measured) + 300;
            double[] factors = {0.5, 2, 3, 0.3 + random.nextDouble() * 0.6, 1.2 + random.nextDouble() * 2.5};
            pair(measured, names.get(0), names.get(1), Math.rint(other * factors[random.nextInt(5)]), other, first);
            Figure one = (Figure) Objects.requireNonNull(slots.get("a"));
            slots.put("up", new Slot.Way(one.value() > other));
            figure("x", one.value() / other, Manner.TIMES, measured);
        }

        private void pair(Measured measured, String one, String two, double a, double b, Instant then) {
            fact(one, measured, a, first, null);
            fact(two, measured, b, then, null);
            counts("b", b, measured);
            counts("a", a, measured);
            slots.put("up", new Slot.Way(b > a));
            figure("d", Math.abs(b - a), Manner.COUNT, measured);
            figure("p", Math.abs(b - a) / a, Manner.PERCENT, measured);
            figure("x", b / a, Manner.TIMES, measured);
            figure("v", b / a, Manner.MULTIPLIED, measured);
        }

        void growth() {
            double growth = draw(Measured.GROWTH) * (random.nextInt(3) > 0 ? 1 : -0.8);
            growth = Math.rint(growth * 10_000) / 10_000;
            fact(names.get(0), Measured.GROWTH, growth, first, span());
            figure("p", Math.abs(growth), Manner.PERCENT, Measured.GROWTH);
            slots.put("up", new Slot.Way(growth > 0));
            slots.put("m", new Slot.Noun(Measured.GROWTH));
        }

        void points() {
            Measured measured = anyOf(Measured.ENGAGEMENT, Measured.COMPLETION);
            double before = draw(measured);
            double after = Math.rint(before
                    * (random.nextBoolean() ? 1.15 + random.nextDouble() * 0.4 : 0.5 + random.nextDouble() * 0.35)
                    * 100_000) / 100_000;
            fact(names.get(0), measured, before, first, null);
            fact(names.get(0), measured, after, second, null);
            counts("a", before, measured);
            figure("a", before, Manner.PERCENT, measured);
            figure("b", after, Manner.PERCENT, measured);
            figure("d", Math.abs(after - before), Manner.POINTS, measured);
            slots.put("up", new Slot.Way(after > before));
        }

        void rank() {
            int listed = 8 + random.nextInt(40);
            int place = 1 + random.nextInt(Math.min(listed, random.nextInt(3) == 0 ? 30 : 9));
            facts.add(new Told("f1", names.get(0), "rank", place, "rank", first, listed + " hashtags"));
            double views = draw(Measured.VIEWS);
            fact(names.get(0), Measured.VIEWS, views, first, null);
            counts("b", views, Measured.VIEWS);
            figure("r", place, Manner.PLACE, Measured.VIEWS);
            figure("R", place, Manner.PLACE_WORD, Measured.VIEWS);
            figure("N", listed, Manner.LISTED, Measured.VIEWS);
        }

        void top() {
            Measured measured = anyOf(Measured.VIEWS, Measured.LIKES, Measured.VIDEOS);
            double best = draw(measured) + 2000;
            boolean up = random.nextInt(4) > 0;
            for (int i = 0; i < 4; i++) {
                double factor = i == 0 ? 1 : up ? 0.25 + random.nextDouble() * 0.6 : 1.2 + random.nextDouble() * 2;
                fact(names.get(i), measured, Math.rint(best * factor), first, "4 hashtags");
            }
            counts("a", Math.rint(best), measured);
            slots.put("up", new Slot.Way(up));
            figure("N", 4, Manner.LISTED, measured);
        }

        void share() {
            Measured measured = anyOf(Measured.VIEWS, Measured.LIKES, Measured.VIDEOS);
            double whole = draw(measured) + 5000;
            double[] parts = {1 / 4.0, 1 / 3.0, 1 / 2.0, 2 / 3.0, 0.06 + random.nextDouble() * 0.8,
                    0.06 + random.nextDouble() * 0.3};
            double part = Math.rint(whole * parts[random.nextInt(6)]);
            fact(names.get(0), measured, part, first, names.get(1));
            fact(names.get(1), measured, whole, first, null);
            counts("b", whole, measured);
            counts("a", part, measured);
            figure("p", part / whole, Manner.SHARE, measured);
        }

        void single(Measured measured, Manner manner) {
            double value = draw(measured);
            fact(names.get(0), measured, value, first, null);
            counts("a", value, measured);
            figure("a", value, manner, measured);
        }

        void time(Measured measured) {
            single(measured, measured == Measured.HALF_LIFE ? Manner.HOURS : Manner.SECONDS);
        }

        void money() {
            double value = Math.rint(draw(Measured.REVENUE));
            fact(names.get(0), Measured.REVENUE, value, first, span());
            figure("a", value, Manner.MONEY, Measured.REVENUE);
        }
    }
}
