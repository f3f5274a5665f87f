package dev.upswell.pattern;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureRole;
import dev.upswell.pattern.AnalysedVideo.Origin;
import dev.upswell.wide.WideRows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/// Videos of one bucket as models see them: what was known before anybody watched, and the logarithm of engagement as the label.
///
/// Where videos are of several origins, labels are those of videos beside others of the same origin: a hashtag that is engaged with more
/// and has habits of its own must not make its habits look like causes.
///
/// @param videos by id
/// @param features one for each column
record VideoTable(List<AnalysedVideo> videos, List<CreativeFeature> features, WideRows rows) {

    /// What models may see, in the order of the dictionary.
    static final List<CreativeFeature> PREDICTORS = FeatureDictionary.STANDARD.predictors();

    /// Rank correlation with engagement from which on a column is no guess at the outcome but the outcome itself.
    private static final double COPY = .98;
    private static final int ENOUGH = 20;

    /// The table of these videos, which come by id.
    ///
    /// **errors** `IllegalArgumentException` for a feature that is an outcome, by its role or by its values.
    static VideoTable of(List<AnalysedVideo> videos, List<CreativeFeature> features) {
        int size = videos.size();
        double[][] columns = new double[features.size()][size];
        for (int column = 0; column < columns.length; column++) {
            CreativeFeature feature = features.get(column);
            if (feature.role() == FeatureRole.OUTCOME) {
                throw new IllegalArgumentException("creative feature (" + feature.name()
                        + ") must not be a predictor: it is an outcome\nMaybe take the dictionary's predictors.");
            }
            for (int row = 0; row < size; row++) {
                columns[column][row] = videos.get(row).features().find(feature).orElse(Double.NaN);
            }
        }
        double[] rates = videos.stream().mapToDouble(AnalysedVideo::engagementRate).toArray();
        refuseCopies(features, columns, rates);
        return new VideoTable(List.copyOf(videos), features, new WideRows(columns,
                levelled(videos),
                videos.stream().mapToDouble(AnalysedVideo::evidence).toArray(), owners(videos), origins(videos)));
    }

    /// The rows as tests take them: what trials told of a video weighs in choosing, and not once more where the choice is tested.
    WideRows tested() {
        return rows.weighted(videos.stream().mapToDouble(AnalysedVideo::weight).toArray());
    }

    private static int[] origins(List<AnalysedVideo> videos) {
        List<Origin> different = videos.stream().map(AnalysedVideo::origin).distinct().toList();
        return videos.stream().mapToInt(video -> different.indexOf(video.origin())).toArray();
    }

    /// Logarithms of engagement, moved so that the means of all origins are equal.
    static double[] levelled(List<AnalysedVideo> videos) {
        double[] logs = videos.stream().mapToDouble(video -> StrictMath.log(video.engagementRate())).toArray();
        Map<Origin, List<Integer>> origins = IntStream.range(0, logs.length).boxed()
                .collect(Collectors.groupingBy(row -> videos.get(row).origin()));
        if (origins.size() > 1) {
            double level = mean(videos, logs, IntStream.range(0, logs.length).boxed().toList());
            for (List<Integer> rows : origins.values()) {
                double off = level - mean(videos, logs, rows);
                rows.forEach(row -> logs[row] += off);
            }
        }
        return logs;
    }

    private static double mean(List<AnalysedVideo> videos, double[] logs, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> videos.get(row).evidence() * logs[row]).sum()
                / rows.stream().mapToDouble(row -> videos.get(row).evidence()).sum();
    }

    private static int[] owners(List<AnalysedVideo> videos) {
        Map<String, Integer> numbers = new HashMap<>();
        new TreeSet<>(videos.stream().map(AnalysedVideo::owner).toList())
                .forEach(owner -> numbers.put(owner, numbers.size()));
        return videos.stream().map(AnalysedVideo::owner).mapToInt(owner -> Objects.requireNonNull(numbers.get(owner)))
                .toArray();
    }

    private static void refuseCopies(List<CreativeFeature> features, double[][] columns, double[] rates) {
        for (int column = 0; column < columns.length; column++) {
            double[] values = columns[column];
            int[] known = IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row]))
                    .toArray();
            if (known.length >= ENOUGH && Arrays.stream(known).mapToDouble(row -> values[row]).distinct().skip(3)
                    .findAny().isPresent()) {
                double likeness = Math.abs(ranked(Arrays.stream(known).mapToDouble(row -> values[row]).toArray(),
                        Arrays.stream(known).mapToDouble(row -> rates[row]).toArray()));
                if (likeness >= COPY) {
                    throw new IllegalArgumentException("creative feature (" + features.get(column).name()
                            + ") must not tell the outcome: it orders " + known.length
                            + " videos as their engagement does\nMaybe its column was computed from likes or views.");
                }
            }
        }
    }

    private static double ranked(double[] a, double[] b) {
        NaturalRanking ranking = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);
        double[] first = ranking.rank(a);
        double[] second = ranking.rank(b);
        double middle = (a.length + 1) / 2.0;
        double both = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < first.length; i++) {
            both += (first[i] - middle) * (second[i] - middle);
            one += (first[i] - middle) * (first[i] - middle);
            other += (second[i] - middle) * (second[i] - middle);
        }
        return one == 0 || other == 0 ? 0 : both / Math.sqrt(one * other);
    }
}
