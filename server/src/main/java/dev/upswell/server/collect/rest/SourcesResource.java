package dev.upswell.server.collect.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.intake.SourceRepository;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who gives readings.
@RestController
@RequestMapping("/api/v1/sources")
@Tag(name = "Sources", description = "Where readings come from, how fresh and how dense they are")
class SourcesResource {

    private static final List<String> KINDS = Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();

    private final SourceRepository sources;
    private final InstantSource clock;

    SourcesResource(SourceRepository sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "sources", summary = "Sources by name, one row for each kind they read", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; all if absent"),
            @Parameter(name = "quiet", in = ParameterIn.QUERY, description = "true for those from which nothing has come for longer than usual, false for the others"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<SourceAnswer> list(@Parameter(hidden = true) Query query) {
        Optional<String> kind = query.oneOf("kind", KINDS);
        Optional<Boolean> quiet = query.oneOf("quiet", List.of("true", "false")).map(Boolean::valueOf);
        Paging paging = query.paging(100);
        query.done();
        Instant now = clock.instant();
        return Listing.of(sources.list().stream().map(source -> SourceAnswer.of(source, now))
                .filter(source -> kind.filter(word -> !word.equals(source.kind())).isEmpty())
                .filter(source -> quiet.filter(word -> word != source.quiet()).isEmpty()).toList(), paging);
    }
}
