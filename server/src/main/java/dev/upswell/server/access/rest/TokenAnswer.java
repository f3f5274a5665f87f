package dev.upswell.server.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.access.AccessToken;
import dev.upswell.server.access.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A token, as programs read it.
@Schema(name = "Token", description = "A token with which a program comes in")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenAnswer(@Schema(description = "Its open part") String id, String name, List<String> scopes,
        @Schema(description = "good, expired or revoked") String state,
        @Schema(description = "local, the name of a person, or token and its name") String madeBy, Instant madeAt,
        Instant expiresAt, @Nullable Instant revokedAt,
        @Schema(description = "All of it: only in the answer that makes it, and never again") @Nullable String token) {

    static TokenAnswer of(AccessToken token, Instant now, @Nullable String text) {
        return new TokenAnswer(token.id(), token.name(),
                token.scopes().stream().sorted().map(Scope::label).toList(),
                token.state(now).name().toLowerCase(Locale.ROOT), token.madeBy(), token.madeAt(), token.expiresAt(),
                token.revokedAt(), text);
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "TokenAnswer[" + id + "]";
    }
}
