package dev.upswell.server.collect.intake;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.collect.EntityName;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.timeline.Observation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What would be stored of a row under one meaning, as text for people.
final class StoredCell {

    private StoredCell() {
    }

    /// The text, empty when the row has nothing of that meaning.
    static String of(RowResult.Mapped row, String target) {
        return switch (target) {
            case "kind" -> first(row.observations(), reading -> reading.entity().kind().label());
            case "id" -> first(row.observations(), reading -> reading.entity().value());
            case "source" -> first(row.observations(), Observation::source);
            case "observedAt" -> first(row.observations(), reading -> reading.observedAt().toString());
            case "name" -> first(row.names(), EntityName::name);
            case "hashtag" -> entities(row, EntityKind.HASHTAG);
            case "sound" -> entities(row, EntityKind.SOUND);
            case "video" -> entities(row, EntityKind.VIDEO);
            case "creator" -> entities(row, EntityKind.CREATOR);
            case "createdAt" -> first(row.content(), video -> text(video.createdAt()));
            case "caption" -> first(row.content(), Video::caption);
            case "duration" -> first(row.content(), video -> text(video.duration()));
            case "views", "likes", "comments", "shares", "saves", "posts", "followers" -> row.observations().isEmpty()
                    ? CommerceDatasets.values(row.facts(), target)
                    : count(row, target);
            default -> CommerceDatasets.values(row.facts(), target);
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static <T> String first(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).filter(Objects::nonNull).findFirst().orElse("");
    }

    private static String entities(RowResult.Mapped row, EntityKind kind) {
        Stream<EntityId> observed = row.observations().stream().map(Observation::entity);
        Stream<EntityId> described = row.content().stream().flatMap(StoredCell::entities);
        return Stream.concat(observed, described).filter(entity -> entity.kind() == kind).map(EntityId::value)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Stream<EntityId> entities(Video video) {
        return Stream.concat(Stream.of(video.id()), Stream.concat(
                Stream.of(video.creator(), video.sound()).filter(Objects::nonNull), video.hashtags().stream()));
    }

    private static String count(RowResult.Mapped row, String counter) {
        return first(row.observations(), reading -> {
            Count count = count(reading.counts(), counter);
            return count == null ? null : String.format(Locale.ROOT, "%,d", count.value());
        });
    }

    private static @Nullable Count count(Counts counts, String counter) {
        return switch (counter) {
            case "views" -> counts.views();
            case "likes" -> counts.likes();
            case "comments" -> counts.comments();
            case "shares" -> counts.shares();
            case "saves" -> counts.saves();
            case "posts" -> counts.posts();
            case "followers" -> counts.followers();
            default ->
                throw new IllegalArgumentException("meaning (" + counter + ") must be a known one\nMaybe add it here.");
        };
    }
}
