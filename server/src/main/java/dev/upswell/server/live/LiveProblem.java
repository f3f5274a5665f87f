package dev.upswell.server.live;

import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// What a page or an endpoint answers when something of this slice is refused.
public final class LiveProblem {

    private LiveProblem() {
    }

    /// What this work gives.
    ///
    /// **errors** [WebProblem] in place of every refusal.
    public static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (LiveRefused refused) {
            Sentence said = Sentence.ofRefusal(refused.what(), refused.advice());
            throw switch (refused.reason()) {
                case UNUSABLE -> WebProblem.badRequest(List.of(said));
                case UNKNOWN -> WebProblem.notFound(said);
                case CONFLICT -> WebProblem.conflict(said);
            };
        }
    }

    /// The subject that this text names.
    ///
    /// **errors** [WebProblem] when it names none.
    public static Subject subject(String text) {
        return translated(() -> {
            try {
                return Subject.parse(text);
            } catch (IllegalArgumentException refused) {
                throw LiveRefused.unusable(refused);
            }
        });
    }

    /// The dead letters that a query means, by `source`, `reason`, `from` and `until`.
    public static DeadLetters.Filter letters(Query query) {
        return new DeadLetters.Filter(query.text("source", 64).orElse(""), query.text("reason", 64).orElse(""),
                query.instant("from").orElse(null), query.instant("until").orElse(null));
    }

    /// The filter, by which letters are closed.
    ///
    /// **errors** [WebProblem] when it means all letters and nobody said so.
    public static DeadLetters.Filter closing(DeadLetters.Filter filter, boolean all) {
        return translated(() -> {
            if (filter.isAll() && !all) {
                throw LiveRefused.unusable("It is not said which dead letters are meant.",
                        "Name source, reason, from or until, or say all=true.");
            }
            return filter;
        });
    }

    /// The id that an address has.
    ///
    /// **errors** [WebProblem] when it is none, as when there is nothing with it.
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.live.unknown"));
        }
    }
}
