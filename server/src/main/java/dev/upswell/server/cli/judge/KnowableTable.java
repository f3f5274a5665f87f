package dev.upswell.server.cli.judge;

import dev.upswell.learn.Estimate;
import dev.upswell.server.cli.RangeText;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.forecast.Judging;
import dev.upswell.server.forecast.ModelResult;
import dev.upswell.simulate.judge.Knowable;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What each model found of the knowable, as a table for people.
final class KnowableTable {

    private KnowableTable() {
    }

    static String of(Judging.Judged judged) {
        Knowable knowable = judged.knowable();
        Knowable.Oracle oracle = knowable.oracle();
        var table = new TextTable("model", ">PR-AUC", ">of the oracle's", ">AUC", ">P@10", ">ECE", ">lead", ">recall");
        table.row("the oracle", decimal(oracle.prAuc(), 3), "100 %", decimal(oracle.auc(), 3),
                decimal(oracle.precisionAt10(), 3), decimal(oracle.ece(), 4),
                hours(oracle.leadHoursMedian()), percent(oracle.leadRecall()));
        for (Knowable.Share share : knowable.models()) {
            Optional<ModelResult> result = judged.run().report().result(share.model());
            table.row(share.model(), decimal(share.prAuc(), 3), share(share.ofPrAuc()), share(share.ofAuc()),
                    share(share.ofPrecisionAt10()), decimal(share.ece(), 4),
                    hours(result.map(ModelResult::leadTimeHoursMedian).orElse(null)),
                    percent(result.map(ModelResult::leadTimeRecall).orElse(null)));
        }
        return """
            Surges within 24 h beside the oracle: %d cuts from %s to %s, %,d pairs (%,d left out, of which it said nothing), %.1f %% of them surged.
            %s
            Shares are of the oracle's figure on the same pairs, with 95 %% intervals over hashtags. Lead: median hours from alert to surge,
            over hits; recall: share of the surges alerted. The oracle's alerts are set on these pairs, those of models before them.
            %s"""
                .formatted(knowable.cuts(), knowable.from(), knowable.to(), knowable.pairs(), knowable.unmatched(),
                        knowable.prevalence() * 100, table, RangeText.of(judged.run().report().ranges()));
    }

    private static String share(@Nullable Estimate estimate) {
        return estimate == null
                ? "–"
                : String.format(Locale.ROOT, "%.1f %% (%.1f – %.1f)", estimate.value() * 100,
                        estimate.interval().low() * 100, estimate.interval().high() * 100);
    }

    private static String decimal(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    private static String hours(@Nullable Double hours) {
        return hours == null ? "–" : decimal(hours, 1) + " h";
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
