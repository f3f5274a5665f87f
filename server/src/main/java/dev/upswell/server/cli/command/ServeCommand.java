package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the dashboard and the REST API on this machine until it is stopped.")
final class ServeCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--port", converter = WholeNumber.Port.class, paramLabel = "N", description = "Port to listen on; 0 takes any free one (default: setting server.port, 8080).")
    private int port = -1;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            serve(workplace, port, url -> {
                screen.document(new Address(url));
                screen.line(served(url));
            });
        }
        return Cli.DONE;
    }

    /// Serves until stopped; `port` -1 takes the configured one. Where it serves is told once it answers.
    static void serve(Workplace workplace, int port, Consumer<String> told) {
        try (Serving.Running running = workplace.serving().start(port < 0 ? workplace.port() : port)) {
            told.accept(running.url());
            running.await();
        }
    }

    /// The line that says where it is served.
    static String served(String url) {
        return "Upswell serves " + url + "  (stop with Ctrl+C)";
    }

    private record Address(String url) {
    }
}
