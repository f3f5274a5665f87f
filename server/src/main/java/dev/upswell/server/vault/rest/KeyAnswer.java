package dev.upswell.server.vault.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.vault.ProviderKeys.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a key stands, as programs read it.
@Schema(name = "Key", description = "A key of a provider: whether it is set, never what it is")
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyAnswer(@Schema(description = "As the setting, such as ensembledata.token") String name,
        @Schema(description = "setting, vault, closed (the vault cannot open it) or none") String origin,
        @Schema(description = "First 12 hexadecimal digits of its SHA-256; absent where there is no key that can be read") @Nullable String print,
        @Schema(description = "When it came into the vault or was sealed anew; absent where it did not") @Nullable Instant setAt) {

    static KeyAnswer of(Standing key) {
        return new KeyAnswer(key.name(), key.origin().name().toLowerCase(Locale.ROOT), key.print(), key.setAt());
    }
}
