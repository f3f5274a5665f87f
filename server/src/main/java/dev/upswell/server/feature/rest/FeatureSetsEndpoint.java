package dev.upswell.server.feature.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureSet;
import dev.upswell.feature.LeakClass;
import dev.upswell.server.feature.FeatureCatalogue;
import dev.upswell.server.feature.FeatureExport;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Feature sets, the features of one, and features with outcomes as a file.
@RestController
@RequestMapping("/api/v1/features")
@Tag(name = "Features", description = "Feature sets and vectors, how fresh they are, and which features are worth their cost")
class FeatureSetsEndpoint {

    static final String PARQUET = "application/vnd.apache.parquet";

    private static final int LONGEST_HORIZON = 24 * 365;

    private final TenantId tenant;
    private final FeatureStore store;

    FeatureSetsEndpoint(TenantId tenant, FeatureStore store) {
        this.tenant = tenant;
        this.store = store;
    }

    /// A version of the feature set.
    @Schema(name = "FeatureSet", description = "A versioned, ordered list of features")
    record Version(String version, String changeNotes, int features, List<Absent> absent) {

        static Version of(FeatureSet set) {
            return new Version(set.version(), set.changeNotes(), set.size(), set.absent().stream()
                    .map(one -> new Absent(one.group().name().substring(0, 1), one.group().label(), one.reason()))
                    .toList());
        }
    }

    /// A family that a set lacks.
    @Schema(name = "AbsentFeatureGroup", description = "A family of features that a set lacks, or has in part, and why")
    record Absent(String group, String label, String reason) {
    }

    /// One feature as it stands.
    @Schema(name = "Feature", description = "What a feature is, and how it stands now")
    record One(String name, @Schema(description = "Letter of the family, A to H") String group, String unit,
            @Schema(description = "How long it may lag behind ingestion") long freshnessSeconds,
            @Schema(description = "When it is missing and what the models see then") String missingRule,
            LeakClass leakClass, String meaning, @Schema(description = "What it is computed from") String source,
            @Schema(description = "Which way the odds of a surge go as it rises and nothing else changes") FeatureDefinition.Direction direction,
            @Schema(description = "Share of the newest vectors in which it is missing; null without one") @Nullable Double missing,
            @Schema(description = "When the newest vector was computed; null without one") @Nullable Instant computed) {

        static One of(FeatureCatalogue.Feature feature, FeatureCatalogue.Standing standing) {
            FeatureDefinition one = feature.definition();
            return new One(one.name(), one.group().name().substring(0, 1), one.unit(), one.freshness().toSeconds(),
                    one.missing(), one.leakClass(), one.meaning(), one.source(), one.direction(),
                    feature.missing(), standing.computed());
        }
    }

    @GetMapping("/sets")
    @Operation(operationId = "featureSets", summary = "Feature sets, the oldest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Version> sets(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(FeatureCatalogue.sets().stream().map(Version::of).toList(), paging);
    }

    @GetMapping("/sets/{version}")
    @Operation(operationId = "features", summary = "The features of a set and how they stand", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "In hours; 24 if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 500 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such set")
    Listing<One> features(@PathVariable String version, @Parameter(hidden = true) Query query) {
        EntityKind kind = query.kind("kind", EntityKind.HASHTAG);
        int horizon = query.number("horizon", 1, LONGEST_HORIZON, 24);
        Paging paging = query.paging(Paging.MOST);
        query.done();
        FeatureCatalogue.Standing standing = store.catalogue().standing(tenant, set(version), kind, horizon);
        return Listing.of(standing.features().stream().map(one -> One.of(one, standing)).toList(), paging);
    }

    @GetMapping("/export")
    @Operation(operationId = "exportFeatures", summary = "Features as known at each cut, with outcomes in columns of their own, as Parquet", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "In hours; 24 if absent"),
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "First cut, ISO-8601; all if absent"),
            @Parameter(name = "to", in = ParameterIn.QUERY, description = "Last cut, ISO-8601; all if absent"),
            @Parameter(name = "knownBy", in = ParameterIn.QUERY, description = "Outcomes known later are left empty; none if absent"),
            @Parameter(name = "set", in = ParameterIn.QUERY, description = "Version of the feature set; the newest vectors' if absent"),
            @Parameter(name = "outcomes", in = ParameterIn.QUERY, description = "off to leave the columns of outcomes out")})
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PARQUET, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "No vector was computed, or there is no such set")
    ResponseEntity<InputStreamResource> export(@Parameter(hidden = true) Query query) {
        EntityKind kind = query.kind("kind", EntityKind.HASHTAG);
        int horizon = query.number("horizon", 1, LONGEST_HORIZON, 24);
        Instant from = query.instant("from").orElse(Instant.EPOCH);
        Instant to = query.instant("to").orElse(Instant.parse("9999-01-01T00:00:00Z"));
        Instant knownBy = query.instant("knownBy").orElse(null);
        Optional<String> version = query.text("set", 60);
        boolean outcomes = !query.choice("outcomes", List.of("on", "off"), "on").equals("off");
        query.done();
        if (to.isBefore(from)) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.fromTo")));
        }
        FeatureSet set = set(version.or(() -> store.newestSet(tenant, kind, horizon)).orElseThrow(
                () -> WebProblem.notFound(Sentence.of("problem.features.nothing", kind.label(), horizon))));
        return file(new FeatureExport.Wanted(kind, horizon, set.version(), from, to, knownBy, outcomes));
    }

    /// The file goes when it was sent.
    private ResponseEntity<InputStreamResource> file(FeatureExport.Wanted wanted) {
        try {
            Path file = Files.createTempFile("upswell-features", ".parquet");
            store.export(tenant, wanted, file);
            String name = "features-%s-%dh.parquet".formatted(wanted.kind().label(), wanted.horizonHours());
            return ResponseEntity.ok().contentType(MediaType.parseMediaType(PARQUET)).contentLength(Files.size(file))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                    .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeatureSet set(String version) {
        return FeatureCatalogue.find(version)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.features.set", version)));
    }
}
