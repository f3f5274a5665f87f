package dev.upswell.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// People who read the pages of a running server while files are imported, and what each answer took.
///
/// Each is somebody of their own with a role and a sign-in of their own, follows links of the page before them, and looks at each for 5 to
/// 15 seconds. The first seconds, in which the code is compiled and nobody's time is noted, are as many as a person looks at two pages.
public final class PagesUnderLoad {

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private PagesUnderLoad() {
    }

    /// @param args address of the server, its process id, its log of collections, people, seconds
    public static void main(String[] args) throws Exception {
        String server = args[0];
        var watch = new ServerWatch(args[1], Path.of(args[2]));
        int people = Integer.parseInt(args[3]);
        long seconds = Long.parseLong(args[4]);
        var staff = new Staff(server);
        Staff.Browser owner = staff.owner();
        List<Staff.Browser> browsers = staff.hired(owner, people);
        System.out.println(people + " people are signed in");

        var ingestion = new Ingestion(owner, server);
        var visits = new Visits();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long warm = System.nanoTime() + WARM_UP.toNanos();
            readAll(threads, browsers, server, warm, new Visits());
            watch.begin();
            long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            Future<?> importing = threads.submit(() -> ingestion.run(until));
            Future<?> reading = threads.submit(() -> readAll(threads, browsers, server, until, visits));
            while (System.nanoTime() < until) {
                watch.look();
                Thread.sleep(LOOK_EVERY.toMillis());
            }
            reading.get();
            importing.get();
        }
        System.out.printf("%n%d people for %d s, %d answers, %.1f a second; %s%n%n%s%n%s", people, seconds,
                visits.count(), visits.count() / (double) seconds, ingestion.told(), visits.table(),
                watch.told(seconds));
    }

    private static void readAll(ExecutorService threads, List<Staff.Browser> browsers, String server, long until,
            Visits visits) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < browsers.size(); i++) {
            Staff.Browser one = browsers.get(i);
            var reader = new Reader(one.http(), server, one.cookie(), i, visits);
            boolean listsToo = !List.of("creator", "client").contains(one.role());
            all.add(threads.submit(() -> reader.read(until, listsToo)));
        }
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (Exception e) {
                visits.failed(String.valueOf(e.getCause()));
            }
        }
    }
}
