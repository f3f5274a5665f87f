package dev.upswell.server.recommend.index;

import dev.upswell.server.recommend.Found;
import dev.upswell.server.recommend.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One search by vectors and by words.
///
/// What must not be found is asked of each document that the search passes by, so that leaving out a few thousand of a million costs
/// nothing beforehand; a filter of the library would first be written out as a million bits.
///
/// **source** Cormack, Clarke and Büttcher, Reciprocal rank fusion outperforms Condorcet (SIGIR 2009) for the constant 60
final class HybridSearch {

    private static final double RANK_CONSTANT = 60;

    /// Best first; the earlier document where scores are equal, so that equal searches find the same.
    private static final Comparator<ScoreDoc> BEST_FIRST = Comparator.<ScoreDoc>comparingDouble(hit -> -hit.score)
            .thenComparingInt(hit -> hit.doc);

    private final IndexSearcher searcher;
    private final SegmentColumns.Cache columns;
    private final SearchSettings settings;

    HybridSearch(IndexSearcher searcher, SegmentColumns.Cache columns, SearchSettings settings) {
        this.searcher = searcher;
        this.columns = columns;
        this.settings = settings;
    }

    List<Found> find(Wanted wanted) throws IOException {
        Bits[] allowed = allowed(LeftOut.of(wanted));
        Map<Integer, Rank> ranks = new HashMap<>();
        for (float[] vector : wanted.vectors()) {
            float[] unit = Fields.unit(vector);
            if (unit.length > 0) {
                List<ScoreDoc> near = near(unit, wanted.each(), allowed);
                rank(ranks, near, false);
            }
        }
        if (!wanted.terms().isEmpty()) {
            rank(ranks, saying(wanted.terms(), wanted.each(), allowed), true);
        }
        return read(ranks);
    }

    List<Found> popular(Wanted wanted) throws IOException {
        Bits[] allowed = allowed(LeftOut.of(wanted));
        List<ScoreDoc> most = new ArrayList<>();
        for (LeafReaderContext segment : segments()) {
            NumericDocValues views = segment.reader().getNumericDocValues(Fields.VIEWS);
            while (views != null && views.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (allowed[segment.ord].get(views.docID())) {
                    most.add(new ScoreDoc(segment.docBase + views.docID(), views.longValue()));
                }
            }
        }
        Map<Integer, Rank> ranks = new HashMap<>();
        rank(ranks, most.stream().sorted(BEST_FIRST).limit(wanted.each()).toList(), false);
        return read(ranks).stream().map(
                found -> new Found(found.video(), found.creator(), found.ranked(), 0, false, found.vector())).toList();
    }

