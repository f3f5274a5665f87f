package dev.upswell.simulate.judge;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalDouble;

/// What the oracle said about hashtags at cuts, as a truth file holds it.
public final class OracleVerdicts {

    private static final String PROBABILITY = "shown_surge_probability,hashtag,";
    private static final String HOURS_TO_BAR = "hours_to_bar,hashtag,";

    private final Map<String, Double> probabilities = new HashMap<>();
    private final Map<String, Double> hoursToBar = new HashMap<>();

    private OracleVerdicts() {
    }

    /// The verdicts among these lines `fact,kind,id,at,value`; all other facts are passed over.
    ///
    /// **cost** one pass; about 200 bytes a verdict.
    public static OracleVerdicts of(Iterator<String> lines) {
        OracleVerdicts verdicts = new OracleVerdicts();
        lines.forEachRemaining(line -> {
            if (line.startsWith(PROBABILITY)) {
                put(verdicts.probabilities, line.substring(PROBABILITY.length()));
            } else if (line.startsWith(HOURS_TO_BAR)) {
                put(verdicts.hoursToBar, line.substring(HOURS_TO_BAR.length()));
            }
        });
        return verdicts;
    }

    private static void put(Map<String, Double> values, String idAtValue) {
        int comma = idAtValue.lastIndexOf(',');
        values.put(idAtValue.substring(0, comma), Double.valueOf(idAtValue.substring(comma + 1)));
    }

    /// How many verdicts there are.
    public int size() {
        return probabilities.size();
    }

    /// The oracle's probability that this hashtag surges within 24 hours of the cut, by counts as its source shows them.
    OptionalDouble probability(String hashtag, Instant cut) {
        return find(probabilities, hashtag, cut);
    }

    /// Hours from the cut until its true growth passed the bar; empty where it did not surge by true counts.
    OptionalDouble hoursToBar(String hashtag, Instant cut) {
        return find(hoursToBar, hashtag, cut);
    }

    private static OptionalDouble find(Map<String, Double> values, String hashtag, Instant cut) {
        Double value = values.get(hashtag + "," + cut);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
