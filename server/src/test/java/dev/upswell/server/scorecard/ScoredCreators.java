package dev.upswell.server.scorecard;

import dev.upswell.commerce.AdMetric;
import dev.upswell.commerce.AdResult;
import dev.upswell.commerce.CommerceFact;
import dev.upswell.commerce.Money;
import dev.upswell.commerce.OrderLine;
import dev.upswell.commerce.ShopOrder;
import dev.upswell.content.EntityId;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceChunkRepository;
import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.scorecard.derive.LakeInputs;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A tenant with two creators: anna posts twice a week and sells, ben posted three videos.
public final class ScoredCreators {

    /// As of when most tests score.
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    public final Scorecards cards = new Scorecards(tenant, database,
            new LakeInputs(tenant, database, new ViewingRepository(tenant, database)), InstantSource.fixed(NOON));

    /// Nobody is scored yet.
    public static ScoredCreators known() {
        ScoredCreators creators = new ScoredCreators();
        for (int week = 0; week < 9; week++) {
            for (int half = 0; half < 2; half++) {
                creators.video("anna", "a" + week + half, daysAgo(7 * week + 3 * half + 1), "one two", 1_000, 80, 10,
                        5);
            }
        }
        for (int i = 0; i < 3; i++) {
            creators.video("ben", "b" + i, daysAgo(2 + i), "one", 500, 10, 100, 100);
        }
        creators.publish();
        creators.orders(order("o1", daysAgo(3), "COMPLETED"), line("o1", "40.00", 2L), order("o2", daysAgo(2), "PAID"),
                line("o2", "20.00", 1L), order("o3", daysAgo(2), "CANCELLED"), line("o3", "999.00", 1L),
                order("o4", daysAgo(40), "COMPLETED"), line("o4", "999.00", 1L));
        return creators;
    }

    /// Everybody is scored as of noon.
    public static ScoredCreators scored() {
        ScoredCreators creators = known();
        creators.cards.run(NOON);
        return creators;
    }

    /// Everybody is scored, and cara too: a fifth larger than ben, half of whose hashtags she shares, and talked about much more.
    public static ScoredCreators withAWinner() {
        ScoredCreators creators = known();
        for (int i = 0; i < 3; i++) {
            creators.video("cara", "k" + i, daysAgo(2 + i), "one two", 600, 210, 60, 30);
        }
        creators.publish();
        creators.cards.run(NOON);
        return creators;
    }

    static Instant daysAgo(int days) {
        return NOON.minus(Duration.ofDays(days));
    }

    private final List<String> videos = new ArrayList<>();
    private final List<String> readings = new ArrayList<>();

    void video(String creator, String id, Instant posted, String hashtags, long views, long likes, long comments,
            long shares) {
        unread(creator, id, posted, hashtags);
        Instant week = posted.plus(Duration.ofDays(7));
        if (week.isBefore(NOON)) {
            reading(id, week, views, likes, comments, shares);
        }
        reading(id, NOON.minusSeconds(60), views, likes, comments, shares);
    }

    void unread(String creator, String id, Instant posted, String hashtags) {
        videos.add("('%s', '%s', TIMESTAMP '%s', '%s')".formatted(id, creator, plain(posted), hashtags));
    }

    void reading(String id, Instant at, long views, long likes, long comments, long shares) {
        readings.add("('video', '%s', TIMESTAMP '%s', %d, %d, %d, %d, NULL)".formatted(id, plain(at), views, likes,
                comments, shares));
    }

    void followers(String creator, Instant at, long followers) {
        readings.add("('creator', '%s', TIMESTAMP '%s', NULL, NULL, NULL, NULL, %d)".formatted(creator, plain(at),
                followers));
    }

    void publish() {
        try (LakeSession lake = database.lake().open(tenant)) {
            if (!videos.isEmpty()) {
                keep(lake, Collected.VIDEO, "(VALUES " + String.join(", ", videos) + ") AS t(id, who, posted, tags)",
                        Map.of("video_id", "id", "source", "'poll'", "creator", "who", "created_at", "posted",
                                "hashtags", "tags", "duration_ms", "20000"));
            }
            keep(lake, Collected.OBSERVATION,
                    "(VALUES " + String.join(", ", readings) + ") AS t(k, id, seen, v, l, c, s, f)",
                    Map.of("kind", "k", "entity_id", "id", "source", "'poll'", "observed_at", "seen", "views", "v",
                            "likes", "l", "comments", "c", "shares", "s", "followers", "f"));
        }
        videos.clear();
        readings.clear();
    }

    private void keep(LakeSession lake, Dataset dataset, String from, Map<String, String> given) {
        String columns = dataset.columns().stream()
                .map(column -> "CAST(" + given.getOrDefault(column.name(), "NULL") + " AS " + column.type() + ") AS "
                        + column.name())
                .collect(Collectors.joining(", "));
        lake.stage(dataset, "SELECT " + columns + " FROM " + from).ifPresent(file -> database.transactions()
                .run(tenant, db -> database.manifest().publish(db, file)));
    }

    void orders(CommerceFact... facts) {
        try (LakeSession lake = database.lake().open(tenant);
                CommerceChunkRepository chunk = new CommerceChunkRepository(lake, null)) {
            for (int row = 1; row <= facts.length; row++) {
                chunk.append(row, facts[row - 1]);
            }
            CommerceChunkRepository.Staged staged = chunk.stage();
            database.transactions().run(tenant, db -> {
                database.manifest().takeTurn(db);
                staged.files().forEach(file -> database.manifest().publish(db, file));
            });
        }
    }

    static ShopOrder order(String id, Instant at, String status) {
        return new ShopOrder(id, "tiktok-shop", at.plusSeconds(60), status, at, at, null, null);
    }

    static OrderLine line(String order, @Nullable String price, @Nullable Long pieces) {
        Money money = price == null ? null : new Money(new BigDecimal(price), "EUR");
        Instant at = order.equals("o4") ? daysAgo(40) : daysAgo(3);
        return new OrderLine(order, "1", "tiktok-shop", at.plusSeconds(60), new OrderLine.Item(null, null, "Soap"),
                money, pieces, null, EntityId.creator("anna"));
    }

    static AdResult ad(String name, String account, LocalDate day, String spend, Map<AdMetric, Double> figures) {
        return new AdResult(new AdResult.Subject(AdResult.Level.AD, name, null, name, account), day, "tiktok-business",
                NOON.minusSeconds(3_600), new Money(new BigDecimal(spend), "EUR"), figures);
    }

    private static String plain(Instant at) {
        return at.toString().replace("Z", "");
    }
}
