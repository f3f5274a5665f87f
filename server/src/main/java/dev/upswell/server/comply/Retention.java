package dev.upswell.server.comply;

/// Deletes what was kept long enough, for one tenant.
public interface Retention {

    /// How long what is kept.
    RetentionSettings settings();

    /// What a run would delete now.
    RetentionReport plan();

    /// Deletes it: rows of tables at once; files of the lake leave the manifest at once and the disk after its grace of a day.
    ///
    /// Each kind is a transaction of its own with its row in the audit trail, so a kill leaves whole kinds done and the rest for
    /// the next run. Two runs at once do nothing twice. **cost** reads the raw answers of the days that go.
    RetentionReport run();
}
