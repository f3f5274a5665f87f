package dev.upswell.server.notify;

import dev.upswell.server.vault.VaultProblem;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.List;
import java.util.function.Supplier;

/// What a page or an endpoint answers when something of this slice is refused.
public final class NotifyProblem {

    private NotifyProblem() {
    }

    /// What this work gives.
    ///
    /// **errors** [WebProblem] in place of every refusal, the vault's too.
    public static <T> T translated(Supplier<T> work) {
        try {
            return VaultProblem.translated(work);
        } catch (NotifyRefused refused) {
            Sentence said = Sentence.ofRefusal(refused.what(), refused.advice());
            throw switch (refused.reason()) {
                case UNUSABLE -> WebProblem.badRequest(List.of(said));
                case UNKNOWN -> WebProblem.notFound(said);
                case CONFLICT -> WebProblem.conflict(said);
            };
        }
    }
}
