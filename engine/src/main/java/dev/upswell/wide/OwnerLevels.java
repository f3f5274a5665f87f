package dev.upswell.wide;

import java.util.Arrays;

/// What rows of one origin or one owner have in common, taken off as far as it helps comparisons between rows.
///
/// Origins are made equal altogether: of a label and of everything that is to explain it, or else a habit of one origin would pass for an
/// effect beside something that does have one.
///
/// Where owners have a level of their own, two rows of one owner tell more about a choice than two of different owners. Off every value a
/// share of the mean of its owner's rows is taken, larger the more alike these are; least squares of what is left is generalised least
/// squares with a random level for each owner.
///
/// **source** Fuller and Battese, Transformations for estimation of linear models with nested-error structure (1973).
public final class OwnerLevels {

    /// However alike, some difference between owners is kept.
    private static final double MOST = .9;

    private final int[] owners;
    private final double[] weights;
    /// For each owner the share of its mean that is taken off.
    private final double[] shares;
    private final int[] origins;

    private OwnerLevels(WideRows rows, double alike) {
        this.weights = rows.weights();
        this.owners = numbered(rows.owners());
        this.origins = numbered(rows.origins());
        this.shares = new double[Arrays.stream(this.owners).max().orElse(-1) + 1];
        int[] sizes = sizes(this.owners);
        Arrays.setAll(shares, owner -> 1 - Math.sqrt((1 - alike) / (1 - alike + sizes[owner] * alike)));
    }

    /// As the labels of these rows tell.
    public static OwnerLevels of(WideRows rows) {
        return new OwnerLevels(rows, alike(rows.labels(), rows.owners()));
    }

    /// The values less what is taken off.
    public double[] freed(double[] values) {
        double[] own = means(values, origins);
        double all = means(values, new int[values.length])[0];
        double[] equal = new double[values.length];
        Arrays.setAll(equal, row -> values[row] - own[origins[row]] + all);
        double[] levels = means(equal, owners);
        double[] freed = new double[values.length];
        Arrays.setAll(freed, row -> equal[row] - shares[owners[row]] * levels[owners[row]]);
        return freed;
    }

    private double[] means(double[] values, int[] groups) {
        int count = Arrays.stream(groups).max().orElse(0) + 1;
        double[] sums = new double[count];
        double[] masses = new double[count];
        for (int row = 0; row < values.length; row++) {
            sums[groups[row]] += weights[row] * values[row];
            masses[groups[row]] += weights[row];
        }
        Arrays.setAll(sums, group -> sums[group] / masses[group]);
        return sums;
    }

    /// Intraclass correlation by the analysis of variance, 0 to 0.9; 0 where each row has an owner of its own.
    static double alike(double[] labels, int[] owners) {
        int[] numbers = numbered(owners);
        int[] sizes = sizes(numbers);
        if (sizes.length < 2 || sizes.length == labels.length) {
            return 0;
        }
        double[] means = new double[sizes.length];
        for (int row = 0; row < labels.length; row++) {
            means[numbers[row]] += labels[row] / sizes[numbers[row]];
        }
        double mean = Arrays.stream(labels).average().orElse(0);
        double between = 0;
        double squares = 0;
        for (int owner = 0; owner < sizes.length; owner++) {
            between += sizes[owner] * (means[owner] - mean) * (means[owner] - mean) / (sizes.length - 1);
            squares += (double) sizes[owner] * sizes[owner];
        }
        double within = 0;
        for (int row = 0; row < labels.length; row++) {
            double off = labels[row] - means[numbers[row]];
            within += off * off / (labels.length - sizes.length);
        }
        double size = (labels.length - squares / labels.length) / (sizes.length - 1);
        double spread = between + (size - 1) * within;
        return spread <= 0 ? 0 : Math.clamp((between - within) / spread, 0, MOST);
    }

    private static int[] numbered(int[] owners) {
        int[] sorted = Arrays.stream(owners).distinct().sorted().toArray();
        return Arrays.stream(owners).map(owner -> Arrays.binarySearch(sorted, owner)).toArray();
    }

    private static int[] sizes(int[] numbers) {
        int[] sizes = new int[Arrays.stream(numbers).max().orElse(-1) + 1];
        Arrays.stream(numbers).forEach(owner -> sizes[owner]++);
        return sizes;
    }
}
