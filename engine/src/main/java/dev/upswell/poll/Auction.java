package dev.upswell.poll;

import dev.upswell.poll.PollPlan.Choice;
import dev.upswell.poll.PollPlan.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Hands an allowance out, step by step, to whatever adds most for it.
final class Auction<K> {

    /// Sums of shares of units end a hair beside the allowance.
    private static final double ROUNDING = 1e-9;

    private final List<Polled<K>> subjects;
    private final double allowance;
    private final List<Cadence> cadences = new ArrayList<>();
    private double left;
    private double best;
    private double marginal;

    /// A step that could be paid for next.
    ///
    /// @param rungs of the subject, the slowest first
    /// @param rung that would be reached
    private record Step(int subject, List<Duration> rungs, int rung, double units, double bits) {

        double price() {
            return units == 0 ? Double.POSITIVE_INFINITY : bits / units;
        }
    }

    Auction(List<Polled<K>> subjects, double allowance) {
        if (!(allowance >= 0)) {
            throw new IllegalArgumentException(
                    "allowance (" + allowance + ") must not be below 0\nMaybe more is used than is allowed.");
        }
        this.subjects = List.copyOf(subjects);
        this.allowance = allowance;
        subjects.forEach(_ -> cadences.add(Cadence.PAUSED));
    }

    PollPlan<K> plan() {
        left = allowance * (1 + ROUNDING);
        double asked = subjects.stream()
                .mapToDouble(one -> one.wish() instanceof Wish.Pinned(Duration length)
                        ? one.unitsPerVisit() * new Cadence.Every(length).visitsPerDay()
                        : 0)
                .sum();
        boolean pinsKept = asked <= left;
        double spare = sell(pinnedSteps(pinsKept));
        marginal = 0;
        spare = pinsKept ? sell(automaticSteps()) : spare;
        List<Choice<K>> chosen = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            chosen.add(choice(subjects.get(i), cadences.get(i)));
        }
        double bits = chosen.stream().mapToDouble(Choice::bits).sum();
        return new PollPlan<>(chosen, chosen.stream().mapToDouble(Choice::unitsPerDay).sum(), bits,
                Math.max(bits, best + spare), marginal, pinsKept);
    }

    private Choice<K> choice(Polled<K> one, Cadence cadence) {
        Why why = switch (one.wish()) {
            case Wish.Pinned(Duration length) -> cadence.equals(new Cadence.Every(length)) ? Why.PINNED : Why.PIN_CUT;
            case Wish.Automatic() -> cadence instanceof Cadence.Paused ? Why.OUTBID : Why.WORTH_IT;
        };
        return new Choice<>(one, cadence, one.worth().bits(cadence), why);
    }

    /// Where all pins can be paid each goes to its cadence in one step, else they climb towards it against each other.
    private List<Step> pinnedSteps(boolean atOnce) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.get(i).wish() instanceof Wish.Pinned(Duration length)) {
                List<Duration> rungs = new ArrayList<>();
                if (!atOnce) {
                    Cadence.LADDER.stream().filter(rung -> rung.compareTo(length) > 0).forEach(rungs::add);
                }
                rungs.add(length);
                steps.add(step(i, rungs, 0));
            }
        }
        return steps;
    }

    private List<Step> automaticSteps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.get(i).wish() instanceof Wish.Automatic) {
                steps.add(step(i, Cadence.LADDER, 0));
            }
        }
        return steps;
    }

    private Step step(int subject, List<Duration> rungs, int rung) {
        Polled<K> one = subjects.get(subject);
        Cadence before = rung == 0 ? Cadence.PAUSED : new Cadence.Every(rungs.get(rung - 1));
        Cadence after = new Cadence.Every(rungs.get(rung));
        return new Step(subject, rungs, rung, one.unitsPerVisit() * (after.visitsPerDay() - before.visitsPerDay()),
                one.worth().bits(after) - one.worth().bits(before));
    }

    /// Sells to the highest price while there is money, and returns what the money left would have bought of the first step that was
    /// too dear. Of a subject whose step is too dear no further one is sold; others go on.
    private double sell(List<Step> first) {
        PriorityQueue<Step> offers = new PriorityQueue<>(
                Comparator.comparingDouble(Step::price).reversed().thenComparingInt(Step::subject));
        offers.addAll(first);
        double spare = 0;
        boolean refused = false;
        for (Step step = offers.poll(); step != null; step = offers.poll()) {
            if (step.units() > left) {
                spare = refused ? spare : step.price() * left;
                refused = true;
                continue;
            }
            left -= step.units();
            best += refused ? 0 : step.bits();
            if (step.units() > 0) {
                marginal = step.price();
            }
            cadences.set(step.subject(), new Cadence.Every(step.rungs().get(step.rung())));
            if (step.rung() + 1 < step.rungs().size()) {
                offers.add(step(step.subject(), step.rungs(), step.rung() + 1));
            }
        }
        return spare;
    }
}
