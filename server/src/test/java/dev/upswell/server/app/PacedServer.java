package dev.upswell.server.app;

import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/// A server for which time passes many times as fast as in the world, in a process of its own so that it can be killed; several
/// that were told the same live at the same time.
final class PacedServer {

    private PacedServer() {
    }

    /// @param args data folder, how many times as fast, what time it was, and when in the world it was that
    public static void main(String[] args) {
        Pace pace = Pace.times(Long.parseLong(args[1]), Instant.parse(args[2]), Instant.parse(args[3]),
                InstantSource.system());
        var opener = new DataFolderOpener(Path.of(args[0]), System.getenv(), pace);
        try (Workplace workplace = opener.open(new GlobalOptions());
                Serving.Running running = workplace.serving().start(0)) {
            System.out.println("serves " + running.url());
            running.await();
        }
    }
}
