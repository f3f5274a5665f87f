package dev.upswell.server.scorecard.rest;

import dev.upswell.scorecard.Kpi;
import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.Weightings;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The weightings of scorecards, and which of them is in force.
@RestController
@RequestMapping("/api/v1/scorecards/weightings")
@Tag(name = "Creators")
class WeightingsResource {

    private final Scorecards cards;

    WeightingsResource(Scorecards cards) {
        this.cards = cards;
    }

    /// A version of a weighting.
    @Schema(name = "KeptWeighting")
    record Kept(String name, int version,
            @Schema(description = "By indicator, 13 that add up to 1") Map<String, Double> weights,
            String reason, String keptBy, Instant keptAt, boolean inForce) {

        static Kept of(KeptWeighting one, KeptWeighting inForce) {
            Map<String, Double> weights = new LinkedHashMap<>();
            for (Kpi kpi : Kpi.values()) {
                weights.put(kpi.field(), one.weighting().of(kpi));
            }
            return new Kept(one.name(), one.version(), weights, one.reason(), one.by(), one.keptAt(),
                    one.name().equals(inForce.name()) && one.version() == inForce.version());
        }
    }

    /// A weighting to be kept.
    @Schema(name = "NewWeighting")
    record Wanted(@Nullable String name, @Nullable Map<String, @Nullable Double> weights, @Nullable String reason,
            @Schema(description = "Who keeps it, where nobody has to sign in; whoever came in by a name is who did it, whatever is said here") @Nullable String by) {
    }

    @GetMapping
    @Operation(operationId = "weightings", summary = "The seed's weighting, equal weights, and all versions that were kept")
    Listing<Kept> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        KeptWeighting inForce = cards.weightings().inForce();
        return Listing.of(cards.weightings().list().stream().map(one -> Kept.of(one, inForce)).toList(), paging);
    }

    @GetMapping("/adoptions")
    @Operation(operationId = "weightingAdoptions", summary = "Which weighting was put in force when and why, the last first")
    Listing<Weightings.Adoption> adoptions(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        Weightings.Part part = cards.weightings().adoptions(paging.limit(), paging.offset());
        return new Listing<>(part.items(), part.total(), paging);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "keepWeighting", summary = "Keeps a weighting as the next version under its name; it is adopted by another request")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "422", description = "It does not weigh 13 indicators from 0 to 1 that add up to 1, or says not why")
    Kept keep(@RequestBody Wanted wanted, @Parameter(hidden = true) Query query) {
        query.done();
        Map<String, Double> weights = new LinkedHashMap<>();
        if (wanted.weights() != null) {
            wanted.weights().forEach((name, weight) -> {
                if (weight != null) {
                    weights.put(name, weight);
                }
            });
        }
        String reason = text("reason", wanted.reason(), 500);
        String by = query.author(wanted.by(), "REST");
        return Kept.of(
                cards.weightings().keep(text("name", wanted.name(), 64), weights, reason, by),
                cards.weightings().inForce());
    }

    private static String text(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.long", field, longest)));
        }
        return text;
    }

    @PostMapping("/{name}/withdraw")
    @Operation(operationId = "withdrawWeighting", summary = "Takes the weighting that is in force out of force: what was in force before it is so again, and the last card of every creator is scored by that", parameters = {
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why; required"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who withdraws it; REST if absent")})
    @ApiResponse(responseCode = "200", description = "What is in force from now on")
    @ApiResponse(responseCode = "409", description = "It is not in force, or creators are being scored")
    @ApiResponse(responseCode = "422", description = "No reason is given, or it is always there")
    Kept withdraw(@PathVariable String name, @Parameter(hidden = true) Query query) {
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse("REST");
        query.done();
        KeptWeighting inForce = cards.withdraw(name, reason, by);
        return Kept.of(inForce, inForce);
    }

    @PostMapping("/{name}/adopt")
    @Operation(operationId = "adoptWeighting", summary = "Puts a version under this name in force, and scores the last card of every creator by it", parameters = {
            @Parameter(name = "version", in = ParameterIn.QUERY, description = "The last one if absent"),
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why; required"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who adopts it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no weighting of this name")
    @ApiResponse(responseCode = "409", description = "Creators are being scored")
    @ApiResponse(responseCode = "422", description = "No reason is given")
    Kept adopt(@PathVariable String name, @Parameter(hidden = true) Query query) {
        int version = query.number("version", 1, Integer.MAX_VALUE, 0);
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse("REST");
        query.done();
        KeptWeighting adopted = cards.adopt(name, version == 0 ? null : version, reason, by);
        return Kept.of(adopted, adopted);
    }
}
