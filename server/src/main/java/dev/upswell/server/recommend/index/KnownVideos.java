package dev.upswell.server.recommend.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/// What an index holds, so that only what differs has to be written.
///
/// **cost** about 150 bytes a video
final class KnownVideos {

    /// Views are noted anew when they moved by more than a tenth: what is popular does not turn on less.
    private static final double MOVED = 0.1;

    private final Map<String, Known> byId = new HashMap<>();

    private record Known(long print, long views) {
    }

    static KnownVideos read(IndexReader reader) throws IOException {
        KnownVideos known = new KnownVideos();
        for (LeafReaderContext segment : reader.leaves()) {
            known.read(segment.reader());
        }
        return known;
    }

    private void read(LeafReader segment) throws IOException {
        Bits live = segment.getLiveDocs();
        BinaryDocValues ids = segment.getBinaryDocValues(Fields.VIDEO);
        NumericDocValues prints = segment.getNumericDocValues(Fields.PRINT);
        NumericDocValues views = segment.getNumericDocValues(Fields.VIEWS);
        while (ids != null && ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int document = ids.docID();
            if ((live == null || live.get(document)) && prints.advanceExact(document) && views.advanceExact(document)) {
                byId.put(ids.binaryValue().utf8ToString(), new Known(prints.longValue(), views.longValue()));
            }
        }
    }

    /// Whether the index holds this video as it is, but for its views.
    boolean says(IndexedVideo video) {
        Known known = byId.get(video.id());
        return known != null && known.print() == Fields.print(video);
    }

    boolean moved(IndexedVideo video) {
        Known known = byId.get(video.id());
        return known != null && Math.abs(known.views() - video.views()) > MOVED * Math.max(1, known.views());
    }

    /// Videos that the index holds and that are not among these.
    Set<String> without(Set<String> ids) {
        return byId.keySet().stream().filter(id -> !ids.contains(id)).collect(Collectors.toSet());
    }
}
