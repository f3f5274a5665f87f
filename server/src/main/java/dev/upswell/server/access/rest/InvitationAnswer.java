package dev.upswell.server.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.access.Invitations.Invitation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invitation, as programs read it.
@Schema(name = "Invitation", description = "Somebody who was invited by a link")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationAnswer(UUID id, String name, String role, String madeBy, Instant madeAt, Instant expiresAt,
        @Schema(description = "open, used, expired or revoked") String state,
        @Schema(description = "The page of the link below the server's address; only in the answer that made it") @Nullable String path) {

    static InvitationAnswer of(Invitation one, Instant now, @Nullable String path) {
        return new InvitationAnswer(one.id(), one.name(), one.role().label(), one.madeBy(), one.madeAt(),
                one.expiresAt(), one.state(now).name().toLowerCase(Locale.ROOT), path);
    }

    /// Without the path, which lets in.
    @Override
    public String toString() {
        return "InvitationAnswer[" + id + "]";
    }
}
