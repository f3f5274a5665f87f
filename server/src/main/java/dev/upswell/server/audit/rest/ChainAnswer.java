package dev.upswell.server.audit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.audit.ChainState;
import dev.upswell.server.audit.Verification;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What came of walking along the chain, as programs read it.
@Schema(name = "AuditChain", description = "Whether every row is as it was written")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChainAnswer(boolean sound, @Schema(description = "Rows that are kept") long rows,
        @Schema(description = "Number of the newest row") long seq,
        @Schema(description = "Hash of the newest row; noted elsewhere it shows later that the chain was not written anew") String hash,
        @Schema(description = "Number of the first row that is not as it was written; absent when all are") @Nullable Long broken,
        @Schema(description = "changed, removed or added; absent when all are sound") @Nullable String how) {

    static ChainAnswer of(Verification verified, ChainState state) {
        return switch (verified) {
            case Verification.Sound(ChainState walked) ->
                new ChainAnswer(true, walked.rows(), walked.seq(), walked.hash(), null, null);
            case Verification.Broken(long seq, Verification.How how) -> new ChainAnswer(false, state.rows(),
                    state.seq(), state.hash(), seq, how.name().toLowerCase(Locale.ROOT));
        };
    }
}
