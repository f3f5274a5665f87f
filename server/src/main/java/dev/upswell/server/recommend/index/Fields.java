package dev.upswell.server.recommend.index;

import dev.upswell.numeric.SplitMix;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A video as a document of the search library.
final class Fields {

    static final String ID = "id";
    static final String VIDEO = "video";
    static final String CREATOR = "creator";
    static final String VIDEO_KEY = "video-key";
    static final String CREATOR_KEY = "creator-key";
    static final String EXPIRES = "expires";
    static final String VIEWS = "views";
    static final String PRINT = "print";
    static final String TERMS = "terms";
    static final String VECTOR = "vector";

    private static final FieldType WORDS = words();

    private Fields() {
    }

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    static Document of(IndexedVideo video) {
        Document document = new Document();
        document.add(new StringField(ID, video.id(), Field.Store.NO));
        document.add(new BinaryDocValuesField(VIDEO, new BytesRef(video.id())));
        document.add(new NumericDocValuesField(VIDEO_KEY, Keys.of(video.id())));
        if (video.creator() != null) {
            document.add(new BinaryDocValuesField(CREATOR, new BytesRef(video.creator())));
            document.add(new NumericDocValuesField(CREATOR_KEY, Keys.of(video.creator())));
        }
        document.add(new NumericDocValuesField(EXPIRES,
                video.expiresAt() == null ? Long.MAX_VALUE : video.expiresAt().toEpochMilli()));
        document.add(new NumericDocValuesField(VIEWS, video.views()));
        document.add(new NumericDocValuesField(PRINT, print(video)));
        document.add(new Field(TERMS, new ListedTerms(video.terms()), WORDS));
        float[] unit = unit(video.vector());
        if (unit.length > 0) {
            document.add(new KnnFloatVectorField(VECTOR, unit, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    /// What a video says, as 64 bits: all but its views and its vector, which follows from the rest.
    static long print(IndexedVideo video) {
        long print = Keys.of(String.join(" ", video.terms()));
        print = SplitMix.mix(print ^ (video.creator() == null ? 1 : Keys.of(video.creator())));
        return SplitMix.mix(print ^ (video.expiresAt() == null ? 1 : video.expiresAt().toEpochMilli()));
    }

    /// This vector at length 1; empty where there is none or its length is 0.
    static float[] unit(float @Nullable [] vector) {
        if (vector == null) {
            return new float[0];
        }
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (!(squares > 0)) {
            return new float[0];
        }
        float[] unit = new float[vector.length];
        double length = Math.sqrt(squares);
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
