package dev.upswell.server.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.ReportSource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A kept report as programs read it.
@Schema(name = "Report")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportAnswer(String id, String kind, String title, @Schema(description = "en or id") String language,
        @Schema(description = "What it was made from; left out where nothing was named") @Nullable String run,
        String madeBy, Instant createdAt,
        @Schema(description = "Format that a test of formats dealt it; left out outside of tests") @Nullable String format,
        @Schema(description = "Handle of the creator it was made for; left out as well") @Nullable String givenTo) {

    static ReportAnswer of(KeptReport one) {
        ReportSource.Given given = one.given();
        return new ReportAnswer(one.id().toString(), one.kind(), one.title(), one.language().toLanguageTag(), one.run(),
                one.madeBy(), one.createdAt(), given == null ? null : given.format(),
                given == null ? null : given.creator());
    }

    /// What was made.
    @Schema(name = "MadeReports")
    record Made(List<ReportAnswer> reports) {
    }

    /// A kind of report that can be made now.
    @Schema(name = "ReportKind")
    record Kind(String name, String title, String means, List<Asked> parameters) {

        static Kind of(ReportKind one) {
            return new Kind(one.name(), one.title(), one.means(), one.parameters().stream()
                    .map(each -> new Asked(each.name(), each.label(), each.required(), each.choices())).toList());
        }
    }

    /// What can be said about it.
    @Schema(name = "ReportParameter")
    record Asked(String name, String label, boolean required,
            @Schema(description = "Values with their words; empty for free text") Map<String, String> choices) {
    }
}
