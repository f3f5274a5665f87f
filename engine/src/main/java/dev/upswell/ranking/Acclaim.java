package dev.upswell.ranking;

import java.util.List;

/// How much all people together did with items: the sum of what they did, times what each who did anything did on average.
///
/// The average is drawn to that of all items by five people more, so that what one person did much with is not thought better than what
/// many did something with.
public final class Acclaim {

    /// So many people who do as usual are added to those of an item.
    private static final double DOUBT = 5;

    private final double[] values;

    private Acclaim(double[] values) {
        this.values = values;
    }

    /// The acclaim of items after these interactions; of several of one person with one item their sum counts.
    public static Acclaim of(List<Interaction> interactions) {
        Histories items = Histories.byItem(interactions);
        double[] sums = new double[items.size()];
        double all = 0;
        double people = 0;
        for (int item = 0; item < sums.length; item++) {
            for (double weight : items.weights()[item]) {
                sums[item] += weight;
            }
            all += sums[item];
            people += items.others()[item].length;
        }
        double usual = people > 0 ? all / people : 0;
        double[] values = new double[sums.length];
        for (int item = 0; item < sums.length; item++) {
            values[item] = sums[item] * (sums[item] + DOUBT * usual) / (items.others()[item].length + DOUBT);
        }
        return new Acclaim(values);
    }

    /// The acclaim of this item; 0 where nobody did anything with it.
    public double of(int item) {
        return item < values.length ? values[item] : 0;
    }
}
