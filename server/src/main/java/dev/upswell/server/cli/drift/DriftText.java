package dev.upswell.server.cli.drift;

import dev.upswell.feature.FeatureDefinition;
import dev.upswell.learn.drift.DriftVerdict;
import dev.upswell.learn.drift.FeatureDrift;
import dev.upswell.learn.drift.MissingShift;
import dev.upswell.learn.drift.PrevalenceShift;
import dev.upswell.learn.drift.ResidualDrift;
import dev.upswell.learn.drift.StrangeRows;
import dev.upswell.learn.drift.ValueShift;
import dev.upswell.server.cli.Numbers;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.feature.FeatureCatalogue;
import dev.upswell.server.forecast.StoredDrift;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A drift report in words and a table.
final class DriftText {

    private static final String UNKNOWN = "–";
    /// A name means the same in every set.
    private static final Map<String, String> UNITS = FeatureCatalogue.sets().stream()
            .flatMap(set -> set.features().stream())
            .collect(Collectors.toMap(FeatureDefinition::name, FeatureDefinition::unit, (first, again) -> first));

    private DriftText() {
    }

    static void print(Screen screen, StoredDrift drift, int top) {
        screen.line("%s: %s".formatted(drift.task().label(), headline(drift)));
        screen.line("  %s %s%s, %,d rows of the %d h until %s against %,d of its training".formatted(
                drift.author().family(), drift.author().id().toString().substring(0, 8),
                drift.author().serving() ? "" : " (serves no longer)", drift.report().rows(),
                drift.report().settings().window().toHours(), drift.asOf(), drift.report().reference().rows()));
        beyondFeatures(screen, drift);
        screen.line(table(drift, top).toString());
        screen.line("");
    }

    private static String headline(StoredDrift drift) {
        int news = drift.news().size();
        int all = drift.report().features().size();
        String features = "%d of %d features drifted%s".formatted(news, all, drift.always().isEmpty()
                ? ""
                : " beyond the %d that had from the start".formatted(drift.always().size()));
        return drift.drifted() ? "drift is confirmed; " + features : "no drift is confirmed; " + features;
    }

    private static void beyondFeatures(Screen screen, StoredDrift drift) {
        PrevalenceShift prevalence = drift.report().prevalence();
        screen.line(prevalence == null
                ? "  surges   too few outcomes are known"
                : "  surges   %s then, %s now: %s".formatted(percent(prevalence.before()), percent(prevalence.now()),
                        word(prevalence.verdict())));
        for (ResidualDrift one : drift.report().residuals()) {
            screen.line("  errors   %s over %d cuts: %s".formatted(one.detector(), one.seen(), word(one.verdict())));
        }
        StrangeRows strange = drift.report().strange();
        if (strange != null) {
            screen.line("  strange  %s of %,d rows; without drift about 1 %%".formatted(percent(strange.share()),
                    strange.judged()));
        }
    }

    private static TextTable table(StoredDrift drift, int top) {
        var table = new TextTable("feature", "verdict", ">PSI (nats)", ">to be expected (nats)", ">JS (0..1)",
                ">KS (0..1)", ">q (0..1)", ">median then", ">median now", "unit of the medians", ">missing then",
                ">missing now");
        drift.bySeverity().stream().limit(top).forEach(one -> row(table, drift, one));
        return table;
    }

    private static void row(TextTable table, StoredDrift drift, FeatureDrift one) {
        ValueShift values = one.values();
        MissingShift missing = one.missing();
        boolean always = drift.always().contains(one.feature());
        table.row(one.feature(), word(one.verdict()) + (always ? " (from the start)" : ""),
                Numbers.decimal(values == null ? null : values.psi(), 3),
                Numbers.decimal(values == null ? null : Math.max(values.psiByChance(), values.psiUsual()), 3),
                Numbers.decimal(values == null ? null : values.jensenShannon(), 3),
                Numbers.decimal(values == null ? null : values.kolmogorovSmirnov(), 3),
                Numbers.decimal(values == null ? null : values.qValue(), 4),
                Numbers.decimal(values == null ? null : values.medianBefore(), 3),
                Numbers.decimal(values == null ? null : values.medianNow(), 3),
                UNITS.getOrDefault(one.feature(), UNKNOWN),
                missing == null ? UNKNOWN : percent(missing.before()),
                missing == null ? UNKNOWN : percent(missing.now()));
    }

    private static String word(DriftVerdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
