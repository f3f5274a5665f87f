package dev.upswell.server.feature.rest;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.feature.FeatureLineage;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.FeatureVector;
import dev.upswell.server.feature.Freshness;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the models know of an entity, and how fresh that is.
@RestController
@RequestMapping("/api/v1/features")
@Tag(name = "Features", description = "Feature sets and vectors, how fresh they are, and which features are worth their cost")
class FeaturesEndpoint {

    private static final int LONGEST_HOURS = 48;

    private final TenantId tenant;
    private final FeatureStore store;

    FeaturesEndpoint(TenantId tenant, FeatureStore store) {
        this.tenant = tenant;
        this.store = store;
    }

    /// The latest vector of one entity.
    @Schema(name = "FeatureVector")
    record Vector(String kind, String id, int horizonHours, String featureSet,
            @Schema(description = "Only readings at or before it were used") Instant asOf,
            @Schema(description = "Place of the newest file of readings that was seen") long lakeSeq,
            @Schema(description = "Version of the metric definitions then") int metricDefinition,
            @Schema(description = "Values by name; null where missing") Map<String, @Nullable Float> features) {
    }

    /// How far the vectors of a kind and horizon are behind.
    @Schema(name = "FeatureFreshness")
    record Lag(String kind, int horizonHours, long entities, Instant asOf, @Nullable Instant readingsTo,
            @Schema(description = "Whether readings ingested more than ten minutes ago are in no vector") boolean breached) {

        static Lag of(Freshness one) {
            return new Lag(one.kind().label(), one.horizonHours(), one.entities(), one.asOf(), one.readingsTo(),
                    one.breached());
        }
    }

    @GetMapping("/{kind}/{id}")
    @Operation(operationId = "featureVector", summary = "The latest feature vector of one entity", parameters = @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "Hours ahead, 1 to 48, such as 24 or 24h; 24 if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No vector of this entity was computed")
    Vector vector(@PathVariable String kind, @PathVariable String id, @Parameter(hidden = true) Query query) {
        int horizon = query.hours("horizon", 1, LONGEST_HOURS, 24);
        query.done();
        return store.latest(tenant, entity(kind, id), horizon).map(FeaturesEndpoint::answer)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.features.none", kind, id, horizon)));
    }

    /// What a vector came from.
    @Schema(name = "FeatureLineage", description = "Readings, files and metric rows behind a vector")
    record Lineage(Instant asOf, String featureSet, long lakeSeq,
            @Schema(description = "Files of readings that could be seen") long files,
            @Schema(description = "Files with readings of its time that were added since") long laterFiles,
            List<Source> readings, List<MetricLine> metrics) {
    }

    /// Who read the entity.
    @Schema(name = "FeatureReadings", description = "Readings of one source up to the instant of the vector")
    record Source(String source, long readings, Instant first, Instant last) {
    }

    /// A metric row beside the vector.
    @Schema(name = "FeatureMetricRow", description = "A metric row as of the instant of the vector")
    record MetricLine(String window, Instant to, int definition, String inputsHash, double coverage, String source) {
    }

    @GetMapping("/{kind}/{id}/lineage")
    @Operation(operationId = "featureLineage", summary = "The readings, files and metric rows behind the latest vector of one entity", parameters = @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "Hours ahead, 1 to 48; 24 if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No vector of this entity was computed")
    Lineage lineage(@PathVariable String kind, @PathVariable String id, @Parameter(hidden = true) Query query) {
        int horizon = query.number("horizon", 1, LONGEST_HOURS, 24);
        query.done();
        FeatureVector vector = store.latest(tenant, entity(kind, id), horizon)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.features.none", kind, id, horizon)));
        FeatureLineage lineage = store.lineage(tenant, vector);
        FeatureVector.Computed computed = vector.computed();
        return new Lineage(computed.asOf(), computed.featureSet(), computed.lakeSeq(), lineage.files(),
                lineage.later(),
                lineage.readings().stream()
                        .map(one -> new Source(one.source(), one.readings(), one.first(), one.last())).toList(),
                lineage.metrics().stream().map(row -> new MetricLine(row.window().label(), row.end(),
                        row.backing().definition(), Long.toHexString(row.backing().inputsHash()),
                        row.backing().coverage(), row.backing().source())).toList());
    }

    @GetMapping("/freshness")
    @Operation(operationId = "featureFreshness", summary = "How far the latest vectors are behind the readings, by kind and horizon", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Lag> freshness(@Parameter(hidden = true) Query query) {
        var paging = query.paging(50);
        query.done();
        List<Lag> all = store.freshness(tenant).stream().map(Lag::of).toList();
        return Listing.of(all, paging);
    }

    private static EntityId entity(String kind, String id) {
        try {
            return new EntityId(EntityKind.of(kind), id);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.kind", kind));
        }
    }

    private static Vector answer(FeatureVector vector) {
        Map<String, @Nullable Float> features = new LinkedHashMap<>();
        List<String> names = vector.names();
        float[] values = vector.values();
        for (int i = 0; i < values.length; i++) {
            features.put(names.get(i), Float.isNaN(values[i]) ? null : Float.valueOf(values[i]));
        }
        return new Vector(vector.entity().kind().label(), vector.entity().value(), vector.horizonHours(),
                vector.computed().featureSet(), vector.computed().asOf(), vector.computed().lakeSeq(),
                vector.computed().metricDefinition(), features);
    }
}
