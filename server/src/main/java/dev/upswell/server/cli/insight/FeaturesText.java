package dev.upswell.server.cli.insight;

import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureSet;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.feature.FeatureCatalogue;
import dev.upswell.server.feature.FeatureLineage;
import dev.upswell.server.feature.FeatureVector;
import dev.upswell.server.feature.Freshness;
import dev.upswell.server.trend.ExplanationText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The feature store in words and tables.
final class FeaturesText {

    private FeaturesText() {
    }

    private record Listed(String set, String changeNotes, int vectors, @Nullable Instant computed, List<Line> features,
            List<Freshness> freshness) {
    }

    private record Line(String feature, String group, String unit, String source, String missingRule,
            long freshnessMinutes, String leakClass, @Nullable Double missing) {
    }

    private record Shown(String kind, String id, int horizonHours, String featureSet, Instant asOf, long lakeSeq,
            List<Value> features, FeatureLineage lineage) {
    }

    private record Value(String feature, @Nullable Float value, @Nullable String text) {
    }

    /// Prints the sets, the families of one and, when wanted, its features.
    static void list(Screen screen, FeatureCatalogue.Standing standing, List<Freshness> freshness, boolean features) {
        FeatureSet set = standing.set();
        screen.document(new Listed(set.version(), set.changeNotes(), standing.vectors(), standing.computed(),
                standing.features().stream().map(FeaturesText::line).toList(), freshness));
        var sets = new TextTable("set", ">features", "what changed");
        FeatureCatalogue.sets().forEach(
                one -> sets.row(one.version(), Integer.toString(one.size()), one.changeNotes()));
        screen.line(sets.toString());
        var groups = new TextTable("family of " + set.version(), ">features", "what is lacking, and why");
        standing.groups().forEach(one -> groups.row(one.letter() + " " + one.group().label(),
                one.features() == 0 ? "–" : Integer.toString(one.features()),
                Objects.requireNonNullElse(one.reason(), "")));
        screen.line("\n" + groups);
        freshness(screen, freshness);
        if (features) {
            var table = new TextTable("feature", "family", "unit", "computed from", "odds as it rises", ">missing now",
                    "leak class");
            standing.features().forEach(one -> table.row(one.definition().name(),
                    one.definition().group().name().substring(0, 1), one.definition().unit(),
                    one.definition().source(), one.definition().direction().label(), share(one.missing()),
                    leak(one.definition())));
            screen.line("\n" + table);
        } else {
            screen.line("\nThe features of a set: upswell features --set " + set.version());
        }
    }

    private static void freshness(Screen screen, List<Freshness> freshness) {
        if (freshness.isEmpty()) {
            screen.line("\nNo vector has been computed yet; they are with each prediction of a serving model.");
            return;
        }
        var table = new TextTable("vectors of", ">entities", "as of", "readings until", "freshness");
        freshness.forEach(one -> table.row(one.kind().label() + "/" + one.horizonHours() + "h",
                String.format(Locale.ROOT, "%,d", one.entities()), one.asOf().toString(),
                one.readingsTo() == null ? "–" : one.readingsTo().toString(),
                one.breached() ? "behind: more than 10 min" : "within 10 min"));
        screen.line("\n" + table);
    }

    private static Line line(FeatureCatalogue.Feature feature) {
        FeatureDefinition one = feature.definition();
        return new Line(one.name(), one.group().name().substring(0, 1), one.unit(), one.source(), one.missing(),
                one.freshness().toMinutes(), leak(one), feature.missing());
    }

    private static String leak(FeatureDefinition one) {
        return one.leakClass().name().toLowerCase(Locale.ROOT);
    }

    private static String share(@Nullable Double missing) {
        return missing == null ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * missing);
    }

    /// Prints a vector and what it came from.
    static void show(Screen screen, FeatureVector vector, FeatureLineage lineage) {
        ExplanationText text = ExplanationText.english();
        FeatureSet set = FeatureCatalogue.find(vector.computed().featureSet()).orElseThrow();
        float[] values = vector.values();
        List<Value> features = new ArrayList<>();
        var table = new TextTable("feature", ">value", "it says");
        for (int i = 0; i < values.length; i++) {
            boolean missing = Float.isNaN(values[i]);
            String said = missing ? null : text.of(set.names().get(i), (double) values[i]);
            features.add(new Value(set.names().get(i), missing ? null : Float.valueOf(values[i]), said));
            table.row(set.names().get(i), missing ? "missing" : String.format(Locale.ROOT, "%.4f", values[i]),
                    said == null ? set.features().get(i).missing() : said);
        }
        screen.document(new Shown(vector.entity().kind().label(), vector.entity().value(), vector.horizonHours(),
                set.version(), vector.computed().asOf(), vector.computed().lakeSeq(), features, lineage));
        screen.line("%s %s, %d h ahead, as of %s: %d of %d features of %s known.".formatted(
                vector.entity().kind().label(), vector.entity().value(), vector.horizonHours(),
                vector.computed().asOf(), features.stream().filter(one -> one.value() != null).count(),
                features.size(), set.version()));
        lineage.readings().forEach(one -> screen.line("  from %,d readings by %s, %s to %s".formatted(one.readings(),
                one.source(), one.first(), one.last())));
        screen.line("  in %,d files of readings, the last of them number %d of the lake; metric definitions version %d"
                .formatted(lineage.files(), vector.computed().lakeSeq(), vector.computed().metricDefinition()));
        lineage.metrics().forEach(row -> screen.line("  beside the %s row of metrics to %s (inputs %s)".formatted(
                row.window().label(), row.end(), Long.toHexString(row.backing().inputsHash()))));
        screen.line(table.toString());
    }
}
