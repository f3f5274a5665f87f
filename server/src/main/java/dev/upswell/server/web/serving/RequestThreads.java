package dev.upswell.server.web.serving;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/// The threads that answer requests.
///
/// Each lets others go first after every answer. Without that, a thread that finds the next request waiting goes on until the operating
/// system takes the processor away, some three milliseconds later; meanwhile the one thread that looks which connections have something
/// to say waits, and with it every other client.
final class RequestThreads implements Executor, AutoCloseable {

    private static final int READY = 10;
    private static final int MOST = 50;
    private static final int IDLE_SECONDS = 60;

    private final ThreadPoolExecutor threads;

    RequestThreads() {
        // A queue that lets the pool grow to its size before anything waits; that of the JDK would grow only once it is full.
        var queue = new TaskQueue();
        threads = new ThreadPoolExecutor(READY, MOST, IDLE_SECONDS, TimeUnit.SECONDS, queue,
                new TaskThreadFactory("request-", true, Thread.NORM_PRIORITY));
        queue.setParent(threads);
    }

    @Override
    public void execute(Runnable request) {
        threads.execute(() -> {
            request.run();
            Thread.yield();
        });
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
