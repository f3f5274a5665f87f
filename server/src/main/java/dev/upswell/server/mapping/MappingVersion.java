package dev.upswell.server.mapping;

/// Which kept mapping, and which of its versions.
///
/// @param name under which it is kept
/// @param version from 1
public record MappingVersion(String name, int version) {

    /// What messages call it.
    public String called() {
        return name + ", version " + version;
    }
}
