package dev.upswell.server.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A place in which data lie, and whose they are.
///
/// @param name of the table, the dataset of the lake, or the folder below the data folder
/// @param whose nobody's where it is empty
/// @param keeping how long
public record Holding(Place place, String name, Set<Whose> whose, Content content, Keeping keeping, List<Rule> rules) {

    /// Where it lies.
    public enum Place {
        TABLE,
        DATASET,
        MEMORY,
        FOLDER;

        /// The word for it.
        public String label() {
            return word(this);
        }
    }

    /// Whose personal data it holds.
    public enum Whose {
        /// Somebody who posts videos.
        CREATOR,
        /// Somebody whose taste is profiled.
        PROFILED,
        /// Somebody who uses the product.
        USER,
        /// The tenant's own business.
        TENANT;

        /// The word for it.
        public String label() {
            return word(this);
        }
    }

    /// What it says.
    public enum Content {
        NAME,
        CONTENT,
        FIGURES,
        JUDGEMENT,
        ACTIVITY,
        TEXT,
        ANSWER,
        MODEL,
        ACCOUNT,
        SECRET,
        SETTING,
        LOG;

        /// The word for it.
        public String label() {
            return word(this);
        }
    }

    /// How long it is kept: a class of retention, or another end.
    public enum Keeping {
        RAW,
        AGGREGATES,
        PREDICTIONS,
        LOGS,
        READINGS,
        /// Until somebody takes it away.
        STAYS,
        /// As long as the row that it belongs to.
        ALONG,
        /// While the process runs.
        MEMORY,
        /// As its datasets say.
        LAKE,
        /// Filled anew from the lake at any time.
        MADE_ANEW,
        /// Hours at most.
        HOURS,
        /// Until newer ones push it out.
        ROLLING;

        /// The word for it.
        public String label() {
            return word(this);
        }
    }

    public Holding {
        whose = Set.copyOf(whose);
        rules = List.copyOf(rules);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The holding that a line of the map says.
    static Holding of(String line) {
        String[] cells = line.split("\\|", -1);
        Set<Whose> whose = cells[2].equals("none")
                ? Set.of()
                : Arrays.stream(cells[2].split(",")).map(one -> Whose.valueOf(upper(one))).collect(Collectors.toSet());
        List<Rule> rules = cells[5].isBlank()
                ? List.of()
                : Arrays.stream(cells[5].split(";")).map(Rule::of).toList();
        return new Holding(Place.valueOf(upper(cells[0])), cells[1], whose, Content.valueOf(upper(cells[3])),
                Keeping.valueOf(upper(cells[4])), rules);
    }

    private static String upper(String word) {
        return word.strip().toUpperCase(Locale.ROOT);
    }

    /// What an erasure of a creator does to it, in words of the map; empty where there is nothing to do.
    public String erasure() {
        return rules.stream().map(rule -> word(rule.deed())).distinct().collect(Collectors.joining(", "));
    }
}
