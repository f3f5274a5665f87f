package dev.upswell.server.live.sweep;

import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.Dataset.Column;
import java.util.List;

/// The raw answers of providers in the lake, for replay by a later mapper.
public final class AnswerDataset {

    /// Every answer that was stored.
    public static final Dataset ANSWER = new Dataset("answer",
            List.of(new Column("request_id", "VARCHAR", "Request that it answers, as in source_request.id · surrogate"),
                    new Column("source", "VARCHAR",
                            "Source under which its readings are kept, for example ensembledata"),
                    new Column("format", "VARCHAR", "Format by which it was read, for example ensembledata-posts"),
                    new Column("subject", "VARCHAR", "What was asked about, for example hashtag:glasshair"),
                    new Column("page", "INTEGER", "Number of the page, from 1"),
                    new Column("answered_at", "TIMESTAMP", "When it came, UTC"),
                    new Column("body", "VARCHAR", "The answer as it came, without keys")),
            "answered_at", List.of("source", "answered_at"));

    /// Name of the lock under which answers are stored.
    public static final String WORK = "answers";

    private AnswerDataset() {
    }
}
