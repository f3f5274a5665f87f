package dev.upswell.server.notify.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.notify.Channel;
import dev.upswell.server.notify.QuietHours;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A channel as programs read it.
@Schema(name = "Channel", description = "A place away from the page at which people are told of events")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelAnswer(String name, @Schema(description = "mail, webhook or slack") String kind,
        @Schema(description = "As much of its address as is shown") String shown, String addedBy, Instant addedAt,
        @Schema(description = "The types of events that are sent there") List<String> types,
        @Schema(description = "When quiet hours begin, such as 22:00; absent where there are none") @Nullable String quietFrom,
        @Schema(description = "When they end") @Nullable String quietUntil,
        @Schema(description = "By the clock of which time zone") @Nullable String quietZone,
        @Schema(description = "Whether urgent alerts go out in them; absent where there are none") @Nullable Boolean urgentPasses,
        @Schema(description = "With which requests to it are signed; only in the answer to its adding, for a webhook") @Nullable String secret) {

    static ChannelAnswer of(Channel channel) {
        return of(channel, null);
    }

    static ChannelAnswer of(Channel.Added added) {
        return of(added.channel(), added.secret().isEmpty() ? null : added.secret());
    }

    private static ChannelAnswer of(Channel channel, @Nullable String secret) {
        QuietHours quiet = channel.quiet();
        return new ChannelAnswer(channel.name(), channel.kind().label(), channel.shown(), channel.addedBy(),
                channel.addedAt(), channel.types(), quiet == null ? null : quiet.from().toString(),
                quiet == null ? null : quiet.until().toString(), quiet == null ? null : quiet.zone().getId(),
                quiet == null ? null : quiet.urgentPasses(), secret);
    }

    /// A channel that is no more.
    @Schema(name = "RemovedChannel")
    record Removed(String name) {
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "ChannelAnswer[" + name + "]";
    }
}
