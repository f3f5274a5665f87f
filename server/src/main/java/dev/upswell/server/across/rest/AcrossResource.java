package dev.upswell.server.across.rest;

import dev.upswell.server.across.AcrossDocument;
import dev.upswell.server.across.AcrossQuery;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.CompetitorDocument;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.TransferDocument;
import dev.upswell.server.across.Transfers;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Patterns beyond one search.
@RestController
@RequestMapping("/api/v1/patterns")
@Tag(name = "Patterns", description = "Which choices in videos go with engagement, and how sure that is")
class AcrossResource {

    private final ClientHashtags hashtags;
    private final Competitors competitors;
    private final Transfers transfers;

    AcrossResource(ClientHashtags hashtags, Competitors competitors, Transfers transfers) {
        this.hashtags = hashtags;
        this.competitors = competitors;
        this.transfers = transfers;
    }

    @GetMapping("/clients")
    @Operation(operationId = "patternClients", summary = "Clients for whom hashtags were searched, with how many each has", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<PatternRuns.Client> clients(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        List<PatternRuns.Client> all = hashtags.clients();
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size(), paging);
    }

    @GetMapping("/clients/{client}")
    @Operation(operationId = "patternsAcross", summary = "A client's hashtags beside each other by the last search of each: engagement by length, and what a pattern of one does in the others, on videos that did not suggest it")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No hashtag was searched for this client")
    AcrossDocument across(@PathVariable String client, @Parameter(hidden = true) Query query, Locale language) {
        query.done();
        return hashtags.of(client, language);
    }

    @GetMapping("/competitors/{handle}")
    @Operation(operationId = "competitor", summary = "What an account does and what goes with engagement there: lengths, hashtags alone and together, their number, times of posting; habits of one account, which prove nothing", parameters = @Parameter(name = "own", in = ParameterIn.QUERY, description = "An account of one's own: what it does not use yet is told as gaps"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No video of an account is stored")
    CompetitorDocument competitor(@PathVariable String handle, @Parameter(hidden = true) Query query) {
        String own = AcrossQuery.name(query, "own").orElse(null);
        query.done();
        return CompetitorDocument.of(competitors.of(handle, own));
    }

    @GetMapping("/transfers/{from}/{to}")
    @Operation(operationId = "transfer", summary = "How far patterns of one hashtag may be carried over to another", parameters = {
            @Parameter(name = "audience", in = ParameterIn.QUERY, description = "Likeness of the audiences [0..1]; unknown if absent"),
            @Parameter(name = "fromStage", in = ParameterIn.QUERY, description = "introduction, growth, maturity or decline of the first product; unknown if absent"),
            @Parameter(name = "toStage", in = ParameterIn.QUERY, description = "The same of the second")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No video of a hashtag is stored")
    TransferDocument transfer(@PathVariable String from, @PathVariable String to,
            @Parameter(hidden = true) Query query) {
        Transfers.Told told = AcrossQuery.told(query);
        query.done();
        return TransferDocument.of(transfers.between(from, to, told));
    }
}
