package dev.upswell.server.recommend.index;

import dev.upswell.learn.Fingerprint;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.recommend.IndexRefresh;
import dev.upswell.server.recommend.IndexUnavailable;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps the index of a tenant at what the lake holds; an index remembers which files it was filled from.
public final class LakeRefresh implements IndexRefresh {

    private final TenantId tenant;
    private final Database database;
    private final IndexFilling filling;
    private final TenantIndex index;
    private final InstantSource clock;
    private @Nullable Instant looked;

    public LakeRefresh(TenantId tenant, Database database, IndexFilling filling, TenantIndex index,
            InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.filling = filling;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public synchronized Refreshed bring(Duration mayBeOld) {
        Instant now = clock.instant();
        if (looked != null && now.isBefore(looked.plus(mayBeOld))) {
            return new Refreshed(index.videos(), 0, 0);
        }
        String stored = files(database, tenant, filling.version());
        Refreshed refreshed = stored.equals(filledFrom())
                ? new Refreshed(index.videos(), 0, 0)
                : filled(filling.fill(tenant, index.folder()));
        looked = now;
        return refreshed;
    }

    @Override
    public synchronized Refreshed anew() {
        Refreshed refreshed = filled(filling.anew(tenant, index.folder()));
        looked = clock.instant();
        return refreshed;
    }

    private static Refreshed filled(IndexFilling.Filled filled) {
        return new Refreshed(filled.videos(), filled.written(), filled.removed());
    }

    /// Empty where there is no index that can be read: it is made anew then.
    private String filledFrom() {
        try {
            return index.filledFrom();
        } catch (IndexUnavailable e) {
            return "";
        }
    }

    /// Names the visible files of videos and readings, and what else the index follows from.
    static String files(Database database, TenantId tenant, String version) {
        String ids = database.transactions().call(tenant, db -> Stream.of(Collected.VIDEO, Collected.OBSERVATION)
                .flatMap(dataset -> database.manifest().visible(db, dataset).stream()).map(LakeFile::id)
                .map(String::valueOf).sorted().collect(Collectors.joining(" ")));
        return version + " " + Fingerprint.of(ids.getBytes(StandardCharsets.UTF_8));
    }
}
