package dev.upswell.server.feature;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.content.EntityKind;
import dev.upswell.feature.FeatureSet;
import dev.upswell.feature.LeakGuard;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes feature vectors as they were known at each cut, joined with what then happened, for use outside.
///
/// A row is an entity at a cut that has an outcome or a vector of its own. Its features are those of the latest vector as of the cut
/// or earlier, never of a later one, and never older than a day; `features_as_of` says which. Features are the columns of the set, which
/// the leak guard admits; outcomes stand apart, their names begin with [#OUTCOME], and the file's own metadata names them, so that
/// nobody takes them for features. An outcome that became known after `knownBy` is left empty.
///
/// **cost** one scan of the vectors of the time asked for
public final class FeatureExport {

    /// How the names of columns begin that hold what only the future told.
    public static final String OUTCOME = "outcome__";

    /// Features older than this at a cut are not taken for it.
    static final Duration OLDEST = Duration.ofHours(24);

    private final Database database;
    private final LabelRepository labels = new LabelRepository();
    private final FeatureFileRepository files = new FeatureFileRepository();

    FeatureExport(Database database) {
        this.database = database;
    }

    /// What is wanted.
    ///
    /// @param from the first cut
    /// @param to the last cut, included
    /// @param knownBy outcomes that became known later are left empty; null for all
    /// @param outcomes whether the columns of outcomes are written at all
    public record Wanted(EntityKind kind, int horizonHours, String featureSet, Instant from, Instant to,
            @Nullable Instant knownBy, boolean outcomes) {

        public Wanted {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "cuts (" + from + " to " + to
                                + ") must not end before they begin\nMaybe the two were swapped.");
            }
        }
    }

    /// What was written.
    ///
    /// @param labelled how many of the rows have an outcome
    /// @param cuts how many cuts they are of
    public record Done(long rows, long labelled, long cuts, String featureSet, int features) {
    }

    /// **errors** [StoreException] when the file cannot be written; then an older file of the name is still whole
    Done write(TenantId tenant, Wanted wanted, Path file) {
        FeatureSet set = LeakGuard.admit(FeatureRecipes.of(wanted.featureSet()).set());
        Path target = file.toAbsolutePath().normalize();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        List<LabelRepository.Label> known = database.transactions().call(tenant, db -> labels.between(db, wanted));
        try (LakeSession lake = database.lake().open(tenant)) {
            Done done = files.write(lake, wanted, set, known, part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return done;
        } catch (IOException e) {
            throw StoreException.permanent("features were not exported", target.toString(),
                    "Check free disk space and the folder's permissions.", e);
        }
    }
}
