package dev.upswell.server.forecast.rest;

import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.function.Supplier;

/// Turns refusals of this slice into problems that the web shell answers.
final class Refusals {

    private Refusals() {
    }

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (ForecastRefused refused) {
            throw switch (refused.reason()) {
                case BUSY -> WebProblem.conflict(Sentence.of("problem.forecast.busy"));
                case TOO_LITTLE_DATA -> WebProblem.unusable(Sentence.ofRefusal(refused.what(), refused.advice()));
                case NO_MODEL -> WebProblem.conflict(Sentence.of("problem.forecast.noModel"));
            };
        }
    }
}
