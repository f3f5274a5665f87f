package dev.upswell.server.cli.live;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.server.sandbox.Shares;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the sandbox until it is stopped.
@Command(name = "sandbox", mixinStandardHelpOptions = true, description = "A provider to try things on: answers on this machine as EnsembleData, Apify and the other providers would, over a simulated world, until it is stopped.")
public final class SandboxCommand implements Callable<Integer> {

    private static final int SUGGESTIONS = 3;

    private final Console console;

    @Option(names = "--port", converter = WholeNumber.Port.class, defaultValue = "8090", paramLabel = "N", description = "Port to listen on; 0 takes any free one (default: 8090).")
    private int port = 8090;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Equal seeds give equal worlds and equal faults (default: 1).")
    private long seed = 1;

    @Option(names = "--units", converter = WholeNumber.Count.class, defaultValue = "5000", paramLabel = "N", description = "Units a day at the EnsembleData side, and cents at the Apify side (default: 5000).")
    private int units = 5_000;

    @Option(names = "--requests", converter = WholeNumber.Count.class, defaultValue = "1000", paramLabel = "N", description = "Requests a day at each of the other sides (default: 1000).")
    private int requests = 1_000;

    @Option(names = "--fault", paramLabel = "FATE=PERCENT", description = "What goes wrong how often: throttled, failing, silent, malformed, repeated or slow, for example --fault throttled=5 --fault failing=5.")
    private Map<String, Double> faults = new LinkedHashMap<>();

    @Option(names = "--lateness", converter = WholeNumber.Count.class, defaultValue = "5", paramLabel = "S", description = "How late a slow answer is, in seconds (default: 5).")
    private int lateness = 5;

    /// The command over this console.
    public SandboxCommand(Console console) {
        this.console = console;
    }

    /// What a program must know to collect from it.
    record Address(String url, Map<String, String> settings, List<String> subjects) {
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        SandboxSettings settings = SandboxSettings.usual(seed, screen.clock().instant()).withQuotas(units, requests)
                .with(shares());
        try (Sandbox sandbox = Sandbox.start(settings, screen.clock(), port).orElseThrow(() -> CommandFailed.failed(
                "port " + port + " is taken by another program",
                "Choose another with --port, or --port 0 for any free one."))) {
            say(screen, sandbox);
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Cli.DONE;
    }

    private void say(Screen screen, Sandbox sandbox) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("UPSWELL_ENSEMBLEDATA_URL", sandbox.address() + "/ensembledata");
        environment.put("UPSWELL_ENSEMBLEDATA_TOKEN", SandboxSettings.TOKEN);
        environment.put("UPSWELL_ENSEMBLEDATA_UNITS_PER_DAY", String.valueOf(units));
        environment.put("UPSWELL_TIKTOK_RESEARCH_URL", sandbox.address() + "/tiktok-research");
        environment.put("UPSWELL_TIKTOK_RESEARCH_CLIENT_KEY", SandboxSettings.CLIENT_KEY);
        environment.put("UPSWELL_TIKTOK_RESEARCH_CLIENT_SECRET", SandboxSettings.CLIENT_SECRET);
        environment.put("UPSWELL_TIKTOK_RESEARCH_REQUESTS_PER_DAY", String.valueOf(requests));
        environment.put("UPSWELL_API23_URL", sandbox.address() + "/api23");
        environment.put("UPSWELL_API23_KEY", SandboxSettings.TOKEN);
        environment.put("UPSWELL_API23_REQUESTS_PER_DAY", String.valueOf(requests));
        environment.put("UPSWELL_APIFY_URL", sandbox.address() + "/apify/v2");
        environment.put("UPSWELL_APIFY_TOKEN", SandboxSettings.TOKEN);
        environment.put("UPSWELL_APIFY_CENTS_PER_DAY", String.valueOf(units));
        ownAccounts(environment, sandbox);
        List<String> subjects = sandbox.busiest(SUGGESTIONS).stream().map(name -> "hashtag:" + name).toList();
        screen.document(new Address(sandbox.address(), environment, subjects));
        screen.line("The sandbox answers at " + sandbox.address() + "  (stop with Ctrl+C)");
        screen.line("To collect from it, in another window:");
        environment.forEach((name, value) -> screen.line("  export " + name + "=" + value));
        subjects.forEach(subject -> screen.line("  " + console.hint("watch add " + subject)));
        own(sandbox).forEach(watch -> screen.line("  " + console.hint(watch)));
        screen.line("  " + console.hint("collect --once"));
        screen.line("What is collected from it is kept under sim-ensembledata, sim-apify and so on.");
    }

    private static void ownAccounts(Map<String, String> environment, Sandbox sandbox) {
        for (String side : List.of("TIKTOK_DISPLAY", "TIKTOK_ADS_LIBRARY")) {
            environment.put("UPSWELL_" + side + "_URL", sandbox.address() + "/"
                    + side.toLowerCase(Locale.ROOT).replace('_', '-'));
            environment.put("UPSWELL_" + side + "_CLIENT_KEY", SandboxSettings.CLIENT_KEY);
            environment.put("UPSWELL_" + side + "_CLIENT_SECRET", SandboxSettings.CLIENT_SECRET);
        }
        environment.put("UPSWELL_TIKTOK_DISPLAY_REFRESH_TOKEN", SandboxSettings.TOKEN);
        environment.put("UPSWELL_TIKTOK_BUSINESS_URL", sandbox.address() + "/tiktok-business");
        environment.put("UPSWELL_TIKTOK_BUSINESS_ACCESS_TOKEN", SandboxSettings.TOKEN);
        environment.put("UPSWELL_TIKTOK_SHOP_URL", sandbox.address() + "/tiktok-shop");
        environment.put("UPSWELL_TIKTOK_SHOP_APP_KEY", "sandbox-app");
        environment.put("UPSWELL_TIKTOK_SHOP_APP_SECRET", SandboxSettings.CLIENT_SECRET);
        environment.put("UPSWELL_TIKTOK_SHOP_ACCESS_TOKEN", SandboxSettings.TOKEN);
    }

    /// What there is at the sides of own accounts.
    private static List<String> own(Sandbox sandbox) {
        return List.of("watch add creator:" + sandbox.busiestCreator() + " --source tiktok-display",
                "watch add ads:the --source tiktok-ads-library",
                "watch add results:" + SandboxSettings.ADVERTISER + " --source tiktok-business",
                "watch add orders:" + SandboxSettings.SHOP + " --source tiktok-shop");
    }

    private Shares shares() {
        Map<Fate, Double> shares = new EnumMap<>(Fate.class);
        try {
            faults.forEach((fate, percent) -> shares.put(Fate.of(fate), percent / 100));
            return new Shares(shares, Duration.ofSeconds(lateness));
        } catch (IllegalArgumentException e) {
            throw CommandFailed.wrongUse("the faults " + faults + " cannot be",
                    "Write throttled, failing, silent, malformed, repeated or slow, in percent, together at most 100.");
        }
    }
}
