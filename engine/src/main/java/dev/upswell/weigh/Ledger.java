package dev.upswell.weigh;

import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.KpiScore;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Weighting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// Outcomes as rows, by period and then by creator, with the scores of their indicators.
///
/// @param names of creators, whose numbers are their places
/// @param rows in an order that does not depend on that in which outcomes came
record Ledger(List<String> names, List<Row> rows) {

    private static final double SEEN = 0.1;

    /// An outcome.
    ///
    /// @param scores of all indicators; meaningless where nothing is known of one
    /// @param known which those are not, a bit for each
    record Row(int creator, int period, double[] scores, int known, double revenue) {

        boolean knows(int kpi) {
            return (known & 1 << kpi) != 0;
        }

        /// The sum of these weights over what is known.
        double weight(double[] weights) {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += knows(k) ? weights[k] : 0;
            }
            return sum;
        }

        /// The overall score by these weights; empty where nothing that weighs is known.
        OptionalDouble overall(double[] weights) {
            double weight = weight(weights);
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += knows(k) ? weights[k] * scores[k] : 0;
            }
            return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
        }
    }

    Ledger {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    static Ledger of(List<Outcome> outcomes) {
        List<String> names = List.copyOf(new TreeSet<>(outcomes.stream().map(Outcome::creator).toList()));
        String[] sorted = names.toArray(String[]::new);
        List<Row> rows = new ArrayList<>(outcomes.size());
        for (Outcome one : outcomes) {
            rows.add(row(Arrays.binarySearch(sorted, one.creator()), one));
        }
        rows.sort(Comparator.comparingInt(Row::period).thenComparingInt(Row::creator));
        for (int i = 1; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.period() == rows.get(i - 1).period() && row.creator() == rows.get(i - 1).creator()) {
                throw new IllegalArgumentException("history (" + names.get(row.creator()) + " in period " + row.period()
                        + ") must hold an outcome once\nMaybe a file was read twice.");
            }
        }
        return new Ledger(names, rows);
    }

    private static Row row(int creator, Outcome outcome) {
        double[] scores = new double[Kpi.values().length];
        int known = 0;
        for (KpiScore one : Scorecard.of(outcome.inputs(), Weighting.SEED).scores()) {
            OptionalDouble score = one.score();
            if (score.isPresent()) {
                scores[one.kpi().ordinal()] = score.getAsDouble();
                known |= 1 << one.kpi().ordinal();
            }
        }
        return new Row(creator, outcome.period(), scores, known, outcome.revenue());
    }

    int size() {
        return rows.size();
    }

    int creators() {
        return names.size();
    }

    int revenues() {
        return (int) rows.stream().mapToDouble(Row::revenue).distinct().count();
    }

    int firstPeriod() {
        return rows.getFirst().period();
    }

    int lastPeriod() {
        return rows.getLast().period();
    }

    int[] creatorNumbers() {
        return rows.stream().mapToInt(Row::creator).toArray();
    }

    /// Every creator drawn once.
    int[] once() {
        int[] once = new int[names.size()];
        Arrays.fill(once, 1);
        return once;
    }

    /// The indicators that are known often enough to learn their weight.
    Set<Kpi> seen() {
        Set<Kpi> seen = EnumSet.noneOf(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            long known = rows.stream().filter(row -> row.knows(kpi.ordinal())).count();
            if (known > 0 && known >= SEEN * rows.size()) {
                seen.add(kpi);
            }
        }
        return seen;
    }

    /// The rows of each period, by time.
    List<List<Row>> byPeriod() {
        List<List<Row>> periods = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.get(i).period() != rows.get(from).period()) {
                periods.add(rows.subList(from, i));
                from = i;
            }
        }
        return periods;
    }

    /// SHA-256 of all rows, in hex.
    String fingerprint() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there: every Java platform has it", e);
        }
        for (Row row : rows) {
            digest.update(names.get(row.creator()).getBytes(StandardCharsets.UTF_8));
            ByteBuffer buffer = ByteBuffer.allocate(16 + 8 * row.scores().length);
            buffer.putInt(row.period()).putInt(row.known()).putDouble(row.revenue());
            for (double score : row.scores()) {
                buffer.putDouble(score);
            }
            digest.update(buffer.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
