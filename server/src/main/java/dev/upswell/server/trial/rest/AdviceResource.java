package dev.upswell.server.trial.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.trial.FollowedAdvice;
import dev.upswell.server.trial.ReportFormats;
import dev.upswell.server.trial.TrialForm;
import dev.upswell.server.web.Query;
import dev.upswell.trial.advice.Compliance;
import dev.upswell.trial.format.FormatFigures;
import dev.upswell.trial.format.FormatMix;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Advice that creators follow or not, and the formats it is given in.
@RestController
@RequestMapping("/api/v1/trials")
@Tag(name = "Trials")
class AdviceResource {

    private final FollowedAdvice advice;
    private final ReportFormats formats;

    AdviceResource(FollowedAdvice advice, ReportFormats formats) {
        this.advice = advice;
        this.formats = formats;
    }

    /// Compliance with advice.
    @Schema(name = "AdviceCompliance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComplianceAnswer(List<CreatorAnswer> creators,
            @Schema(description = "Median over creators of their engagement rate; left out while none is known") @Nullable Double middleRate,
            @Schema(description = "Engagement of a video that follows all advice over that of a video of the same creator that follows none. Observed, not tried: what goes with following, not what following does. Left out while no creator has videos that differ") TrialAnswer.@Nullable LiftAnswer followed,
            @Schema(description = "Creators whose videos differ in compliance") int differing) {

        static ComplianceAnswer of(Compliance seen) {
            return new ComplianceAnswer(seen.creators().stream().map(CreatorAnswer::of).toList(), seen.middle(),
                    TrialAnswer.LiftAnswer.of(seen.followed()), seen.differing());
        }
    }

    /// A creator.
    @Schema(name = "AdviceCreator")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CreatorAnswer(String creator, int videos, int given, int implemented, double compliance,
            @Nullable Double rate,
            @Schema(description = "follows_and_engages, follows_only, engages_only or neither; left out while the rate is not known") @Nullable String quadrant) {

        static CreatorAnswer of(Compliance.Line line) {
            Compliance.Quadrant quadrant = line.quadrant();
            return new CreatorAnswer(line.creator().value(), line.videos(), line.given(), line.implemented(),
                    line.compliance(), line.rate(),
                    quadrant == null ? null : quadrant.name().toLowerCase(Locale.ROOT));
        }
    }

    /// Formats of reports.
    @Schema(name = "ReportFormats")
    record FormatsAnswer(List<FormatAnswer> formats,
            @Schema(description = "Share of reports by format; until two formats passed, even over all that have not failed") Map<String, Double> shares,
            @Schema(description = "Reports that were made for tests, the newest first") List<OutAnswer> reports) {

        static FormatsAnswer of(FormatMix mix, List<ReportFormats.Out> out) {
            return new FormatsAnswer(mix.formats().stream().map(FormatAnswer::of).toList(), mix.shares(),
                    out.stream().map(OutAnswer::of).toList());
        }
    }

    /// A report that was made for a test of formats.
    @Schema(name = "ReportInTest")
    record OutAnswer(String report, String title, String format, String creator, Instant createdAt,
            @Schema(description = "Whether what came of it was told") boolean told) {

        static OutAnswer of(ReportFormats.Out one) {
            return new OutAnswer(one.report().id().toString(), one.report().title(), one.given().format(),
                    one.given().creator(), one.report().createdAt(), one.told());
        }
    }

    /// A format.
    @Schema(name = "ReportFormat")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormatAnswer(String format, @Schema(description = "passed, failed or undecided") String state, int given,
            @Nullable MeasuredAnswer adopted, @Nullable MeasuredAnswer comprehension,
            @Nullable MeasuredAnswer accuracy, @Nullable MeasuredAnswer hours, @Nullable MeasuredAnswer lift,
            @Nullable MeasuredAnswer repeated,
            @Schema(description = "More uses that decide with a chance of 80 %; 1000 for as many and more") int further) {

        static FormatAnswer of(FormatFigures one) {
            return new FormatAnswer(one.format(), one.state().name().toLowerCase(Locale.ROOT), one.given(),
                    MeasuredAnswer.of(one.adopted()), MeasuredAnswer.of(one.comprehension()),
                    MeasuredAnswer.of(one.accuracy()), MeasuredAnswer.of(one.hours()), MeasuredAnswer.of(one.lift()),
                    MeasuredAnswer.of(one.repeated()), one.further());
        }
    }

