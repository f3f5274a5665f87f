package dev.upswell.server.recommend.person;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.recommend.LibraryRepository;
import dev.upswell.server.recommend.LibraryVideo;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.taste.TextCategories;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The videos that people did something with, as they were read last; of each what was not read yet is read from the lake.
///
/// Forgets all when other descriptions are stored or another taxonomy is asked for, and what was not asked for longest beyond 20,000 videos.
///
/// **cost** a query of the catalog where all is known; some 2 KB a video
final class ReadVideos {

    private static final int MOST = 20_000;

    private final Library library;
    private final Map<String, ReadVideo> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReadVideo> eldest) {
            return size() > MOST;
        }
    };
    private long descriptions = -1;
    private int taxonomy = -1;

    ReadVideos(Library library) {
        this.library = library;
    }

    /// Where videos are described.
    interface Library {

        /// The place of the last file of descriptions.
        long last();

        /// Tells of those of these videos that are stored.
        void read(Collection<String> ids, Consumer<LibraryVideo> each);

        /// The lake of a tenant.
        static Library of(TenantId tenant, Database database) {
            return new Library() {
                @Override
                public long last() {
                    return database.transactions().call(tenant,
                            db -> database.manifest().last(db, List.of(Collected.VIDEO)));
                }

                @Override
                public void read(Collection<String> ids, Consumer<LibraryVideo> each) {
                    try (LakeSession lake = database.lake().open(tenant)) {
                        new LibraryRepository().described(lake, ids, each);
                    }
                }
            };
        }
    }

    /// Those of these videos that are stored, by id. Who asks of videos that are known does not wait for those who read others.
    Map<String, ReadVideo> of(Collection<String> ids, KeptTaxonomy wanted, TextCategories categories) {
        long last = library.last();
        Map<String, ReadVideo> found = known(ids, last, wanted.number());
        List<String> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            Map<String, ReadVideo> told = new LinkedHashMap<>();
            library.read(missing, video -> told.put(video.id(), ReadVideo.of(video, categories)));
            keep(told, last, wanted.number());
            found.putAll(told);
        }
        return found;
    }

    private synchronized Map<String, ReadVideo> known(Collection<String> ids, long last, int number) {
        if (last != descriptions || number != taxonomy) {
            read.clear();
            descriptions = last;
            taxonomy = number;
        }
        Map<String, ReadVideo> found = new HashMap<>();
        for (String id : ids) {
            ReadVideo known = read.get(id);
            if (known != null) {
                found.put(id, known);
            }
        }
        return found;
    }

    /// Unless other descriptions or another taxonomy were asked for meanwhile.
    private synchronized void keep(Map<String, ReadVideo> told, long last, int number) {
        if (last == descriptions && number == taxonomy) {
            read.putAll(told);
        }
    }
}
