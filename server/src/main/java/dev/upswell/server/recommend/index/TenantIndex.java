package dev.upswell.server.recommend.index;

import dev.upswell.server.recommend.Found;
import dev.upswell.server.recommend.IndexUnavailable;
import dev.upswell.server.recommend.Retrieval;
import dev.upswell.server.recommend.Wanted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The index of a tenant, opened when it is first asked and whenever it was away; every search sees the last commit.
public final class TenantIndex implements Retrieval, AutoCloseable {

    private final Path folder;
    private final @Nullable Duration lifetime;
    private @Nullable VideoIndex open;

    /// An index of videos that do not expire.
    public TenantIndex(Path folder) {
        this(folder, null);
    }

    /// @param lifetime of a video after it was posted, as the index is filled with; null: videos do not expire
    public TenantIndex(Path folder, @Nullable Duration lifetime) {
        VectorNotice.silence();
        this.folder = folder;
        this.lifetime = lifetime;
    }

    @Override
    public @Nullable Duration lifetime() {
        return lifetime;
    }

    @Override
    public List<Found> find(Wanted wanted) {
        return index().find(wanted);
    }

    @Override
    public List<Found> popular(Wanted wanted) {
        return index().popular(wanted);
    }

    @Override
    public List<Found> named(Collection<String> videos, Wanted wanted) {
        return index().named(videos, wanted);
    }

    @Override
    public String textVersion() {
        return index().textVersion();
    }

    Path folder() {
        return folder;
    }

    int videos() {
        return index().videos();
    }

    String filledFrom() {
        return index().filledFrom();
    }

    /// Asking whether there is a newer commit takes some hundredths of a millisecond.
    private synchronized VideoIndex index() {
        VideoIndex index = open;
        if (index == null) {
            index = VideoIndex.open(folder);
            open = index;
            return index;
        }
        try {
            index.refresh();
            return index;
        } catch (IndexUnavailable e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        VideoIndex index = open;
        open = null;
        if (index != null) {
            index.close();
        }
    }
}
