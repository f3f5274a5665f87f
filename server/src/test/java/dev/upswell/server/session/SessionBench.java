package dev.upswell.server.session;

import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.live.sweep.LiveCollecting;
import dev.upswell.server.live.sweep.LiveParts;
import dev.upswell.server.session.keep.KeptSessions;
import dev.upswell.server.session.keep.SessionParts;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.vault.MasterKeys;
import dev.upswell.server.vault.Vault;
import dev.upswell.server.trend.Expectations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// A tenant with sessions, at a time that stands still until it is set.
public final class SessionBench {

    public static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    public final KeptSessions sessions;
    public Instant now = NOON;
    public Consent consent = page -> Optional.empty();

    public SessionBench(Path folder, CaptureBrowser browser) {
        LiveParts live = new LiveParts(tenant, database, List::of, Set.of(), Expectations.NONE,
                Collecting.answers(database, () -> now),
                () -> now, time -> {
                }, new SplittableRandom(1));
        sessions = new KeptSessions(new SessionParts(tenant, database, vault(folder), LiveCollecting.inbox(live),
                page -> consent.objection(page), () -> browser, () -> now, Duration.ofHours(1)));
    }

    public Vault vault(Path folder) {
        return new Vault(tenant, database, new MasterKeys(folder, "", List.of()), () -> now);
    }

    /// A healthy session of this name with this cookie, which ends in ten days.
    public Session healthy(String name, URI page, String cookie) {
        return healthy(name, page, cookie, Duration.ofDays(10));
    }

    /// The same with a cookie that lasts so long; a real browser goes by a clock of its own.
    public Session healthy(String name, URI page, String cookie, Duration lasting) {
        sessions.add(new Identity(name, page, null, null), null);
        return sessions.importCookies(name, "%s\tFALSE\t/\tFALSE\t%d\tsessionid\t%s\n".formatted(page.getHost(),
                now.plus(lasting).getEpochSecond(), cookie));
    }

    public <T> List<T> list(String sql, Class<T> type) {
        return database.transactions().call(tenant, db -> db.sql(sql).query(type).list());
    }

    /// One answer of a Creator Center with a video of these views.
    public static String answer(String id, long views, boolean more) {
        return """
            {"status_code": 0, "has_more": %s, "cursor": 1, "item_list": [{"item_id": "%s", "desc": "slow bread #sourdough",
             "create_time": "1769514210", "post_time": "1769514210", "schedule_time": "0", "duration": 31046,
             "play_count": "%d", "like_count": "12", "comment_count": "3", "share_count": "1", "favorite_count": "2",
             "visibility": 1, "in_review": false, "status": 1}]}"""
                .formatted(more, id, views);
    }
}
