package dev.upswell.server.forecast;

import dev.upswell.forecast.BacktestPairs;
import dev.upswell.forecast.SurgeKind;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;

/// Writes every scored hashtag, cut and model of a backtest as CSV, so that anyone can recompute the figures.
///
/// The header is `entity,cut,horizon_hours,probability,label,model`; instants are ISO-8601 in UTC, labels 0 or 1, and
/// probabilities have all their digits, because rounding would tie what the model told apart.
final class PredictionsFile {

    static final String HEADER = "entity,cut,horizon_hours,probability,label,model";

    private final Writer out;

    PredictionsFile(Writer out) {
        this.out = out;
    }

    void write(BacktestPairs pairs, Collection<SurgeKind> kinds, int horizonHours) throws IOException {
        out.write(HEADER);
        out.write('\n');
        for (SurgeKind kind : SurgeKind.values()) {
            for (int i = 0; kinds.contains(kind) && i < pairs.size(); i++) {
                out.write(quoted(pairs.entityAt(i).value()) + "," + pairs.cutAt(i) + "," + horizonHours + ","
                        + pairs.probability(kind, i) + "," + (pairs.surgedAt(i) ? "1," : "0,") + kind.label() + "\n");
            }
        }
        out.flush();
    }

    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
