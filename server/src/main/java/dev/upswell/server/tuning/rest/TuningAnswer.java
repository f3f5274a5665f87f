package dev.upswell.server.tuning.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.tune.Confirmation;
import dev.upswell.tune.SearchResult;
import dev.upswell.tune.Trial;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A search for trainer settings as programs read it.
@Schema(name = "Tuning", description = "A search for better trainer settings inside the training window of a task")
record TuningAnswer(UUID id, String kind, int horizonHours,
        @Schema(description = "Nothing later was known to it") Instant asOf, long seed,
        @Schema(description = "Whether trainings use other settings than the usual from then on") boolean adopted,
        int rows, int surges,
        @Schema(description = "First cut on which candidates were compared") Instant judgedFrom,
        @Schema(description = "First cut on which the best met the usual settings") Instant confirmedFrom,
        Search trees, Search regression, String codeVersion, Instant createdAt) {

    static TuningAnswer of(StoredTuning one, boolean withTrials) {
        return new TuningAnswer(one.id(), one.task().kind().label(), one.task().horizonHours(), one.asOf(), one.seed(),
                one.report().adopted(), one.report().rows(), one.report().positives(), one.report().judgedFrom(),
                one.report().confirmedFrom(), Search.of(one.report().trees(), withTrials),
                Search.of(one.report().regression(), withTrials), one.codeVersion(), one.createdAt());
    }

    /// One kind of model.
    @Schema(name = "TuningSearch", description = "The search for one kind of model; figures are PR-AUC before calibration")
    record Search(int candidates, boolean adopted,
            @Schema(description = "The usual settings") Object usual,
            @Schema(description = "Over the parts that choose") double usualPrAuc,
            @Schema(description = "The best on the parts that choose; the usual when none was better") Object best,
            double bestPrAuc,
            @Schema(description = "The best beside the usual on the newest part, with the 95 % interval of the difference over entities; absent when the usual is the best") @Nullable Confirmation confirmation,
            @Schema(description = "Every candidate; only where one search is asked for") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<? extends Trial<?>> trials) {

        static Search of(SearchResult<?> result, boolean withTrials) {
            return new Search(result.trials().size(), result.adopted(), result.usual(), result.usualPrAuc(),
                    result.best(), result.bestPrAuc(), result.confirmation(), withTrials ? result.trials() : null);
        }
    }
}
