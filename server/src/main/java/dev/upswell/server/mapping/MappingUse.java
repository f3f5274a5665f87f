package dev.upswell.server.mapping;

/// What became of files that a kept mapping read.
///
/// @param imports how many there were, by any of its versions
/// @param quarantined how many of their rows are in quarantine now
public record MappingUse(long imports, long quarantined) {

    /// Nothing was read by it.
    public static final MappingUse NONE = new MappingUse(0, 0);
}
