package dev.upswell.server.text;

import dev.upswell.numeric.Dice;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A tenant with captions about six subjects, each with words and hashtags of its own; no sentence model loads.
public final class PostedCaptions {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    /// Words, then hashtags of each subject.
    public static final List<List<String>> SUBJECTS = List.of(
            List.of("resep ayam goreng bumbu sambal dapur",
                    "masakan masakanrumahan resepmudah masakenak resepayam dapurku masakyuk reseprumahan"),
            List.of("squat muscle protein cardio stretch lift",
                    "gym gymworkouts homeworkouts fitgirl legday gymtok workouttips gymlife"),
            List.of("váy áo giày phối đồ thời trang",
                    "thoitrang phoido outfitideas vaydep thoitrangnu phoidodep vayxinh giaydep"),
            List.of("สูตร อาหาร อร่อย ต้มยำ แกง ข้าวผัด",
                    "อาหารไทย ทำอาหาร thaifood สูตรอาหาร เมนูอาหาร อร่อยมาก ครัวไทย กินข้าว"),
            List.of("katze hund tier welpe futter spaziergang",
                    "hundeliebe katzen haustier tierliebe hundeleben katzenliebe welpenliebe haustiere"),
            List.of("guitar melody chorus singer rhythm studio",
                    "guitarmusic musiccovers singing acoustic songcover guitarcover singer musictok"));

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    public final Texts texts = new Texts(tenant, database, () -> NOON, "test", Optional::empty);

    /// So many captions, subject by subject.
    public static PostedCaptions of(int count) {
        PostedCaptions posted = new PostedCaptions();
        posted.add(0, count);
        return posted;
    }

    /// Captions of these numbers.
    public void add(int from, int to) {
        List<String> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(row(id(i), "c" + i % 40, text(i), "2026-02-%02d".formatted(1 + i % 28)));
        }
        keep(rows);
    }

    /// One caption of its own.
    public void add(String id, String caption) {
        add(id, "anna", caption, "2026-02-10");
    }

    /// One caption of somebody on a day.
    public void add(String id, String creator, String caption, String day) {
        keep(List.of(row(id, creator, caption, day)));
    }

    /// Many captions at once: id, creator, caption, day.
    public void add(List<List<String>> captions) {
        keep(captions.stream().map(one -> row(one.get(0), one.get(1), one.get(2), one.get(3))).toList());
    }

    public static String id(int number) {
        return Long.toString(7_300_000_000_000_000_000L + number);
    }

    public void forget() {
        TestDatabase.asOwner(db -> db.sql("delete from lake_file where tenant_id = ?").param(tenant.value()).update());
    }

    private static String text(int number) {
        Dice dice = Dice.of(3, "caption", number);
        List<String> subject = SUBJECTS.get(number % SUBJECTS.size());
        List<String> words = List.of(subject.get(0).split(" "));
        List<String> tags = List.of(subject.get(1).split(" "));
        return "%s %s %s #%s #%s #fyp".formatted(dice.pick(words), dice.pick(words), dice.pick(words), dice.pick(tags),
                dice.pick(tags));
    }

    private static String row(String id, String creator, String caption, String day) {
        return "('%s', 'poll', '%s', NULL, '', TIMESTAMP '%s', 10000, '%s')".formatted(id, creator, day,
                caption.replace("'", "''"));
    }

    private void keep(List<String> rows) {
        try (LakeSession lake = database.lake().open(tenant)) {
            StagedFile file = lake
                    .stage(Collected.VIDEO, "SELECT * FROM " + lake.relation(Collected.VIDEO, List.of())
                            + " UNION ALL BY NAME SELECT * FROM (VALUES " + String.join(",", rows)
                            + ") AS t(video_id, source, creator, sound, hashtags, created_at, duration_ms, caption)")
                    .orElseThrow();
            database.transactions().run(tenant, db -> database.manifest().publish(db, file, NOON));
        }
    }
}
