package dev.upswell.server.collect;

/// Told how far an import is, several times a second at most.
@FunctionalInterface
public interface ImportProgress {

    /// Nobody listens.
    ImportProgress NONE = (rows, bytesRead, bytesTotal) -> {
    };

    /// Rows and bytes have been read up to here.
    ///
    /// @param rows rows read so far
    /// @param bytesRead bytes of the file read so far, as it lies on disk
    /// @param bytesTotal its size; 0 when unknown
    void reached(long rows, long bytesRead, long bytesTotal);
}
