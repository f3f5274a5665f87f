package dev.upswell.server.theme.rest;

import dev.upswell.server.theme.CollisionDocument;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.theme.Collisions;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Pairs of hashtags and of themes that the same creators take up while both rise.
@RestController
@RequestMapping("/api/v1/collisions")
@Tag(name = "Themes")
class CollisionsResource {

    private final Collisions collisions;

    CollisionsResource(Collisions collisions) {
        this.collisions = collisions;
    }

    @GetMapping
    @Operation(operationId = "collisions", summary = "Pairs of hashtags or themes that the same creators take up, more of them than chance gives, while both rise; the surest first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag or theme; hashtag if absent"),
            @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "What was found up to then, in UTC; the last search if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<CollisionDocument> list(@Parameter(hidden = true) Query query) {
        String kind = query.choice("kind", List.of("hashtag", "theme"), "hashtag");
        Instant asOf = query.instant("asOf").orElse(null);
        Paging paging = query.paging(50);
        query.done();
        List<CollisionDocument> all = collisions
                .last(CollisionRun.Kind.find(kind).orElse(CollisionRun.Kind.HASHTAG), asOf)
                .map(run -> CollisionDocument.of(run.found())).orElse(List.of());
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size(), paging);
    }
}
