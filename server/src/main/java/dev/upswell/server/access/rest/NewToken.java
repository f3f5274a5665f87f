package dev.upswell.server.access.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A token that is asked for.
@Schema(name = "NewToken")
record NewToken(@Schema(description = "What it is for, 1 to 60 characters") @Nullable String name,
        @Schema(description = "Of read, write, score, admin") @Nullable List<String> scopes,
        @Schema(description = "How many days it lasts, 1 to 366; 90 if absent") @Nullable Integer days) {
}
