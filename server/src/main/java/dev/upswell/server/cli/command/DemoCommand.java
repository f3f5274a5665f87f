package dev.upswell.server.cli.command;

import dev.upswell.content.EntityKind;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.ImportText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.TrendText;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.cli.sample.SampleLoop;
import dev.upswell.server.forecast.BacktestRun;
import dev.upswell.server.forecast.BacktestSummary;
import dev.upswell.server.trend.TrendDocument;
import dev.upswell.server.trend.TrendTable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", mixinStandardHelpOptions = true, description = "The first minute: sample data through the whole loop, the trends found, how good past predictions were.")
final class DemoCommand implements Callable<Integer> {

    private static final int TOP = 15;

    private final Console console;

    @Option(names = "--port", converter = WholeNumber.Port.class, paramLabel = "N", description = "Port of the dashboard (default: setting server.port, 8080).")
    private int port = -1;

    @Option(names = "--no-serve", description = "Stop after the tables.")
    private boolean noServe;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        SampleLoop.prepare(console.folder());
        try (Workplace workplace = console.open(); Dashboard dashboard = new Dashboard(workplace)) {
            SampleLoop loop = new SampleLoop(workplace, screen, ImportText::of);
            BacktestRun backtest = workplace.alone(() -> loop.run(() -> {
                if (!noServe) {
                    screen.remark("   The trends can be looked at already: " + ServeCommand.served(dashboard.url()));
                }
            }));
            if (!noServe) {
                dashboard.url();
            }
            tell(screen, workplace, backtest);
            if (!noServe) {
                // Under JSON standard output has its one document already.
                screen.remark(ServeCommand.served(dashboard.url()));
                dashboard.await();
            }
        }
        return Cli.DONE;
    }

    private static void tell(Screen screen, Workplace workplace, BacktestRun backtest) {
        TrendTable trends = workplace.forecasting().trends().trends(workplace.tenant(), EntityKind.HASHTAG, null);
        screen.document(new Result(TrendDocument.of(trends, TOP), backtest.report()));
        screen.line("");
        screen.line(TrendText.of(trends, TOP));
        screen.line("");
        screen.line(BacktestTable.of(backtest.task().kind(), backtest.report()));
        screen.line("");
        screen.line(
                "The data is simulated (the same world with its truth: upswell simulate --out DIR); your own comes in with:"
                        + " upswell import FILE");
    }

    /// The web server, started when somebody first asks where it is.
    private final class Dashboard implements AutoCloseable {

        private final Workplace workplace;
        private Serving.@Nullable Running running;

        Dashboard(Workplace workplace) {
            this.workplace = workplace;
        }

        String url() {
            return started().url();
        }

        void await() {
            started().await();
        }

        private synchronized Serving.Running started() {
            Serving.Running known = running;
            if (known == null) {
                known = workplace.serving().start(port < 0 ? workplace.port() : port);
                running = known;
            }
            return known;
        }

        @Override
        public synchronized void close() {
            if (running != null) {
                running.close();
            }
        }
    }

    private record Result(TrendDocument trends, BacktestSummary backtest) {
    }
}
