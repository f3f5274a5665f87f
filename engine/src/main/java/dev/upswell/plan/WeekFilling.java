package dev.upswell.plan;

import dev.upswell.fyp.HourEvidence;
import dev.upswell.fyp.WeekEvidence;
import dev.upswell.numeric.Dice;
import dev.upswell.plan.Proposal.Basis;
import dev.upswell.plan.Week.Hour;
import dev.upswell.plan.WeekPlan.Unfilled;
import dev.upswell.plan.WeekPlan.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Fills a week with posts of accounts.
public final class WeekFilling {

    /*
     * Accounts take turns, in an order drawn anew for each week, so that none has all the best hours: each turn an account takes the hour that is expected
     * to bring most among those that keep every rule. When all have what evidence can give, the share of exploration is dealt in turns too: the hour with the
     * fewest videos that keeps every rule, by lot among equals. Taking the best first is not the best sum of all: it is what a planner can follow, and with
     * six hours between posts of an account a swap rarely gains.
     *
     * Where no hour has enough videos every post is one to learn from, whatever the share: there is nothing to go by.
     */

    private final Week week;
    private final WeekEvidence evidence;
    private final PlanRules rules;
    private final long seed;
    private final Wish wish;
    private final List<Hour> hours;
    private final List<Planned> taken;
    private final Map<String, Set<Instant>> refused = new HashMap<>();
    private final List<Proposal> proposals = new ArrayList<>();

    private WeekFilling(WeekEvidence evidence, Wish wish, PlanRules rules, long seed) {
        this.week = wish.week();
        this.evidence = evidence;
        this.rules = rules;
        this.seed = seed;
        this.wish = wish;
        hours = week.hours().stream().filter(hour -> !hour.at().isBefore(wish.notBefore())).toList();
        taken = new ArrayList<>(wish.kept());
        wish.refused().forEach(one -> refused.computeIfAbsent(one.account(), key -> new HashSet<>()).add(one.at()));
    }

    /// What is wanted of a week.
    ///
    /// @param kept what is planned or was posted, in this week and beside it: it stays, counts, and is kept apart from
    /// @param refused hours that are not to be proposed to an account again
    /// @param notBefore no earlier hour is proposed
    public record Wish(Week week, Collection<PostingAccount> accounts, Collection<Planned> kept,
            Collection<Planned> refused, Instant notBefore) {

        public Wish {
            accounts = List.copyOf(accounts);
            kept = List.copyOf(kept);
            refused = List.copyOf(refused);
        }
    }

    /// The plan of a week. The same arguments give the same plan, in whatever order collections are.
    ///
    /// **cost** of each post one look at each of 168 hours
    public static WeekPlan fill(WeekEvidence evidence, Wish wish, PlanRules rules, long seed) {
        if (!evidence.zone().equals(wish.week().zone())) {
            throw new IllegalArgumentException(
                    "evidence (" + evidence.zone() + ") must be told by the clocks of the week ("
                            + wish.week().zone() + ")\nMaybe it was read in UTC.");
        }
        return new WeekFilling(evidence, wish, rules, seed).plan();
    }

    private WeekPlan plan() {
        List<PostingAccount> order = order();
        Map<String, Integer> open = new TreeMap<>();
        order.forEach(account -> open.put(account.name(), Math.max(0, account.perWeek() - planned(account.name()))));
        Map<String, Integer> exploring = dealt(order, open);
        Map<String, Integer> proven = new TreeMap<>();
        open.forEach((name, posts) -> proven.put(name, posts - exploring.getOrDefault(name, 0)));
        List<Unfilled> unfilled = new ArrayList<>();
        unfilled.addAll(inTurns(order, proven, Basis.EVIDENCE));
        unfilled.addAll(inTurns(order, exploring, Basis.EXPLORATION));
        proposals.sort(Comparator.comparing(Proposal::at).thenComparing(Proposal::account));
        return new WeekPlan(proposals, unfilled);
    }

    private int planned(String account) {
        return (int) taken.stream().filter(one -> one.account().equals(account) && week.contains(one.at())).count();
    }

