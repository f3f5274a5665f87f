package dev.upswell.ranking;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Two orders as one list, both picking in turns like captains of teams: who picks first is drawn anew every turn.
///
/// What people click is credited to the team that picked it, so one list compares two orders. It tells which is better, not by how much.
///
/// **source** Radlinski, Kurup and Joachims, How does clickthrough data reflect retrieval quality? (CIKM 2008)
public final class TeamDraft {

    private TeamDraft() {
    }

    /// Which order picked an item.
    public enum Team {
        A,
        B
    }

    /// An item of the joint list.
    public record Pick<T>(T item, Team team) {
    }

    /// The joint list.
    ///
    /// @param a best first
    /// @param b best first
    /// @param length at most this many places; fewer where both orders have no more items
    public static <T> List<Pick<T>> of(List<T> a, List<T> b, int length, Dice dice) {
        List<Pick<T>> picks = new ArrayList<>();
        Set<T> taken = new HashSet<>();
        int[] next = new int[2];
        int[] picked = new int[2];
        while (picks.size() < length) {
            boolean aFirst = picked[0] < picked[1] || (picked[0] == picked[1] && dice.chance(0.5));
            boolean aHas = skip(a, next, 0, taken);
            boolean bHas = skip(b, next, 1, taken);
            if (!aHas && !bHas) {
                break;
            }
            int team = (aFirst && aHas) || !bHas ? 0 : 1;
            T item = (team == 0 ? a : b).get(next[team]);
            taken.add(item);
            picked[team]++;
            picks.add(new Pick<>(item, team == 0 ? Team.A : Team.B));
        }
        return List.copyOf(picks);
    }

    private static <T> boolean skip(List<T> order, int[] next, int team, Set<T> taken) {
        while (next[team] < order.size() && taken.contains(order.get(next[team]))) {
            next[team]++;
        }
        return next[team] < order.size();
    }

    /// Which order won a list: 1 for A, −1 for B, 0 where both were credited as often.
    ///
    /// @param clicked what people did something good with
    public static <T> int winner(List<Pick<T>> picks, Set<T> clicked) {
        int lead = 0;
        for (Pick<T> pick : picks) {
            if (clicked.contains(pick.item())) {
                lead += pick.team() == Team.A ? 1 : -1;
            }
        }
        return Integer.signum(lead);
    }
}
