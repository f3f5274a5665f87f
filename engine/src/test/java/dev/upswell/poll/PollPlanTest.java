package dev.upswell.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.poll.PollPlan.Choice;
import dev.upswell.poll.PollPlan.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PollPlanTest {

    private static final Wish AUTOMATIC = new Wish.Automatic();
    private static final Duration DAY = Duration.ofDays(1);

    private static Worth worth(double volatility, double weight) {
        return new Worth(volatility, weight, DAY);
    }

    private static Polled<String> moving(String key, double volatility) {
        return new Polled<>(key, 3, worth(volatility, 1), AUTOMATIC);
    }

    private static Polled<String> pinned(String key, double volatility, Duration length) {
        return new Polled<>(key, 3, worth(volatility, 1), new Wish.Pinned(length));
    }

    private static Cadence every(int minutes) {
        return new Cadence.Every(Duration.ofMinutes(minutes));
    }

    private static List<Cadence> cadences(PollPlan<String> plan) {
        return plan.chosen().stream().map(Choice::cadence).toList();
    }

    private static List<Polled<String>> drawn(long seed, int subjects, boolean pins) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Polled<String>> all = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            Wish wish = pins && chance.nextInt(3) == 0
                    ? new Wish.Pinned(Cadence.LADDER.get(chance.nextInt(Cadence.LADDER.size())))
                    : AUTOMATIC;
            all.add(new Polled<>("s" + i, 1 + chance.nextInt(6), new Worth(Math.exp(-12 + 10 * chance.nextDouble()),
                    0.5 + 4 * chance.nextDouble(), Duration.ofHours(1 + chance.nextInt(24))), wish));
        }
        return all;
    }

    /// The most bits of all ways to give each of these a cadence within the allowance.
    private static double best(List<Polled<String>> subjects, double allowance) {
        if (subjects.isEmpty()) {
            return 0;
        }
        Polled<String> first = subjects.getFirst();
        Stream<Cadence> ways = first.wish() instanceof Wish.Pinned(Duration length)
                ? Stream.of(new Cadence.Every(length))
                : Stream.concat(Stream.of(Cadence.PAUSED), Cadence.LADDER.stream().map(Cadence.Every::new));
        return ways.mapToDouble(way -> {
            double rest = allowance - first.unitsPerVisit() * way.visitsPerDay();
            return rest < -1e-9
                    ? Double.NEGATIVE_INFINITY
                    : first.worth().bits(way) + best(subjects.subList(1, subjects.size()), rest);
        }).max().orElseThrow();
    }

    @Property(tries = 200)
    void noOtherPlanKnowsMoreThanItsBoundSays(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int subjects,
            @ForAll @DoubleRange(min = 0, max = 800) double allowance) {
        List<Polled<String>> all = drawn(seed, subjects, true);
        PollPlan<String> plan = PollPlan.of(all, allowance);
        double best = best(all, allowance);

        assertThat(plan.unitsPerDay()).isLessThanOrEqualTo(allowance * (1 + 1e-6));
        assertThat(plan.pinsKept()).isEqualTo(best > Double.NEGATIVE_INFINITY);
        if (plan.pinsKept()) {
            assertThat(plan.bits()).isLessThanOrEqualTo(best + 1e-6);
            assertThat(best).isLessThanOrEqualTo(plan.atMost() + 1e-6);
        }
    }

    @Property(tries = 100)
    void wherePaidStepsUseTheAllowanceUpNoPlanIsBetter(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int subjects, @ForAll @DoubleRange(min = 0, max = 800) double about) {
        List<Polled<String>> all = drawn(seed, subjects, false);
        double used = upToTheFirstRefusal(all, about);

        PollPlan<String> plan = PollPlan.of(all, used);

        assertThat(plan.unitsPerDay()).isCloseTo(used, within(1e-6));
        assertThat(plan.bits()).isCloseTo(best(all, used), within(1e-6));
        assertThat(plan.atMost()).isCloseTo(plan.bits(), within(1e-3));
    }

    /// What the steps cost that are sold before one is too dear.
    private static double upToTheFirstRefusal(List<Polled<String>> all, double about) {
        List<double[]> steps = new ArrayList<>();
        for (Polled<String> one : all) {
            Cadence before = Cadence.PAUSED;
            for (Duration rung : Cadence.LADDER) {
                Cadence after = new Cadence.Every(rung);
                double units = one.unitsPerVisit() * (after.visitsPerDay() - before.visitsPerDay());
                steps.add(new double[]{(one.worth().bits(after) - one.worth().bits(before)) / units, units});
                before = after;
            }
        }
        steps.sort((one, other) -> Double.compare(other[0], one[0]));
        double used = 0;
        for (double[] step : steps) {
            if (used + step[1] > about) {
                break;
            }
            used += step[1];
        }
        return used;
    }

    @Property
    void eachStepOfASubjectAddsLessPerVisitThanTheOneBefore(
            @ForAll @DoubleRange(min = 0, max = 10) double volatility,
            @ForAll @IntRange(min = 1, max = 10_000) int freshMinutes) {
        Worth worth = new Worth(volatility, 1, Duration.ofMinutes(freshMinutes));
        Cadence slower = Cadence.PAUSED;
        double before = Double.POSITIVE_INFINITY;
        for (Duration rung : Cadence.LADDER) {
            Cadence after = new Cadence.Every(rung);
            double perVisit = (worth.bits(after) - worth.bits(slower))
                    / (after.visitsPerDay() - slower.visitsPerDay());
            assertThat(perVisit).isBetween(-1e-12, before + 1e-12);
            before = perVisit;
            slower = after;
        }
    }

    @Property
    void theMeanUncertaintyIsThatOfItsIntegral(@ForAll @IntRange(min = 0, max = 90) int nepers,
            @ForAll @DoubleRange(min = 0.01, max = 200) double hours) {
        double volatility = Math.exp(-nepers / 5.0);
        double sum = 0;
        int parts = 2_000;
        for (int i = 0; i < parts; i++) {
            sum += Math.log1p(volatility * hours * (i + 0.5) / parts / (Worth.BLUR * Worth.BLUR)) / (2 * Math.log(2));
        }

        assertThat(worth(volatility, 1).unknown(hours)).isCloseTo(sum / parts, within(1e-3 * (sum / parts) + 1e-9));
    }

    @Test
    void withFewerUnitsWhatAddsMostKeepsItsCadence() {
        List<Polled<String>> all = List.of(new Polled<>("bursting", 3, worth(0.02, 5), AUTOMATIC),
                moving("lively", 0.002), moving("calm", 1e-5), moving("still", 1e-7));

        PollPlan<String> plenty = PollPlan.of(all, 400);
        PollPlan<String> little = PollPlan.of(all, 12);
        PollPlan<String> less = PollPlan.of(all, 9);

        assertThat(cadences(plenty)).containsExactly(every(15), every(60), every(120), every(1_440));
        assertThat(cadences(little)).containsExactly(every(480), every(1_440), Cadence.PAUSED, Cadence.PAUSED);
        assertThat(cadences(less)).containsExactly(every(480), Cadence.PAUSED, Cadence.PAUSED, Cadence.PAUSED);
        assertThat(less.chosen()).extracting(Choice::why).containsExactly(Why.WORTH_IT, Why.OUTBID, Why.OUTBID,
                Why.OUTBID);
    }

    @Test
    void whatIsPinnedKeepsItsCadenceBeforeAnythingElse() {
        PollPlan<String> plan = PollPlan.of(List.of(moving("bursting", 0.2), pinned("still", 0, Duration.ofHours(1))),
                75);

        assertThat(cadences(plan)).containsExactly(every(1_440), every(60));
        assertThat(plan.pinsKept()).isTrue();
        assertThat(plan.chosen().getLast().why()).isEqualTo(Why.PINNED);
    }

    @Test
    void pinsThatCannotAllBePaidAreCutWhereTheyAddLeast() {
        PollPlan<String> plan = PollPlan
                .of(List.of(moving("bursting", 0.2), pinned("lively", 0.02, Duration.ofHours(1)),
                        pinned("still", 0, Duration.ofHours(1))), 76);

        assertThat(plan.pinsKept()).isFalse();
        assertThat(cadences(plan)).containsExactly(Cadence.PAUSED, every(60), every(1_440));
        assertThat(plan.chosen()).extracting(Choice::why).containsExactly(Why.OUTBID, Why.PINNED, Why.PIN_CUT);
    }

    @Test
    void whatCostsNothingIsLookedAtAsOftenAsCanBe() {
        PollPlan<String> plan = PollPlan.of(List.of(new Polled<>("free", 0, worth(0, 1), AUTOMATIC)), 0);

        assertThat(cadences(plan)).containsExactly(every(15));
        assertThat(plan.chosen().getFirst().bitsPerUnit()).isEmpty();
    }

    @Test
    void aWorthThatIsNoneIsABug() {
        assertThatThrownBy(() -> worth(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be finite");
        assertThatThrownBy(() -> PollPlan.of(List.of(), -1)).hasMessageContaining("must not be below 0");
    }
}
