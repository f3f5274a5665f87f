package dev.upswell.server.access.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Somebody who is to be added.
@Schema(name = "NewPerson")
record NewPerson(@Schema(description = "1 to 63 lower-case letters, digits and . _ @ -") @Nullable String name,
        @Schema(description = "owner, executive, analyst, planner, creator, affiliate, client or admin") @Nullable String role,
        @Schema(description = "12 to 200 characters") @Nullable String password) {

    /// Without the password.
    @Override
    public String toString() {
        return "NewPerson[" + name + "]";
    }
}
