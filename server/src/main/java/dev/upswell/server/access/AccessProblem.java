package dev.upswell.server.access;

import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.List;
import java.util.function.Supplier;

/// What a page or an endpoint answers when something of this slice is refused.
public final class AccessProblem {

    private AccessProblem() {
    }

    /// What this work gives.
    ///
    /// **errors** [WebProblem] in place of every refusal.
    public static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (AccessRefused refused) {
            Sentence said = Sentence.ofRefusal(refused.what(), refused.advice());
            throw switch (refused.reason()) {
                case UNUSABLE -> WebProblem.badRequest(List.of(said));
                case UNKNOWN -> WebProblem.notFound(said);
                case TAKEN -> WebProblem.conflict(said);
            };
        }
    }
}
