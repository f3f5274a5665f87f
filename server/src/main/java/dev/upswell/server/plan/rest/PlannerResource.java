package dev.upswell.server.plan.rest;

import dev.upswell.plan.Week;
import dev.upswell.server.plan.PlanForm;
import dev.upswell.server.plan.Planner;
import dev.upswell.server.plan.SlotContent;
import dev.upswell.server.plan.SlotDocument;
import dev.upswell.server.plan.WeekDocument;
import dev.upswell.server.plan.WeekDocument.AccountDocument;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// When accounts are to post.
@RestController
@RequestMapping("/api/v1/planner")
@Tag(name = "Planner", description = "When accounts are to post: weeks filled with hours, what becomes of each, what came of it")
class PlannerResource {

    private static final String REST = "REST";

    private final Planner planner;
    private final InstantSource clock;

    PlannerResource(Planner planner, InstantSource clock) {
        this.planner = planner;
        this.clock = clock;
    }

    /// The accounts that are planned for.
    @Schema(name = "PostingAccounts")
    record AccountsAnswer(List<AccountDocument> accounts) {
    }

    private AccountsAnswer accounts() {
        return new AccountsAnswer(planner.accounts().stream().map(AccountDocument::of).toList());
    }

    @GetMapping
    @Operation(operationId = "plannedWeek", summary = "A week: what is planned, on which grounds, and what came of it", parameters = {
            @Parameter(name = "week", in = ParameterIn.QUERY, description = "Any day of it, such as 2026-03-09; next week if absent"),
            @Parameter(name = "zone", in = ParameterIn.QUERY, description = "Time zone by whose clocks weeks and hours are told, such as Asia/Jakarta; UTC if absent")})
    WeekDocument week(@Parameter(hidden = true) Query query) {
        Week week = PlanForm.week(query, PlanForm.zone(query), clock.instant());
        query.done();
        return WeekDocument.of(planner.week(week));
    }

