package dev.upswell.server.comply.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.comply.Policy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A terms policy as programs read it.
@Schema(name = "SourcePolicy", description = "What the terms of a known source allow")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyAnswer(@Schema(description = "Version of all policies") int version, String name, String title,
        @Schema(description = "Names of sources and formats; one with * at its end stands for all that begin so") List<String> covers,
        @Schema(description = "What may be asked for; empty when it may only be imported") List<String> fetched,
        boolean stored, String purpose,
        @Schema(description = "Days that raw answers may be kept at most; absent when the setting alone says") @Nullable Integer rawDays,
        @Schema(description = "Minutes for which what it said answers the same question again; absent for its fetch window of 15 minutes alone") @Nullable Integer freshMinutes,
        String terms) {

    static PolicyAnswer of(int version, Policy policy) {
        return new PolicyAnswer(version, policy.name(), policy.title(), policy.covers(), policy.fetched(),
                policy.stored(), policy.purpose(), policy.rawDays(),
                policy.freshMinutes(), policy.terms());
    }
}
