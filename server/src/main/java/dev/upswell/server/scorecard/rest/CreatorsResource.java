package dev.upswell.server.scorecard.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.KpiScore;
import dev.upswell.server.scorecard.CreatorList;
import dev.upswell.server.scorecard.FollowedPlaybook;
import dev.upswell.server.scorecard.FollowedPlaybooks;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.scorecard.KnownInput;
import dev.upswell.server.scorecard.Playbook;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.Scoring;
import dev.upswell.server.scorecard.ToldInputs;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The scorecards that are kept: of which creators, by what, and what came of recommendations.
@RestController
@RequestMapping("/api/v1/scorecards")
@Tag(name = "Creators", description = "Scorecards of creators that are kept by day, from what the store knows and what was told")
class CreatorsResource {

    private final Scorecards cards;
    private final Pseudonyms names;
    private final InstantSource clock;
    private final Words words;

    CreatorsResource(Scorecards cards, Pseudonyms names, InstantSource clock, Words words) {
        this.cards = cards;
        this.names = names;
        this.clock = clock;
        this.words = words;
    }

    /// A card in short.
    @Schema(name = "KeptScorecard")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Short(
            @Schema(description = "Handle, or the pseudonym where the setting scorecard.pseudonyms says so") String creator,
            LocalDate day, Instant asOf, String weighting, int weightingVersion, @Nullable Double overall,
            @Nullable String level, double worst, double best, double coverage) {
    }

    /// What is known of an input.
    @Schema(name = "ScorecardInput")
    record Known(String input, double value,
            @Schema(description = "told, videos, profile, orders, sales, viewing or ads") String origin,
            @Schema(description = "Who told it, or what it was made from") String from, Instant asOf,
            @Schema(description = "Whether it is reckoned with: what was told goes before what was derived") boolean used) {
    }

    /// A whole card.
    @Schema(name = "CreatorScorecard")
    record Whole(Short card, List<Known> inputs, ScorecardAnswer scorecard) {
    }

    /// A recommendation that somebody followed.
    @Schema(name = "FollowedPlaybook")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Followed(String id, String creator, String gap, double value, double score,
            @Schema(description = "By which the score was expected to rise") double expected, String takenBy,
            Instant takenAt, @Schema(description = "followed, settled or dropped") String state,
            @Nullable Double valueAfter, @Nullable Double scoreAfter,
            @Schema(description = "Change of the score as a share of what was missing to the full score [-1..1]") @Nullable Double gain,
            @Nullable Instant endedAt, @Nullable String note) {
    }

