package dev.upswell.server.comply;

import dev.upswell.server.refusal.Refused;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.List;
import java.util.function.Supplier;

/// A rule about a source cannot be changed as asked, for a reason that the person who asked can act on.
public final class ComplianceRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    private ComplianceRefused(boolean unknown, String what, String advice) {
        super(what, advice);
        this.unknown = unknown;
    }

    static ComplianceRefused unusable(String what, String advice) {
        return new ComplianceRefused(false, what, advice);
    }

    static ComplianceRefused unknown(String what, String advice) {
        return new ComplianceRefused(true, what, advice);
    }

    /// What this work gives, for pages and endpoints.
    ///
    /// **errors** [WebProblem] in place of every such refusal.
    public static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (ComplianceRefused refused) {
            Sentence said = Sentence.ofRefusal(refused.what(), refused.advice());
            throw refused.unknown ? WebProblem.notFound(said) : WebProblem.badRequest(List.of(said));
        }
    }
}
