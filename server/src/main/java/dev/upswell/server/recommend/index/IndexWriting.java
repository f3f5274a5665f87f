package dev.upswell.server.recommend.index;

import dev.upswell.server.recommend.IndexUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/// Fills the index of a tenant; one process at a time, all in the calling thread.
///
/// Nothing is seen by searches before [#commit]. An index whose vectors are of another version of texts is emptied first, because
/// numbers of two versions cannot be compared; until the commit, searches go on in the old one.
///
/// **cost** about half a millisecond of processor a video of 128 numbers, more as the index grows
public final class IndexWriting implements AutoCloseable {

    /// Raised when fields change their meaning; an index of another format is made anew.
    static final String FORMAT = "1";
    static final String FORMAT_KEY = "format";
    static final String TEXTS_KEY = "texts";
    static final String FILES_KEY = "files";

    /// What later additions are merged into: few parts, because each is searched on its own.
    private static final double PARTS_PER_TIER = 4;
    private static final double LARGEST_PART_MEGABYTES = 50_000;

    private final IndexWriter writer;
    private final String textVersion;
    private final boolean begunAnew;

    private IndexWriting(IndexWriter writer, String textVersion, boolean begunAnew) {
        this.writer = writer;
        this.textVersion = textVersion;
        this.begunAnew = begunAnew;
    }

    /// Opens the index in this folder, which may be empty, for writing.
    ///
    /// @param textVersion which version of texts the vectors to come are of
    /// @param bufferMegabytes how much is held in memory before a part is written, about a kilobyte a video; the fewer parts, the less
    ///         there is to merge
    ///
    /// **errors** [IndexUnavailable] when another process writes, or when the folder cannot be written
    public static IndexWriting open(Path folder, String textVersion, int bufferMegabytes) {
        try {
            Directory directory = FSDirectory.open(folder);
            IndexWriterConfig settings = new IndexWriterConfig().setMergeScheduler(new SerialMergeScheduler())
                    .setRAMBufferSizeMB(bufferMegabytes).setCommitOnClose(false).setMergePolicy(fewParts());
            IndexWriter writer = new IndexWriter(directory, settings);
            Map<String, String> told = VideoIndex.told(writer.getLiveCommitData());
            boolean same = FORMAT.equals(told.get(FORMAT_KEY)) && textVersion.equals(told.get(TEXTS_KEY));
            if (!same) {
                writer.deleteAll();
            }
            writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT, TEXTS_KEY, textVersion).entrySet());
            return new IndexWriting(writer, textVersion, !same);
        } catch (LockObtainFailedException e) {
            throw new IndexUnavailable("the index of videos in " + folder + " is being written by another process",
                    true, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IndexUnavailable("the index of videos in " + folder + " could not be opened for writing: "
                    + e.getMessage(), false, e);
        }
    }

    private static MergePolicy fewParts() {
        return new TieredMergePolicy().setSegmentsPerTier(PARTS_PER_TIER).setMaxMergedSegmentMB(LARGEST_PART_MEGABYTES);
    }

    /// Whether the index was empty or of other texts, so that all videos have to be added.
    public boolean begunAnew() {
        return begunAnew;
    }

    /// Adds these videos; one that is known already is replaced.
    public void add(Collection<IndexedVideo> videos) {
        attempt("filled", () -> {
            for (IndexedVideo video : videos) {
                writer.updateDocument(new Term(Fields.ID, video.id()), Fields.of(video));
            }
        });
    }

    /// Brings the index to hold what is here: what is new or says something else is added, views that moved are noted, and the rest stays
    /// as it is.
    ///
    /// @param known from [#known] before the first batch
    /// @param withVectors makes videos whole; asked only of those that are new or say something else
    void bring(List<IndexedVideo> videos, KnownVideos known, UnaryOperator<List<IndexedVideo>> withVectors) {
        List<IndexedVideo> changed = videos.stream().filter(video -> !known.says(video)).toList();
        add(withVectors.apply(changed));
        attempt("filled", () -> {
            for (IndexedVideo video : videos) {
                if (known.says(video) && known.moved(video)) {
                    writer.updateNumericDocValue(new Term(Fields.ID, video.id()), Fields.VIEWS, video.views());
                }
            }
        });
    }

    /// What the index holds now.
    KnownVideos known() {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            return KnownVideos.read(reader);
        } catch (IOException e) {
            throw new IndexUnavailable("the index of videos in " + writer.getDirectory() + " could not be read: "
                    + e.getMessage(), false, e);
        }
    }

    /// Takes these videos out; unknown ones are passed over.
    public void remove(Collection<String> videos) {
        attempt("cleared", () -> writer
                .deleteDocuments(videos.stream().map(video -> new Term(Fields.ID, video)).toArray(Term[]::new)));
    }

    /// Takes all videos out; their files go with the next commit.
    void empty() {
        attempt("emptied", writer::deleteAll);
    }

    /// Notes, with the next commit, which files of the lake the index was filled from.
    void filledFrom(String files) {
        writer.setLiveCommitData(
                Map.of(FORMAT_KEY, FORMAT, TEXTS_KEY, textVersion, FILES_KEY, files).entrySet());
    }

    /// Makes all that was added and removed known to searches that are opened or refreshed from now on.
    public void commit() {
        attempt("committed", writer::commit);
    }

    /// Makes one part of all, after an index was filled anew: searches take a fraction of the time then.
    ///
    /// **cost** up to that of filling; none where there is one part already
    public void settle() {
        attempt("settled", () -> writer.forceMerge(1));
    }

    /// Ends writing; what was not committed is dropped.
    @Override
    public void close() {
        attempt("closed", () -> {
            writer.rollback();
            writer.getDirectory().close();
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private void attempt(String what, Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new IndexUnavailable(
                    "the index of videos in " + writer.getDirectory() + " could not be " + what + ": "
                            + e.getMessage(),
                    false, e);
        }
    }
}
