package dev.upswell.server.contest;

import dev.upswell.experiment.SampleRatio;
import dev.upswell.experiment.Sequential;
import dev.upswell.experiment.SequentialShare;
import dev.upswell.ranking.TeamDraft.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Judges a trial from its lists, as if it had been looked at once a day since it began, and now.
///
/// Of an A/B test the unit is the person, by the mean reward of their lists: lists of one person go together, and so people, not lists, are
/// dealt. Of interleaving it is the list, because each holds both; lists in which both had as many good videos decide nothing. What is found so holds for these accounts and how often they ask: few
/// accounts with minds of their own tell little of others.
final class Judging {

    /// Over all looks together.
    static final double ERROR = 0.05;
    /// Below it the variance of a side is guesswork.
    static final int LEAST_PEOPLE = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    private final ConfigurationTrial trial;
    private final List<LoggedList> lists;
    private final Instant until;

    /// @param lists of the trial, the oldest first
    /// @param until what came later is not looked at
    Judging(ConfigurationTrial trial, List<LoggedList> lists, Instant until) {
        this.trial = trial;
        this.lists = lists;
        this.until = until;
    }

    /// What the trial tells.
    Look look() {
        return switch (trial.kind()) {
            case AB -> ofPeople();
            case INTERLEAVE -> ofLists();
        };
    }

    private List<Instant> looks() {
        List<Instant> looks = new ArrayList<>();
        for (Instant at = trial.begunAt().plus(ConfigurationTrial.AGE); at.isBefore(until); at = at
                .plus(BETWEEN_LOOKS)) {
            looks.add(at);
        }
        looks.add(until);
        return looks;
    }

    /// Lists that are old enough at this instant.
    private List<LoggedList> counted(Instant at) {
        return lists.stream().filter(list -> !list.at().plus(ConfigurationTrial.AGE).isAfter(at)).toList();
    }

    private Look ofPeople() {
        Sequential told = null;
        People a = People.NOBODY;
        People b = People.NOBODY;
        for (Instant at : looks()) {
            List<LoggedList> counted = counted(at);
            a = People.of(counted, trial.a());
            b = People.of(counted, trial.b());
            if (a.people() >= LEAST_PEOPLE && b.people() >= LEAST_PEOPLE) {
                Sequential now = Sequential.of(a.seen(), b.seen(), trial.effect(), ERROR);
                told = told == null ? now : now.after(told);
            }
        }
        Double ratio = a.people() + b.people() == 0
                ? null
                : (Double) SampleRatio.of(new long[]{a.people(), b.people()}, new double[]{1, 1}).p();
        return new Look(verdict(told, a, b), a.side(), b.side(), told == null ? null : (Double) told.difference(),
                told == null ? null : finite(told.low()), told == null ? null : finite(told.high()),
                told == null ? 1 : told.p(), ratio, 0, lists.size() - counted(until).size());
    }

    private static @Nullable Double finite(double bound) {
        return Double.isFinite(bound) ? (Double) bound : null;
    }

    private static TrialVerdict verdict(@Nullable Sequential told, People a, People b) {
        if (a.people() + b.people() > 0
                && SampleRatio.of(new long[]{a.people(), b.people()}, new double[]{1, 1}).isOff()) {
            return TrialVerdict.UNEVEN;
        }
        return told == null ? TrialVerdict.TOO_FEW : verdict(told.low(), told.high(), 0);
    }

    private static TrialVerdict verdict(double low, double high, double alike) {
        return low > alike
                ? TrialVerdict.B_BETTER
                : high < alike ? TrialVerdict.A_BETTER : TrialVerdict.NO_DIFFERENCE_YET;
    }

    private Look ofLists() {
        SequentialShare told = SequentialShare.of(0, 0, ERROR);
        List<LoggedList> counted = List.of();
        for (Instant at : looks()) {
            counted = counted(at);
            told = SequentialShare.of(won(counted, 1), won(counted, -1), ERROR).after(told);
        }
        int people = (int) counted.stream().map(LoggedList::subject).distinct().count();
        int ofA = won(counted, -1);
        int ofB = won(counted, 1);
        boolean decided = ofA + ofB > 0;
        return new Look(verdict(told.low(), told.high(), 0.5), new Look.Side(people, ofA, credit(counted, Team.A)),
                new Look.Side(people, ofB, credit(counted, Team.B)), decided ? (Double) told.share() : null,
                decided ? (Double) told.low() : null, decided ? (Double) told.high() : null, told.p(), null,
                counted.size() - ofA - ofB, lists.size() - counted.size());
    }

    private static int won(List<LoggedList> lists, int lead) {
        return (int) lists.stream().filter(list -> list.lead() == lead).count();
    }

    private static double credit(List<LoggedList> lists, Team team) {
        return lists.stream().mapToDouble(list -> list.credit().getOrDefault(team, 0.0)).average().orElse(0);
    }

    /// What the people of one side did.
    ///
    /// @param mean of their mean rewards
    /// @param variance between them
    private record People(int people, int lists, double mean, double variance) {

        static final People NOBODY = new People(0, 0, 0, 0);

        static People of(List<LoggedList> lists, String configuration) {
            Map<UUID, List<Double>> rewards = new LinkedHashMap<>();
            lists.stream().filter(list -> list.configuration().equals(configuration)).forEach(
                    list -> rewards.computeIfAbsent(list.subject(), id -> new ArrayList<>()).add(list.reward()));
            if (rewards.isEmpty()) {
                return NOBODY;
            }
            double[] means = rewards.values().stream()
                    .mapToDouble(one -> one.stream().mapToDouble(Double::doubleValue).average().orElse(0)).toArray();
            double mean = 0;
            for (double one : means) {
                mean += one / means.length;
            }
            double squares = 0;
            for (double one : means) {
                squares += (one - mean) * (one - mean);
            }
            return new People(means.length, rewards.values().stream().mapToInt(Collection::size).sum(), mean,
                    means.length < 2 ? 0 : squares / (means.length - 1));
        }

        Sequential.Seen seen() {
            return new Sequential.Seen(people, mean, variance);
        }

        Look.Side side() {
            return new Look.Side(people, lists, mean);
        }
    }
}
