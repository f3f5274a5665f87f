package dev.upswell.across;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How wide a pattern holds: everywhere, in a cluster of industries, in a category, or in one industry.
public final class Hierarchy {

    private static final int LEAST = 3;
    private static final double MOST_OF_THEM = 0.8;

    private Hierarchy() {
    }

    /// Levels from wide to narrow.
    public enum Level {
        UNIVERSAL,
        CLUSTER,
        CATEGORY,
        INDUSTRY
    }

    /// Where an industry belongs, for example drinks in consumables in wellness.
    public record Place(String industry, String category, String cluster) {
    }

    /// Whether a pattern held in a hashtag of an industry where it was tried.
    public record Trial(Place place, String hashtag, boolean held) {
    }

    /// What is known at a level.
    ///
    /// @param name of the cluster, category or industry; empty for all of them
    /// @param held hashtags in which it held
    /// @param tried hashtags in which it was tried
    /// @param branches how many parts of the next lower level were tried
    public record Standing(Level level, String name, int held, int tried, int branches) {

        /// Whether it holds at this level: in four of five hashtags at least, of three or more, and in more than one part of it.
        public boolean holds() {
            return tried >= LEAST && held >= MOST_OF_THEM * tried && (level == Level.INDUSTRY || branches > 1);
        }
    }

    /// The widest levels at which a pattern holds, and what is known of every level, wide ones first.
    ///
    /// @param holds widest of those where it holds; null where it holds at none, or was not tried enough
    public record Placement(@Nullable Standing holds, List<Standing> all) {

        public Placement {
            all = List.copyOf(all);
        }
    }

    /// Where a pattern belongs by these trials.
    public static Placement of(List<Trial> trials) {
        List<Standing> all = new ArrayList<>();
        for (Level level : Level.values()) {
            Map<String, List<Trial>> parts = new TreeMap<>();
            trials.forEach(trial -> parts.computeIfAbsent(name(level, trial.place()), _ -> new ArrayList<>())
                    .add(trial));
            parts.forEach((name, part) -> all.add(standing(level, name, part)));
        }
        return new Placement(all.stream().filter(Standing::holds).findFirst().orElse(null), all);
    }

    private static Standing standing(Level level, String name, List<Trial> trials) {
        var branches = new TreeSet<String>();
        trials.forEach(trial -> branches.add(switch (level) {
            case UNIVERSAL -> trial.place().cluster();
            case CLUSTER -> trial.place().category();
            case CATEGORY -> trial.place().industry();
            case INDUSTRY -> trial.hashtag();
        }));
        return new Standing(level, name, (int) trials.stream().filter(Trial::held).count(), trials.size(),
                branches.size());
    }

    private static String name(Level level, Place place) {
        return switch (level) {
            case UNIVERSAL -> "";
            case CLUSTER -> place.cluster();
            case CATEGORY -> place.category();
            case INDUSTRY -> place.industry();
        };
    }
}
