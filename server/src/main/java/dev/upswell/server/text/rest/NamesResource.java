package dev.upswell.server.text.rest;

import dev.upswell.language.Entity;
import dev.upswell.language.EntityProposals;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.text.SaidEntity;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The names that captions are searched for.
@RestController
@RequestMapping("/api/v1/names")
@Tag(name = "Themes")
class NamesResource {

    private static final int LONGEST = 200;
    private static final int LONGEST_LIST = 1_000;
    private static final List<String> KINDS = List.of("brand", "product", "person");

    private final EntityNames names;

    NamesResource(EntityNames names) {
        this.names = names;
    }

    /// A name that a person approved or rejected.
    @Schema(name = "SaidName")
    record Said(String name, @Schema(description = "brand, product, or person: a public figure") String kind,
            @Schema(description = "How else it is spelt") List<String> spellings,
            @Schema(description = "approved or rejected") String state, String by, Instant at) {

        static Said of(SaidEntity one) {
            return new Said(one.name(), one.kind().name().toLowerCase(Locale.ROOT), one.spellings(),
                    one.state().name().toLowerCase(Locale.ROOT), one.by(), one.at());
        }
    }

    /// A name that looks like a brand or a product.
    @Schema(name = "ProposedName")
    record Proposed(String name, @Schema(description = "In whose captions it stands") int creators,
            @Schema(description = "A hashtag or mention that names it") String seen) {

        static Proposed of(EntityProposals.Proposal one) {
            return new Proposed(one.name(), one.creators(), one.seen());
        }
    }

    @GetMapping
    @Operation(operationId = "names", summary = "Names of brands, products and public figures that people approved or rejected, beside those that ship", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Said> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        List<SaidEntity> all = names.said();
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).map(Said::of).toList(),
                all.size(), paging);
    }

    @GetMapping("/proposed")
    @Operation(operationId = "proposedNames", summary = "Names that look like brands or products and wait for a person, the most used first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Proposed> proposed(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        List<EntityProposals.Proposal> all = names.proposed();
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).map(Proposed::of).toList(),
                all.size(), paging);
    }

    @PostMapping
    @Operation(operationId = "sayName", summary = "Says whether captions are searched for a name", parameters = {
            @Parameter(name = "name", in = ParameterIn.QUERY, description = "60 characters at most; required"),
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "brand, product or person; brand if absent. A person must be a public figure: private persons are not to be named"),
            @Parameter(name = "spellings", in = ParameterIn.QUERY, description = "How else it is spelt, separated by commas"),
            @Parameter(name = "rejected", in = ParameterIn.QUERY, description = "true: captions are not searched for it, though it may ship; false if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who says it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "It is no name")
    Said say(@Parameter(hidden = true) Query query) {
        String name = query.text("name", LONGEST).orElse("");
        String kind = query.choice("kind", KINDS, "brand");
        List<String> spellings = Arrays.stream(query.text("spellings", LONGEST_LIST).orElse("").split(","))
                .filter(one -> !one.isBlank()).toList();
        boolean rejected = query.flag("rejected");
        String by = query.text("by", LONGEST).orElse("REST");
        query.done();
        return Said.of(names.say(name, Entity.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), spellings,
                rejected ? SaidEntity.State.REJECTED : SaidEntity.State.APPROVED, by));
    }
}
