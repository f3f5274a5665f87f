package dev.upswell.server.contest;

import dev.upswell.server.crowd.KeptCrowd;
import dev.upswell.server.recommend.Configurations;
import dev.upswell.server.recommend.Hindsight;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Ways of recommending beside each other, of one tenant.
///
/// @param configurations by which lists may be made
/// @param trials of two of them
/// @param values of each, told from logs
/// @param rankers that were learnt from reactions
/// @param evaluations of the active ones beside popularity
/// @param crowd what all of them may go by
public record Contest(Configurations configurations, ConfigurationTrials trials, ConfigurationValues values,
        LearntRankers rankers, Evaluations evaluations, KeptCrowd crowd) {

    /// The services of this tenant, whose rankers learn from reactions to lists alone.
    ///
    /// @param codeVersion of the program, kept with what it learns
    public static Contest of(TenantId tenant, Database database, InstantSource clock, String codeVersion) {
        return of(tenant, database, clock, codeVersion, null);
    }

    /// The services of this tenant.
    ///
    /// @param hindsight what rankers learn from beside reactions to lists; null for nothing
    public static Contest of(TenantId tenant, Database database, InstantSource clock, String codeVersion,
            @Nullable Hindsight hindsight) {
        LearntRankers rankers = new LearntRankers(tenant, database, clock, codeVersion, hindsight);
        return new Contest(new Configurations(tenant, database, clock),
                new ConfigurationTrials(tenant, database, clock), new ConfigurationValues(tenant, database, clock),
                rankers, new Evaluations(tenant, database, clock, rankers), new KeptCrowd(tenant, database));
    }
}
