package dev.upswell.across;

import dev.upswell.creative.DurationBucket;
import dev.upswell.numeric.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How engaged videos of one length are at the clients of an industry, told only where no client can be recognised.
///
/// **range** quartiles of the clients' means, rounded to a tenth of a percentage point, so that one client's part can hardly be reckoned out
///
/// @param clients how many stand behind it, five at least
public record ClientBenchmark(String industry, DurationBucket bucket, int clients, double lower, double median,
        double upper) {

    /// Fewer clients are never told of.
    public static final int LEAST_CLIENTS = 5;

    /// Nobody may have more of the videos than this.
    private static final double MOST_OF_ONE = 0.5;
    private static final double GRAIN = 0.001;

    /// What one client brings; names stay with whoever asks.
    ///
    /// @param client stands for the client, so that several of its hashtags count as one
    public record Part(String client, String industry, DurationBucket bucket, int videos, double meanEngagement) {
    }

    /// All benchmarks that may be told, in the order of industries and lengths.
    public static List<ClientBenchmark> of(List<Part> parts) {
        Map<String, Map<DurationBucket, List<Part>>> by = new TreeMap<>();
        parts.forEach(part -> by.computeIfAbsent(part.industry(), _ -> new TreeMap<>())
                .computeIfAbsent(part.bucket(), _ -> new ArrayList<>()).add(part));
        List<ClientBenchmark> told = new ArrayList<>();
        by.forEach((industry, buckets) -> buckets.forEach((bucket, some) -> {
            Map<String, List<Part>> clients = new TreeMap<>();
            some.forEach(part -> clients.computeIfAbsent(part.client(), _ -> new ArrayList<>()).add(part));
            if (clients.size() >= LEAST_CLIENTS && !dominated(clients)) {
                double[] means = clients.values().stream().mapToDouble(ClientBenchmark::mean).sorted().toArray();
                told.add(new ClientBenchmark(industry, bucket, means.length, rounded(means, .25), rounded(means, .5),
                        rounded(means, .75)));
            }
        }));
        return told;
    }

    private static boolean dominated(Map<String, List<Part>> clients) {
        int[] videos = clients.values().stream().mapToInt(ClientBenchmark::videos).toArray();
        return Arrays.stream(videos).max().orElse(0) > MOST_OF_ONE * Arrays.stream(videos).sum();
    }

    private static int videos(List<Part> parts) {
        return parts.stream().mapToInt(Part::videos).sum();
    }

    private static double mean(List<Part> parts) {
        return parts.stream().mapToDouble(part -> part.videos() * part.meanEngagement()).sum() / videos(parts);
    }

    private static double rounded(double[] ascending, double quantile) {
        return Math.round(Quantiles.ofSorted(ascending, quantile) / GRAIN) * GRAIN;
    }
}
