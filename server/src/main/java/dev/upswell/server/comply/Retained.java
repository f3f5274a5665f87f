package dev.upswell.server.comply;

import dev.upswell.server.store.Dataset;

/// A dataset of the lake that is kept for a time, as the application declares it.
public sealed interface Retained {

    /// How long it is kept.
    RetentionClass kind();

    /// The dataset.
    Dataset dataset();

    /// Name of the lock under which its files are written.
    String work();

    /// A dataset whose files go whole, when the youngest of their rows was stored long enough ago.
    record ByFile(RetentionClass kind, Dataset dataset, String work) implements Retained {
    }

    /// A dataset of rows that gates set aside, which go when their batch was judged long enough ago; what is left of a file is written anew.
    record ByBatch(RetentionClass kind, Dataset dataset, String work) implements Retained {
    }

    /// A dataset whose rows go by their time, which is when they were stored; what is left of a file is written anew.
    ///
    /// It has a column `source`, so that policies may shorten its time.
    record ByRow(RetentionClass kind, Dataset dataset, String work) implements Retained {

        public ByRow {
            if (dataset.timeColumn() == null) {
                throw new IllegalArgumentException("dataset (" + dataset.name()
                        + ") must have a time to be kept by row\nMaybe keep it by file.");
            }
        }
    }
}