    List<Found> named(Collection<String> videos, Wanted wanted) throws IOException {
        Bits[] allowed = allowed(LeftOut.of(wanted));
        Map<Integer, Rank> ranks = new HashMap<>();
        for (LeafReaderContext segment : segments()) {
            Terms ids = segment.reader().terms(Fields.ID);
            if (ids == null) {
                continue;
            }
            TermsEnum at = ids.iterator();
            PostingsEnum postings = null;
            for (String video : videos) {
                if (at.seekExact(new BytesRef(video))) {
                    postings = at.postings(postings, PostingsEnum.NONE);
                    while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                        if (allowed[segment.ord].get(postings.docID())) {
                            ranks.put(segment.docBase + postings.docID(), Rank.NONE);
                        }
                    }
                }
            }
        }
        return read(ranks);
    }

    private List<LeafReaderContext> segments() {
        return searcher.getIndexReader().leaves();
    }

    private Bits[] allowed(LeftOut leftOut) throws IOException {
        Bits[] allowed = new Bits[segments().size()];
        for (LeafReaderContext segment : segments()) {
            LeafReader reader = segment.reader();
            Bits live = reader.getLiveDocs();
            allowed[segment.ord] = columns.of(reader).allowed(
                    live == null ? new Bits.MatchAllBits(reader.maxDoc()) : live,
                    leftOut);
        }
        return allowed;
    }

    /// The documents whose vectors are nearest, best first.
    private List<ScoreDoc> near(float[] unit, int count, Bits[] allowed) throws IOException {
        List<ScoreDoc> near = new ArrayList<>();
        for (LeafReaderContext segment : segments()) {
            LeafReader reader = segment.reader();
            TopKnnCollector collector = new TopKnnCollector(Math.max(count, settings.breadth()), Integer.MAX_VALUE,
                    columns.of(reader).entries().near(unit));
            reader.searchNearestVectors(Fields.VECTOR, unit, collector,
                    AcceptDocs.fromLiveDocs(allowed[segment.ord], reader.maxDoc()));
            for (ScoreDoc hit : collector.topDocs().scoreDocs) {
                near.add(new ScoreDoc(segment.docBase + hit.doc, hit.score));
            }
        }
        return near.stream().sorted(BEST_FIRST).limit(count).toList();
    }

    /// The documents that say most of these terms by their weights (BM25), best first.
    private List<ScoreDoc> saying(Map<String, Float> terms, int count, Bits[] allowed) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(settings.mostTerms())
                .forEach(term -> any.add(
                        new BoostQuery(new TermQuery(new Term(Fields.TERMS, term.getKey())), term.getValue()),
                        BooleanClause.Occur.SHOULD));
        Weight weight = searcher.createWeight(searcher.rewrite(any.build()), ScoreMode.TOP_SCORES, 1);
        TopScoreDocCollector collector = new TopScoreDocCollectorManager(count, count).newCollector();
        for (LeafReaderContext segment : segments()) {
            BulkScorer scorer = weight.bulkScorer(segment);
            if (scorer == null) {
                continue;
            }
            try {
                LeafCollector leaf = collector.getLeafCollector(segment);
                scorer.score(leaf, allowed[segment.ord], 0, DocIdSetIterator.NO_MORE_DOCS);
                leaf.finish();
            } catch (CollectionTerminatedException e) {
                continue; // nothing of this segment could come among the best
            }
        }
        return Arrays.stream(collector.topDocs().scoreDocs).sorted(BEST_FIRST).toList();
    }

    /// What is known of a document so far.
    private record Rank(double ranked, int byVectors, boolean byTerms) {

        static final Rank NONE = new Rank(0, 0, false);

        Rank at(int place, boolean terms) {
            return new Rank(ranked + 1 / (RANK_CONSTANT + place), terms ? byVectors : byVectors + 1, byTerms || terms);
        }
    }

    private static void rank(Map<Integer, Rank> ranks, List<ScoreDoc> hits, boolean terms) {
        for (int i = 0; i < hits.size(); i++) {
            ranks.put(hits.get(i).doc, ranks.getOrDefault(hits.get(i).doc, Rank.NONE).at(i + 1, terms));
        }
    }

    /// These documents as videos, best first.
    private List<Found> read(Map<Integer, Rank> ranks) throws IOException {
        int[] documents = ranks.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        List<Found> found = new ArrayList<>(documents.length);
        int next = 0;
        for (LeafReaderContext segment : segments()) {
            int end = segment.docBase + segment.reader().maxDoc();
            Stored stored = Stored.of(segment.reader());
            for (; next < documents.length && documents[next] < end; next++) {
                Rank rank = ranks.getOrDefault(documents[next], Rank.NONE);
                found.add(stored.read(documents[next] - segment.docBase, rank));
            }
        }
        found.sort(Comparator.comparingDouble((Found video) -> -video.ranked()).thenComparing(Found::video));
        return found;
    }

    /// Readers of one segment, which go forward only.
    private record Stored(BinaryDocValues videos, @Nullable BinaryDocValues creators,
            @Nullable FloatVectorValues vectors,
            KnnVectorValues.@Nullable DocIndexIterator places) {

        static Stored of(LeafReader reader) throws IOException {
            FloatVectorValues vectors = reader.getFloatVectorValues(Fields.VECTOR);
            return new Stored(reader.getBinaryDocValues(Fields.VIDEO), reader.getBinaryDocValues(Fields.CREATOR),
                    vectors,
                    vectors == null ? null : vectors.iterator());
        }

        Found read(int document, Rank rank) throws IOException {
            return new Found(Objects.requireNonNull(text(videos, document)), text(creators, document), rank.ranked(),
                    rank.byVectors(), rank.byTerms(), vector(document));
        }

        private static @Nullable String text(@Nullable BinaryDocValues values, int document) throws IOException {
            if (values == null || !values.advanceExact(document)) {
                return null;
            }
            BytesRef bytes = values.binaryValue();
            return bytes.utf8ToString();
        }

        private float @Nullable [] vector(int document) throws IOException {
            if (vectors == null || places == null) {
                return null;
            }
            int at = places.docID() < document ? places.advance(document) : places.docID();
            return at == document ? vectors.vectorValue(places.index()).clone() : null;
        }
    }
}
