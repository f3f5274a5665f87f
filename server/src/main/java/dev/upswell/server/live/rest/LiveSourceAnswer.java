package dev.upswell.server.live.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.SourceStatus.Paused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a provider stands, as programs read it.
@Schema(name = "LiveSource", description = "A provider that can be asked, with what was used of its budgets")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LiveSourceAnswer(String name,
        @Schema(description = "First 12 hexadecimal digits of the key's SHA-256; absent while no key is set") @Nullable String key,
        List<BudgetAnswer> budgets,
        @Schema(description = "When a page last came; absent before the first") @Nullable Instant lastPageAt,
        @Schema(description = "Present while nothing is asked") @Nullable PauseAnswer pause,
        @Schema(description = "Watches that ask it") int watches,
        @Schema(description = "Pages that these ask for in a day, at most") double pagesPerDay) {

    /// What of a budget is used.
    @Schema(name = "LiveBudget")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BudgetAnswer(String name, @Schema(description = "requests or units") String counts, long limit,
            @Schema(description = "Within its span that ends now, with what is set aside") long used,
            @Schema(description = "When all of it will be free") Instant freeAgain,
            @Schema(description = "What the watch list uses of a day's budget, at most; absent for other spans") @Nullable Double plannedPerDay) {
    }

    /// Why nothing is asked.
    @Schema(name = "LivePause")
    record PauseAnswer(String reason,
            @Schema(description = "When it is tried again; another key ends the pause at once") Instant until) {
    }

    static LiveSourceAnswer of(SourceStatus source) {
        Paused pause = source.pause();
        return new LiveSourceAnswer(source.name(), source.key(),
                source.budgets().stream()
                        .map(use -> new BudgetAnswer(use.budget().name(),
                                use.budget().counts().name().toLowerCase(Locale.ROOT), use.budget().limit(), use.used(),
                                use.freeAgain(), use.plannedPerDay()))
                        .toList(),
                source.lastPageAt(), pause == null ? null : new PauseAnswer(pause.reason(), pause.until()),
                source.watches(), source.pagesPerDay());
    }
}
