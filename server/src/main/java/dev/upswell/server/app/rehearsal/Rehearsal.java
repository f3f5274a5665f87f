package dev.upswell.server.app.rehearsal;

import dev.upswell.server.app.DataFolderOpener;
import dev.upswell.server.app.Launch;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Goes once through what people do most, so that the virtual machine can write down what it loaded and compiled for it.
///
/// The launcher runs it after a build, with a folder to throw away, while the virtual machine records its ahead-of-time cache;
/// starts read the cache. Nothing else depends on it.
public final class Rehearsal {

    /// Whatever the user's environment says of stores and tenants, the rehearsal keeps to its folder.
    private static final Map<String, String> NOWHERE_ELSE = Map.of();

    private static final List<String> PAGES = List.of("/", "/trends", "/models", "/data", "/api/v1/trends");

    private Rehearsal() {
    }

    /// Rehearses in the folder that the first argument names.
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        Path series = Files.writeString(folder.resolve("series.csv"), series());
        Path items = Files.writeString(folder.resolve("items.jsonl"), items());
        for (List<String> command : List.of(List.of("import", series.toString()),
                List.of("import", "--observed-at", "2025-01-01T00:00:00Z", items.toString()), List.of("metrics"),
                List.of("trends"))) {
            Launch.run(line(folder, command), NOWHERE_ELSE);
        }
        serve(folder);
        System.exit(0);
    }

    private static String[] line(Path folder, List<String> command) {
        return Stream.concat(Stream.of("--data", folder.resolve("data").toString()),
                command.stream()).toArray(String[]::new);
    }

    private static void serve(Path folder) throws IOException, InterruptedException {
        var opener = new DataFolderOpener(folder.resolve("data"), NOWHERE_ELSE, InstantSource.system());
        try (Workplace workplace = opener.open(new GlobalOptions());
                Serving.Running running = workplace.serving().start(0);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                client.send(HttpRequest.newBuilder(URI.create(running.url() + page)).build(),
                        BodyHandlers.discarding());
            }
        }
    }

    /// Three hashtags over four days, so that there are trends to show.
    private static String series() {
        Instant start = Instant.parse("2025-01-01T00:00:00Z");
        StringBuilder rows = new StringBuilder("hashtag,observed_at,views\n");
        for (int tag = 1; tag <= 3; tag++) {
            for (int hour = 0; hour < 96; hour++) {
                rows.append("tag").append(tag).append(',').append(start.plus(Duration.ofHours(hour))).append(',')
                        .append(50_000L * tag + 400L * hour * tag).append('\n');
            }
        }
        return rows.toString();
    }

    /// Items of a provider, enough that what reads them counts as often run.
    private static String items() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            lines.append("{\"id\":\"").append(7_400_000_000_000_000_000L + i * 4_294_967L)
                    .append("\",\"text\":\"made up ")
                    .append(i)
                    .append(" #tag\",\"createTimeISO\":\"2024-08-06T00:00:00.000Z\",\"authorMeta\":{\"name\":\"maker")
                    .append(i % 100)
                    .append("\",\"fans\":1200,\"heart\":50,\"video\":3},\"musicMeta\":{\"musicName\":\"sound\",\"musicId\":\"71\"},"
                            + "\"videoMeta\":{\"duration\":17},\"diggCount\":12,\"shareCount\":1,\"playCount\":")
                    .append(1_000 + i)
                    .append(",\"collectCount\":2,\"commentCount\":3,\"hashtags\":[{\"name\":\"tag\"}]}\n");
        }
        return lines.toString();
    }
}
