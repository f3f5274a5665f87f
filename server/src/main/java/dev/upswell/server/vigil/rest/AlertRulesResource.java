package dev.upswell.server.vigil.rest;

import dev.upswell.server.vigil.AlertRules;
import dev.upswell.server.vigil.RuleDocument;
import dev.upswell.server.vigil.RuleDocument.PreviewDocument;
import dev.upswell.server.vigil.RuleForm;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The rules by which people are alerted.
@RestController
@RequestMapping("/api/v1/alert-rules")
@Tag(name = "Alert rules", description = "Rules by which people are alerted of what is stored, and what they would have rung of")
class AlertRulesResource {

    private static final int LONGEST = 500;
    private static final int MOST_HOURS = 720;
    private static final int A_DAY = 24;

    private final AlertRules rules;

    AlertRulesResource(AlertRules rules) {
        this.rules = rules;
    }

    /// The parameters in which a rule is written.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @Parameters({
            @Parameter(name = "name", in = ParameterIn.QUERY, required = true, description = "By which people call it, up to 80 characters"),
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "conditions", in = ParameterIn.QUERY, required = true, description = "One to five with semicolons between, all of which must hold: such as velocity 24h above 0.5; views_gained 1h up 50%; probability above 0.7; fyp below 40; flag emerging, new or alarm; theme 12"),
            @Parameter(name = "scope", in = ParameterIn.QUERY, description = "all, watched, hashtag NAME or client NAME; all if absent"),
            @Parameter(name = "severity", in = ParameterIn.QUERY, description = "info, warning or urgent; warning if absent"),
            @Parameter(name = "coolDown", in = ParameterIn.QUERY, description = "Hours of the data's time for which it does not ring of the same again, 0 to 720; 24 if absent")})
    @interface AsksForRule {
    }

    @GetMapping
    @Operation(operationId = "alertRules", summary = "All rules, by name", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<RuleDocument> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(rules.list().stream().map(RuleDocument::of).toList(), paging);
    }

    @GetMapping("/preview")
    @AsksForRule
    @Operation(operationId = "previewAlertRule", summary = "What a rule would have rung of in the last 14 days of what is stored, at each instant by what is as of then or earlier")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "The rule cannot be read, or too many rows would have to be looked at")
    PreviewDocument preview(@Parameter(hidden = true) Query query) {
        RuleForm form = form(query, "preview");
        query.done();
        return PreviewDocument.of(rules.preview(form.read()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AsksForRule
    @Operation(operationId = "makeAlertRule", summary = "Makes a rule; it rings of what is as of later than all that is computed now")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "There is one of this name, or there are 100")
    @ApiResponse(responseCode = "422", description = "The rule cannot be read")
    RuleDocument make(@Parameter(hidden = true) Query query) {
        RuleForm form = form(query, "");
        String by = query.author(query.text("by", 100).orElse(null), "hand");
        query.done();
        return RuleDocument.of(rules.make(form.read(), by));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "alertRule", summary = "One rule")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    RuleDocument rule(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return RuleDocument.of(rules.get(id));
    }

    @PostMapping("/{id}")
    @AsksForRule
    @Operation(operationId = "changeAlertRule", summary = "Lets a rule ask something else, from now on")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    @ApiResponse(responseCode = "409", description = "There is another of this name")
    @ApiResponse(responseCode = "422", description = "The rule cannot be read")
    RuleDocument change(@PathVariable String id, @Parameter(hidden = true) Query query) {
        RuleForm form = form(query, "");
        String by = query.author(query.text("by", 100).orElse(null), "hand");
        query.done();
        return RuleDocument.of(rules.change(rules.get(id), form.read(), by));
    }

    @PostMapping("/{id}/pause")
    @Operation(operationId = "pauseAlertRule", summary = "Lets a rule rest")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    RuleDocument pause(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return RuleDocument.of(rules.pause(rules.get(id), true, query.author("hand")));
    }

    @PostMapping("/{id}/resume")
    @Operation(operationId = "resumeAlertRule", summary = "Lets a rule ring again; of what came while it rested it does not ring")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    RuleDocument resume(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return RuleDocument.of(rules.pause(rules.get(id), false, query.author("hand")));
    }

    @PostMapping("/{id}/remove")
    @Operation(operationId = "removeAlertRule", summary = "Removes a rule; alerts that it raised stay")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    RuleDocument remove(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        var rule = rules.get(id);
        rules.remove(rule, query.author("hand"));
        return RuleDocument.of(rule);
    }

    /// @param unnamed how a rule is called that has no name yet
    private static RuleForm form(Query query, String unnamed) {
        return new RuleForm(query.text("name", LONGEST).orElse(unnamed), query.text("kind", LONGEST).orElse("hashtag"),
                query.text("conditions", LONGEST).orElse(""), query.text("scope", LONGEST).orElse("all"),
                query.text("severity", LONGEST).orElse("warning"), query.number("coolDown", 0, MOST_HOURS, A_DAY));
    }
}