    @PostMapping("/fill")
    @Operation(operationId = "fillWeek", summary = "Proposes hours for the posts of a week that have none; what is there stays", parameters = {
            @Parameter(name = "week", in = ParameterIn.QUERY, description = "Any day of it; next week if absent"),
            @Parameter(name = "zone", in = ParameterIn.QUERY, description = "Time zone; UTC if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "There is no account to plan for, or the week is over")
    WeekDocument fill(@Parameter(hidden = true) Query query) {
        Week week = PlanForm.week(query, PlanForm.zone(query), clock.instant());
        String by = PlanForm.by(query, REST);
        query.done();
        Planner.Filled filled = planner.fill(week, by);
        return WeekDocument.of(planner.week(week), filled);
    }

    @PostMapping("/accept")
    @Operation(operationId = "acceptWeek", summary = "Accepts everything that is proposed in a week", parameters = {
            @Parameter(name = "week", in = ParameterIn.QUERY, description = "Any day of it; next week if absent"),
            @Parameter(name = "zone", in = ParameterIn.QUERY, description = "Time zone; UTC if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    WeekDocument accept(@Parameter(hidden = true) Query query) {
        Week week = PlanForm.week(query, PlanForm.zone(query), clock.instant());
        String by = PlanForm.by(query, REST);
        query.done();
        planner.decisions().acceptAll(week, by);
        return WeekDocument.of(planner.week(week));
    }

    @PostMapping("/slots")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "setSlot", summary = "Sets a slot by hand; it stands", parameters = {
            @Parameter(name = "account", in = ParameterIn.QUERY, description = "Handle; required"),
            @Parameter(name = "at", in = ParameterIn.QUERY, description = "When: 2026-03-09T18:00 by the clocks of the zone, or in UTC with a Z; required"),
            @Parameter(name = "zone", in = ParameterIn.QUERY, description = "Time zone; UTC if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "The time is over, or too near to another post")
    SlotDocument set(@Parameter(hidden = true) Query query) {
        ZoneId zone = PlanForm.zone(query);
        String account = query.text("account", 100).orElse("");
        Instant at = PlanForm.time(query, "at", zone);
        String by = PlanForm.by(query, REST);
        query.done();
        return SlotDocument.of(planner.decisions().set(account, at, zone, by));
    }

    @PostMapping("/slots/{id}/accept")
    @Operation(operationId = "acceptSlot", summary = "Accepts a proposed slot", parameters = {
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such slot")
    SlotDocument accept(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String by = PlanForm.by(query, REST);
        query.done();
        return SlotDocument.of(planner.decisions().accept(id, by));
    }

    @PostMapping("/slots/{id}/decline")
    @Operation(operationId = "declineSlot", summary = "Declines a slot: its hour is not proposed to the account again", parameters = {
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such slot")
    SlotDocument decline(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String by = PlanForm.by(query, REST);
        query.done();
        return SlotDocument.of(planner.decisions().decline(id, by));
    }

    @PostMapping("/slots/{id}/move")
    @Operation(operationId = "moveSlot", summary = "Moves a slot to another time, where it stands", parameters = {
            @Parameter(name = "to", in = ParameterIn.QUERY, description = "When: by the clocks of the zone, or in UTC with a Z; required"),
            @Parameter(name = "zone", in = ParameterIn.QUERY, description = "Time zone; UTC if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such slot")
    @ApiResponse(responseCode = "409", description = "The time is over, or too near to another post")
    SlotDocument move(@PathVariable String id, @Parameter(hidden = true) Query query) {
        Instant to = PlanForm.time(query, "to", PlanForm.zone(query));
        String by = PlanForm.by(query, REST);
        query.done();
        return SlotDocument.of(planner.decisions().move(id, to, by));
    }

    @PutMapping("/slots/{id}/content")
    @Operation(operationId = "fillSlot", summary = "Says what is to be posted in a slot; without words and link it is emptied", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "idea, pattern, brief or recommendation; idea if absent"),
            @Parameter(name = "text", in = ParameterIn.QUERY, description = "What, in up to 200 characters"),
            @Parameter(name = "link", in = ParameterIn.QUERY, description = "Page of this site about it, such as /patterns"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such slot")
    SlotDocument content(@PathVariable String id, @Parameter(hidden = true) Query query) {
        SlotContent content = PlanForm.content(query, REST);
        query.done();
        return SlotDocument.of(planner.decisions().fill(id, content));
    }

    @PostMapping("/slots/{id}/published")
    @Operation(operationId = "publishSlot", summary = "Tells which video was posted for a slot", parameters = {
            @Parameter(name = "video", in = ParameterIn.QUERY, description = "Id of the video; required"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such slot")
    SlotDocument published(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String video = query.text("video", 100).orElse("");
        String by = PlanForm.by(query, REST);
        query.done();
        return SlotDocument.of(planner.decisions().publish(id, video, by));
    }

    @GetMapping("/accounts")
    @Operation(operationId = "postingAccounts", summary = "Accounts that are planned for")
    AccountsAnswer accounts(@Parameter(hidden = true) Query query) {
        query.done();
        return accounts();
    }

    @PutMapping("/accounts")
    @Operation(operationId = "keepPostingAccount", summary = "Plans for an account, or changes how much it can take", parameters = {
            @Parameter(name = "handle", in = ParameterIn.QUERY, description = "With or without @; required"),
            @Parameter(name = "perWeek", in = ParameterIn.QUERY, description = "Posts of a week that are wanted, 1 to 28 and no more than seven times perDay; 5 if absent"),
            @Parameter(name = "perDay", in = ParameterIn.QUERY, description = "Most posts of a day, 1 to 4; 1 if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "The handle is missing, or more posts are wanted than the days can take")
    AccountsAnswer keep(@Parameter(hidden = true) Query query) {
        PlanForm.account(query, REST, planner);
        return accounts();
    }

    @DeleteMapping("/accounts/{handle}")
    @Operation(operationId = "removePostingAccount", summary = "Plans for an account no longer: its slots go with it")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such account")
    AccountsAnswer remove(@PathVariable String handle, @Parameter(hidden = true) Query query) {
        query.done();
        planner.remove(handle);
        return accounts();
    }
}
