package dev.upswell.server.comply.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.audit.ChainState;
import dev.upswell.server.audit.Verification;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether the decisions of the audit trail are as they were written.
@Schema(name = "DecisionChain")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrailAnswer(boolean sound,
        @Schema(description = "Decisions that are kept; absent when one is not as it was written") @Nullable Long rows,
        @Schema(description = "Hash of the newest; noted elsewhere it shows later that the chain was not written anew") @Nullable String hash,
        @Schema(description = "Place of the first that is not as it was written; absent when all are") @Nullable Long broken,
        @Schema(description = "changed, removed or added; absent when all are sound") @Nullable String how) {

    static TrailAnswer of(Verification verified) {
        return switch (verified) {
            case Verification.Sound(ChainState chain) ->
                new TrailAnswer(true, chain.rows(), chain.hash(), null, null);
            case Verification.Broken(long place, Verification.How how) ->
                new TrailAnswer(false, null, null, place, how.name().toLowerCase(Locale.ROOT));
        };
    }
}
