package dev.upswell.server.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.plan.PlannedSlot.Decision;
import dev.upswell.server.plan.PlannedWeek.Came;
import dev.upswell.server.plan.PlannedWeek.Placed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A planned slot as programs read it.
@Schema(name = "PlannedSlot")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlotDocument(UUID id, @Schema(description = "Handle in lower case") String account, Instant at,
        @Schema(description = "proposed, accepted, moved, declined or published") String state,
        @Schema(description = "evidence, exploration or hand") String basis,
        @Schema(description = "Videos of its hour in the eight weeks before it was proposed or moved") int videos,
        @Schema(description = "FYP score that its hour was expected to bring then, 0 to 100; left out where nothing was known") @Nullable Double expected,
        @Schema(description = "Low end of the 90 % interval; left out where there was none") @Nullable Double low,
        @Schema(description = "High end of the 90 % interval; left out where there was none") @Nullable Double high,
        @Schema(description = "By whose clocks hours were told apart") String zone,
        @Schema(description = "What is to be posted; left out while nothing is") @Nullable ContentDocument content,
        String proposedBy, Instant proposedAt,
        @Schema(description = "Who decided last; left out while nobody did") @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Schema(description = "When it was proposed to be; left out unless moved") @Nullable Instant movedFrom,
        @Schema(description = "What came of it; left out while nothing is known") @Nullable CameDocument came) {

    /// What is to be posted.
    @Schema(name = "PlannedContent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContentDocument(@Schema(description = "idea, pattern, brief or recommendation") String kind,
            String text,
            @Nullable String link, String by) {
    }

    /// What came of it.
    @Schema(name = "PlannedOutcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CameDocument(String video, @Nullable Instant postedAt,
            @Schema(description = "FYP score at its latest mark, 0 to 100; left out while it has none") @Nullable Double score,
            @Schema(description = "Whether somebody told that it is this video; false for the account's nearest within three hours") boolean told) {
    }

    /// A slot with what came of it.
    public static SlotDocument of(Placed placed) {
        PlannedSlot slot = placed.slot();
        SlotContent content = slot.content();
        Decision decision = slot.decision();
        Came came = placed.came();
        return new SlotDocument(slot.id(), slot.account(), slot.at(), slot.state().word(),
                slot.ground().basis().word(), slot.ground().videos(), slot.ground().expected(), slot.ground().low(),
                slot.ground().high(), slot.zone().getId(),
                content == null
                        ? null
                        : new ContentDocument(content.kind().word(), content.text(), content.link(), content.by()),
                slot.proposedBy(), slot.proposedAt(), decision == null ? null : decision.by(),
                decision == null ? null : decision.at(), decision == null ? null : decision.movedFrom(),
                came == null ? null : new CameDocument(came.video(), came.postedAt(), came.score(), came.told()));
    }

    /// A slot of which nothing came that is known.
    public static SlotDocument of(PlannedSlot slot) {
        return of(new Placed(slot, null));
    }
}