    private List<PostingAccount> order() {
        return wish.accounts().stream()
                .sorted(Comparator.comparingDouble((PostingAccount one) -> lot(one.name(), 0))
                        .thenComparing(PostingAccount::name))
                .toList();
    }

    private double lot(String account, int index) {
        return Dice.of(seed, account + "@" + week.monday(), index).unit();
    }

    /// How many posts of each account are to learn from.
    private Map<String, Integer> dealt(List<PostingAccount> order, Map<String, Integer> open) {
        int toFill = open.values().stream().mapToInt(Integer::intValue).sum();
        List<Planned> there = wish.kept().stream()
                .filter(one -> open.containsKey(one.account()) && week.contains(one.at()))
                .toList();
        long exploring = there.stream().filter(Planned::explores).count();
        long wanted = Math.round((isKnown() ? rules.exploration() : 1) * (toFill + there.size())) - exploring;
        int left = Math.clamp(wanted, 0, toFill);
        Map<String, Integer> dealt = new TreeMap<>();
        while (left > 0) {
            for (PostingAccount account : order) {
                int has = dealt.getOrDefault(account.name(), 0);
                if (left > 0 && has < open.getOrDefault(account.name(), 0)) {
                    dealt.put(account.name(), has + 1);
                    left--;
                }
            }
        }
        return dealt;
    }

    private boolean isKnown() {
        return evidence.hours().stream().anyMatch(hour -> hour.videos() >= rules.trusted());
    }

    private List<Unfilled> inTurns(List<PostingAccount> order, Map<String, Integer> posts, Basis basis) {
        Map<String, Integer> left = new TreeMap<>(posts);
        List<Unfilled> unfilled = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (PostingAccount account : order) {
                int open = left.getOrDefault(account.name(), 0);
                if (open == 0) {
                    continue;
                }
                Optional<Hour> hour = best(account, basis);
                if (hour.isPresent()) {
                    take(account, hour.get(), basis);
                    left.put(account.name(), open - 1);
                    goesOn = true;
                } else {
                    left.put(account.name(), 0);
                    unfilled.add(new Unfilled(account.name(), open, why(account)));
                }
            }
        }
        return unfilled;
    }

    private void take(PostingAccount account, Hour hour, Basis basis) {
        proposals.add(new Proposal(account.name(), hour.at(), basis, evidence.of(hour.slot())));
        taken.add(new Planned(account.name(), hour.at(), basis == Basis.EXPLORATION));
    }

    private Optional<Hour> best(PostingAccount account, Basis basis) {
        return switch (basis) {
            case EVIDENCE -> hours.stream().filter(hour -> known(hour).videos() >= rules.trusted())
                    .filter(hour -> isFree(account, hour))
                    .min(Comparator.comparingDouble((Hour hour) -> -expected(hour)).thenComparing(Hour::at));
            case EXPLORATION -> hours.stream().filter(hour -> isFree(account, hour))
                    .min(Comparator.comparingInt((Hour hour) -> known(hour).videos())
                            .thenComparingDouble(
                                    hour -> lot(account.name(),
                                            1 + 24 * hour.slot().day().ordinal() + hour.slot().hour()))
                            .thenComparing(Hour::at));
        };
    }

    private Why why(PostingAccount account) {
        return hours.stream().anyMatch(hour -> isFree(account, hour)) ? Why.NOT_ENOUGH_EVIDENCE : Why.NO_ROOM;
    }

    private HourEvidence known(Hour hour) {
        return evidence.of(hour.slot());
    }

    private double expected(Hour hour) {
        Double expected = known(hour).expected();
        return expected == null ? 0 : expected;
    }

    private boolean isFree(PostingAccount account, Hour hour) {
        if (refused.getOrDefault(account.name(), Set.of()).contains(hour.at())) {
            return false;
        }
        LocalDate day = day(hour.at());
        int ofDay = 0;
        for (Planned one : taken) {
            boolean own = one.account().equals(account.name());
            Duration least = own ? rules.between() : rules.apart();
            if (Duration.between(one.at(), hour.at()).abs().compareTo(least) < 0) {
                return false;
            }
            ofDay += own && day(one.at()).equals(day) ? 1 : 0;
        }
        return ofDay < account.perDay();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, week.zone());
    }
}
