package dev.upswell.server.creative;

import java.time.Instant;

/// Files with analyses that came in once.
///
/// @param name of the file or folder
public record AnalysisImport(String name, Instant importedAt, AnalysisReport report) {
}
