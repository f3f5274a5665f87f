package dev.upswell.server.cli.command;

import dev.upswell.content.EntityKind;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TrendText;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.trend.TrendDocument;
import dev.upswell.server.trend.TrendTable;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "trends", mixinStandardHelpOptions = true, description = "What rises, ranked, as it was known at a time: metrics, flags, and the probability of a surge.")
final class TrendsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--at", paramLabel = "T", converter = InstantText.class, description = "As it was known at this time, UTC (default: the latest).")
    private @Nullable Instant at;

    @Option(names = "--kind", defaultValue = "hashtag", description = "hashtag, sound, video or creator (default: hashtag).")
    private EntityKind kind = EntityKind.HASHTAG;

    @Option(names = "--top", converter = WholeNumber.Count.class, defaultValue = "20", paramLabel = "N", description = "How many to list (default: 20).")
    private int top = 20;

    TrendsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            TrendTable table = workplace.forecasting().trends().trends(workplace.tenant(), kind, at);
            screen.document(TrendDocument.of(table, top));
            screen.line(TrendText.of(table, top));
        }
        return Cli.DONE;
    }
}
