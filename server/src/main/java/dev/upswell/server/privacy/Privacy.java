package dev.upswell.server.privacy;

/// What a tenant can do about personal data.
public record Privacy(Erasures erasures, PersonalExport export) {

    /// Over these parts.
    public static Privacy of(ErasureParts parts) {
        return new Privacy(new Erasures(parts), new PersonalExport(parts));
    }
}
