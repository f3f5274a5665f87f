package dev.upswell.server.access;

import java.util.regex.Pattern;

/// Name of a tenant as people type it.
///
/// **range** 1 to 63 lower-case letters, digits and hyphens, beginning with a letter or digit.
public record TenantName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /// The tenant of whoever never names one.
    public static final TenantName DEFAULT = new TenantName("default");

    public TenantName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("tenant name (" + value
                    + ") must be 1 to 63 lower-case letters, digits and hyphens\nMaybe write it in lower case.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