    @GetMapping("/creators")
    @Operation(operationId = "scorecards", summary = "The last scorecard of each creator", parameters = {
            @Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of the name"),
            @Parameter(name = "level", in = ParameterIn.QUERY, description = "low, medium or high"),
            @Parameter(name = "gap", in = ParameterIn.QUERY, description = "The biggest bottleneck, such as conversion_rate"),
            @Parameter(name = "known", in = ParameterIn.QUERY, description = "Coverage in percent, at least"),
            @Parameter(name = "sort", in = ParameterIn.QUERY, description = "score, worst, coverage, revenue, gap or name; score if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Short> list(@Parameter(hidden = true) Query query) {
        CreatorList.Wanted wanted = CreatorList.Wanted.of(query);
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(new CreatorList(cards.latest(), cards.now(), names).rows(wanted).stream()
                .map(row -> brief(row.card())).toList(), paging);
    }

    @GetMapping("/creators/{creator}")
    @Operation(operationId = "scorecardOfCreator", summary = "A creator's scorecard with what it rests on", parameters = {
            @Parameter(name = "day", in = ParameterIn.QUERY, description = "The last card until this day (2026-01-31); the last one if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No scorecard is kept of this creator")
    Whole creator(@PathVariable String creator, @Parameter(hidden = true) Query query) {
        LocalDate day = query.day("day").orElse(null);
        query.done();
        KeptScorecard card = cards.get(handle(creator), day);
        Scoring scoring = cards.now();
        CreatorInputs inputs = card.inputs().inputs();
        return new Whole(brief(card),
                card.inputs().all().stream()
                        .map(one -> new Known(one.input().field(), one.value(), one.origin().label(), one.from(),
                                one.asOf(), isUsed(card, one)))
                        .toList(),
                ScorecardAnswer.of(names.name(card.creator()), inputs, card.by(scoring.weighting()),
                        Diagnosis.of(inputs, scoring.weighting(), scoring.evidence()), words));
    }

    private static boolean isUsed(KeptScorecard card, KnownInput one) {
        return one.equals(card.inputs().used().get(one.input()));
    }

    @GetMapping("/creators/{creator}/winners")
    @Operation(operationId = "similarWinners", summary = "For each bottleneck of a creator: creators alike who do well there, and what they do differently. Alike is who differs threefold in size at most (followers where both are known, else views of 28 days) and shares a tenth of hashtag uses")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No scorecard is kept of this creator")
    Listing<SimilarWinners> winners(@PathVariable String creator, @Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(cards.winners(cards.get(handle(creator), null)).stream()
                .map(one -> SimilarWinners.of(one, names)).toList(), paging);
    }

    @GetMapping("/creators/{creator}/history")
    @Operation(operationId = "scorecardHistory", summary = "A creator's scorecards by day, the latest first")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No scorecard is kept of this creator")
    Listing<Short> history(@PathVariable String creator, @Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        Scorecards.Part part = cards.history(handle(creator), paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(this::brief).toList(), part.total(), paging);
    }

    @PutMapping("/creators/{creator}/ads")
    @Operation(operationId = "linkAds", summary = "Says which ads are a creator's from a time on; their results count from the next run on", parameters = {
            @Parameter(name = "are", in = ParameterIn.QUERY, description = "An advertiser's account, how the names of the ads begin, or * for all; none if absent"),
            @Parameter(name = "since", in = ParameterIn.QUERY, description = "From when on: scorecards as of earlier times do not know it; when anything was told last if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who says it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Under pseudonyms: no scorecard is kept of this creator")
    @ApiResponse(responseCode = "422", description = "A name is too long")
    Linked link(@PathVariable String creator, @Parameter(hidden = true) Query query) {
        String ads = query.text("are", 200).orElse("");
        Instant since = query.instant("since").or(cards::lastTold).orElseGet(clock::instant);
        String by = query.text("by", 100).orElse("REST");
        query.done();
        return linked(cards.told().link(adsOf(creator), ads, since, by));
    }

    @GetMapping("/creators/{creator}/ads")
    @Operation(operationId = "linkedAds", summary = "What was said of a creator's ads, the last first")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Under pseudonyms: no scorecard is kept of this creator")
    Listing<Linked> links(@PathVariable String creator, @Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(cards.told().links(adsOf(creator)).stream().map(this::linked).toList(), paging);
    }

    @DeleteMapping("/creators/{creator}/ads")
    @Operation(operationId = "forgetAds", summary = "Forgets what was said of a creator's ads as of a time, as if it had never been said; answers what remains", parameters = {
            @Parameter(name = "since", in = ParameterIn.QUERY, description = "The time that it held from; required")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Nothing was said as of that time")
    Listing<Linked> forget(@PathVariable String creator, @Parameter(hidden = true) Query query) {
        Instant since = query.instant("since")
                .orElseThrow(() -> WebProblem.badRequest(List.of(Sentence.of("problem.scorecard.since"))));
        Paging paging = query.paging(50);
        query.done();
        String handle = adsOf(creator);
        cards.told().forgetLink(handle, since);
        return Listing.of(cards.told().links(handle).stream().map(this::linked).toList(), paging);
    }

    /// Which ads are a creator's.
    @Schema(name = "LinkedAds")
    record Linked(String creator, @Schema(description = "Empty for none") String ads,
            @Schema(description = "From when on, until something else is said") Instant since, String by) {
    }

    private Linked linked(ToldInputs.Link link) {
        String ads = link.ads();
        return new Linked(names.name(link.creator()), ads == null ? "" : ads, link.since(), link.by());
    }

    /// Ads can be told of creators who have no card yet; under pseudonyms these have no name.
    private String adsOf(String creator) {
        return names.used() ? handle(creator) : named(creator);
    }

    private static String named(String creator) {
        String handle = ToldInputs.handle(creator);
        if (handle.isEmpty() || handle.length() > 200) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.long", "creator", 200)));
        }
        return handle;
    }

    @PostMapping("/run")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "scoreCreators", summary = "Scores every creator of whom something is known, and keeps it", parameters = {
            @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "Nothing told later counts; when something was told last if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "Creators are being scored")
    @ApiResponse(responseCode = "422", description = "asOf lies in the future")
    Scorecards.Round run(@Parameter(hidden = true) Query query) {
        Instant asOf = query.instant("asOf").or(cards::lastTold).orElseGet(clock::instant);
        query.done();
        return cards.run(asOf);
    }

    @PostMapping(path = "/inputs", consumes = {"text/csv", "application/x-ndjson", "application/jsonl",
            MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "tellInputs", summary = "Keeps inputs of creators; they go before what is derived, from the next run on", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, description = "A CSV whose header names creator_id and inputs, or a JSON object on each line; at most 10 MB", content = {
            @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))}), parameters = {
                    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "From when on they hold; now if absent"),
                    @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who tells them; REST if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "422", description = "It is longer than 10 MB, or no UTF-8")
    ToldInputs.Report tell(@Parameter(hidden = true) InputStream body, @Parameter(hidden = true) Query query) {
        Instant asOf = query.instant("asOf").orElseGet(clock::instant);
        String by = query.text("by", 100).orElse("REST");
        query.done();
        return cards.told().keep(BatchText.text(body), by, asOf);
    }

    @GetMapping("/playbooks")
    @Operation(operationId = "followedPlaybooks", summary = "The recommendations that were followed, and what came of them", parameters = {
            @Parameter(name = "creator", in = ParameterIn.QUERY, description = "All if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Followed> playbooks(@Parameter(hidden = true) Query query) {
        String creator = query.text("creator", 200).orElse(null);
        Paging paging = query.paging(50);
        query.done();
        FollowedPlaybooks.Part part = cards.playbooks().list(creator == null ? null : handle(creator),
                paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(this::followed).toList(), part.total(), paging);
    }

    @PostMapping("/creators/{creator}/playbooks/{gap}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "followPlaybook", summary = "Says that a recommendation is followed from now on", parameters = {
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who follows it")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "404", description = "No scorecard is kept of this creator, or there is no such bottleneck")
    @ApiResponse(responseCode = "409", description = "It is followed already")
    @ApiResponse(responseCode = "422", description = "The measure is not known of this creator")
    Followed follow(@PathVariable String creator, @PathVariable String gap, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse("REST");
        query.done();
        Gap wanted = FollowedPlaybooks.gap(gap)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.scorecard.gap")));
        return followed(cards.playbooks().takeUp(handle(creator), wanted,
                words.say(Playbook.of(wanted).title()), by, cards.now()));
    }

    @PostMapping("/playbooks/{id}/outcome")
    @Operation(operationId = "settlePlaybook", summary = "Says what came of a followed recommendation; what is expected of its playbook learns from it", parameters = {
            @Parameter(name = "value", in = ParameterIn.QUERY, description = "The measure afterwards, a fraction; that of the last scorecard if absent"),
            @Parameter(name = "dropped", in = ParameterIn.QUERY, description = "true: it was not gone through with"),
            @Parameter(name = "note", in = ParameterIn.QUERY, description = "In your words")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Nothing was taken up under this id")
    @ApiResponse(responseCode = "409", description = "What came of it is known already")
    @ApiResponse(responseCode = "422", description = "The measure is neither given nor known anew")
    Followed settle(@PathVariable String id, @Parameter(hidden = true) Query query) {
        Double value = query.fraction("value").orElse(null);
        boolean dropped = query.flag("dropped");
        String note = query.text("note", 500).orElse(null);
        query.done();
        FollowedPlaybook ended = dropped
                ? cards.playbooks().drop(id, note)
                : cards.playbooks().settle(id, value, note);
        cards.forget();
        return followed(ended);
    }

    private Followed followed(FollowedPlaybook one) {
        FollowedPlaybook.End end = one.end();
        FollowedPlaybook.Outcome outcome = end == null ? null : end.outcome();
        return new Followed(one.id().toString(), names.name(one.creator()), one.gap().field(), one.value(), one.score(),
                one.expected(), one.by(), one.takenAt(),
                end == null ? "followed" : outcome == null ? "dropped" : "settled",
                outcome == null ? null : outcome.value(), outcome == null ? null : outcome.score(),
                outcome == null ? null : outcome.gain(), end == null ? null : end.at(),
                end == null ? null : end.note());
    }

    private Short brief(KeptScorecard card) {
        Double overall = card.overall();
        return new Short(names.name(card.creator()), card.day(), card.asOf(), card.weighting(), card.version(), overall,
                overall == null
                        ? null
                        : KpiScore.Level.of(overall).name().toLowerCase(Locale.ROOT),
                card.worst(), card.best(), card.coverage());
    }

    private String handle(String name) {
        return names.used()
                ? names.handle(name, cards.latest().stream().map(KeptScorecard::creator).toList())
                : name;
    }
}
