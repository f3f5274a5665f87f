package dev.upswell.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the server's process says of itself meanwhile: the heap that a full collection leaves, before and after; what collections left
/// between; how many threads wait for a connection to the store; its processor time.
final class ServerWatch {

    private static final Pattern AFTER = Pattern.compile("Pause .*?(\\d+)M->(\\d+)M\\(");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final String pid;
    private final Path collections;
    private final List<Integer> waiting = new ArrayList<>();
    private int linesBefore;
    private int heapBefore;
    private double processorBefore;

    /// @param collections the log of collections that the process writes
    ServerWatch(String pid, Path collections) {
        this.pid = pid;
        this.collections = collections;
    }

    void begin() throws IOException, InterruptedException {
        heapBefore = liveMegabytes();
        linesBefore = Files.readAllLines(collections).size();
        processorBefore = processorSeconds();
    }

    /// Counts who waits for a connection now.
    void look() throws IOException, InterruptedException {
        String threads = said("Thread.print");
        waiting.add((int) Pattern.compile("HikariPool\\.getConnection").matcher(threads).results().count());
    }

    private int liveMegabytes() throws IOException, InterruptedException {
        said("GC.run");
        Matcher used = USED.matcher(said("GC.heap_info"));
        return used.find() ? Integer.parseInt(used.group(1)) / 1_024 : -1;
    }

    private String said(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid,
                command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    private double processorSeconds() throws IOException {
        String[] fields = Files.readString(Path.of("/proc", pid, "stat")).replaceAll(".*\\) ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    /// @param seconds for which it was watched
    String told(long seconds) throws IOException, InterruptedException {
        double processor = processorSeconds() - processorBefore;
        List<String> lines = Files.readAllLines(collections);
        List<Integer> left = new ArrayList<>();
        for (String line : lines.subList(Math.min(linesBefore, lines.size()), lines.size())) {
            Matcher after = AFTER.matcher(line);
            if (after.find()) {
                left.add(Integer.parseInt(after.group(2)));
            }
        }
        int heapAfter = liveMegabytes();
        return String.format(Locale.ROOT,
                "heap after a full collection: %d MB before, %d MB after; left by %d collections between, least of each tenth: %s MB%n"
                        + "threads that waited for a connection, of %d looks: most %d, looks with any %d%nprocessor: %.1f s of %d s on two cores%n",
                heapBefore, heapAfter, left.size(), tenths(left), waiting.size(),
                waiting.stream().mapToInt(Integer::intValue).max().orElse(0),
                waiting.stream().filter(one -> one > 0).count(), processor, 2 * seconds);
    }

    private static List<Integer> tenths(List<Integer> left) {
        List<Integer> least = new ArrayList<>();
        for (int tenth = 0; tenth < 10 && !left.isEmpty(); tenth++) {
            left.subList(tenth * left.size() / 10, Math.max(tenth * left.size() / 10, (tenth + 1) * left.size() / 10))
                    .stream().min(Integer::compare).ifPresent(least::add);
        }
        return least;
    }
}
