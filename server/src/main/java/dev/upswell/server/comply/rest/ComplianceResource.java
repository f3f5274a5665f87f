package dev.upswell.server.comply.rest;

import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.ComplianceRefused;
import dev.upswell.server.comply.Policies;
import dev.upswell.server.comply.Retention;
import dev.upswell.server.comply.SourceRule;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Compliance: the audit trail, the terms of sources, the tenant's own rules, and what retention deletes next.
@RestController
@RequestMapping("/api/v1/compliance")
@Tag(name = "Compliance", description = "Who may be asked, what may be kept and for how long, and what was decided")
class ComplianceResource {

    private static final List<String> ACTIONS = Arrays.stream(AuditEntry.Action.values())
            .map(AuditEntry.Action::label).toList();
    private static final List<String> DECISIONS = Arrays.stream(AuditEntry.Decision.values())
            .map(AuditEntry.Decision::label).toList();

    private final Compliance compliance;
    private final Retention retention;
    private final Cleaning cleaning;

    ComplianceResource(Compliance compliance, Retention retention, Cleaning cleaning) {
        this.compliance = compliance;
        this.retention = retention;
        this.cleaning = cleaning;
    }

    @GetMapping("/cleaning")
    @Operation(operationId = "lastCleaning", summary = "The last run that took contacts out of what was stored before the guard did; the job audit does it")
    @ApiResponse(responseCode = "200")
    CleaningAnswer cleaning(@Parameter(hidden = true) Query query) {
        query.done();
        return CleaningAnswer.of(cleaning.last());
    }

    @GetMapping("/log")
    @Operation(operationId = "complianceLog", summary = "What was denied, cleaned, changed or deleted, the newest first", parameters = {
            @Parameter(name = "action", in = ParameterIn.QUERY, description = "fetch, store, capture, rule or retention; all if absent"),
            @Parameter(name = "decision", in = ParameterIn.QUERY, description = "denied, cleaned, changed or deleted; all if absent"),
            @Parameter(name = "text", in = ParameterIn.QUERY, description = "Part of the subject, rule or detail, in any case"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<DecisionAnswer> log(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        AuditFilter filter = AuditFilter.of(query.oneOf("action", ACTIONS).orElse(""),
                query.oneOf("decision", DECISIONS).orElse(""), query.text("text", 100).orElse(""));
        query.done();
        return new Listing<>(compliance.log(filter, paging.limit(), paging.offset()).stream().map(DecisionAnswer::of)
                .toList(), compliance.count(filter), paging);
    }

    @PostMapping("/log/verify")
    @Operation(operationId = "verifyComplianceLog", summary = "Walks along the chain of decisions and names the first that is not as it was written")
    @ApiResponse(responseCode = "200")
    TrailAnswer verify(@Parameter(hidden = true) Query query) {
        query.done();
        return TrailAnswer.of(compliance.verify());
    }

    @GetMapping("/policies")
    @Operation(operationId = "compliancePolicies", summary = "The terms of all sources that Upswell knows; what none covers is denied", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<PolicyAnswer> policies(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        Policies known = compliance.policies();
        return Listing.of(known.policies().stream().map(policy -> PolicyAnswer.of(known.version(), policy)).toList(),
                paging);
    }

    @GetMapping("/rules")
    @Operation(operationId = "complianceRules", summary = "What this tenant decided about sources, by source", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<RuleAnswer> rules(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(compliance.rules().stream().map(RuleAnswer::of).toList(), paging);
    }

    @PostMapping("/rules/{source}")
    @Operation(operationId = "decideSource", summary = "Allows or denies a source, whatever the policies say", parameters = {
            @Parameter(name = "as", in = ParameterIn.QUERY, description = "allow or deny; allow if absent"),
            @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "Why; it stands in the audit trail"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who decides; hand if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "The name cannot be one, or there is no reason")
    RuleAnswer decide(@PathVariable String source, @Parameter(hidden = true) Query query) {
        boolean allow = query.choice("as", List.of("allow", "deny"), "allow").equals("allow");
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse(SourceRule.HAND);
        query.done();
        return ComplianceRefused.translated(() -> RuleAnswer
                .of(allow ? compliance.allow(source, reason, by) : compliance.deny(source, reason, by)));
    }

    @PostMapping("/rules/{source}/forget")
    @Operation(operationId = "forgetSource", summary = "Takes a rule away, so that the policies decide again", parameters = {
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who decides; hand if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no rule about this source")
    RuleAnswer forget(@PathVariable String source, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse(SourceRule.HAND);
        query.done();
        return ComplianceRefused.translated(() -> RuleAnswer.of(compliance.forget(source, by)));
    }

    @GetMapping("/retention")
    @Operation(operationId = "retention", summary = "What is kept how long, what is due, and what goes next", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<RetentionAnswer> retention(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(retention.plan().items().stream().map(RetentionAnswer::of).toList(), paging);
    }
}
