package dev.upswell.server.creative;

import dev.upswell.numeric.Dice;
import dev.upswell.pattern.SearchSettings;
import dev.upswell.pattern.select.SelectionSettings;
import dev.upswell.pattern.select.Widening;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A tenant with videos of `#bali`, half of whose captions ask something: those are engaged with far more.
public final class PostedVideos {

    /// When everything happens.
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    /// A first id that looks like one of a video.
    public static final long FIRST = 7_300_000_000_000_000_000L;

    /// Settings whose models are not judged, which takes most of the time.
    public static final PatternSettings QUICK = new PatternSettings(SelectionSettings.USUAL,
            SearchSettings.USUAL.unvalidated(), Widening.HASHTAGS, false);

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    public final PatternRuns runs = new PatternRuns(tenant, database, () -> NOON);
    public final Analyses analyses = new Analyses(tenant, database, () -> NOON);

    private final List<String> videos = new ArrayList<>();
    private final List<String> readings = new ArrayList<>();

    /// So many videos of 5 to 14 seconds by as many creators.
    ///
    /// @param effect how much more a question is engaged with, in deviations of log engagement
    public static PostedVideos of(int count, double effect) {
        return of(count, effect, true);
    }

    /// The same videos, of which nobody tells how long they are.
    public static PostedVideos unmeasured(int count, double effect) {
        return of(count, effect, false);
    }

    private static PostedVideos of(int count, double effect, boolean measured) {
        PostedVideos posted = new PostedVideos();
        for (int i = 0; i < count; i++) {
            Dice dice = Dice.of(5, "posted", i);
            boolean asks = i % 2 == 0;
            double rate = Math.clamp(Math.exp(Math.log(.05) + .4 * (dice.gaussian() + (asks ? effect : 0))), .011, .9);
            posted.videos.add(String.format(Locale.ROOT,
                    "('%d', 'poll', 'c%d', NULL, 'bali food', TIMESTAMP '2026-02-01', %s, 'Look%s%s #bali #food')",
                    FIRST + i, i, measured ? 5_000 + dice.below(9_000) : "CAST(NULL AS BIGINT)",
                    " more".repeat(dice.below(8)), asks ? " ?" : ""));
            posted.readings.add(String.format(Locale.ROOT,
                    "('video', '%d', 'poll', TIMESTAMP '2026-02-20', 100000, %d, 100, 50, NULL)", FIRST + i,
                    Math.round(rate * 100_000) - 150));
        }
        posted.store(posted.videos, posted.readings);
        return posted;
    }

    /// Few videos of `#ubud`: 12 of February, 6 of January; beside eight of them stands `#food`, which 30 others have too, and beside all
    /// `#fyp`, which tells nothing.
    public static PostedVideos few() {
        PostedVideos posted = new PostedVideos();
        List<String> videos = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            String hashtags = i < 8 ? "ubud food fyp" : i < 18 ? "ubud fyp" : "food";
            videos.add("('%d', 'poll', 'c%d', NULL, '%s', TIMESTAMP '2026-0%d-%02d', 10000, 'Look %d')".formatted(
                    FIRST + i, i, hashtags, i >= 12 && i < 18 ? 1 : 2, 10 + i % 7, i));
            readings.add("('video', '%d', 'poll', TIMESTAMP '2026-02-20', 10000, %d, 0, 0, NULL)".formatted(FIRST + i,
                    500 + 10 * (i % 13)));
        }
        posted.keep(Collected.OBSERVATION, "(VALUES ('creator', 'c0', 'poll', TIMESTAMP '2026-02-20', 100000), "
                + "('creator', 'c1', 'poll', TIMESTAMP '2026-02-20', 1000000)) "
                + "AS t(kind, entity_id, source, observed_at, followers)");
        posted.store(videos, readings);
        return posted;
    }

    /// Stores rows of videos and readings as SQL values.
    public void store(List<String> videos, List<String> readings) {
        keep(Collected.VIDEO, "(VALUES " + String.join(",", videos)
                + ") AS t(video_id, source, creator, sound, hashtags, created_at, duration_ms, caption)");
        keep(Collected.OBSERVATION, "(VALUES " + String.join(",", readings)
                + ") AS t(kind, entity_id, source, observed_at, views, likes, comments, shares, saves)");
    }

    private void keep(Dataset dataset, String rows) {
        try (LakeSession lake = database.lake().open(tenant)) {
            StagedFile file = lake.stage(dataset, "SELECT * FROM " + lake.relation(dataset, List.of())
                    + " UNION ALL BY NAME SELECT * FROM " + rows).orElseThrow();
            database.transactions().run(tenant, db -> database.manifest().publish(db, file, NOON));
        }
    }

    /// Forgets what was collected.
    void forget() {
        TestDatabase.asOwner(db -> db.sql("delete from lake_file where tenant_id = ?").param(tenant.value()).update());
    }

    /// Forgets what was collected, but for the first so many videos.
    void forgetAllBut(int kept) {
        forget();
        store(videos.subList(0, kept), readings.subList(0, kept));
    }

    PatternRuns.Wanted wanted() {
        return new PatternRuns.Wanted("Acme", PatternSubject.of("#Bali", null), QUICK, "ada");
    }

    PatternRun run() {
        try (BegunSearch begun = runs.begin(wanted())) {
            return begun.run(2, PatternRuns.Progress.SILENT);
        }
    }
}
