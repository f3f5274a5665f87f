package dev.upswell.server.web;

import java.time.Instant;

/// What a reader must know about the state of a page before believing its numbers.
public sealed interface Notice {

    /// Nothing new has come since then, for longer than the sources usually take.
    record Stale(Instant since) implements Notice {
    }

    /// Of so many watched entities, this many had too few readings to be measured.
    record Partial(long unmeasured, long watched) implements Notice {
    }

    /// No model serves these entities, so they are ranked by momentum.
    record NoForecast() implements Notice {
    }

    /// Work on data that has come in is not finished: numbers will still move.
    record Working(long due) implements Notice {
    }

    /// Something that a sentence of the bundle explains.
    record Remark(Sentence sentence) implements Notice {
    }

    /// The message code of this kind of notice.
    default String code() {
        return switch (this) {
            case Stale stale -> "notice.stale";
            case Partial partial -> "notice.partial";
            case NoForecast none -> "notice.noForecast";
            case Working working -> "notice.working";
            case Remark remark -> remark.sentence().code();
        };
    }

    /// `warn` where numbers may mislead, `note` where they are only fewer.
    default String tone() {
        return switch (this) {
            case Stale stale -> "warn";
            case Partial partial -> "note";
            case NoForecast none -> "note";
            case Working working -> "note";
            case Remark remark -> "note";
        };
    }

    /// The whole notice as a sentence.
    default Sentence sentence(Times times, Figures figures) {
        return switch (this) {
            case Stale stale -> Sentence.of(code(), times.moment(stale.since()), times.age(stale.since()));
            case Partial partial -> Sentence.of(code(), figures.exact(partial.unmeasured()),
                    figures.exact(partial.watched()));
            case NoForecast none -> Sentence.of(code());
            case Working working -> Sentence.of(code(), figures.exact(working.due()));
            case Remark remark -> remark.sentence();
        };
    }
}
