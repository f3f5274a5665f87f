package dev.upswell.server.creative;

import java.util.List;
import java.util.Map;

/// What became of files with analyses.
///
/// @param files how many were read
/// @param stored payloads that said something new of a video
/// @param unchanged payloads that were known already
/// @param replaced those of the stored ones that took the place of another of the same analyser
/// @param videos how many videos the payloads are of
/// @param values how many features have a value, over all payloads
/// @param constants features whose analyser writes the same for every video, and in how many payloads it did: nothing is learnt from them
/// @param withoutConfidence features that were left out because the analyser has no confidence in them
/// @param refused what could not be used, the first 1,000
/// @param refusedCount how many that are in all
public record AnalysisReport(int files, int stored, int unchanged, int replaced, int videos, long values,
        Map<String, Integer> constants, long withoutConfidence, List<Refusal> refused, int refusedCount) {

    /// So many refusals are listed.
    public static final int LISTED = 1_000;

    /// Something that could not be used.
    ///
    /// @param place the file, and the number of the row in it where it has several
    public record Refusal(String place, String reason) {
    }

    public AnalysisReport {
        constants = Map.copyOf(constants);
        refused = List.copyOf(refused);
    }
}
