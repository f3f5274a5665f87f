package dev.upswell.server.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.access.Roster.Member;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who signs in, as programs read it.
@Schema(name = "Person", description = "Somebody who signs in with a password")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonAnswer(String name,
        @Schema(description = "owner, executive, analyst, planner, creator, affiliate, client or admin") String role,
        Instant addedAt, Instant passwordSetAt,
        @Schema(description = "Since when they may not come in; absent for those who may") @Nullable Instant disabledAt) {

    static PersonAnswer of(Member member) {
        return new PersonAnswer(member.person().name(), member.person().role().label(), member.person().addedAt(),
                member.person().passwordSetAt(), member.disabledAt());
    }
}
