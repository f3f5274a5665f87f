package dev.upswell.server.commerce.rest;

import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is known of ads and shops.
@RestController
@RequestMapping("/api/v1/commerce")
@Tag(name = "Commerce", description = "Results of ads by day, ads of the public library, orders of one's own shop, sales of products, how own videos are watched")
class CommerceResource {

    private final CommerceFacts facts;
    private final Viewings viewings;
    private final InstantSource clock;

    CommerceResource(CommerceFacts facts, Viewings viewings, InstantSource clock) {
        this.facts = facts;
        this.viewings = viewings;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "commerce", summary = "What was known of ads or shops at a time; the names are those of the data dictionary, money is decimal text", parameters = {
            @Parameter(name = "of", in = ParameterIn.QUERY, description = "results, ads, orders, order-lines, product-sales, assets, audience, activity or viewing; results if absent"),
            @Parameter(name = "source", in = ParameterIn.QUERY, description = "Who told it; all if absent"),
            @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "When it was known, ISO 8601; now if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Map<String, @Nullable Object>> list(@Parameter(hidden = true) Query query) {
        FactKind kind = FactKind.of(query.choice("of", FactKind.LABELS, FactKind.RESULTS.label()));
        Optional<String> source = query.text("source", 100);
        Instant asOf = query.instant("asOf").orElseGet(clock::instant);
        Paging paging = query.paging(100);
        query.done();
        CommerceFacts.Known known = facts.list(kind, source, asOf, paging.limit(), paging.offset());
        return new Listing<>(known.facts(), known.total(), paging);
    }

    @GetMapping("/viewing/{video}")
    @Operation(operationId = "viewing", summary = "How an own video was known to be watched at a time: of each figure what was told last by any source, shares as fractions, null what nobody told; and everything told until then", parameters = @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "When it was known, ISO 8601; now if absent"))
    ViewingAnswer viewing(@Parameter(description = "Number of the video") @PathVariable String video,
            @Parameter(hidden = true) Query query) {
        Instant asOf = query.instant("asOf").orElseGet(clock::instant);
        query.done();
        if (video.isBlank()) {
            throw WebProblem.notFound(Sentence.of("problem.entity.video", video));
        }
        EntityId id = EntityId.video(video);
        return new ViewingAnswer(id.value(), asOf,
                viewings.asOf(asOf, Set.of(id)).getOrDefault(id, Viewing.NONE),
                viewings.history(id, asOf).stream().map(ViewingAnswer.Told::of).toList());
    }
}
