package dev.upswell.simulate;

import dev.upswell.content.Viewing;
import dev.upswell.numeric.Dice;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what owners export of their own videos, a row a video and day, titled as exports of TikTok Studio are.
///
/// Every sixth creator lets its exports be seen. What counts at the end of a day (UTC) is told thirty hours later, so that a
/// video's first figures come 30 to 54 hours after it was posted.
final class StudioExport {

    /// The columns.
    static final String HEADER = "Video ID,Exported at,Watched full video (%),Average watch time (s),Retention at 3 s (%),"
            + "Retention at 5 s (%),Rewatch rate (%),Profile views,Link clicks,New followers";

    private static final int EVERY = 6;
    private static final long DAY_SECONDS = 86_400;
    private static final long DELAY_SECONDS = Duration.ofHours(30).toSeconds();
    private static final double MISSING = 0.02;
    private static final String NOTHING = "-";

    private final long seed;
    private final World world;
    private final Appendable out;
    private final Dice missing;
    private final Set<String> own;
    private final Deque<Day> waiting = new ArrayDeque<>();
    private long written;

    /// What counted at the end of a day.
    private record Day(long at, List<Row> rows) {
    }

    private record Row(String video, Viewing told) {
    }

    StudioExport(long seed, World world, Appendable out) {
        this.seed = seed;
        this.world = world;
        this.out = out;
        missing = Dice.of(seed, "studio-export", 0);
        List<Creator> creators = world.creators();
        own = IntStream.range(0, creators.size()).filter(i -> i % EVERY == 0 && !creators.get(i).isFarm())
                .mapToObj(i -> creators.get(i).handle()).collect(Collectors.toCollection(HashSet::new));
    }

    void begin() throws IOException {
        out.append(HEADER).append('\n');
    }

    /// Takes down what counts where a day has ended, and tells what was taken down long enough ago.
    void look() throws IOException {
        long now = world.now();
        if (now % DAY_SECONDS == 0) {
            waiting.add(new Day(now, world.watched().stream().filter(clip -> !clip.isDeleted(now))
                    .filter(clip -> own.contains(clip.traits().creator().handle())).map(this::row).toList()));
        }
        while (!waiting.isEmpty() && waiting.peek().at() + DELAY_SECONDS <= now) {
            Day day = waiting.remove();
            for (Row row : day.rows()) {
                tell(row, Instant.ofEpochSecond(day.at() + DELAY_SECONDS));
            }
        }
    }

    private Row row(Clip clip) {
        return new Row(clip.traits().id(), Watching.of(seed, clip.traits()).told(clip.views()));
    }

    private void tell(Row row, Instant at) throws IOException {
        Viewing told = row.told();
        if (told.tellsNothing()) {
            return;
        }
        out.append(Stream.of(row.video(), at.toString(), percent(told.completionRate()),
                number(told.averageWatchSeconds()), percent(told.retentionAt3s()), percent(told.retentionAt5s()),
                percent(told.rewatchRatio()), count(told.profileViews()), count(told.linkClicks()),
                count(told.newFollowers())).collect(Collectors.joining(","))).append('\n');
        written++;
    }

    private String percent(@Nullable Double share) {
        return number(share == null ? null : share * 100);
    }

    private String number(@Nullable Double value) {
        return missing.chance(MISSING) || value == null ? NOTHING : String.format(Locale.ROOT, "%.2f", value);
    }

    private String count(@Nullable Long count) {
        return missing.chance(MISSING) || count == null ? NOTHING : Long.toString(count);
    }

    long written() {
        return written;
    }
}
