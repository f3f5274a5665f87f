package dev.upswell.server.forecast;

/// Told how far a piece of work is.
@FunctionalInterface
public interface Progress {

    /// Tells nobody.
    Progress SILENT = (done, total) -> {
    };

    /// `done` of `total` units are finished.
    void at(long done, long total);
}
