package dev.upswell.server.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a list by a configuration is worth, told from logs.
@Schema(name = "RecommendationValue")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfigurationValue(String configuration,
        @Schema(description = "Lists that it could have been dealt or was asked about") int lists,
        @Schema(description = "Size of an unweighted sample that would tell as much") double effective,
        @Schema(description = "Reward of a list; left out where the logs tell less than 100 lists of its own would") @Nullable Double value,
        @Schema(description = "95 % interval over people") @Nullable Double low,
        @Schema(description = "Its other end") @Nullable Double high,
        @Schema(description = "Whether it was asked about lists that it was never dealt, whose weights are cut off at 20") boolean unserved) {

    /// Below such an effective sample there is no figure.
    public static final int LEAST_EFFECTIVE = 100;
}
