package dev.upswell.server.quality;

import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// What a page or an endpoint answers when something about quality is refused.
public final class QualityProblem {

    private QualityProblem() {
    }

    /// What this work gives.
    ///
    /// **errors** [WebProblem] in place of every refusal
    public static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (QualityRefused refused) {
            Sentence said = Sentence.ofRefusal(refused.what(), refused.advice());
            throw refused.isUnknown() ? WebProblem.notFound(said) : WebProblem.badRequest(List.of(said));
        }
    }

    /// The id that an address has.
    ///
    /// **errors** [WebProblem] when it is none
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.quality.batch"));
        }
    }
}
