package dev.upswell.server.live.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.live.Ceiling;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.SourceStatus.Paused;
import dev.upswell.server.live.SpendForecast;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
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
        @Schema(description = "Questions of today, UTC, that were answered from what was kept") long reusedToday,
        @Schema(description = "The same since the first of the month") long reusedThisMonth,
        @Schema(description = "What a person lets be spent at most; absent when nobody set one") @Nullable CeilingAnswer ceiling,
        @Schema(description = "Absent before the first plan") @Nullable ForecastAnswer forecast) {

    /// What of a budget is used.
    @Schema(name = "LiveBudget")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BudgetAnswer(String name, @Schema(description = "requests or units") String counts, long limit,
            @Schema(description = "What sets the limit: key, ceiling, or provider, which said that less is left than was set") String because,
            @Schema(description = "Within its span that ends now, with what is set aside") long used,
            @Schema(description = "When all of it will be free") Instant freeAgain,
            @Schema(description = "What the plan uses of a whole day's budget; absent for budgets that do not bind it") @Nullable Double plannedPerDay) {
    }

    /// Why nothing is asked.
    @Schema(name = "LivePause")
    record PauseAnswer(String reason,
            @Schema(description = "When it is tried again; another key ends the pause at once") Instant until) {
    }

    /// What a person lets be spent at most.
    @Schema(name = "Ceiling")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CeilingAnswer(@Nullable Long unitsPerDay, @Nullable Long unitsPerMonth, @Nullable BigDecimal moneyPerMonth,
            @Schema(description = "Of a unit") @Nullable BigDecimal price, @Nullable String currency) {
    }

    /// What is expected to be spent.
    @Schema(name = "SpendForecast", description = "In what the budget that binds counts")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ForecastAnswer(long usedToday, double expectedToday,
            @Schema(description = "If every visit brings all its pages") double mostToday, long usedThisMonth,
            double expectedThisMonth,
            @Schema(description = "What expectedThisMonth costs; absent when no price is known") @Nullable BigDecimal money,
            @Nullable String currency) {
    }

    private static @Nullable CeilingAnswer of(Ceiling ceiling) {
        return ceiling.equals(Ceiling.NONE)
                ? null
                : new CeilingAnswer(ceiling.unitsPerDay(), ceiling.unitsPerMonth(), ceiling.moneyPerMonth(),
                        ceiling.price(), ceiling.currency());
    }

    private static @Nullable ForecastAnswer of(@Nullable SpendForecast forecast) {
        return forecast == null
                ? null
                : new ForecastAnswer(forecast.usedToday(), forecast.expectedToday(), forecast.mostToday(),
                        forecast.usedThisMonth(), forecast.expectedThisMonth(), forecast.money(), forecast.currency());
    }

    static LiveSourceAnswer of(SourceStatus source) {
        Paused pause = source.pause();
        return new LiveSourceAnswer(source.name(), source.key(),
                source.budgets().stream()
                        .map(use -> new BudgetAnswer(use.budget().name(),
                                use.budget().counts().name().toLowerCase(Locale.ROOT), use.budget().limit(),
                                use.because().name().toLowerCase(Locale.ROOT), use.used(),
                                use.freeAgain(), use.plannedPerDay()))
                        .toList(),
                source.lastPageAt(), pause == null ? null : new PauseAnswer(pause.reason(), pause.until()),
                source.watches(), source.reused().today(),
                source.reused().month(), of(source.ceiling()), of(source.forecast()));
    }
}
