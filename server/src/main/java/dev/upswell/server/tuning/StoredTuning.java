package dev.upswell.server.tuning;

import dev.upswell.server.registry.ModelTask;
import dev.upswell.tune.TuningReport;
import java.time.Instant;
import java.util.UUID;

/// One search for better trainer settings, as it is kept.
///
/// @param settings what trainings of the task use from then on, until a later search
/// @param report every candidate with its figures; of the choice made by hand to go back to the usual settings, none
/// @param createdAt when the search ended
public record StoredTuning(UUID id, ModelTask task, long seed, TunedSettings settings, TuningReport report,
        String codeVersion, Instant createdAt) {

    private static final int ID_DIGITS = 8;

    /// Up to when the world was known to it.
    public Instant asOf() {
        return report.knownBy();
    }

    /// The first digits of the id, as people write it.
    public String shortId() {
        return id.toString().substring(0, ID_DIGITS);
    }

    /// How many candidates were tried beside the usual settings.
    public int candidates() {
        return report.trees().trials().size() + report.regression().trials().size();
    }
}
