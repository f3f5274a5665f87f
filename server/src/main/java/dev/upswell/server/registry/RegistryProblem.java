package dev.upswell.server.registry;

import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.function.Supplier;

/// Turns refusals of this slice into problems that the web shell answers.
public final class RegistryProblem {

    private RegistryProblem() {
    }

    /// What this work gives, or the problem that its refusal is.
    public static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (RegistryRefused refused) {
            throw switch (refused.reason()) {
                case UNKNOWN_MODEL -> WebProblem.notFound(Sentence.of("problem.model"));
                case NO_EARLIER_MODEL -> WebProblem.conflict(Sentence.of("problem.forecast.noEarlierModel"));
                case WRONG_STATE, NO_RETRAINING ->
                    WebProblem.conflict(Sentence.ofRefusal(refused.what(), refused.advice()));
                case UNKNOWN_ALERT -> WebProblem.notFound(Sentence.of("problem.alert"));
                case UNKNOWN_TASK -> WebProblem.notFound(Sentence.of("problem.task"));
            };
        }
    }
}
