package dev.upswell.benchmarks.retrieval;

import dev.upswell.server.recommend.Found;
import dev.upswell.server.recommend.Wanted;
import dev.upswell.server.recommend.index.IndexWriting;
import dev.upswell.server.recommend.index.IndexedVideo;
import dev.upswell.server.recommend.index.SearchSettings;
import dev.upswell.server.recommend.index.VideoIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Fills the index of videos with made-up ones as the product does, then searches: how long each took by the clock and in the thread's
/// own time, and how many of the 50 exactly nearest were found under the same exclusions.
///
/// Arguments: folder of the index, number of videos, people who search, people whose searches are done exactly as well, seed of the
/// people; then breadths and numbers of terms to search with, as `250:64`, those of the product when none is given. A folder that holds
/// an index already is searched without filling it again.
public final class Retrieval {

    private static final long SEED = 20_261_122;
    private static final int BATCH = 5_000;
    private static final int TOLD_EVERY = 100_000;
    private static final int BUFFER_MEGABYTES = 1_200;
    private static final int NEAREST = 50;

    private final MadeVideos videos = new MadeVideos(SEED);
    private final Path folder;
    private final int count;

    private Retrieval(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    public static void main(String[] arguments) throws IOException {
        Retrieval run = new Retrieval(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        run.load();
        if (!Files.exists(run.folder.resolve("filled"))) {
            run.fill();
            Files.createFile(run.folder.resolve("filled"));
        }
        List<Wanted> wanted = run.people(Integer.parseInt(arguments[2]), Long.parseLong(arguments[4]));
        ExactSearch exact = new ExactSearch(run.videos, run.count);
        List<Set<String>> nearest = exact(exact,
                wanted.subList(0, Math.min(wanted.size(), Integer.parseInt(arguments[3]))));
        List<SearchSettings> settings = arguments.length == 5
                ? List.of(SearchSettings.USUAL)
                : Arrays.stream(arguments).skip(5).map(Retrieval::settings).toList();
        for (SearchSettings one : settings) {
            try (VideoIndex index = VideoIndex.open(run.folder, one)) {
                say("%,d videos in %d segments, %,d MB, %s", index.videos(), index.segments(), run.megabytes(), one);
                run.search(index, wanted);
                compare(index, wanted, nearest);
            }
        }
    }

    private static SearchSettings settings(String argument) {
        String[] parts = argument.split(":");
        return new SearchSettings(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static void say(String pattern, Object... values) {
        System.out.println(String.format(Locale.ROOT, pattern, values));
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void load() {
        say("load of the machine %.1f, %d processors",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private long megabytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / 1_000_000;
        }
    }

    private void fill() {
        long clock = System.nanoTime();
        long own = threadNanos();
        long making = 0;
        try (IndexWriting writing = IndexWriting.open(folder, "made", BUFFER_MEGABYTES)) {
            for (int from = 0; from < count; from += BATCH) {
                long before = threadNanos();
                List<IndexedVideo> batch = IntStream.range(from, Math.min(count, from + BATCH)).mapToObj(videos::video)
                        .toList();
                making += threadNanos() - before;
                writing.add(batch);
                if ((from + BATCH) % TOLD_EVERY == 0) {
                    say("%,d filled after %.0f s", from + BATCH, (System.nanoTime() - clock) / 1e9);
                }
            }
            writing.settle();
            writing.commit();
        }
        say("filled in %.0f s, %.0f s of the thread's own time without the making of videos",
                (System.nanoTime() - clock) / 1e9,
                (threadNanos() - own - making) / 1e9);
    }

    private List<Wanted> people(int people, long seed) {
        int[] themes = IntStream.range(0, count).map(videos::theme).toArray();
        int[][] byTheme = IntStream.rangeClosed(0, Arrays.stream(themes).max().orElseThrow())
                .mapToObj(theme -> IntStream.range(0, count).filter(i -> themes[i] == theme).toArray())
                .toArray(int[][]::new);
        return IntStream.range(0, people).mapToObj(person -> MadePerson.wanted(videos, byTheme, count, seed, person))
                .toList();
    }

    private void search(VideoIndex index, List<Wanted> people) {
        time("a vector", index, people.stream().map(Retrieval::oneVector).toList());
        time("terms", index, people.stream().map(Retrieval::termsOnly).toList());
        time("three vectors and terms", index, people);
    }

    private static Wanted oneVector(Wanted all) {
        return new Wanted(all.vectors().subList(0, 1), Map.of(), all.each(), all.leftOut(), all.creatorsLeftOut(),
                all.at());
    }

    private static Wanted termsOnly(Wanted all) {
        return new Wanted(List.of(), all.terms(), all.each(), all.leftOut(), all.creatorsLeftOut(), all.at());
    }

    /// Every search is done twice over all people; the first round warms up.
    private void time(String what, VideoIndex index, List<Wanted> searches) {
        searches.forEach(index::find);
        double[] clock = new double[searches.size()];
        double[] own = new double[searches.size()];
        int found = 0;
        for (int i = 0; i < searches.size(); i++) {
            long began = System.nanoTime();
            long ownBegan = threadNanos();
            found += index.find(searches.get(i)).size();
            own[i] = (threadNanos() - ownBegan) / 1e6;
            clock[i] = (System.nanoTime() - began) / 1e6;
        }
        say("%s: clock median %.2f ms, p95 %.2f, p99 %.2f, most %.2f; own time median %.2f ms, p99 %.2f; %d found on average",
                what,
                at(clock, 0.5), at(clock, 0.95), at(clock, 0.99), at(clock, 1), at(own, 0.5), at(own, 0.99),
                found / searches.size());
        load();
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /// The exactly nearest of each vector of these people, one after the other.
    private static List<Set<String>> exact(ExactSearch exact, List<Wanted> people) {
        return people.stream()
                .flatMap(wanted -> wanted.vectors().stream()
                        .map(vector -> Set.copyOf(exact.nearest(vector, wanted, NEAREST))))
                .toList();
    }

    private static void compare(VideoIndex index, List<Wanted> people, List<Set<String>> exact) {
        double[] recalls = new double[exact.size()];
        for (int i = 0; i < recalls.length; i++) {
            Wanted all = people.get(i / 3);
            Wanted one = new Wanted(List.of(all.vectors().get(i % 3)), Map.of(), all.each(), all.leftOut(),
                    all.creatorsLeftOut(), all.at());
            Set<String> found = index.find(one).stream().limit(NEAREST).map(Found::video).collect(Collectors.toSet());
            recalls[i] = exact.get(i).stream().filter(found::contains).count() / (double) exact.get(i).size();
        }
        say("recall@%d over %d vectors: mean %.4f, 5th percentile %.2f, least %.2f", NEAREST, recalls.length,
                Arrays.stream(recalls).average().orElseThrow(), at(recalls, 0.05), at(recalls, 0));
    }
}