    /// A figure with its 90 % interval.
    @Schema(name = "ReportFormatFigure")
    record MeasuredAnswer(double value, double low, double high, int count) {

        static @Nullable MeasuredAnswer of(FormatFigures.@Nullable Measured one) {
            return one == null
                    ? null
                    : new MeasuredAnswer(one.value(), one.interval().low(), one.interval().high(), one.count());
        }
    }

    @GetMapping("/advice")
    @Operation(operationId = "adviceCompliance", summary = "How far creators follow advice, beside how their videos are engaged with")
    ComplianceAnswer compliance(@Parameter(hidden = true) Query query) {
        query.done();
        return ComplianceAnswer.of(advice.compliance());
    }

    @PostMapping("/advice")
    @Operation(operationId = "tellAdvice", summary = "Tells how much advice a new video follows, in place of what was told of it before", parameters = {
            @Parameter(name = "video", in = ParameterIn.QUERY, description = "Id of the video; required"),
            @Parameter(name = "creator", in = ParameterIn.QUERY, description = "Handle; if absent the one that is stored"),
            @Parameter(name = "posted", in = ParameterIn.QUERY, description = "When it was posted; if absent what is stored, or what its id tells"),
            @Parameter(name = "given", in = ParameterIn.QUERY, description = "Pieces of advice that it could have followed, 1 to 1000; 1 if absent"),
            @Parameter(name = "implemented", in = ParameterIn.QUERY, description = "How many it follows; 0 if absent"),
            @Parameter(name = "rate", in = ParameterIn.QUERY, description = "Engagement rate at seven days, 0 to 1; if absent stored readings tell it"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who tells it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "More is followed than was given, or nobody knows whose it is or when it was posted")
    ComplianceAnswer tell(@Parameter(hidden = true) Query query) {
        advice.tell(TrialForm.advice(query, "REST"));
        return ComplianceAnswer.of(advice.compliance());
    }

    @GetMapping("/formats")
    @Operation(operationId = "reportFormats", summary = "What is known of formats of reports, and how many reports should have each")
    FormatsAnswer formats(@Parameter(hidden = true) Query query) {
        query.done();
        return FormatsAnswer.of(formats.mix(), formats.out());
    }

    @PostMapping("/formats")
    @Operation(operationId = "tellReportFormat", summary = "Tells what came of a report that a creator was given", parameters = {
            @Parameter(name = "format", in = ParameterIn.QUERY, description = "For example recipe; required unless a report is named"),
            @Parameter(name = "creator", in = ParameterIn.QUERY, description = "Handle; required unless a report is named"),
            @Parameter(name = "report", in = ParameterIn.QUERY, description = "Id of a report that was made for a test, or its beginning: format and creator are its own"),
            @Parameter(name = "adopted", in = ParameterIn.QUERY, description = "yes when the creator tried it; no if absent"),
            @Parameter(name = "comprehension", in = ParameterIn.QUERY, description = "Share of questions answered rightly, 0 to 1"),
            @Parameter(name = "accuracy", in = ParameterIn.QUERY, description = "Share of its instructions that the video follows, 0 to 1"),
            @Parameter(name = "hours", in = ParameterIn.QUERY, description = "From opening the report to the finished video"),
            @Parameter(name = "lift", in = ParameterIn.QUERY, description = "Engagement of the video over the usual of its creator"),
            @Parameter(name = "repeated", in = ParameterIn.QUERY, description = "yes or no: whether the creator used it again"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who tells it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "The figures cannot be")
    @ApiResponse(responseCode = "404", description = "No such report was made for a test")
    @ApiResponse(responseCode = "409", description = "What came of the report was told already")
    FormatsAnswer use(@Parameter(hidden = true) Query query) {
        ReportFormats.Told use = TrialForm.use(query);
        String by = query.text("by", 100).orElse("REST");
        query.done();
        formats.tell(use, by);
        return FormatsAnswer.of(formats.mix(), formats.out());
    }
}
