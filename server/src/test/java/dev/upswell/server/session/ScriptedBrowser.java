package dev.upswell.server.session;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A browser that shows what it was told to, in order, and remembers who asked.
public final class ScriptedBrowser implements CaptureBrowser {

    private final Deque<Visited> script = new ArrayDeque<>();
    public final List<Errand> errands = new ArrayList<>();
    private Runnable meanwhile = () -> {
    };

    public ScriptedBrowser then(Ending ending, List<Cookie> cookies, String... bodies) {
        script.add(new Visited(List.of(bodies), 0, ending, cookies));
        return this;
    }

    /// What happens while a page is open.
    public ScriptedBrowser meanwhile(Runnable work) {
        meanwhile = work;
        return this;
    }

    @Override
    public Visited visit(Errand errand, Bounds bounds) {
        errands.add(errand);
        meanwhile.run();
        return script.remove();
    }

    @Override
    public Visited handOver(Errand errand, URI at, Duration longest) {
        errands.add(errand);
        meanwhile.run();
        return script.remove();
    }
}
