package dev.upswell.server.collect.row;

import dev.upswell.commerce.CommerceFact;
import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.collect.EntityName;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowNote;
import dev.upswell.server.collect.RowResult;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Collects what one row says and what is wrong with it, so that all its faults are reported together.
///
/// Readers return `null` both for what is absent and for what is wrong; the wrong is remembered, and then the result is a
/// rejection whatever else the row says.
public final class RowCheck {

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9:._-]{0,63}");
    private static final Pattern SECONDS = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Duration LONGEST_VIDEO = Duration.ofHours(24);
    private static final double MILLIS = 1_000;
    private static final int SHOWN = 60;
    private static final int LONGEST_NAME = 200;

    private final MappingContext context;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Video> content = new ArrayList<>();
    private final List<CommerceFact> facts = new ArrayList<>();
    private final List<EntityName> names = new ArrayList<>();
    private final Set<RowNote> notes = EnumSet.noneOf(RowNote.class);
    private final StringBuilder details = new StringBuilder();
    private @Nullable RejectReason reason;

    public RowCheck(MappingContext context) {
        this.context = context;
    }

    public void reject(RejectReason why, String field, @Nullable String value) {
        if (reason == null) {
            reason = why;
        } else {
            details.append("; ");
        }
        // A provider's own words may stand for the field, and be of any length.
        details.append(field.length() <= LONGEST_NAME ? field : shown(field));
        if (value != null) {
            details.append(" (").append(shown(value)).append(')');
        }
    }

    private static String shown(String value) {
        String oneLine = value.replaceAll("\\s+", " ");
        return oneLine.length() > SHOWN ? oneLine.substring(0, SHOWN) + "…" : oneLine;
    }

    public void note(RowNote note) {
        notes.add(note);
    }

    // Counts

    /// A count from a page that rounds what it shows.
    public @Nullable Count displayed(String field, @Nullable String text, CountLimit limit) {
        WrittenCount.Whole whole = whole(field, text, limit);
        return whole == null ? null : whole.displayed();
    }

    /// A count from a source that does not round.
    public @Nullable Count exact(String field, @Nullable String text, CountLimit limit) {
        WrittenCount.Whole whole = whole(field, text, limit);
        return whole == null ? null : Count.exact(whole.value());
    }

    /// A count of which 0 means that the provider did not fill it.
    public @Nullable Count filled(String field, @Nullable String text, CountLimit limit) {
        Count count = displayed(field, text, limit);
        return count == null || count.value() == 0 ? null : count;
    }

    /// The plays of a video; providers give 0 for plays that they do not know: of photo posts, and of some results of
    /// searches, which show in likes that nobody can have given without a play.
    public @Nullable Count plays(String field, @Nullable String text, @Nullable Count likes, boolean photos) {
        Count plays = displayed(field, text, CountLimit.REACTIONS);
        if (plays == null || plays.value() > 0) {
            return plays;
        }
        if (photos) {
            note(RowNote.PHOTO_POST_VIEWS_UNKNOWN);
            return null;
        }
        if (likes != null && likes.value() > 0) {
            note(RowNote.VIEWS_UNKNOWN);
            return null;
        }
        return plays;
    }

    private WrittenCount.@Nullable Whole whole(String field, @Nullable String text, CountLimit limit) {
        WrittenCount written = WrittenCount.of(text);
        return switch (written) {
            case null -> null;
            case WrittenCount.Whole whole when whole.value() <= limit.limit() -> whole;
            case WrittenCount.Whole _,WrittenCount.Huge _ -> wrong(RejectReason.ABSURD_COUNT, field, text);
            case WrittenCount.Negative _ -> wrong(RejectReason.NEGATIVE_COUNT, field, text);
            case WrittenCount.Unreadable _ -> wrong(RejectReason.BAD_NUMBER, field, text);
        };
    }

    private <T> @Nullable T wrong(RejectReason why, String field, @Nullable String text) {
        reject(why, field, text);
        return null;
    }

    // Times

    /// A time that the row must have, because its format is nothing without it.
    public @Nullable Instant time(String field, @Nullable String text, ZoneOffset zone) {
        if (text == null || WrittenCount.isNothing(text)) {
            return wrong(RejectReason.MISSING_TIME, field, null);
        }
        return plausible(field, text, WrittenTime.parse(text, zone));
    }

    /// A time that is written in one stated way; without it, when the importer says that the file was observed.
    public @Nullable Instant time(String field, @Nullable String text, ColumnMapping.TimeFormat format) {
        if (text == null || WrittenCount.isNothing(text)) {
            return context.observedAt() == null
                    ? wrong(RejectReason.MISSING_TIME, field, null)
                    : context.observedAt();
        }
        return plausible(field, text, switch (format) {
            case ISO, DAY_FIRST, MONTH_FIRST -> WrittenTime.iso(text, ZoneOffset.UTC);
            case EPOCH_SECONDS -> WrittenTime.epochSeconds(text);
            case EPOCH_MILLISECONDS -> WrittenTime.epochMilliseconds(text);
        });
    }

    /// When the row was observed: what it says itself, else what the importer said, else `null`.
    public @Nullable Instant observedAt(String field, @Nullable String text) {
        if (text == null || WrittenCount.isNothing(text) || text.equals("0")) {
            return context.observedAt();
        }
        return plausible(field, text, WrittenTime.parse(text, ZoneOffset.UTC));
    }

    /// When a video was posted: what the row says, else what the id says, else `null`.
    public @Nullable Instant createdAt(String field, @Nullable String text, @Nullable EntityId video) {
        if (text == null || WrittenCount.isNothing(text) || text.equals("0")) {
            Optional<Instant> fromId = video == null
                    ? Optional.empty()
                    : WrittenId.creationTime(video.value())
                            .filter(time -> faultOf(time) == null);
            fromId.ifPresent(time -> note(RowNote.CREATION_TIME_FROM_ID));
            return fromId.orElse(null);
        }
        return plausible(field, text, WrittenTime.parse(text, ZoneOffset.UTC));
    }

    private @Nullable Instant plausible(String field, String text, Optional<Instant> time) {
        if (time.isEmpty()) {
            return wrong(RejectReason.BAD_TIME, field, text);
        }
        RejectReason fault = faultOf(time.get());
        return fault == null ? time.get() : wrong(fault, field, text);
    }

    private @Nullable RejectReason faultOf(Instant time) {
        if (time.isBefore(ImportOptions.BEFORE_TIKTOK)) {
            return RejectReason.TOO_OLD_TIME;
        }
        return time.isAfter(context.now().plus(ImportOptions.CLOCK_TOLERANCE)) ? RejectReason.FUTURE_TIME : null;
    }

    // Durations

    /// A duration in seconds; 0 is a photo post, which has none.
    public @Nullable Duration seconds(String field, @Nullable String text) {
        return duration(field, text, 0);
    }

    /// A duration in milliseconds.
    public @Nullable Duration millis(String field, @Nullable String text) {
        return duration(field, text, 1);
    }

    /// A duration in seconds, or in milliseconds when it is not below `firstMillis` (and that is not 0).
    public @Nullable Duration duration(String field, @Nullable String text, long firstMillis) {
        if (text == null || WrittenCount.isNothing(text)) {
            return null;
        }
        if (text.length() > 20 || !SECONDS.matcher(text).matches()) {
            return wrong(RejectReason.BAD_NUMBER, field, text);
        }
        double number = Double.parseDouble(text);
        double millis = firstMillis > 0 && number >= firstMillis ? number : number * MILLIS;
        if (millis > LONGEST_VIDEO.toMillis()) {
            return wrong(RejectReason.ABSURD_COUNT, field, text);
        }
        return millis < 1 ? null : Duration.ofMillis(Math.round(millis));
    }

    // Ids

    /// A hashtag by its name, with or without `#`.
    public @Nullable EntityId hashtag(String field, @Nullable String text) {
        String bare = text == null ? "" : WrittenId.without('#', text);
        if (bare.isBlank()) {
            return wrong(RejectReason.MISSING_ID, field, null);
        }
        return WrittenId.isName(bare) ? EntityId.hashtag(bare) : wrong(RejectReason.BAD_ID, field, text);
    }

    /// A creator by the handle, with or without `@`.
    public @Nullable EntityId creator(String field, @Nullable String text) {
        String bare = text == null ? "" : WrittenId.without('@', text);
        if (bare.isBlank()) {
            return wrong(RejectReason.MISSING_ID, field, null);
        }
        return WrittenId.isName(bare) ? EntityId.creator(bare) : wrong(RejectReason.BAD_ID, field, text);
    }

    /// A video by its number, or by its address when the number is missing or damaged.
    public @Nullable EntityId video(String field, @Nullable String text, @Nullable String address) {
        if (text != null && WrittenId.isDigits(text)) {
            return EntityId.video(text);
        }
        Optional<String> inAddress = WrittenId.inVideoAddress(address);
        if (inAddress.isPresent()) {
            note(RowNote.ID_FROM_URL);
            return EntityId.video(inAddress.get());
        }
        number(field, text);
        return null;
    }

    /// A sound by its number; a damaged number is left out with a note, because the row is good without it.
    public @Nullable EntityId soundIfGiven(@Nullable String text) {
        if (text == null || WrittenCount.isNothing(text) || text.equals("0")) {
            return null;
        }
        if (WrittenId.isDigits(text)) {
            return EntityId.sound(text);
        }
        if (WrittenId.hasLostPrecision(text)) {
            note(RowNote.SOUND_ID_PRECISION_LOST);
        }
        return null;
    }

    /// A creator, when the row names one; handles that cannot be one are ignored, because the row is good without.
    public @Nullable EntityId creatorIfGiven(@Nullable String handle) {
        String bare = handle == null ? "" : WrittenId.without('@', handle);
        return WrittenId.isName(bare) ? EntityId.creator(bare) : null;
    }

    /// The source, with its name checked.
    public @Nullable String source(String field, @Nullable String text) {
        if (text == null) {
            return wrong(RejectReason.BAD_SOURCE, field, null);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return SOURCE.matcher(lower).matches() ? lower : wrong(RejectReason.BAD_SOURCE, field, text);
    }

    /// An id of digits that the row must have.
    public @Nullable String number(String field, @Nullable String text) {
        if (text == null || WrittenCount.isNothing(text)) {
            return wrong(RejectReason.MISSING_ID, field, null);
        }
        if (WrittenId.hasLostPrecision(text)) {
            return wrong(RejectReason.ID_PRECISION_LOST, field, text);
        }
        return WrittenId.isDigits(text) ? text : wrong(RejectReason.BAD_ID, field, text);
    }

    /// A sound or video of one of Upswell's own files, whose ids may be any word.
    public @Nullable EntityId ownId(String field, @Nullable String text, EntityKind kind) {
        if (text == null) {
            return wrong(RejectReason.MISSING_ID, field, null);
        }
        if (WrittenId.hasLostPrecision(text)) {
            return wrong(RejectReason.ID_PRECISION_LOST, field, text);
        }
        return WrittenId.isName(text) ? new EntityId(kind, text) : wrong(RejectReason.BAD_ID, field, text);
    }

    /// The hashtags of these names, each once; names that cannot be one are left out with a note.
    public List<EntityId> hashtags(List<String> given) {
        Set<EntityId> tags = new LinkedHashSet<>();
        for (String name : given) {
            String bare = WrittenId.without('#', name);
            if (WrittenId.isName(bare)) {
                tags.add(EntityId.hashtag(bare));
            } else if (!bare.isBlank()) {
                note(RowNote.HASHTAG_LEFT_OUT);
            }
        }
        return List.copyOf(tags);
    }

    // What the row gives

    /// Adds a reading, if there is an entity, a time and a counter.
    public void observe(@Nullable EntityId entity, @Nullable String source, @Nullable Instant observedAt,
            Counts counts) {
        if (entity != null && source != null && observedAt != null && !counts.isEmpty()) {
            observations.add(new Observation(entity, source, observedAt, counts));
        }
    }

    /// Adds what is known of a video; notes when it has counters but no time.
    public void describe(Video video, @Nullable Instant observedAt) {
        content.add(video);
        if (observedAt == null) {
            note(RowNote.UNDATED);
        } else if (video.createdAt() != null
                && observedAt.isBefore(video.createdAt().minus(ImportOptions.CLOCK_TOLERANCE))) {
            reject(RejectReason.OBSERVED_BEFORE_CREATED, "observed " + observedAt + ", created " + video.createdAt(),
                    null);
        }
    }

    /// Adds what is known of a video, from a file that has no counters by design.
    public void describeUndated(Video video) {
        content.add(video);
    }

    /// Adds a fact about ads or shops.
    public void fact(CommerceFact fact) {
        facts.add(fact);
    }

    /// What people call the entity, without `#` or `@` in front; left out where that is the id itself.
    public void name(@Nullable EntityId entity, @Nullable String name) {
        if (entity == null || name == null || name.isBlank()) {
            return;
        }
        String bare = switch (entity.kind()) {
            case HASHTAG -> spelling(entity, WrittenId.without('#', name));
            case CREATOR -> spelling(entity, WrittenId.without('@', name));
            case SOUND, VIDEO -> name.strip();
        };
        if (!bare.equals(entity.value())) {
            names.add(new EntityName(entity, bare));
        }
    }

    /// Hashtags and creators are known by their ids; only another spelling of the id may stand for it, for any other name
    /// would hide which one is meant.
    private static String spelling(EntityId entity, String name) {
        return name.equalsIgnoreCase(entity.value()) ? name : entity.value();
    }

    public RowResult result() {
        if (reason == null && observations.isEmpty() && content.isEmpty() && facts.isEmpty()) {
            reject(RejectReason.NO_COUNTS, "no counter is given", null);
        }
        return reason == null
                ? new RowResult.Mapped(observations, content, facts, names, notes)
                : new RowResult.Rejected(reason, details.toString());
    }
}
