package dev.upswell.server.weigh.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.weigh.History;
import dev.upswell.server.weigh.LearntWeights;
import dev.upswell.server.weigh.LearntWeights.End;
import dev.upswell.weigh.FitSettings;
import dev.upswell.weigh.Interval;
import dev.upswell.weigh.Lack;
import dev.upswell.weigh.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Learnt weights as programs read them.
@Schema(name = "LearntWeights")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LearntAnswer(String id, String name,
        @Schema(description = "Of the weighting under this name; left out until weights were learnt") @Nullable Integer version,
        @Schema(description = "running, learnt, lacking (there was too little to learn from) or failed") String state,
        @Schema(description = "Share of the history that is read [0..1]; while it runs in this process") @Nullable Double done,
        @Schema(description = "history, or the name of a file") String origin,
        @Schema(description = "Nothing that was told later counts; left out for files") @Nullable Instant asOf,
        Asked settings, String askedBy, Instant begunAt, @Nullable Instant endedAt,
        @Schema(description = "Whether scorecards go by these weights now") boolean inForce,
        @Schema(description = "How much there was to learn from; left out until it was read") @Nullable Extent history,
        @Schema(description = "What there was too little of; left out unless lacking") @Nullable List<Lacked> lacks,
        @Schema(description = "By indicator; left out unless learnt") @Nullable Map<String, Weight> weights,
        @Schema(description = "What was learnt from; left out unless learnt") @Nullable Source source,
        @Schema(description = "How the weights rank later revenue of other creators; left out unless learnt") @Nullable Judged judged,
        @Schema(description = "Why it ended without a result; left out unless failed") @Nullable String failure) {

    /// How it was asked for.
    @Schema(name = "LearntWeightsSettings")
    record Asked(int judge, String tiers, int resamples, long seed, int periodDays) {
    }

    /// How much there was.
    @Schema(name = "LearntWeightsHistory")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Extent(int outcomes, int creators, @Schema(description = "Ends of periods, by time") List<String> periods,
            @Nullable String currency,
            @Schema(description = "Scorecards whose next revenue is not known") int withoutRevenue,
            @Schema(description = "Left out: in another currency") int otherCurrency) {

        static Extent of(History.Extent one) {
            return new Extent(one.outcomes(), one.creators(), one.periods(), one.currency(), one.withoutRevenue(),
                    one.otherCurrency());
        }
    }

    /// Of what there was too little.
    @Schema(name = "LearntWeightsLack")
    record Lacked(
            @Schema(description = "periods, creators, judged_creators, outcomes, revenues or indicators") String what,
            int there, int needed) {

        static Lacked of(Lack lack) {
            return new Lacked(lack.what().name().toLowerCase(Locale.ROOT), lack.there(), lack.needed());
        }
    }

    /// A weight.
    @Schema(name = "LearntWeight")
    record Weight(double weight,
            @Schema(description = "Where it lies in 90 of 100 draws of creators") Between spread, double written,
            @Schema(description = "Whether it is known in a tenth of the outcomes; its weight is 0 otherwise") boolean known) {
    }

    /// Where a figure lies.
    @Schema(name = "LearntWeightsInterval")
    record Between(double low, double high) {

        static Between of(Interval one) {
            return new Between(one.low(), one.high());
        }
    }

    /// What was learnt from.
    @Schema(name = "LearntWeightsSource")
    record Source(int creators, int outcomes, @Schema(description = "First and last period") List<String> learntFrom,
            @Schema(description = "First and last period") List<String> judgedOn,
            @Schema(description = "SHA-256 of what was learnt from") String fingerprint) {
    }

    /// How well they rank.
    @Schema(name = "LearntWeightsStanding")
    record Judged(
            @Schema(description = "Spearman's rank correlation with the next revenue [-1..1]") double learnt,
            double written, double equal, Gain overWritten, Gain overEqual, int creators, int outcomes,
            @Schema(description = "Whether the learnt weights rank better than both by more than chance explains: otherwise there is no reason to adopt them") boolean betterThanBoth) {

        static Judged of(Standing one) {
            return new Judged(one.fitted(), one.seed(), one.equal(), Gain.of(one.overSeed()), Gain.of(one.overEqual()),
                    one.creators(), one.outcomes(), one.beatsBoth());
        }
    }

    /// By how much one ranks better than another.
    @Schema(name = "LearntWeightsGain")
    record Gain(double difference, @Schema(description = "Holds it in 95 of 100 draws of creators") Between interval) {

        static Gain of(Standing.Gain one) {
            return new Gain(one.difference(), Between.of(one.interval()));
        }
    }

    static LearntAnswer of(LearntWeights one, KeptWeighting inForce, @Nullable Double done) {
        FitSettings fit = one.settings().fit();
        Asked settings = new Asked(fit.judged(), fit.rule().label(), fit.resamples(), fit.seed(),
                one.settings().periodDays());
        History.Extent history = one.history();
        End.Learnt learnt = one.end() instanceof End.Learnt it ? it : null;
        return new LearntAnswer(one.id().toString(), one.name(), learnt == null ? null : learnt.version(),
                one.state(), done, one.origin(), one.asOf(), settings, one.by(), one.begunAt(), ended(one.end()),
                learnt != null && one.name().equals(inForce.name()) && learnt.version() == inForce.version(),
                history == null ? null : Extent.of(history),
                one.end() instanceof End.Lacking lacking ? lacking.lacks().stream().map(Lacked::of).toList() : null,
                learnt == null ? null : weights(learnt),
                learnt == null || history == null ? null : source(learnt, history),
                learnt == null ? null : Judged.of(learnt.standing()),
                one.end() instanceof End.Failed failed ? failed.why() : null);
    }

    private static @Nullable Instant ended(End end) {
        return switch (end) {
            case End.Running _ -> null;
            case End.Learnt learnt -> learnt.at();
            case End.Lacking lacking -> lacking.at();
            case End.Failed failed -> failed.at();
        };
    }

    private static Map<String, Weight> weights(End.Learnt learnt) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            weights.put(kpi.field(), new Weight(learnt.weights().of(kpi), Between.of(learnt.spread(kpi)),
                    Weighting.SEED.of(kpi), !learnt.source().unseen().contains(kpi)));
        }
        return weights;
    }

    private static Source source(End.Learnt learnt, History.Extent history) {
        return new Source(learnt.source().creators(), learnt.source().outcomes(),
                List.of(history.period(learnt.source().from()), history.period(learnt.source().to())),
                List.of(history.period(learnt.source().judgedFrom()), history.period(learnt.source().judgedTo())),
                learnt.source().fingerprint());
    }
}
