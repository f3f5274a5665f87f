package dev.upswell.server.privacy;

/// What a tenant can do about personal data.
public record Privacy(Erasures erasures) {
}
