package dev.upswell.server.access.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Somebody who is to be invited.
@Schema(name = "NewInvitation")
record NewInvitation(
        @Schema(description = "Under which they will sign in: 1 to 63 lower-case letters, digits and . _ @ -") @Nullable String name,
        @Schema(description = "owner, executive, analyst, planner, creator, affiliate, client or admin") @Nullable String role,
        @Schema(description = "How long the link is good, 1 to 30; 7 if absent") @Nullable Integer days) {
}
