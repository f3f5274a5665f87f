package dev.upswell.across;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /// Where an industry belongs, for example drinks in consumables in wellness. Categories of one name in two clusters are two.
    public record Place(String industry, String category, String cluster) {
    }

    /// What became of a pattern where it was tried.
    public enum Outcome {
        /// It holds.
        HELD,
        /// It was not shown to hold; with few videos that is no proof of the contrary.
        NOT_SHOWN,
        /// The contrary holds.
        CONTRADICTED
    }

    /// A pattern tried in a hashtag of a client of an industry.
    public record Trial(Place place, String client, String hashtag, Outcome outcome) {
    }

    /// What is known at a level.
    ///
    /// @param name of the cluster, category or industry; empty for all of them
    /// @param held hashtags in which it held
    /// @param contradicted hashtags in which the contrary holds
    /// @param tried hashtags in which it was tried
    /// @param clients whose hashtags these are
    /// @param industries from which they are
    /// @param branches how many parts of the next lower level were tried
    public record Standing(Level level, String name, int held, int contradicted, int tried, int clients,
            int industries, int branches) {

        /// Whether it holds at this level: in four of five hashtags at least, of three or more, and in more than one part of it.
        public boolean holds() {
            return tried >= LEAST && held >= MOST_OF_THEM * tried && (level == Level.INDUSTRY || branches > 1);
        }
    }

    /// Where a pattern belongs.
    ///
    /// @param holds where it holds at the widest level at which it does anywhere; none where it holds at no level, or was not tried enough
    /// @param all what is known of every level, wide ones first
    public record Placement(List<Standing> holds, List<Standing> all) {

        public Placement {
            holds = List.copyOf(holds);
            all = List.copyOf(all);
        }
    }

    /// Where a pattern belongs by these trials.
    public static Placement of(List<Trial> trials) {
        List<Standing> all = new ArrayList<>();
        for (Level level : Level.values()) {
            Map<String, List<Trial>> parts = new TreeMap<>();
            trials.forEach(trial -> parts.computeIfAbsent(path(level, trial.place()), _ -> new ArrayList<>())
                    .add(trial));
            parts.values().forEach(part -> all.add(standing(level, part)));
        }
        List<Standing> holding = all.stream().filter(Standing::holds).toList();
        return new Placement(
                holding.stream().filter(standing -> standing.level() == holding.getFirst().level()).toList(), all);
    }

    private static Standing standing(Level level, List<Trial> trials) {
        Stream<String> branches = trials.stream().map(trial -> switch (level) {
            case UNIVERSAL -> path(Level.CLUSTER, trial.place());
            case CLUSTER -> path(Level.CATEGORY, trial.place());
            case CATEGORY -> path(Level.INDUSTRY, trial.place());
            case INDUSTRY -> trial.hashtag();
        });
        return new Standing(level, name(level, trials.getFirst().place()), count(trials, Outcome.HELD),
                count(trials, Outcome.CONTRADICTED), trials.size(), different(trials.stream().map(Trial::client)),
                different(trials.stream().map(trial -> path(Level.INDUSTRY, trial.place()))), different(branches));
    }

    private static int count(List<Trial> trials, Outcome outcome) {
        return (int) trials.stream().filter(trial -> trial.outcome() == outcome).count();
    }

    private static int different(Stream<String> names) {
        return (int) names.distinct().count();
    }

    private static String name(Level level, Place place) {
        return switch (level) {
            case UNIVERSAL -> "";
            case CLUSTER -> place.cluster();
            case CATEGORY -> place.category();
            case INDUSTRY -> place.industry();
        };
    }

    /// The name with those of what it lies in.
    private static String path(Level level, Place place) {
        return switch (level) {
            case UNIVERSAL -> "";
            case CLUSTER -> place.cluster();
            case CATEGORY -> place.cluster() + "\n" + place.category();
            case INDUSTRY -> place.cluster() + "\n" + place.category() + "\n" + place.industry();
        };
    }
}
