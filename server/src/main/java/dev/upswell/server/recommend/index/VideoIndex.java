package dev.upswell.server.recommend.index;

import dev.upswell.server.recommend.Found;
import dev.upswell.server.recommend.IndexUnavailable;
import dev.upswell.server.recommend.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The index of a tenant's videos, open for searches by any number of threads and processes.
///
/// A cache: what it holds comes from the lake and may be thrown away at any time. A search sees the last commit that was there when
/// the index was opened or refreshed.
public final class VideoIndex implements AutoCloseable {

    private final Path folder;
    private final Directory directory;
    private final SearcherManager searchers;
    private final SegmentColumns.Cache columns;
    private final SearchSettings settings;

    private VideoIndex(Path folder, Directory directory, SearcherManager searchers, SegmentColumns.Cache columns,
            SearchSettings settings) {
        this.folder = folder;
        this.directory = directory;
        this.searchers = searchers;
        this.columns = columns;
        this.settings = settings;
    }

    /// Opens the index in this folder.
    ///
    /// **errors** [IndexUnavailable] when none was committed there, or when it cannot be read
    public static VideoIndex open(Path folder) {
        return open(folder, SearchSettings.USUAL);
    }

    /// Opens the index in this folder to be searched so.
    ///
    /// **errors** [IndexUnavailable] when none was committed there, or when it cannot be read
    public static VideoIndex open(Path folder, SearchSettings settings) {
        try {
            Directory directory = FSDirectory.open(folder);
            SegmentColumns.Cache columns = new SegmentColumns.Cache();
            return new VideoIndex(folder, directory, new SearcherManager(directory, warm(columns)), columns,
                    settings);
        } catch (IndexNotFoundException e) {
            throw new IndexUnavailable("there is no index of videos in " + folder, false, e);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(folder, e);
        }
    }

    /// Reads the columns of new segments before the first search needs them.
    private static SearcherFactory warm(SegmentColumns.Cache columns) {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
                for (LeafReaderContext segment : reader.leaves()) {
                    columns.of(segment.reader());
                }
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setQueryCache(null); // no two people want the same
                return searcher;
            }
        };
    }

    /// What fits best, best first; the lists of all vectors and of the terms are joined by reciprocal ranks.
    public List<Found> find(Wanted wanted) {
        return with(searcher -> new HybridSearch(searcher, columns, settings).find(wanted));
    }

    /// What was viewed most, most first, whatever a person likes; vectors and terms are passed over.
    public List<Found> popular(Wanted wanted) {
        return with(searcher -> new HybridSearch(searcher, columns, settings).popular(wanted));
    }

    /// These videos, as far as they are known and may be found; vectors and terms are passed over.
    public List<Found> named(Collection<String> videos, Wanted wanted) {
        return with(searcher -> new HybridSearch(searcher, columns, settings).named(videos, wanted));
    }

    /// Number of videos that can be found.
    public int videos() {
        return with(searcher -> searcher.getIndexReader().numDocs());
    }

    /// Number of parts that a search goes through one by one.
    public int segments() {
        return with(searcher -> searcher.getIndexReader().leaves().size());
    }

    /// Which version of texts the vectors are of.
    public String textVersion() {
        return told(IndexWriting.TEXTS_KEY);
    }

    /// Which files of the lake it was filled from; empty where nobody noted it.
    String filledFrom() {
        return told(IndexWriting.FILES_KEY);
    }

    private String told(String key) {
        return with(searcher -> told(((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData()
                .entrySet()).getOrDefault(key, ""));
    }

    /// Lets searches from now on see what was committed last.
    public void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            directory.close();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    static Map<String, String> told(@Nullable Iterable<Map.Entry<String, String>> entries) {
        Map<String, String> told = new HashMap<>();
        if (entries != null) {
            entries.forEach(entry -> told.put(entry.getKey(), entry.getValue()));
        }
        return told;
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static IndexUnavailable unreadable(Path folder, Exception cause) {
        return new IndexUnavailable("the index of videos in " + folder + " could not be read: " + cause.getMessage(),
                false, cause);
    }
}
