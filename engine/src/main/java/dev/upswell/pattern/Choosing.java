package dev.upswell.pattern;

import dev.upswell.creative.FeatureRole;
import dev.upswell.pattern.Voting.Vote;
import dev.upswell.wide.Cuts;
import dev.upswell.wide.Likeness;
import dev.upswell.wide.OwnerLevels;
import dev.upswell.wide.WideRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Chooses what is worth testing, on one half of a bucket's videos.
///
/// Forward: of all thresholds of columns with two votes, the one that explains most of what those chosen before leave, as long as it
/// is far enough from chance and not correlated with one of them above 0.7. What merely goes along with a choice made is thereby
/// rarely chosen beside it.
final class Choosing {

    private static final int LEAST_VOTES = 2;
    /// Fewest videos on either side of a threshold, and their least share.
    private static final int LEAST = 5;
    private static final double LEAST_SHARE = .1;
    /// Least share of videos that must have a value.
    private static final double KNOWN = .6;

    private static final Comparator<Option> CLEAREST = Comparator
            .comparingDouble(option -> option.candidate.contrast());

    private record Option(Candidate candidate, double[] side) {
    }

    private final VideoTable table;
    private final WideRows rows;
    private final Cuts cuts;
    private final Voting voting;
    private final SearchSettings settings;
    /// What chosen ones and the constant explain is taken off everything else by these directions of length 1.
    private final List<double[]> basis = new ArrayList<>();
    private final double[][] ranks;
    private final OwnerLevels levels;
    private double[] rest;

    private Choosing(VideoTable table, WideRows rows, Voting voting, SearchSettings settings) {
        this.table = table;
        this.rows = rows;
        this.cuts = Cuts.of(rows);
        this.voting = voting;
        this.settings = settings;
        this.ranks = Likeness.ranks(rows.columns());
        this.levels = OwnerLevels.of(rows);
        this.rest = rows.labels();
    }

    /// At most so many candidates.
    static List<Candidate> of(VideoTable table, WideRows rows, Voting voting, int most, SearchSettings settings) {
        return new Choosing(table, rows, voting, settings).choose(most);
    }

    private List<Candidate> choose(int most) {
        List<Option> chosen = new ArrayList<>();
        explain(chosen);
        while (chosen.size() < most && basis.size() + 2 < rows.size()) {
            Optional<Option> next = options().filter(option -> apart(option, chosen))
                    .max(CLEAREST);
            if (next.isEmpty()) {
                break;
            }
            chosen.add(next.get());
            explain(chosen);
        }
        return chosen.stream().map(Option::candidate).toList();
    }

    private boolean apart(Option option, List<Option> others) {
        return others.stream().noneMatch(other -> option.candidate.column() == other.candidate.column()
                || Math.abs(Likeness.ofEither(option.side, other.side, ranks[option.candidate.column()],
                        ranks[other.candidate.column()], rows.weights())) > Likeness.PROXY);
    }

    /// Takes the constant and these off everything.
    private void explain(List<Option> options) {
        basis.clear();
        double[] ones = new double[rows.size()];
        Arrays.fill(ones, 1);
        basis.add(unit(weighted(ones)));
        for (Option option : options) {
            basis.add(unit(freed(weighted(Candidate.filled(option.side, rows.weights())))));
        }
        rest = freed(weighted(rows.labels()));
    }

    private Stream<Option> options() {
        double deviation = deviation();
        return voting.votes().stream()
                .filter(vote -> vote.votes() >= LEAST_VOTES
                        && table.features().get(vote.column()).role() == FeatureRole.CHOICE)
                .flatMap(vote -> Arrays.stream(cuts.thresholds()[vote.column()])
                        .mapToObj(threshold -> Optional.ofNullable(option(vote, threshold, deviation))))
                .flatMap(Optional::stream);
    }

    private double deviation() {
        return Math.sqrt(square(rest) / (rows.size() - basis.size() - 1));
    }

    private @Nullable Option option(Vote vote, double threshold, double deviation) {
        double[] side = Candidate.side(rows.columns()[vote.column()], threshold);
        int above = 0;
        int known = 0;
        for (double value : side) {
            above += value == 1 ? 1 : 0;
            known += Double.isNaN(value) ? 0 : 1;
        }
        double fewest = Math.max(LEAST, LEAST_SHARE * rows.size());
        if (known < KNOWN * rows.size() || above < fewest || known - above < fewest) {
            return null;
        }
        double[] freed = freed(weighted(Candidate.filled(side, rows.weights())));
        double length = Math.sqrt(square(freed));
        double contrast = length < 1e-6 ? 0 : dot(freed, rest) / length / deviation * (vote.above() ? 1 : -1);
        return contrast < settings.leastContrast()
                ? null
                : new Option(new Candidate(vote.column(), threshold, vote.above(), vote.votes(), contrast), side);
    }

    private double[] weighted(double[] values) {
        double[] weighted = levels.freed(values);
        for (int row = 0; row < values.length; row++) {
            weighted[row] *= Math.sqrt(rows.weights()[row]);
        }
        return weighted;
    }

    private double[] freed(double[] values) {
        basis.forEach(direction -> takeOff(values, direction));
        return values;
    }

    private static void takeOff(double[] values, double[] direction) {
        double along = dot(values, direction);
        for (int row = 0; row < values.length; row++) {
            values[row] -= along * direction[row];
        }
    }

    private static double[] unit(double[] values) {
        double length = Math.sqrt(square(values));
        return Arrays.stream(values).map(value -> value / length).toArray();
    }

    private static double square(double[] values) {
        return dot(values, values);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
