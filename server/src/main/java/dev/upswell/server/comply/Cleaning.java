package dev.upswell.server.comply;

import dev.upswell.server.store.Dataset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes e-mail addresses and telephone numbers out of texts that were stored before the guard did, for one tenant.
public interface Cleaning {

    /// A dataset of the lake with texts that people wrote, as the application declares it.
    ///
    /// @param columns those that hold the texts
    /// @param work name of the lock under which its files are written
    record Texts(Dataset dataset, List<String> columns, String work) {

        public Texts {
            columns = List.copyOf(columns);
        }
    }

    /// What was found in a dataset, or in names of entities.
    ///
    /// @param files that were written anew, or would be; 0 for names
    /// @param rows in which something was found
    /// @param skipped whether it was left for the next run, because it was being written
    record Item(String name, long files, long rows, long emails, long phones, boolean skipped) {
    }

    /// What a run did, or would do.
    record Report(Instant at, boolean planned, List<Item> items) {

        public Report {
            items = List.copyOf(items);
        }

        /// All rows in which something was found.
        public long rows() {
            return items.stream().mapToLong(Item::rows).sum();
        }

        /// All files that were written anew.
        public long files() {
            return items.stream().mapToLong(Item::files).sum();
        }
    }

    /// A run as it is kept.
    ///
    /// @param endedAt null while it goes on, and for one that was killed
    /// @param skipped datasets that were left for the next one
    record Run(Instant begunAt, @Nullable Instant endedAt, long files, long rows, long emails, long phones,
            long skipped) {
    }

    /// What a run would find now.
    Report plan();

    /// Writes files with contacts anew without them, in the place of the old ones, which leave the disk after the manifest's
    /// grace; and names likewise.
    ///
    /// Each file and each name is a transaction with its row in the audit trail, so a kill leaves whole ones done and the rest for
    /// the next run. A second run finds nothing. While another runs this only tells. **cost** reads the columns of texts.
    Report run();

    /// The last run; empty before the first.
    Optional<Run> last();
}
