package dev.upswell.server.recommend.person;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.recommend.LibraryRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.taste.TextCategories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The videos that people did something with, as they were read last; of each what was not read yet is read from the lake.
///
/// Forgets all when other descriptions are stored or another taxonomy is asked for, and what was not asked for longest beyond 20,000 videos.
///
/// **cost** a query of the catalog where all is known; some 2 KB a video
final class ReadVideos {

    private static final int MOST = 20_000;

    private final TenantId tenant;
    private final Database database;
    private final Map<String, ReadVideo> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReadVideo> eldest) {
            return size() > MOST;
        }
    };
    private long descriptions = -1;
    private int taxonomy = -1;

    ReadVideos(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// Those of these videos that are stored, by id.
    synchronized Map<String, ReadVideo> of(Collection<String> ids, KeptTaxonomy wanted, TextCategories categories) {
        long last = database.transactions().call(tenant,
                db -> database.manifest().last(db, List.of(Collected.VIDEO)));
        if (last != descriptions || wanted.number() != taxonomy) {
            read.clear();
            descriptions = last;
            taxonomy = wanted.number();
        }
        Map<String, ReadVideo> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            ReadVideo known = read.get(id);
            if (known == null) {
                missing.add(id);
            } else {
                found.put(id, known);
            }
        }
        if (!missing.isEmpty()) {
            try (LakeSession lake = database.lake().open(tenant)) {
                new LibraryRepository().described(lake, missing,
                        video -> found.put(video.id(), ReadVideo.of(video, categories)));
            }
            missing.forEach(id -> found.computeIfPresent(id, (same, video) -> {
                read.put(same, video);
                return video;
            }));
        }
        return found;
    }
}
