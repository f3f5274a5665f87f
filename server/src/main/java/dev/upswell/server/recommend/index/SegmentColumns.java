package dev.upswell.server.recommend.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;

/// What is asked of every video that a search passes by, in memory: 24 bytes a video; and where searches start.
///
/// @param videos their keys, by document
/// @param creators keys of their creators
/// @param expires milliseconds since 1970
record SegmentColumns(long[] videos, long[] creators, long[] expires, EntryPoints entries) {

    /// Columns of open segments; gone when the segment is.
    static final class Cache {

        private final Map<IndexReader.CacheKey, SegmentColumns> bySegment = new ConcurrentHashMap<>();

        SegmentColumns of(LeafReader segment) throws IOException {
            IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
            SegmentColumns known = bySegment.get(helper.getKey());
            if (known != null) {
                return known;
            }
            SegmentColumns read = read(segment);
            if (bySegment.put(helper.getKey(), read) == null) {
                helper.addClosedListener(bySegment::remove);
            }
            return read;
        }
    }

    static SegmentColumns read(LeafReader segment) throws IOException {
        return new SegmentColumns(column(segment, Fields.VIDEO_KEY), column(segment, Fields.CREATOR_KEY),
                column(segment, Fields.EXPIRES), EntryPoints.of(segment));
    }

    private static long[] column(LeafReader segment, String field) throws IOException {
        long[] values = new long[segment.maxDoc()];
        Arrays.fill(values, Long.MAX_VALUE);
        NumericDocValues read = segment.getNumericDocValues(field);
        while (read != null && read.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
            values[read.docID()] = read.longValue();
        }
        return values;
    }

    /// Which documents may be found.
    Bits allowed(Bits live, LeftOut leftOut) {
        return new Allowed(this, live, leftOut);
    }

    /// @param live documents that were not replaced; all where the segment has none that were
    private record Allowed(SegmentColumns columns, Bits live, LeftOut leftOut) implements Bits {

        @Override
        public boolean get(int document) {
            return live.get(document) && columns.expires[document] > leftOut.at()
                    && !leftOut.videos().contains(columns.videos[document])
                    && !leftOut.creators().contains(columns.creators[document]);
        }

        @Override
        public int length() {
            return columns.videos.length;
        }
    }
}
